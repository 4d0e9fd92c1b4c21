/* What the rules of contradiction are written with: opening one, and its sides. */
#pragma once

#include "analysis/conflict.h"
#include "base/date_allen.h"

/* A claim has more values than people give only in a file made to hurt: those beyond are not compared. */
enum { RT_MOST_SIDES = 64 };

/* A new contradiction on e; its sides are the list that is returned. */
rt_value *rt_conflict_open(rt_reading *r, const rt_entity *e, rt_str name, rt_certainty certainty,
                           rt_conflict_list *list);

/* A side: a value, and who says it; of a claim those statements that affirm it, or (denied) those that deny it. */
void rt_conflict_side(rt_reading *r, rt_str value, rt_facts facts, rt_value *sides);
RT_RESULT rt_conflict_claim_side(rt_reading *r, const rt_claim *c, bool denied, rt_value *sides, rt_error *err);

/* A side that is one statement, told whole ("Visits of A, count: 20"); of the entity `of` without its name. */
RT_RESULT rt_conflict_fact_side(rt_reading *r, const rt_entity *of, const rt_entity *e, rt_fact *f, rt_value *sides,
                                rt_error *err);

/* Puts statements, sources and grade of these into a side. */
void rt_conflict_cite(rt_reading *r, rt_value *side, rt_facts facts);

/* The claims of one property that somebody affirms. */
typedef struct rt_affirmed {
    const rt_claim *at[RT_MOST_SIDES];
    bool excluded[RT_MOST_SIDES]; /* for the rule to mark */
    size_t n;
} rt_affirmed;
rt_affirmed rt_conflict_affirmed(const rt_entity *e, const char *prop);
RT_RESULT rt_conflict_excluded_sides(rt_reading *r, const rt_affirmed *a, rt_value *sides, rt_error *err);

/* Whether two places (ids, or texts) are two: neither names the other as what it is part of. */
RT_RESULT rt_conflict_are_apart(rt_reading *r, rt_str a, rt_str b, bool *apart, rt_error *err);

/* --- the rules, a file a family ---------------------------------------------------------------------------------- */

RT_RESULT rt_conflicts_of_values(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err);
RT_RESULT rt_conflicts_of_links(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err);
RT_RESULT rt_conflicts_of_dates(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err);
RT_RESULT rt_conflicts_of_life(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                               rt_error *err);
RT_RESULT rt_conflicts_of_places(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                                 rt_error *err);
RT_RESULT rt_conflicts_of_exclusion(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                                    rt_error *err);
