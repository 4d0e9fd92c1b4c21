/* Grapheme clusters by the pair rules of UAX #29 (GB3 to GB13) over ICU's properties: no iterator with a state of its
 * own, so that every function is pure. */
#include <unicode/uchar.h>

#include "cli/text.h"

enum { ZWJ = 0x200D, EMOJI_STYLE = 0xFE0F, SOFT_HYPHEN = 0xAD };

static int property(uint32_t c, UProperty p) { return u_getIntPropertyValue((UChar32)c, p); }
static bool has(uint32_t c, UProperty p) { return u_hasBinaryProperty((UChar32)c, p); }

typedef struct cluster {
    int last;          /* grapheme break class of the last code point */
    unsigned flags;    /* regional indicators so far */
    bool pictographic; /* the last one that is no Extend nor ZWJ is a pictograph */
} cluster;

/* GB6 to GB8: syllables of Hangul. */
static bool joins_hangul(int a, int b) {
    if (a == U_GCB_L) return b == U_GCB_L || b == U_GCB_V || b == U_GCB_LV || b == U_GCB_LVT;
    if (a == U_GCB_LV || a == U_GCB_V) return b == U_GCB_V || b == U_GCB_T;
    return (a == U_GCB_LVT || a == U_GCB_T) && b == U_GCB_T;
}

static bool is_control(int class) { return class == U_GCB_CONTROL || class == U_GCB_CR || class == U_GCB_LF; }

static bool joins(const cluster *k, uint32_t c, int class) {
    if (is_control(k->last) || is_control(class)) return false;
    if (class == U_GCB_EXTEND || class == U_GCB_ZWJ || class == U_GCB_SPACING_MARK) return true;
    if (k->last == U_GCB_PREPEND || joins_hangul(k->last, class)) return true;
    if (k->last == U_GCB_ZWJ && k->pictographic) return has(c, UCHAR_EXTENDED_PICTOGRAPHIC);
    return k->last == U_GCB_REGIONAL_INDICATOR && class == U_GCB_REGIONAL_INDICATOR && k->flags % 2 == 1;
}

static void extend(cluster *k, uint32_t c, int class) {
    k->last = class;
    if (class == U_GCB_REGIONAL_INDICATOR) k->flags++;
    if (class != U_GCB_EXTEND && class != U_GCB_ZWJ) k->pictographic = has(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static unsigned width_of(uint32_t c) {
    const int8_t category = u_charType((UChar32)c);
    if (c == SOFT_HYPHEN) return 1;
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int class = property(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
    if (class == U_GCB_V || class == U_GCB_T) return 0; /* part of the syllable that its consonant began */
    const int east = property(c, UCHAR_EAST_ASIAN_WIDTH);
    return east == U_EA_WIDE || east == U_EA_FULLWIDTH || class == U_GCB_REGIONAL_INDICATOR ? 2 : 1;
}

/* An emoji takes two columns however many code points it is made of; else each letter and spacing mark counts. */
static unsigned cluster_width(rt_str s) {
    size_t at = 0;
    const uint32_t first = rt_utf8_next(s, &at);
    unsigned width = width_of(first);
    const bool pictograph = has(first, UCHAR_EXTENDED_PICTOGRAPHIC) || has(first, UCHAR_REGIONAL_INDICATOR);
    while (at < s.len) {
        const uint32_t c = rt_utf8_next(s, &at);
        if (c == EMOJI_STYLE && has(first, UCHAR_EMOJI)) width = 2;
        if (!pictograph && width < 2) width += width_of(c);
    }
    return width;
}

static bool is_plain(rt_str s, size_t at) { return at >= s.len || (s.at[at] >= 0x20 && s.at[at] < 0x7F); }

rt_str rt_text_character(rt_str s, unsigned *width) {
    if (is_plain(s, 0) && is_plain(s, 1)) {
        *width = 1;
        return rt_str_cut(s, 1);
    }
    size_t at = 0, end;
    const uint32_t first = rt_utf8_next(s, &at);
    cluster k = {0};
    extend(&k, first, property(first, UCHAR_GRAPHEME_CLUSTER_BREAK));
    for (end = at; at < s.len; end = at) {
        const uint32_t c = rt_utf8_next(s, &at);
        const int class = property(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
        if (!joins(&k, c, class)) break;
        extend(&k, c, class);
    }
    const rt_str whole = rt_str_cut(s, end);
    *width = cluster_width(whole);
    return whole;
}

unsigned rt_text_width(rt_str s) {
    unsigned sum = 0, w;
    while (s.len > 0) {
        s = rt_str_from(s, rt_text_character(s, &w).len);
        sum += w;
    }
    return sum;
}

rt_str rt_text_fit(rt_str s, unsigned width) {
    size_t len = 0;
    unsigned sum = 0, w;
    while (len < s.len) {
        const rt_str c = rt_text_character(rt_str_from(s, len), &w);
        if (sum + w > width) break;
        sum += w;
        len += c.len;
    }
    return rt_str_cut(s, len);
}

/* Where a line that may not be longer than fits is best broken: behind the last blank, or beside a wide letter. */
static size_t break_at(rt_str s, size_t fits) {
    size_t best = 0;
    bool wide_before = false;
    for (size_t at = 0; at < fits;) {
        unsigned w;
        const rt_str c = rt_text_character(rt_str_from(s, at), &w);
        if (at > 0 && (wide_before || w == 2)) best = at;
        at += c.len;
        if (c.at[0] == ' ') best = at;
        wide_before = w == 2;
    }
    if (fits < s.len && s.at[fits] == ' ') best = fits;
    if (wide_before) best = fits;
    return best > 0 ? best : fits;
}

bool rt_text_line(rt_str *rest, unsigned width, rt_str *line) {
    *rest = rt_str_trim(*rest);
    if (rest->len == 0) return false;
    size_t len = rt_text_fit(*rest, width).len;
    unsigned ignored;
    if (len == 0) len = rt_text_character(*rest, &ignored).len;
    if (len < rest->len) len = break_at(*rest, len);
    *line = rt_str_trim(rt_str_cut(*rest, len));
    *rest = rt_str_from(*rest, len);
    return true;
}

void rt_text_wrap(rt_buf *to, rt_str text, unsigned indent, unsigned width) {
    rt_str paragraph, line;
    const unsigned room = width > indent + 20 ? width - indent : 20;
    while (rt_str_split(&text, RT_S("\n"), &paragraph)) {
        if (paragraph.len == 0) rt_buf_byte(to, '\n');
        while (rt_text_line(&paragraph, room, &line)) rt_buf_printf(to, "%*s%.*s\n", (int)indent, "", RT_FMT(line));
    }
}
