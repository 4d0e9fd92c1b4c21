/* A name that several bear: a view shows one of them, and says so. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

/* Puts `meant` into an object where some of these names are borne by more than one: [{asked, entity, others[], more}],
 * the one that is shown, then at most 20 others in the order of choice (who.h); `more` is how many there are besides.
 */
RT_RESULT rt_meant_put(rt_lens *lens, rt_strs asked, rt_arena *arena, rt_value *object, rt_error *err);
