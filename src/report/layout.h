/* Where the boxes of a network stand on a page: near each other as they are joined, none on top of another.
 *
 * Stress majorization (E. R. Gansner, Y. Koren, S. North, "Graph Drawing by Stress Majorization", GD 2004) over the
 * lengths of the shortest ways, from a start in rings around the first box; then boxes that overlap are pushed apart. A
 * pure function of what is given: no chance, no clock. */
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "report/picture.h"

typedef struct rt_laid_box {
    double width, height;
    rt_point at; /* its centre: set by the layout */
} rt_laid_box;

typedef struct rt_laid_link {
    size_t a, b; /* boxes, by their places */
    double room; /* how much the link needs beside the boxes' own sizes: for its label */
} rt_laid_link;

/* Lays n boxes out so that the upper left corner of all is at (0, 0); the first one stands in the middle of things.
 * Returns the extent of all. O(n^3) in boxes: for hundreds of them. */
rt_point rt_layout(rt_laid_box *boxes, size_t n, const rt_laid_link *links, size_t link_count, rt_arena *arena);
