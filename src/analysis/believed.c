#include "analysis/believed.h"

#include "analysis/conflict_sides.h"
#include "analysis/evidence.h"
#include "analysis/grounds.h"
#include "analysis/origins.h"
#include "base/grow.h"
#include "store/cluster.h"

enum { MOST_NAMES = 32, MOST_NAMED = 200 };

/* What says that e and another are one. */
typedef struct identity {
    const rt_entity *hypothesis, *other; /* hypothesis NULL: aliases alone */
    rt_str mine, its;                    /* which ids it names, of e and of the other */
    rt_facts held;
} identity;

typedef struct identities {
    rt_reading *r;
    const rt_entity *e;
    identity *at;
    size_t n;
} identities;

bool rt_could_be_one(const rt_entity *a, const rt_entity *b) {
    return a != NULL && b != NULL && a->schema != NULL && b->schema != NULL &&
           rt_schema_can_match(a->schema, b->schema);
}

bool rt_is_of_identity(const rt_entity *hypothesis) {
    const rt_claims kinds = rt_claims_named(hypothesis->claims, RT_S("kind"));
    bool another = false;
    for (size_t i = 0; i < kinds.n; i++) {
        if (!rt_claim_affirmed(&kinds.at[i])) continue;
        if (rt_str_is(kinds.at[i].value, "identity")) return true;
        another = true;
    }
    return !another;
}

/* One for each hypothesis and other, however many statements say so. */
static identity *add(identities *all, identity one) {
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].hypothesis == one.hypothesis && all->at[i].other == one.other) return &all->at[i];
    all->at = rt_grow(all->r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = one;
    return &all->at[all->n - 1];
}

static void hold(identities *all, identity *one, rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++) {
        bool met = false;
        for (size_t k = 0; k < one->held.n; k++) met = met || one->held.at[k] == facts.at[i];
        if (!met) rt_facts_add(&one->held, facts.at[i], all->r->arena);
    }
}

/* --- by a hypothesis ---------------------------------------------------------------------------------------------- */

/* It names e by the claim `mine`: with each that it names by the other property. */
static rt_status add_others(identities *all, const rt_entity *h, const rt_claim *mine, rt_error *err) {
    const rt_str end = rt_str_is(mine->prop, "subject") ? RT_S("object") : RT_S("subject");
    const rt_claims others = rt_claims_named(h->claims, end);
    for (size_t i = 0; i < others.n; i++) {
        const rt_claim *its = &others.at[i];
        const rt_entity *other;
        RT_TRY(rt_reading_entity(all->r, its->value, &other, err));
        if (other == all->e || !rt_could_be_one(all->e, other)) continue;
        identity *one = add(all, (identity){.hypothesis = h, .other = other, .mine = mine->value, .its = its->value});
        hold(all, one, mine->facts);
        hold(all, one, its->facts);
    }
    return rt_ok;
}

static rt_status by_hypothesis(identities *all, const rt_entity *h, rt_error *err) {
    if (!rt_entity_is(h, "Hypothesis") || !rt_is_of_identity(h)) return rt_ok;
    for (size_t i = 0; i < h->claims.n; i++) {
        const rt_claim *c = &h->claims.at[i];
        const bool names = rt_str_is(c->prop, "subject") || rt_str_is(c->prop, "object");
        if (names && rt_entity_has_member(all->e, c->value)) RT_TRY(add_others(all, h, c, err));
    }
    return rt_ok;
}

/* --- by an alias -------------------------------------------------------------------------------------------------- */

static bool is_believed(rt_str stance) { return rt_str_is(stance, "believes") || rt_str_is(stance, "suspects"); }

static void hold_alias(identities *all, const rt_entity *other, rt_str mine, rt_str its, rt_fact *f) {
    const rt_facts one = {&f, 1};
    bool met = false;
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].other == other) {
            hold(all, &all->at[i], one);
            met = true;
        }
    if (!met) hold(all, add(all, (identity){.other = other, .mine = mine, .its = its}), one);
}

/* A statement of a name like one of e's: is it another's own, where e's is believed only, or the other way round? */
static rt_status meet(identities *all, rt_fact *mine, const rt_entry *its, rt_error *err) {
    const bool believed = is_believed(mine->s.e.stance);
    const rt_entity *other, *of;
    rt_fact *f;
    if (!rt_is_own_name(its->prop) || believed == is_believed(its->stance)) return rt_ok;
    RT_TRY(rt_reading_fact(all->r, its->id, &of, &f, err));
    if (f == NULL || f->out == RT_SURELY || !rt_entry_affirms(&f->s.e)) return rt_ok;
    RT_TRY(rt_reading_entity(all->r, f->s.e.entity, &other, err));
    if (other == all->e || !rt_could_be_one(all->e, other)) return rt_ok;
    hold_alias(all, other, mine->s.e.entity, f->s.e.entity, believed ? mine : f);
    return rt_ok;
}

static rt_status meet_each(identities *all, rt_fact *mine, rt_cursor *c, rt_error *err) {
    for (size_t i = 0; i < MOST_NAMED; i++) {
        rt_seen_entry entry;
        bool more;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        const rt_seen_entry kept = rt_seen_entry_keep(all->r->arena, &entry);
        RT_TRY(meet(all, mine, &kept.e, err));
    }
    return rt_ok;
}

static rt_status by_name(identities *all, const rt_claim *c, rt_error *err) {
    rt_cursor *cursor;
    rt_fact *mine = NULL;
    for (size_t i = 0; i < c->facts.n && mine == NULL; i++)
        if (rt_fact_affirms(c->facts.at[i])) mine = c->facts.at[i];
    if (mine == NULL) return rt_ok;
    RT_TRY(rt_cursor_name(all->r->lens, c->value, &cursor, err));
    const rt_status s = meet_each(all, mine, cursor, err);
    rt_cursor_close(cursor);
    return s;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static bool same_holder(const rt_entry *a, const rt_entry *b) {
    bool same = rt_str_eq(a->speaker, b->speaker) && rt_str_eq(a->stance, b->stance) && a->via.n == b->via.n &&
                rt_is_own_name(a->prop) == rt_is_own_name(b->prop);
    for (size_t i = 0; same && i < a->via.n; i++) same = rt_str_eq(a->via.at[i], b->via.at[i]);
    return same;
}

/* All that the holder of the i-th says of it, at the first of them; nothing at the others. */
static rt_facts of_holder(rt_reading *r, rt_facts held, size_t i) {
    rt_facts same = {0};
    for (size_t k = 0; k < held.n; k++) {
        if (!same_holder(&held.at[k]->s.e, &held.at[i]->s.e)) continue;
        if (k < i) return (rt_facts){0};
        rt_facts_add(&same, held.at[k], r->arena);
    }
    return same;
}

static void put_held(rt_reading *r, rt_facts held, rt_value *list) {
    for (size_t i = 0; i < held.n; i++) {
        const rt_entry *e = &held.at[i]->s.e;
        const rt_facts facts = of_holder(r, held, i);
        if (facts.n == 0) continue;
        rt_value *v = rt_value_push(list, rt_value_object(r->arena));
        const bool alias = rt_is_own_name(e->prop);
        rt_value_put_text(r->arena, v, RT_S("by"), e->speaker);
        rt_value_put(v, RT_S("via"), rt_shape_texts(e->via, r->arena));
        rt_value_put_text(r->arena, v, RT_S("how"), alias ? RT_S("alias") : RT_S("hypothesis"));
        rt_value_put_text(r->arena, v, RT_S("value"), alias ? e->value : RT_S(""));
        rt_value_put_text(r->arena, v, RT_S("stance"), e->stance);
        rt_conflict_cite(r, v, facts);
        rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, rt_facts_are_out(facts)));
    }
}

static rt_status put_side(rt_reading *r, const rt_evidence *evidence, bool against, rt_value *v, rt_error *err) {
    const rt_facts facts = rt_evidence_side(evidence, against, r->arena);
    rt_origins o = {0};
    if (facts.n > 0) RT_TRY(rt_origins_of(r, facts, &o, err));
    rt_shape_count(r, v, against ? "against_origins" : "for_origins", o.standing);
    rt_shape_ids(r, v, against ? "against" : "for", facts);
    return rt_ok;
}

static rt_status put_evidence(rt_reading *r, const identity *one, rt_value *v, rt_error *err) {
    rt_evidence evidence = {0};
    if (one->hypothesis != NULL) RT_TRY(rt_evidence_of(r, one->hypothesis, &evidence, err));
    RT_TRY(put_side(r, &evidence, false, v, err));
    return put_side(r, &evidence, true, v, err);
}

static rt_status put_identity(rt_reading *r, const identity *one, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_seen_entry last;
    const rt_entity *h = one->hypothesis;
    rt_value_put(v, RT_S("other"), rt_shape_of_entity(one->other, r->arena));
    rt_value_put(v, RT_S("hypothesis"), h != NULL ? rt_shape_of_entity(h, r->arena) : rt_value_null(r->arena));
    put_held(r, one->held, rt_value_put_list(r->arena, v, RT_S("held")));
    RT_TRY(put_evidence(r, one, v, err));
    RT_TRY(rt_judgement_on(r->lens, one->mine, one->its, r->arena, &last, err));
    rt_value_put(v, RT_S("judged"), rt_shape_judgement(r, &last.e));
    return rt_ok;
}

rt_status rt_shape_identity(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *list, rt_error *err) {
    identities all = {.r = r, .e = e};
    for (size_t i = 0; i < around->n; i++) RT_TRY(by_hypothesis(&all, around->at[i].entity, err));
    for (size_t i = 0, names = 0; i < e->claims.n && names < MOST_NAMES; i++) {
        if (!rt_is_own_name(e->claims.at[i].prop)) continue;
        names++;
        RT_TRY(by_name(&all, &e->claims.at[i], err));
    }
    for (size_t i = 0; i < all.n; i++) RT_TRY(put_identity(r, &all.at[i], list, err));
    return rt_ok;
}
