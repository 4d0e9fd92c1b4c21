/* What somebody can't have done while held: a visit or a journey that surely lies within a stay, at another place.
 *
 * A stay surely lasts from the last day on which it may have begun to the first on which it may have ended; on these
 * two days themselves he may come and go. One sweep: each event is held against the stay that reaches farthest among
 * those that began before it. */
#include <stdlib.h>

#include "analysis/conflict_sides.h"
#include "analysis/part.h"

typedef struct taken {
    rt_part part;
    rt_str place; /* id of the facility, or a text; empty: not told */
    size_t found;
} taken;

/* When a stay surely has begun, and when an event may begin at the earliest. */
static rt_day key_of(const taken *t) {
    return t->part.stays ? t->part.dating.when.start_max : t->part.dating.when.start_min;
}

/* Events before the stays of the same day: these have to begin before them. */
static int by_key(const void *x, const void *y) {
    const taken *a = x, *b = y;
    if (key_of(a) != key_of(b)) return key_of(a) < key_of(b) ? -1 : 1;
    if (a->part.stays != b->part.stays) return a->part.stays ? 1 : -1;
    return (a->found > b->found) - (a->found < b->found);
}

static bool is_bounded(const rt_part *p) {
    const rt_when *w = &p->dating.when;
    return !w->start_unknown && !w->end_unknown && w->start_min != RT_DAY_OPEN_START;
}

static bool is_surely_within(const taken *stay, const taken *event) {
    return event->part.dating.when.end_max < stay->part.dating.when.end_min;
}

/* Certain only of a visit: a journey may be one in custody. */
static rt_certainty how_surely(const taken *stay, const taken *event) {
    const rt_when *a = &stay->part.dating.when, *b = &event->part.dating.when;
    const bool wide = a->wide.start_max < b->wide.start_min && b->wide.end_max < a->wide.end_min;
    const bool visit = rt_entity_is(event->part.event, "Visit") && event->place.len > 0 && stay->place.len > 0;
    return wide && visit && !a->uncertain && !b->uncertain ? RT_CERTAIN : RT_POSSIBLE;
}

static rt_status compare(rt_reading *r, const rt_entity *e, const taken *stay, const taken *event,
                         rt_conflict_list *list, rt_error *err) {
    bool apart = true;
    if (stay == NULL || !is_surely_within(stay, event) || stay->part.event == event->part.event) return rt_ok;
    if (event->place.len > 0 && stay->place.len > 0)
        RT_TRY(rt_conflict_are_apart(r, stay->place, event->place, &apart, err));
    if (!apart) return rt_ok;
    rt_value *sides = rt_conflict_open(r, e, RT_S("heldElsewhere"), how_surely(stay, event), list);
    rt_part_side(r, &stay->part, sides);
    rt_part_side(r, &event->part, sides);
    return rt_ok;
}

static const taken *farther(const taken *a, const taken *b) {
    return a == NULL || b->part.dating.when.end_min > a->part.dating.when.end_min ? b : a;
}

rt_status rt_conflicts_of_exclusion(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                                    rt_error *err) {
    taken *all = RT_NEW_N(r->arena, taken, around->n);
    const taken *far = NULL;
    size_t n = 0;
    for (size_t i = 0; i < around->n; i++) {
        taken t = {.found = i};
        if (!rt_part_of(&around->at[i], r->arena, &t.part) || !is_bounded(&t.part)) continue;
        if (!t.part.stays && !t.part.leaves) continue;
        if (t.part.place != NULL) t.place = t.part.place->value;
        all[n++] = t;
    }
    if (n > 1) qsort(all, n, sizeof *all, by_key);
    for (size_t i = 0; i < n; i++) {
        if (all[i].part.stays)
            far = farther(far, &all[i]);
        else
            RT_TRY(compare(r, e, far, &all[i], list, err));
    }
    return rt_ok;
}
