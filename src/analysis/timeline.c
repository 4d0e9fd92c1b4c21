/* What happened to one or several entities, in the order of time, and where nothing is known. */
#include "analysis/happening.h"
#include "analysis/view.h"
#include "analysis/who.h"

/* Days without anything known that make a gap: a quarter of a year. Below it every pause between two events is one. */
enum { GAP = 90 };

static void put_gap(rt_arena *arena, rt_value *list, rt_day from, rt_day to) {
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("from"), rt_day_text(from, arena));
    rt_value_put_text(arena, v, RT_S("to"), rt_day_text(to, arena));
}

/* Between the last day up to which something is known and the first day of what comes next. */
static void put_gaps(rt_arena *arena, const rt_happenings *all, rt_value *list) {
    rt_day known = RT_DAY_OPEN_END;
    for (size_t i = 0; i < all->n && all->at[i].dating.dated; i++) {
        const rt_dating *d = &all->at[i].dating;
        const rt_day first = rt_dating_first(d), last = rt_dating_last_known(d);
        if (i > 0 && known < first && first - known > GAP) put_gap(arena, list, known + 1, first - 1);
        if (i == 0 || last > known) known = last;
    }
}

static rt_status gather(rt_reading *r, rt_str name, rt_happenings *all, rt_value *about, rt_error *err) {
    rt_who who;
    rt_around around;
    RT_TRY(rt_who_find(r, name, &who, err));
    RT_TRY(rt_around_read(r, who.entity, &around, err));
    rt_happenings_add(r, who.entity, &around, true, all);
    rt_value_push(about, rt_shape_of_entity(who.entity, r->arena));
    return rt_ok;
}

static rt_status put_events(rt_reading *r, const rt_happenings *all, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("events")), *v;
    for (size_t i = 0; i < all->n; i++) {
        RT_TRY(rt_shape_happening(r, &all->at[i], &v, err));
        rt_value_push(list, v);
    }
    return rt_ok;
}

static rt_status timeline_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_happenings all = {0};
    rt_value *o = *object = rt_value_object(arena), *about = rt_value_put_list(arena, o, RT_S("about"));
    for (size_t i = 0; i < args->who.n; i++) RT_TRY(gather(&r, args->who.at[i], &all, about, err));
    rt_happenings_sort(&all);
    RT_TRY(put_events(&r, &all, o, err));
    put_gaps(arena, &all, rt_value_put_list(arena, o, RT_S("gaps")));
    RT_TRY(rt_shape_cited(&r, o, err));
    return rt_ok;
}

const rt_view rt_view_timeline = {
    .name = "timeline",
    .summary = "what happened to them, in the order of time",
    .least = 1,
    .most = SIZE_MAX,
    .run = timeline_run,
};
