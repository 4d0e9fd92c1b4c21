#include "report/clean.h"

#include <unicode/uchar.h>

/* The code point at s[*at], or U+FFFD for a byte that begins none. */
static uint32_t next(rt_str s, size_t *at) {
    const rt_str rest = rt_str_from(s, *at);
    for (size_t n = 1; n <= 4 && n <= rest.len; n++)
        if (rt_utf8_valid(rt_str_cut(rest, n), NULL)) return rt_utf8_next(s, at);
    *at += 1;
    return 0xFFFD;
}

static bool is_blank(uint32_t c) { return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

static bool steers(uint32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
    if ((c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F)) return true;
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static bool is_clean(rt_str s) {
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.at[i];
        if (c < 0x20 || c >= 0x7F) return false;
    }
    return true;
}

rt_str rt_clean_line(rt_arena *arena, rt_str s) {
    RT_AUTO(rt_buf) out = {0};
    if (is_clean(s)) return s;
    for (size_t at = 0; at < s.len;) {
        const size_t from = at;
        const uint32_t c = next(s, &at);
        if (is_blank(c))
            rt_buf_byte(&out, ' ');
        else if (steers(c) || (c == 0xFFFD && at - from < 3))
            rt_buf_add(&out, RT_S("\xef\xbf\xbd"));
        else
            rt_buf_add(&out, (rt_str){s.at + from, at - from});
    }
    return rt_str_copy(arena, rt_buf_str(&out));
}

static bool goes_with_the_letter_before(uint32_t c) {
    return c == 0x200D || u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_EXTEND;
}

rt_str rt_clean_brief(rt_arena *arena, rt_str s, size_t most) {
    const rt_str clean = rt_clean_line(arena, s);
    size_t count = 0, cut = 0;
    for (size_t at = 0; at < clean.len; count++) {
        const size_t from = at;
        if (!goes_with_the_letter_before(rt_utf8_next(clean, &at)) && count <= most) cut = from;
        if (count >= most) return rt_str_printf(arena, "%.*s\xe2\x80\xa6", RT_FMT(rt_str_trim(rt_str_cut(clean, cut))));
    }
    return clean;
}

static bool is_from_right(UCharDirection d) { return d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC; }

bool rt_is_rtl(rt_str s) {
    for (size_t at = 0; at < s.len;) {
        const UCharDirection d = u_charDirection((UChar32)next(s, &at));
        if (d == U_LEFT_TO_RIGHT || is_from_right(d)) return is_from_right(d);
    }
    return false;
}

bool rt_has_rtl(rt_str s) {
    for (size_t at = 0; at < s.len;)
        if (is_from_right(u_charDirection((UChar32)next(s, &at)))) return true;
    return false;
}

/* As bytes: in a text they would stand without each other. */
static void isolate(rt_buf *out, char last) {
    rt_buf_byte(out, (char)0xE2);
    rt_buf_byte(out, (char)0x81);
    rt_buf_byte(out, last);
}

void rt_isolate_begin(rt_buf *out) { isolate(out, (char)0xA8); }
void rt_isolate_end(rt_buf *out) { isolate(out, (char)0xA9); }

void rt_xml_escape(rt_buf *out, rt_str s) {
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.at[i];
        if (c == '&')
            rt_buf_add(out, RT_S("&amp;"));
        else if (c == '<')
            rt_buf_add(out, RT_S("&lt;"));
        else if (c == '>')
            rt_buf_add(out, RT_S("&gt;"));
        else if (c == '"')
            rt_buf_add(out, RT_S("&quot;"));
        else
            rt_buf_byte(out, c);
    }
}
