/* Measures by igraph 0.10, which is under the GPL: a program that this file is linked into is so as a whole. Nothing
 * else of ours includes igraph, and libredthread holds graph_none.c in its place. */
#include <igraph.h>

#include "analysis/graph.h"

/* The same numbers each time: Leiden's visits its nodes in random order. */
enum { SEED = 25 };

/* What one measuring holds; freed in one place. */
typedef struct work {
    igraph_t graph;
    igraph_vector_t x;
    igraph_vector_int_t i;
    igraph_rng_t rng;
} work;

static igraph_error_t make(work *w, const rt_graph *g) {
    igraph_vector_int_t ends;
    igraph_error_t e = igraph_vector_int_init(&ends, (igraph_integer_t)(2 * g->edge_count));
    if (e != IGRAPH_SUCCESS) return e;
    for (size_t i = 0; i < 2 * g->edge_count; i++) VECTOR(ends)[i] = (igraph_integer_t)g->edges[i / 2][i % 2];
    e = igraph_create(&w->graph, &ends, (igraph_integer_t)g->n, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    return e;
}

/* --- one measure each -------------------------------------------------------------------------------------------- */

static igraph_error_t betweenness(work *w, const rt_graph *g, rt_graph_measure *m) {
    const double pairs = g->n > 2 ? (double)(g->n - 1) * (double)(g->n - 2) / 2 : 1;
    const igraph_error_t e = igraph_betweenness(&w->graph, &w->x, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
    for (size_t i = 0; e == IGRAPH_SUCCESS && i < g->n; i++) m[i].betweenness = VECTOR(w->x)[i] / pairs;
    return e;
}

static igraph_error_t closeness(work *w, const rt_graph *g, rt_graph_measure *m) {
    const igraph_error_t e = igraph_harmonic_centrality(&w->graph, &w->x, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    for (size_t i = 0; e == IGRAPH_SUCCESS && i < g->n; i++) m[i].closeness = g->n > 1 ? VECTOR(w->x)[i] : 0;
    return e;
}

static igraph_error_t cuts(work *w, rt_graph_measure *m) {
    const igraph_error_t e = igraph_articulation_points(&w->graph, &w->i);
    const igraph_integer_t n = e == IGRAPH_SUCCESS ? igraph_vector_int_size(&w->i) : 0;
    for (igraph_integer_t i = 0; i < n; i++) m[VECTOR(w->i)[i]].cut = true;
    return e;
}

/* By modularity: nodes weigh as their degrees, and the resolution is 1 / (2 * edges). Without edges all are alone. */
static igraph_error_t communities(work *w, const rt_graph *g, rt_graph_measure *m) {
    for (size_t i = 0; i < g->n; i++) m[i].community = i;
    if (g->edge_count == 0) return IGRAPH_SUCCESS;
    igraph_rng_t *before = igraph_rng_default();
    igraph_rng_set_default(&w->rng);
    igraph_error_t e = igraph_strength(&w->graph, &w->x, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, NULL);
    if (e == IGRAPH_SUCCESS)
        e = igraph_community_leiden(&w->graph, NULL, &w->x, 1.0 / (2.0 * (double)g->edge_count), 0.01, false, -1, &w->i,
                                    NULL, NULL);
    igraph_rng_set_default(before);
    for (size_t i = 0; e == IGRAPH_SUCCESS && i < g->n; i++) m[i].community = (size_t)VECTOR(w->i)[i];
    return e;
}

static igraph_error_t measure(work *w, const rt_graph *g, rt_graph_measure *m) {
    igraph_error_t e = betweenness(w, g, m);
    if (e == IGRAPH_SUCCESS) e = closeness(w, g, m);
    if (e == IGRAPH_SUCCESS) e = cuts(w, m);
    if (e == IGRAPH_SUCCESS) e = communities(w, g, m);
    return e;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

/* What was made is freed, whatever failed behind it. */
static igraph_error_t with_work(const rt_graph *g, rt_graph_measure *m) {
    work w;
    igraph_error_t e = igraph_rng_init(&w.rng, &igraph_rngtype_mt19937);
    if (e != IGRAPH_SUCCESS) return e;
    e = igraph_rng_seed(&w.rng, SEED);
    if (e == IGRAPH_SUCCESS && (e = igraph_vector_init(&w.x, 0)) == IGRAPH_SUCCESS) {
        if ((e = igraph_vector_int_init(&w.i, 0)) == IGRAPH_SUCCESS) {
            if ((e = make(&w, g)) == IGRAPH_SUCCESS) {
                e = measure(&w, g, m);
                igraph_destroy(&w.graph);
            }
            igraph_vector_int_destroy(&w.i);
        }
        igraph_vector_destroy(&w.x);
    }
    igraph_rng_destroy(&w.rng);
    return e;
}

rt_status rt_graph_measured(const rt_graph *graph, rt_arena *arena, rt_graph_measure **measures, rt_error *err) {
    igraph_error_handler_t *before =
        igraph_set_error_handler(igraph_error_handler_ignore); /* its own one ends the program */
    *measures = RT_NEW_N(arena, rt_graph_measure, graph->n + 1);
    const igraph_error_t e = with_work(graph, *measures);
    igraph_set_error_handler(before);
    return e == IGRAPH_SUCCESS ? rt_ok
                               : rt_fail(err, RT_LIMIT, "the network could not be measured: %s", igraph_strerror(e));
}
