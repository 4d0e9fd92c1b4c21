/* The shortest ways between two entities: breadth first from both ends at once, each round from the side whose border
 * is smaller (I. Pohl, "Bi-directional Search", Machine Intelligence 6, 1971). It reads what it reaches and no more:
 * the ties of an entity are asked for when the search comes by, and kept for the next search of the same run. */
#pragma once

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
    size_t support; /* that of its weakest step */
} rt_way;

typedef struct rt_ways {
    rt_way *at;
    size_t n;
} rt_ways;

typedef struct rt_path_search rt_path_search;

/* A search between two entities, in the arena of the reading. */
rt_path_search *rt_path_search_new(rt_reading *r, const rt_entity *a, const rt_entity *b);

/* The shortest ways of ties that count and are asserted by `least` speakers or more, of at most `longest` steps: none
 * when there is no such way; at most 64. */
RT_RESULT rt_path_search_run(rt_path_search *s, size_t least, size_t longest, rt_ways *ways, rt_error *err);

/* Whether a search ended at its bound (20,000 entities whose ties were read, or one with too many ties), so that there
 * may be shorter or further ways. */
bool rt_path_search_more(const rt_path_search *s);
