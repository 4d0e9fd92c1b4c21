/* What a reader who asks as of a day must know: what was shown then and was erased since is not shown now. */
#pragma once

#include "analysis/reading.h"

/* The erasures that came after what the lens asks as of, of those that its reader may see, in the order of the log.
 * None where it asks for no day. */
RT_RESULT rt_erased_since(rt_lens *lens, rt_arena *arena, rt_seen_list *erasures, rt_error *err);

/* Puts `erased_since` into an object where there are any: [{id, recorded_at, recorded_by, authority, why, entries,
 * types[], datasets[]}]. */
RT_RESULT rt_erased_since_put(rt_lens *lens, rt_arena *arena, rt_value *object, rt_error *err);

/* What is told of one erasure: all of it but the id and who recorded it, when and why. */
void rt_erasure_put(const rt_entry *erasure, rt_arena *arena, rt_value *row);
