#include "analysis/watch.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/entity_set.h"
#include "base/grow.h"

/* --- one rule -------------------------------------------------------------------------------------------------------
 */

static rt_str canonical(const rt_rule *rule, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    rt_rule_print(&out, rule);
    return rt_str_copy(arena, rt_buf_str(&out));
}

/* The rule that a text says, or why it says none. */
static void read_line(rt_watch *w, rt_str text, rt_arena *arena) {
    rt_rule *rule = RT_NEW(arena, rt_rule);
    rt_error wrong = {0};
    w->line = text;
    if (rt_rule_read(text, arena, rule, &wrong).code == RT_OK) {
        w->rule = rule;
        w->line = canonical(rule, arena);
    } else
        w->fault = rt_str_printf(arena, "at byte %llu: %s", (unsigned long long)wrong.byte, wrong.message);
}

static rt_watch *push(rt_watches *all, const rt_watch *w, rt_arena *arena) {
    all->at = rt_grow(arena, all->at, all->n, sizeof *all->at);
    all->at[all->n] = *w;
    return &all->at[all->n++];
}

bool rt_watch_is_for_all(const rt_watch *w) { return !w->binds && w->rule != NULL && rt_rule_has_subject(w->rule); }

/* --- its terms ------------------------------------------------------------------------------------------------------
 */

static void add_subject(rt_watch *w, const rt_entity *e, rt_arena *arena) {
    for (size_t i = 0; i < w->subject_n; i++)
        if (w->subjects[i] == e) return;
    w->binds = true;
    w->subjects = rt_grow(arena, w->subjects, w->subject_n, sizeof(const rt_entity *));
    w->subjects[w->subject_n++] = e;
}

static rt_facts affirming(const rt_claim *c, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; i < c->facts.n; i++)
        if (rt_fact_affirms(c->facts.at[i])) rt_facts_add(&facts, c->facts.at[i], arena);
    return facts;
}

static rt_status read_subjects(rt_reading *r, rt_watch *w, rt_error *err) {
    const rt_claims claims = rt_claims_named(w->condition->claims, RT_S("subject"));
    w->binds = claims.n > 0;
    for (size_t i = 0; i < claims.n; i++) {
        const rt_entity *e;
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        RT_TRY(rt_rule_entity(r, claims.at[i].value, &e, err));
        const rt_certainty sure = rt_rule_support(w->condition, &claims.at[i], &w->terms, r->arena);
        if (sure < w->sure) w->sure = sure;
        add_subject(w, e, r->arena);
        rt_rule_needs(&w->terms, affirming(&claims.at[i], r->arena), r->arena);
    }
    return rt_ok;
}

/* A condition goes on until somebody says that it ended. */
static void leave_open(rt_when *when) {
    when->end_unknown = false;
    when->end_min = when->end_max = when->wide.end_min = when->wide.end_max = RT_DAY_OPEN_END;
}

static void take_times(rt_watch *w, const rt_rule_datings *of, bool whole, rt_arena *arena) {
    w->times = (rt_rule_datings){RT_NEW_N(arena, rt_rule_dating, of->n), of->n};
    for (size_t i = 0; i < of->n; i++) {
        w->times.at[i] = of->at[i];
        if (!whole || of->at[i].dating.when.end_unknown) leave_open(&w->times.at[i].dating.when);
        rt_rule_needs(&w->terms, of->at[i].starts, arena);
        if (whole) rt_rule_needs(&w->terms, of->at[i].ends, arena);
    }
}

/* Its own dates; where it has none, from the release on for which it was set. */
static rt_status read_times(rt_reading *r, rt_watch *w, rt_error *err) {
    const rt_rule_datings own = rt_rule_datings_of(w->condition, r->arena);
    const rt_claims releases = rt_claims_named(w->condition->claims, RT_S("release"));
    if (own.n > 0) return take_times(w, &own, true, r->arena), rt_ok;
    for (size_t i = 0; i < releases.n && w->times.n == 0; i++) {
        const rt_entity *release;
        if (!rt_claim_affirmed(&releases.at[i])) continue;
        RT_TRY(rt_rule_entity(r, releases.at[i].value, &release, err));
        const rt_rule_datings of = rt_rule_datings_of(release, r->arena);
        take_times(w, &of, false, r->arena);
        if (w->times.n > 0) rt_rule_needs(&w->terms, affirming(&releases.at[i], r->arena), r->arena);
    }
    return rt_ok;
}

/* --- of the case ----------------------------------------------------------------------------------------------------
 */

static rt_watch *same_line(rt_watches *all, size_t from, rt_str line) {
    for (size_t i = from; i < all->n; i++)
        if (rt_str_eq(all->at[i].line, line)) return &all->at[i];
    return NULL;
}

static rt_status add_claim(rt_reading *r, const rt_entity *condition, const rt_claim *c, size_t from, rt_watches *all,
                           rt_error *err) {
    rt_watch w = {.condition = condition, .id = condition->id, .caption = condition->caption};
    if (rt_is_rule_like(c->value))
        read_line(&w, c->value, r->arena);
    else
        w.line = c->value;
    rt_watch *there = same_line(all, from, w.line);
    w.sure = rt_rule_support(condition, c, &w.terms, r->arena);
    if (there == NULL) {
        RT_TRY(read_subjects(r, &w, err));
        RT_TRY(read_times(r, &w, err));
        there = push(all, &w, r->arena);
    }
    const rt_facts facts = affirming(c, r->arena);
    for (size_t i = 0; i < facts.n; i++) rt_facts_add(&there->facts, facts.at[i], r->arena);
    return rt_ok;
}

/* Words stand beside rules that say what they mean. */
static void drop_words(rt_watches *all, size_t from) {
    bool told = false;
    size_t n = from;
    for (size_t i = from; i < all->n; i++) told = told || all->at[i].rule != NULL || all->at[i].fault.len > 0;
    if (!told) return;
    for (size_t i = from; i < all->n; i++)
        if (all->at[i].rule != NULL || all->at[i].fault.len > 0) all->at[n++] = all->at[i];
    all->n = n;
}

rt_status rt_watches_of(rt_reading *r, const rt_entity *condition, rt_watches *all, rt_error *err) {
    const rt_claims claims = rt_claims_named(condition->claims, RT_S("rule"));
    const size_t from = all->n;
    if (!rt_entity_is(condition, "Condition")) return rt_ok;
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i])) RT_TRY(add_claim(r, condition, &claims.at[i], from, all, err));
    drop_words(all, from);
    return rt_ok;
}

/* --- given with the question ----------------------------------------------------------------------------------------
 */

static void take_given_time(rt_watch *w, const rt_given_rule *g, rt_arena *arena) {
    const rt_str none = {"", 0};
    const rt_dating d = rt_dating_of(g->start, g->end, none, arena);
    if (!d.dated) return;
    w->times = (rt_rule_datings){RT_NEW(arena, rt_rule_dating), 1};
    w->times.at[0].dating = d;
    if (d.when.end_unknown) leave_open(&w->times.at[0].dating.when);
}

static rt_status add_given(rt_reading *r, const rt_given_rule *g, rt_watches *all, rt_error *err) {
    rt_watch w = {.id = g->id, .caption = g->name.len > 0 ? g->name : g->id, .sure = RT_CERTAIN};
    read_line(&w, g->line, r->arena);
    if (g->condition.len > 0) {
        RT_TRY(rt_rule_entity(r, g->condition, &w.condition, err));
        w.id = w.condition->id;
        w.caption = w.condition->caption;
        RT_TRY(read_subjects(r, &w, err));
        RT_TRY(read_times(r, &w, err));
    }
    for (size_t i = 0; i < g->subjects.n; i++) {
        const rt_entity *e;
        RT_TRY(rt_rule_entity(r, g->subjects.at[i], &e, err));
        add_subject(&w, e, r->arena);
    }
    take_given_time(&w, g, r->arena);
    push(all, &w, r->arena);
    return rt_ok;
}

/* What a given rule means takes the place of the condition's words. */
static void drop_translated(rt_watches *all, size_t from) {
    for (size_t g = from; g < all->n; g++)
        for (size_t i = 0; i < from && all->at[g].condition != NULL; i++)
            if (all->at[i].condition == all->at[g].condition && all->at[i].rule == NULL && all->at[i].fault.len == 0)
                all->at[i].sure = RT_IMPOSSIBLE;
}

rt_status rt_watches_given(rt_reading *r, rt_given_rules given, rt_watches *all, rt_error *err) {
    const size_t from = all->n;
    for (size_t i = 0; i < given.n; i++) RT_TRY(add_given(r, &given.at[i], all, err));
    drop_translated(all, from);
    return rt_ok;
}

/* --- which there are ------------------------------------------------------------------------------------------------
 */

static int by_id(const void *x, const void *y) {
    const rt_entity *a = *(const rt_entity *const *)x, *b = *(const rt_entity *const *)y;
    return rt_str_cmp(a->id, b->id);
}

static rt_status add_found(rt_reading *r, rt_entity_set *found, bool for_all, rt_watches *all, rt_error *err) {
    const rt_entity **sorted = RT_NEW_N(r->arena, const rt_entity *, found->n + 1);
    if (found->n > 0) memcpy(sorted, found->at, found->n * sizeof *sorted);
    if (found->n > 1) qsort(sorted, found->n, sizeof *sorted, by_id);
    for (size_t i = 0; i < found->n; i++) {
        if (!rt_entity_is(sorted[i], "Condition")) continue;
        const bool binds = rt_claims_named(sorted[i]->claims, RT_S("subject")).n > 0;
        if (!for_all || !binds) RT_TRY(rt_watches_of(r, sorted[i], all, err));
    }
    return rt_ok;
}

static rt_status find_all(rt_reading *r, bool loose, rt_entity_set *found, rt_error *err) {
    rt_cursor *c;
    RT_TRY(loose ? rt_cursor_loose_rules(r->lens, &c, err) : rt_cursor_schema(r->lens, RT_S("Condition"), &c, err));
    return rt_entity_set_take(found, r, c, RT_S("rule"), err);
}

rt_status rt_watches_all(rt_reading *r, rt_watches *all, rt_error *err) {
    rt_entity_set found = {0};
    RT_TRY(find_all(r, false, &found, err));
    return add_found(r, &found, false, all, err);
}

rt_status rt_watches_loose(rt_reading *r, rt_watches *all, rt_error *err) {
    rt_entity_set found = {0};
    RT_TRY(find_all(r, true, &found, err));
    return add_found(r, &found, false, all, err);
}

rt_status rt_watches_on(rt_reading *r, const rt_entity *subject, rt_watches *all, rt_error *err) {
    rt_entity_set binding = {0}, others = {0};
    const rt_strs keys = rt_rule_keys(subject, r->arena);
    for (size_t i = 0; i < keys.n; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_naming(r->lens, keys.at[i], &c, err));
        RT_TRY(rt_entity_set_take(&binding, r, c, RT_S("subject"), err));
    }
    RT_TRY(add_found(r, &binding, false, all, err));
    RT_TRY(find_all(r, true, &others, err));
    return add_found(r, &others, true, all, err);
}
