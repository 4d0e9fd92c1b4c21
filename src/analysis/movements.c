/* Where somebody was, in the order of time; the last place that is known, and the gap before it. */
#include <stdlib.h>

#include "analysis/shape.h"
#include "analysis/site.h"
#include "analysis/stay.h"
#include "analysis/view.h"
#include "analysis/who.h"

static int by_time(const void *x, const void *y) {
    const rt_stay *a = x, *b = y;
    int c = rt_dating_cmp(&a->dating, &b->dating);
    const rt_str p[] = {a->event->id, a->source, a->where, a->place->prop};
    const rt_str q[] = {b->event->id, b->source, b->where, b->place->prop};
    for (size_t i = 0; i < sizeof p / sizeof *p && c == 0; i++) c = rt_str_cmp(p[i], q[i]);
    return c;
}

/* The narrowest place of each version, on the day of --at where one is asked for; of a journey both ends. */
static rt_stays wanted_of(rt_reading *r, const rt_stays *all) {
    rt_stays kept = {RT_NEW_N(r->arena, rt_stay, all->n), 0};
    for (size_t i = 0; i < all->n; i++) {
        const rt_stay *s = &all->at[i];
        const bool narrow = s->narrowest || rt_str_is(s->place->prop, "startLocation");
        if (narrow && rt_reading_held(r, &s->when) != RT_IMPOSSIBLE) kept.at[kept.n++] = *s;
    }
    if (kept.n > 1) qsort(kept.at, kept.n, sizeof *kept.at, by_time);
    return kept;
}

/* --- the last of them -------------------------------------------------------------------------------------------- */

/* That whose earliest end is the latest: after it nobody says for sure that the person was anywhere. */
static const rt_stay *last_of(const rt_stays *stays) {
    const rt_stay *last = NULL;
    for (size_t i = 0; i < stays->n; i++) {
        const rt_stay *s = &stays->at[i];
        if (!s->dating.dated || s->when.end_unknown || s->when.end_max == RT_DAY_OPEN_END) continue;
        if (last == NULL || s->when.end_min > last->when.end_min ||
            (s->when.end_min == last->when.end_min && s->sure && !last->sure))
            last = s;
    }
    return last;
}

static rt_day later(rt_day a, rt_day b) { return a > b ? a : b; }

/* Days that lie between two; none where they touch or cross. Years may be so far off that the count has no room. */
static int64_t days_between(rt_day before, rt_day after) {
    int64_t n;
    if (after <= before) return 0;
    return __builtin_sub_overflow(after, before, &n) ? INT64_MAX : n - 1;
}

/* Between the stays that were surely over by then and the last one: from, to, and how many days, each at least and at
 * most; what may have lain in between makes it shorter. Null where there are none. */
static rt_value *gap_before(const rt_stay *last, const rt_stays *stays, rt_arena *arena) {
    rt_day sure = RT_DAY_OPEN_START, perhaps = RT_DAY_OPEN_START;
    for (size_t i = 0; last != NULL && i < stays->n; i++) {
        const rt_stay *s = &stays->at[i];
        if (s == last || s->event == last->event || !s->dating.dated || s->when.start_max >= RT_DAY_OPEN_END) continue;
        if (s->when.end_min >= last->when.start_min) continue;
        sure = later(sure, s->when.end_min);
        perhaps = later(perhaps, s->when.end_max);
    }
    if (last == NULL || sure == RT_DAY_OPEN_START || last->when.start_min == RT_DAY_OPEN_START)
        return rt_value_null(arena);
    rt_value *gap = rt_value_object(arena), *days;
    rt_value_put_text(arena, gap, RT_S("from"), rt_day_text(sure + 1, arena));
    rt_value_put_text(arena, gap, RT_S("to"), rt_day_text(last->when.start_max - 1, arena));
    days = rt_value_put_list(arena, gap, RT_S("days"));
    rt_value_push(days, rt_value_int(arena, days_between(perhaps, last->when.start_min)));
    rt_value_push(days, rt_value_int(arena, days_between(sure, last->when.start_max)));
    return gap;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_status stay_value(rt_reading *r, rt_sites *sites, const rt_stay *s, rt_value **out, rt_error *err) {
    const rt_site *place;
    rt_value *v = *out = rt_shape_stay(r, s);
    RT_TRY(rt_site_of(r, sites, s->place, &place, err));
    rt_value_put(v, RT_S("place"), rt_shape_site(place, r->arena));
    rt_value_put_text(r->arena, v, RT_S("role"), s->place->prop);
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(s->sure ? RT_CERTAIN : RT_POSSIBLE));
    rt_shape_cite(r, v, s->facts);
    return rt_ok;
}

static rt_status movements_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                               rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_around around;
    rt_stays all = {0};
    rt_sites sites = {0};
    rt_who who;
    rt_value *o = *object = rt_value_object(arena), *v;
    RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    RT_TRY(rt_around_read(&r, who.entity, &around, err));
    rt_stays_of(&r, who.entity, &around, &all);
    const rt_stays stays = wanted_of(&r, &all);
    const rt_stay *last = last_of(&stays);
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(who.entity, arena));
    rt_value *list = rt_value_put_list(arena, o, RT_S("stays"));
    for (size_t i = 0; i < stays.n; i++) {
        RT_TRY(stay_value(&r, &sites, &stays.at[i], &v, err));
        rt_value_push(list, v);
    }
    v = rt_value_null(arena);
    if (last != NULL) RT_TRY(stay_value(&r, &sites, last, &v, err));
    rt_value_put(o, RT_S("last"), v);
    rt_value_put(o, RT_S("gap"), gap_before(last, &stays, arena));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_movements = {
    .name = "movements",
    .summary = "where somebody was, and the last place that is known",
    .least = 1,
    .most = 1,
    .run = movements_run,
};
