#include "base/pick.h"
#include "cli/graph.h"
#include "cli/text.h"

/* A quoted string: a quote and a backslash are escaped, line ends become blanks; safe where a terminal reads it. */
static void quoted(rt_draw *d, rt_str s) {
    rt_buf *out = d->out;
    if (d->isolate) s = rt_text_made_safe(d->arena, s);
    rt_buf_byte(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '"' || s.at[i] == '\\') rt_buf_byte(out, '\\');
        rt_buf_byte(out, (unsigned char)s.at[i] < ' ' ? ' ' : s.at[i]);
    }
    rt_buf_byte(out, '"');
}

static void attribute(rt_draw *d, const char *name, rt_str value) {
    rt_buf_printf(d->out, " %s=", name);
    quoted(d, value);
}

/* People are round, events are notes, all else is square. */
static const char *shape_of(rt_str name) {
    const rt_schema *s = rt_schema_named(name);
    if (s != NULL && rt_schema_is(s, "Person")) return "ellipse";
    if (s != NULL && (rt_schema_is(s, "Event") || rt_schema_is(s, "Document"))) return "note";
    return "box";
}

/* Attributes that Graphviz does not know are kept for the programs behind it. */
static void write_measures(rt_draw *d, const rt_value *n) {
    static const char *const measures[] = {"degree", "betweenness", "closeness", "cut", "community"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        const rt_str x = rt_graph_text(d->arena, get(n, measures[i]));
        if (x.len > 0) attribute(d, measures[i], x);
    }
}

static void write_node(rt_draw *d, const rt_value *n) {
    rt_buf_add(d->out, RT_S("  "));
    quoted(d, text(n, "id"));
    rt_buf_add(d->out, RT_S(" ["));
    attribute(d, "label", text(n, "caption"));
    attribute(d, "shape", rt_str_of(shape_of(text(n, "schema"))));
    write_measures(d, n);
    rt_buf_add(d->out, RT_S(" ];\n"));
}

/* What is derived, doubted or taken back is no full line. */
static void write_edge(rt_draw *d, const rt_value *e) {
    const bool derived = rt_value_count(get(e, "derived")) > 0;
    rt_buf_add(d->out, RT_S("  "));
    quoted(d, text(e, "from"));
    rt_buf_add(d->out, RT_S(" -> "));
    quoted(d, text(e, "to"));
    rt_buf_add(d->out, RT_S(" ["));
    attribute(d, "label", text(e, "what"));
    if (derived) attribute(d, "style", RT_S("dashed"));
    if (!derived && (text(e, "stance").len > 0 || get(e, "retracted") != NULL)) attribute(d, "style", RT_S("dotted"));
    attribute(d, "tooltip", rt_names_joined(d->arena, get(e, "statements")));
    rt_buf_add(d->out, RT_S(" ];\n"));
}

void rt_draw_dot(rt_draw *d, const rt_value *view) {
    d->told_more = true; /* what a program reads holds no words for people */
    rt_buf_add(d->out, RT_S("digraph network {\n"));
    for (const rt_value *n = rt_value_first(get(view, "nodes")); n != NULL; n = n->next) write_node(d, n);
    for (const rt_value *e = rt_value_first(get(view, "edges")); e != NULL; e = e->next) write_edge(d, e);
    rt_buf_add(d->out, RT_S("}\n"));
}
