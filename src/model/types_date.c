/* Dates are EDTF; FollowTheMoney's date type (the package prefixdate) takes a part of it: the beginning of an ISO date
 * in the years 1000 to 2999, and a time in UTC. */
#include "base/date_written.h"
#include "model/types_rows.h"

bool rt_takes_date(rt_str value, const char **why) {
    rt_when when;
    *why = "a date in EDTF, like 2006-07-31, 2006-07, 2005~ or [2004..2006]";
    return rt_edtf_read(value, &when, NULL).code == RT_OK;
}

bool rt_clean_date(rt_str raw, rt_arena *arena, rt_str *value) {
    return rt_written_read(raw, arena, value, NULL).code == RT_OK;
}

/* --- the nearest that FollowTheMoney takes ----------------------------------------------------------------------- */

static bool is_open(rt_str s) { return s.len == 0 || rt_str_is(s, ".."); }

/* The first date that is named in an interval or a set: "1983/1985" and "[1983..1985]" give "1983", "../2013" "2013".
 */
static rt_str first_named(rt_str s) {
    if (s.len > 1 && (s.at[0] == '[' || s.at[0] == '{')) {
        s = rt_str_trim((rt_str){s.at + 1, s.len - 2});
        if (rt_str_starts(s, RT_S(".."))) s = rt_str_from(s, 2);
        const size_t comma = rt_str_find(s, RT_S(",")), dots = rt_str_find(s, RT_S(".."));
        return rt_str_trim(rt_str_cut(s, comma < dots ? comma : dots));
    }
    const size_t slash = rt_str_find(s, RT_S("/"));
    if (slash == SIZE_MAX) return s;
    const rt_str start = rt_str_cut(s, slash);
    return is_open(start) ? rt_str_from(s, slash + 1) : start;
}

/* Without the qualifiers, which stand anywhere. */
static rt_str unqualified(rt_str s, rt_arena *arena) {
    char *out = rt_arena_alloc(arena, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != '?' && s.at[i] != '~' && s.at[i] != '%') out[n++] = s.at[i];
    return (rt_str){out, n};
}

static bool two_digits(rt_str s, size_t at, int64_t *n) {
    if (s.len < at + 2) return false;
    return rt_is_digit(s.at[at]) && rt_is_digit(s.at[at + 1]) && rt_str_int(rt_str_cut(rt_str_from(s, at), 2), n);
}

/* How much of a date's beginning is certain and ISO 8601's: 4 (year), 7 (month) or 10 (day) bytes. */
static size_t certain(rt_str date) {
    int64_t n;
    if (date.len < 7 || date.at[4] != '-' || !two_digits(date, 5, &n) || n < 1 || n > 12) return 4;
    return date.len >= 10 && date.at[7] == '-' && two_digits(date, 8, &n) ? 10 : 7;
}

/* A year of FollowTheMoney's, with what is not told filled by noughts: 200X -> 2000, the first that it may be. */
static bool year_of(rt_str date, char to[4]) {
    if (date.len < 4 || (date.at[0] != '1' && date.at[0] != '2')) return false;
    for (size_t i = 0; i < 4; i++) {
        if (!rt_is_digit(date.at[i]) && date.at[i] != 'X') return false;
        to[i] = date.at[i] == 'X' ? '0' : date.at[i];
    }
    return date.len == 4 || date.at[4] == '-' || date.at[4] == 'S';
}

/* Minutes that the zone at the end of a time is ahead of UTC; "" and "Z" are none. */
static int64_t offset_of(rt_str zone) {
    int64_t hours, minutes = 0;
    if (zone.len < 3 || (zone.at[0] != '+' && zone.at[0] != '-') || !two_digits(zone, 1, &hours)) return 0;
    if (zone.len >= 5) (void)two_digits(zone, zone.len - 2, &minutes);
    const int64_t ahead = hours * 60 + minutes;
    return zone.at[0] == '-' ? -ahead : ahead;
}

/* "2006-07-31T23:30:00-02:00" -> "2006-08-01T01:30:00". */
static rt_str in_utc(rt_str date, rt_arena *arena) {
    int64_t year, month, day, hour, minute, second;
    const bool read = rt_str_int(rt_str_cut(date, 4), &year) && two_digits(date, 5, &month) &&
                      two_digits(date, 8, &day) && two_digits(date, 11, &hour) && two_digits(date, 14, &minute) &&
                      two_digits(date, 17, &second);
    if (!read || hour > 23) return rt_str_cut(date, 10); /* 24:00:00 is a time of EDTF's only */
    const int64_t total = hour * 60 + minute - offset_of(rt_str_from(date, 19));
    const int64_t days = total < 0 ? -1 : total / 1440, rest = total - days * 1440;
    int m, d;
    rt_day_parts(rt_day_of(year, (int)month, (int)day) + days, &year, &m, &d);
    return rt_str_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d", (int)year, m, d, (int)(rest / 60), (int)(rest % 60),
                         (int)second);
}

bool rt_date_nearest_ftm(rt_str edtf, rt_arena *arena, rt_str *value) {
    const char *why;
    char year[4];
    if (!rt_takes_date(edtf, &why)) return false;
    const rt_str date = unqualified(first_named(edtf), arena);
    if (!year_of(date, year)) return false;
    if (rt_str_find(rt_str_cut(date, 4), RT_S("X")) != SIZE_MAX)
        *value = rt_str_copy(arena, (rt_str){year, 4});
    else if (date.len >= 19 && date.at[10] == 'T')
        *value = in_utc(date, arena);
    else
        *value = rt_str_cut(date, certain(date));
    return true;
}
