/* Text as slices that carry their length: UTF-8, not terminated, may hold NUL. A slice owns nothing. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"

typedef struct rt_str {
    const char *at;
    size_t len;
} rt_str;

typedef struct rt_strs {
    rt_str *at;
    size_t n;
} rt_strs;

#define RT_S(literal) ((rt_str){(literal), sizeof(literal) - 1})
#define RT_S_INIT(literal)                                                                                             \
    { (literal), sizeof(literal) - 1 } /* for initialisers of constants */
#define RT_FMT(s) (int)(s).len, (s).at /* printf("%.*s", RT_FMT(s)) */

rt_str rt_str_of(const char *terminated); /* NULL gives the empty slice */
bool rt_str_eq(rt_str a, rt_str b);
bool rt_str_is(rt_str a, const char *terminated);
int rt_str_cmp(rt_str a, rt_str b);        /* by bytes, which for UTF-8 is by code point */
bool rt_str_eq_nocase(rt_str a, rt_str b); /* ASCII letters without case */
bool rt_strs_have(rt_strs list, rt_str s);
bool rt_str_starts(rt_str s, rt_str start);
bool rt_str_ends(rt_str s, rt_str end);
rt_str rt_str_from(rt_str s, size_t at); /* without the first `at` bytes; empty when there are fewer */
rt_str rt_str_cut(rt_str s, size_t len); /* the first `len` bytes, or all */
rt_str rt_str_trim(rt_str s);            /* without ASCII blanks at either end */

/* Where needle begins in s, or SIZE_MAX. */
size_t rt_str_find(rt_str s, rt_str needle);

/* Takes the part before `by` off the front of *rest (all of it when there is none): while (rt_str_split(&rest, by,
 * &part)). An empty slice has no part; "a," has two, the second empty. Start with rest.at not NULL. */
bool rt_str_split(rt_str *rest, rt_str by, rt_str *part);

rt_str rt_str_copy(rt_arena *arena, rt_str s);   /* also terminated by a NUL that len does not count */
const char *rt_str_z(rt_arena *arena, rt_str s); /* the same, as a C string */
rt_str rt_str_printf(rt_arena *arena, const char *format, ...) RT_PRINTF(2, 3);
rt_str rt_str_lower(rt_arena *arena, rt_str s);   /* ASCII letters only */
rt_str rt_str_squeeze(rt_arena *arena, rt_str s); /* trimmed, runs of blanks as one space */

/* The whole of s as a number in base 10; false when it is none or does not fit. */
bool rt_str_int(rt_str s, int64_t *number);

/* Whether s is UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF); else *bad is the first byte at fault.
 */
bool rt_utf8_valid(rt_str s, size_t *bad);

/* The code point at s[*at] (which must be valid UTF-8), and moves *at behind it. */
uint32_t rt_utf8_next(rt_str s, size_t *at);

bool rt_is_blank(char c); /* space, tab, CR, LF, VT, FF */

/* Bytes of the line end that begins at s[at] (UTF-8): CRLF is one, LF, CR, U+0085, U+2028 and U+2029 are; 0 for none.
 */
size_t rt_line_end(rt_str s, size_t at);
bool rt_is_digit(char c);
bool rt_is_alpha(char c); /* ASCII */
char rt_to_lower(char c); /* ASCII */
