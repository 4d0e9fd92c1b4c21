/* Uncertain dates: EDTF (ISO 8601-2:2019, levels 0, 1 and 2; the profile that the Library of Congress publishes) and
 * what they mean as days.
 *
 * A written date means an interval of whole days whose two ends are not surely known: it begins on one day of
 * [start_min, start_max] and ends on one of [end_min, end_max], and never before it began. "2006-07" is one day or
 * more, somewhere in that July, so both ranges are the whole month; "2004/2006-02" begins in 2004 and ends in February
 * 2006. */
#pragma once

#include "base/buf.h"
#include "base/str.h"

/* A day, counted from 1970-01-01 (proleptic Gregorian, ISO 8601's year 0). Years may lie far outside: int64 holds days
 * of any year within RT_YEAR_MAX of year 0. */
typedef int64_t rt_day;

#define RT_DAY_OPEN_START INT64_MIN /* no beginning: ".." */
#define RT_DAY_OPEN_END INT64_MAX   /* goes on: ".." */
#define RT_YEAR_MAX INT64_C(25000000000000000)

typedef struct rt_bounds {
    rt_day start_min, start_max, end_min, end_max;
} rt_bounds;

/* What a written date means. Times of day are kept in the text, not here.
 *
 * The four days are those as written, what people are shown. `wide` holds them as comparisons must take them: `~` and
 * `%` widen by one unit of what they stand at, either side. An end that is unknown (empty) has the flag and bounds that
 * say no more than that it is not on the other side of the other end. */
typedef struct rt_when {
    rt_day start_min, start_max, end_min, end_max;
    rt_bounds wide;
    bool start_unknown, end_unknown; /* an empty end of an interval: may be any day before the end, after the start */
    bool uncertain;                  /* ? or % somewhere: nothing that rests on it is certain */
    bool approximate;                /* ~ or % somewhere */
    uint8_t level;                   /* 0, 1, 2 */
} rt_when;

/* Reads EDTF: the whole of text, without blanks around it. RT_BAD with the byte at which text stops being EDTF (the
 * end, when it stops too early), or at which the component stands that no calendar has. Takes nothing from the heap;
 * O(length). */
RT_RESULT rt_edtf_read(rt_str text, rt_when *when, rt_error *err);

/* Adds text's canonical form to out: no blanks in sets, qualifiers of a group at its right end, others to the left of
 * their component, offsets as Z or +hh:mm. What is printed reads as the same rt_when and prints the same. Errors as
 * rt_edtf_read's; out is then as it was. */
RT_RESULT rt_edtf_print(rt_str text, rt_buf *out, rt_error *err);

/* The same date with the bounds that comparisons take. */
rt_when rt_when_widened(const rt_when *when);

/* One day, surely. */
rt_when rt_when_day(rt_day day);

/* The first and last day that the date could touch, as written: RT_DAY_OPEN_START and RT_DAY_OPEN_END where it has no
 * end; also where an end is unknown (the flags tell these apart). */
void rt_when_span(const rt_when *when, rt_day *first, rt_day *last);

/* ISO form of a day: "2006-07-31", "-0004-02-29", "Y170000002-01-01", ".." for the open ends; to has room for 40. The
 * length without the terminating NUL. */
size_t rt_day_print(rt_day day, char to[40]);

/* The day of a date; month 1 to 12, day of month from 1 (not checked). Years beyond RT_YEAR_MAX are taken as that. */
rt_day rt_day_of(int64_t year, int month, int day);
void rt_day_parts(rt_day day, int64_t *year, int *month, int *dayofmonth);

int rt_month_days(int64_t year, int month); /* 28 to 31 */
int rt_day_weekday(rt_day day);             /* 0 Monday to 6 Sunday */
