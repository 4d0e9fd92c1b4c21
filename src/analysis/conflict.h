/* What contradicts what. The rules are the table in conflict.c: each has a name, a sentence that says why its sides
 * can't both hold, and how grave it is. docs/disagreement.md lists them.
 *
 * A contradiction is certain when its sides can't both be true; possible when a date is uncertain or approximate, when
 * two texts may mean the same, or when one speaker gives alternatives. Only what counts is compared: what was taken
 * back contradicts nothing. */
#pragma once

#include "analysis/around.h"
#include "analysis/shape.h"

/* A rule; one of values that exclude each other has the name of their property. */
typedef struct rt_conflict_rule {
    const char *name;
    const char *why; /* a sentence, no full stop */
    int grave;       /* 1 to 9: how much hangs on it */
} rt_conflict_rule;

/* All rules; ends with one without a name. */
extern const rt_conflict_rule rt_conflict_rules[];
const rt_conflict_rule *rt_conflict_rule_named(rt_str name); /* NULL: there is none */

/* Adds those of one entity by itself: [{rule, why, weight, entity, certainty, sides[{value, grade, statements[],
 * sources[], label?, entity?, stance?, prop?, about?}]}]. */
RT_RESULT rt_conflicts_add(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);

/* Adds those of an entity, of what stands around it, and those between the two (an event after a death, two places at
 * once). */
RT_RESULT rt_conflicts_around(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *list,
                              rt_error *err);

/* Gives each its weight, and puts the heaviest first; equal ones stay as they are. The weight is the rule's gravity,
 * twice that where it is certain, and one more for each source behind the second best supported side, at most 9. A
 * source that is graded E or 5 supports nothing. */
void rt_conflicts_rank(rt_value *list, rt_arena *arena);
