/* Which ids are one entity: the judgements `same` that the lens shows and that no later judgement on the same pair
 * takes back, joined. */
#pragma once

#include "store/cursor.h"

/* The members of the cluster of this id, itself among them, in code point order. O(members times their judgements). */
RT_RESULT rt_cluster_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_strs *members, rt_error *err);

/* The last judgement on two ids that the lens shows: "same", "different", "unsure", or empty; and its reason. */
RT_RESULT rt_judgement_on(rt_lens *lens, rt_str a, rt_str b, rt_arena *arena, rt_str *judgement, rt_str *why,
                          rt_error *err);
