#include <unicode/uchar.h>

#include "cli/text.h"

typedef struct range {
    uint32_t first, last;
} range;

/* What changes the order of letters around it, breaks lines, or is not seen although it says something. */
static const range steering[] = {
    {0x80, 0x9F},       /* C1 controls: U+009B begins a sequence as ESC [ does */
    {0x2028, 0x2029},   /* line and paragraph separator */
    {0x202A, 0x202E},   /* directional embeddings and overrides */
    {0x2066, 0x206F},   /* isolates, deprecated format characters */
    {0xFFF9, 0xFFFB},   /* interlinear annotations */
    {0xE0000, 0xE007F}, /* tags */
};

static bool steers(uint32_t c) {
    for (size_t i = 0; i < sizeof steering / sizeof *steering; i++)
        if (c >= steering[i].first && c <= steering[i].last) return true;
    return false;
}

static bool is_line_or_tab(uint32_t c) { return c == '\n' || c == '\t' || c == '\r'; }

static bool harmless(uint32_t c, rt_text_mode mode) {
    if (c < 0x20) return mode == RT_TEXT_LINES && (c == '\n' || c == '\t');
    return c != 0x7F && c != 0xFFFD && !steers(c);
}

static void utf8(rt_buf *to, uint32_t c) { /* of U+0800 to U+FFFF */
    rt_buf_byte(to, (char)(0xE0 | c >> 12));
    rt_buf_byte(to, (char)(0x80 | (c >> 6 & 0x3F)));
    rt_buf_byte(to, (char)(0x80 | (c & 0x3F)));
}

static void shown(rt_buf *to, uint32_t c, rt_text_mode mode) {
    if (mode == RT_TEXT_LINE && is_line_or_tab(c))
        rt_buf_byte(to, ' ');
    else if (c < 0x20)
        utf8(to, 0x2400 + c);
    else if (c == 0x7F)
        utf8(to, 0x2421);
    else if (c == 0xFFFD)
        utf8(to, c);
    else
        rt_buf_printf(to, "<U+%04X>", c);
}

void rt_text_safe(rt_buf *to, rt_str data, rt_text_mode mode) {
    size_t from = 0;
    for (size_t at = 0; at < data.len;) {
        const size_t start = at;
        const uint32_t c = rt_utf8_next(data, &at);
        if (harmless(c, mode)) continue;
        rt_buf_add(to, (rt_str){data.at + from, start - from});
        shown(to, c, mode);
        from = at;
    }
    if (data.len > from) rt_buf_add(to, (rt_str){data.at + from, data.len - from});
}

static bool all_harmless(rt_str s) {
    for (size_t at = 0; at < s.len;)
        if (!harmless(rt_utf8_next(s, &at), RT_TEXT_LINE)) return false;
    return true;
}

rt_str rt_text_made_safe(rt_arena *arena, rt_str s) {
    if (all_harmless(s)) return s;
    RT_AUTO(rt_buf) safe = {0};
    rt_text_safe(&safe, s, RT_TEXT_LINE);
    return rt_str_copy(arena, rt_buf_str(&safe));
}

static bool is_rtl(uint32_t c) {
    const UCharDirection d = u_charDirection((UChar32)c);
    return d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
}

bool rt_text_is_rtl(rt_str s) {
    for (size_t at = 0; at < s.len;) {
        if ((unsigned char)s.at[at] < 0x80)
            at++;
        else if (is_rtl(rt_utf8_next(s, &at)))
            return true;
    }
    return false;
}

void rt_text_isolated(rt_buf *to, rt_str s) {
    const bool rtl = rt_text_is_rtl(s);
    if (rtl) utf8(to, 0x2068);
    rt_buf_add(to, s);
    if (rtl) utf8(to, 0x2069);
}
