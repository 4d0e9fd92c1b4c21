/* Who may be the same: entities with names like this one's, and what speaks for and against. They stay apart until
 * somebody judges them the same. */
#pragma once

#include "analysis/shape.h"

/* At most ten, the best first: [{id, caption, schema, score, why[{feature, score, detail}]}]. The score is the likeness
 * of the names, moved by what else can be compared; these numbers are plain, not calibrated. Who is judged different is
 * left out. */
RT_RESULT rt_shape_candidates(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);
