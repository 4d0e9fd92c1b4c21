/* Measures of the network that a view shows: the same for the same network, in whatever order it was found. */
#pragma once

#include "analysis/graph.h"
#include "base/str.h"

/* Two nodes that are joined, by their places in the list of ids. */
typedef struct rt_joined {
    size_t a, b;
} rt_joined;

typedef struct rt_measure {
    size_t degree;          /* with how many others it is joined */
    rt_graph_measure graph; /* communities are numbered from 1 on: the largest first, of equals that of the first id */
} rt_measure;

typedef struct rt_measures {
    rt_measure *at; /* one for each id, in their order */
    bool measured;  /* false: igraph was left out of this build, and only degrees are known */
} rt_measures;

/* Measures the network of these ids (each once) and pairs (which may repeat, and lead to themselves). */
RT_RESULT rt_measures_of(rt_strs ids, const rt_joined *pairs, size_t n, rt_arena *arena, rt_measures *measures,
                         rt_error *err);
