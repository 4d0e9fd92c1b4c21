/* When what a rule speaks of was: the dates that sources give an event, how they lie to the days that a rule names, and
 * which day is today. */
#pragma once

#include "analysis/dating.h"
#include "analysis/reading.h"
#include "base/date_allen.h"
#include "model/rule.h"

/* One way in which sources date something. */
typedef struct rt_rule_dating {
    rt_dating dating;
    rt_facts starts, ends; /* who says so: of each part one statement is enough */
} rt_rule_dating;

typedef struct rt_rule_datings {
    rt_rule_dating *at;
    size_t n; /* 0: nobody says when */
} rt_rule_datings;

/* All ways in which it is dated. A date that holds another one (2012 and 2012-08) says nothing against it and is left
 * out. At most eight. */
rt_rule_datings rt_rule_datings_of(const rt_entity *e, rt_arena *arena);

/* How surely an event lies as `when` asks of it to what the rule names, in every way in which the two are dated:
 * certain when in all, impossible when in none. */
rt_certainty rt_rule_relate(const rt_rule_when *when, const rt_rule_datings *event, const rt_rule_datings *named);

/* Whether it lies surely behind the days that are asked for. */
bool rt_rule_is_late(const rt_rule_when *when, const rt_rule_datings *event, const rt_rule_datings *named);

/* The last day on which an event can still be as `when` asks, at the earliest and at the latest; RT_DAY_OPEN_END: there
 * is none. */
typedef struct rt_rule_due {
    rt_day earliest, latest;
} rt_rule_due;
rt_rule_due rt_rule_due_of(const rt_rule_when *when, const rt_rule_datings *named);

/* The day up to which the case is known: that of --at, else of the latest recording that the lens lets
 * through. Never the clock's. RT_DAY_OPEN_START where nothing is seen. */
RT_RESULT rt_rule_today(rt_lens *lens, rt_arena *arena, rt_day *today, rt_error *err);
