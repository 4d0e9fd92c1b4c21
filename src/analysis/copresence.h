/* Two events by which people were at one place at the same time, certainly or possibly: what joins a detention with
 * another one in the same prison. */
#pragma once

#include "analysis/site.h"

typedef struct rt_copresence {
    const rt_entity *other; /* the other event */
    const rt_site *place;
    rt_stay mine, theirs; /* in the versions that are the surest, of equals those that came first */
    rt_shared shared;
} rt_copresence;

typedef struct rt_copresences {
    rt_copresence *at; /* in the order in which the log first puts the other event at the place */
    size_t n;
    bool more; /* there are more than are looked for */
} rt_copresences;

enum { RT_COPRESENCES = 32 };

/* The first 32 events that meet this one: at the narrowest place that it names, with somebody who is not of it. Sites
 * live as long as the reading. */
RT_RESULT rt_copresences_of(rt_reading *r, rt_sites *sites, const rt_entity *event, rt_copresences *copresences,
                            rt_error *err);
