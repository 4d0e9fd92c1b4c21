/* Whether an entity is what a rule's pattern speaks of, and by which statements.
 *
 * Certain is what somebody asserts and nobody denies; what is only suspected or believed, what somebody denies too,
 * what `unknown` or `is not` leaves open, and a name that more than one bears, is possible. What was taken back counts
 * nothing. */
#pragma once

#include "analysis/rule_time.h"

/* What an outcome rests on. */
typedef struct rt_rule_basis {
    rt_facts *needs; /* of each, one statement is enough */
    size_t n;
    rt_facts against; /* who denies it */
    rt_strs doubts;   /* why it is not certain, in words */
} rt_rule_basis;

void rt_rule_needs(rt_rule_basis *basis, rt_facts facts, rt_arena *arena);
void rt_rule_doubt(rt_rule_basis *basis, rt_str why, rt_arena *arena); /* each once */
void rt_rule_basis_add(rt_rule_basis *to, const rt_rule_basis *from, rt_arena *arena);
rt_facts rt_rule_basis_facts(const rt_rule_basis *basis, rt_arena *arena); /* all of needs, in the log's order */

typedef struct rt_rule_fit {
    rt_certainty certainty;
    bool denied; /* it would fit, but what is left of it is denied */
    rt_rule_basis basis;
} rt_rule_fit;

/* subject: who $subject is; NULL where the pattern has none. */
RT_RESULT rt_rule_match(rt_reading *r, const rt_rule_pattern *pattern, const rt_entity *subject, const rt_entity *e,
                        rt_rule_fit *fit, rt_error *err);

/* How surely a value of a property names this entity: by its id, or by a name of its own. */
RT_RESULT rt_rule_names(rt_reading *r, rt_str value, const rt_entity *e, rt_certainty *certainty, rt_error *err);

/* The entity that a text means, by its id, else as the only one that bears the name; else one of which nobody speaks,
 * whose id and caption are the text. */
RT_RESULT rt_rule_entity(rt_reading *r, rt_str text, const rt_entity **e, rt_error *err);

/* The texts by which statements name it: its ids and its own names. */
rt_strs rt_rule_keys(const rt_entity *e, rt_arena *arena);

/* How surely this claim holds, all that is said of its value considered; denials go to `against`. */
rt_certainty rt_rule_support(const rt_entity *e, const rt_claim *c, rt_rule_basis *basis, rt_arena *arena);
