/* Who may be the same: entities with names like this one's, and what speaks for and against. They stay apart until
 * somebody judges them the same. */
#pragma once

#include "analysis/shape.h"

/* At most ten, the best first: [{id, caption, schema, score, why[{feature, score, detail}]}]. The score is the name
 * engine's, the chance that the two are one; the scores of `why` are in log-odds and add up to it. Who is judged
 * different is left out. */
RT_RESULT rt_shape_candidates(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);
