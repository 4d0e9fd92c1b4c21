/* What was judged of an entity: every judgement on a member of its cluster that the lens lets through, by whom, when
 * and why, with what the name engine said then, and what became of it. */
#include <stdlib.h>

#include "analysis/grounds.h"
#include "analysis/meant.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "base/grow.h"
#include "names/why.h"
#include "store/cluster.h"

typedef struct history {
    rt_reading r, alone; /* alone: each side as it is by itself; within a cluster all are called the same */
    rt_cluster cluster;
    rt_seen_list all; /* judgements, in the order of recording */
    int64_t *last;    /* places of those that are the last on their pair; in order */
    size_t last_count;
} history;

/* --- gathering --------------------------------------------------------------------------------------------------- */

/* One between two members is met from both, and kept from the first. */
static bool is_met_before(const history *h, const rt_entry *e, rt_str member) {
    const rt_str other = rt_judged_other(e, member);
    return rt_cluster_has(&h->cluster, other) && rt_str_cmp(other, member) < 0;
}

static rt_status add_judgements(history *h, rt_str member, rt_error *err) {
    rt_cursor *c;
    rt_seen_list acts;
    RT_TRY(rt_cursor_acts(h->r.lens, member, &c, err));
    RT_TRY(rt_cursor_list(c, h->r.arena, &acts, err));
    for (size_t i = 0; i < acts.n; i++) {
        if (acts.at[i].e.type != RT_JUDGEMENT || is_met_before(h, &acts.at[i].e, member)) continue;
        h->all.at = rt_grow(h->r.arena, h->all.at, h->all.n, sizeof *h->all.at);
        h->all.at[h->all.n++] = acts.at[i];
    }
    return rt_ok;
}

static int by_time(const void *x, const void *y) { return rt_judged_cmp(x, y); }

static rt_status add_last(history *h, rt_str member, rt_error *err) {
    rt_judged_list judged;
    RT_TRY(rt_judged_of(h->r.lens, member, h->r.arena, &judged, err));
    for (size_t i = 0; i < judged.n; i++) {
        h->last = rt_grow(h->r.arena, h->last, h->last_count, sizeof *h->last);
        h->last[h->last_count++] = judged.at[i].s.seq;
    }
    return rt_ok;
}

static int by_place(const void *x, const void *y) {
    const int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
    return (a > b) - (a < b);
}

static rt_status gather(history *h, rt_str id, rt_error *err) {
    RT_TRY(rt_cluster_read(h->r.lens, id, h->r.arena, &h->cluster, err));
    for (size_t i = 0; i < h->cluster.members.n; i++) {
        RT_TRY(add_judgements(h, h->cluster.members.at[i], err));
        RT_TRY(add_last(h, h->cluster.members.at[i], err));
    }
    if (h->last_count > 1) qsort(h->last, h->last_count, sizeof *h->last, by_place);
    if (h->all.n > 1) qsort(h->all.at, h->all.n, sizeof *h->all.at, by_time);
    return rt_ok;
}

/* --- what became of it ------------------------------------------------------------------------------------------- */

/* "counts"; "overruled" by a later one on the same pair; "held back": it would join two that are judged different. */
static rt_str standing(const history *h, const rt_seen_entry *s) {
    const rt_entry *e = &s->e;
    if (h->last_count == 0 || bsearch(&s->seq, h->last, h->last_count, sizeof *h->last, by_place) == NULL)
        return RT_S("overruled");
    const bool joined = rt_cluster_has(&h->cluster, e->a) && rt_cluster_has(&h->cluster, e->b);
    return rt_str_is(e->judgement, "same") && !joined ? RT_S("held back") : RT_S("counts");
}

/* --- the object -------------------------------------------------------------------------------------------------- */

static rt_status put_entity(history *h, rt_value *object, rt_str key, rt_str id, rt_error *err) {
    rt_value *v;
    RT_TRY(rt_shape_entity(&h->alone, id, &v, err));
    rt_value_put(object, key, v);
    return rt_ok;
}

static rt_status put_judgement(history *h, const rt_seen_entry *s, rt_value *list, rt_error *err) {
    const rt_entry *e = &s->e;
    rt_arena *arena = h->r.arena;
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("id"), e->id);
    RT_TRY(put_entity(h, v, RT_S("a"), e->a, err));
    RT_TRY(put_entity(h, v, RT_S("b"), e->b, err));
    rt_value_put_text(arena, v, RT_S("judgement"), e->judgement);
    rt_value_put_text(arena, v, RT_S("standing"), standing(h, s));
    rt_value_put_text(arena, v, RT_S("why"), e->why);
    RT_TRY(rt_shape_grounds(&h->alone, e->id, v, NULL, err));
    rt_value_put_text(arena, v, RT_S("recorded_at"), e->recorded_at);
    rt_value_put_text(arena, v, RT_S("recorded_by"), e->recorded_by);
    rt_value_put_text(arena, v, RT_S("score"), e->score);
    rt_value_put(v, RT_S("explanation"), rt_why_read(arena, e->explanation));
    rt_value_put_text(arena, v, RT_S("handling"), e->handling);
    return rt_ok;
}

static rt_status put_members(history *h, rt_value *object, rt_error *err) {
    rt_value *list = rt_value_put_list(h->r.arena, object, RT_S("members"));
    for (size_t i = 0; i < h->cluster.members.n; i++) {
        rt_value *v;
        RT_TRY(rt_shape_entity(&h->alone, h->cluster.members.at[i], &v, err));
        rt_value_push(list, v);
    }
    return rt_ok;
}

static rt_status history_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    history h = {.r = rt_reading_new(lens, arena), .alone = rt_reading_new(lens, arena)};
    h.alone.alone = true;
    rt_who who;
    RT_TRY(rt_who_find(&h.r, args->who.at[0], &who, err));
    RT_TRY(gather(&h, who.entity->id, err));
    rt_value *o = *object = rt_shape_of_entity(who.entity, arena);
    RT_TRY(put_members(&h, o, err));
    rt_value *list = rt_value_put_list(arena, o, RT_S("judgements"));
    for (size_t i = 0; i < h.all.n; i++) RT_TRY(put_judgement(&h, &h.all.at[i], list, err));
    rt_also_put(&who, arena, o);
    return rt_shape_cited(&h.alone, o, err);
}

const rt_view rt_view_history = {
    .name = "history",
    .summary = "who judged it to be one with whom, or not, when and why",
    .least = 1,
    .most = 1,
    .run = history_run,
};
