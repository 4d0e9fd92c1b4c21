/* Which entities a rule may speak of, found by index: by who stands in a role, else by schema. */
#pragma once

#include "analysis/entity_set.h"
#include "analysis/rule_match.h"

/* Adds the entities that may fit a pattern for this subject (which may be NULL). What is added need not fit. */
RT_RESULT rt_rule_candidates(rt_reading *r, const rt_rule_pattern *pattern, const rt_entity *subject,
                             rt_entity_set *found, rt_error *err);

/* The ids and names of all who stand in the role of $subject in entities that may fit the pattern; in code point order.
 */
RT_RESULT rt_rule_everybody(rt_reading *r, const rt_rule_pattern *pattern, rt_strs *subjects, rt_error *err);
