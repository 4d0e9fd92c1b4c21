/* Who and what is joined with somebody, up to so many steps away, and what joins those with each other; kinship that
 * follows from what is stated is derived. */
#include <math.h>

#include "analysis/entity_set.h"
#include "analysis/hops.h"
#include "analysis/kin.h"
#include "analysis/measures.h"
#include "analysis/slices.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

enum { MOST_NODES = 1000 };

/* What is known of a node: parallel to the set of entities. */
typedef struct spot {
    size_t depth;
    bool spreads;        /* reached by a tie that counts: what it is joined with belongs to the network */
    const rt_ties *ties; /* all that it has; NULL of those at the rim */
} spot;

/* A tie between two nodes, or one that is derived. */
typedef struct shown {
    size_t from, to;
    const rt_tie *tie; /* NULL: derived */
    const rt_derived_kin *kin;
} shown;

typedef struct network {
    rt_reading *r;
    rt_ties_kept kin; /* relations of whose kin is derived */
    rt_hops hops;     /* for what joins those at the rim */
    size_t depth;
    bool relations; /* relations only */
    rt_entity_set nodes;
    spot *spots;
    rt_derived_kins derived;
    shown *shown;
    size_t shown_count;
    bool more;
} network;

/* --- nodes ------------------------------------------------------------------------------------------------------- */

/* The number of its node, or SIZE_MAX when there is no room for one more. */
static size_t meet(network *n, const rt_entity *e, size_t depth, bool spreads) {
    size_t i = rt_entity_set_find(&n->nodes, e);
    if (i == SIZE_MAX && n->nodes.n == MOST_NODES) return n->more = true, SIZE_MAX;
    if (i == SIZE_MAX) {
        i = rt_entity_set_add(&n->nodes, e, n->r->arena);
        n->spots = rt_grow(n->r->arena, n->spots, i, sizeof *n->spots);
        n->spots[i] = (spot){.depth = depth};
    }
    if (i >= n->nodes.n) return SIZE_MAX;
    n->spots[i].spreads = n->spots[i].spreads || (spreads && n->spots[i].depth == depth);
    return i;
}

static rt_status read_ties(network *n, size_t i, rt_error *err) {
    rt_ties *ties = RT_NEW(n->r->arena, rt_ties);
    RT_TRY(rt_ties_of(n->r, n->nodes.at[i], false, ties, err));
    n->spots[i].ties = ties;
    n->more = n->more || ties->more;
    return rt_ok;
}

static bool wanted(const network *n, const rt_tie *tie) { return !n->relations || tie->relation != NULL; }

static rt_status spread(network *n, size_t i, rt_error *err) {
    RT_TRY(read_ties(n, i, err));
    const rt_ties *ties = n->spots[i].ties;
    const size_t depth = n->spots[i].depth + 1;
    for (size_t k = 0; k < ties->n; k++)
        if (wanted(n, &ties->at[k])) meet(n, ties->at[k].other, depth, ties->at[k].counts);
    return rt_ok;
}

/* In rounds: a node's number tells that all before it are no further away. */
static rt_status spread_all(network *n, rt_error *err) {
    for (size_t i = 0; i < n->nodes.n; i++)
        if (n->spots[i].spreads && n->spots[i].depth < n->depth) RT_TRY(spread(n, i, err));
    return rt_ok;
}

/* --- derived kin ------------------------------------------------------------------------------------------------- */

/* The kin of whoever is less far than the depth. A pair that can be derived from both ends is told from the nearer. */
static rt_status derive(network *n, rt_error *err) {
    const size_t end = n->nodes.n;
    for (size_t i = 0; i < end; i++) {
        rt_derived_kins kins;
        if (!n->spots[i].spreads || n->spots[i].depth >= n->depth || !rt_entity_is(n->nodes.at[i], "Person")) continue;
        RT_TRY(rt_kin_derive(n->r, &n->kin, n->nodes.at[i], &kins, err));
        for (size_t k = 0; k < kins.n; k++) {
            const size_t other = meet(n, kins.at[k].who, n->spots[i].depth + 1, false);
            const bool told = other < i && n->spots[other].spreads && n->spots[other].depth < n->depth;
            if (other == SIZE_MAX || told) continue;
            n->derived.at = rt_grow(n->r->arena, n->derived.at, n->derived.n, sizeof *n->derived.at);
            n->derived.at[n->derived.n++] = kins.at[k];
        }
    }
    return rt_ok;
}

/* --- what is shown ----------------------------------------------------------------------------------------------- */

static void show(network *n, const shown *s) {
    n->shown = rt_grow(n->r->arena, n->shown, n->shown_count, sizeof *n->shown);
    n->shown[n->shown_count++] = *s;
}

/* Every tie leads outward from one of its ends, so that each stands once. */
static void show_outward(network *n, size_t i, const rt_ties *ties) {
    for (size_t k = 0; k < ties->n; k++) {
        const rt_tie *tie = &ties->at[k];
        const size_t to = tie->outward && wanted(n, tie) ? rt_entity_set_find(&n->nodes, tie->other) : SIZE_MAX;
        if (to != SIZE_MAX) show(n, &(shown){.from = i, .to = to, .tie = tie});
    }
}

/* --- at the rim: only what joins them with others that are shown is read in full --------------------------------- */

static rt_status mark_nodes(network *n, rt_error *err) {
    for (size_t i = 0; i < n->nodes.n; i++) {
        int64_t number;
        rt_stop *stop;
        RT_TRY(rt_near_number(n->hops.near, n->nodes.at[i]->id, &number, err));
        RT_TRY(rt_hops_stop(&n->hops, number, &stop, err));
        stop->mark = i;
    }
    return rt_ok;
}

/* Whether a hop over the same holder to the same node came before. */
static bool is_again(const rt_stop *stop, size_t at) {
    for (size_t i = at; i-- > 0;)
        if (stop->hops[i].to == stop->hops[at].to && stop->hops[i].holder == stop->hops[at].holder) return true;
    return false;
}

static rt_status show_hop(network *n, size_t i, const rt_hop *hop, rt_error *err) {
    const rt_entity *holder;
    rt_str id;
    rt_ties *ties = RT_NEW(n->r->arena, rt_ties);
    RT_TRY(rt_near_id(n->hops.near, hop->holder, n->r->arena, &id, err));
    RT_TRY(rt_reading_entity(n->r, id, &holder, err));
    if (holder == NULL) return rt_ok;
    RT_TRY(rt_ties_by(n->r, n->nodes.at[i], holder, n->nodes.at[hop->to->mark], false, ties, err));
    show_outward(n, i, ties);
    return rt_ok;
}

static rt_status show_rim(network *n, size_t i, rt_error *err) {
    int64_t number;
    rt_stop *stop;
    RT_TRY(rt_near_number(n->hops.near, n->nodes.at[i]->id, &number, err));
    RT_TRY(rt_hops_stop(&n->hops, number, &stop, err));
    RT_TRY(rt_hops_read(&n->hops, stop, err));
    n->more = n->more || stop->more;
    for (size_t k = 0; k < stop->hop_count; k++) {
        const rt_hop *hop = &stop->hops[k];
        if (hop->to->mark == SIZE_MAX || (n->relations && hop->kind != RT_HOP_RELATION) || is_again(stop, k)) continue;
        RT_TRY(show_hop(n, i, hop, err));
    }
    return rt_ok;
}

static rt_status show_all(network *n, rt_error *err) {
    RT_TRY(mark_nodes(n, err));
    for (size_t i = 0; i < n->nodes.n; i++) {
        if (n->spots[i].ties != NULL)
            show_outward(n, i, n->spots[i].ties);
        else
            RT_TRY(show_rim(n, i, err));
    }
    for (size_t i = 0; i < n->derived.n; i++) {
        const rt_derived_kin *kin = &n->derived.at[i];
        show(n, &(shown){rt_entity_set_find(&n->nodes, kin->of), rt_entity_set_find(&n->nodes, kin->who), NULL, kin});
    }
    return rt_ok;
}

/* Of the ties that count: what is denied joins nobody, what is derived adds nothing that the others do not hold. */
static rt_status measure(const network *n, rt_measures *measures, rt_error *err) {
    rt_arena *arena = n->r->arena;
    rt_strs ids = {RT_NEW_N(arena, rt_str, n->nodes.n), n->nodes.n};
    rt_joined *pairs = RT_NEW_N(arena, rt_joined, n->shown_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < n->nodes.n; i++) ids.at[i] = n->nodes.at[i]->id;
    for (size_t i = 0; i < n->shown_count; i++)
        if (n->shown[i].tie != NULL && n->shown[i].tie->counts)
            pairs[count++] = (rt_joined){n->shown[i].from, n->shown[i].to};
    return rt_measures_of(ids, pairs, count, arena, measures, err);
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_value *share(double x, rt_arena *arena) { return rt_value_real(arena, round(x * 10000) / 10000); }

static void put_measure(const network *n, const rt_measures *all, size_t i, rt_value *v) {
    rt_arena *arena = n->r->arena;
    const rt_graph_measure *m = &all->at[i].graph;
    rt_shape_count(n->r, v, "degree", all->at[i].degree);
    rt_value_put(v, RT_S("betweenness"), all->measured ? share(m->betweenness, arena) : rt_value_null(arena));
    rt_value_put(v, RT_S("closeness"), all->measured ? share(m->closeness, arena) : rt_value_null(arena));
    rt_value_put(v, RT_S("cut"), all->measured ? rt_value_bool(arena, m->cut) : rt_value_null(arena));
    rt_value_put(v, RT_S("community"),
                 all->measured ? rt_value_int(arena, (int64_t)m->community) : rt_value_null(arena));
}

static void put_nodes(const network *n, const rt_measures *measures, rt_value *o) {
    rt_value *list = rt_value_put_list(n->r->arena, o, RT_S("nodes"));
    for (size_t i = 0; i < n->nodes.n; i++) {
        rt_value *v = rt_value_push(list, rt_shape_of_entity(n->nodes.at[i], n->r->arena));
        rt_shape_count(n->r, v, "depth", n->spots[i].depth);
        put_measure(n, measures, i, v);
    }
    rt_value_put(o, RT_S("measured"), rt_value_bool(n->r->arena, measures->measured));
}

static void push_tie(const network *n, const shown *s, rt_value *v) {
    rt_value_put_text(n->r->arena, v, RT_S("from"), n->nodes.at[s->from]->id);
    rt_value_put_text(n->r->arena, v, RT_S("to"), n->nodes.at[s->to]->id);
    rt_shape_tie(n->r, s->tie, v);
    rt_value_put(v, RT_S("derived"), rt_value_null(n->r->arena));
}

static void put_edges(const network *n, rt_value *o) {
    rt_value *list = rt_value_put_list(n->r->arena, o, RT_S("edges"));
    for (size_t i = 0; i < n->shown_count; i++) {
        rt_value *v = rt_value_push(list, rt_value_object(n->r->arena));
        if (n->shown[i].tie != NULL)
            push_tie(n, &n->shown[i], v);
        else
            rt_shape_derived_kin(n->r, n->shown[i].kin, v);
    }
}

/* --- slices of time ---------------------------------------------------------------------------------------------- */

static void push_number(const network *n, rt_value *list, size_t i) {
    rt_value_push(list, rt_value_int(n->r->arena, (int64_t)i));
}

/* Ties are named by their places in `edges`, from 0 on. What came and what went is told against the slice before. */
static void put_slice(const network *n, const rt_slice *s, const rt_slice *before, rt_slice_step step, rt_value *list) {
    rt_arena *arena = n->r->arena;
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("when"), rt_slice_text(s, step, arena));
    rt_value_put(v, RT_S("span"), rt_days_span(s->first, s->last, arena));
    rt_value *certain = rt_value_put_list(arena, v, RT_S("certain")),
             *possible = rt_value_put_list(arena, v, RT_S("possible")),
             *appeared = rt_value_put_list(arena, v, RT_S("appeared")),
             *went = rt_value_put_list(arena, v, RT_S("went"));
    for (size_t i = 0; i < n->shown_count; i++) {
        const bool is = s->ties[i] != RT_IMPOSSIBLE, was = before != NULL && before->ties[i] != RT_IMPOSSIBLE;
        if (is) push_number(n, s->ties[i] == RT_CERTAIN ? certain : possible, i);
        if (is && !was) push_number(n, appeared, i);
        if (was && !is) push_number(n, went, i);
    }
}

/* When each was, that has a date and counts. */
static const rt_when **dates_of(const network *n) {
    const rt_when **when = RT_NEW_N(n->r->arena, const rt_when *, n->shown_count + 1);
    for (size_t i = 0; i < n->shown_count; i++) {
        rt_dating *d = RT_NEW(n->r->arena, rt_dating);
        if (n->shown[i].tie == NULL || !n->shown[i].tie->counts) continue;
        *d = rt_tie_dating(n->shown[i].tie, n->r->arena);
        if (d->dated) when[i] = &d->when;
    }
    return when;
}

/* Null unless they are asked for. */
static void put_slices(network *n, const rt_slicing *slicing, rt_value *o) {
    if (slicing == NULL) {
        rt_value_put(o, RT_S("slices"), rt_value_null(n->r->arena));
        rt_value_put(o, RT_S("undated"), rt_value_null(n->r->arena));
        return;
    }
    const rt_when **when = dates_of(n);
    const rt_slices slices = rt_slices_of(when, n->shown_count, *slicing, n->r->arena);
    rt_value *list = rt_value_put_list(n->r->arena, o, RT_S("slices")),
             *undated = rt_value_put_list(n->r->arena, o, RT_S("undated"));
    for (size_t i = 0; i < slices.n; i++)
        put_slice(n, &slices.at[i], i > 0 ? &slices.at[i - 1] : NULL, slicing->step, list);
    for (size_t i = 0; i < n->shown_count; i++)
        if (when[i] == NULL && (n->shown[i].tie == NULL || n->shown[i].tie->counts)) push_number(n, undated, i);
    n->more = n->more || slices.more;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

static rt_status network_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    RT_AUTO(rt_near) near = {0};
    rt_reading r = rt_reading_new(lens, arena);
    network n = {.r = &r,
                 .hops = {.arena = arena, .r = &r, .near = &near, .denied = true},
                 .depth = args->depth > 0 ? args->depth : 1,
                 .relations = args->relations};
    rt_value *o = *object = rt_value_object(arena);
    rt_slicing slicing;
    rt_measures measures;
    rt_who who;
    if (args->slices.len > 0) RT_TRY(rt_slicing_read(args->slices, &slicing, err));
    RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    RT_TRY(rt_near_open(&near, lens, err));
    meet(&n, who.entity, 0, true);
    RT_TRY(spread_all(&n, err));
    RT_TRY(derive(&n, err));
    RT_TRY(show_all(&n, err));
    RT_TRY(measure(&n, &measures, err));
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(who.entity, arena));
    put_nodes(&n, &measures, o);
    put_edges(&n, o);
    put_slices(&n, args->slices.len > 0 ? &slicing : NULL, o);
    rt_value_put(o, RT_S("more"), rt_value_bool(arena, n.more));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_network = {
    .name = "network",
    .summary = "who and what is joined with somebody, kinship derived",
    .least = 1,
    .most = 1,
    .run = network_run,
};
