/* A network {nodes[{id, caption, schema}], edges[{from, to, type, what, when, derived, statements[]}]} for programs
 * that draw graphs. */
#pragma once

#include "cli/draw.h"

/* A number, text or flag ("true", "false") as these programs read it; empty for null. */
static inline rt_str rt_graph_text(rt_arena *arena, const rt_value *v) {
    if (v != NULL && v->kind == RT_BOOL) return v->boolean ? RT_S("true") : RT_S("false");
    return rt_scalar_text(arena, v);
}

rt_drawer rt_draw_dot;     /* Graphviz's language (graphviz.org/doc/info/lang.html) */
rt_drawer rt_draw_graphml; /* graphml.graphdrawing.org */
rt_drawer rt_draw_svg;     /* a picture: report/chart_network.h */
