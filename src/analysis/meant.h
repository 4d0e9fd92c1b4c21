/* A name that several bear: a view shows one of them, and says so. */
#pragma once

#include "analysis/who.h"
#include "base/value.h"

/* Puts `meant` into an object where some of these names are borne by more than one: [{asked, entity, others[], more}],
 * the one that is shown, then at most 20 others in the order of choice (who.h); `more` is how many there are besides.
 */
RT_RESULT rt_meant_put(rt_lens *lens, rt_strs asked, rt_arena *arena, rt_value *object, rt_error *err);

/* Puts `also`: all others who bear the name, or one like it, in the order of choice. */
void rt_also_put(const rt_who *who, rt_arena *arena, rt_value *object);
