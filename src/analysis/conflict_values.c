/* Values of one property that exclude each other, births and ages that have no day in common, and what is denied. */
#include <string.h>

#include "analysis/birth.h"
#include "analysis/conflict_sides.h"
#include "names/fold.h"

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

static void birth_conflict(rt_reading *r, const rt_entity *e, rt_conflict_list *list) {
    const rt_birth b = rt_birth_of(e, r->arena);
    if (!disagrees(&b)) return;
    const bool certain = !b.uncertain && !are_alternatives(&b);
    rt_value *sides = rt_conflict_open(r, e, RT_S("birthDate"), certain ? RT_CERTAIN : RT_POSSIBLE, list);
    for (size_t i = 0; i < b.n; i++) {
        rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
        rt_value_put_text(r->arena, v, RT_S("value"), b.by[i].edtf);
        rt_value_put_text(r->arena, v, RT_S("how"), b.by[i].how);
        rt_conflict_cite(r, v, b.by[i].facts);
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

static excludes *const comparisons[] = {
    [RT_COMPARE_DATES] = dates_exclude,
    [RT_COMPARE_WORDS] = words_exclude,
    [RT_COMPARE_CODES] = codes_exclude,
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

/* Whether one speaker in one source says both: of words these are a list ("visits to two prisons"), no contradiction.
 */
static bool one_list(const rt_claim *a, const rt_claim *b) {
    const rt_fact *first = a->facts.at[0];
    for (size_t i = 0; i < a->facts.n + b->facts.n; i++) {
        const rt_fact *f = i < a->facts.n ? a->facts.at[i] : b->facts.at[i - a->facts.n];
        if (!rt_str_eq(f->s.e.speaker, first->s.e.speaker) || !rt_str_eq(rt_fact_source(f), rt_fact_source(first)))
            return false;
    }
    return true;
}

static rt_status how_surely(rt_reading *r, const rt_one_value *rule, const rt_claim *a, const rt_claim *b,
                            rt_certainty *certainty, rt_error *err) {
    bool same;
    *certainty = RT_IMPOSSIBLE;
    if (rt_str_eq(a->value, b->value)) return rt_ok;
    if (rule->listed && one_list(a, b)) return rt_ok;
    RT_TRY(same_entity(r, a, b, &same, err));
    if (!same) *certainty = comparisons[rule->compare](a, b, r->arena);
    return rt_ok;
}

static rt_status compare_all(rt_reading *r, const rt_one_value *rule, rt_affirmed *a, rt_certainty *worst,
                             rt_error *err) {
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

/* An entity of which no schema is known has what every thing has one of. */
static bool has_one(const rt_entity *e, const rt_one_value *rule) {
    return rt_entity_is(e, rule->of) || strcmp(rule->of, "Thing") == 0;
}

static rt_status value_conflict(rt_reading *r, const rt_entity *e, const rt_one_value *rule, rt_conflict_list *list,
                                rt_error *err) {
    rt_certainty worst;
    rt_affirmed a = rt_conflict_affirmed(e, rule->prop);
    if (!has_one(e, rule)) return rt_ok;
    RT_TRY(compare_all(r, rule, &a, &worst, err));
    if (worst == RT_IMPOSSIBLE) return rt_ok;
    return rt_conflict_excluded_sides(r, &a, rt_conflict_open(r, e, rt_str_of(rule->prop), worst, list), err);
}

/* --- asserted and denied ----------------------------------------------------------------------------------------- */

static bool is_denial_of(const rt_claim *denial, const rt_claim *c) {
    return rt_claim_denied(denial) && rt_str_eq(denial->prop, c->prop) && rt_str_eq(denial->value, c->value);
}

static rt_status denial_conflict(rt_reading *r, const rt_entity *e, const rt_claim *denial, rt_conflict_list *list,
                                 rt_error *err) {
    const rt_claims claims = rt_claims_named(e->claims, denial->prop);
    rt_value *sides = NULL;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i]) || !is_denial_of(denial, &claims.at[i])) continue;
        if (sides == NULL) sides = rt_conflict_open(r, e, RT_S("denied"), RT_CERTAIN, list);
        RT_TRY(rt_conflict_claim_side(r, &claims.at[i], false, sides, err));
    }
    return sides != NULL ? rt_conflict_claim_side(r, denial, true, sides, err) : rt_ok;
}

rt_status rt_conflicts_of_values(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    birth_conflict(r, e, list);
    for (const rt_one_value *v = rt_one_values; v->prop != NULL; v++) RT_TRY(value_conflict(r, e, v, list, err));
    for (size_t i = 0; i < e->claims.n; i++)
        if (rt_claim_denied(&e->claims.at[i])) RT_TRY(denial_conflict(r, e, &e->claims.at[i], list, err));
    return rt_ok;
}
