/* Statements that somebody linked as opposing each other. */
#include "analysis/conflict_sides.h"
#include "model/types.h"

/* "Visits of A: count 20": what a bare value does not tell. Of the entity that is looked at, its name is left out. */
static rt_str told_whole(rt_reading *r, const rt_entity *of, const rt_entity *e, const rt_claim *c,
                         const rt_value *side) {
    const rt_str label = rt_value_get_text(side, RT_S("label"));
    const rt_str caption = rt_value_get_text(rt_value_get(side, RT_S("entity")), RT_S("caption"));
    const rt_str value = caption.len > 0 ? caption : label.len > 0 ? label : c->value;
    const rt_str prop = c->known != NULL ? rt_str_lower(r->arena, c->known->label) : c->prop;
    if (of == e) return rt_str_printf(r->arena, "%.*s: %.*s", RT_FMT(prop), RT_FMT(value));
    const bool edge = e->schema != NULL && e->schema->is_edge; /* its caption is a bare word: "member" */
    return rt_str_printf(r->arena, "%.*s, %.*s: %.*s", RT_FMT(edge ? e->schema->label : e->caption), RT_FMT(prop),
                         RT_FMT(value));
}

rt_status rt_conflict_fact_side(rt_reading *r, const rt_entity *of, const rt_entity *e, rt_fact *f, rt_value *sides,
                                rt_error *err) {
    const rt_facts one = {&f, 1};
    const rt_claim c = rt_claims_of(one, e->schema, r->arena).at[0];
    rt_value *v = rt_value_push(sides, rt_value_object(r->arena)), *meaning = rt_value_object(r->arena);
    RT_TRY(rt_shape_value(r, meaning, &c, err));
    rt_value_put(v, RT_S("value"), rt_value_text(r->arena, c.value));
    rt_value_put_text(r->arena, v, RT_S("label"), told_whole(r, of, e, &c, meaning));
    rt_value_put_text(r->arena, v, RT_S("stance"), c.stance);
    rt_value_put_text(r->arena, v, RT_S("prop"), c.prop);
    rt_value_put(v, RT_S("about"), rt_shape_of_entity(e, r->arena));
    rt_conflict_cite(r, v, c.facts);
    return rt_ok;
}

/* --- what is told already ---------------------------------------------------------------------------------------- */

/* One with more statements than this is no pair of them: what opposes within it is told once more. */
enum { MOST_NOTED = 64 };

static rt_str pair_key(rt_arena *arena, rt_str a, rt_str b) {
    const bool first = rt_str_cmp(a, b) < 0;
    const rt_str x = first ? a : b, y = first ? b : a;
    return rt_str_printf(arena, "%.*s %.*s", RT_FMT(x), RT_FMT(y));
}

static size_t statements_of(const rt_value *conflict, rt_str *ids) {
    size_t n = 0;
    for (const rt_value *s = rt_value_first(rt_value_get(conflict, RT_S("sides"))); s != NULL; s = s->next)
        for (const rt_value *id = rt_value_first(rt_value_get(s, RT_S("statements"))); id != NULL; id = id->next) {
            if (n == MOST_NOTED) return 0;
            ids[n++] = id->text;
        }
    return n;
}

/* Notes the pairs of those that were found since it was asked last. */
static void note_pairs(rt_reading *r, rt_conflict_list *list) {
    const rt_value *c = list->noted != NULL ? list->noted->next : rt_value_first(list->values);
    for (; c != NULL; c = c->next) {
        rt_str ids[MOST_NOTED];
        const size_t n = statements_of(c, ids);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++) rt_map_meet(&list->pairs, pair_key(r->arena, ids[i], ids[k]), r->arena);
        list->noted = c;
    }
}

/* Whether some contradiction that was found has both already; from now on it does. */
static bool is_told(rt_reading *r, rt_conflict_list *list, rt_str a, rt_str b) {
    note_pairs(r, list);
    return !rt_map_meet(&list->pairs, pair_key(r->arena, a, b), r->arena);
}

/* --- links ------------------------------------------------------------------------------------------------------- */

/* A link `opposes`, and a `retracts` by somebody else than who said it, which takes nothing out (rule 2). */
static bool opposes(const rt_fact_link *link) {
    return rt_str_is(link->kind, "opposes") || rt_str_is(link->kind, "retracts");
}

static rt_status opposition(rt_reading *r, const rt_entity *e, rt_fact *f, const rt_fact_link *link,
                            rt_conflict_list *list, rt_error *err) {
    const rt_entity *there = NULL;
    rt_fact *other;
    if (!opposes(link)) return rt_ok;
    RT_TRY(rt_reading_fact(r, link->other, &there, &other, err));
    if (other == NULL || other->out == RT_SURELY) return rt_ok;
    if (rt_str_is(link->kind, "retracts") && (other->out != RT_NO || f->out != RT_NO)) return rt_ok;
    if (is_told(r, list, f->s.e.id, link->other)) return rt_ok;
    rt_value *sides = rt_conflict_open(r, e, RT_S("opposed"), RT_POSSIBLE, list);
    RT_TRY(rt_conflict_fact_side(r, e, e, f, sides, err));
    return rt_conflict_fact_side(r, e, there, other, sides, err);
}

rt_status rt_conflicts_of_links(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    for (size_t i = 0; i < e->facts.n; i++) {
        rt_fact *f = e->facts.at[i];
        for (const rt_fact_link *l = f->links; l != NULL && f->out != RT_SURELY; l = l->next)
            RT_TRY(opposition(r, e, f, l, list, err));
    }
    return rt_ok;
}
