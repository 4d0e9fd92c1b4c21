/* A network {nodes[{id, caption, schema}], edges[{from, to, type, what, when, derived, statements[]}]} for programs
 * that draw graphs. */
#pragma once

#include "cli/draw.h"

rt_drawer rt_draw_dot;     /* Graphviz's language (graphviz.org/doc/info/lang.html) */
rt_drawer rt_draw_graphml; /* graphml.graphdrawing.org */
