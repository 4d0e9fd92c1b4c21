/* What is certain about the order of dated things, and where nothing is known of any of them. */
#pragma once

#include "analysis/dating.h"

/* Which places in the order of beginnings (of what has none, of its end) something may have, counted from 1: first
 * after all that surely began before it, last before all that surely began after it. Two that are equal stand at a
 * place that is sure; of a doubted date
 * (`?`) nothing is. {0, 0} for what is not dated. */
typedef struct rt_standing {
    size_t first, last;
} rt_standing;

/* Of n datings; O(n log n). */
rt_standing *rt_chronology_order(const rt_dating *const *all, size_t n, rt_arena *arena);

/* Days on which nothing is known, more than a quarter of a year of them. What fills them: the whole of a span that is
 * uncertain by a year at most, such a beginning or end of a longer one, and all days between its beginning and its end.
 * What may have been at any time of many years fills nothing; how many such may lie in a gap is counted. */
typedef struct rt_gap {
    rt_day from, to;
    rt_str after, before; /* EDTF: when something is known last before it, and first after it */
    size_t may_hold;
} rt_gap;

typedef struct rt_gaps {
    rt_gap *at;
    size_t n;
} rt_gaps;

/* In the order of time; O(n log n). */
rt_gaps rt_chronology_gaps(const rt_dating *const *all, size_t n, rt_arena *arena);
