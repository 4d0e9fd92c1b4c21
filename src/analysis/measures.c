#include "analysis/measures.h"

#include <stdlib.h>

/* --- an order that belongs to the network ------------------------------------------------------------------------ */

typedef struct named {
    rt_str id;
    size_t at;
} named;

static int by_id(const void *x, const void *y) { return rt_str_cmp(((const named *)x)->id, ((const named *)y)->id); }

/* Where each id stands among them in code point order. */
static size_t *ranks_of(rt_strs ids, rt_arena *arena) {
    named *sorted = RT_NEW_N(arena, named, ids.n + 1);
    size_t *rank = RT_NEW_N(arena, size_t, ids.n + 1);
    for (size_t i = 0; i < ids.n; i++) sorted[i] = (named){ids.at[i], i};
    qsort(sorted, ids.n, sizeof *sorted, by_id);
    for (size_t i = 0; i < ids.n; i++) rank[sorted[i].at] = i;
    return rank;
}

static int by_ends(const void *x, const void *y) {
    const size_t *a = x, *b = y;
    if (a[0] != b[0]) return a[0] < b[0] ? -1 : 1;
    return (a[1] > b[1]) - (a[1] < b[1]);
}

/* Each pair once, the lower number first, none of one with itself. */
static rt_graph graph_of(const size_t *rank, size_t n, const rt_joined *pairs, size_t pair_count, rt_arena *arena) {
    size_t(*edges)[2] = rt_arena_alloc_n(arena, pair_count + 1, sizeof *edges);
    size_t kept = 0, m = 0;
    for (size_t i = 0; i < pair_count; i++) {
        const size_t a = rank[pairs[i].a], b = rank[pairs[i].b];
        if (a == b) continue;
        edges[m][0] = a < b ? a : b;
        edges[m++][1] = a < b ? b : a;
    }
    if (m > 1) qsort(edges, m, sizeof *edges, by_ends);
    for (size_t i = 0; i < m; i++) {
        if (kept > 0 && by_ends(edges[kept - 1], edges[i]) == 0) continue;
        edges[kept][0] = edges[i][0];
        edges[kept++][1] = edges[i][1];
    }
    return (rt_graph){n, (const size_t(*)[2])edges, kept};
}

/* --- communities ------------------------------------------------------------------------------------------------- */

typedef struct community {
    size_t is, size, first; /* its number in the graph, how many, the lowest of them */
} community;

static int by_size(const void *x, const void *y) {
    const community *a = x, *b = y;
    if (a->size != b->size) return a->size > b->size ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* Numbers them anew. */
static void number(rt_graph_measure *m, size_t n, rt_arena *arena) {
    community *all = RT_NEW_N(arena, community, n + 1);
    size_t *to = RT_NEW_N(arena, size_t, n + 1), found = 0;
    for (size_t i = 0; i < n; i++) all[i] = (community){i, 0, n};
    for (size_t i = n; i-- > 0;) {
        all[m[i].community].size++;
        all[m[i].community].first = i;
    }
    qsort(all, n, sizeof *all, by_size);
    for (size_t i = 0; i < n && all[i].size > 0; i++) to[all[i].is] = ++found;
    for (size_t i = 0; i < n; i++) m[i].community = to[m[i].community];
}

/* --- measuring --------------------------------------------------------------------------------------------------- */

rt_status rt_measures_of(rt_strs ids, const rt_joined *pairs, size_t n, rt_arena *arena, rt_measures *measures,
                         rt_error *err) {
    const size_t *rank = ranks_of(ids, arena);
    const rt_graph graph = graph_of(rank, ids.n, pairs, n, arena);
    size_t *degree = RT_NEW_N(arena, size_t, ids.n + 1);
    rt_graph_measure *m;
    RT_TRY(rt_graph_measured(&graph, arena, &m, err));
    if (m != NULL) number(m, ids.n, arena);
    for (size_t i = 0; i < 2 * graph.edge_count; i++) degree[graph.edges[i / 2][i % 2]]++;
    *measures = (rt_measures){RT_NEW_N(arena, rt_measure, ids.n + 1), m != NULL};
    for (size_t i = 0; i < ids.n; i++) {
        measures->at[i].degree = degree[rank[i]];
        if (m != NULL) measures->at[i].graph = m[rank[i]];
    }
    return rt_ok;
}
