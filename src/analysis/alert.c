#include "analysis/alert.h"

#include <stdlib.h>

#include "analysis/shape.h"
#include "base/grow.h"

/* --- what it is known by --------------------------------------------------------------------------------------------
 */

rt_str rt_alert_id(const rt_alert *a, rt_arena *arena) {
    RT_AUTO(rt_buf) hex = {0};
    rt_hash sum;
    rt_hasher *h = rt_hasher_new();
    const rt_str none = {"", 0},
                 parts[] = {a->watch->line, a->watch->id, a->subject != NULL ? a->subject->id : none, a->matched};
    rt_hasher_begin(h);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        rt_hasher_add(h, parts[i].at, parts[i].len);
        rt_hasher_add(h, "", 1); /* a NUL between them */
    }
    rt_hasher_end(h, &sum);
    rt_hasher_free(h);
    rt_buf_hex(&hex, sum.bytes, 16);
    return rt_str_copy(arena, rt_buf_str(&hex));
}

/* --- since when ------------------------------------------------------------------------------------------------------
 */

/* When one of these was recorded first. */
static rt_str first_recorded(rt_facts facts) {
    rt_str first = {"", 0};
    for (size_t i = 0; i < facts.n; i++) {
        const rt_str at = facts.at[i]->s.e.recorded_at;
        if (rt_fact_affirms(facts.at[i]) && (first.len == 0 || rt_str_cmp(at, first) < 0)) first = at;
    }
    return first;
}

static void take_later(rt_str *latest, rt_str at) {
    if (rt_str_cmp(at, *latest) > 0) *latest = at;
}

/* When all that makes it true was recorded: of what several say the first counts. */
static rt_str raised(const rt_alert *a, rt_arena *arena) {
    rt_str at = {"", 0};
    if (a->outcome < RT_OUTCOME_POSSIBLY) return at;
    take_later(&at, first_recorded(a->watch->facts));
    const rt_rule_basis *parts[] = {&a->basis, &a->watch->terms};
    for (size_t p = 0; p < 2; p++)
        for (size_t i = 0; i < parts[p]->n; i++) take_later(&at, first_recorded(parts[p]->needs[i]));
    if (a->since != RT_DAY_OPEN_START) take_later(&at, rt_day_text(a->since, arena));
    return at;
}

/* --- the rule --------------------------------------------------------------------------------------------------------
 */

/* What the condition says in words, and by whom. */
static rt_status put_words(rt_reading *r, const rt_watch *w, rt_value *v, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, v, RT_S("words"));
    const rt_claims claims =
        w->condition != NULL ? rt_claims_named(w->condition->claims, RT_S("rule")) : (rt_claims){0};
    for (size_t i = 0; i < claims.n; i++) {
        rt_value *words;
        if (rt_is_rule_like(claims.at[i].value)) continue;
        RT_TRY(rt_shape_claim(r, &claims.at[i], &words, err));
        rt_value_push(list, words);
    }
    return rt_ok;
}

/* Statements that somebody set against what the condition says. */
static rt_status put_opposed(rt_reading *r, const rt_watch *w, rt_value *v, rt_error *err) {
    const rt_claims claims =
        w->condition != NULL ? rt_claims_named(w->condition->claims, RT_S("rule")) : (rt_claims){0};
    rt_facts opposing = {0};
    for (size_t i = 0; i < claims.n; i++)
        for (size_t k = 0; k < claims.at[i].facts.n; k++)
            for (const rt_fact_link *l = claims.at[i].facts.at[k]->links; l != NULL; l = l->next) {
                const rt_entity *e;
                rt_fact *f = NULL;
                if (!l->outgoing && rt_str_is(l->kind, "opposes")) RT_TRY(rt_reading_fact(r, l->other, &e, &f, err));
                if (f != NULL) rt_facts_add(&opposing, f, r->arena);
            }
    rt_shape_ids(r, v, "opposed_by", opposing);
    return rt_ok;
}

static rt_status put_rule(rt_reading *r, const rt_alert *a, rt_value *v, rt_error *err) {
    const rt_watch *w = a->watch;
    rt_value_put_text(r->arena, v, RT_S("rule"), w->line);
    rt_value_put_text(r->arena, v, RT_S("kind"), w->rule != NULL ? rt_str_of(w->rule->kind->name) : (rt_str){"", 0});
    rt_value_put_text(r->arena, v, RT_S("caption"), w->caption);
    rt_value_put(v, RT_S("condition"),
                 w->condition != NULL ? rt_shape_of_entity(w->condition, r->arena) : rt_value_null(r->arena));
    return put_words(r, w, v, err);
}

/* --- what it rests on ------------------------------------------------------------------------------------------------
 */

static rt_facts terms_of(const rt_alert *a, rt_arena *arena) {
    rt_rule_basis terms = {0};
    rt_rule_needs(&terms, a->watch->facts, arena);
    rt_rule_basis_add(&terms, &a->watch->terms, arena);
    return rt_rule_basis_facts(&terms, arena);
}

static rt_facts of_entity(const rt_entity *e, rt_facts facts, rt_arena *arena) {
    rt_facts own = {0};
    for (size_t i = 0; i < facts.n; i++)
        if (rt_entity_has_member(e, facts.at[i]->s.e.entity)) rt_facts_add(&own, facts.at[i], arena);
    return own;
}

static rt_status put_held(rt_reading *r, const rt_alert *a, rt_facts found, rt_facts terms, rt_value *v,
                          rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, v, RT_S("held"));
    const rt_when *when = a->dated ? &a->when : NULL;
    if (a->outcome < RT_OUTCOME_POSSIBLY) return rt_ok;
    if (a->watch->condition != NULL && a->watch->binds)
        RT_TRY(rt_alert_held(r, a->watch->condition, of_entity(a->watch->condition, terms, r->arena), when, list, err));
    if (a->event == NULL) return rt_ok;
    return rt_alert_held(r, a->event, of_entity(a->event, found, r->arena), when, list, err);
}

/* What was found first, then what says the rule. */
static rt_facts all_of(const rt_alert *a, rt_arena *arena) {
    const rt_facts parts[] = {rt_rule_basis_facts(&a->basis, arena), terms_of(a, arena)};
    rt_facts all = {0};
    for (size_t p = 0; p < 2; p++)
        for (size_t i = 0; i < parts[p].n; i++) {
            bool there = false;
            for (size_t k = 0; p == 1 && k < parts[0].n && !there; k++) there = parts[0].at[k] == parts[1].at[i];
            if (!there) rt_facts_add(&all, parts[p].at[i], arena);
        }
    return all;
}

static rt_status put_basis(rt_reading *r, const rt_alert *a, rt_value *v, rt_error *err) {
    const rt_facts found = rt_rule_basis_facts(&a->basis, r->arena), terms = terms_of(a, r->arena);
    rt_facts against = {0};
    for (size_t i = 0; i < a->basis.against.n; i++) rt_facts_add(&against, a->basis.against.at[i], r->arena);
    for (size_t i = 0; i < a->watch->terms.against.n; i++)
        rt_facts_add(&against, a->watch->terms.against.at[i], r->arena);
    rt_shape_cite(r, v, all_of(a, r->arena));
    rt_shape_ids(r, v, "found_statements", found);
    rt_shape_ids(r, v, "rule_statements", terms);
    rt_shape_ids(r, v, "against", against);
    RT_TRY(put_opposed(r, a->watch, v, err));
    return put_held(r, a, found, terms, v, err);
}

/* --- who looked at it ------------------------------------------------------------------------------------------------
 */

static void put_decision(const rt_alert_seen *seen, rt_value *v, const char *key, rt_arena *arena) {
    rt_value *o = rt_value_put_object(arena, v, rt_str_of(key));
    rt_value_put_text(arena, o, RT_S("by"), seen->by);
    rt_value_put_text(arena, o, RT_S("why"), seen->why);
    rt_value_put_text(arena, o, RT_S("when"), seen->when);
    rt_value_put_text(arena, o, RT_S("certainty"), seen->outcome);
}

/* Acknowledged is what is still so: when it became surer, or less sure, it is open again, and that is told. */
static void put_seen(const rt_alert *a, const rt_alerts_seen *all, rt_str id, rt_value *v, rt_arena *arena) {
    const rt_alert_seen *seen = rt_alert_seen_find(all, id);
    const bool same = seen != NULL && rt_str_eq(seen->outcome, rt_outcome_name(a->outcome));
    if (same)
        put_decision(seen, v, "acknowledged", arena);
    else
        rt_value_put(v, RT_S("acknowledged"), rt_value_null(arena));
    if (seen != NULL && !same)
        put_decision(seen, v, "was_acknowledged", arena);
    else
        rt_value_put(v, RT_S("was_acknowledged"), rt_value_null(arena));
}

/* --- as an object ----------------------------------------------------------------------------------------------------
 */

static const rt_entity *about(const rt_alert *a) {
    if (a->subject != NULL) return a->subject;
    if (a->watch->subject_n > 0) return a->watch->subjects[0];
    return a->event != NULL ? a->event : a->watch->condition;
}

static rt_value *entity_or_null(const rt_entity *e, rt_arena *arena) {
    return e != NULL ? rt_shape_of_entity(e, arena) : rt_value_null(arena);
}

static rt_status shape(rt_reading *r, const rt_alert *a, rt_str id, const rt_alerts_seen *seen, rt_value *v,
                       rt_error *err) {
    rt_arena *arena = r->arena;
    rt_value_put_text(arena, v, RT_S("id"), id);
    RT_TRY(put_rule(r, a, v, err));
    rt_value_put(v, RT_S("entity"), entity_or_null(about(a), arena));
    rt_value_put(v, RT_S("event"), entity_or_null(a->event, arena));
    rt_value_put_text(arena, v, RT_S("certainty"), rt_outcome_name(a->outcome));
    rt_value_put_text(arena, v, RT_S("explanation"), a->explanation);
    rt_value_put(v, RT_S("doubts"), rt_shape_texts(a->basis.doubts, arena));
    rt_value_put_text(arena, v, RT_S("raised"), raised(a, arena));
    put_seen(a, seen, id, v, arena);
    return put_basis(r, a, v, err);
}

/* --- all of them -----------------------------------------------------------------------------------------------------
 */

/* An alert with what it is sorted by. */
typedef struct line {
    const rt_alert *alert;
    rt_str id, who;
    const rt_alerts_seen *seen;
    bool done; /* somebody looked at it as it is */
} line;

static int by_weight(const void *x, const void *y) {
    const line *a = x, *b = y;
    if (a->done != b->done) return (int)a->done - (int)b->done;
    if (a->alert->outcome != b->alert->outcome) return (int)b->alert->outcome - (int)a->alert->outcome;
    int c = rt_str_cmp(a->who, b->who);
    if (c == 0) c = rt_str_cmp(a->alert->watch->caption, b->alert->watch->caption);
    if (c == 0) c = rt_str_cmp(a->alert->watch->line, b->alert->watch->line);
    return c != 0 ? c : rt_str_cmp(a->id, b->id);
}

typedef struct lines {
    line *at;
    size_t n;
} lines;

static rt_status add_watch(rt_reading *r, const rt_watch *watch, const rt_entity *subject, rt_day today, bool all,
                           lines *to, rt_error *err) {
    rt_alerts *alerts = RT_NEW(r->arena, rt_alerts);
    rt_alerts_seen *seen = RT_NEW(r->arena, rt_alerts_seen);
    RT_TRY(rt_watch_find(r, watch, subject, today, alerts, err));
    if (alerts->n > 0) RT_TRY(rt_alerts_seen_of(r, watch, seen, err));
    for (size_t i = 0; i < alerts->n; i++) {
        const rt_alert *a = &alerts->at[i];
        if (a->outcome == RT_OUTCOME_KEPT && !all) continue;
        const rt_entity *e = about(a);
        line l = {.alert = a, .id = rt_alert_id(a, r->arena), .seen = seen};
        const rt_alert_seen *last = rt_alert_seen_find(seen, l.id);
        l.who = e != NULL ? e->caption : (rt_str){"", 0};
        l.done = last != NULL && rt_str_eq(last->outcome, rt_outcome_name(a->outcome));
        to->at = rt_grow(r->arena, to->at, to->n, sizeof l);
        to->at[to->n++] = l;
    }
    return rt_ok;
}

rt_touches rt_touches_all(const rt_watches *watches, const rt_entity *subject, rt_arena *arena) {
    rt_touches all = {RT_NEW_N(arena, rt_touch, watches->n + 1), watches->n};
    for (size_t i = 0; i < watches->n; i++) all.at[i] = (rt_touch){i, subject};
    return all;
}

rt_status rt_alerts_put(rt_reading *r, const rt_watches *watches, const rt_touches *look, bool all, rt_value *list,
                        rt_error *err) {
    lines found = {0};
    rt_day today;
    RT_TRY(rt_rule_today(r->lens, r->arena, &today, err));
    for (size_t i = 0; i < look->n; i++)
        RT_TRY(add_watch(r, &watches->at[look->at[i].watch], look->at[i].subject, today, all, &found, err));
    if (found.n > 1) qsort(found.at, found.n, sizeof *found.at, by_weight);
    for (size_t i = 0; i < found.n; i++) {
        const line *l = &found.at[i];
        if (i > 0 && rt_str_eq(l->id, found.at[i - 1].id)) continue; /* by two names of one */
        rt_value *v = rt_value_push(list, rt_value_object(r->arena));
        RT_TRY(shape(r, l->alert, l->id, l->seen, v, err));
    }
    return rt_ok;
}

rt_status rt_alert_by_id(rt_reading *r, rt_str id, const rt_alert **a, rt_facts *facts, rt_error *err) {
    rt_watches watches = {0};
    lines found = {0};
    rt_day today;
    *a = NULL;
    RT_TRY(rt_watches_all(r, &watches, err));
    RT_TRY(rt_rule_today(r->lens, r->arena, &today, err));
    for (size_t i = 0; i < watches.n; i++) RT_TRY(add_watch(r, &watches.at[i], NULL, today, true, &found, err));
    for (size_t i = 0; i < found.n && *a == NULL; i++)
        if (rt_str_eq(found.at[i].id, id)) *a = found.at[i].alert;
    if (*a != NULL) *facts = all_of(*a, r->arena);
    return rt_ok;
}
