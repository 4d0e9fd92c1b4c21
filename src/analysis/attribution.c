#include "analysis/attribution.h"

#include "analysis/conflict_sides.h"
#include "analysis/entity_set.h"
#include "analysis/party.h"
#include "base/grow.h"

/* --- gathering --------------------------------------------------------------------------------------------------- */

static rt_status add(rt_reading *r, rt_attribution a, rt_attributions *all, rt_error *err) {
    RT_TRY(rt_party_of(r, a.text, &a.to, err));
    a.counts = rt_facts_affirm(a.facts);
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = a;
    return rt_ok;
}

static rt_status add_claims(rt_reading *r, const rt_entity *thing, const char *prop, rt_attribution_kind kind,
                            rt_attributions *all, rt_error *err) {
    const rt_claims claims = rt_claims_named(thing->claims, rt_str_of(prop));
    for (size_t i = 0; i < claims.n; i++) {
        const rt_claim *c = &claims.at[i];
        const rt_attribution a = {.kind = kind, .text = c->value, .stance = c->stance, .facts = c->facts};
        RT_TRY(add(r, a, all, err));
    }
    return rt_ok;
}

/* What else a hypothesis names than the thing itself. */
static rt_status add_ends(rt_reading *r, const rt_entity *thing, const rt_neighbour *n, const char *prop,
                          rt_attributions *all, rt_error *err) {
    const rt_claims claims = rt_claims_named(n->entity->claims, rt_str_of(prop));
    const rt_str stance = rt_facts_stance(n->naming);
    for (size_t i = 0; i < claims.n; i++) {
        const rt_claim *c = &claims.at[i];
        rt_attribution a = {.kind = RT_SUPPOSED, .text = c->value, .hypothesis = n->entity, .facts = c->facts};
        if (rt_entity_has_member(thing, c->value)) continue;
        a.stance = stance.len > 0 ? stance : c->stance;
        RT_TRY(add(r, a, all, err));
    }
    return rt_ok;
}

rt_status rt_attributions_of(rt_reading *r, const rt_entity *thing, const rt_around *around, rt_attributions *all,
                             rt_error *err) {
    *all = (rt_attributions){0};
    RT_TRY(add_claims(r, thing, "attributedTo", RT_ATTRIBUTED, all, err));
    RT_TRY(add_claims(r, thing, "bearsName", RT_BEARS_NAME, all, err));
    for (size_t i = 0; i < around->n; i++) {
        if (!rt_entity_is(around->at[i].entity, "Hypothesis")) continue;
        RT_TRY(add_ends(r, thing, &around->at[i], "subject", all, err));
        RT_TRY(add_ends(r, thing, &around->at[i], "object", all, err));
    }
    return rt_ok;
}

/* --- what they come to ------------------------------------------------------------------------------------------- */

/* Whether two mean the same, as far as is known. */
static bool same_one(const rt_attribution *a, const rt_attribution *b) {
    return a->to != NULL || b->to != NULL ? a->to == b->to : rt_str_eq_nocase(a->text, b->text);
}

rt_str rt_attributions_standing(const rt_attributions *all) {
    const rt_attribution *first = NULL;
    bool differs = false, attributed = false, someone = false;
    for (size_t i = 0; i < all->n; i++) {
        const rt_attribution *a = &all->at[i];
        if (!a->counts) continue;
        if (first == NULL) first = a;
        differs = differs || !same_one(first, a);
        attributed = attributed || a->kind != RT_BEARS_NAME;
        someone = someone || a->to != NULL;
    }
    if (first == NULL) return RT_S("unattributed");
    if (!attributed) return RT_S("named");
    if (differs) return RT_S("several");
    return someone ? RT_S("one") : RT_S("unclear");
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static void put_to(rt_reading *r, const rt_attribution *a, rt_value *v) {
    rt_value *to = a->to != NULL ? rt_shape_of_entity(a->to, r->arena) : rt_value_object(r->arena);
    rt_value_put(v, RT_S("to"), to);
    if (a->to != NULL) return;
    rt_value_put(to, RT_S("id"), rt_value_null(r->arena));
    rt_value_put(to, RT_S("caption"), rt_value_text(r->arena, a->text));
    rt_value_put(to, RT_S("schema"), rt_value_null(r->arena));
}

static rt_status add_linked(rt_reading *r, rt_str kind, rt_str from, const char *wanted, rt_facts *evidence,
                            rt_error *err) {
    const rt_entity *unused;
    rt_fact *f;
    if (!rt_str_is(kind, wanted)) return rt_ok;
    RT_TRY(rt_reading_fact(r, from, &unused, &f, err));
    for (size_t i = 0; f != NULL && i < evidence->n; i++)
        if (evidence->at[i] == f) return rt_ok;
    if (f != NULL && f->out != RT_SURELY) rt_facts_add(evidence, f, r->arena);
    return rt_ok;
}

/* Links to the hypothesis itself. */
static rt_status add_linked_to(rt_reading *r, const rt_entity *e, const char *wanted, rt_facts *evidence,
                               rt_error *err) {
    for (size_t m = 0; m < e->members.n; m++) {
        rt_cursor *c;
        rt_seen_list acts;
        RT_TRY(rt_cursor_acts(r->lens, e->members.at[m], &c, err));
        RT_TRY(rt_cursor_list(c, r->arena, &acts, err));
        for (size_t i = 0; i < acts.n; i++)
            if (acts.at[i].e.type == RT_LINK && rt_str_eq(acts.at[i].e.to, e->members.at[m]))
                RT_TRY(add_linked(r, acts.at[i].e.link, acts.at[i].e.from, wanted, evidence, err));
    }
    return rt_ok;
}

static rt_status put_evidence(rt_reading *r, const rt_attribution *a, const char *kind, const char *key, rt_value *v,
                              rt_error *err) {
    rt_facts evidence = {0};
    for (size_t i = 0; i < a->facts.n; i++)
        for (const rt_fact_link *l = a->facts.at[i]->links; l != NULL; l = l->next)
            if (!l->outgoing) RT_TRY(add_linked(r, l->kind, l->other, kind, &evidence, err));
    if (a->hypothesis != NULL) RT_TRY(add_linked_to(r, a->hypothesis, kind, &evidence, err));
    rt_shape_ids(r, v, key, evidence);
    return rt_ok;
}

rt_status rt_shape_attribution(rt_reading *r, const rt_attribution *a, rt_value *list, rt_error *err) {
    static const char *const how[] = {"attributed", "bears the name", "supposed"};
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("how"), rt_str_of(how[a->kind]));
    put_to(r, a, v);
    rt_value_put_text(r->arena, v, RT_S("stance"), a->stance);
    rt_value_put(v, RT_S("hypothesis"),
                 a->hypothesis != NULL ? rt_shape_of_entity(a->hypothesis, r->arena) : rt_value_null(r->arena));
    RT_TRY(put_evidence(r, a, "supports", "for", v, err));
    RT_TRY(put_evidence(r, a, "opposes", "against", v, err));
    rt_conflict_cite(r, v, a->facts);
    if (rt_facts_are_out(a->facts)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    return rt_ok;
}
