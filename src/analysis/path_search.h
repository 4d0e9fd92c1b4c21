/* Ways between two entities: breadth first from both ends at once, each round from the side whose border is smaller
 * (I. Pohl, "Bi-directional Search", Machine Intelligence 6, 1971).
 *
 * It walks over hops (hops.h), which are read lightly and may turn out not to count. What stands on a way that was
 * found is then read in full; where a hop on it does not hold what it promised, that is remembered and the search
 * begins anew, over what is read already. So the answer is that of a search over all ties, and little more is read in
 * full than what is shown. */
#pragma once

#include "analysis/hops.h"
#include "analysis/tie.h"

/* One step: from an entity to another, by the ties that join them; the first of them is the best supported. */
typedef struct rt_step {
    const rt_entity *from, *to;
    const rt_tie **ties; /* as seen from either end: `other` tells which */
    size_t n;
} rt_step;

typedef struct rt_way {
    rt_step *steps; /* from the first entity to the second; none when they are one */
    size_t n;
    size_t support;  /* that of its weakest step */
    rt_stop **stops; /* n + 1 of them */
} rt_way;

typedef struct rt_ways {
    rt_way *at;
    size_t n;
} rt_ways;

/* Which ways are looked for. */
typedef struct rt_ways_wanted {
    size_t least;   /* so many speakers or more assert each step */
    size_t longest; /* of at most so many steps */
    bool apart;     /* by steps alone that no way uses that was marked by rt_path_search_use */
} rt_ways_wanted;

typedef struct rt_path_search rt_path_search;

/* A search between two entities over hops of the kinds that are not left out (without[kind]), in the arena of the
 * reading. The readers of `m` must outlive it. */
RT_RESULT rt_path_search_new(rt_meeters *m, const rt_entity *a, const rt_entity *b, const bool without[RT_HOP_KINDS],
                             rt_path_search **search, rt_error *err);

/* The shortest of the ways that are wanted, by ties that count: none when there is no such way; at most 64. */
RT_RESULT rt_path_search_run(rt_path_search *s, rt_ways_wanted wanted, rt_ways *ways, rt_error *err);

/* Notes that a way was shown. */
void rt_path_search_use(rt_path_search *s, const rt_way *way);

/* Whether a search ended at a bound (20,000 entities that were read, one with too many ties, 64 ways, 64 attempts), so
 * that there may be shorter or further ways. */
bool rt_path_search_more(const rt_path_search *s);
