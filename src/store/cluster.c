#include "store/cluster.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/map.h"

/* More than any person has, and a bound for a file made to hurt. */
enum { MOST_MEMBERS = 4096 };

/* Two nodes and the judgement on them; NULL: it is supposed. */
typedef struct tie {
    size_t a, b;
    const rt_judged *j;
} tie;

typedef struct ties {
    tie *at;
    size_t n;
} ties;

/* Everybody whom judgements `same` lead to. */
typedef struct graph {
    rt_arena *arena;
    rt_str without; /* of the first node and this one no judgement is looked at; empty: none such */
    rt_map nodes;
    ties same, apart, supposed; /* supposed: to be the same */
    size_t *root;               /* union-find */
} graph;

/* --- nodes -------------------------------------------------------------------------------------------------------- */

static rt_status add_node(graph *g, rt_str id, rt_error *err) {
    if (g->nodes.n == MOST_MEMBERS)
        return rt_fail(err, RT_LIMIT, "more than %d entities are judged to be one", MOST_MEMBERS);
    rt_map_put(&g->nodes, id, g->arena);
    return rt_ok;
}

static void add_tie(graph *g, ties *list, tie t) {
    list->at = rt_grow(g->arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = t;
}

/* --- gathering ---------------------------------------------------------------------------------------------------- */

static bool is_pair(rt_str a, rt_str b, rt_str x, rt_str y) {
    return (rt_str_eq(a, x) && rt_str_eq(b, y)) || (rt_str_eq(a, y) && rt_str_eq(b, x));
}

static bool is_supposed(rt_lens *lens, rt_str a, rt_str b) {
    const rt_supposed_list all = rt_lens_supposed(lens);
    for (size_t i = 0; i < all.n; i++)
        if (is_pair(all.at[i].a, all.at[i].b, a, b)) return true;
    return false;
}

/* Each tie is met from both of its ends: `same` is kept at the first, `different` at the second, when both are nodes.
 */
static bool is_left_out(const graph *g, rt_str a, rt_str b) {
    return g->without.len > 0 && is_pair(a, b, g->nodes.keys[0], g->without);
}

static rt_status add_judgements(graph *g, rt_lens *lens, size_t node, rt_error *err) {
    rt_judged_list judged;
    const rt_str id = g->nodes.keys[node];
    RT_TRY(rt_judged_of(lens, id, g->arena, &judged, err));
    for (size_t i = 0; i < judged.n; i++) {
        const rt_judged *j = &judged.at[i];
        const rt_str other = rt_judged_other(&j->s.e, id);
        const bool same = rt_str_is(j->s.e.judgement, "same"), apart = rt_str_is(j->s.e.judgement, "different");
        if (is_left_out(g, id, other) || is_supposed(lens, id, other)) continue;
        if (same && rt_map_find(&g->nodes, other) == SIZE_MAX) RT_TRY(add_node(g, other, err));
        const size_t there = rt_map_find(&g->nodes, other);
        if (same && there > node) add_tie(g, &g->same, (tie){node, there, j});
        if (apart && there < node) add_tie(g, &g->apart, (tie){there, node, j});
    }
    return rt_ok;
}

/* Met from both ends too: what leads further is added from the first, tied from the second. */
static rt_status add_supposed(graph *g, rt_lens *lens, size_t node, rt_error *err) {
    const rt_supposed_list all = rt_lens_supposed(lens);
    const rt_str id = g->nodes.keys[node];
    for (size_t i = 0; i < all.n; i++) {
        const rt_supposed *s = &all.at[i];
        if (!rt_str_eq(s->a, id) && !rt_str_eq(s->b, id)) continue;
        const rt_str other = rt_str_eq(s->a, id) ? s->b : s->a;
        if (!s->apart && rt_map_find(&g->nodes, other) == SIZE_MAX) RT_TRY(add_node(g, other, err));
        const size_t there = rt_map_find(&g->nodes, other);
        if (there < node) add_tie(g, s->apart ? &g->apart : &g->supposed, (tie){there, node, NULL});
    }
    return rt_ok;
}

static rt_status gather(graph *g, rt_lens *lens, rt_str id, rt_error *err) {
    RT_TRY(add_node(g, rt_str_copy(g->arena, id), err));
    for (size_t i = 0; i < g->nodes.n; i++) {
        RT_TRY(add_judgements(g, lens, i, err));
        RT_TRY(add_supposed(g, lens, i, err));
    }
    return rt_ok;
}

/* --- joining ------------------------------------------------------------------------------------------------------ */

static int by_time(const void *x, const void *y) {
    const rt_judged *a = ((const tie *)x)->j, *b = ((const tie *)y)->j;
    const int when = rt_str_cmp(a->since, b->since);
    return when != 0 ? when : (a->since_seq > b->since_seq) - (a->since_seq < b->since_seq);
}

static size_t root_of(graph *g, size_t node) {
    while (g->root[node] != node) node = g->root[node] = g->root[g->root[node]];
    return node;
}

static bool are_kept_apart(graph *g, size_t a, size_t b) {
    for (size_t i = 0; i < g->apart.n; i++) {
        const size_t x = root_of(g, g->apart.at[i].a), y = root_of(g, g->apart.at[i].b);
        if ((x == a && y == b) || (x == b && y == a)) return true;
    }
    return false;
}

static void join(graph *g) {
    g->root = RT_NEW_N(g->arena, size_t, g->nodes.n);
    for (size_t i = 0; i < g->nodes.n; i++) g->root[i] = i;
    if (g->same.n > 1) qsort(g->same.at, g->same.n, sizeof(tie), by_time);
    for (size_t i = 0; i < g->same.n; i++) {
        const size_t a = root_of(g, g->same.at[i].a), b = root_of(g, g->same.at[i].b);
        if (a != b && !are_kept_apart(g, a, b)) g->root[b] = a;
    }
    for (size_t i = 0; i < g->supposed.n; i++)
        g->root[root_of(g, g->supposed.at[i].b)] = root_of(g, g->supposed.at[i].a);
}

/* --- the cluster -------------------------------------------------------------------------------------------------- */

static int by_code_point(const void *a, const void *b) { return rt_str_cmp(*(const rt_str *)a, *(const rt_str *)b); }

rt_status rt_cluster_read_without(rt_lens *lens, rt_str id, rt_str without, rt_arena *arena, rt_cluster *c,
                                  rt_error *err) {
    graph g = {.arena = arena, .without = without};
    RT_TRY(gather(&g, lens, id, err));
    join(&g);
    const size_t root = root_of(&g, 0);
    *c = (rt_cluster){.members = {RT_NEW_N(arena, rt_str, g.nodes.n), 0},
                      .same = {RT_NEW_N(arena, rt_seen_entry, g.same.n), 0}};
    for (size_t i = 0; i < g.nodes.n; i++)
        if (root_of(&g, i) == root) c->members.at[c->members.n++] = g.nodes.keys[i];
    for (size_t i = 0; i < g.same.n; i++)
        if (root_of(&g, g.same.at[i].a) == root && root_of(&g, g.same.at[i].b) == root)
            c->same.at[c->same.n++] = g.same.at[i].j->s;
    qsort(c->members.at, c->members.n, sizeof(rt_str), by_code_point);
    return rt_ok;
}

rt_status rt_cluster_read(rt_lens *lens, rt_str id, rt_arena *arena, rt_cluster *c, rt_error *err) {
    return rt_cluster_read_without(lens, id, (rt_str){"", 0}, arena, c, err);
}

rt_status rt_cluster_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_strs *members, rt_error *err) {
    rt_cluster c;
    RT_TRY(rt_cluster_read(lens, id, arena, &c, err));
    *members = c.members;
    return rt_ok;
}

static size_t place_of(const rt_cluster *c, rt_str id) {
    const rt_str *at = c->members.n > 0 ? bsearch(&id, c->members.at, c->members.n, sizeof id, by_code_point) : NULL;
    return at != NULL ? (size_t)(at - c->members.at) : SIZE_MAX;
}

bool rt_cluster_has(const rt_cluster *c, rt_str id) { return place_of(c, id) != SIZE_MAX; }

/* --- chains ------------------------------------------------------------------------------------------------------- */

/* Each judgement from both of its ends, in the order of where it begins. */
typedef struct step {
    size_t from, to;
    const rt_seen_entry *s;
} step;

static int by_from_and_time(const void *x, const void *y) {
    const step *a = x, *b = y;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    const int when = rt_str_cmp(a->s->e.recorded_at, b->s->e.recorded_at);
    return when != 0 ? when : (a->to > b->to) - (a->to < b->to);
}

static step *steps_of(const rt_cluster *c, rt_arena *arena) {
    step *steps = RT_NEW_N(arena, step, 2 * c->same.n + 1);
    for (size_t i = 0; i < c->same.n; i++) {
        const rt_seen_entry *s = &c->same.at[i];
        const size_t a = place_of(c, s->e.a), b = place_of(c, s->e.b);
        steps[2 * i] = (step){a, b, s};
        steps[2 * i + 1] = (step){b, a, s};
    }
    if (c->same.n > 0) qsort(steps, 2 * c->same.n, sizeof *steps, by_from_and_time);
    return steps;
}

/* By which step each member is reached first, breadth first from a member. */
static const step **reach(const rt_cluster *c, size_t from, rt_arena *arena) {
    const step *steps = steps_of(c, arena);
    const step **by = RT_NEW_N(arena, const step *, c->members.n);
    size_t *first = RT_NEW_N(arena, size_t, c->members.n + 1), *queue = RT_NEW_N(arena, size_t, c->members.n);
    size_t n = 0, head = 0;
    for (size_t i = 0; i < 2 * c->same.n; i++) first[steps[i].from + 1] = i + 1;
    for (size_t i = 1; i <= c->members.n; i++)
        if (first[i] == 0) first[i] = first[i - 1];
    for (queue[n++] = from; head < n; head++)
        for (size_t i = first[queue[head]]; i < first[queue[head] + 1]; i++) {
            const step *s = &steps[i];
            if (s->to == from || by[s->to] != NULL) continue;
            by[s->to] = s;
            queue[n++] = s->to;
        }
    return by;
}

rt_seen_list rt_cluster_chain(const rt_cluster *c, rt_str from, rt_str to, rt_arena *arena) {
    const size_t a = place_of(c, from), b = place_of(c, to);
    rt_seen_list chain = {0};
    if (a == SIZE_MAX || b == SIZE_MAX || a == b) return chain;
    const step **by = reach(c, a, arena);
    if (by[b] == NULL) return chain;
    for (size_t at = b; at != a; at = by[at]->from) chain.n++;
    chain.at = RT_NEW_N(arena, rt_seen_entry, chain.n);
    size_t i = chain.n;
    for (size_t at = b; at != a; at = by[at]->from) chain.at[--i] = *by[at]->s;
    return chain;
}
