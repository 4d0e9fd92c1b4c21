/* Uncertain dates: EDTF (ISO 8601-2:2019, levels 0, 1 and 2) and what they mean as days. */
#pragma once

#include "base/str.h"

/* A day, counted from 1970-01-01 (proleptic Gregorian, ISO 8601's year 0). Years may lie far outside: int64 holds days
 * of any year within +-2.5e16. */
typedef int64_t rt_day;

#define RT_DAY_OPEN_START INT64_MIN /* no beginning: ".." */
#define RT_DAY_OPEN_END INT64_MAX   /* goes on: ".." */

/* What a written date means: it begins on one day in [start_min, start_max] and ends on one in [end_min, end_max].
 * Times of day are kept in the text, not here. */
typedef struct rt_when {
    rt_day start_min, start_max, end_min, end_max;
    bool start_unknown, end_unknown; /* an empty end of an interval: may be any day before the end, after the start */
    bool uncertain;                  /* ? or % somewhere: nothing that rests on it is certain */
    bool approximate;                /* ~ or % somewhere */
    uint8_t level;                   /* 0, 1, 2 */
} rt_when;

/* Reads EDTF. RT_BAD with the byte at which text stops being EDTF. The bounds are those as written (unwidened): see
 * rt_when_widened. */
RT_RESULT rt_edtf_read(rt_str text, rt_when *when, rt_error *err);

/* ISO form of a day: "2006-07-31", "-0004-02-29", "Y170000002-01-01", ".." for the open ends; to has room for 40. */
size_t rt_day_print(rt_day day, char to[40]);

rt_day rt_day_of(int64_t year, int month, int day);
void rt_day_parts(rt_day day, int64_t *year, int *month, int *dayofmonth);
