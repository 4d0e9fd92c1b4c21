/* Finds where a text stops being JSON. The library that reads JSON tells only that it does; people need the place.
 * Runs on the way to an error message, never on good input. */
#include <string.h>

#include "base/json.h"

enum { DEEPEST = 64 };

typedef struct walk {
    rt_str text;
    size_t at;
    const char *expected; /* set at the first fault */
} walk;

static bool fault(walk *w, const char *expected) {
    if (w->expected == NULL) w->expected = expected;
    return false;
}

static char here(const walk *w) { return w->at < w->text.len ? w->text.at[w->at] : 0; }

static void blanks(walk *w) {
    while (w->at < w->text.len && memchr(" \t\r\n", w->text.at[w->at], 4) != NULL) w->at++;
}

static bool take(walk *w, char c, const char *expected) {
    if (here(w) != c || w->at >= w->text.len) return fault(w, expected);
    w->at++;
    return true;
}

static bool hex4(walk *w, unsigned *code) {
    *code = 0;
    for (int i = 0; i < 4; i++, w->at++) {
        const char c = rt_to_lower(here(w));
        if (!rt_is_digit(c) && (c < 'a' || c > 'f')) return fault(w, "four hex digits");
        *code = *code * 16 + (unsigned)(rt_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
}

static bool surrogates(walk *w) {
    unsigned code;
    const size_t start = w->at;
    if (!hex4(w, &code)) return false;
    const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
    if (code == 0 || low)
        return w->at = start,
               fault(w, code == 0 ? "a character other than NUL" : "a high surrogate before this low one");
    if (!high) return true;
    if (!take(w, '\\', "the low surrogate of a pair") || !take(w, 'u', "the low surrogate of a pair")) return false;
    if (!hex4(w, &code)) return false;
    return code >= 0xDC00 && code < 0xE000 ? true : fault(w, "the low surrogate of a pair");
}

static bool escape(walk *w) {
    const char c = here(w);
    if (c == 0 || strchr("\"\\/bfnrtu", c) == NULL) return fault(w, "an escape that JSON has");
    w->at++;
    return c != 'u' || surrogates(w);
}

static bool string(walk *w) {
    if (!take(w, '"', "a string")) return false;
    while (w->at < w->text.len) {
        const unsigned char c = (unsigned char)w->text.at[w->at];
        if (c < 0x20) return fault(w, "no control character within a string");
        w->at++;
        if (c == '"') return true;
        if (c == '\\' && !escape(w)) return false;
    }
    return fault(w, "the end of the string (a quotation mark)");
}

static bool digits(walk *w) {
    if (!rt_is_digit(here(w))) return fault(w, "a digit");
    while (rt_is_digit(here(w))) w->at++;
    return true;
}

static bool number(walk *w) {
    if (here(w) == '-') w->at++;
    if (here(w) == '0') {
        w->at++;
        if (rt_is_digit(here(w))) return fault(w, "a number without leading zeros");
    } else if (!digits(w)) {
        return false;
    }
    if (here(w) == '.' && (w->at++, !digits(w))) return false;
    if (rt_to_lower(here(w)) != 'e') return true;
    w->at++;
    if (here(w) == '+' || here(w) == '-') w->at++;
    return digits(w);
}

static bool word(walk *w, rt_str literal) {
    if (!rt_str_starts(rt_str_from(w->text, w->at), literal)) return fault(w, "a value");
    w->at += literal.len;
    return true;
}

static bool value(walk *w, int depth);

static bool members(walk *w, int depth, bool object) {
    const char end = object ? '}' : ']';
    w->at++;
    blanks(w);
    if (here(w) == end) return w->at++, true;
    for (;;) {
        blanks(w);
        if (object) {
            if (here(w) != '"') return fault(w, "a key in quotation marks");
            if (!string(w)) return false;
            blanks(w);
            if (!take(w, ':', "':' after the key")) return false;
        }
        if (!value(w, depth + 1)) return false;
        blanks(w);
        if (here(w) == end) return w->at++, true;
        if (!take(w, ',', object ? "',' or '}'" : "',' or ']'")) return false;
    }
}

static bool value(walk *w, int depth) {
    if (depth > DEEPEST) return fault(w, "no nesting deeper than 64");
    blanks(w);
    switch (here(w)) {
    case '{': return members(w, depth, true);
    case '[': return members(w, depth, false);
    case '"': return string(w);
    case 't': return word(w, RT_S("true"));
    case 'f': return word(w, RT_S("false"));
    case 'n': return word(w, RT_S("null"));
    default: return here(w) == '-' || rt_is_digit(here(w)) ? number(w) : fault(w, "a value");
    }
}

size_t rt_json_fault(rt_str text, const char **expected) {
    walk w = {.text = text};
    size_t bad;
    *expected = NULL;
    if (!rt_utf8_valid(text, &bad)) {
        *expected = "UTF-8";
        return bad;
    }
    if (value(&w, 1)) {
        blanks(&w);
        if (w.at == text.len) return SIZE_MAX;
        w.expected = "nothing after the value";
    }
    *expected = w.expected;
    return w.at;
}

size_t rt_json_place(rt_str text, rt_str word) {
    for (size_t at = 0; at + word.len + 2 <= text.len;) {
        const size_t found = rt_str_find(rt_str_from(text, at), word);
        if (found == SIZE_MAX) return 0;
        const size_t begin = at + found, end = begin + word.len;
        if (begin > 0 && text.at[begin - 1] == '"' && end < text.len && text.at[end] == '"') return begin - 1;
        at = begin + 1;
    }
    return 0;
}
