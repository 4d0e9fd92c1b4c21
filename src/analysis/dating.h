/* When something was: what a start, an end and a date mean together. */
#pragma once

#include "base/date.h"
#include "base/value.h"

typedef struct rt_dating {
    rt_str edtf;       /* as one EDTF text; empty where it can't be written as one ([..] or an interval as an end) */
    rt_str start, end; /* as the sources give them, or empty */
    rt_when when;
    bool dated;
} rt_dating;

/* From a start and an end (either may be empty), else from a date. An end that nobody gives is unknown. What is no EDTF
 * counts as not given. */
rt_dating rt_dating_of(rt_str start, rt_str end, rt_str date, rt_arena *arena);

/* The first and last day as a list of two texts: ".." where it is open, null where it is unknown; null when it is not
 * dated. */
rt_value *rt_dating_span(const rt_dating *d, rt_arena *arena);

/* Two days as such a list. */
rt_value *rt_days_span(rt_day first, rt_day last, rt_arena *arena);
rt_str rt_day_text(rt_day day, rt_arena *arena);

/* Order in time: by first day, then by last; what has an end only stands at its end, what is not dated comes last. */
int rt_dating_cmp(const rt_dating *a, const rt_dating *b);

/* The first day on which it may have been, as rt_dating_cmp takes it; and the last up to which something is known. */
rt_day rt_dating_first(const rt_dating *d);
rt_day rt_dating_last_known(const rt_dating *d);
