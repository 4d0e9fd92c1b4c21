/* A judgement in a few words, and on what it rests. */
#pragma once

#include "analysis/reading.h"

/* {id, a, b, judgement, recorded_at, recorded_by, why}; null of one without id. */
rt_value *rt_shape_judgement(rt_reading *r, const rt_entry *e);

/* Puts `on[{statement, entity, prop, value, standing}]` into an object: the statements that the judgement with this id
 * rests on; `standing` is `counts`, `taken back` or (under --said-by) `possibly taken back`. And `shaken`: null, or
 * "certain" or "possible" where it rests on something that no longer counts. *shaken tells the same; may be NULL. */
RT_RESULT rt_shape_grounds(rt_reading *r, rt_str judgement, rt_value *object, rt_sure *shaken, rt_error *err);
