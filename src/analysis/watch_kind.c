#include "analysis/watch_kind.h"

#include <stdlib.h>

#include "base/grow.h"

extern const rt_watch_kind rt_watch_forbid, rt_watch_expect, rt_watch_count, rt_watch_match;

const rt_watch_kind *const rt_watch_kinds[] = {&rt_watch_forbid, &rt_watch_expect, &rt_watch_count, &rt_watch_match,
                                               NULL};

static const rt_watch_kind *kind_of(const rt_rule *rule) {
    size_t i = 0; /* each kind that is read has its line in the table (a test looks) */
    while (rt_watch_kinds[i + 1] != NULL && rt_watch_kinds[i]->rule != rule->kind) i++;
    return rt_watch_kinds[i];
}

rt_str rt_outcome_name(rt_outcome outcome) {
    static const rt_str names[] = {RT_S_INIT("kept"), RT_S_INIT("open"), RT_S_INIT("possibly"), RT_S_INIT("broken")};
    return names[outcome];
}

void rt_alert_add(rt_alerts *alerts, const rt_alert *alert, rt_arena *arena) {
    alerts->at = rt_grow(arena, alerts->at, alerts->n, sizeof *alerts->at);
    alerts->at[alerts->n++] = *alert;
}

/* --- in words -------------------------------------------------------------------------------------------------------
 */

rt_str rt_watching_who(const rt_watching *w) { return w->subject != NULL ? w->subject->caption : w->watch->caption; }

static rt_str dating_words(const rt_dating *d, rt_arena *arena) {
    if (d->edtf.len > 0) return d->edtf;
    if (d->start.len == 0) return rt_str_printf(arena, "until %.*s", RT_FMT(d->end));
    if (d->end.len == 0) return rt_str_printf(arena, "from %.*s", RT_FMT(d->start));
    return rt_str_printf(arena, "%.*s to %.*s", RT_FMT(d->start), RT_FMT(d->end));
}

rt_str rt_datings_words(const rt_rule_datings *datings, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    if (datings->n == 0) return RT_S("undated");
    for (size_t i = 0; i < datings->n; i++) {
        if (i > 0) rt_buf_add(&out, RT_S(" or "));
        rt_buf_add(&out, dating_words(&datings->at[i].dating, arena));
    }
    return rt_str_copy(arena, rt_buf_str(&out));
}

static bool is_named(const rt_entity *e) {
    for (size_t i = 0; i < e->claims.n; i++)
        if (rt_str_is(e->claims.at[i].prop, "name") && rt_claim_affirmed(&e->claims.at[i])) return true;
    return false;
}

/* The name of an event, or which kind it is. */
static rt_str short_words(const rt_entity *e, rt_arena *arena) {
    if (is_named(e) || e->schema == NULL) return e->caption;
    return rt_str_printf(arena, "the %.*s", RT_FMT(e->schema->label));
}

rt_str rt_event_words(const rt_entity *e, const rt_rule_datings *datings, rt_arena *arena) {
    const rt_str kind = e->schema != NULL ? e->schema->label : e->schema_name;
    const rt_str when = rt_datings_words(datings, arena);
    if (is_named(e))
        return rt_str_printf(arena, "%.*s \"%.*s\" (%.*s)", RT_FMT(kind), RT_FMT(e->caption), RT_FMT(when));
    return rt_str_printf(arena, "%.*s (%.*s)", RT_FMT(kind.len > 0 ? kind : e->id), RT_FMT(when));
}

/* --- when -----------------------------------------------------------------------------------------------------------
 */

static void add_mark(rt_rule_span *span, const rt_rule_mark *mark, rt_arena *arena) {
    span->marks = rt_grow(arena, span->marks, span->n, sizeof *mark);
    span->marks[span->n++] = *mark;
}

static void need_dates(rt_rule_basis *basis, const rt_rule_datings *d, rt_arena *arena) {
    for (size_t i = 0; i < d->n; i++) {
        rt_rule_needs(basis, d->at[i].starts, arena);
        rt_rule_needs(basis, d->at[i].ends, arena);
    }
}

static rt_rule_datings as_dating(const rt_when *when, rt_str text, rt_arena *arena) {
    rt_rule_datings d = {RT_NEW(arena, rt_rule_dating), 1};
    d.at[0].dating = (rt_dating){.edtf = text, .when = *when, .dated = true};
    return d;
}

static rt_status mark_events(rt_watching *w, const rt_rule_pattern *p, rt_rule_span *span, rt_error *err) {
    rt_entity_set found = {0};
    RT_TRY(rt_rule_candidates(w->r, p, w->subject, &found, err));
    for (size_t i = 0; i < found.n; i++) {
        rt_rule_fit fit;
        RT_TRY(rt_rule_match(w->r, p, w->subject, found.at[i], &fit, err));
        if (fit.certainty == RT_IMPOSSIBLE || fit.denied) continue;
        rt_rule_mark mark = {found.at[i], rt_rule_datings_of(found.at[i], w->r->arena), fit.certainty, fit.basis};
        need_dates(&mark.basis, &mark.datings, w->r->arena);
        add_mark(span, &mark, w->r->arena);
    }
    return rt_ok;
}

static rt_status mark_all(rt_watching *w, const rt_rule_point *p, rt_rule_span *span, rt_error *err) {
    rt_rule_mark mark = {.certainty = RT_CERTAIN};
    rt_arena *arena = w->r->arena;
    if (p->kind == RT_RULE_PATTERN) return mark_events(w, &p->pattern, span, err);
    if (p->kind == RT_RULE_DATE)
        mark.datings = as_dating(&p->date, p->text, arena);
    else if (p->kind == RT_RULE_CONDITION)
        mark.datings = w->watch->times;
    else {
        RT_TRY(rt_rule_entity(w->r, p->text, &mark.event, err));
        mark.datings = rt_rule_datings_of(mark.event, arena);
        need_dates(&mark.basis, &mark.datings, arena);
    }
    add_mark(span, &mark, arena);
    return rt_ok;
}

static rt_status add_span(rt_watching *w, const rt_rule_when *when, rt_error *err) {
    rt_rule_span span = {.when = when};
    RT_TRY(mark_all(w, &when->point, &span, err));
    w->spans = rt_grow(w->r->arena, w->spans, w->span_n, sizeof span);
    w->spans[w->span_n++] = span;
    return rt_ok;
}

static bool says_during_condition(const rt_rule *rule) {
    for (size_t i = 0; i < rule->n; i++)
        if (rule->whens[i].kind <= RT_RULE_STARTS && rule->whens[i].point.kind == RT_RULE_CONDITION) return true;
    return false;
}

/* What a rule says of when; that it is a condition of some time; and nothing behind the day of --at has happened. */
rt_status rt_watching_begin(rt_watching *w, rt_error *err) {
    const rt_rule *rule = w->watch->rule;
    const rt_when *at = rt_lens_at(w->r->lens);
    w->spans = NULL;
    w->span_n = 0;
    for (size_t i = 0; i < rule->n; i++) RT_TRY(add_span(w, &rule->whens[i], err));
    if (w->watch->times.n > 0 && !says_during_condition(rule)) {
        rt_rule_when *when = RT_NEW(w->r->arena, rt_rule_when);
        *when = (rt_rule_when){.kind = RT_RULE_DURING, .point = {.kind = RT_RULE_CONDITION}};
        RT_TRY(add_span(w, when, err));
    }
    if (at == NULL) return rt_ok;
    rt_rule_when *when = RT_NEW(w->r->arena, rt_rule_when);
    *when = (rt_rule_when){.kind = RT_RULE_BY,
                           .point = {.kind = RT_RULE_DATE, .text = RT_S("the day asked for"), .date = *at}};
    return add_span(w, when, err);
}

static bool is_asked(const rt_watching *w, const rt_rule_span *span, const rt_rule_mark *mark) {
    return w->trigger == NULL || span->when->point.kind != RT_RULE_PATTERN || mark->event == w->trigger;
}

static bool is_of_lens(const rt_watching *w, size_t i) { return rt_lens_at(w->r->lens) != NULL && i + 1 == w->span_n; }

static rt_rule_due due_by(const rt_watching *w, bool ends_with_condition) {
    rt_rule_due due = {RT_DAY_OPEN_END, RT_DAY_OPEN_END};
    for (size_t i = 0; i < w->span_n; i++) {
        rt_rule_due last = {RT_DAY_OPEN_START, RT_DAY_OPEN_START};
        if (is_of_lens(w, i)) continue;
        if (!ends_with_condition && w->spans[i].when->point.kind == RT_RULE_CONDITION) continue;
        for (size_t k = 0; k < w->spans[i].n; k++) {
            if (!is_asked(w, &w->spans[i], &w->spans[i].marks[k])) continue;
            const rt_rule_due d = rt_rule_due_of(w->spans[i].when, &w->spans[i].marks[k].datings);
            if (d.earliest > last.earliest) last.earliest = d.earliest;
            if (d.latest > last.latest) last.latest = d.latest;
        }
        if (last.earliest < due.earliest) due.earliest = last.earliest;
        if (last.latest < due.latest) due.latest = last.latest;
    }
    return due;
}

rt_rule_due rt_watching_due(const rt_watching *w) { return due_by(w, true); }

rt_certainty rt_watching_lapses(const rt_watching *w) {
    const rt_rule_due due = due_by(w, true), own = due_by(w, false);
    if (w->trigger == NULL || due.latest == RT_DAY_OPEN_END) return RT_IMPOSSIBLE;
    if (own.earliest > due.latest) return RT_CERTAIN;
    return due.earliest < own.earliest ? RT_POSSIBLE : RT_IMPOSSIBLE; /* it may end before that */
}

rt_certainty rt_watching_is_over(const rt_watching *w) {
    const rt_rule_due due = rt_watching_due(w);
    if (due.latest < w->today) return RT_CERTAIN;
    return due.earliest < w->today ? RT_POSSIBLE : RT_IMPOSSIBLE;
}

/* --- events in time -------------------------------------------------------------------------------------------------
 */

static void time_doubt(const rt_watching *w, rt_rule_hit *hit, const rt_rule_span *span, const rt_rule_mark *mark) {
    static const char *const words[] = {[RT_RULE_DURING] = "during",
                                        [RT_RULE_STARTS] = "begun during",
                                        [RT_RULE_BEFORE] = "before",
                                        [RT_RULE_AFTER] = "after",
                                        [RT_RULE_BY] = "by",
                                        [RT_RULE_WITHIN_AFTER] = "in time after",
                                        [RT_RULE_WITHIN_BEFORE] = "in time before"};
    rt_arena *arena = w->r->arena;
    const rt_str named = span->when->point.kind == RT_RULE_CONDITION ? RT_S("the condition")
                         : mark->event != NULL                       ? short_words(mark->event, arena)
                                                                     : RT_S("that day");
    if (hit->datings.n == 0) {
        rt_rule_doubt(&hit->basis, RT_S("nobody says when it was"), arena);
        return;
    }
    rt_rule_doubt(&hit->basis,
                  rt_str_printf(arena, "whether it was %s %.*s (%.*s) is not sure: it is dated %.*s",
                                words[span->when->kind], RT_FMT(named), RT_FMT(rt_datings_words(&mark->datings, arena)),
                                RT_FMT(rt_datings_words(&hit->datings, arena))),
                  arena);
}

/* The best of what a part of the rule names; impossible when there is nothing. */
static void take_span(const rt_watching *w, rt_rule_hit *hit, const rt_rule_span *span) {
    rt_certainty best = RT_IMPOSSIBLE;
    const rt_rule_mark *by = NULL;
    for (size_t i = 0; i < span->n; i++) {
        const rt_rule_mark *mark = &span->marks[i];
        if (!is_asked(w, span, mark) || mark->event == hit->event) continue; /* nothing is before or after itself */
        rt_certainty c = rt_rule_relate(span->when, &hit->datings, &mark->datings);
        if (mark->certainty < c) c = mark->certainty;
        if (rt_rule_is_late(span->when, &hit->datings, &mark->datings)) hit->late = true;
        if (by != NULL && c <= best) continue;
        best = c;
        by = mark;
    }
    if (best < hit->certainty) hit->certainty = best;
    if (by == NULL || best == RT_IMPOSSIBLE) return;
    if (best == RT_POSSIBLE && rt_rule_relate(span->when, &hit->datings, &by->datings) == RT_POSSIBLE)
        time_doubt(w, hit, span, by);
    rt_rule_basis_add(&hit->basis, &by->basis, w->r->arena);
}

static void take_time(const rt_watching *w, rt_rule_hit *hit) {
    hit->datings = rt_rule_datings_of(hit->event, w->r->arena);
    if (w->span_n > 0) need_dates(&hit->basis, &hit->datings, w->r->arena);
    for (size_t i = 0; i < w->span_n; i++) {
        bool late = hit->late;
        take_span(w, hit, &w->spans[i]);
        if (is_of_lens(w, i)) hit->late = late; /* what is not yet is not late */
    }
}

static int by_certainty(const void *x, const void *y) {
    const rt_rule_hit *a = x, *b = y;
    if (a->certainty != b->certainty) return (int)b->certainty - (int)a->certainty;
    return rt_str_cmp(a->event->id, b->event->id);
}

rt_status rt_watching_hits(rt_watching *w, rt_rule_hits *hits, rt_error *err) {
    rt_entity_set found = {0};
    const rt_rule_pattern *p = &w->watch->rule->pattern;
    RT_TRY(rt_rule_candidates(w->r, p, w->subject, &found, err));
    for (size_t i = 0; i < found.n; i++) {
        rt_rule_fit fit;
        RT_TRY(rt_rule_match(w->r, p, w->subject, found.at[i], &fit, err));
        if (fit.certainty == RT_IMPOSSIBLE && !fit.denied) continue;
        rt_rule_hit hit = {.event = found.at[i], .certainty = RT_CERTAIN, .denied = fit.denied, .basis = fit.basis};
        take_time(w, &hit);
        if (hit.certainty == RT_IMPOSSIBLE && !hit.late) continue;
        if (hit.denied || fit.certainty < hit.certainty) hit.certainty = hit.denied ? RT_IMPOSSIBLE : fit.certainty;
        hits->at = rt_grow(w->r->arena, hits->at, hits->n, sizeof hit);
        hits->at[hits->n++] = hit;
    }
    if (hits->n > 1) qsort(hits->at, hits->n, sizeof *hits->at, by_certainty);
    return rt_ok;
}

rt_alert rt_alert_of_hit(const rt_watching *w, const rt_rule_hit *hit) {
    rt_alert a = {.watch = w->watch,
                  .subject = w->subject,
                  .event = hit->event,
                  .matched = hit->event->id,
                  .basis = hit->basis,
                  .since = RT_DAY_OPEN_START};
    const bool sure = hit->certainty == RT_CERTAIN && w->watch->sure == RT_CERTAIN;
    a.outcome = sure ? RT_OUTCOME_BROKEN : RT_OUTCOME_POSSIBLY;
    if (w->watch->sure != RT_CERTAIN)
        rt_rule_doubt(&a.basis,
                      RT_S("the rule itself is not sure: who says it only suspects it, or somebody denies it"),
                      w->r->arena);
    if (hit->datings.n > 0) {
        a.dated = true;
        a.when = hit->datings.at[0].dating.when;
    }
    return a;
}

/* --- for whom -------------------------------------------------------------------------------------------------------
 */

static rt_status find_for(rt_reading *r, const rt_watch *watch, const rt_entity *subject, rt_day today,
                          rt_alerts *alerts, rt_error *err) {
    rt_watching w = {.r = r, .watch = watch, .subject = subject, .today = today};
    RT_TRY(rt_watching_begin(&w, err));
    return kind_of(watch->rule)->find(&w, alerts, err);
}

/* What is no rule is told, with what to do. */
static void add_unread(rt_reading *r, const rt_watch *watch, rt_alerts *alerts) {
    rt_alert a = {.watch = watch, .outcome = RT_OUTCOME_OPEN, .since = RT_DAY_OPEN_START, .matched = RT_S("")};
    a.explanation =
        watch->fault.len > 0
            ? rt_str_printf(r->arena, "this rule can't be read, so nothing is looked for: %.*s", RT_FMT(watch->fault))
            : RT_S("no rule says what these words mean, so nothing is looked for; a rules file can bind one to this "
                   "condition");
    a.subject = watch->subject_n > 0 ? watch->subjects[0] : NULL;
    rt_alert_add(alerts, &a, r->arena);
}

/* Something is expected of everybody, and no event says of whom. */
static void add_unbound(rt_reading *r, const rt_watch *watch, rt_alerts *alerts) {
    rt_alert a = {.watch = watch, .outcome = RT_OUTCOME_OPEN, .since = RT_DAY_OPEN_START, .matched = RT_S("")};
    a.explanation =
        RT_S("this rule binds nobody, and names no event after which it is expected of somebody, so nothing "
             "is looked for: give it a subject, or `within ... after (...)` with $subject in it");
    rt_alert_add(alerts, &a, r->arena);
}

/* Looks in an arena of its own first: most have nothing to tell, and nothing is kept of them. */
static rt_status find_for_next(rt_reading *r, const rt_watch *watch, rt_str name, rt_day today, rt_arena *scratch,
                               rt_alerts *alerts, rt_error *err) {
    rt_reading own = rt_reading_new(r->lens, scratch);
    rt_alerts found = {0};
    const rt_entity *e;
    RT_TRY(rt_rule_entity(&own, name, &e, err));
    RT_TRY(find_for(&own, watch, e, today, &found, err));
    if (found.n == 0) return rt_ok;
    RT_TRY(rt_rule_entity(r, name, &e, err));
    return find_for(r, watch, e, today, alerts, err);
}

static rt_status find_for_everybody(rt_reading *r, const rt_watch *watch, rt_day today, rt_alerts *alerts,
                                    rt_error *err) {
    RT_AUTO(rt_arena) scratch = {0};
    const rt_watch_kind *kind = kind_of(watch->rule);
    const rt_rule_pattern *in = kind->everyone == NULL ? kind->everybody(watch->rule) : NULL;
    rt_strs names;
    if (kind->everyone == NULL && in == NULL) return add_unbound(r, watch, alerts), rt_ok;
    RT_TRY(in != NULL ? rt_rule_everybody(r, in, &names, err) : kind->everyone(r, watch->rule, &names, err));
    for (size_t i = 0; i < names.n; i++) {
        rt_arena_reset(&scratch);
        RT_TRY(find_for_next(r, watch, names.at[i], today, &scratch, alerts, err));
    }
    return rt_ok;
}

static bool binds(const rt_watch *watch, const rt_entity *subject) {
    for (size_t i = 0; i < watch->subject_n; i++)
        if (watch->subjects[i] == subject) return true;
    return false;
}

rt_status rt_watch_find(rt_reading *r, const rt_watch *watch, const rt_entity *subject, rt_day today, rt_alerts *alerts,
                        rt_error *err) {
    if (watch->sure == RT_IMPOSSIBLE) return rt_ok;
    const bool others = subject != NULL && !binds(watch, subject);
    if (watch->rule == NULL) {
        if (!others) add_unread(r, watch, alerts);
        return rt_ok;
    }
    if (!rt_rule_has_subject(watch->rule)) return others ? rt_ok : find_for(r, watch, NULL, today, alerts, err);
    if (rt_watch_is_for_all(watch))
        return subject != NULL ? find_for(r, watch, subject, today, alerts, err)
                               : find_for_everybody(r, watch, today, alerts, err);
    for (size_t i = 0; i < watch->subject_n; i++)
        if (subject == NULL || subject == watch->subjects[i])
            RT_TRY(find_for(r, watch, watch->subjects[i], today, alerts, err));
    return rt_ok;
}
