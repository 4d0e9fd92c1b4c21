/* What is measured on a network: how much a node stands between others, how near it is to them, which nodes belong
 * together. Measured by igraph (igraph.org), which stands in graph_igraph.c alone and can be left out of a build: then
 * nothing is measured.
 *
 * Nodes are numbers from 0 on. What comes out depends on the numbers only: who wants it to be the same for the same
 * network numbers its nodes by something that belongs to them (measures.h does). */
#pragma once

#include "base/arena.h"
#include "base/status.h"

typedef struct rt_graph {
    size_t n;
    const size_t (*edges)[2]; /* each pair once, without direction; none leads from a node to itself */
    size_t edge_count;
} rt_graph;

typedef struct rt_graph_measure {
    double betweenness; /* L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40(1),
                           1977: the share of pairs of other nodes, 0 to 1, whose shortest ways lead over this one */
    double closeness;   /* the mean of 1 / distance to all others, 0 to 1 (harmonic: who is not reached counts 0) */
    bool cut;           /* without it, some that are joined now would not be */
    size_t community;   /* any number: equal ones belong together. V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain
                           to Leiden", Scientific Reports 9, 2019, by modularity, from a fixed seed */
} rt_graph_measure;

/* One for each node, in the arena; NULL where igraph was left out. O(nodes * edges). RT_LIMIT when igraph gives up. */
RT_RESULT rt_graph_measured(const rt_graph *graph, rt_arena *arena, rt_graph_measure **measures, rt_error *err);
