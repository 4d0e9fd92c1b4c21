/* expect: there must be an event that fits, by a day. Silence is no proof: where nobody tells of one and the day is
 * over, the rule is possibly broken; broken only where the rule says that such events are always on record, or where
 * somebody denies the event. Each event that a pattern names to say when (`after (Release ...)`) is an obligation of
 * its own. */
#include "analysis/watch_kind.h"

static rt_alert blank(const rt_watching *w) {
    return (rt_alert){.watch = w->watch,
                      .subject = w->subject,
                      .matched = w->trigger != NULL ? w->trigger->id : RT_S(""),
                      .event = NULL,
                      .since = RT_DAY_OPEN_START};
}

static rt_str due_words(const rt_watching *w) {
    const rt_rule_due due = rt_watching_due(w);
    const bool last = due.latest != RT_DAY_OPEN_END && due.latest != RT_DAY_OPEN_START;
    return last ? rt_str_printf(w->r->arena, " by %.*s", RT_FMT(rt_day_text(due.latest, w->r->arena))) : RT_S("");
}

static rt_str kind_words(const rt_watching *w) { return w->watch->rule->pattern.schema->label; }

static void lay_down(const rt_watching *w, rt_alert *a, const rt_rule_hit *hit) {
    a->event = hit->event;
    rt_rule_basis_add(&a->basis, &hit->basis, w->r->arena);
    if (hit->datings.n == 0) return;
    a->dated = true;
    a->when = hit->datings.at[0].dating.when;
}

/* An event that fits, surely or possibly. */
static rt_alert of_event(const rt_watching *w, const rt_rule_hit *hit, rt_certainty over) {
    rt_alert a = blank(w);
    const rt_str event = rt_event_words(hit->event, &hit->datings, w->r->arena);
    lay_down(w, &a, hit);
    if (hit->certainty == RT_CERTAIN) {
        a.outcome = RT_OUTCOME_KEPT;
        a.explanation = rt_str_printf(w->r->arena, "%.*s is what was expected", RT_FMT(event));
    } else {
        a.outcome = over == RT_CERTAIN ? RT_OUTCOME_POSSIBLY : RT_OUTCOME_OPEN;
        a.explanation =
            rt_str_printf(w->r->arena, "%.*s may be what was expected%.*s", RT_FMT(event), RT_FMT(due_words(w)));
    }
    return a;
}

static const rt_rule_hit *first_that(const rt_rule_hits *hits, bool denied) {
    for (size_t i = 0; i < hits->n; i++)
        if (hits->at[i].certainty == RT_IMPOSSIBLE && (denied ? hits->at[i].denied : hits->at[i].late))
            return &hits->at[i];
    return NULL;
}

/* Nobody tells of one, and the day is over. */
static rt_alert of_silence(const rt_watching *w, const rt_rule_hits *hits) {
    rt_alert a = blank(w);
    rt_arena *arena = w->r->arena;
    const rt_rule_hit *denied = first_that(hits, true), *late = first_that(hits, false);
    const bool breach = (denied != NULL || w->watch->rule->on_record) && w->watch->sure == RT_CERTAIN;
    a.outcome = breach ? RT_OUTCOME_BROKEN : RT_OUTCOME_POSSIBLY;
    a.since = rt_watching_due(w).latest + 1;
    a.explanation = rt_str_printf(arena, "%.*s: none is told of that was expected%.*s", RT_FMT(kind_words(w)),
                                  RT_FMT(due_words(w)));
    if (breach && rt_watching_lapses(w) == RT_POSSIBLE) {
        a.outcome = RT_OUTCOME_POSSIBLY;
        rt_rule_doubt(&a.basis, RT_S("the condition may have ended before one was due"), arena);
    }
    if (!breach && denied == NULL)
        rt_rule_doubt(&a.basis, RT_S("that nobody tells of it is no proof that it was not"), arena);
    if (denied != NULL) {
        lay_down(w, &a, denied);
        a.explanation =
            rt_str_printf(arena, "%.*s was expected%.*s, and is denied",
                          RT_FMT(rt_event_words(denied->event, &denied->datings, arena)), RT_FMT(due_words(w)));
    } else if (late != NULL) {
        lay_down(w, &a, late);
        a.explanation = rt_str_printf(arena, "%.*s; one came later: %.*s", RT_FMT(a.explanation),
                                      RT_FMT(rt_event_words(late->event, &late->datings, arena)));
    }
    return a;
}

static rt_alert of_lapse(const rt_watching *w) {
    rt_alert a = blank(w);
    a.outcome = RT_OUTCOME_KEPT;
    a.explanation = rt_str_printf(w->r->arena, "%.*s: the condition ended before one was due", RT_FMT(kind_words(w)));
    return a;
}

static rt_alert of_nothing(const rt_watching *w) {
    rt_alert a = blank(w);
    a.outcome = RT_OUTCOME_OPEN;
    a.explanation = rt_str_printf(w->r->arena, "%.*s: none is told of so far; it is expected%.*s",
                                  RT_FMT(kind_words(w)), RT_FMT(due_words(w)));
    return a;
}

static void add_trigger(rt_watching *w, rt_alert *a) {
    for (size_t i = 0; i < w->span_n; i++)
        for (size_t k = 0; k < w->spans[i].n; k++) {
            const rt_rule_mark *mark = &w->spans[i].marks[k];
            if (mark->event == NULL || (w->trigger != NULL && mark->event != w->trigger)) continue;
            rt_rule_basis_add(&a->basis, &mark->basis, w->r->arena);
            if (mark->certainty != RT_CERTAIN && a->outcome == RT_OUTCOME_BROKEN) a->outcome = RT_OUTCOME_POSSIBLY;
        }
}

static rt_status find_one(rt_watching *w, rt_alerts *alerts, rt_error *err) {
    rt_rule_hits hits = {0};
    const rt_certainty over = rt_watching_is_over(w);
    RT_TRY(rt_watching_hits(w, &hits, err));
    rt_alert a = hits.n > 0 && hits.at[0].certainty != RT_IMPOSSIBLE ? of_event(w, &hits.at[0], over)
                 : rt_watching_lapses(w) == RT_CERTAIN               ? of_lapse(w)
                 : over == RT_CERTAIN                                ? of_silence(w, &hits)
                                                                     : of_nothing(w);
    add_trigger(w, &a);
    rt_alert_add(alerts, &a, w->r->arena);
    return rt_ok;
}

static const rt_rule_span *triggers_of(const rt_watching *w) {
    for (size_t i = 0; i < w->span_n; i++)
        if (w->spans[i].when->point.kind == RT_RULE_PATTERN) return &w->spans[i];
    return NULL;
}

static rt_status find(rt_watching *w, rt_alerts *alerts, rt_error *err) {
    const rt_rule_span *triggers = triggers_of(w);
    if (triggers == NULL) return find_one(w, alerts, err);
    for (size_t i = 0; i < triggers->n; i++) {
        w->trigger = triggers->marks[i].event;
        RT_TRY(find_one(w, alerts, err));
    }
    w->trigger = NULL;
    return rt_ok;
}

/* Whoever stands in an event after which something is expected; without such an event nobody can be told. */
static const rt_rule_pattern *everybody(const rt_rule *rule) {
    for (size_t i = 0; i < rule->n; i++)
        if (rt_rule_pattern_has_subject(&rule->whens[i].point.pattern)) return &rule->whens[i].point.pattern;
    return NULL;
}

extern const rt_watch_kind rt_watch_expect;
const rt_watch_kind rt_watch_expect = {.rule = &rt_rule_expect, .find = find, .everybody = everybody};
