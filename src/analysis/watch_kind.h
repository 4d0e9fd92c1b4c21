/* What a kind of rule finds: one file a kind (watch_NAME.c) that ends in a constant struct, and a line in the table of
 * watch_kind.c. How the kind is read and printed stands in src/model (rule_kind.h there). */
#pragma once

#include "analysis/rule_find.h"
#include "analysis/watch.h"
#include "model/rule_kind.h"

typedef enum rt_outcome { RT_OUTCOME_KEPT, RT_OUTCOME_OPEN, RT_OUTCOME_POSSIBLY, RT_OUTCOME_BROKEN } rt_outcome;

rt_str rt_outcome_name(rt_outcome outcome); /* "kept", "open", "possibly", "broken" */

/* What is asked: of one rule, for one subject. */
typedef struct rt_watching {
    rt_reading *r;
    const rt_watch *watch;
    const rt_entity *subject; /* NULL: the rule speaks of nobody in particular */
    rt_day today;
    struct rt_rule_span *spans; /* when it must be: filled by rt_watching_begin */
    size_t span_n;
    const rt_entity *trigger; /* only what follows this event is asked; NULL: all */
} rt_watching;

/* One of the events (or dates) that a part of the rule names to say when. */
typedef struct rt_rule_mark {
    const rt_entity *event; /* NULL: a date */
    rt_rule_datings datings;
    rt_certainty certainty; /* that it is what the rule names */
    rt_rule_basis basis;
} rt_rule_mark;

typedef struct rt_rule_span {
    const rt_rule_when *when;
    rt_rule_mark *marks;
    size_t n;
} rt_rule_span;

/* An event that fits, or would if it were surer. */
typedef struct rt_rule_hit {
    const rt_entity *event;
    rt_certainty certainty; /* that it fits and lies in time; impossible: `denied` or `late` says why it is here */
    bool denied, late;
    rt_rule_datings datings;
    rt_rule_basis basis;
} rt_rule_hit;

typedef struct rt_rule_hits {
    rt_rule_hit *at;
    size_t n;
} rt_rule_hits;

/* What was found. */
typedef struct rt_alert {
    const rt_watch *watch;
    const rt_entity *subject; /* NULL: see above */
    const rt_entity *event;   /* NULL: it rests on several, or on none */
    rt_outcome outcome;
    rt_str matched; /* what of the case it is about, by content: the same rule, subject and this make the same alert */
    rt_str explanation;
    rt_rule_basis basis;
    rt_when when; /* of what it rests on */
    bool dated;
    rt_day since; /* silence is a finding from this day on; RT_DAY_OPEN_START: not silence */
} rt_alert;

typedef struct rt_alerts {
    rt_alert *at;
    size_t n;
} rt_alerts;

typedef struct rt_watch_kind {
    const rt_rule_kind *rule;
    /* Adds what the rule finds for the subject; at least one, so that `kept` and `open` are told too, unless there is
     * nothing to ask. */
    rt_status (*find)(rt_watching *w, rt_alerts *alerts, rt_error *err);
    /* The pattern in which everybody is found whom a rule for everybody concerns; NULL: nobody. */
    const rt_rule_pattern *(*everybody)(const rt_rule *rule);
    /* The same for a kind without patterns: the ids. NULL: everybody() tells. */
    rt_status (*everyone)(rt_reading *r, const rt_rule *rule, rt_strs *ids, rt_error *err);
} rt_watch_kind;

extern const rt_watch_kind *const rt_watch_kinds[]; /* ends with NULL */

/* --- for the kinds --------------------------------------------------------------------------------------------------
 */

/* Resolves what the rule says of when. */
RT_RESULT rt_watching_begin(rt_watching *w, rt_error *err);

/* The events that fit the rule's pattern at some time, the surest first. */
RT_RESULT rt_watching_hits(rt_watching *w, rt_rule_hits *hits, rt_error *err);

/* From when on no event can be in time any more; RT_DAY_OPEN_END: never. */
rt_rule_due rt_watching_due(const rt_watching *w);

/* Whether what follows an event was not due before the condition ended: then nobody had to do it any more. */
rt_certainty rt_watching_lapses(const rt_watching *w);

/* Whether that day is over: certain on any reading of the dates. */
rt_certainty rt_watching_is_over(const rt_watching *w);

void rt_alert_add(rt_alerts *alerts, const rt_alert *alert, rt_arena *arena);

/* An alert on one event. */
rt_alert rt_alert_of_hit(const rt_watching *w, const rt_rule_hit *hit);

/* "Oussama Atar", or the rule's caption where it speaks of nobody. */
rt_str rt_watching_who(const rt_watching *w);

/* "Passport" or "Passport: no. 5 (2012-08)": an event in words, with its date. */
rt_str rt_event_words(const rt_entity *e, const rt_rule_datings *datings, rt_arena *arena);
rt_str rt_datings_words(const rt_rule_datings *datings, rt_arena *arena); /* "undated" */

/* Finds everything that a rule finds: for this subject, or (NULL) for whom it binds. Each runs once. */
RT_RESULT rt_watch_find(rt_reading *r, const rt_watch *watch, const rt_entity *subject, rt_day today, rt_alerts *alerts,
                        rt_error *err);
