/* How two are joined: the shortest ways through relations, events, addresses and documents, and longer ones that are
 * better supported. */
#include <stdlib.h>
#include <string.h>

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

static void push_way(rt_reading *r, const rt_entity *from, const rt_way *way, const char *why, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value *nodes = rt_value_put_list(r->arena, v, RT_S("nodes")),
             *edges = rt_value_put_list(r->arena, v, RT_S("edges"));
    rt_value_push(nodes, rt_shape_of_entity(from, r->arena));
    for (size_t i = 0; i < way->n; i++) {
        rt_value_push(nodes, rt_shape_of_entity(way->steps[i].to, r->arena));
        push_step(r, &way->steps[i], edges);
    }
    rt_shape_count(r, v, "support", way->support);
    rt_value_put(v, RT_S("shortest"), rt_value_bool(r->arena, strcmp(why, "shortest") == 0));
    rt_value_put_text(r->arena, v, RT_S("why"), rt_str_of(why));
}

/* --- which ways -------------------------------------------------------------------------------------------------- */

typedef struct showing {
    rt_reading *r;
    rt_path_search *search;
    const rt_entity *from;
    rt_value *list;
    size_t n, most;
    bool more; /* some were found and are not shown */
} showing;

static rt_status find(const showing *s, rt_ways_wanted wanted, rt_ways *ways, rt_error *err) {
    RT_TRY(rt_path_search_run(s->search, wanted, ways, err));
    if (ways->n > 1) qsort(ways->at, ways->n, sizeof *ways->at, by_support);
    return rt_ok;
}

/* Shows the best of the ways: as many as `most`, and as there is room for. */
static void show(showing *s, const rt_ways *ways, size_t most, const char *why) {
    for (size_t i = 0; i < ways->n && i < most; i++) {
        if (s->n == s->most) {
            s->more = true;
            return;
        }
        push_way(s->r, s->from, &ways->at[i], why, s->list);
        rt_path_search_use(s->search, &ways->at[i]);
        s->n++;
    }
}

/* First the shortest. Then longer ones by which more speakers vouch for each step, as long as there is one better than
 * all before. Then those that share no step with any before: they hold where one of these turns out to be wrong. */
static rt_status show_all(showing *s, rt_error *err) {
    rt_ways ways;
    RT_TRY(find(s, (rt_ways_wanted){0, LONGEST, false}, &ways, err));
    if (ways.n == 0) return rt_ok;
    show(s, &ways, SIZE_MAX, "shortest");
    rt_ways_wanted wanted = {ways.at[0].support + 1, ways.at[0].n + LONGER, false};
    while (wanted.longest > LONGER && s->n < s->most) {
        RT_TRY(find(s, wanted, &ways, err));
        if (ways.n == 0) break;
        show(s, &ways, SIZE_MAX, "supported");
        wanted.least = ways.at[0].support + 1;
    }
    wanted = (rt_ways_wanted){0, wanted.longest, true};
    while (wanted.longest > LONGER && s->n < s->most) {
        RT_TRY(find(s, wanted, &ways, err));
        if (ways.n == 0) break;
        show(s, &ways, 1, "apart");
    }
    return rt_ok;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

/* Marks the kinds that are left out. RT_USAGE for what is none. */
static rt_status read_without(rt_strs names, bool without[RT_HOP_KINDS], rt_error *err) {
    for (size_t i = 0; i < names.n; i++) {
        int kind = 0;
        while (kind < RT_HOP_KINDS && !rt_str_is(names.at[i], rt_hop_kind_names[kind])) kind++;
        if (kind == RT_HOP_KINDS)
            return rt_fail(
                err, RT_USAGE,
                "--without takes relations, events, presences, addresses, places, documents or others, not \"%.*s\"",
                RT_FMT(rt_str_cut(names.at[i], 40)));
        without[kind] = true;
    }
    return rt_ok;
}

static rt_status put_paths(rt_meeters *m, const rt_entity *a, const rt_entity *b, const rt_view_args *args, rt_value *o,
                           rt_error *err) {
    rt_reading *r = m->r;
    bool without[RT_HOP_KINDS] = {0};
    showing s = {.r = r, .from = a, .most = args->most > 0 ? args->most : MOST_SHOWN};
    RT_TRY(read_without(args->without, without, err));
    RT_TRY(rt_path_search_new(m, a, b, without, &s.search, err));
    s.list = rt_value_put_list(r->arena, o, RT_S("paths"));
    RT_TRY(show_all(&s, err));
    rt_value_put(o, RT_S("more"), rt_value_bool(r->arena, s.more || rt_path_search_more(s.search)));
    return rt_ok;
}

static rt_status path_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    RT_AUTO(rt_near) near = {0};
    RT_AUTO(rt_placed) placed = {0};
    rt_reading r = rt_reading_new(lens, arena);
    rt_meeters m = {.r = &r, .near = &near, .placed = &placed};
    rt_value *o = *object = rt_value_object(arena);
    rt_who a, b;
    RT_TRY(rt_who_find(&r, args->who.at[0], &a, err));
    RT_TRY(rt_who_find(&r, args->who.at[1], &b, err));
    RT_TRY(rt_near_open(&near, lens, err));
    RT_TRY(rt_placed_open(&placed, lens, err));
    rt_value_put(o, RT_S("from"), rt_shape_of_entity(a.entity, arena));
    rt_value_put(o, RT_S("to"), rt_shape_of_entity(b.entity, arena));
    RT_TRY(put_paths(&m, a.entity, b.entity, args, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_path = {
    .name = "path",
    .summary = "how two are joined, by the shortest and the best supported ways",
    .least = 2,
    .most = 2,
    .run = path_run,
};
