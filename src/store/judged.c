/* The judgement that counts on each pair. */
#include <stdlib.h>

#include "base/map.h"
#include "model/handling.h"
#include "store/cluster.h"

rt_str rt_judged_other(const rt_entry *judgement, rt_str id) {
    return rt_str_eq(judgement->a, id) ? judgement->b : judgement->a;
}

int rt_judged_cmp(const rt_seen_entry *a, const rt_seen_entry *b) {
    const int when = rt_str_cmp(a->e.recorded_at, b->e.recorded_at);
    return when != 0 ? when : (a->seq > b->seq) - (a->seq < b->seq);
}

/* A judgement under the other id of its pair, so that they can be sorted. */
typedef struct keyed {
    rt_str other;
    const rt_seen_entry *s;
} keyed;

static int by_pair_and_time(const void *x, const void *y) {
    const keyed *a = x, *b = y;
    const int other = rt_str_cmp(a->other, b->other);
    if (other != 0) return other;
    return rt_judged_cmp(a->s, b->s);
}

/* Whether b does not overrule a, the judgement before it on its pair: who may see b could not know of a, so they cannot
 * have meant to take back that the two are different. */
static bool is_blind(const rt_entry *a, const rt_entry *b) {
    return rt_str_is(a->judgement, "different") && !rt_str_is(b->judgement, "different") &&
           !rt_handling_seen(a->handling, b->handling);
}

/* Leaves these out; what remains is in its order. */
static size_t without_blind(keyed *all, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const bool goes_on = kept > 0 && rt_str_eq(all[kept - 1].other, all[i].other);
        if (!goes_on || !is_blind(&all[kept - 1].s->e, &all[i].s->e)) all[kept++] = all[i];
    }
    return kept;
}

/* all[i] is the last on its pair: that, since the first of the row that says the same. */
static rt_judged counting(const keyed *all, size_t i) {
    size_t first = i;
    while (first > 0 && rt_str_eq(all[first - 1].other, all[i].other) &&
           rt_str_eq(all[first - 1].s->e.judgement, all[i].s->e.judgement))
        first--;
    return (rt_judged){*all[i].s, all[first].s->e.recorded_at, all[first].s->seq};
}

rt_status rt_judged_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_judged_list *judged, rt_error *err) {
    rt_cursor *c;
    rt_seen_list acts;
    size_t n = 0;
    *judged = (rt_judged_list){0};
    RT_TRY(rt_cursor_acts(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &acts, err));
    if (acts.n == 0) return rt_ok;
    keyed *all = RT_NEW_N(arena, keyed, acts.n);
    for (size_t i = 0; i < acts.n; i++) {
        const rt_entry *e = &acts.at[i].e;
        if (e->type == RT_JUDGEMENT && !rt_str_eq(e->a, e->b)) all[n++] = (keyed){rt_judged_other(e, id), &acts.at[i]};
    }
    if (n > 1) qsort(all, n, sizeof *all, by_pair_and_time);
    n = without_blind(all, n);
    judged->at = RT_NEW_N(arena, rt_judged, n);
    for (size_t i = 0; i < n; i++)
        if (i + 1 == n || !rt_str_eq(all[i].other, all[i + 1].other)) judged->at[judged->n++] = counting(all, i);
    return rt_ok;
}

rt_status rt_judgement_on(rt_lens *lens, rt_str a, rt_str b, rt_arena *arena, rt_seen_entry *last, rt_error *err) {
    rt_judged_list judged;
    *last = (rt_seen_entry){0};
    RT_TRY(rt_judged_of(lens, a, arena, &judged, err));
    for (size_t i = 0; i < judged.n; i++)
        if (rt_str_eq(rt_judged_other(&judged.at[i].s.e, a), b)) *last = judged.at[i].s;
    return rt_ok;
}

rt_status rt_judged_on(rt_lens *lens, rt_str judgement, rt_arena *arena, rt_strs *statements, rt_error *err) {
    rt_cursor *c;
    rt_seen_list acts;
    rt_map from = {0};
    *statements = (rt_strs){0};
    RT_TRY(rt_cursor_acts(lens, judgement, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &acts, err));
    for (size_t i = 0; i < acts.n; i++) {
        const rt_entry *e = &acts.at[i].e;
        if (e->type == RT_LINK && rt_str_is(e->link, "supports") && rt_str_eq(e->to, judgement))
            rt_map_add(&from, e->from, arena);
    }
    *statements = (rt_strs){from.keys, from.n};
    return rt_ok;
}
