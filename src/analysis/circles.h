/* The circles of a directed graph: its strongly connected components (R. Tarjan, "Depth-first search and linear graph
 * algorithms", SIAM J. Comput. 1(2), 1972), without recursion. */
#pragma once

#include "analysis/sayings.h"

/* Gives each of the n nodes its component; numbers rise from those that lead nowhere: no edge leads from a component to
 * one with a greater number. Returns how many there are. Sorts the edges. O(nodes + edges log edges). */
size_t rt_circles_of(size_t n, rt_echo *edges, size_t edge_count, size_t *component, rt_arena *arena);
