/* What the rules of the case find: which condition was broken, kept or is open, and what those who watch asked to be
 * told. */
#include "analysis/alert.h"
#include "analysis/shape.h"
#include "analysis/touched.h"
#include "analysis/view.h"
#include "analysis/who.h"

/* All rules, or those that what is new touches; only on a subject where one is asked for. */
static rt_status find_watches(rt_reading *r, const rt_view_args *args, const rt_entity *subject, rt_watches *watches,
                              rt_touches *look, rt_error *err) {
    rt_since since;
    if (args->since.len > 0) {
        RT_TRY(rt_watches_given(r, args->rules, watches, err));
        RT_TRY(rt_since_read(r->lens, args->since, &since, err));
        return rt_touched_since(r, &since, watches, look, err);
    }
    RT_TRY(subject != NULL ? rt_watches_on(r, subject, watches, err) : rt_watches_all(r, watches, err));
    RT_TRY(rt_watches_given(r, args->rules, watches, err));
    *look = rt_touches_all(watches, subject, r->arena);
    return rt_ok;
}

/* Of what is new that which is about one. */
static void keep_subject(rt_touches *look, const rt_watches *watches, const rt_entity *subject) {
    size_t n = 0;
    for (size_t i = 0; i < look->n; i++) {
        const rt_watch *w = &watches->at[look->at[i].watch];
        bool kept = look->at[i].subject == subject || rt_watch_is_for_all(w);
        for (size_t s = 0; s < w->subject_n && !kept; s++) kept = w->subjects[s] == subject;
        if (!kept || (look->at[i].subject != NULL && look->at[i].subject != subject)) continue;
        look->at[n++] = (rt_touch){look->at[i].watch, subject};
    }
    look->n = n;
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
    rt_value_put_text(arena, o, RT_S("since"), args->since);
    RT_TRY(find_watches(&r, args, who.entity, &watches, &look, err));
    if (args->since.len > 0 && who.entity != NULL) keep_subject(&look, &watches, who.entity);
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
