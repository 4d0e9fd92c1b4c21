/* Where somebody was, and when: one stay in one version (rule 3), as a Detention, a Visit, a journey, any event with a
 * place and people, or what is said of a person's own address gives it.
 *
 * The dates and places of a version combine within its source; where it is silent on who or where, the other sources
 * fill it. A source that gives no dates is a version of its own only where it names a place or a person that no dated
 * one names: then the others' dates stand in. */
#pragma once

#include "analysis/around.h"
#include "analysis/dating.h"
#include "base/date_allen.h"

/* What a version takes from other sources. */
enum { RT_FILLED_WHO = 1, RT_FILLED_WHERE = 2, RT_FILLED_WHEN = 4 };

typedef struct rt_stay {
    const rt_entity *event; /* what tells of it: an event, or the person whose address it is */
    rt_str source;          /* of the version; empty: stated by hand */
    rt_str who, where;      /* an id each, or a text where it is no entity */
    const rt_claim *place;
    rt_dating dating;
    rt_when when;    /* what comparisons take: of an event that need not fill its time, some day or days within it */
    int64_t most;    /* how many days it has at most: that of visits; INT64_MAX: not told */
    bool narrowest;  /* of the places that the version names; else a wider one around it */
    bool sure;       /* asserted, and at no other of several places */
    unsigned filled; /* RT_FILLED_... */
    rt_facts facts;
} rt_stay;

typedef struct rt_stays {
    rt_stay *at;
    size_t n;
} rt_stays;

bool rt_stay_is_event(const rt_entity *e);
bool rt_stay_is_of(rt_str prop); /* whether an event's property says who was there */

/* Adds the stays of all who took part in an event; nothing for what is no event with people and places. */
void rt_stays_of_event(const rt_entity *event, rt_arena *arena, rt_stays *stays);

/* Adds those of one entity: from its own statements, and from what stands around it. */
void rt_stays_of(rt_reading *r, const rt_entity *e, const rt_around *around, rt_stays *stays);

/* Adds what an entity's own statements say of its address, where they say for when that holds. */
void rt_stays_of_address(const rt_entity *e, rt_arena *arena, rt_stays *stays);

/* What two stays at one place have in common in time. */
typedef struct rt_shared {
    rt_certainty certainty;
    int64_t least, most; /* days; RT_DAYS_UNBOUNDED where both go on */
    bool together;       /* one source puts both into one event: then they met, whenever it was */
} rt_shared;

rt_shared rt_stays_share(const rt_stay *a, const rt_stay *b);
