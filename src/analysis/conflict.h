/* What contradicts what. The rules are data (data/conflicts.yaml, conflict_rules.h): each has a name, a sentence that
 * says why its sides can't both hold, and how grave it is. docs/disagreement.md lists them.
 *
 * A contradiction is certain when its sides can't both be true; possible when a date is uncertain or approximate, when
 * two texts may mean the same, or when one speaker gives alternatives. Only what counts is compared: what was taken
 * back contradicts nothing. */
#pragma once

#include "analysis/around.h"
#include "analysis/conflict_rules.h"
#include "analysis/shape.h"
#include "base/map.h"

/* Contradictions as they are found. {.values = a list} begins one. */
typedef struct rt_conflict_list {
    rt_value *values;
    const rt_value *noted; /* the last one whose statements are noted below */
    rt_map pairs;          /* of statements that stand in one contradiction */
} rt_conflict_list;

const rt_conflict_rule *rt_conflict_rule_named(rt_str name); /* NULL: there is none */

/* Adds those of one entity by itself: [{rule, why, weight, entity, certainty, sides[{value, grade, statements[],
 * sources[], label?, entity?, stance?, prop?, about?}]}]. */
RT_RESULT rt_conflicts_add(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err);

/* Adds those of an entity, of what stands around it, and those between the two (an event after a death, two places at
 * once). */
RT_RESULT rt_conflicts_around(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                              rt_error *err);

/* Gives each its weight, and puts the heaviest first; equal ones stay as they are. The weight is the rule's gravity,
 * twice that where it is certain, and one more for each source behind the second best supported side, at most 9. A
 * source that is graded E or 5 supports nothing. */
void rt_conflicts_rank(rt_value *list, rt_arena *arena);
