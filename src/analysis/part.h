/* The part that somebody takes in an event in the body: is held, visits, travels. */
#pragma once

#include "analysis/around.h"
#include "analysis/dating.h"
#include "analysis/reading.h"

typedef struct rt_part {
    const rt_entity *event;
    bool stays;  /* it keeps whom it concerns at one place all the time */
    bool leaves; /* who is held elsewhere can't */
    rt_dating dating;
    const rt_claim *place; /* that of most sources; NULL: nobody says */
    rt_facts facts;        /* that say who, when and where */
} rt_part;

/* Whether what stands around somebody is an event that is dated and in which he surely takes part, as far as those who
 * tell of it do not deny it. */
bool rt_part_of(const rt_neighbour *n, rt_arena *arena, rt_part *part);

/* A side of a contradiction: {value: EDTF, label: "Detention: Camp Bucca", about, statements[], ...}. */
void rt_part_side(rt_reading *r, const rt_part *part, rt_value *sides);
