/* forbid: each event that fits breaks the rule. */
#include "analysis/watch_kind.h"

static rt_alert of_event(const rt_watching *w, const rt_rule_hit *hit) {
    rt_alert a = rt_alert_of_hit(w, hit);
    a.explanation = rt_str_printf(w->r->arena, "%.*s %s what must not be",
                                  RT_FMT(rt_event_words(hit->event, &hit->datings, w->r->arena)),
                                  a.outcome == RT_OUTCOME_BROKEN ? "is" : "may be");
    return a;
}

/* Nothing that fits is told of. */
static rt_alert of_nothing(const rt_watching *w) {
    rt_alert a = {.watch = w->watch, .subject = w->subject, .matched = RT_S(""), .since = RT_DAY_OPEN_START};
    const bool over = rt_watching_is_over(w) == RT_CERTAIN;
    a.outcome = over ? RT_OUTCOME_KEPT : RT_OUTCOME_OPEN;
    a.explanation = over ? RT_S("the time is over, and nothing that breaks it is told of")
                         : RT_S("nothing that breaks it is told of so far");
    return a;
}

static rt_status find(rt_watching *w, rt_alerts *alerts, rt_error *err) {
    rt_rule_hits hits = {0};
    bool some = false;
    RT_TRY(rt_watching_hits(w, &hits, err));
    for (size_t i = 0; i < hits.n; i++) {
        if (hits.at[i].certainty == RT_IMPOSSIBLE) continue;
        const rt_alert a = of_event(w, &hits.at[i]);
        rt_alert_add(alerts, &a, w->r->arena);
        some = true;
    }
    if (some || rt_watch_is_for_all(w->watch)) return rt_ok;
    const rt_alert none = of_nothing(w);
    rt_alert_add(alerts, &none, w->r->arena);
    return rt_ok;
}

static const rt_rule_pattern *everybody(const rt_rule *rule) { return &rule->pattern; }

extern const rt_watch_kind rt_watch_forbid;
const rt_watch_kind rt_watch_forbid = {.rule = &rt_rule_forbid, .find = find, .everybody = everybody};
