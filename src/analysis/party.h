/* Who is meant where a statement names somebody: the entity with this id, else the only one of this name. */
#pragma once

#include "analysis/entity_set.h"
#include "analysis/reading.h"

/* NULL in *e when nobody has this id or name, or more than one bears it: then the text says all that is known. */
RT_RESULT rt_party_of(rt_reading *r, rt_str text, const rt_entity **e, rt_error *err);

/* Adds the entities of the case whose schema is one of these n (or extends it): each once, in an order that tells
 * nothing of what is hidden. */
RT_RESULT rt_parties_of_schema(rt_reading *r, const char *const *schemata, size_t n, rt_entity_set *found,
                               rt_error *err);

/* Adds those that name somebody by a text that is their name, as the value of one of these n properties. */
RT_RESULT rt_parties_by_name(rt_reading *r, const rt_entity *who, const char *const *props, size_t n,
                             rt_entity_set *found, rt_error *err);
