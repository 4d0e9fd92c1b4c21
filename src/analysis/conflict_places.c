/* Stays of one person that surely share days, at two places of which neither is within the other.
 *
 * A stay surely lasts from the last day on which it may have begun to the first on which it may have ended: its core.
 * Cores that share two days are a contradiction (a day on which somebody is moved belongs to both stays). One sweep
 * over the cores by their first day; each stay is held against those that reach farthest among the earlier ones, of two
 * different places, so that many stays on the same days give one contradiction each and not one a pair. */
#include <stdlib.h>

#include "analysis/conflict_sides.h"
#include "analysis/part.h"

typedef struct stay {
    rt_part part;
    rt_str place; /* id of the facility, or its name as text */
    size_t found;
} stay;

static int by_core(const void *x, const void *y) {
    const stay *a = x, *b = y;
    const rt_day s = a->part.dating.when.start_max, t = b->part.dating.when.start_max;
    if (s != t) return s < t ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

static bool has_core(const rt_when *w) {
    return !w->start_unknown && !w->end_unknown && w->start_max < w->end_min && w->start_max != RT_DAY_OPEN_START;
}

/* Days that two cores share are at least two. The second starts no earlier than the first. */
static bool share(rt_day second_start, rt_day second_end, rt_day first_end) {
    return second_start < first_end && second_start < second_end;
}

static rt_certainty how_surely(const stay *a, const stay *b) {
    const rt_when *x = &a->part.dating.when, *y = &b->part.dating.when;
    const rt_day start = x->wide.start_max > y->wide.start_max ? x->wide.start_max : y->wide.start_max;
    const rt_day end = x->wide.end_min < y->wide.end_min ? x->wide.end_min : y->wide.end_min;
    return start < end && !x->uncertain && !y->uncertain ? RT_CERTAIN : RT_POSSIBLE;
}

/* Whether one of the two names the other: a block within a camp, a camp within a town. */
static rt_status is_within(rt_reading *r, rt_str inner, rt_str outer, bool *within, rt_error *err) {
    const rt_entity *e;
    RT_TRY(rt_reading_entity(r, inner, &e, err));
    for (size_t i = 0; e != NULL && i < e->claims.n; i++)
        *within = *within || (rt_str_eq(e->claims.at[i].value, outer) && rt_claim_affirmed(&e->claims.at[i]));
    return rt_ok;
}

rt_status rt_conflict_are_apart(rt_reading *r, rt_str a, rt_str b, bool *apart, rt_error *err) {
    bool within = rt_str_eq(a, b);
    RT_TRY(is_within(r, a, b, &within, err));
    RT_TRY(is_within(r, b, a, &within, err));
    *apart = !within;
    return rt_ok;
}

static rt_status compare(rt_reading *r, const rt_entity *e, const stay *earlier, const stay *s, rt_conflict_list *list,
                         rt_error *err) {
    bool apart;
    if (earlier == NULL ||
        !share(s->part.dating.when.start_max, s->part.dating.when.end_min, earlier->part.dating.when.end_min))
        return rt_ok;
    RT_TRY(rt_conflict_are_apart(r, earlier->place, s->place, &apart, err));
    if (!apart || earlier->part.event == s->part.event) return rt_ok;
    rt_value *sides = rt_conflict_open(r, e, RT_S("twoPlaces"), how_surely(earlier, s), list);
    rt_part_side(r, &earlier->part, sides);
    rt_part_side(r, &s->part, sides);
    return rt_ok;
}

/* Those that reach farthest so far, of two different places. */
typedef struct reach {
    const stay *far, *other;
} reach;

static bool reaches_beyond(const stay *s, const stay *than) {
    return than == NULL || s->part.dating.when.end_min > than->part.dating.when.end_min;
}

static void take(reach *so_far, const stay *s) {
    if (so_far->far != NULL && rt_str_eq(so_far->far->place, s->place)) {
        if (reaches_beyond(s, so_far->far)) so_far->far = s;
    } else if (reaches_beyond(s, so_far->far)) {
        so_far->other = so_far->far;
        so_far->far = s;
    } else if (reaches_beyond(s, so_far->other))
        so_far->other = s;
}

static rt_status sweep(rt_reading *r, const rt_entity *e, const stay *stays, size_t n, rt_conflict_list *list,
                       rt_error *err) {
    reach so_far = {0};
    for (size_t i = 0; i < n; i++) {
        const bool same = so_far.far != NULL && rt_str_eq(so_far.far->place, stays[i].place);
        RT_TRY(compare(r, e, same ? so_far.other : so_far.far, &stays[i], list, err));
        take(&so_far, &stays[i]);
    }
    return rt_ok;
}

rt_status rt_conflicts_of_places(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                                 rt_error *err) {
    stay *stays = RT_NEW_N(r->arena, stay, around->n);
    size_t n = 0;
    for (size_t i = 0; i < around->n; i++) {
        stay s = {.found = i};
        if (!rt_part_of(&around->at[i], r->arena, &s.part) || !s.part.stays || s.part.place == NULL) continue;
        s.place = s.part.place->value;
        if (has_core(&s.part.dating.when)) stays[n++] = s;
    }
    if (n > 1) qsort(stays, n, sizeof *stays, by_core);
    return sweep(r, e, stays, n, list, err);
}
