/* All pairs of spans that share a day, counted in O(n log n) and told in the order of a sweep over them, as many as are
 * wanted: never a loop over all pairs (J. L. Bentley and T. A. Ottmann, "Algorithms for reporting and counting
 * geometric intersections", IEEE Transactions on Computers C-28(9), 1979, in one dimension). */
#pragma once

#include "base/arena.h"
#include "base/date.h"

/* From `from` to `to`. Where `to` is before `from`, some one day from `to` to `from`, and which is not known: it surely
 * shares a day with a span that holds all of them, and with no other such one. */
typedef struct rt_swept {
    rt_day from, to;
    size_t who; /* two of the same are no pair */
    size_t tag; /* what it is to the caller */
} rt_swept;

typedef struct rt_swept_pair {
    size_t a, b; /* tags */
} rt_swept_pair;

/* How many pairs of different `who` share a day. The spans are put into the order of their days. */
uint64_t rt_sweep_count(rt_swept *spans, size_t n, rt_arena *arena);

/* Gives such pairs in the order in which the sweep meets them until `take` says that it has enough (false). */
typedef bool rt_sweep_taker(void *context, rt_swept_pair pair);
void rt_sweep_each(rt_swept *spans, size_t n, rt_sweep_taker *take, void *context, rt_arena *arena);
