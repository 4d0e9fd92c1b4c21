#include "analysis/meeting.h"

#include <stdlib.h>

#include "analysis/shape.h"
#include "base/grow.h"

/* --- order ------------------------------------------------------------------------------------------------------- */

static int by_day(rt_day a, rt_day b) { return (a > b) - (a < b); }

static int by_texts(const rt_meeting *a, const rt_meeting *b) {
    const rt_str x[] = {a->place->caption, a->other,     a->b->who,   a->a->event->id,
                        a->b->event->id,   a->a->source, a->b->source};
    const rt_str y[] = {b->place->caption, b->other,     b->b->who,   b->a->event->id,
                        b->b->event->id,   b->a->source, b->b->source};
    int c = 0;
    for (size_t i = 0; i < sizeof x / sizeof *x && c == 0; i++) c = rt_str_cmp(x[i], y[i]);
    return c;
}

static int by_weight(const void *x, const void *y) {
    const rt_meeting *a = x, *b = y;
    if (a->shared.certainty != b->shared.certainty) return (int)b->shared.certainty - (int)a->shared.certainty;
    if (a->place->level != b->place->level) return (int)a->place->level - (int)b->place->level;
    int c = rt_dating_cmp(&a->a->dating, &b->a->dating);
    if (c == 0) c = by_texts(a, b);
    if (c == 0) c = rt_dating_cmp(&a->b->dating, &b->b->dating);
    return c != 0 ? c : by_day(a->b->when.start_min, b->b->when.start_min);
}

/* --- the narrowest ----------------------------------------------------------------------------------------------- */

static int by_versions(const rt_meeting *a, const rt_meeting *b) {
    const rt_str x[] = {a->a->event->id, a->a->source, a->a->who, a->b->event->id, a->b->source, a->b->who};
    const rt_str y[] = {b->a->event->id, b->a->source, b->a->who, b->b->event->id, b->b->source, b->b->who};
    int c = 0;
    for (size_t i = 0; i < sizeof x / sizeof *x && c == 0; i++) c = rt_str_cmp(x[i], y[i]);
    return c;
}

static int by_narrowness(const void *x, const void *y) {
    const rt_meeting *a = x, *b = y;
    int c = by_versions(a, b);
    if (c == 0) c = (int)a->place->level - (int)b->place->level;
    if (c == 0) c = rt_str_cmp(a->place->text, b->place->text);
    if (c == 0) c = rt_dating_cmp(&a->a->dating, &b->a->dating);
    return c != 0 ? c : rt_dating_cmp(&a->b->dating, &b->b->dating);
}

/* A version that names a place and a wider one around it (or one place twice, as a text and as an entity) was there
 * once: of the places of one level that two versions share each is kept once. */
static void keep_narrowest(rt_meetings *m) {
    size_t kept = 0;
    if (m->n > 1) qsort(m->at, m->n, sizeof *m->at, by_narrowness);
    for (size_t i = 0; i < m->n; i++) {
        const rt_meeting *last = kept > 0 ? &m->at[kept - 1] : NULL, *next = &m->at[i];
        const bool same = last != NULL && by_versions(last, next) == 0;
        if (same && (last->place->level < next->place->level || last->place == next->place)) continue;
        m->at[kept++] = *next;
    }
    m->n = kept;
}

void rt_meetings_sort(rt_meetings *m) {
    keep_narrowest(m);
    if (m->n > 1) qsort(m->at, m->n, sizeof *m->at, by_weight);
}

/* --- finding ----------------------------------------------------------------------------------------------------- */

rt_status rt_meetings_within(rt_meetings *m, rt_str within, rt_error *err) {
    m->wide = within.len > 0;
    m->widest = rt_str_is(within, "country") ? RT_LEVEL_COUNTRY : RT_LEVEL_PLACE;
    if (!m->wide || rt_str_is(within, "country") || rt_str_is(within, "place")) return rt_ok;
    return rt_fail(err, RT_USAGE, "--within takes place or country, not \"%.*s\"", RT_FMT(rt_str_cut(within, 60)));
}

bool rt_meetings_want(const rt_meetings *m, const rt_stay *stay) {
    if (m->during != NULL && rt_allen_share(&stay->when, m->during) == RT_IMPOSSIBLE) return false;
    return rt_reading_held(m->r, &stay->when) != RT_IMPOSSIBLE;
}

rt_status rt_meetings_place(rt_meetings *m, const rt_stay *stay, const rt_site **place, rt_error *err) {
    RT_TRY(rt_site_of(m->r, &m->sites, stay->place, place, err));
    return m->wide ? rt_site_around(m->r, &m->sites, *place, err) : rt_ok;
}

/* Where they met. A country alone is too wide to be told unasked, unless one event brought them together. */
static const rt_site *common(const rt_meetings *m, const rt_site *a, const rt_site *b, bool together) {
    if (a == b && (together || a->level <= m->widest)) return a;
    return m->wide ? rt_site_common(a, b, m->widest) : NULL;
}

/* Who met in one event, by one source, met at the narrowest place that it names: the wider ones add nothing. */
static bool is_told_narrower(const rt_stay *a, const rt_shared *shared) { return shared->together && !a->narrowest; }

static bool is_surely_within(const rt_site *site, const rt_site *wider) { return rt_site_within(site, wider).sure; }

rt_status rt_meetings_add(rt_meetings *m, const rt_stay *a, const rt_stay *b, bool impossible, rt_error *err) {
    const rt_entity *other;
    rt_meeting t = {.a = a, .b = b, .shared = rt_stays_share(a, b)};
    if ((!m->at_place && is_told_narrower(a, &t.shared)) || (t.shared.certainty == RT_IMPOSSIBLE && !impossible))
        return rt_ok;
    RT_TRY(rt_meetings_place(m, a, &t.place_a, err));
    RT_TRY(rt_meetings_place(m, b, &t.place_b, err));
    t.place = common(m, t.place_a, t.place_b, t.shared.together);
    if (t.place == NULL) return rt_ok;
    const bool sure = is_surely_within(t.place_a, t.place) && is_surely_within(t.place_b, t.place);
    if (!sure && t.shared.certainty == RT_CERTAIN) t.shared.certainty = RT_POSSIBLE, t.shared.least = 0;
    RT_TRY(rt_reading_entity(m->r, b->who, &other, err));
    t.other = other != NULL ? other->caption : b->who;
    m->at = rt_grow(m->r->arena, m->at, m->n, sizeof *m->at);
    m->at[m->n++] = t;
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_value *day_or_null(rt_day day, bool unknown, rt_arena *arena) {
    const bool open = day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END;
    return open && unknown ? rt_value_null(arena) : rt_value_text(arena, rt_day_text(day, arena));
}

/* The days that the two could share: null where there are none. */
static rt_value *shared_span(const rt_meeting *t, rt_arena *arena) {
    const rt_when *a = &t->a->when, *b = &t->b->when;
    if (t->shared.certainty == RT_IMPOSSIBLE) return rt_value_null(arena);
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

/* The statements of both, and those that say that where they were is within where they met; each once. */
static rt_facts facts_of_both(const rt_meeting *t, rt_arena *arena) {
    rt_facts all = {0};
    const rt_facts parts[] = {t->a->facts, t->b->facts, rt_site_within(t->place_a, t->place).facts,
                              rt_site_within(t->place_b, t->place).facts};
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        for (size_t i = 0; i < parts[k].n; i++) {
            bool there = false;
            for (size_t j = 0; j < all.n && !there; j++) there = all.at[j] == parts[k].at[i];
            if (!there) rt_facts_add(&all, parts[k].at[i], arena);
        }
    return all;
}

static rt_value *stay_object(rt_reading *r, const rt_stay *s, const rt_site *place) {
    rt_value *v = rt_shape_stay(r, s);
    rt_value_put(v, RT_S("place"), rt_shape_site(place, r->arena));
    return v;
}

static rt_status put_meeting(rt_reading *r, const rt_meeting *t, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena)), *who;
    RT_TRY(rt_shape_entity(r, t->a->who, &who, err));
    rt_value_put(v, RT_S("a"), who);
    RT_TRY(rt_shape_entity(r, t->b->who, &who, err));
    rt_value_put(v, RT_S("b"), who);
    rt_value_put(v, RT_S("place"), rt_shape_site(t->place, r->arena));
    rt_value_put_text(r->arena, v, RT_S("level"), rt_level_name(t->place->level));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(t->shared.certainty));
    rt_value *days = rt_value_put_list(r->arena, v, RT_S("days"));
    rt_value_push(days, days_value(t->shared.least, r->arena));
    rt_value_push(days, days_value(t->shared.most, r->arena));
    rt_value_put(v, RT_S("span"), shared_span(t, r->arena));
    rt_value_put(v, RT_S("together"), rt_value_bool(r->arena, t->shared.together));
    rt_shape_cite(r, v, facts_of_both(t, r->arena));
    rt_value_put(v, RT_S("stay_a"), stay_object(r, t->a, t->place_a));
    rt_value_put(v, RT_S("stay_b"), stay_object(r, t->b, t->place_b));
    return rt_ok;
}

rt_status rt_meetings_put(rt_meetings *m, rt_value *object, rt_error *err) {
    rt_value *list = rt_value_put_list(m->r->arena, object, RT_S("overlaps"));
    for (size_t i = 0; i < m->n; i++) RT_TRY(put_meeting(m->r, &m->at[i], list, err));
    return rt_ok;
}
