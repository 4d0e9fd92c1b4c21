/* Two stays that share days, at one place or within one: how they are compared, ordered and told. */
#pragma once

#include "analysis/nesting.h"

/* What is asked for. */
typedef struct rt_meetings {
    rt_reading *r;
    rt_sites sites;
    bool wide;       /* places within others count: --within */
    rt_level widest; /* up to this level */
    bool at_place;   /* a place is asked about: what a version tells of narrower ones within it is no other meeting */
    const rt_when *during; /* NULL: at any time */
    struct rt_meeting *at;
    size_t n;
} rt_meetings;

typedef struct rt_meeting {
    const rt_stay *a, *b;
    const rt_site *place, *place_a, *place_b; /* where they met, and where each was */
    rt_str other;                             /* b's caption: for the order */
    rt_shared shared;
} rt_meeting;

/* "", "place" or "country"; RT_USAGE for what is none. */
RT_RESULT rt_meetings_within(rt_meetings *m, rt_str within, rt_error *err);

/* Whether a stay may have been on the day of --at, and within --during. */
bool rt_meetings_want(const rt_meetings *m, const rt_stay *stay);

/* The place of a stay, with what it is within where that is asked for. */
RT_RESULT rt_meetings_place(rt_meetings *m, const rt_stay *stay, const rt_site **place, rt_error *err);

/* Adds the meeting of two stays; nothing where they have no place in common, or (unless impossible ones are asked for)
 * cannot have been there together. */
RT_RESULT rt_meetings_add(rt_meetings *m, const rt_stay *a, const rt_stay *b, bool impossible, rt_error *err);

/* The certain ones first, then in the order of a's stays; of two versions only the narrowest meeting is kept. */
void rt_meetings_sort(rt_meetings *m);

/* Puts `overlaps`. */
RT_RESULT rt_meetings_put(rt_meetings *m, rt_value *object, rt_error *err);

/* Stays that do not count, since what says who was there, or where, was taken back or is only denied. Puts
 * {id, schema, who, place, when, span, mark: "taken back"/"denied", statements[], sources[]} of an event for each whom
 * it names: of this person (NULL: of anybody), at this place or (where that is asked for) within it (NULL: anywhere).
 */
RT_RESULT rt_uncounted_put(rt_meetings *m, const rt_entity *event, const rt_entity *who, const rt_site *within,
                           rt_value *list, rt_error *err);

/* Adds the meetings of `a`, whose stays these are, with everybody: presence_everybody.c. */
RT_RESULT rt_meetings_everybody(rt_meetings *m, const rt_entity *a, const rt_stays *mine, rt_error *err);

/* All pairs at a place: presence_place.c. */
RT_RESULT rt_presence_at(rt_meetings *m, const rt_entity *place, rt_value *object, rt_error *err);
