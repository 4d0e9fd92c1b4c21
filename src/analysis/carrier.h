/* What carries an entry: the letters that are said to carry a statement or a document, by its id; and who held it. */
#pragma once

#include "analysis/entity_set.h"
#include "analysis/reading.h"

/* The entities that name this id by a property (`carries`, `item`) and say so in a way that counts; each once, in the
 * order of the log. */
RT_RESULT rt_carriers_of(rt_reading *r, rt_str id, const char *prop, rt_entity_set *carriers, rt_error *err);
