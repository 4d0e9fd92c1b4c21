/* Who was at the same place at the same time: certainly, possibly, or by which source not at all. */
#include <stdlib.h>

#include "analysis/meeting.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"
#include "base/slots.h"

typedef struct search {
    rt_meetings m;
    const rt_entity *a, *b; /* b: NULL for everybody */
    rt_around around_a, around_b;
} search;

/* --- with one, or with everybody --------------------------------------------------------------------------------- */

static rt_status is_of_b(search *s, rt_str who, bool *is, rt_error *err) {
    const rt_entity *other;
    *is = !rt_entity_has_member(s->a, who);
    if (!*is) return rt_ok;
    if (s->b != NULL) return *is = rt_entity_has_member(s->b, who), rt_ok;
    RT_TRY(rt_reading_entity(s->m.r, who, &other, err));
    *is = other == NULL || !rt_entity_is(other, "Organization");
    return rt_ok;
}

static rt_status keep_others(search *s, rt_stays *others, rt_error *err) {
    size_t kept = 0;
    for (size_t i = 0; i < others->n; i++) {
        bool is = rt_meetings_want(&s->m, &others->at[i]);
        if (is) RT_TRY(is_of_b(s, others->at[i].who, &is, err));
        if (is) others->at[kept++] = others->at[i];
    }
    others->n = kept;
    return rt_ok;
}

/* Some day, or one event: whom a source puts into it met, whenever it was. */
static bool may_share(const rt_stay *a, const rt_stay *b) {
    const rt_bounds *x = &a->when.wide, *y = &b->when.wide;
    return a->event == b->event || (x->start_min <= y->end_max && y->start_min <= x->end_max);
}

static rt_status meet(search *s, const rt_stay *a, const rt_stays *others, bool all, rt_error *err) {
    for (size_t i = 0; i < others->n; i++)
        if (all || may_share(a, &others->at[i])) RT_TRY(rt_meetings_add(&s->m, a, &others->at[i], all, err));
    return rt_ok;
}

static rt_status stays_of(search *s, const rt_entity *e, rt_around *around, rt_stays *stays, rt_error *err) {
    size_t kept = 0;
    RT_TRY(rt_around_read(s->m.r, e, around, err));
    rt_stays_of(s->m.r, e, around, stays);
    for (size_t i = 0; i < stays->n; i++)
        if (rt_meetings_want(&s->m, &stays->at[i])) stays->at[kept++] = stays->at[i];
    stays->n = kept;
    return rt_ok;
}

static rt_status meet_one(search *s, const rt_stays *mine, rt_error *err) {
    rt_stays theirs = {0};
    RT_TRY(stays_of(s, s->b, &s->around_b, &theirs, err));
    RT_TRY(keep_others(s, &theirs, err));
    for (size_t i = 0; i < mine->n; i++) RT_TRY(meet(s, &mine->at[i], &theirs, true, err));
    return rt_ok;
}

/* --- with everybody ---------------------------------------------------------------------------------------------- */

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

static void add_visit(search *s, const rt_stay *stay, const rt_site *place, visits *v) {
    v->at = rt_grow(s->m.r->arena, v->at, v->n, sizeof *v->at);
    v->at[v->n++] = (visit){number_of(v, place, s->m.r->arena), stay};
}

static rt_status add_visits(search *s, const rt_stay *stay, visits *v, rt_error *err) {
    const rt_site *place, *wider;
    RT_TRY(rt_meetings_place(&s->m, stay, &place, err));
    add_visit(s, stay, place, v);
    for (size_t i = 0; s->m.wide && i < place->nesting->n; i++) {
        wider = place->nesting->at[i].site;
        if (wider->level <= s->m.widest) add_visit(s, stay, wider, v);
    }
    return rt_ok;
}

static int by_place_and_day(const void *x, const void *y) {
    const visit *a = x, *b = y;
    const rt_day first = a->stay->when.wide.start_min, other = b->stay->when.wide.start_min;
    return a->place != b->place ? (a->place > b->place) - (a->place < b->place) : (first > other) - (first < other);
}

/* Who else may have been at the place on these days. */
static rt_status others_at(search *s, const rt_site *place, rt_day first, rt_day last, rt_stays *others,
                           rt_error *err) {
    rt_tellers tellers;
    if (s->m.wide) {
        RT_TRY(rt_site_inside(s->m.r, &s->m.sites, place, err));
        const rt_nesting *in = place->nesting;
        RT_TRY(rt_site_tellers(s->m.r, in->inside, in->inside_n, first, last, &tellers, err));
    } else
        RT_TRY(rt_site_tellers(s->m.r, &place, 1, first, last, &tellers, err));
    for (size_t i = 0; i < tellers.n; i++) {
        rt_stays_of_event(tellers.at[i], s->m.r->arena, others);
        rt_stays_of_address(tellers.at[i], s->m.r->arena, others);
    }
    return keep_others(s, others, err);
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

/* A place is asked once for days that overlap: somebody's file may tell of each day anew, for years. */
static rt_status meet_everybody(search *s, const rt_stays *mine, rt_error *err) {
    visits v = {0};
    rt_day last;
    for (size_t i = 0; i < mine->n; i++) RT_TRY(add_visits(s, &mine->at[i], &v, err));
    if (v.n > 1) qsort(v.at, v.n, sizeof *v.at, by_place_and_day);
    for (size_t i = 0, end; i < v.n; i = end) {
        rt_stays others = {0};
        end = end_of_stretch(&v, i, &last);
        RT_TRY(others_at(s, v.places[v.at[i].place], v.at[i].stay->when.wide.start_min, last, &others, err));
        for (size_t k = i; k < end; k++) RT_TRY(meet(s, v.at[k].stay, &others, false, err));
    }
    return rt_ok;
}

static rt_status find_all(search *s, rt_error *err) {
    rt_stays mine = {0};
    RT_TRY(stays_of(s, s->a, &s->around_a, &mine, err));
    RT_TRY((s->b != NULL ? meet_one : meet_everybody)(s, &mine, err));
    rt_meetings_sort(&s->m);
    return rt_ok;
}

/* Those of the people who are asked about. */
static rt_status put_uncounted(search *s, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(s->m.r->arena, o, RT_S("not_counted"));
    for (size_t i = 0; i < s->around_a.n; i++)
        RT_TRY(rt_uncounted_put(&s->m, s->around_a.at[i].entity, s->a, NULL, list, err));
    for (size_t i = 0; i < s->around_b.n; i++)
        RT_TRY(rt_uncounted_put(&s->m, s->around_b.at[i].entity, s->b, NULL, list, err));
    return rt_ok;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

/* From its first day to its last, all of them. */
static rt_when whole_span(const rt_when *w) {
    const rt_bounds b = {w->wide.start_min, w->wide.start_min, w->wide.end_max, w->wide.end_max};
    return (rt_when){
        .start_min = b.start_min, .start_max = b.start_max, .end_min = b.end_min, .end_max = b.end_max, .wide = b};
}

static rt_status read_during(rt_meetings *m, rt_str text, rt_when *during, rt_error *err) {
    if (text.len == 0) return rt_ok;
    if (rt_edtf_read(text, during, err).code != RT_OK)
        return rt_fail(err, RT_USAGE,
                       "--during takes a date or a span of dates, like 2007 or 2006-07/2008, not \"%.*s\"",
                       RT_FMT(rt_str_cut(text, 60)));
    *during = whole_span(during);
    const bool ever = during->start_min == RT_DAY_OPEN_START && during->end_max == RT_DAY_OPEN_END;
    m->during = ever ? NULL : during;
    return rt_ok;
}

/* All pairs at a place: what nobody is, and, with --during, what need not be anybody. */
static bool is_place(const search *s, const rt_view_args *args) {
    if (args->who.n > 1 || !rt_site_can_be(s->a)) return false;
    return args->during.len > 0 || !rt_entity_is(s->a, "LegalEntity");
}

static rt_status presence_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    search s = {.m = {.r = &r}};
    rt_when during;
    rt_who who;
    rt_value *o = *object = rt_value_object(arena), *about = rt_value_put_list(arena, o, RT_S("about"));
    const rt_entity **ends[] = {&s.a, &s.b};
    RT_TRY(rt_meetings_within(&s.m, args->within, err));
    RT_TRY(read_during(&s.m, args->during, &during, err));
    for (size_t i = 0; i < args->who.n && i < 2; i++) {
        RT_TRY(rt_who_find(&r, args->who.at[i], &who, err));
        *ends[i] = who.entity;
        rt_value_push(about, rt_shape_of_entity(who.entity, arena));
    }
    rt_value_put_text(arena, o, RT_S("within"), args->within);
    rt_value_put_text(arena, o, RT_S("during"), args->during);
    if (is_place(&s, args))
        RT_TRY(rt_presence_at(&s.m, s.a, o, err));
    else {
        RT_TRY(find_all(&s, err));
        rt_value_put(o, RT_S("at"), rt_value_null(arena));
        RT_TRY(rt_meetings_put(&s.m, o, err));
        RT_TRY(put_uncounted(&s, o, err));
    }
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_presence = {
    .name = "presence",
    .summary = "who was where with whom, certainly or possibly",
    .least = 1,
    .most = 2,
    .run = presence_run,
};
