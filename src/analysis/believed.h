/* Who is believed to be the same: hypotheses that two are one, and aliases that somebody only believes to be theirs.
 * They keep the two apart, and stand on the dossier of each. */
#pragma once

#include "analysis/around.h"
#include "analysis/shape.h"

/* Whether two could be one by their schemata; NULL is nobody. */
bool rt_could_be_one(const rt_entity *a, const rt_entity *b);

/* Whether a hypothesis that names both says that they are one: somebody gives its kind as `identity`, or nobody gives
 * it a kind. */
bool rt_is_of_identity(const rt_entity *hypothesis);

/* [{other, hypothesis, what, held[{by, via[], how, value, stance, grade, support, retracted, statements[], sources[]}],
 * for_origins, against_origins, for[], against[], judged}]: those of hypotheses in the order in which they name e, then
 * those of an alias alone. */
RT_RESULT rt_shape_identity(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *list, rt_error *err);
