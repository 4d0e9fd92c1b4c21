/* Who was at the same place at the same time: certainly, possibly, or by which source not at all. */
#include <stdlib.h>

#include "analysis/shape.h"
#include "analysis/site.h"
#include "analysis/stay.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

typedef struct overlap {
    const rt_stay *a, *b;
    const rt_site *place;
    rt_str other; /* b's caption: for the order */
    rt_shared shared;
} overlap;

typedef struct overlaps {
    overlap *at;
    size_t n;
} overlaps;

/* --- order ------------------------------------------------------------------------------------------------------- */

static int by_day(rt_day a, rt_day b) { return (a > b) - (a < b); }

static int by_texts(const overlap *a, const overlap *b) {
    const rt_str x[] = {a->place->caption, a->other,     a->b->who,   a->a->event->id,
                        a->b->event->id,   a->a->source, a->b->source};
    const rt_str y[] = {b->place->caption, b->other,     b->b->who,   b->a->event->id,
                        b->b->event->id,   b->a->source, b->b->source};
    int c = 0;
    for (size_t i = 0; i < sizeof x / sizeof *x && c == 0; i++) c = rt_str_cmp(x[i], y[i]);
    return c;
}

/* The certain ones first; then by when the stays began. */
static int by_weight(const void *x, const void *y) {
    const overlap *a = x, *b = y;
    if (a->shared.certainty != b->shared.certainty) return (int)b->shared.certainty - (int)a->shared.certainty;
    int c = rt_dating_cmp(&a->a->dating, &b->a->dating);
    if (c == 0) c = by_texts(a, b);
    if (c == 0) c = rt_dating_cmp(&a->b->dating, &b->b->dating);
    return c != 0 ? c : by_day(a->b->when.start_min, b->b->when.start_min);
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_value *day_or_null(rt_day day, bool unknown, rt_arena *arena) {
    const bool open = day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END;
    return open && unknown ? rt_value_null(arena) : rt_value_text(arena, rt_day_text(day, arena));
}

/* The days that the two could share: null where there are none. */
static rt_value *shared_span(const overlap *o, rt_arena *arena) {
    const rt_when *a = &o->a->when, *b = &o->b->when;
    if (o->shared.certainty == RT_IMPOSSIBLE) return rt_value_null(arena);
    const rt_day first = a->start_min > b->start_min ? a->start_min : b->start_min;
    const rt_day last = a->end_max < b->end_max ? a->end_max : b->end_max;
    rt_value *span = rt_value_list(arena);
    rt_value_push(span, day_or_null(first, a->start_unknown || b->start_unknown, arena));
    rt_value_push(span, day_or_null(last, a->end_unknown || b->end_unknown, arena));
    return span;
}

static rt_value *days_value(int64_t days, rt_arena *arena) {
    return days == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, days);
}

/* The statements of both, each once. */
static rt_facts facts_of_both(const overlap *o, rt_arena *arena) {
    rt_facts all = {0};
    const rt_facts both[] = {o->a->facts, o->b->facts};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < both[k].n; i++) {
            bool there = false;
            for (size_t j = 0; j < all.n && !there; j++) there = all.at[j] == both[k].at[i];
            if (!there) rt_facts_add(&all, both[k].at[i], arena);
        }
    return all;
}

static rt_status put_overlap(rt_reading *r, const overlap *o, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena)), *who;
    RT_TRY(rt_shape_entity(r, o->a->who, &who, err));
    rt_value_put(v, RT_S("a"), who);
    RT_TRY(rt_shape_entity(r, o->b->who, &who, err));
    rt_value_put(v, RT_S("b"), who);
    rt_value_put(v, RT_S("place"), rt_shape_site(o->place, r->arena));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(o->shared.certainty));
    rt_value *days = rt_value_put_list(r->arena, v, RT_S("days"));
    rt_value_push(days, days_value(o->shared.least, r->arena));
    rt_value_push(days, days_value(o->shared.most, r->arena));
    rt_value_put(v, RT_S("span"), shared_span(o, r->arena));
    rt_value_put(v, RT_S("together"), rt_value_bool(r->arena, o->shared.together));
    rt_shape_cite(r, v, facts_of_both(o, r->arena));
    rt_value_put(v, RT_S("stay_a"), rt_shape_stay(o->a, r->arena));
    rt_value_put(v, RT_S("stay_b"), rt_shape_stay(o->b, r->arena));
    return rt_ok;
}

/* --- finding ----------------------------------------------------------------------------------------------------- */

typedef struct search {
    rt_reading *r;
    const rt_entity *a, *b; /* b: NULL for everybody */
    rt_sites sites;
    overlaps found;
} search;

/* Whether it may have been on the day of --at. */
static bool is_wanted(const search *s, const rt_stay *stay) {
    return rt_reading_held(s->r, &stay->when) != RT_IMPOSSIBLE;
}

static bool is_of_b(const search *s, rt_str who, const rt_entity *other) {
    if (rt_entity_has_member(s->a, who)) return false;
    if (s->b != NULL) return rt_entity_has_member(s->b, who);
    return other == NULL || !rt_entity_is(other, "Organization");
}

/* One version of a stay that names a place twice (as a text, and as the entity of this name) is one stay there. The
 * stays of one event follow each other. */
static bool is_among(const search *s, const rt_stay *a, const rt_stay *b) {
    for (size_t i = s->found.n; i-- > 0 && s->found.at[i].a == a && s->found.at[i].b->event == b->event;) {
        const rt_stay *o = s->found.at[i].b;
        if (rt_str_eq(o->source, b->source) && rt_str_eq(o->who, b->who) && !rt_str_eq(o->place->prop, b->place->prop))
            return true;
    }
    return false;
}

/* Who met in one event, by one source, met at the narrowest place that it names: the wider ones add nothing. */
static bool is_told_narrower(const rt_stay *a, const rt_shared *shared) { return shared->together && !a->narrowest; }

static rt_status try_pair(search *s, const rt_stay *a, const rt_site *place, const rt_stay *b, rt_error *err) {
    const rt_entity *other;
    const rt_site *there;
    if (!is_wanted(s, b)) return rt_ok;
    RT_TRY(rt_reading_entity(s->r, b->who, &other, err));
    if (!is_of_b(s, b->who, other) || is_among(s, a, b)) return rt_ok;
    RT_TRY(rt_site_of(s->r, &s->sites, b->place, &there, err));
    if (there != place) return rt_ok;
    const rt_shared shared = rt_stays_share(a, b);
    if (is_told_narrower(a, &shared) || (shared.certainty == RT_IMPOSSIBLE && s->b == NULL)) return rt_ok;
    s->found.at = rt_grow(s->r->arena, s->found.at, s->found.n, sizeof *s->found.at);
    s->found.at[s->found.n++] = (overlap){a, b, place, other != NULL ? other->caption : b->who, shared};
    return rt_ok;
}

/* All stays that others had at the place of one of A's, as far as they may share its time. */
static rt_status meet_all(search *s, const rt_stay *a, rt_error *err) {
    const rt_site *place;
    rt_stays others = {0};
    RT_TRY(rt_site_of(s->r, &s->sites, a->place, &place, err));
    RT_TRY(rt_site_stays(s->r, place, a->when.wide.start_min, a->when.wide.end_max, &others, err));
    for (size_t i = 0; i < others.n; i++) RT_TRY(try_pair(s, a, place, &others.at[i], err));
    return rt_ok;
}

static rt_status meet_one(search *s, const rt_stay *a, const rt_stays *of_b, rt_error *err) {
    const rt_site *place;
    RT_TRY(rt_site_of(s->r, &s->sites, a->place, &place, err));
    for (size_t i = 0; i < of_b->n; i++) RT_TRY(try_pair(s, a, place, &of_b->at[i], err));
    return rt_ok;
}

static rt_status stays_of(search *s, const rt_entity *e, rt_stays *stays, rt_error *err) {
    rt_around around;
    RT_TRY(rt_around_read(s->r, e, &around, err));
    rt_stays_of(s->r, e, &around, stays);
    return rt_ok;
}

static rt_status find_all(search *s, rt_error *err) {
    rt_stays mine = {0}, theirs = {0};
    RT_TRY(stays_of(s, s->a, &mine, err));
    if (s->b != NULL) RT_TRY(stays_of(s, s->b, &theirs, err));
    for (size_t i = 0; i < mine.n; i++) {
        if (!is_wanted(s, &mine.at[i])) continue;
        if (s->b != NULL)
            RT_TRY(meet_one(s, &mine.at[i], &theirs, err));
        else
            RT_TRY(meet_all(s, &mine.at[i], err));
    }
    if (s->found.n > 1) qsort(s->found.at, s->found.n, sizeof *s->found.at, by_weight);
    return rt_ok;
}

static rt_status presence_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    search s = {.r = &r};
    rt_who who;
    rt_value *o = *object = rt_value_object(arena), *about = rt_value_put_list(arena, o, RT_S("about"));
    const rt_entity **ends[] = {&s.a, &s.b};
    for (size_t i = 0; i < args->who.n && i < 2; i++) {
        RT_TRY(rt_who_find(&r, args->who.at[i], &who, err));
        *ends[i] = who.entity;
        rt_value_push(about, rt_shape_of_entity(who.entity, arena));
    }
    RT_TRY(find_all(&s, err));
    rt_value *list = rt_value_put_list(arena, o, RT_S("overlaps"));
    for (size_t i = 0; i < s.found.n; i++) RT_TRY(put_overlap(&r, &s.found.at[i], list, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_presence = {
    .name = "presence",
    .summary = "who was where with whom, certainly or possibly",
    .least = 1,
    .most = 2,
    .run = presence_run,
};
