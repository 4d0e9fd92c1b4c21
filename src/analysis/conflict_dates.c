/* Dates of one entity that stand in the wrong order. */
#include "analysis/conflict_sides.h"

/* How surely the second is before the first. */
static rt_certainty how_surely_before(const rt_claim *first, const rt_claim *second) {
    rt_when a, b;
    if (rt_edtf_read(first->value, &a, NULL).code != RT_OK || rt_edtf_read(second->value, &b, NULL).code != RT_OK)
        return RT_IMPOSSIBLE;
    if (b.end_max >= a.start_min) return RT_IMPOSSIBLE;
    return b.wide.end_max < a.wide.start_min && !a.uncertain && !b.uncertain ? RT_CERTAIN : RT_POSSIBLE;
}

static bool share_a_source(const rt_claim *a, const rt_claim *b) {
    for (size_t i = 0; i < a->sources.n; i++)
        if (rt_strs_have(b->sources, a->sources.at[i])) return true;
    return a->sources.n + b->sources.n == 0;
}

/* The surest among all pairs; certain only when no pair allows both. */
static rt_certainty compare(const rt_date_order *rule, rt_affirmed *first, rt_affirmed *second) {
    rt_certainty most = RT_IMPOSSIBLE;
    bool all = true;
    for (size_t i = 0; i < first->n; i++)
        for (size_t k = 0; k < second->n; k++) {
            if (rule->within && !share_a_source(first->at[i], second->at[k])) continue;
            const rt_certainty c = how_surely_before(first->at[i], second->at[k]);
            all = all && c == RT_CERTAIN;
            if (c == RT_IMPOSSIBLE) continue;
            first->excluded[i] = second->excluded[k] = true;
            most = RT_POSSIBLE;
        }
    return most != RT_IMPOSSIBLE && all ? RT_CERTAIN : most;
}

static rt_status order_conflict(rt_reading *r, const rt_entity *e, const rt_date_order *rule, rt_conflict_list *list,
                                rt_error *err) {
    if (!rt_entity_is(e, rule->of)) return rt_ok;
    rt_affirmed first = rt_conflict_affirmed(e, rule->first), second = rt_conflict_affirmed(e, rule->second);
    const rt_certainty certainty = compare(rule, &first, &second);
    if (certainty == RT_IMPOSSIBLE) return rt_ok;
    rt_value *sides = rt_conflict_open(r, e, rt_str_of(rule->rule), certainty, list);
    RT_TRY(rt_conflict_excluded_sides(r, &first, sides, err));
    return rt_conflict_excluded_sides(r, &second, sides, err);
}

rt_status rt_conflicts_of_dates(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    for (const rt_date_order *o = rt_date_orders; o->rule != NULL; o++) RT_TRY(order_conflict(r, e, o, list, err));
    return rt_ok;
}
