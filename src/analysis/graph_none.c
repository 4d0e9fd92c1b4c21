/* In place of graph_igraph.c: in libredthread, and in builds without igraph. */
#include "analysis/graph.h"

rt_status rt_graph_measured(const rt_graph *graph, rt_arena *arena, rt_graph_measure **measures, rt_error *err) {
    (void)graph;
    (void)arena;
    (void)err;
    *measures = NULL;
    return rt_ok;
}
