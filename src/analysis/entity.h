/* An entity as the lens shows it: one id, or the cluster of ids that are judged the same; its statements, its claims,
 * what it is called. */
#pragma once

#include "analysis/claim.h"

typedef struct rt_entity {
    rt_str id;       /* of a cluster: the first of its members in code point order */
    rt_strs members; /* in code point order, itself among them */
    rt_str schema_name;
    const rt_schema *schema; /* NULL where the schema of its statements is not known */
    rt_str caption;
    rt_facts facts; /* in the order of the log; at least one */
    rt_claims claims;
    size_t source_count;
} rt_entity;

/* Reads it from the store. *e is NULL when no visible statement is about it. */
RT_RESULT rt_entity_read(rt_lens *lens, rt_str id, rt_arena *arena, const rt_entity **e, rt_error *err);

/* The same of this id alone, whatever was judged. */
RT_RESULT rt_entity_read_alone(rt_lens *lens, rt_str id, rt_arena *arena, const rt_entity **e, rt_error *err);

bool rt_entity_has_member(const rt_entity *e, rt_str id);

/* Whether its schema is this one or extends it; false where it is not known. */
bool rt_entity_is(const rt_entity *e, const char *schema);

/* Whether a property gives a name by which the entity itself is called. */
bool rt_is_own_name(rt_str prop);

/* Rule 4: the name that most sources give, then the longest, then the first in code point order; else the same of other
 * properties that name it, then of those that the schema makes a caption of; else the id. */
rt_str rt_caption_of(const rt_entity *e, rt_arena *arena);
