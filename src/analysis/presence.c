/* Who was at the same place at the same time: certainly, possibly, or by which source not at all. */
#include "analysis/meeting.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"

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

static rt_status meet(search *s, const rt_stay *a, const rt_stays *others, rt_error *err) {
    for (size_t i = 0; i < others->n; i++) {
        bool is;
        if (!rt_meetings_want(&s->m, &others->at[i])) continue;
        RT_TRY(is_of_b(s, others->at[i].who, &is, err));
        if (is) RT_TRY(rt_meetings_add(&s->m, a, &others->at[i], s->b != NULL, err));
    }
    return rt_ok;
}

/* All at one of the places where A was, or that this is within, as far as they may share its time. */
static rt_status meet_at(search *s, const rt_stay *a, const rt_site *site, rt_error *err) {
    const rt_bounds *w = &a->when.wide;
    rt_tellers tellers;
    rt_stays others = {0};
    if (s->m.wide) {
        RT_TRY(rt_site_inside(s->m.r, &s->m.sites, site, err));
        RT_TRY(rt_site_tellers(s->m.r, site->nesting->inside, site->nesting->inside_n, w->start_min, w->end_max,
                               &tellers, err));
    } else
        RT_TRY(rt_site_tellers(s->m.r, &site, 1, w->start_min, w->end_max, &tellers, err));
    for (size_t i = 0; i < tellers.n; i++) {
        rt_stays_of_event(tellers.at[i], s->m.r->arena, &others);
        rt_stays_of_address(tellers.at[i], s->m.r->arena, &others);
    }
    return meet(s, a, &others, err);
}

static rt_status meet_all(search *s, const rt_stay *a, rt_error *err) {
    const rt_site *place, *widest;
    RT_TRY(rt_meetings_place(&s->m, a, &place, err));
    RT_TRY(meet_at(s, a, place, err));
    for (size_t i = 0; s->m.wide && i < place->nesting->n; i++) {
        widest = place->nesting->at[i].site;
        if (widest->level <= s->m.widest) RT_TRY(meet_at(s, a, widest, err));
    }
    return rt_ok;
}

static rt_status stays_of(search *s, const rt_entity *e, rt_around *around, rt_stays *stays, rt_error *err) {
    RT_TRY(rt_around_read(s->m.r, e, around, err));
    rt_stays_of(s->m.r, e, around, stays);
    return rt_ok;
}

static rt_status find_all(search *s, rt_error *err) {
    rt_stays mine = {0}, theirs = {0};
    RT_TRY(stays_of(s, s->a, &s->around_a, &mine, err));
    if (s->b != NULL) RT_TRY(stays_of(s, s->b, &s->around_b, &theirs, err));
    for (size_t i = 0; i < mine.n; i++) {
        if (!rt_meetings_want(&s->m, &mine.at[i])) continue;
        if (s->b != NULL)
            RT_TRY(meet(s, &mine.at[i], &theirs, err));
        else
            RT_TRY(meet_all(s, &mine.at[i], err));
    }
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
