#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

static bool plain(char c) { return (unsigned char)c >= 0x20 && c != '"' && c != '\\'; }

static void escaped(rt_buf *out, char c) {
    static const char shorts[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
    const char *s = c != 0 ? strchr(shorts, c) : NULL;
    if (s != NULL) {
        rt_buf_byte(out, '\\');
        rt_buf_byte(out, letters[s - shorts]);
    } else {
        rt_buf_add(out, RT_S("\\u00"));
        rt_buf_hex(out, &c, 1);
    }
}

/* How many bytes from `at` on need no escape: eight at a time, by the sign bit of each byte of x - 0x20, and of x - 1
 * where x is XORed with what must be escaped ("Determine if a word has a zero byte", S. E. Anderson, Bit Twiddling
 * Hacks). A word that may hold one is looked at byte by byte. */
static size_t plain_run(rt_str s, size_t at) {
    const uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
    size_t i = at;
    for (uint64_t x; s.len - i >= 8; i += 8) {
        memcpy(&x, s.at + i, 8);
        const uint64_t quote = x ^ ones * '"', slash = x ^ ones * '\\';
        const uint64_t found = ((x - ones * 0x20) | (quote - ones) | (slash - ones)) & ~x & highs;
        if (found != 0) break;
    }
    while (i < s.len && plain(s.at[i])) i++;
    return i - at;
}

void rt_json_string(rt_buf *out, rt_str s) {
    rt_buf_byte(out, '"');
    size_t from = 0;
    for (size_t i = plain_run(s, 0); i < s.len; i += 1 + plain_run(s, i + 1)) {
        rt_buf_add(out, (rt_str){s.at + from, i - from});
        escaped(out, s.at[i]);
        from = i + 1;
    }
    if (s.len > from) rt_buf_add(out, (rt_str){s.at + from, s.len - from});
    rt_buf_byte(out, '"');
}

static void write_int(rt_buf *out, int64_t n) { rt_buf_printf(out, "%lld", (long long)n); }

static void write_real(rt_buf *out, double x) {
    char text[32];
    if (!isfinite(x)) {
        rt_buf_add(out, RT_S("null"));
        return;
    }
    if (x == 0) x = 0; /* -0 is written as 0 (RFC 8785) */
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, x);
        if (strtod(text, NULL) == x) break;
    }
    rt_buf_add(out, rt_str_of(text));
}

static void write_children(rt_buf *out, const rt_value *parent) {
    const bool object = parent->kind == RT_OBJECT;
    rt_buf_byte(out, object ? '{' : '[');
    for (const rt_value *v = parent->of.first; v != NULL; v = v->next) {
        if (v != parent->of.first) rt_buf_byte(out, ',');
        if (object) {
            rt_json_string(out, v->key);
            rt_buf_byte(out, ':');
        }
        rt_json_write(out, v);
    }
    rt_buf_byte(out, object ? '}' : ']');
}

void rt_json_write(rt_buf *out, const rt_value *value) {
    switch (value->kind) {
    case RT_NULL: rt_buf_add(out, RT_S("null")); break;
    case RT_BOOL: rt_buf_add(out, value->boolean ? RT_S("true") : RT_S("false")); break;
    case RT_INT: write_int(out, value->integer); break;
    case RT_REAL: write_real(out, value->real); break;
    case RT_TEXT: rt_json_string(out, value->text); break;
    case RT_LIST:
    case RT_OBJECT: write_children(out, value); break;
    }
}

void rt_json_open(rt_json *w, char bracket) {
    rt_buf_byte(w->out, bracket);
    w->begun = false;
}

void rt_json_close(rt_json *w, char bracket) {
    rt_buf_byte(w->out, bracket);
    w->begun = true;
}

void rt_json_item(rt_json *w) {
    if (w->begun) rt_buf_byte(w->out, ',');
    w->begun = true;
}

void rt_json_key(rt_json *w, rt_str key) {
    rt_json_item(w);
    rt_json_string(w->out, key);
    rt_buf_byte(w->out, ':');
}

void rt_json_text(rt_json *w, rt_str s) { rt_json_string(w->out, s); }
void rt_json_int(rt_json *w, int64_t n) { write_int(w->out, n); }
