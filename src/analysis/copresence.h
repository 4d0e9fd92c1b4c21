/* Two events by which people were at one place at the same time, certainly or possibly: what joins a detention with
 * another one in the same prison. */
#pragma once

#include "analysis/entity_set.h"
#include "analysis/site.h"
#include "store/near.h"
#include "store/placed.h"

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

/* What is kept from one question to the next. The readers must outlive it, all else lives as long as the reading. */
typedef struct rt_meeters {
    rt_reading *r;
    rt_near *near;
    rt_placed *placed;
    rt_sites sites;
    rt_entity_set events;
    rt_stays *stays; /* of each of them */
    size_t n;
} rt_meeters;

/* The first 32 events that meet this one: at the narrowest place that it names, with somebody who is not of it. */
RT_RESULT rt_copresences_of(rt_meeters *m, const rt_entity *event, rt_copresences *copresences, rt_error *err);
