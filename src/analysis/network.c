/* Who and what is joined with somebody, up to so many steps away, and what joins those with each other; kinship that
 * follows from what is stated is derived. */
#include "analysis/entity_set.h"
#include "analysis/kin.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

enum { MOST_NODES = 1000 };

/* What is known of a node: parallel to the set of entities. */
typedef struct spot {
    size_t depth;
    bool spreads; /* reached by a tie that counts: what it is joined with belongs to the network */
    bool read;
    rt_ties ties;
} spot;

typedef struct network {
    rt_reading *r;
    size_t depth;
    bool relations; /* relations only */
    rt_entity_set nodes;
    spot *spots;
    rt_derived_kins derived;
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
    if (n->spots[i].read) return rt_ok;
    n->spots[i].read = true;
    RT_TRY(rt_ties_of(n->r, n->nodes.at[i], false, &n->spots[i].ties, err));
    n->more = n->more || n->spots[i].ties.more;
    return rt_ok;
}

static bool wanted(const network *n, const rt_tie *tie) { return !n->relations || tie->relation != NULL; }

static rt_status spread(network *n, size_t i, rt_error *err) {
    RT_TRY(read_ties(n, i, err));
    const rt_ties ties = n->spots[i].ties;
    const size_t depth = n->spots[i].depth + 1;
    for (size_t k = 0; k < ties.n; k++)
        if (wanted(n, &ties.at[k])) meet(n, ties.at[k].other, depth, ties.at[k].counts);
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
        RT_TRY(rt_kin_derive(n->r, n->nodes.at[i], &kins, err));
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

/* --- as an object ------------------------------------------------------------------------------------------------ */

static void put_nodes(const network *n, rt_value *o) {
    rt_value *list = rt_value_put_list(n->r->arena, o, RT_S("nodes"));
    for (size_t i = 0; i < n->nodes.n; i++) {
        rt_value *v = rt_value_push(list, rt_shape_of_entity(n->nodes.at[i], n->r->arena));
        rt_shape_count(n->r, v, "depth", n->spots[i].depth);
    }
}

static void push_edge(const network *n, size_t from, const rt_tie *tie, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(n->r->arena));
    rt_value_put_text(n->r->arena, v, RT_S("from"), n->nodes.at[from]->id);
    rt_value_put_text(n->r->arena, v, RT_S("to"), tie->other->id);
    rt_shape_tie(n->r, tie, v);
    rt_value_put(v, RT_S("derived"), rt_value_null(n->r->arena));
}

/* Every tie leads outward from one of its ends, so that each stands once. */
static rt_status put_edges(network *n, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(n->r->arena, o, RT_S("edges"));
    for (size_t i = 0; i < n->nodes.n; i++) {
        RT_TRY(read_ties(n, i, err));
        for (size_t k = 0; k < n->spots[i].ties.n; k++) {
            const rt_tie *tie = &n->spots[i].ties.at[k];
            if (tie->outward && wanted(n, tie) && rt_entity_set_find(&n->nodes, tie->other) != SIZE_MAX)
                push_edge(n, i, tie, list);
        }
    }
    for (size_t i = 0; i < n->derived.n; i++)
        rt_shape_derived_kin(n->r, &n->derived.at[i], rt_value_push(list, rt_value_object(n->r->arena)));
    return rt_ok;
}

static rt_status network_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    network n = {.r = &r, .depth = args->depth > 0 ? args->depth : 1, .relations = args->relations};
    rt_value *o = *object = rt_value_object(arena);
    rt_who who;
    RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    meet(&n, who.entity, 0, true);
    RT_TRY(spread_all(&n, err));
    RT_TRY(derive(&n, err));
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(who.entity, arena));
    put_nodes(&n, o);
    RT_TRY(put_edges(&n, o, err));
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
