#include "analysis/cluster.h"

#include <stdlib.h>

#include "analysis/grow.h"

/* More than any person has, and a bound for a file made to hurt. */
enum { MOST_MEMBERS = 4096 };

static bool among(rt_strs list, rt_str s) {
    for (size_t i = 0; i < list.n; i++)
        if (rt_str_eq(list.at[i], s)) return true;
    return false;
}

static rt_status judgements_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_seen_list *acts, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_acts(lens, id, &c, err));
    return rt_cursor_list(c, arena, acts, err);
}

static rt_str other_of(const rt_entry *judgement, rt_str id) {
    return rt_str_eq(judgement->a, id) ? judgement->b : judgement->a;
}

/* Whether a later one in the list is on the same pair. */
static bool is_overruled(const rt_seen_list *acts, size_t i, rt_str id) {
    const rt_str other = other_of(&acts->at[i].e, id);
    for (size_t k = i + 1; k < acts->n; k++)
        if (acts->at[k].e.type == RT_JUDGEMENT && rt_str_eq(other_of(&acts->at[k].e, id), other)) return true;
    return false;
}

static rt_status add_neighbours(rt_lens *lens, rt_str id, rt_arena *arena, rt_strs *members, rt_error *err) {
    rt_seen_list acts;
    RT_TRY(judgements_of(lens, id, arena, &acts, err));
    for (size_t i = 0; i < acts.n; i++) {
        const rt_entry *e = &acts.at[i].e;
        if (e->type != RT_JUDGEMENT || !rt_str_is(e->judgement, "same") || is_overruled(&acts, i, id)) continue;
        if (among(*members, other_of(e, id))) continue;
        if (members->n == MOST_MEMBERS)
            return rt_fail(err, RT_LIMIT, "more than %d entities are judged to be one", MOST_MEMBERS);
        members->at = rt_grow(arena, members->at, members->n, sizeof *members->at);
        members->at[members->n++] = other_of(e, id);
    }
    return rt_ok;
}

static int by_code_point(const void *a, const void *b) { return rt_str_cmp(*(const rt_str *)a, *(const rt_str *)b); }

rt_status rt_cluster_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_strs *members, rt_error *err) {
    *members = (rt_strs){rt_grow(arena, NULL, 0, sizeof(rt_str)), 1};
    members->at[0] = rt_str_copy(arena, id);
    for (size_t i = 0; i < members->n; i++) RT_TRY(add_neighbours(lens, members->at[i], arena, members, err));
    qsort(members->at, members->n, sizeof *members->at, by_code_point);
    return rt_ok;
}

rt_status rt_judgement_on(rt_lens *lens, rt_str a, rt_str b, rt_arena *arena, rt_str *judgement, rt_str *why,
                          rt_error *err) {
    rt_seen_list acts;
    *judgement = *why = (rt_str){"", 0};
    RT_TRY(judgements_of(lens, a, arena, &acts, err));
    for (size_t i = 0; i < acts.n; i++) {
        const rt_entry *e = &acts.at[i].e;
        if (e->type != RT_JUDGEMENT || !rt_str_eq(other_of(e, a), b)) continue;
        *judgement = e->judgement;
        *why = e->why;
    }
    return rt_ok;
}
