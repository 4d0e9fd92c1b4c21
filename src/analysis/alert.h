/* An alert as views tell of it: what a rule found, by which statements, since when, who held these at that time, and
 * whether somebody has looked at it. */
#pragma once

#include "analysis/watch_kind.h"
#include "base/value.h"

/* That somebody looked at an alert: a decision about the statement that says the rule, "acknowledged OUTCOME ID". */
typedef struct rt_alert_seen {
    rt_str alert, outcome, by, when, why;
} rt_alert_seen;

typedef struct rt_alerts_seen {
    rt_alert_seen *at; /* by alert, the latest of each last */
    size_t n;
} rt_alerts_seen;

/* What was acknowledged of the alerts of one rule. */
RT_RESULT rt_alerts_seen_of(rt_reading *r, const rt_watch *watch, rt_alerts_seen *seen, rt_error *err);

/* The latest on an alert; NULL: none. O(log n). */
const rt_alert_seen *rt_alert_seen_find(const rt_alerts_seen *seen, rt_str alert);

/* "acknowledged broken 0123...": what the decision says. */
rt_str rt_alert_decision(rt_str outcome, rt_str alert, rt_arena *arena);

/* The id of an alert: 32 hex digits of the SHA-256 of rule, condition, subject and what was found. */
rt_str rt_alert_id(const rt_alert *a, rt_arena *arena);

/* [{holder, since, span, reached, how, through, of, statements[]}]: to whom of those who may have had them these
 * statements of an entity had come when it was (`when`; NULL: at any time). */
RT_RESULT rt_alert_held(rt_reading *r, const rt_entity *of, rt_facts facts, const rt_when *when, rt_value *list,
                        rt_error *err);

/* The alert with this id among those of all rules of the case, with all statements that it rests on; *a is NULL when
 * there is none. */
RT_RESULT rt_alert_by_id(rt_reading *r, rt_str id, const rt_alert **a, rt_facts *facts, rt_error *err);

/* To look at a rule for a subject; NULL: for all that it is about. */
typedef struct rt_touch {
    size_t watch; /* place in the list of rules */
    const rt_entity *subject;
} rt_touch;

typedef struct rt_touches {
    rt_touch *at;
    size_t n;
} rt_touches;

/* Finds and adds the alerts of these rules to a list as docs/views.md has them, the gravest first. Kept ones only when
 * `all`. */
RT_RESULT rt_alerts_put(rt_reading *r, const rt_watches *watches, const rt_touches *look, bool all, rt_value *list,
                        rt_error *err);

/* All of these rules, for one subject or (NULL) for whoever they bind. */
rt_touches rt_touches_all(const rt_watches *watches, const rt_entity *subject, rt_arena *arena);
