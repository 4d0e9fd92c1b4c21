#include "analysis/touched.h"

#include "base/grow.h"

typedef struct touching {
    rt_reading *r;
    rt_entity_set touched;
    rt_strs paths; /* properties behind which rules look: "endLocation" of endLocation.country */
    rt_watches *watches;
    rt_touches *touches;
} touching;

/* --- what new entries are about --------------------------------------------------------------------------------------
 */

static rt_status touch_entity(touching *t, rt_str id, rt_error *err) {
    const rt_entity *e;
    if (id.len == 0) return rt_ok;
    RT_TRY(rt_reading_entity(t->r, rt_str_copy(t->r->arena, id), &e, err));
    if (e != NULL) rt_entity_set_add(&t->touched, e, t->r->arena);
    return rt_ok;
}

static rt_status touch_statement(touching *t, rt_str id, rt_error *err) {
    const rt_entity *e;
    rt_fact *f;
    if (id.len == 0) return rt_ok;
    RT_TRY(rt_reading_fact(t->r, rt_str_copy(t->r->arena, id), &e, &f, err));
    if (e != NULL) rt_entity_set_add(&t->touched, e, t->r->arena);
    return rt_ok;
}

/* Who was judged, and all that names them: an event is now another one's too, a condition binds another. */
static rt_status touch_judged(touching *t, rt_str id, rt_error *err) {
    const rt_entity *e;
    if (id.len == 0) return rt_ok;
    RT_TRY(rt_rule_entity(t->r, rt_str_copy(t->r->arena, id), &e, err));
    rt_entity_set_add(&t->touched, e, t->r->arena);
    const rt_strs keys = rt_rule_keys(e, t->r->arena);
    for (size_t i = 0; i < keys.n; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_naming(t->r->lens, keys.at[i], &c, err));
        RT_TRY(rt_entity_set_take(&t->touched, t->r, c, (rt_str){"", 0}, err));
    }
    return rt_ok;
}

static rt_status touch_entry(touching *t, const rt_entry *e, rt_error *err) {
    RT_TRY(touch_entity(t, e->entity, err));
    RT_TRY(touch_judged(t, e->a, err));
    RT_TRY(touch_judged(t, e->b, err));
    RT_TRY(touch_statement(t, e->from, err));
    return touch_statement(t, e->to, err);
}

static rt_status touch_all(touching *t, rt_cursor *c, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        RT_TRY(touch_entry(t, &entry.e, err));
    }
}

/* --- whether a rule speaks of what was touched
 * ------------------------------------------------------------------------- */

static bool is_kind_of(const rt_rule_pattern *p, const rt_entity *e) {
    return p->schema != NULL && e->schema != NULL && rt_schema_is_a(e->schema, p->schema);
}

static bool is_named_by(const rt_rule_pattern *p, const rt_entity *e) {
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < p->tests[i].values.n; k++)
            if (rt_entity_has_member(e, p->tests[i].values.at[k])) return true;
    return false;
}

/* Whether the rule names it itself: then all that it finds may change. */
static bool names(const rt_rule *rule, const rt_entity *e) {
    bool found = is_named_by(&rule->pattern, e);
    for (size_t i = 0; i < rule->n; i++) {
        const rt_rule_point *p = &rule->whens[i].point;
        found = found || is_named_by(&p->pattern, e) || (p->kind == RT_RULE_ENTITY && rt_entity_has_member(e, p->text));
    }
    return found;
}

static bool speaks_of(const rt_rule *rule, const rt_entity *e) {
    bool found = is_kind_of(&rule->pattern, e) || names(rule, e);
    for (size_t i = 0; i < rule->n; i++) found = found || is_kind_of(&rule->whens[i].point.pattern, e);
    return found;
}

static void keep_paths(touching *t, const rt_rule_pattern *p) {
    for (size_t i = 0; i < p->n; i++) {
        if (p->tests[i].then.len == 0 || rt_strs_have(t->paths, p->tests[i].prop->name)) continue;
        t->paths.at = rt_grow(t->r->arena, t->paths.at, t->paths.n, sizeof(rt_str));
        t->paths.at[t->paths.n++] = p->tests[i].prop->name;
    }
}

static void keep_paths_of_rules(touching *t) {
    for (size_t i = 0; i < t->watches->n; i++) {
        const rt_rule *rule = t->watches->at[i].rule;
        if (rule == NULL) continue;
        keep_paths(t, &rule->pattern);
        for (size_t w = 0; w < rule->n; w++) keep_paths(t, &rule->whens[w].point.pattern);
    }
}

/* Events that name a place of which something new is said, where a rule looks behind the name. */
static rt_status touch_before(touching *t, const rt_entity *e, rt_error *err) {
    const rt_strs keys = rt_rule_keys(e, t->r->arena);
    for (size_t i = 0; i < keys.n; i++) {
        rt_cursor *c;
        rt_seen_list list;
        RT_TRY(rt_cursor_naming(t->r->lens, keys.at[i], &c, err));
        RT_TRY(rt_cursor_list(c, t->r->arena, &list, err));
        for (size_t k = 0; k < list.n; k++)
            if (rt_strs_have(t->paths, list.at[k].e.prop)) RT_TRY(touch_entity(t, list.at[k].e.entity, err));
    }
    return rt_ok;
}

/* --- what is to be looked at
 * ------------------------------------------------------------------------------------------- */

static void look(touching *t, size_t watch, const rt_entity *subject) {
    for (size_t i = 0; i < t->touches->n; i++)
        if (t->touches->at[i].watch == watch &&
            (t->touches->at[i].subject == NULL || t->touches->at[i].subject == subject))
            return;
    t->touches->at = rt_grow(t->r->arena, t->touches->at, t->touches->n, sizeof *t->touches->at);
    t->touches->at[t->touches->n++] = (rt_touch){watch, subject};
}

/* Whoever stands in a touched event: the rule is looked at for them. */
static rt_status look_for_named(touching *t, size_t watch, const rt_entity *e, rt_error *err) {
    const rt_watch *w = &t->watches->at[watch];
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_entity *who;
        if (!rt_claim_is_entity(&e->claims.at[i])) continue;
        RT_TRY(rt_rule_entity(t->r, e->claims.at[i].value, &who, err));
        bool bound = rt_watch_is_for_all(w);
        for (size_t s = 0; s < w->subject_n && !bound; s++) bound = w->subjects[s] == who;
        if (bound) look(t, watch, who);
    }
    return rt_ok;
}

static rt_status look_at(touching *t, size_t watch, const rt_entity *e, rt_error *err) {
    const rt_watch *w = &t->watches->at[watch];
    if (w->condition == e) return look(t, watch, NULL), rt_ok;
    const rt_claims releases =
        w->condition != NULL ? rt_claims_named(w->condition->claims, RT_S("release")) : (rt_claims){0};
    for (size_t i = 0; i < releases.n; i++)
        if (rt_entity_has_member(e, releases.at[i].value)) return look(t, watch, NULL), rt_ok;
    for (size_t s = 0; s < w->subject_n && w->rule == NULL; s++)
        if (w->subjects[s] == e) look(t, watch, NULL);
    if (w->rule == NULL) return rt_ok;
    if (w->rule->list.len > 0 && w->subject_n > 0 && rt_facts_of_list(e->facts, w->rule->list))
        return look(t, watch, NULL), rt_ok;
    if (names(w->rule, e) || (!rt_rule_has_subject(w->rule) && speaks_of(w->rule, e)))
        return look(t, watch, NULL), rt_ok;
    for (size_t s = 0; s < w->subject_n; s++)
        if (w->subjects[s] == e) look(t, watch, e);
    if (speaks_of(w->rule, e)) return look_for_named(t, watch, e, err);
    if (rt_watch_is_for_all(w) && !rt_entity_is(e, "Event")) look(t, watch, e);
    return rt_ok;
}

/* --- the conditions that may say of it
 * ----------------------------------------------------------------------------------- */

/* Conditions that name this one as whom they bind, or as the release for which they were set. */
static rt_status add_naming(touching *t, rt_strs keys, rt_entity_set *found, rt_error *err) {
    for (size_t i = 0; i < keys.n; i++) {
        rt_cursor *c;
        rt_seen_list list;
        RT_TRY(rt_cursor_naming(t->r->lens, keys.at[i], &c, err));
        RT_TRY(rt_cursor_list(c, t->r->arena, &list, err));
        for (size_t k = 0; k < list.n; k++) {
            const rt_entity *e;
            if (!rt_str_is(list.at[k].e.prop, "subject") && !rt_str_is(list.at[k].e.prop, "release")) continue;
            RT_TRY(rt_reading_entity(t->r, list.at[k].e.entity, &e, err));
            if (e != NULL && rt_entity_is(e, "Condition")) rt_entity_set_add(found, e, t->r->arena);
        }
    }
    return rt_ok;
}

/* Those that bind a touched one, or whoever stands in a touched event; and those that were touched themselves. */
static rt_status find_conditions(touching *t, const rt_entity *e, rt_entity_set *met, rt_entity_set *found,
                                 rt_error *err) {
    if (rt_entity_is(e, "Condition")) rt_entity_set_add(found, e, t->r->arena);
    RT_TRY(add_naming(t, rt_rule_keys(e, t->r->arena), found, err));
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_entity *who;
        if (!rt_claim_is_entity(&e->claims.at[i])) continue;
        RT_TRY(rt_rule_entity(t->r, e->claims.at[i].value, &who, err));
        const size_t before = met->n;
        rt_entity_set_add(met, who, t->r->arena);
        if (met->n > before) RT_TRY(add_naming(t, rt_rule_keys(who, t->r->arena), found, err));
    }
    return rt_ok;
}

static bool is_there(const rt_watches *watches, const rt_entity *condition) {
    for (size_t i = 0; i < watches->n; i++)
        if (watches->at[i].condition == condition && watches->at[i].facts.n > 0) return true;
    return false;
}

static rt_status add_conditions(touching *t, rt_error *err) {
    rt_entity_set found = {0}, met = {0};
    for (size_t k = 0; k < t->touched.n; k++) RT_TRY(find_conditions(t, t->touched.at[k], &met, &found, err));
    for (size_t i = 0; i < found.n; i++)
        if (!is_there(t->watches, found.at[i])) RT_TRY(rt_watches_of(t->r, found.at[i], t->watches, err));
    return rt_ok;
}

rt_status rt_touched_since(rt_reading *r, const rt_since *since, rt_watches *watches, rt_touches *touches,
                           rt_error *err) {
    touching t = {.r = r, .watches = watches, .touches = touches};
    rt_cursor *c;
    RT_TRY(rt_cursor_since(r->lens, since, &c, err));
    const rt_status s = touch_all(&t, c, err);
    rt_cursor_close(c);
    RT_TRY(s);
    RT_TRY(rt_watches_loose(r, watches, err));
    keep_paths_of_rules(&t);
    const size_t n = t.touched.n;
    for (size_t i = 0; i < n && t.paths.n > 0; i++) RT_TRY(touch_before(&t, t.touched.at[i], err));
    RT_TRY(add_conditions(&t, err));
    for (size_t i = 0; i < watches->n; i++)
        for (size_t k = 0; k < t.touched.n; k++) RT_TRY(look_at(&t, i, t.touched.at[k], err));
    return rt_ok;
}
