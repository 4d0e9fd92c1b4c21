/* Something that happened: when, where, with whom, by the sources that tell of it (rule 3).
 *
 * What one source says of it is a version; what is shown first is the version of the source that says most, filled from
 * the others where it is silent (`filled` names these fields). Where versions differ, conflict.h finds it. */
#pragma once

#include "analysis/around.h"
#include "analysis/shape.h"
#include "analysis/version.h"
#include "base/date_allen.h"
#include "base/map.h"

typedef struct rt_happening {
    const rt_entity *entity;
    rt_dating dating;
    rt_str what;
    rt_str stance;  /* of those who name it; empty: asserted */
    rt_facts facts; /* its statements */
    int64_t first;  /* place in the log of the first: for comparing only */
    const rt_claim
        *date_claim;   /* a date of an entity itself (a birth), or what is said for some time; NULL: an event */
    rt_certainty held; /* on the day of --at; RT_CERTAIN where none was asked for */
} rt_happening;

typedef struct rt_happenings {
    rt_happening *at;
    size_t n;
    rt_map met;
} rt_happenings;

/* The happenings among what stands around an entity; those that surely were not on the day of --at are left out. Each
 * once, also when called for several entities. */
void rt_happenings_add(rt_reading *r, const rt_around *around, rt_happenings *all);

/* The dates of the entity itself, what is said of it for some time (`valid`), and the relations that are dated. */
RT_RESULT rt_happenings_add_own(rt_reading *r, const rt_entity *e, const rt_around *around, rt_happenings *all,
                                rt_error *err);

/* In the order of time: by the first day on which each may have begun. */
void rt_happenings_sort(rt_happenings *all);

/* {id, schema, what, when, span, where, who[], sources[], statements[], stance?, certainty?, retracted?, start?, end?,
 * filled[], versions[]} */
RT_RESULT rt_shape_happening(rt_reading *r, const rt_happening *h, rt_value **v, rt_error *err);
