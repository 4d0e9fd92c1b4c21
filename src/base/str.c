#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

rt_str rt_str_of(const char *terminated) {
    return terminated == NULL ? (rt_str){"", 0} : (rt_str){terminated, strlen(terminated)};
}

bool rt_str_eq(rt_str a, rt_str b) { return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0); }

bool rt_str_is(rt_str a, const char *terminated) { return rt_str_eq(a, rt_str_of(terminated)); }

int rt_str_cmp(rt_str a, rt_str b) {
    const size_t n = a.len < b.len ? a.len : b.len;
    const int c = n > 0 ? memcmp(a.at, b.at, n) : 0;
    return c != 0 ? c : (a.len > b.len) - (a.len < b.len);
}

bool rt_is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
size_t rt_line_end(rt_str s, size_t at) {
    static const rt_str ends[] = {RT_S_INIT("\r\n"),     RT_S_INIT("\n"),     RT_S_INIT("\r"),
                                  RT_S_INIT("\xC2\x85"), RT_S_INIT("\u2028"), RT_S_INIT("\u2029")};
    const unsigned char c = at < s.len ? (unsigned char)s.at[at] : 'x';
    if (c != '\n' && c != '\r' && c != 0xC2 && c != 0xE2) return 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (rt_str_starts(rt_str_from(s, at), ends[i])) return ends[i].len;
    return 0;
}

bool rt_is_digit(char c) { return c >= '0' && c <= '9'; }
char rt_to_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }
bool rt_is_alpha(char c) { return rt_to_lower(c) >= 'a' && rt_to_lower(c) <= 'z'; }

bool rt_str_eq_nocase(rt_str a, rt_str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (rt_to_lower(a.at[i]) != rt_to_lower(b.at[i])) return false;
    return true;
}

bool rt_strs_have(rt_strs list, rt_str s) {
    for (size_t i = 0; i < list.n; i++)
        if (rt_str_eq(list.at[i], s)) return true;
    return false;
}

bool rt_str_starts(rt_str s, rt_str start) { return s.len >= start.len && rt_str_eq(rt_str_cut(s, start.len), start); }

bool rt_str_ends(rt_str s, rt_str end) { return s.len >= end.len && rt_str_eq(rt_str_from(s, s.len - end.len), end); }

rt_str rt_str_from(rt_str s, size_t at) {
    if (s.len == 0) return s;
    return at >= s.len ? (rt_str){s.at + s.len, 0} : (rt_str){s.at + at, s.len - at};
}

rt_str rt_str_cut(rt_str s, size_t len) { return (rt_str){s.at, len < s.len ? len : s.len}; }

rt_str rt_str_trim(rt_str s) {
    while (s.len > 0 && rt_is_blank(s.at[0])) s = rt_str_from(s, 1);
    while (s.len > 0 && rt_is_blank(s.at[s.len - 1])) s.len--;
    return s;
}

size_t rt_str_find(rt_str s, rt_str needle) {
    if (needle.len == 0) return 0;
    if (s.len < needle.len) return SIZE_MAX;
    const char *found = memmem(s.at, s.len, needle.at, needle.len);
    return found == NULL ? SIZE_MAX : (size_t)(found - s.at);
}

bool rt_str_split(rt_str *rest, rt_str by, rt_str *part) {
    if (rest->at == NULL) return false;
    const size_t at = rt_str_find(*rest, by);
    *part = rt_str_cut(*rest, at);
    if (at == SIZE_MAX)
        rest->at = NULL, rest->len = 0;
    else
        *rest = rt_str_from(*rest, at + by.len);
    return true;
}

rt_str rt_str_copy(rt_arena *arena, rt_str s) {
    char *at = rt_arena_alloc(arena, s.len + 1);
    if (s.len > 0) memcpy(at, s.at, s.len);
    return (rt_str){at, s.len};
}

const char *rt_str_z(rt_arena *arena, rt_str s) { return rt_str_copy(arena, s).at; }

rt_str rt_str_printf(rt_arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *at = rt_arena_alloc(arena, (size_t)(n > 0 ? n : 0) + 1);
    if (n > 0) vsnprintf(at, (size_t)n + 1, format, again);
    va_end(again);
    return (rt_str){at, (size_t)(n > 0 ? n : 0)};
}

rt_str rt_str_lower(rt_arena *arena, rt_str s) {
    char *at = rt_arena_alloc(arena, s.len + 1);
    for (size_t i = 0; i < s.len; i++) at[i] = rt_to_lower(s.at[i]);
    return (rt_str){at, s.len};
}

rt_str rt_str_squeeze(rt_arena *arena, rt_str s) {
    s = rt_str_trim(s);
    char *at = rt_arena_alloc(arena, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        const bool blank = rt_is_blank(s.at[i]);
        if (blank && n > 0 && at[n - 1] == ' ') continue;
        at[n++] = blank ? ' ' : s.at[i];
    }
    return (rt_str){at, n};
}

bool rt_str_int(rt_str s, int64_t *number) {
    const bool negative = s.len > 0 && s.at[0] == '-';
    if (negative) s = rt_str_from(s, 1);
    if (s.len == 0) return false;
    int64_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!rt_is_digit(s.at[i])) return false;
        const int digit = s.at[i] - '0';
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_sub_overflow(n, digit, &n)) return false;
    }
    if (!negative && n == INT64_MIN) return false;
    *number = negative ? n : -n;
    return true;
}

/* Length of the well-formed UTF-8 sequence at p (Unicode 15, table 3-7), 0 when there is none in n bytes. */
static size_t utf8_length(const unsigned char *p, size_t n) {
    if (p[0] < 0x80) return 1;
    const size_t want = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
                        : (p[0] & 0xF0) == 0xE0        ? 3
                        : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                                       : 0;
    if (want == 0 || n < want) return 0;
    const unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high) return 0;
    for (size_t i = 2; i < want; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    return want;
}

bool rt_utf8_valid(rt_str s, size_t *bad) {
    const unsigned char *p = (const unsigned char *)s.at;
    size_t i = 0;
    while (i < s.len) {
        uint64_t eight;
        if (s.len - i >= 8 && (memcpy(&eight, p + i, 8), (eight & 0x8080808080808080U) == 0)) {
            i += 8;
            continue;
        }
        const size_t n = utf8_length(p + i, s.len - i);
        if (n == 0) {
            if (bad != NULL) *bad = i;
            return false;
        }
        i += n;
    }
    return true;
}

uint32_t rt_utf8_next(rt_str s, size_t *at) {
    const unsigned char *p = (const unsigned char *)s.at + *at;
    const size_t n = utf8_length(p, s.len - *at);
    *at += n > 0 ? n : 1;
    if (n == 2) return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    if (n == 3) return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    if (n == 4)
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 |
               (p[3] & 0x3F);
    return n == 1 ? p[0] : 0xFFFD;
}
