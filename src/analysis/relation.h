/* Relations of an entity: edges between it and others (family, membership, employment, ...), in both directions, and
 * what else names it and is no event. */
#pragma once

#include "analysis/around.h"
#include "analysis/shape.h"

/* [{id, schema, what, other, when, span, sources[], statements[], stance?, retracted?}] for each relation of e among
 * what stands around it; what says it from e's side: "mother", "mother of", "works for (guard)". Those that surely were
 * not on the day of --at are left out. */
RT_RESULT rt_shape_relations(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *list, rt_error *err);

/* What the target of an edge is to its source: "mother", "works for (guard)". The schema must have both ends. */
rt_str rt_relation_words(const rt_entity *edge, rt_arena *arena);
