/* One FollowTheMoney entity, given as a JSON object, as a subject to be compared: from a request, a pair, a query. */
#pragma once

#include "base/value.h"
#include "names/subject.h"

/* {"id", "schema", "properties": {name: [values]}}; `caption` beside them where nothing else names it. Lenient: an id
 * may be missing, a value may stand without a list, a number is text, properties that tell nothing fall away. RT_BAD
 * for what is no object with properties. All lives in the arena. */
RT_RESULT rt_entity_subject(const rt_value *entity, rt_arena *arena, rt_subject *subject, rt_error *err);
