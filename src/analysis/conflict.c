#include "analysis/conflict.h"

#include "analysis/birth.h"
#include "analysis/grow.h"
#include "base/date_allen.h"
#include "model/types.h"
#include "names/fold.h"

/* --- one contradiction ------------------------------------------------------------------------------------------- */

static rt_value *open_conflict(rt_reading *r, const rt_entity *e, rt_str rule, rt_certainty certainty, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("rule"), rule);
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(e, r->arena));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(certainty));
    return rt_value_put_list(r->arena, v, RT_S("sides"));
}

static rt_facts counting(rt_facts facts, bool (*counts)(const rt_fact *), rt_arena *arena) {
    rt_facts kept = {RT_NEW_N(arena, rt_fact *, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++)
        if (counts(facts.at[i])) kept.at[kept.n++] = facts.at[i];
    return kept;
}

static rt_status claim_side(rt_reading *r, const rt_claim *c, bool (*counts)(const rt_fact *), rt_value *sides,
                            rt_error *err) {
    rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
    RT_TRY(rt_shape_value(r, v, c, err));
    rt_value_put_text(r->arena, v, RT_S("stance"), c->stance);
    rt_shape_cite(r, v, counting(c->facts, counts, r->arena));
    return rt_ok;
}

/* --- births ------------------------------------------------------------------------------------------------------ */

static bool disagrees(const rt_birth *b) {
    for (size_t i = 0; i < b->n; i++)
        if (b->by[i].disagrees) return true;
    return false;
}

/* Whether one speaker in one source gives them all: these are alternatives ("alt. DOB") rather than a contradiction. */
static bool are_alternatives(const rt_birth *b) {
    const rt_fact *first = b->by[0].facts.at[0];
    for (size_t i = 0; i < b->n; i++)
        for (size_t k = 0; k < b->by[i].facts.n; k++) {
            const rt_fact *f = b->by[i].facts.at[k];
            if (!rt_str_eq(f->s.e.speaker, first->s.e.speaker) || !rt_str_eq(rt_fact_source(f), rt_fact_source(first)))
                return false;
        }
    return true;
}

static void birth_conflict(rt_reading *r, const rt_entity *e, rt_value *list) {
    const rt_birth b = rt_birth_of(e, r->arena);
    if (!disagrees(&b)) return;
    const bool certain = !b.uncertain && !are_alternatives(&b);
    rt_value *sides = open_conflict(r, e, RT_S("birthDate"), certain ? RT_CERTAIN : RT_POSSIBLE, list);
    for (size_t i = 0; i < b.n; i++) {
        rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
        rt_value_put_text(r->arena, v, RT_S("value"), b.by[i].edtf);
        rt_value_put_text(r->arena, v, RT_S("how"), b.by[i].how);
        rt_shape_cite(r, v, b.by[i].facts);
    }
}

/* --- values that exclude each other ------------------------------------------------------------------------------ */

/* How surely two values of one property can't both be true. */
typedef rt_certainty excludes(const rt_claim *a, const rt_claim *b, rt_arena *arena);

static rt_certainty dates_exclude(const rt_claim *a, const rt_claim *b, rt_arena *arena) {
    rt_when x, y;
    (void)arena;
    if (rt_edtf_read(a->value, &x, NULL).code != RT_OK || rt_edtf_read(b->value, &y, NULL).code != RT_OK)
        return RT_IMPOSSIBLE;
    const bool apart = x.start_min > y.end_max || y.start_min > x.end_max;
    const bool widened = x.wide.start_min > y.wide.end_max || y.wide.start_min > x.wide.end_max;
    if (!apart) return RT_IMPOSSIBLE;
    return widened && !x.uncertain && !y.uncertain ? RT_CERTAIN : RT_POSSIBLE;
}

static rt_certainty words_exclude(const rt_claim *a, const rt_claim *b, rt_arena *arena) {
    return rt_name_key(rt_name_fold(arena, a->value)) == rt_name_key(rt_name_fold(arena, b->value)) ? RT_IMPOSSIBLE
                                                                                                    : RT_POSSIBLE;
}

static rt_certainty codes_exclude(const rt_claim *a, const rt_claim *b, rt_arena *arena) {
    (void)arena;
    return rt_str_eq(a->value, b->value) ? RT_IMPOSSIBLE : RT_CERTAIN;
}

typedef struct one_valued {
    const char *prop;
    const char *schema; /* entities of which it has one value; NULL: of all */
    excludes *excludes;
} one_valued;

static const one_valued rules[] = {
    {"gender", NULL, codes_exclude},          {"deathDate", NULL, dates_exclude},
    {"startDate", "Interval", dates_exclude}, {"endDate", "Interval", dates_exclude},
    {"date", "Interval", dates_exclude},      {"facility", "Event", words_exclude},
    {"charge", "Offence", words_exclude},     {"term", "Sentence", words_exclude},
    {"outcome", "Event", words_exclude},      {"endLocation", "Trip", words_exclude},
    {"startLocation", "Trip", words_exclude}, {"count", "Visit", words_exclude},
};

/* Two names of one entity, or an entity and its name as text, exclude nothing. */
static rt_status same_entity(rt_reading *r, const rt_claim *a, const rt_claim *b, bool *same, rt_error *err) {
    const rt_entity *x, *y;
    *same = false;
    if (!rt_claim_is_entity(a)) return rt_ok;
    RT_TRY(rt_reading_entity(r, a->value, &x, err));
    RT_TRY(rt_reading_entity(r, b->value, &y, err));
    const rt_str one = x != NULL ? x->caption : a->value, other = y != NULL ? y->caption : b->value;
    *same = x != NULL && x == y;
    if (x == NULL || y == NULL)
        *same = rt_name_key(rt_name_fold(r->arena, one)) == rt_name_key(rt_name_fold(r->arena, other));
    return rt_ok;
}

static rt_status how_surely(rt_reading *r, const one_valued *rule, const rt_claim *a, const rt_claim *b,
                            rt_certainty *certainty, rt_error *err) {
    bool same;
    *certainty = RT_IMPOSSIBLE;
    if (rt_str_eq(a->value, b->value)) return rt_ok;
    RT_TRY(same_entity(r, a, b, &same, err));
    if (!same) *certainty = rule->excludes(a, b, r->arena);
    return rt_ok;
}

enum { MOST_VALUES = 64 };

typedef struct affirmed {
    const rt_claim *at[MOST_VALUES];
    bool excluded[MOST_VALUES];
    size_t n;
} affirmed;

static affirmed affirmed_claims(rt_claims claims) {
    affirmed a = {.n = 0};
    for (size_t i = 0; i < claims.n && a.n < MOST_VALUES; i++)
        if (rt_claim_affirmed(&claims.at[i])) a.at[a.n++] = &claims.at[i];
    return a;
}

static rt_status compare_all(rt_reading *r, const one_valued *rule, affirmed *a, rt_certainty *worst, rt_error *err) {
    *worst = RT_IMPOSSIBLE;
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = i + 1; k < a->n; k++) {
            rt_certainty c;
            RT_TRY(how_surely(r, rule, a->at[i], a->at[k], &c, err));
            if (c == RT_IMPOSSIBLE) continue;
            a->excluded[i] = a->excluded[k] = true;
            if (c > *worst) *worst = c;
        }
    return rt_ok;
}

static rt_status value_conflict(rt_reading *r, const rt_entity *e, const one_valued *rule, rt_value *list,
                                rt_error *err) {
    rt_certainty worst;
    affirmed a = affirmed_claims(rt_claims_named(e->claims, rt_str_of(rule->prop)));
    if (rule->schema != NULL && !rt_entity_is(e, rule->schema)) return rt_ok;
    RT_TRY(compare_all(r, rule, &a, &worst, err));
    if (worst == RT_IMPOSSIBLE) return rt_ok;
    rt_value *sides = open_conflict(r, e, rt_str_of(rule->prop), worst, list);
    for (size_t i = 0; i < a.n; i++)
        if (a.excluded[i]) RT_TRY(claim_side(r, a.at[i], rt_fact_affirms, sides, err));
    return rt_ok;
}

/* --- asserted and denied ----------------------------------------------------------------------------------------- */

static bool is_denial_of(const rt_claim *denial, const rt_claim *c) {
    return rt_claim_denied(denial) && rt_str_eq(denial->prop, c->prop) && rt_str_eq(denial->value, c->value);
}

static rt_status denial_conflict(rt_reading *r, const rt_entity *e, const rt_claim *denial, rt_value *list,
                                 rt_error *err) {
    const rt_claims claims = rt_claims_named(e->claims, denial->prop);
    rt_value *sides = NULL;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i]) || !is_denial_of(denial, &claims.at[i])) continue;
        if (sides == NULL) sides = open_conflict(r, e, RT_S("denied"), RT_CERTAIN, list);
        RT_TRY(claim_side(r, &claims.at[i], rt_fact_affirms, sides, err));
    }
    return sides != NULL ? claim_side(r, denial, rt_fact_denies, sides, err) : rt_ok;
}

/* --- opposed by a link ------------------------------------------------------------------------------------------- */

static rt_status find_fact(rt_reading *r, rt_str id, const rt_entity **e, rt_fact **f, rt_error *err) {
    rt_cursor *c;
    rt_seen_list found;
    *f = NULL;
    RT_TRY(rt_cursor_statement(r->lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, r->arena, &found, err));
    if (found.n == 0) return rt_ok;
    RT_TRY(rt_reading_entity(r, found.at[0].e.entity, e, err));
    for (size_t i = 0; *e != NULL && i < (*e)->facts.n; i++)
        if (rt_str_eq((*e)->facts.at[i]->s.e.id, id)) *f = (*e)->facts.at[i];
    return rt_ok;
}

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

static rt_status fact_side(rt_reading *r, const rt_entity *of, const rt_entity *e, rt_fact *f, rt_value *sides,
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
    rt_shape_cite(r, v, c.facts);
    return rt_ok;
}

static bool holds_both(const rt_value *conflict, rt_str a, rt_str b) {
    bool has_a = false, has_b = false;
    for (const rt_value *s = rt_value_first(rt_value_get(conflict, RT_S("sides"))); s != NULL; s = s->next)
        for (const rt_value *id = rt_value_first(rt_value_get(s, RT_S("statements"))); id != NULL; id = id->next) {
            has_a = has_a || rt_str_eq(id->text, a);
            has_b = has_b || rt_str_eq(id->text, b);
        }
    return has_a && has_b;
}

/* Whether some contradiction that was found has both on its sides already. */
static bool is_told(const rt_value *list, rt_str a, rt_str b) {
    for (const rt_value *c = rt_value_first(list); c != NULL; c = c->next)
        if (holds_both(c, a, b)) return true;
    return false;
}

static rt_status opposition(rt_reading *r, const rt_entity *e, rt_fact *f, const rt_fact_link *link, rt_value *list,
                            rt_error *err) {
    const rt_entity *there = NULL;
    rt_fact *other;
    if (!rt_str_is(link->kind, "opposes") || is_told(list, f->s.e.id, link->other)) return rt_ok;
    RT_TRY(find_fact(r, link->other, &there, &other, err));
    if (other == NULL || other->out == RT_SURELY) return rt_ok;
    rt_value *sides = open_conflict(r, e, RT_S("opposed"), RT_POSSIBLE, list);
    RT_TRY(fact_side(r, e, e, f, sides, err));
    return fact_side(r, e, there, other, sides, err);
}

static rt_status oppositions(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    for (size_t i = 0; i < e->facts.n; i++) {
        rt_fact *f = e->facts.at[i];
        for (const rt_fact_link *l = f->links; l != NULL && f->out != RT_SURELY; l = l->next)
            RT_TRY(opposition(r, e, f, l, list, err));
    }
    return rt_ok;
}

rt_status rt_conflicts_add(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    birth_conflict(r, e, list);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) RT_TRY(value_conflict(r, e, &rules[i], list, err));
    for (size_t i = 0; i < e->claims.n; i++)
        if (rt_claim_denied(&e->claims.at[i])) RT_TRY(denial_conflict(r, e, &e->claims.at[i], list, err));
    return oppositions(r, e, list, err);
}
