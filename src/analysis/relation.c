#include "analysis/relation.h"

#include "analysis/happening.h"

/* --- what it is called from one side ----------------------------------------------------------------------------- */

/* What the edge says of itself ("mother", "guard"): by the properties that its schema makes its caption. */
static rt_str edge_words(const rt_entity *edge) {
    const rt_index_list captions = edge->schema->edge_caption;
    for (size_t i = 0; i < captions.n; i++) {
        const rt_claims claims = rt_claims_named(edge->claims, rt_props[captions.at[i]].name);
        for (size_t k = 0; k < claims.n; k++)
            if (rt_claim_affirmed(&claims.at[k]) && !rt_claim_is_date(&claims.at[k])) return claims.at[k].value;
    }
    return (rt_str){"", 0};
}

static bool is_kin_word(const rt_entity *edge) { return rt_schema_prop(edge->schema, RT_S("relationship")) != NULL; }

/* A relationship is told from the source's side: the target is the mother of the source. */
rt_str rt_relation_words(const rt_entity *edge, rt_arena *arena) {
    const rt_str words = edge_words(edge);
    if (words.len == 0) return edge->schema->edge_label;
    if (is_kin_word(edge)) return words;
    return rt_str_printf(arena, "%.*s (%.*s)", RT_FMT(edge->schema->edge_label), RT_FMT(words));
}

static rt_str seen_from_target(const rt_entity *edge, rt_arena *arena) {
    const rt_str words = edge_words(edge);
    if (words.len > 0 && is_kin_word(edge)) return rt_str_printf(arena, "%.*s of", RT_FMT(words));
    if (words.len > 0) return words;
    return edge->schema->edge_directed ? edge->schema->edge_source->label : edge->schema->edge_label;
}

/* --- one relation ------------------------------------------------------------------------------------------------ */

/* Puts what all relations have. Returns false when it surely was not on the day of --at. */
static bool put_rest(rt_reading *r, const rt_neighbour *n, const rt_dating *d, rt_value *v) {
    const rt_str stance = rt_facts_stance(n->naming);
    const rt_certainty held = rt_reading_held(r, d->dated ? &d->when : NULL);
    rt_value_put_text(r->arena, v, RT_S("when"), d->edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(d, r->arena));
    if (stance.len > 0) rt_value_put_text(r->arena, v, RT_S("stance"), stance);
    if (rt_facts_are_out(n->naming)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    if (rt_lens_at(r->lens) != NULL) rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(held));
    return held != RT_IMPOSSIBLE;
}

static rt_status push(rt_reading *r, const rt_neighbour *n, rt_str what, rt_value *other, rt_value *list) {
    const rt_dating d = rt_dating_by(n->entity, r->arena);
    rt_value *v = rt_value_object(r->arena);
    rt_value_put(v, RT_S("id"), rt_value_text(r->arena, n->entity->id));
    rt_value_put_text(r->arena, v, RT_S("schema"), n->entity->schema_name);
    rt_value_put_text(r->arena, v, RT_S("what"), what);
    rt_value_put(v, RT_S("other"), other);
    if (!put_rest(r, n, &d, v)) return rt_ok;
    rt_shape_cite(r, v, n->entity->facts);
    rt_value_push(list, v);
    return rt_ok;
}

/* One for each that the other end names. */
static rt_status edge_relations(rt_reading *r, const rt_entity *e, const rt_neighbour *n, rt_value *list,
                                rt_error *err) {
    const rt_schema *s = n->entity->schema;
    const bool from_source = rt_str_eq(n->role, s->edge_source->name);
    const rt_str what = from_source ? rt_relation_words(n->entity, r->arena) : seen_from_target(n->entity, r->arena);
    const rt_claims others = rt_claims_named(n->entity->claims, (from_source ? s->edge_target : s->edge_source)->name);
    for (size_t i = 0; i < others.n; i++) {
        rt_value *other;
        if (rt_entity_has_member(e, others.at[i].value)) continue;
        RT_TRY(rt_shape_entity(r, others.at[i].value, &other, err));
        RT_TRY(push(r, n, what, other, list));
    }
    return others.n > 0 ? rt_ok : push(r, n, what, rt_value_null(r->arena), list);
}

/* What is no edge and no event: an exhibit that is attributed to it, a hypothesis about it. */
static rt_status other_relation(rt_reading *r, const rt_neighbour *n, rt_value *list) {
    const rt_schema *s = n->entity->schema;
    const rt_prop *role = s != NULL ? rt_schema_prop(s, n->role) : NULL;
    const rt_str what =
        role == NULL ? n->role : rt_str_printf(r->arena, "%.*s (%.*s)", RT_FMT(s->label), RT_FMT(role->label));
    return push(r, n, what, rt_shape_of_entity(n->entity, r->arena), list);
}

static bool is_end_of_edge(const rt_neighbour *n) {
    const rt_schema *s = n->entity->schema;
    return s != NULL && s->edge_source != NULL && s->edge_target != NULL &&
           (rt_str_eq(n->role, s->edge_source->name) || rt_str_eq(n->role, s->edge_target->name));
}

rt_status rt_shape_relations(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *list,
                             rt_error *err) {
    for (size_t i = 0; i < around->n; i++) {
        const rt_neighbour *n = &around->at[i];
        if (is_end_of_edge(n))
            RT_TRY(edge_relations(r, e, n, list, err));
        else if (!rt_is_happening(n->entity))
            RT_TRY(other_relation(r, n, list));
    }
    return rt_ok;
}
