/* How many independent origins a claim has, whatever the number of those who say it.
 *
 * A voice that follows nobody is an origin; so is one with a statement that somebody witnessed and has from nobody
 * else, and a circle of voices that have it from each other and from nobody outside (somebody must have said it first;
 * who, is not known). */
#pragma once

#include "analysis/sayings.h"

typedef struct rt_origins {
    rt_sayings sayings;
    size_t *of_voice; /* which component of voices each belongs to */
    size_t components;
    bool *is_origin, *is_circle,
        *is_fallen;             /* of each component; fallen: every origin that it rests on was taken back */
    const rt_saying **first;    /* the saying that stands for it: of an origin the one that came first */
    size_t origins, taken_back; /* of the origins those of which no statement counts any more */
    size_t standing;            /* neither taken back, nor graded improbable (5) in all that counts of it */
    bool circular;
} rt_origins;

RT_RESULT rt_origins_of(rt_reading *r, rt_facts claim, rt_origins *o, rt_error *err);

/* The component of a saying; and whether it is the one that stands for an origin. */
size_t rt_origins_component(const rt_origins *o, const rt_saying *s);
bool rt_origins_is_first(const rt_origins *o, const rt_saying *s);
