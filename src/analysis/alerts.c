/* What the rules of the case find: which condition was broken, kept or is open, and what those who watch asked to be
 * told. */
#include "analysis/alert.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"

static rt_status find_watches(rt_reading *r, const rt_view_args *args, const rt_entity *subject, rt_watches *watches,
                              rt_touches *look, rt_error *err) {
    RT_TRY(subject != NULL ? rt_watches_on(r, subject, watches, err) : rt_watches_all(r, watches, err));
    RT_TRY(rt_watches_given(r, args->rules, watches, err));
    *look = rt_touches_all(watches, subject, r->arena);
    return rt_ok;
}

static rt_status put_today(rt_reading *r, rt_value *o, rt_error *err) {
    rt_day today;
    RT_TRY(rt_rule_today(r->lens, r->arena, &today, err));
    rt_value_put(o, RT_S("today"),
                 today == RT_DAY_OPEN_START ? rt_value_null(r->arena)
                                            : rt_value_text(r->arena, rt_day_text(today, r->arena)));
    return rt_ok;
}

static rt_status alerts_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                            rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who = {0};
    rt_watches watches = {0};
    rt_touches look = {0};
    rt_value *o = *object = rt_value_object(arena);
    if (args->who.n > 0) RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    rt_value_put(o, RT_S("about"), who.entity != NULL ? rt_shape_of_entity(who.entity, arena) : rt_value_null(arena));
    RT_TRY(put_today(&r, o, err));
    RT_TRY(find_watches(&r, args, who.entity, &watches, &look, err));
    RT_TRY(rt_alerts_put(&r, &watches, &look, args->all, rt_value_put_list(arena, o, RT_S("alerts")), err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_alerts = {
    .name = "alerts",
    .summary = "which conditions were broken or kept, and what watch rules found",
    .least = 0,
    .most = 1,
    .run = alerts_run,
};
