/* Who may be the same: entities with names like this one's, and what speaks for and against. They stay apart until
 * somebody judges them the same. */
#pragma once

#include "analysis/shape.h"

/* At most ten, the best first: [{id, caption, schema, score, why[{feature, score, detail}], left[]}] (left: the lists
 * that it has left, as rt_shape_left has them). The score is the name
 * engine's, the chance that the two are one; the scores of `why` are in log-odds and add up to it. Who is judged
 * different is left out. */
RT_RESULT rt_shape_candidates(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);

/* The same of those alone that are wanted, which is asked of each id before anything is compared. */
typedef bool rt_candidate_wanted(void *with, rt_str id);
RT_RESULT rt_shape_candidates_among(rt_reading *r, const rt_entity *e, rt_candidate_wanted *wanted, void *with,
                                    rt_value *list, rt_error *err);
