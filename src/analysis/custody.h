/* The chain of custody of a thing: who held it from when to when, on which days nobody did, and when two did.
 *
 * The days of a gap are told as two numbers: on how many days surely nobody held it, whatever the uncertain dates mean,
 * and on how many it may be that nobody did. Only days count that lie behind one who held it and before another. */
#pragma once

#include "analysis/around.h"
#include "analysis/dating.h"

typedef struct rt_held {
    const rt_entity *custody;
    const rt_claim *holder; /* the one of most sources; NULL: nobody says who */
    const rt_entity *who;   /* NULL where the text names nobody, or several */
    rt_dating dating;
    rt_facts naming; /* that say it is of this thing */
    bool counts;     /* somebody says so, and nobody took that back */
    bool held;       /* it may have been so on the day of --at */
} rt_held;

typedef struct rt_chain {
    rt_held *at; /* in the order of time; what is not dated comes last */
    size_t n;
} rt_chain;

/* The custodies among what stands around a thing. */
RT_RESULT rt_chain_of(rt_reading *r, const rt_around *around, rt_chain *chain, rt_error *err);

/* A stretch of days without holder, from the first to the last day that may be one. */
typedef struct rt_unheld {
    rt_day from, to;
    int64_t least, most;  /* days on which surely, and on which possibly, nobody held it */
    size_t after, before; /* which of the dates lie to either side: the last that may be over, the first that may
                             begin later */
} rt_unheld;

typedef struct rt_unheld_list {
    rt_unheld *at;
    size_t n;
} rt_unheld_list;

/* The gaps between n dates, each the whole time for which somebody held it. O(n log n). */
rt_unheld_list rt_unheld_between(const rt_when *dates, size_t n, rt_arena *arena);

/* Puts `custody`, `gaps` and `overlaps`. */
void rt_shape_chain(rt_reading *r, const rt_chain *chain, rt_value *object);
