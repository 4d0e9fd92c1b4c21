#include "words/tokenizer.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "words/word_fold.h"

enum {
    RUN_MOST = 4096, /* bytes of a run: a longer one is cut, so that a text without blanks takes no more memory */
};

/* Bytes of the text. */
typedef struct run {
    size_t start, end;
    bool ascii, unspaced; /* of a script without blanks between words */
} run;

struct rt_tokenizer {
    rt_str text;
    size_t at, place;
    run whole;              /* a word that a line's end parts, to be given behind its first part; empty: none */
    bool parted;            /* the next run is its second part */
    UBreakIterator *breaks; /* opened with the first run that needs it */
    UChar units[RUN_MOST];
    size_t bytes[RUN_MOST + 1];  /* where each unit begins in the text */
    int32_t unit_count, unit_at; /* what is left of an unspaced run */
    char folded[RT_TERM_MOST];
    char joined[2 * RUN_MOST];
};

rt_tokenizer *rt_tokenizer_new(void) {
    rt_tokenizer *t = rt_alloc(sizeof *t);
    memset(t, 0, sizeof *t);
    return t;
}

void rt_tokenizer_free(rt_tokenizer *t) {
    if (t == NULL) return;
    if (t->breaks != NULL) ubrk_close(t->breaks);
    free(t);
}

void rt_tokenizer_start(rt_tokenizer *t, rt_str text) {
    size_t bad;
    t->text = rt_utf8_valid(text, &bad) ? text : rt_str_cut(text, bad);
    t->at = t->place = 0;
    t->unit_count = t->unit_at = 0;
    t->whole = (run){0};
    t->parted = false;
}

/* --- runs of letters ------------------------------------------------------------------------------------------------
 */

static bool is_ascii_word(char c) { return rt_is_alpha(c) || rt_is_digit(c); }

/* What stands inside a word and begins none: marks, and what is not seen (joiners, soft hyphens) but for the blank of
 * no width, which parts words. */
static bool is_inner(UChar32 c) {
    if (c == 0x200B || c == 0xFEFF) return false;
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool is_unspaced(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    if (c < 0x0E00) return false;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/* The run that begins at a letter or digit. */
static run run_at(rt_str text, size_t start) {
    run r = {start, start, true, false};
    while (r.end < text.len && r.end - start < RUN_MOST && is_ascii_word(text.at[r.end])) r.end++;
    if (r.end == text.len || (unsigned char)text.at[r.end] < 0x80) return r;
    r.ascii = false;
    for (size_t next = r.end; next < text.len && next - start < RUN_MOST - 4; r.end = next) {
        const UChar32 c = (UChar32)rt_utf8_next(text, &next);
        if (!u_isalnum(c) && !is_inner(c)) break;
        r.unspaced = r.unspaced || is_unspaced(c);
    }
    return r;
}

/* The next run from `at` on; empty at the end. */
static run next_run(rt_str text, size_t at) {
    while (at < text.len) {
        size_t next = at;
        if ((unsigned char)text.at[at] < 0x80 ? is_ascii_word(text.at[at])
                                              : u_isalnum((UChar32)rt_utf8_next(text, &next)))
            return run_at(text, at);
        at = next > at ? next : at + 1;
    }
    return (run){at, at, true, false};
}

/* --- words that a line's end parts ----------------------------------------------------------------------------------
 */

/* Behind a hyphen at `at`, or `at` itself when there is none. */
static size_t behind_hyphen(rt_str text, size_t at) {
    static const rt_str hyphens[] = {RT_S_INIT("-"), RT_S_INIT("\u2010"), RT_S_INIT("\u00AD")};
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++)
        if (rt_str_starts(rt_str_from(text, at), hyphens[i])) return at + hyphens[i].len;
    return at;
}

/* Behind one line's end and the blanks around it; SIZE_MAX when there is none, or more than one. */
static size_t behind_line_end(rt_str text, size_t at) {
    int ends = 0;
    for (size_t n; (n = rt_line_end(text, at)) > 0 || (at < text.len && rt_is_blank(text.at[at]));) {
        ends += n > 0;
        at += n > 0 ? n : 1;
    }
    return ends == 1 ? at : SIZE_MAX;
}

/* The word of this run and the one behind the line's end, where a hyphen parts them. */
static run joined_run(rt_str text, const run *first) {
    const bool soft = first->end - first->start > 2 && memcmp(text.at + first->end - 2, "\u00AD", 2) == 0;
    const size_t hyphen = behind_hyphen(text, first->end);
    if (hyphen == first->end && !soft) return (run){0};
    const size_t next = behind_line_end(text, hyphen);
    if (next == SIZE_MAX || next >= text.len) return (run){0};
    const run second = next_run(text, next);
    if (second.start != next || second.end == next) return (run){0};
    return (run){first->start, second.end, first->ascii && second.ascii, first->unspaced || second.unspaced};
}

/* The letters of a joined run, without what parts them. */
static rt_str letters_of(rt_tokenizer *t, const run *r) {
    const run first = run_at(t->text, r->start);
    const size_t second = behind_line_end(t->text, behind_hyphen(t->text, first.end));
    const size_t a = first.end - first.start, b = r->end - second;
    memcpy(t->joined, t->text.at + first.start, a);
    memcpy(t->joined + a, t->text.at + second, b);
    return (rt_str){t->joined, a + b};
}

/* --- words ----------------------------------------------------------------------------------------------------------
 */

/* False when nothing is left of it. */
static bool give(rt_tokenizer *t, rt_str word, bool ascii, rt_term *term) {
    size_t len = 0;
    if (ascii)
        for (; len < word.len && len < RT_TERM_MOST; len++) t->folded[len] = rt_to_lower(word.at[len]);
    else
        len = rt_word_fold_icu(word, t->folded);
    term->folded = (rt_str){t->folded, len};
    return len > 0;
}

static bool give_run(rt_tokenizer *t, const run *r, rt_term *term) {
    t->place -= t->parted;
    t->parted = false;
    *term = (rt_term){.start = r->start, .end = r->end, .place = t->place++};
    t->at = r->end;
    t->whole = joined_run(t->text, r);
    return give(t, (rt_str){t->text.at + r->start, r->end - r->start}, r->ascii, term);
}

static bool give_whole(rt_tokenizer *t, rt_term *term) {
    const run r = t->whole;
    *term = (rt_term){.start = r.start, .end = r.end, .place = t->place - 1};
    t->whole = (run){0};
    t->parted = true;
    return give(t, letters_of(t, &r), r.ascii, term);
}

/* --- runs without blanks --------------------------------------------------------------------------------------------
 */

static void begin_unspaced(rt_tokenizer *t, const run *r) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0;
    for (size_t at = r->start; at < r->end;) {
        const size_t begins = at;
        const UChar32 c = (UChar32)rt_utf8_next(t->text, &at);
        t->bytes[n] = begins;
        t->units[n++] = (UChar)(c < 0x10000 ? c : 0xD7C0 + (c >> 10));
        if (c < 0x10000) continue;
        t->bytes[n] = begins;
        t->units[n++] = (UChar)(0xDC00 | (c & 0x3FF));
    }
    t->bytes[n] = r->end;
    t->at = r->end;
    t->parted = false;
    if (t->breaks == NULL) t->breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    if (U_SUCCESS(status)) ubrk_setText(t->breaks, t->units, n, &status);
    t->unit_count = U_SUCCESS(status) ? n : 0;
    t->unit_at = 0;
}

static bool give_unspaced(rt_tokenizer *t, rt_term *term) {
    const int32_t next = ubrk_following(t->breaks, t->unit_at);
    const int32_t end = next == UBRK_DONE ? t->unit_count : next;
    const size_t from = t->bytes[t->unit_at], to = t->bytes[end];
    *term = (rt_term){.start = from, .end = to, .place = t->place++};
    t->unit_at = end;
    return give(t, (rt_str){t->text.at + from, to - from}, false, term);
}

bool rt_tokenizer_next(rt_tokenizer *t, rt_term *term) {
    for (;;) {
        if (t->whole.end > 0) {
            if (give_whole(t, term)) return true;
            continue;
        }
        if (t->unit_at < t->unit_count) {
            if (give_unspaced(t, term)) return true;
            continue;
        }
        const run r = next_run(t->text, t->at);
        if (r.end == r.start) return false;
        if (r.unspaced)
            begin_unspaced(t, &r);
        else if (give_run(t, &r, term))
            return true;
    }
}
