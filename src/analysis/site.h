/* Places as stays name them: which of them are one, and who else was there. A place is an entity (all ids that are
 * judged the same), or a text where it is none; a text that is the name of just one entity means that one. */
#pragma once

#include "analysis/stay.h"

typedef struct rt_site {
    rt_str caption;
    const rt_entity *entity; /* NULL: a text */
    rt_str text;             /* as it was first read */
} rt_site;

/* {0} is an empty one; it lives in the arena of the reading. */
typedef struct rt_sites {
    struct rt_site_slot *slots; /* by what names it: a hash table */
    size_t room, n;
} rt_sites;

/* The place that a claim names: one object a place, so that places may be compared by it. */
RT_RESULT rt_site_of(rt_reading *r, rt_sites *sites, const rt_claim *place, const rt_site **site, rt_error *err);

/* {"id", "caption", "schema"}; the text where it is no entity. */
rt_value *rt_shape_site(const rt_site *site, rt_arena *arena);

/* {id, schema, source, dataset, when, start, end, span, filled[]} */
rt_value *rt_shape_stay(const rt_stay *stay, rt_arena *arena);

/* Adds the stays of all whom some statement may put at the place on one of these days; those of one event follow each
 * other. There may be some of other places and times among them. */
RT_RESULT rt_site_stays(rt_reading *r, const rt_site *site, rt_day first, rt_day last, rt_stays *stays, rt_error *err);
