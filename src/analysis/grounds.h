/* On what a judgement rests. */
#pragma once

#include "analysis/reading.h"

/* Puts `on[{statement, entity, prop, value, standing}]` into an object: the statements that the judgement with this id
 * rests on; `standing` is `counts`, `taken back` or (under --said-by) `possibly taken back`. And `shaken`: null, or
 * "certain" or "possible" where it rests on something that no longer counts. *shaken tells the same; may be NULL. */
RT_RESULT rt_shape_grounds(rt_reading *r, rt_str judgement, rt_value *object, rt_sure *shaken, rt_error *err);
