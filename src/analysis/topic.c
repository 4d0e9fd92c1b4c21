#include "analysis/topic.h"

#include <stdlib.h>

#include "analysis/shape.h"
#include "base/buf.h"
#include "base/grow.h"

static bool is_asked(rt_strs props, rt_str prop) { return props.n == 0 || rt_strs_have(props, prop); }

static void push(rt_reading *r, rt_topic t, rt_topics *all) {
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = t;
}

static void take(rt_reading *r, rt_facts facts, rt_topic *t) {
    for (size_t i = 0; i < facts.n; i++) {
        if (rt_entry_affirms(&facts.at[i]->s.e)) rt_facts_add(&t->say, facts.at[i], r->arena);
        if (rt_fact_denies(facts.at[i])) rt_facts_add(&t->deny, facts.at[i], r->arena);
    }
}

/* --- values ------------------------------------------------------------------------------------------------------ */

typedef struct keyed {
    const rt_claim *claim;
    rt_str key;
    size_t place; /* in the entity's claims: of most sources first */
} keyed;

static int by_key(const void *x, const void *y) {
    const keyed *a = x, *b = y;
    int c = rt_str_cmp(a->claim->prop, b->claim->prop);
    if (c == 0) c = rt_str_cmp(a->key, b->key);
    return c != 0 ? c : (a->place > b->place) - (a->place < b->place);
}

static rt_status key_of(rt_reading *r, const rt_claim *c, rt_str *key, rt_error *err) {
    const rt_entity *e = NULL;
    if (rt_claim_is_entity(c)) RT_TRY(rt_reading_entity(r, c->value, &e, err));
    *key = e != NULL ? e->id : rt_str_lower(r->arena, c->value);
    return rt_ok;
}

static bool same_topic(const keyed *a, const keyed *b) {
    return rt_str_eq(a->claim->prop, b->claim->prop) && rt_str_eq(a->key, b->key);
}

rt_status rt_topics_add(rt_reading *r, const rt_entity *e, rt_strs props, rt_topics *all, rt_error *err) {
    keyed *claims = RT_NEW_N(r->arena, keyed, e->claims.n);
    size_t n = 0;
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        if (!is_asked(props, c->prop)) continue;
        claims[n] = (keyed){.claim = c, .place = i};
        RT_TRY(key_of(r, c, &claims[n++].key, err));
    }
    if (n > 1) qsort(claims, n, sizeof *claims, by_key);
    for (size_t from = 0, to = 0; from < n; from = to) {
        rt_topic t = {.entity = e, .prop = claims[from].claim->prop, .claim = claims[from].claim};
        while (to < n && same_topic(&claims[from], &claims[to])) take(r, claims[to++].claim->facts, &t);
        rt_facts_sort(t.say);
        rt_facts_sort(t.deny);
        if (t.say.n + t.deny.n > 0) push(r, t, all);
    }
    return rt_ok;
}

/* --- wholes ------------------------------------------------------------------------------------------------------ */

/* Who says it, through whom, in which source. */
static rt_str told_by(rt_reading *r, const rt_fact *f) {
    RT_AUTO(rt_buf) key = {0};
    const rt_str source = rt_fact_source(f);
    rt_buf_printf(&key, "%.*s\n%.*s", RT_FMT(f->s.e.speaker), RT_FMT(source));
    for (size_t i = 0; i < f->s.e.via.n; i++) rt_buf_printf(&key, "\n%.*s", RT_FMT(f->s.e.via.at[i]));
    return rt_str_copy(r->arena, rt_buf_str(&key));
}

/* Who tells of it, each with the first statement that counts, else with the first. Who only infers something about it
 * does not say that it was. */
static void take_witnesses(rt_reading *r, const rt_entity *e, rt_topic *t) {
    rt_map met = {0};
    for (int out = 0; out < 2; out++)
        for (size_t i = 0; i < e->facts.n; i++) {
            rt_fact *f = e->facts.at[i];
            if (!rt_entry_affirms(&f->s.e) || rt_str_is(f->s.e.basis, "inferred")) continue;
            if ((f->out == RT_SURELY) != (out > 0)) continue;
            if (rt_map_meet(&met, told_by(r, f), r->arena)) rt_facts_add(&t->say, f, r->arena);
        }
    rt_facts_sort(t->say);
}

void rt_topics_add_whole(rt_reading *r, const rt_neighbour *n, rt_strs props, rt_topics *all) {
    const rt_entity *e = n->entity;
    rt_topic t = {.entity = e, .prop = e->schema_name};
    if (!is_asked(props, t.prop) || (!rt_is_happening(e) && (e->schema == NULL || !e->schema->is_edge))) return;
    take_witnesses(r, e, &t);
    for (size_t i = 0; i < n->naming.n; i++)
        if (rt_fact_denies(n->naming.at[i])) rt_facts_add(&t.deny, n->naming.at[i], r->arena);
    if (t.say.n + t.deny.n > 0) push(r, t, all);
}

rt_status rt_topics_around(rt_reading *r, const rt_entity *e, rt_strs props, rt_topics *all, rt_error *err) {
    rt_around around;
    RT_TRY(rt_topics_add(r, e, props, all, err));
    RT_TRY(rt_around_read(r, e, &around, err));
    for (size_t i = 0; i < around.n; i++) {
        rt_topics_add_whole(r, &around.at[i], props, all);
        RT_TRY(rt_topics_add(r, around.at[i].entity, props, all, err));
    }
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

rt_status rt_shape_topic(rt_reading *r, const rt_topic *t, rt_value *object, rt_error *err) {
    rt_value *meaning = rt_value_object(r->arena), *means;
    rt_value_put_text(r->arena, object, RT_S("prop"), t->prop);
    rt_value_put(object, RT_S("value"),
                 rt_value_text(r->arena, t->claim != NULL ? t->claim->value : t->entity->caption));
    if (t->claim == NULL) return rt_ok;
    if (rt_claim_is_entity(t->claim)) {
        RT_TRY(rt_shape_entity(r, t->claim->value, &means, err));
        rt_value_put(object, RT_S("means"), means);
        return rt_ok;
    }
    RT_TRY(rt_shape_value(r, meaning, t->claim, err));
    const rt_str label = rt_value_get_text(meaning, RT_S("label"));
    if (label.len > 0) rt_value_put_text(r->arena, object, RT_S("label"), label);
    return rt_ok;
}
