/* Was he on the list that day, and by which edition; when did he come, and when did he leave. */
#include "analysis/candidate.h"
#include "analysis/listing.h"
#include "analysis/meant.h"
#include "analysis/view.h"

/* --- the day ------------------------------------------------------------------------------------------------------ */

static void put_neighbour(rt_reading *r, rt_value *o, const char *key, const rt_listing *l,
                          const rt_list_edition *edition) {
    if (edition == NULL) {
        rt_value_put(o, rt_str_of(key), rt_value_null(r->arena));
        return;
    }
    rt_value *v = rt_value_put_object(r->arena, o, rt_str_of(key));
    rt_value_put_text(r->arena, v, RT_S("edition"), edition->date);
    rt_value_put(v, RT_S("on"), rt_value_bool(r->arena, rt_listing_has(l, edition)));
}

/* The last edition up to the day, and the first behind it. */
static void put_day(rt_reading *r, rt_value *o, const rt_listing *l, const rt_when *day) {
    const rt_list_edition *before = NULL, *after = NULL;
    for (size_t i = 0; i < l->editions.n; i++) {
        const rt_list_edition *e = &l->editions.at[i];
        if (!rt_str_eq(e->handling, l->handling)) continue;
        if (e->day <= day->wide.start_min) before = e;
        if (e->day > day->wide.start_min && after == NULL) after = e;
    }
    rt_value *v = rt_value_put_object(r->arena, o, RT_S("at"));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(rt_listing_on(l, day)));
    put_neighbour(r, v, "before", l, before);
    put_neighbour(r, v, "after", l, after);
}

/* --- one list ----------------------------------------------------------------------------------------------------- */

/* That it is on the list stands in what it said first. */
static void put_spell(rt_reading *r, const rt_spell *s, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("came"), rt_one_of_days(s->came_min, s->came_max, r->arena));
    rt_value_put(v, RT_S("came_span"), rt_days_span(s->came_min, s->came_max, r->arena));
    rt_value_put_text(r->arena, v, RT_S("came_by"), s->came_by != NULL ? s->came_by->date : (rt_str){"", 0});
    rt_value_put_text(r->arena, v, RT_S("left"),
                      s->left ? rt_one_of_days(s->left_min, s->left_max, r->arena) : (rt_str){"", 0});
    rt_value_put(v, RT_S("left_span"),
                 s->left ? rt_days_span(s->left_min, s->left_max, r->arena) : rt_value_null(r->arena));
    rt_value_put_text(r->arena, v, RT_S("left_by"), s->left_by);
    rt_value_put_text(r->arena, v, RT_S("absent"), s->absent);
    rt_shape_cite(r, v, (rt_facts){s->facts.at, 1});
}

static void count_editions(const rt_listing *l, const rt_list_edition **first, const rt_list_edition **last,
                           size_t *n) {
    *first = *last = NULL;
    *n = 0;
    for (size_t i = 0; i < l->editions.n; i++) {
        if (!rt_str_eq(l->editions.at[i].handling, l->handling)) continue;
        if (*first == NULL) *first = &l->editions.at[i];
        *last = &l->editions.at[i];
        ++*n;
    }
}

static void put_date(rt_reading *r, rt_value *o, const char *key, const rt_list_edition *e) {
    rt_value_put_text(r->arena, o, rt_str_of(key), e != NULL ? e->date : (rt_str){"", 0});
}

static void put_listing(rt_reading *r, const rt_listing *l, rt_value *list) {
    const rt_when *day = rt_lens_at(r->lens);
    const rt_list_edition *first, *last;
    size_t n;
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    count_editions(l, &first, &last, &n);
    rt_value_put_text(r->arena, v, RT_S("dataset"), l->dataset);
    rt_value_put_text(r->arena, v, RT_S("handling"), l->handling);
    rt_value_put_text(r->arena, v, RT_S("entity"), l->entity);
    rt_value_put(v, RT_S("on"), rt_value_bool(r->arena, !rt_listing_is_left(l)));
    rt_shape_count(r, v, "editions", n);
    put_date(r, v, "first", first);
    put_date(r, v, "last", last);
    if (day != NULL)
        put_day(r, v, l, day);
    else
        rt_value_put(v, RT_S("at"), rt_value_null(r->arena));
    rt_value *spells = rt_value_put_list(r->arena, v, RT_S("spells"));
    for (size_t i = 0; i < l->n; i++) put_spell(r, &l->spells[i], spells);
}

static rt_status put_lists(rt_reading *r, const rt_entity *e, rt_value *o, rt_error *err) {
    rt_listings all;
    rt_value *lists = rt_value_put_list(r->arena, o, RT_S("lists"));
    RT_TRY(rt_listings_of(r, e, false, &all, err));
    for (size_t i = 0; i < all.n; i++) put_listing(r, &all.at[i], lists);
    return rt_ok;
}

/* Who may be the same, and is or was on a list: that nobody has judged it yet does not answer the question. */
static rt_status put_candidates(rt_reading *r, const rt_entity *e, rt_value *o, rt_error *err) {
    rt_value *found = rt_value_list(r->arena), *list = rt_value_put_list(r->arena, o, RT_S("candidates"));
    RT_TRY(rt_shape_candidates(r, e, found, err));
    for (const rt_value *c = rt_value_first(found), *next; c != NULL; c = next) {
        const rt_entity *other;
        rt_value *v = (rt_value *)(uintptr_t)c;
        next = c->next;
        RT_TRY(rt_reading_entity(r, rt_value_get_text(c, RT_S("id")), &other, err));
        if (other == NULL) continue;
        RT_TRY(put_lists(r, other, v, err));
        if (rt_value_count(rt_value_get(v, RT_S("lists"))) > 0) rt_value_push(list, v);
    }
    return rt_ok;
}

static rt_status listed_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                            rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who;
    RT_TRY(rt_who_find_like(&r, args->who.at[0], &who, err));
    rt_value *o = *object = rt_shape_of_entity(who.entity, arena);
    const rt_when *day = rt_lens_at(lens);
    rt_value_put(o, RT_S("day"),
                 day == NULL ? rt_value_null(arena) : rt_days_span(day->wide.start_min, day->wide.end_max, arena));
    RT_TRY(put_lists(&r, who.entity, o, err));
    RT_TRY(put_candidates(&r, who.entity, o, err));
    rt_also_put(&who, arena, o);
    RT_TRY(rt_shape_cited(&r, o, err));
    return rt_ok;
}

const rt_view rt_view_listed = {
    .name = "listed",
    .summary = "on which lists somebody was on a day, by which edition; when they came and left",
    .least = 1,
    .most = 1,
    .run = listed_run,
};
