/* Places as stays name them: which of them are one, what they are within, and who else was there. A place is an entity
 * (all ids that are judged the same), or a text where it is none; a text that is the name of just one entity means that
 * one, and the name of a country the country. */
#pragma once

#include "analysis/stay.h"
#include "base/map.h"

/* How narrow a place is. */
typedef enum rt_level {
    RT_LEVEL_FACILITY, /* a prison, a building, a street with its number */
    RT_LEVEL_PLACE,    /* a town, or what else is named as where something was */
    RT_LEVEL_COUNTRY,
} rt_level;
rt_str rt_level_name(rt_level level); /* "facility", "place", "country" */

/* What it is within, the narrowest first; read by rt_site_around. */
typedef struct rt_wider {
    const struct rt_site *site;
    rt_facts facts; /* that say so */
    bool sure;      /* somebody asserts it */
} rt_wider;

typedef struct rt_nesting {
    rt_wider *at;
    size_t n;
    bool read, is_open; /* is_open: being read */
    const struct rt_site **inside;
    size_t inside_n;
    bool inside_read, more; /* more: there are more places inside than are looked at */
} rt_nesting;

typedef struct rt_site {
    rt_str caption;
    const rt_entity *entity; /* NULL: a text */
    rt_str text;             /* as it is looked up: an id, a text, a country's code */
    rt_level level;
    rt_nesting *nesting;
} rt_site;

/* {0} is an empty one; it lives in the arena of the reading. */
typedef struct rt_sites {
    rt_map named;       /* by what names them */
    const rt_site **at; /* with the same numbers */
} rt_sites;

/* The place that a claim names: one object a place, so that places may be compared by it; that of an entity; that of a
 * text. */
RT_RESULT rt_site_of(rt_reading *r, rt_sites *sites, const rt_claim *place, const rt_site **site, rt_error *err);
const rt_site *rt_site_of_entity(rt_reading *r, rt_sites *sites, const rt_entity *e);
const rt_site *rt_site_of_text(rt_reading *r, rt_sites *sites, rt_str text);

/* Whether one can be there: no human being, and nothing that only happens. */
bool rt_site_can_be(const rt_entity *e);

/* {"id", "caption", "schema"}; the text where it is no entity. */
rt_value *rt_shape_site(const rt_site *site, rt_arena *arena);

/* {id, schema, source, dataset, when, start, end, span, filled[], denied_by[]} */
rt_value *rt_shape_stay(rt_reading *r, const rt_stay *stay);

/* The events and people of whom some statement may put somebody at one of these places on one of these days; each once,
 * in the order of ids. There may be some of other places and times among them. */
typedef struct rt_tellers {
    const rt_entity **at;
    size_t n;
} rt_tellers;
RT_RESULT rt_site_tellers(rt_reading *r, const rt_site *const *sites, size_t n, rt_day first, rt_day last,
                          rt_tellers *tellers, rt_error *err);
