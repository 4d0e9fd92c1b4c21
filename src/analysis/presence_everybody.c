/* Whom somebody met, of all who were where they were. */
#include <stdlib.h>

#include "analysis/meeting.h"
#include "base/grow.h"
#include "base/slots.h"

/* --- where they were ---------------------------------------------------------------------------------------------- */

/* A place where A was, or that this is within. */
typedef struct visit {
    size_t place; /* number: places in the order in which they were met */
    const rt_stay *stay;
} visit;

typedef struct visits {
    visit *at;
    size_t n;
    const rt_site **places;
    size_t place_count;
    rt_slots numbers; /* of the places */
} visits;

static size_t number_of(visits *v, const rt_site *place, rt_arena *arena) {
    const int64_t key = (int64_t)(uintptr_t)place;
    for (rt_probe p = rt_slots_number(&v->numbers, key); rt_probe_next(&p);)
        if (p.place < v->place_count && v->places[p.place] == place) return p.place;
    v->places = rt_grow(arena, v->places, v->place_count, sizeof(const rt_site *));
    v->places[v->place_count] = place;
    rt_slots_add_number(&v->numbers, key, v->place_count, arena);
    return v->place_count++;
}

static void add_visit(rt_meetings *m, const rt_stay *stay, const rt_site *place, visits *v) {
    v->at = rt_grow(m->r->arena, v->at, v->n, sizeof *v->at);
    v->at[v->n++] = (visit){number_of(v, place, m->r->arena), stay};
}

static rt_status add_visits(rt_meetings *m, const rt_stay *stay, visits *v, rt_error *err) {
    const rt_site *place, *wider;
    RT_TRY(rt_meetings_place(m, stay, &place, err));
    add_visit(m, stay, place, v);
    for (size_t i = 0; m->wide && i < place->nesting->n; i++) {
        wider = place->nesting->at[i].site;
        if (wider->level <= m->widest) add_visit(m, stay, wider, v);
    }
    return rt_ok;
}

static int by_place_and_day(const void *x, const void *y) {
    const visit *a = x, *b = y;
    const rt_day first = a->stay->when.wide.start_min, other = b->stay->when.wide.start_min;
    return a->place != b->place ? (a->place > b->place) - (a->place < b->place) : (first > other) - (first < other);
}

/* Where the visits end that follow this one at the same place, each on a day of one before it; the last of these days.
 */
static size_t end_of_stretch(const visits *v, size_t first, rt_day *last) {
    size_t i = first;
    *last = v->at[first].stay->when.wide.end_max;
    while (++i < v->n && v->at[i].place == v->at[first].place && v->at[i].stay->when.wide.start_min <= *last)
        if (v->at[i].stay->when.wide.end_max > *last) *last = v->at[i].stay->when.wide.end_max;
    return i;
}

/* --- who else was there ------------------------------------------------------------------------------------------- */

static rt_status is_other(rt_meetings *m, const rt_entity *a, rt_str who, bool *is, rt_error *err) {
    const rt_entity *other;
    *is = !rt_entity_has_member(a, who);
    if (!*is) return rt_ok;
    RT_TRY(rt_reading_entity(m->r, who, &other, err));
    *is = other == NULL || !rt_entity_is(other, "Organization");
    return rt_ok;
}

static rt_status keep_others(rt_meetings *m, const rt_entity *a, rt_stays *others, rt_error *err) {
    size_t kept = 0;
    for (size_t i = 0; i < others->n; i++) {
        bool is = rt_meetings_want(m, &others->at[i]);
        if (is) RT_TRY(is_other(m, a, others->at[i].who, &is, err));
        if (is) others->at[kept++] = others->at[i];
    }
    others->n = kept;
    return rt_ok;
}

/* Who else may have been at the place on these days. */
static rt_status others_at(rt_meetings *m, const rt_entity *a, const rt_site *place, rt_day first, rt_day last,
                           rt_stays *others, rt_error *err) {
    rt_tellers tellers;
    if (m->wide) {
        RT_TRY(rt_site_inside(m->r, &m->sites, place, err));
        const rt_nesting *in = place->nesting;
        RT_TRY(rt_site_tellers(m->r, in->inside, in->inside_n, first, last, &tellers, err));
    } else
        RT_TRY(rt_site_tellers(m->r, &place, 1, first, last, &tellers, err));
    for (size_t i = 0; i < tellers.n; i++) {
        rt_stays_of_event(tellers.at[i], m->r->arena, others);
        rt_stays_of_address(tellers.at[i], m->r->arena, others);
    }
    return keep_others(m, a, others, err);
}

/* Some day, or one event: whom a source puts into it met, whenever it was. */
static bool may_share(const rt_stay *a, const rt_stay *b) {
    const rt_bounds *x = &a->when.wide, *y = &b->when.wide;
    return a->event == b->event || (x->start_min <= y->end_max && y->start_min <= x->end_max);
}

static rt_status meet(rt_meetings *m, const rt_stay *a, const rt_stays *others, rt_error *err) {
    for (size_t i = 0; i < others->n; i++)
        if (may_share(a, &others->at[i])) RT_TRY(rt_meetings_add(m, a, &others->at[i], false, err));
    return rt_ok;
}

/* A place is asked once for days that overlap: somebody's file may tell of each day anew, for years. */
rt_status rt_meetings_everybody(rt_meetings *m, const rt_entity *a, const rt_stays *mine, rt_error *err) {
    visits v = {0};
    rt_day last;
    for (size_t i = 0; i < mine->n; i++) RT_TRY(add_visits(m, &mine->at[i], &v, err));
    if (v.n > 1) qsort(v.at, v.n, sizeof *v.at, by_place_and_day);
    for (size_t i = 0, end; i < v.n; i = end) {
        rt_stays others = {0};
        end = end_of_stretch(&v, i, &last);
        RT_TRY(others_at(m, a, v.places[v.at[i].place], v.at[i].stay->when.wide.start_min, last, &others, err));
        for (size_t k = i; k < end; k++) RT_TRY(meet(m, v.at[k].stay, &others, err));
    }
    return rt_ok;
}
