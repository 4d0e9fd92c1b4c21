/* All pairs of people who were at a place in a span of days. Pairs are counted by sweeps over the stays (sweep.h); told
 * are the first of them, so that a full prison costs what its stays do, not what its pairs do. */
#include <stdlib.h>

#include "analysis/meeting.h"
#include "analysis/shape.h"
#include "analysis/sweep.h"
#include "base/grow.h"

enum { MOST_TOLD = 1000 };

/* A stay there, and whose: people have numbers, so that two stays of one are no pair. */
typedef struct there {
    const rt_stay *stay;
    rt_str person; /* id of the entity; where nothing visible tells of it, as it stands */
    size_t who;
    bool sure; /* it was surely there, in these days */
} there;

typedef struct crowd {
    rt_meetings *m;
    const rt_site *place;
    rt_tellers tellers;
    there *at;
    size_t n, people;
} crowd;

/* --- who was there ----------------------------------------------------------------------------------------------- */

static rt_status person_of(crowd *c, rt_str who, rt_str *person, bool *counts, rt_error *err) {
    const rt_entity *e;
    RT_TRY(rt_reading_entity(c->m->r, who, &e, err));
    *counts = e == NULL || !rt_entity_is(e, "Organization");
    *person = e != NULL ? e->id : who;
    return rt_ok;
}

/* At the place itself or, where that is asked for, within it. */
static rt_status is_there(crowd *c, const rt_stay *s, bool *is, bool *sure, rt_error *err) {
    const rt_site *site;
    RT_TRY(rt_meetings_place(c->m, s, &site, err));
    *is = site == c->place || (c->m->wide && rt_site_is_within(site, c->place));
    *sure = *is && s->sure && rt_site_within(site, c->place).sure;
    if (*sure && c->m->during != NULL) *sure = rt_allen_share(&s->when, c->m->during) == RT_CERTAIN;
    return rt_ok;
}

/* A version that names a place within another there (or one twice) was there once. The stays of a version follow each
 * other, the narrowest places first. */
static bool is_among(const crowd *c, size_t from, const rt_stay *s) {
    for (size_t i = c->n; i-- > from;)
        if (rt_str_eq(c->at[i].stay->source, s->source) && rt_str_eq(c->at[i].stay->who, s->who)) return true;
    return false;
}

static rt_status add_stays(crowd *c, const rt_stays *stays, rt_error *err) {
    const size_t from = c->n;
    for (size_t i = 0; i < stays->n; i++) {
        there t = {.stay = &stays->at[i]};
        bool is, counts;
        if (!rt_meetings_want(c->m, t.stay)) continue;
        RT_TRY(is_there(c, t.stay, &is, &t.sure, err));
        if (!is || is_among(c, from, t.stay)) continue;
        RT_TRY(person_of(c, t.stay->who, &t.person, &counts, err));
        if (!counts) continue;
        c->at = rt_grow(c->m->r->arena, c->at, c->n, sizeof *c->at);
        c->at[c->n++] = t;
    }
    return rt_ok;
}

static rt_status find_tellers(crowd *c, rt_error *err) {
    rt_reading *r = c->m->r;
    const rt_when *during = c->m->during;
    const rt_day first = during != NULL ? during->wide.start_min : RT_DAY_OPEN_START,
                 last = during != NULL ? during->wide.end_max : RT_DAY_OPEN_END;
    if (!c->m->wide) return rt_site_tellers(r, &c->place, 1, first, last, &c->tellers, err);
    RT_TRY(rt_site_inside(r, &c->m->sites, c->place, err));
    const rt_nesting *n = c->place->nesting;
    return rt_site_tellers(r, n->inside, n->inside_n, first, last, &c->tellers, err);
}

static int by_person(const void *x, const void *y) {
    return rt_str_cmp((*(there *const *)x)->person, (*(there *const *)y)->person);
}

static void number_people(crowd *c) {
    there **sorted = RT_NEW_N(c->m->r->arena, there *, c->n);
    for (size_t i = 0; i < c->n; i++) sorted[i] = &c->at[i];
    if (c->n > 1) qsort(sorted, c->n, sizeof *sorted, by_person);
    for (size_t i = 0; i < c->n; i++) {
        if (i == 0 || !rt_str_eq(sorted[i]->person, sorted[i - 1]->person)) c->people++;
        sorted[i]->who = c->people;
    }
}

static rt_status gather(crowd *c, rt_error *err) {
    RT_TRY(find_tellers(c, err));
    for (size_t i = 0; i < c->tellers.n; i++) {
        rt_stays stays = {0};
        rt_stays_of_event(c->tellers.at[i], c->m->r->arena, &stays);
        rt_stays_of_address(c->tellers.at[i], c->m->r->arena, &stays);
        RT_TRY(add_stays(c, &stays, err));
    }
    number_people(c);
    return rt_ok;
}

/* --- pairs by their days ----------------------------------------------------------------------------------------- */

/* From the first day on which each may have been there to the last; or (surely) from the last on which it may have
 * begun to the first on which it may have ended. One that ends before it begins was at no time. */
static rt_swept *spans_of(const crowd *c, bool surely, size_t *n) {
    rt_swept *spans = RT_NEW_N(c->m->r->arena, rt_swept, c->n);
    *n = 0;
    for (size_t i = 0; i < c->n; i++) {
        const rt_bounds w = rt_allen_bounds(&c->at[i].stay->when);
        const bool sure = c->at[i].sure && !c->at[i].stay->when.uncertain;
        if ((surely && !sure) || w.start_min > w.end_max) continue;
        spans[(*n)++] = surely ? (rt_swept){w.start_max, w.end_min, c->at[i].who, i}
                               : (rt_swept){w.start_min, w.end_max, c->at[i].who, i};
    }
    return spans;
}

static uint64_t count_pairs(const crowd *c, bool surely) {
    size_t n;
    rt_swept *spans = spans_of(c, surely, &n);
    return rt_sweep_count(spans, n, c->m->r->arena);
}

/* --- pairs by one event ------------------------------------------------------------------------------------------ */

/* Whom one source puts into one event met, also where no one day of it is sure, or (surely or not) where its dates
 * leave none at all; where a day is sure, their days say so. */
static bool hangs_on_event(const there *t, bool timeless) {
    const rt_bounds w = rt_allen_bounds(&t->stay->when);
    const bool at_no_time = w.start_min > w.end_max;
    return timeless ? at_no_time : t->sure && (at_no_time || t->stay->when.uncertain || w.start_max > w.end_min);
}

static int by_version(const there *a, const there *b) {
    const int c = rt_str_cmp(a->stay->event->id, b->stay->event->id);
    return c != 0 ? c : rt_str_cmp(a->stay->source, b->stay->source);
}

static int by_version_and_who(const void *x, const void *y) {
    const there *a = *(const there *const *)x, *b = *(const there *const *)y;
    const int c = by_version(a, b);
    return c != 0 ? c : (a->who > b->who) - (a->who < b->who);
}

static const there **of_events(const crowd *c, bool timeless, size_t *n) {
    const there **at = RT_NEW_N(c->m->r->arena, const there *, c->n);
    *n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (hangs_on_event(&c->at[i], timeless)) at[(*n)++] = &c->at[i];
    if (*n > 1) qsort(at, *n, sizeof *at, by_version_and_who);
    return at;
}

static uint64_t pairs_among(uint64_t n) { return n * (n - 1) / 2; }

static uint64_t count_of_events(const crowd *c, bool timeless) {
    size_t n, version = 0, who = 0;
    const there **at = of_events(c, timeless, &n);
    uint64_t count = 0;
    for (size_t i = 1; i <= n; i++) {
        const bool next = i == n || by_version(at[i], at[i - 1]) != 0;
        if (next || at[i]->who != at[i - 1]->who) count -= pairs_among(i - who), who = i;
        if (next) count += pairs_among(i - version), version = i;
    }
    return count;
}

/* --- telling the first ------------------------------------------------------------------------------------------- */

typedef struct telling {
    crowd *c;
    rt_map told;
    rt_status status;
    rt_error *err;
} telling;

static bool is_told(telling *t, size_t a, size_t b) {
    rt_arena *arena = t->c->m->r->arena;
    return !rt_map_meet(&t->told, rt_str_printf(arena, "%zu %zu", a < b ? a : b, a < b ? b : a), arena);
}

/* Who was there, and when, is one question; whether it was in these days another: then no meeting in them is sure. */
static void weaken(rt_meeting *m) {
    if (m->shared.certainty != RT_CERTAIN) return;
    m->shared.certainty = RT_POSSIBLE;
    m->shared.least = 0;
}

static bool tell(void *context, rt_swept_pair p) {
    telling *t = context;
    rt_meetings *m = t->c->m;
    if (is_told(t, p.a, p.b)) return true;
    const there *a = &t->c->at[p.a], *b = &t->c->at[p.b];
    const size_t before = m->n;
    const bool later = rt_dating_cmp(&a->stay->dating, &b->stay->dating) > 0;
    t->status = rt_meetings_add(m, later ? b->stay : a->stay, later ? a->stay : b->stay, false, t->err);
    if (m->n > before && !(a->sure && b->sure)) weaken(&m->at[before]);
    return t->status.code == RT_OK && m->n < MOST_TOLD;
}

static void tell_by_days(telling *t, bool surely) {
    size_t n;
    rt_swept *spans = spans_of(t->c, surely, &n);
    if (t->status.code == RT_OK && t->c->m->n < MOST_TOLD) rt_sweep_each(spans, n, tell, t, t->c->m->r->arena);
}

static void tell_of_events(telling *t, bool timeless) {
    size_t n;
    const there **at = of_events(t->c, timeless, &n), *first = t->c->at;
    bool more = t->status.code == RT_OK && t->c->m->n < MOST_TOLD;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i; more && k-- > 0 && by_version(at[k], at[i]) == 0;)
            if (at[k]->who != at[i]->who)
                more = tell(t, (rt_swept_pair){(size_t)(at[k] - first), (size_t)(at[i] - first)});
}

static rt_status tell_first(crowd *c, rt_error *err) {
    telling t = {.c = c, .status = rt_ok, .err = err};
    tell_by_days(&t, true);
    tell_of_events(&t, false);
    tell_of_events(&t, true);
    tell_by_days(&t, false);
    return t.status;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static void put_number(crowd *c, rt_value *v, const char *key, uint64_t n) {
    rt_value_put(v, rt_str_of(key), rt_value_int(c->m->r->arena, (int64_t)n));
}

static void put_counts(crowd *c, rt_value *object) {
    rt_arena *arena = c->m->r->arena;
    const uint64_t pairs = count_pairs(c, false) + count_of_events(c, true),
                   certain = count_pairs(c, true) + count_of_events(c, false);
    rt_value *v = rt_value_put_object(arena, object, RT_S("at"));
    rt_value_put(v, RT_S("place"), rt_shape_site(c->place, arena));
    rt_value_put_text(arena, v, RT_S("level"), rt_level_name(c->place->level));
    put_number(c, v, "places", c->m->wide ? c->place->nesting->inside_n : 1);
    put_number(c, v, "stays", c->n);
    put_number(c, v, "people", c->people);
    put_number(c, v, "pairs", pairs);
    put_number(c, v, "certain", certain);
    rt_value_put(v, RT_S("more"), rt_value_bool(arena, pairs > c->m->n || c->place->nesting->more));
}

static rt_str first_part(rt_str text) { return rt_str_cut(text, rt_str_find(text, RT_S(","))); }

/* The address that is a town or a country means that: what is said to be there need not name the address. */
static rt_status meant(rt_meetings *m, const rt_site **place, rt_error *err) {
    const rt_site *s = *place;
    if (!m->wide || s->entity == NULL || !rt_entity_is(s->entity, "Address")) return rt_ok;
    RT_TRY(rt_site_around(m->r, &m->sites, s, err));
    for (size_t i = 0; i < s->nesting->n && *place == s; i++) {
        const rt_site *w = s->nesting->at[i].site;
        const bool same = w->level == RT_LEVEL_COUNTRY || rt_str_eq(first_part(w->caption), first_part(s->caption));
        if (w->entity == NULL && w->level == s->level && same) *place = w;
    }
    return rt_ok;
}

rt_status rt_presence_at(rt_meetings *m, const rt_entity *place, rt_value *object, rt_error *err) {
    crowd c = {.m = m, .place = rt_site_of_entity(m->r, &m->sites, place)};
    m->at_place = true;
    RT_TRY(meant(m, &c.place, err));
    if (m->widest < c.place->level) m->widest = c.place->level;
    RT_TRY(gather(&c, err));
    RT_TRY(tell_first(&c, err));
    put_counts(&c, object);
    rt_meetings_sort(m);
    RT_TRY(rt_meetings_put(m, object, err));
    rt_value *list = rt_value_put_list(m->r->arena, object, RT_S("not_counted"));
    for (size_t i = 0; i < c.tellers.n; i++) RT_TRY(rt_uncounted_put(m, c.tellers.at[i], NULL, c.place, list, err));
    return rt_ok;
}
