/* Conditions and watch rules as the case holds them: a Condition entity whose property `rule` says in the language of
 * model/rule.h, or in words for people, what must be done or left. Rules are statements as all else: who says one, and
 * since when, is told; one that was taken back is no more. */
#pragma once

#include "analysis/rule_match.h"

typedef struct rt_watch {
    const rt_entity *condition; /* NULL: given with the question, and on no condition */
    rt_str id, caption;
    rt_str line;         /* the rule in its canonical form; what is no rule, as it stands */
    const rt_rule *rule; /* NULL: nobody says in the language what it means, or it can't be read */
    rt_str fault;        /* why it can't be read */
    rt_certainty sure;   /* that there is this rule */
    rt_facts facts;      /* who says it */
    rt_rule_basis terms; /* whom it binds, and when */
    const rt_entity **subjects;
    size_t subject_n;
    bool binds;            /* somebody says, or said, whom it binds: else it binds everybody */
    rt_rule_datings times; /* none: at any time */
} rt_watch;

typedef struct rt_watches {
    rt_watch *at;
    size_t n;
} rt_watches;

/* Adds the rules of a condition. What it says in words only is one without a rule. */
RT_RESULT rt_watches_of(rt_reading *r, const rt_entity *condition, rt_watches *all, rt_error *err);

/* Adds those that are given with the question. */
RT_RESULT rt_watches_given(rt_reading *r, rt_given_rules given, rt_watches *all, rt_error *err);

/* Adds those of all conditions of the case, in the order of the ids. */
RT_RESULT rt_watches_all(rt_reading *r, rt_watches *all, rt_error *err);

/* Adds those of the conditions that are not found by whom they bind alone (rt_cursor_loose_rules). */
RT_RESULT rt_watches_loose(rt_reading *r, rt_watches *all, rt_error *err);

/* Adds those that bind somebody, and those that bind everybody. */
RT_RESULT rt_watches_on(rt_reading *r, const rt_entity *subject, rt_watches *all, rt_error *err);

/* Whether it binds everybody: it names nobody whom it binds, but speaks of somebody. */
bool rt_watch_is_for_all(const rt_watch *w);
