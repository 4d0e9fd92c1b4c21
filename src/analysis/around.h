/* What stands around an entity: the entities whose statements name it. Events and relations are such entities (rule 3).
 */
#pragma once

#include "analysis/reading.h"

typedef struct rt_neighbour {
    const rt_entity *entity;
    rt_str role;     /* the property by which it names the other first: "detainee" */
    rt_facts naming; /* its statements that name the other */
} rt_neighbour;

typedef struct rt_around {
    rt_neighbour *at; /* in the order in which the log first names */
    size_t n;
    bool more; /* there are more than are read */
} rt_around;

/* Reads at most 4096 of them, and notes in the reading where there are more. */
RT_RESULT rt_around_read(rt_reading *r, const rt_entity *e, rt_around *around, rt_error *err);

/* The same of those alone that name it as entities of a schema that is wanted: the others are not even read. */
typedef bool rt_around_filter(const rt_schema *schema);
RT_RESULT rt_around_read_only(rt_reading *r, const rt_entity *e, rt_around_filter *wanted, rt_around *around,
                              rt_error *err);

/* Whether it is something that happens, or a relation: an event, or what has a place in time and is no edge. */
bool rt_is_happening(const rt_entity *e);

/* What those who name it make of it: empty when somebody asserts it, else "denies", "suspects" or "believes". */
rt_str rt_facts_stance(rt_facts facts);

/* Whether all of these are taken out of what counts. */
bool rt_facts_are_out(rt_facts facts);
