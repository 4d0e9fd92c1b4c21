/* Files of rules: YAML that people can read, with lines of the rule language in it (model/rule.h; docs/rules.md).
 *
 *     speaker: Watch desk
 *     rules:
 *       - id: watch-visits
 *         name: Many visits to prisons
 *         rule: count Visit where visitor is $subject at least 20 across 2 facility
 *       - condition: condition-passport
 *         rule: forbid Passport where holder is p1 */
#pragma once

#include "exchange/input.h"
#include "model/rule.h"

/* All rules of a file. Errors name file, line, column and what was expected. Everything lives in the arena. */
RT_RESULT rt_rules_read(rt_input *in, rt_arena *arena, rt_given_rules *rules, rt_error *err);
