#include "analysis/tie.h"

#include "analysis/happening.h"
#include "analysis/relation.h"
#include "base/grow.h"

/* --- who says so ------------------------------------------------------------------------------------------------- */

static rt_str voice(const rt_fact *f) { return f->s.e.speaker.len > 0 ? f->s.e.speaker : rt_fact_source(f); }

/* Different speakers among those who assert; quadratic in the statements of one value only. */
static size_t voices(rt_facts facts) {
    size_t n = 0;
    for (size_t i = 0; i < facts.n; i++) {
        bool again = !rt_fact_asserts(facts.at[i]);
        for (size_t k = 0; k < i && !again; k++)
            again = rt_fact_asserts(facts.at[k]) && rt_str_eq(voice(facts.at[k]), voice(facts.at[i]));
        n += !again;
    }
    return n;
}

/* --- gathering --------------------------------------------------------------------------------------------------- */

static void push(rt_reading *r, rt_tie tie, rt_ties *ties) {
    if (rt_lens_at(r->lens) != NULL) {
        const rt_dating d = rt_tie_dating(&tie, r->arena);
        if (rt_reading_held(r, d.dated ? &d.when : NULL) == RT_IMPOSSIBLE) return;
    }
    ties->at = rt_grow(r->arena, ties->at, ties->n, sizeof *ties->at);
    ties->at[ties->n++] = tie;
}

/* All that a holder says by one property of an entity, in any stance. */
static rt_facts naming(const rt_entity *holder, rt_str prop, const rt_entity *named, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(holder->claims, prop);
    rt_facts facts = {0};
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_entity_has_member(named, claims.at[i].value)) continue;
        for (size_t k = 0; k < claims.at[i].facts.n; k++) rt_facts_add(&facts, claims.at[i].facts.at[k], arena);
    }
    return facts;
}

static void push_named(rt_reading *r, const rt_entity *holder, rt_str prop, const rt_entity *named, bool outward,
                       rt_ties *ties) {
    const rt_facts facts = naming(holder, prop, named, r->arena);
    push(r,
         (rt_tie){.other = outward ? named : holder,
                  .holder = holder,
                  .outward = outward,
                  .type = prop,
                  .facts = facts,
                  .stance = rt_facts_stance(facts),
                  .counts = rt_facts_affirm(facts),
                  .support = voices(facts)},
         ties);
}

/* Whether the same holder, property and entity came before: claims of one value in several stances are one tie. */
static bool named_before(const rt_entity *holder, size_t at, const rt_entity *named) {
    for (size_t i = at; i-- > 0 && rt_str_eq(holder->claims.at[i].prop, holder->claims.at[at].prop);)
        if (rt_entity_has_member(named, holder->claims.at[i].value)) return true;
    return false;
}

/* What the entity itself names; only: no other. */
static rt_status add_own(rt_reading *r, const rt_entity *e, const rt_entity *only, rt_ties *ties, rt_error *err) {
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        const rt_entity *named;
        if (!rt_claim_is_entity(c) || (only != NULL && !rt_entity_has_member(only, c->value))) continue;
        RT_TRY(rt_reading_entity(r, c->value, &named, err));
        if (named != NULL && named != e && !named_before(e, i, named)) push_named(r, e, c->prop, named, true, ties);
    }
    return rt_ok;
}

static void push_relation(rt_reading *r, const rt_entity *e, const rt_entity *edge, const rt_entity *other,
                          bool outward, rt_ties *ties) {
    const rt_schema *s = edge->schema;
    const rt_facts near = naming(edge, (outward ? s->edge_source : s->edge_target)->name, e, r->arena);
    const rt_facts far = naming(edge, (outward ? s->edge_target : s->edge_source)->name, other, r->arena);
    const size_t a = voices(near), b = voices(far);
    const rt_str stance = rt_facts_stance(far);
    push(r,
         (rt_tie){.other = other,
                  .holder = edge,
                  .relation = edge,
                  .outward = outward,
                  .type = edge->schema_name,
                  .facts = edge->facts,
                  .stance = stance.len > 0 ? stance : rt_facts_stance(near),
                  .counts = rt_facts_affirm(near) && rt_facts_affirm(far),
                  .support = a < b ? a : b},
         ties);
}

/* The far ends of a relation. One that has the entity at both ends leads to the others of either. */
static rt_status add_ends(rt_reading *r, const rt_entity *e, const rt_entity *edge, const rt_entity *only, bool outward,
                          rt_ties *ties, rt_error *err) {
    const rt_schema *s = edge->schema;
    const rt_claims near = rt_claims_named(edge->claims, (outward ? s->edge_source : s->edge_target)->name);
    const rt_claims far = rt_claims_named(edge->claims, (outward ? s->edge_target : s->edge_source)->name);
    bool is_end = false;
    for (size_t i = 0; i < near.n && !is_end; i++) is_end = rt_entity_has_member(e, near.at[i].value);
    for (size_t i = 0; is_end && i < far.n; i++) {
        const rt_entity *other;
        if (only != NULL && !rt_entity_has_member(only, far.at[i].value)) continue;
        RT_TRY(rt_reading_entity(r, far.at[i].value, &other, err));
        if (other == NULL || other == e || named_before(edge, (size_t)(far.at + i - edge->claims.at), other)) continue;
        push_relation(r, e, edge, other, outward, ties);
    }
    return rt_ok;
}

static bool is_relation(const rt_entity *e) {
    return e->schema != NULL && e->schema->edge_source != NULL && e->schema->edge_target != NULL;
}

/* A holder that names the entity by several properties has a tie by each. */
static void add_holder(rt_reading *r, const rt_entity *e, const rt_entity *holder, rt_ties *ties) {
    for (size_t i = 0; i < holder->claims.n; i++) {
        const rt_claim *c = &holder->claims.at[i];
        if (rt_claim_is_entity(c) && rt_entity_has_member(e, c->value) && !named_before(holder, i, e))
            push_named(r, holder, c->prop, e, false, ties);
    }
}

static rt_status add_relation(rt_reading *r, const rt_entity *e, const rt_entity *relation, rt_ties *ties,
                              rt_error *err) {
    if (!is_relation(relation)) return rt_ok;
    RT_TRY(add_ends(r, e, relation, NULL, true, ties, err));
    return add_ends(r, e, relation, NULL, false, ties, err);
}

static bool may_be_relation(const rt_schema *schema) { return schema->is_edge; }

rt_status rt_ties_by_relations(rt_reading *r, const rt_entity *e, rt_ties *ties, rt_error *err) {
    rt_around around;
    *ties = (rt_ties){0};
    RT_TRY(rt_around_read_only(r, e, may_be_relation, &around, err));
    for (size_t i = 0; i < around.n; i++) RT_TRY(add_relation(r, e, around.at[i].entity, ties, err));
    ties->more = around.more;
    return rt_ok;
}

rt_status rt_relations_once(rt_reading *r, rt_ties_kept *kept, const rt_entity *e, const rt_ties **ties,
                            rt_error *err) {
    const size_t known = rt_entity_set_find(&kept->entities, e);
    if (known != SIZE_MAX) return *ties = kept->at[known], rt_ok;
    rt_ties *read = RT_NEW(r->arena, rt_ties);
    RT_TRY(rt_ties_by_relations(r, e, read, err));
    kept->at = rt_grow(r->arena, kept->at, kept->entities.n, sizeof(rt_ties *));
    kept->at[rt_entity_set_add(&kept->entities, e, r->arena)] = read;
    return *ties = read, rt_ok;
}

rt_status rt_ties_of(rt_reading *r, const rt_entity *e, bool as_nodes, rt_ties *ties, rt_error *err) {
    rt_around around;
    *ties = (rt_ties){0};
    RT_TRY(add_own(r, e, NULL, ties, err));
    RT_TRY(rt_around_read(r, e, &around, err));
    for (size_t i = 0; i < around.n; i++) {
        const rt_entity *n = around.at[i].entity;
        if (!is_relation(n) || as_nodes) add_holder(r, e, n, ties);
        RT_TRY(add_relation(r, e, n, ties, err));
    }
    ties->more = around.more;
    return rt_ok;
}

rt_status rt_ties_by(rt_reading *r, const rt_entity *e, const rt_entity *holder, const rt_entity *other, bool as_nodes,
                     rt_ties *ties, rt_error *err) {
    if (e == other) return rt_ok;
    if (holder == e) return add_own(r, e, other, ties, err);
    if (holder == other && (!is_relation(other) || as_nodes)) add_holder(r, e, other, ties);
    if (holder == other || !is_relation(holder)) return rt_ok;
    RT_TRY(add_ends(r, e, holder, other, true, ties, err));
    return add_ends(r, e, holder, other, false, ties, err);
}

rt_tie rt_tie_of_copresence(const rt_entity *event, const rt_copresence *m, rt_arena *arena) {
    const bool first = rt_str_cmp(event->id, m->other->id) < 0;
    const size_t a = voices(m->mine.facts), b = voices(m->theirs.facts);
    rt_facts facts = {0};
    const rt_facts both[] = {first ? m->mine.facts : m->theirs.facts, first ? m->theirs.facts : m->mine.facts};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < both[k].n; i++) rt_facts_add(&facts, both[k].at[i], arena);
    return (rt_tie){.other = first ? m->other : event,
                    .holder = first ? event : m->other,
                    .outward = true,
                    .copresence = m,
                    .type = RT_S("presence"),
                    .facts = facts,
                    .counts = true,
                    .support = a < b ? a : b};
}

/* --- what it is -------------------------------------------------------------------------------------------------- */

/* An event dates what takes part in it; a statement that names another may say itself when that held. */
rt_dating rt_tie_dating(const rt_tie *tie, rt_arena *arena) {
    const rt_str none = {"", 0};
    if (tie->copresence != NULL) return (rt_dating){0};
    if (tie->relation != NULL) return rt_dating_by(tie->relation, arena);
    if (rt_is_happening(tie->holder)) return rt_dating_by(tie->holder, arena);
    for (size_t i = 0; i < tie->facts.n; i++)
        if (tie->facts.at[i]->s.e.valid.len > 0) return rt_dating_of(none, none, tie->facts.at[i]->s.e.valid, arena);
    return (rt_dating){0};
}

rt_str rt_tie_words(const rt_tie *tie, rt_arena *arena) {
    if (tie->copresence != NULL)
        return tie->copresence->shared.certainty == RT_CERTAIN ? RT_S("at the same time at the same place")
                                                               : RT_S("possibly at the same time at the same place");
    if (tie->relation != NULL) return rt_relation_words(tie->relation, arena);
    const rt_schema *s = rt_schema_named(tie->facts.at[0]->s.e.schema);
    const rt_prop *p = s != NULL ? rt_schema_prop(s, tie->type) : NULL;
    return p != NULL ? rt_str_lower(arena, p->label) : tie->type;
}

static rt_value *days_value(int64_t days, rt_arena *arena) {
    return days == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, days);
}

/* The version of a stay by which the two meet. */
static rt_value *stay_object(const rt_stay *s, rt_arena *arena) {
    rt_value *v = rt_value_object(arena);
    rt_value_put(v, RT_S("id"), rt_value_text(arena, s->event->id));
    rt_value_put_text(arena, v, RT_S("source"), s->source);
    rt_value_put_text(arena, v, RT_S("when"), s->dating.edtf);
    rt_value_put_text(arena, v, RT_S("start"), s->dating.start);
    rt_value_put_text(arena, v, RT_S("end"), s->dating.end);
    rt_value_put(v, RT_S("span"), rt_dating_span(&s->dating, arena));
    return v;
}

/* The stays stand in the order of `from` and `to`. */
static void put_copresence(const rt_tie *tie, rt_value *v, rt_arena *arena) {
    const rt_copresence *m = tie->copresence;
    const bool mine_first = m->mine.event == tie->holder;
    rt_value_put_text(arena, v, RT_S("certainty"), rt_certainty_name(m->shared.certainty));
    rt_value *days = rt_value_put_list(arena, v, RT_S("days"));
    rt_value_push(days, days_value(m->shared.least, arena));
    rt_value_push(days, days_value(m->shared.most, arena));
    rt_value_put(v, RT_S("place"), rt_shape_site(m->place, arena));
    rt_value *stays = rt_value_put_list(arena, v, RT_S("stays"));
    rt_value_push(stays, stay_object(mine_first ? &m->mine : &m->theirs, arena));
    rt_value_push(stays, stay_object(mine_first ? &m->theirs : &m->mine, arena));
}

void rt_shape_tie(rt_reading *r, const rt_tie *tie, rt_value *v) {
    const rt_dating d = rt_tie_dating(tie, r->arena);
    rt_value_put_text(r->arena, v, RT_S("type"), tie->type);
    rt_value_put_text(r->arena, v, RT_S("what"), rt_tie_words(tie, r->arena));
    rt_value_put_text(r->arena, v, RT_S("relation"), tie->relation != NULL ? tie->relation->id : (rt_str){"", 0});
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    if (tie->stance.len > 0) rt_value_put_text(r->arena, v, RT_S("stance"), tie->stance);
    rt_shape_count(r, v, "support", tie->support);
    if (tie->copresence != NULL) put_copresence(tie, v, r->arena);
    if (rt_facts_are_out(tie->facts)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    rt_shape_cite(r, v, tie->facts);
}
