/* Who is meant by what was typed: an id, else a name or an alias. */
#pragma once

#include "analysis/reading.h"
#include "base/buf.h"

typedef struct rt_who {
    const rt_entity *entity;
    const rt_entity **others; /* who bear the name too, in the order of choice */
    size_t n;
    rt_str like;  /* found by a name that is like what was typed: that name; else empty */
    double score; /* the chance that both are one bearer's */
} rt_who;

/* Of several entities that bear the name: one that has it as `name`, then the one of most sources, then of most
 * statements, then the first id in code point order. RT_ABSENT, with visible names that are like it, when there is
 * nobody. */
RT_RESULT rt_who_find(rt_reading *r, rt_str who, rt_who *found, rt_error *err);

/* The same; found->entity is NULL when nobody has the id or bears the very name. */
RT_RESULT rt_who_exactly(rt_reading *r, rt_str who, rt_who *found, rt_error *err);

/* The same, but where nobody bears the name, who bears one that is like it: as likely as a match is called one
 * (rt_match_threshold); the likeliest, and the others in their order. */
RT_RESULT rt_who_find_like(rt_reading *r, rt_str who, rt_who *found, rt_error *err);

/* The one id that is meant, for those who write about it: the id itself, else that of the only one who bears the name.
 * RT_BAD with the ids when several do, be they judged the same or not. */
RT_RESULT rt_who_id(rt_reading *r, rt_str who, rt_str *id, rt_error *err);
