/* Whose knowledge is somebody's: the parts of an institution (offices, subsidiaries, posts) and its people (employees,
 * members, directors), each for the time for which it belonged to it. */
#pragma once

#include "analysis/entity_set.h"
#include "analysis/tie.h"

typedef struct rt_belonging {
    const rt_entity *who;
    rt_str as;    /* "part", "subsidiary", "employee", ...: of the first step */
    bool is_part; /* all the way: an office of a ministry is the ministry; else what it knows may have stayed there */
    bool dated;   /* its time is told */
    rt_bounds period; /* open where nothing is told */
    bool uncertain;   /* doubted (?) */
    rt_facts facts;   /* that say so, all the way */
    size_t next;      /* the next one of the same entity; SIZE_MAX: none */
} rt_belonging;

typedef struct rt_belongings {
    rt_belonging *at;
    size_t n;
    size_t *first; /* of each entity of the set the first one */
    rt_entity_set set;
    bool more; /* there are more than are looked at */
} rt_belongings;

/* Of an entity: parts of parts up to four steps, and the people of all of them; at most 2,000. Only what counts. */
RT_RESULT rt_belongings_of(rt_reading *r, const rt_entity *e, rt_belongings *all, rt_error *err);

/* The first belonging of an entity, or NULL; then by `next`. */
const rt_belonging *rt_belongings_find(const rt_belongings *all, const rt_entity *e);
