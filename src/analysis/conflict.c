#include "analysis/conflict.h"

#include <stdlib.h>

#include "analysis/conflict_sides.h"

/* --- the rules --------------------------------------------------------------------------------------------------- */

const rt_conflict_rule *rt_conflict_rule_named(rt_str name) {
    for (const rt_conflict_rule *rule = rt_conflict_rules; rule->name != NULL; rule++)
        if (rt_str_is(name, rule->name)) return rule;
    return NULL;
}

/* --- one contradiction ------------------------------------------------------------------------------------------- */

rt_value *rt_conflict_open(rt_reading *r, const rt_entity *e, rt_str name, rt_certainty certainty,
                           rt_conflict_list *list) {
    const rt_conflict_rule *rule = rt_conflict_rule_named(name);
    rt_value *v = rt_value_push(list->values, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("rule"), name);
    rt_value_put_text(r->arena, v, RT_S("why"), rule != NULL ? rt_str_of(rule->why) : (rt_str){"", 0});
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(e, r->arena));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(certainty));
    return rt_value_put_list(r->arena, v, RT_S("sides"));
}

/* The best of the grades that are given: the source's first, then the information's; empty where nobody graded. */
static rt_str best_grade(rt_facts facts, rt_arena *arena) {
    rt_str best = {"", 0};
    for (size_t i = 0; i < facts.n; i++) {
        const rt_entry *e = &facts.at[i]->s.e;
        const rt_str grade = rt_str_printf(arena, "%.*s%.*s", RT_FMT(e->reliability), RT_FMT(e->credibility));
        if (grade.len > 0 && (best.len == 0 || rt_str_cmp(grade, best) < 0)) best = grade;
    }
    return best;
}

static bool is_unreliable(const rt_fact *f) {
    return rt_str_is(f->s.e.reliability, "E") || rt_str_is(f->s.e.credibility, "5");
}

/* How many sources support these; what was stated by hand counts as one. */
static int64_t support_of(rt_facts facts, rt_arena *arena) {
    rt_facts good = {RT_NEW_N(arena, rt_fact *, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++)
        if (!is_unreliable(facts.at[i])) good.at[good.n++] = facts.at[i];
    const size_t sources = rt_facts_sources(good, arena).n;
    return sources > 0 ? (int64_t)sources : good.n > 0 ? 1 : 0;
}

void rt_conflict_cite(rt_reading *r, rt_value *side, rt_facts facts) {
    rt_value_put_text(r->arena, side, RT_S("grade"), best_grade(facts, r->arena));
    rt_value_put(side, RT_S("support"), rt_value_int(r->arena, support_of(facts, r->arena)));
    rt_shape_cite(r, side, facts);
}

void rt_conflict_side(rt_reading *r, rt_str value, rt_facts facts, rt_value *sides) {
    rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("value"), value);
    rt_conflict_cite(r, v, facts);
}

rt_status rt_conflict_claim_side(rt_reading *r, const rt_claim *c, bool denied, rt_value *sides, rt_error *err) {
    rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
    rt_facts kept = {RT_NEW_N(r->arena, rt_fact *, c->facts.n), 0};
    for (size_t i = 0; i < c->facts.n; i++)
        if (denied ? rt_fact_denies(c->facts.at[i]) : rt_fact_affirms(c->facts.at[i]))
            kept.at[kept.n++] = c->facts.at[i];
    RT_TRY(rt_shape_value(r, v, c, err));
    rt_value_put_text(r->arena, v, RT_S("stance"), c->stance);
    rt_conflict_cite(r, v, kept);
    return rt_ok;
}

rt_affirmed rt_conflict_affirmed(const rt_entity *e, const char *prop) {
    const rt_claims claims = rt_claims_named(e->claims, rt_str_of(prop));
    rt_affirmed a = {.n = 0};
    for (size_t i = 0; i < claims.n && a.n < RT_MOST_SIDES; i++)
        if (rt_claim_affirmed(&claims.at[i])) a.at[a.n++] = &claims.at[i];
    return a;
}

rt_status rt_conflict_excluded_sides(rt_reading *r, const rt_affirmed *a, rt_value *sides, rt_error *err) {
    for (size_t i = 0; i < a->n; i++)
        if (a->excluded[i]) RT_TRY(rt_conflict_claim_side(r, a->at[i], false, sides, err));
    return rt_ok;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

rt_status rt_conflicts_add(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    RT_TRY(rt_conflicts_of_values(r, e, list, err));
    RT_TRY(rt_conflicts_of_dates(r, e, list, err));
    return rt_conflicts_of_links(r, e, list, err);
}

rt_status rt_conflicts_around(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                              rt_error *err) {
    RT_TRY(rt_conflicts_of_life(r, e, around, list, err));
    RT_TRY(rt_conflicts_of_places(r, e, around, list, err));
    RT_TRY(rt_conflicts_of_exclusion(r, e, around, list, err));
    RT_TRY(rt_conflicts_add(r, e, list, err));
    for (size_t i = 0; i < around->n; i++) RT_TRY(rt_conflicts_add(r, around->at[i].entity, list, err));
    return rt_ok;
}

/* --- which is heaviest ------------------------------------------------------------------------------------------- */

enum { MOST_SUPPORT = 9 };

static int64_t second_best_support(const rt_value *conflict) {
    int64_t best = 0, second = 0;
    for (const rt_value *s = rt_value_first(rt_value_get(conflict, RT_S("sides"))); s != NULL; s = s->next) {
        const int64_t n = rt_value_get_int(s, RT_S("support"));
        if (n > second) second = n;
        if (second > best) second = best, best = n;
    }
    return second < MOST_SUPPORT ? second : MOST_SUPPORT;
}

static int64_t weight_of(const rt_value *conflict) {
    const rt_conflict_rule *rule = rt_conflict_rule_named(rt_value_get_text(conflict, RT_S("rule")));
    const int64_t grave = rule != NULL ? rule->grave : 1;
    const bool certain = rt_str_is(rt_value_get_text(conflict, RT_S("certainty")), "certain");
    return grave * (certain ? 2 : 1) + second_best_support(conflict);
}

typedef struct ranked {
    rt_value *conflict;
    int64_t weight;
    size_t found; /* as it was found */
} ranked;

static int by_weight(const void *x, const void *y) {
    const ranked *a = x, *b = y;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

void rt_conflicts_rank(rt_value *list, rt_arena *arena) {
    const size_t n = rt_value_count(list);
    size_t i = 0;
    ranked *all = RT_NEW_N(arena, ranked, n);
    for (rt_value *v = list->of.first; v != NULL; v = v->next, i++) {
        all[i] = (ranked){v, weight_of(v), i};
        rt_value_put(v, RT_S("weight"), rt_value_int(arena, all[i].weight));
    }
    if (n > 1) qsort(all, n, sizeof *all, by_weight);
    list->of = (rt_children){NULL, NULL, 0};
    for (i = 0; i < n; i++) {
        all[i].conflict->next = NULL;
        rt_value_push(list, all[i].conflict);
    }
}
