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

static rt_status stays_of(search *s, const rt_entity *e, rt_around *around, rt_stays *stays, rt_error *err) {
    size_t kept = 0;
    RT_TRY(rt_around_read(s->m.r, e, around, err));
    rt_stays_of(s->m.r, e, around, stays);
    for (size_t i = 0; i < stays->n; i++)
        if (rt_meetings_want(&s->m, &stays->at[i])) stays->at[kept++] = stays->at[i];
    stays->n = kept;
    return rt_ok;
}

/* Those at which they cannot have met are told too: they are what the two have in common. */
static rt_status meet_one(search *s, const rt_stays *mine, rt_error *err) {
    rt_stays theirs = {0};
    RT_TRY(stays_of(s, s->b, &s->around_b, &theirs, err));
    for (size_t i = 0; i < mine->n; i++)
        for (size_t k = 0; k < theirs.n; k++)
            if (!rt_entity_has_member(s->a, theirs.at[k].who))
                RT_TRY(rt_meetings_add(&s->m, &mine->at[i], &theirs.at[k], true, err));
    return rt_ok;
}

static rt_status find_all(search *s, rt_error *err) {
    rt_stays mine = {0};
    RT_TRY(stays_of(s, s->a, &s->around_a, &mine, err));
    RT_TRY(s->b != NULL ? meet_one(s, &mine, err) : rt_meetings_everybody(&s->m, s->a, &mine, err));
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
