/* What happened to one or several entities, in the order of time as far as it is certain, and where nothing is known.
 */
#include "analysis/chronology.h"
#include "analysis/happening.h"
#include "analysis/view.h"
#include "analysis/who.h"

static rt_status gather(rt_reading *r, rt_str name, rt_happenings *all, rt_value *about, bool *more, rt_error *err) {
    rt_who who;
    rt_around around;
    RT_TRY(rt_who_find(r, name, &who, err));
    RT_TRY(rt_around_read(r, who.entity, &around, err));
    rt_happenings_add(r, &around, all);
    RT_TRY(rt_happenings_add_own(r, who.entity, &around, all, err));
    rt_value_push(about, rt_shape_of_entity(who.entity, r->arena));
    *more = *more || around.more;
    return rt_ok;
}

/* --- events ------------------------------------------------------------------------------------------------------ */

static void put_order(rt_reading *r, rt_value *event, const rt_standing *s) {
    rt_value *order =
        rt_value_put(event, RT_S("order"), s->first == 0 ? rt_value_null(r->arena) : rt_value_list(r->arena));
    if (s->first == 0) return;
    rt_value_push(order, rt_value_int(r->arena, (int64_t)s->first));
    rt_value_push(order, rt_value_int(r->arena, (int64_t)s->last));
}

/* What has no date, and which events have no place: they are told of, and named here once more. */
static rt_status put_events(rt_reading *r, const rt_happenings *all, const rt_standing *order, rt_value *o,
                            rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("events")), *v;
    rt_value *undated = rt_value_put_list(r->arena, o, RT_S("undated"));
    rt_value *unplaced = rt_value_put_list(r->arena, o, RT_S("unplaced"));
    for (size_t i = 0; i < all->n; i++) {
        const rt_happening *h = &all->at[i];
        RT_TRY(rt_shape_happening(r, h, &v, err));
        put_order(r, v, &order[i]);
        rt_value_push(list, v);
        if (!h->dating.dated) rt_value_push_text(r->arena, undated, h->entity->id);
        const bool is_event = h->date_claim == NULL && rt_is_happening(h->entity);
        if (is_event && rt_value_get(v, RT_S("where"))->kind == RT_NULL)
            rt_value_push_text(r->arena, unplaced, h->entity->id);
    }
    return rt_ok;
}

/* --- gaps -------------------------------------------------------------------------------------------------------- */

static void put_gaps(rt_reading *r, const rt_gaps *gaps, rt_value *o) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("gaps"));
    for (size_t i = 0; i < gaps->n; i++) {
        const rt_gap *g = &gaps->at[i];
        rt_value *v = rt_value_push(list, rt_value_object(r->arena));
        rt_value_put_text(r->arena, v, RT_S("from"), rt_day_text(g->from, r->arena));
        rt_value_put_text(r->arena, v, RT_S("to"), rt_day_text(g->to, r->arena));
        rt_value_put_text(r->arena, v, RT_S("after"), g->after);
        rt_value_put_text(r->arena, v, RT_S("before"), g->before);
        rt_shape_count(r, v, "may_hold", g->may_hold);
    }
}

static rt_status timeline_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_happenings all = {0};
    bool more = false;
    rt_value *o = *object = rt_value_object(arena), *about = rt_value_put_list(arena, o, RT_S("about"));
    for (size_t i = 0; i < args->who.n; i++) RT_TRY(gather(&r, args->who.at[i], &all, about, &more, err));
    rt_happenings_sort(&all);
    const rt_dating **datings = RT_NEW_N(arena, const rt_dating *, all.n);
    for (size_t i = 0; i < all.n; i++) datings[i] = &all.at[i].dating;
    RT_TRY(put_events(&r, &all, rt_chronology_order(datings, all.n, arena), o, err));
    const rt_gaps gaps = rt_chronology_gaps(datings, all.n, arena);
    put_gaps(&r, &gaps, o);
    rt_value_put(o, RT_S("more"), rt_value_bool(arena, more));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_timeline = {
    .name = "timeline",
    .summary = "what happened to them, in the order of time",
    .least = 1,
    .most = SIZE_MAX,
    .run = timeline_run,
};
