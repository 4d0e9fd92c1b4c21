/* How two are joined: the shortest ways through relations, events, addresses and documents, and longer ones that are
 * better supported. */
#include <stdlib.h>

#include "analysis/path_search.h"
#include "analysis/view.h"
#include "analysis/who.h"

/* A way of more steps tells nobody anything; one that is better supported may be so much longer than the shortest. */
enum { LONGEST = 12, LONGER = 3, MOST_SHOWN = 10 };

static int by_support(const void *x, const void *y) {
    const rt_way *a = x, *b = y;
    if (a->support != b->support) return a->support > b->support ? -1 : 1;
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        const int c = rt_str_cmp(a->steps[i].to->id, b->steps[i].to->id);
        if (c != 0) return c;
    }
    return 0;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

/* A step as its best tie, told in the direction that the schema gives it; the others stand under `also`. */
static rt_value *tie_object(rt_reading *r, const rt_step *step, const rt_tie *tie) {
    const rt_entity *near = tie->other == step->to ? step->from : step->to;
    rt_value *v = rt_value_object(r->arena);
    rt_value_put_text(r->arena, v, RT_S("from"), (tie->outward ? near : tie->other)->id);
    rt_value_put_text(r->arena, v, RT_S("to"), (tie->outward ? tie->other : near)->id);
    rt_shape_tie(r, tie, v);
    return v;
}

static void push_step(rt_reading *r, const rt_step *step, rt_value *edges) {
    rt_value *v = rt_value_push(edges, tie_object(r, step, step->ties[0]));
    rt_value *also = rt_value_put_list(r->arena, v, RT_S("also"));
    for (size_t i = 1; i < step->n; i++) rt_value_push(also, tie_object(r, step, step->ties[i]));
}

static void push_way(rt_reading *r, const rt_entity *from, const rt_way *way, bool shortest, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value *nodes = rt_value_put_list(r->arena, v, RT_S("nodes")),
             *edges = rt_value_put_list(r->arena, v, RT_S("edges"));
    rt_value_push(nodes, rt_shape_of_entity(from, r->arena));
    for (size_t i = 0; i < way->n; i++) {
        rt_value_push(nodes, rt_shape_of_entity(way->steps[i].to, r->arena));
        push_step(r, &way->steps[i], edges);
    }
    rt_shape_count(r, v, "support", way->support);
    rt_value_put(v, RT_S("shortest"), rt_value_bool(r->arena, shortest));
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

/* Puts the shortest ways that so many assert; *support is then the best among them. */
static rt_status put_ways(rt_reading *r, rt_path_search *s, const rt_entity *from, size_t longest, bool shortest,
                          rt_value *list, rt_ways *ways, rt_error *err) {
    const size_t least = shortest ? 0 : ways->at[0].support + 1;
    RT_TRY(rt_path_search_run(s, least, longest, ways, err));
    if (ways->n > 1) qsort(ways->at, ways->n, sizeof *ways->at, by_support);
    for (size_t i = 0; i < ways->n && i < MOST_SHOWN; i++) push_way(r, from, &ways->at[i], shortest, list);
    return rt_ok;
}

/* Whoever is better supported than all before is worth a longer way: a search each, until there is none. */
static rt_status put_paths(rt_reading *r, const rt_entity *a, const rt_entity *b, rt_value *o, rt_error *err) {
    rt_path_search *s = rt_path_search_new(r, a, b);
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("paths"));
    rt_ways ways;
    RT_TRY(put_ways(r, s, a, LONGEST, true, list, &ways, err));
    const bool hidden = ways.n > MOST_SHOWN;
    const size_t longest = ways.n > 0 ? ways.at[0].n + LONGER : 0;
    while (ways.n > 0 && ways.at[0].n > 0) RT_TRY(put_ways(r, s, a, longest, false, list, &ways, err));
    rt_value_put(o, RT_S("more"), rt_value_bool(r->arena, hidden || rt_path_search_more(s)));
    return rt_ok;
}

static rt_status path_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_value *o = *object = rt_value_object(arena);
    rt_who a, b;
    RT_TRY(rt_who_find(&r, args->who.at[0], &a, err));
    RT_TRY(rt_who_find(&r, args->who.at[1], &b, err));
    rt_value_put(o, RT_S("from"), rt_shape_of_entity(a.entity, arena));
    rt_value_put(o, RT_S("to"), rt_shape_of_entity(b.entity, arena));
    RT_TRY(put_paths(&r, a.entity, b.entity, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_path = {
    .name = "path",
    .summary = "how two are joined, by the shortest and the best supported ways",
    .least = 2,
    .most = 2,
    .run = path_run,
};
