/* How two are joined, a table a way. */
#include "base/pick.h"
#include "cli/draw.h"

static const rt_value *node_of(const rt_value *nodes, rt_str id) {
    const rt_value *v = rt_value_first(nodes);
    while (v != NULL && !rt_str_eq(text(v, "id"), id)) v = v->next;
    return v;
}

void rt_cell_node(rt_draw *d, rt_cell *cell, const rt_value *nodes, rt_str id) {
    const rt_value *node = node_of(nodes, id);
    bool shared = false;
    rt_cell_entity(d, cell, RT_PLAIN, node);
    for (const rt_value *v = rt_value_first(nodes); v != NULL && !shared; v = v->next)
        shared = v != node && rt_str_eq(text(v, "caption"), text(node, "caption"));
    if (!shared) return;
    rt_cell_addz(d, cell, RT_LABEL, " (");
    rt_cell_add(d, cell, RT_LABEL, id);
    rt_cell_addz(d, cell, RT_LABEL, ")");
}

/* "A → B", and when, as far as it is dated. */
rt_cell *rt_draw_tie(rt_draw *d, rt_table *t, const rt_value *nodes, const rt_value *edge) {
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_LABEL, text(edge, "what"));
    rt_cell_value(d, &row[1], RT_S(""), edge); /* stance and retraction, where it has them */
    rt_cell_node(d, &row[1], nodes, text(edge, "from"));
    rt_cell_addz(d, &row[1], RT_LABEL, " \xe2\x86\x92 ");
    rt_cell_node(d, &row[1], nodes, text(edge, "to"));
    if (rt_value_count(get(edge, "span")) > 0) {
        rt_cell_break(d, &row[1]);
        rt_cell_add(d, &row[1], RT_LABEL, rt_when_words(d->arena, edge));
    }
    if (get(edge, "place") != NULL) {
        rt_cell_break(d, &row[1]);
        rt_cell_site(d, &row[1], get(edge, "place"));
        rt_cell_addz(d, &row[1], RT_LABEL, ", ");
        rt_cell_add(d, &row[1], RT_LABEL, rt_days_words(d, get(edge, "days")));
        for (const rt_value *s = rt_value_first(get(edge, "stays")); s != NULL; s = s->next) {
            rt_cell_break(d, &row[1]);
            rt_cell_add(d, &row[1], RT_LABEL, rt_stay_words(d, s));
        }
    }
    rt_cell_cite(d, &row[2], edge);
    return row;
}

/* "2 steps, support 1, by none of the steps above" */
static rt_str heading_of(rt_draw *d, const rt_value *way, bool first) {
    const rt_str why = text(way, "why");
    const size_t steps = rt_value_count(get(way, "edges"));
    const char *more = "";
    if (rt_str_is(why, "supported")) more = ", better supported than those above";
    if (rt_str_is(why, "apart") && !first) more = ", by none of the steps above";
    return rt_str_printf(d->arena, "%zu step%s, support %.*s%s", steps, steps == 1 ? "" : "s",
                         RT_FMT(rt_scalar_text(d->arena, get(way, "support"))), more);
}

static void draw_one(rt_draw *d, const rt_value *one) {
    rt_cell line = {0};
    rt_cell_addz(d, &line, RT_PLAIN, "both are one in this case: ");
    rt_cell_entity(d, &line, RT_TITLE, one);
    rt_cell_addz(d, &line, RT_LABEL, " ");
    rt_cell_add(d, &line, RT_LABEL, text(one, "id"));
    rt_draw_cell(d, &line, 0, 2);
}

static void draw_way(rt_draw *d, const rt_value *way, bool first) {
    const rt_value *nodes = get(way, "nodes"), *edges = get(way, "edges");
    rt_table t = rt_table_of_statements(d, 2);
    if (rt_value_count(edges) == 0) {
        draw_one(d, rt_value_first(nodes));
        return;
    }
    rt_draw_heading(d, heading_of(d, way, first));
    for (const rt_value *e = rt_value_first(edges); e != NULL; e = e->next) {
        rt_draw_tie(d, &t, nodes, e);
        for (const rt_value *a = rt_value_first(get(e, "also")); a != NULL; a = a->next) rt_draw_tie(d, &t, nodes, a);
    }
    rt_table_draw(&t);
}

void rt_draw_path(rt_draw *d, const rt_value *view) {
    const rt_value *paths = get(view, "paths");
    for (const rt_value *way = rt_value_first(paths); way != NULL; way = way->next)
        draw_way(d, way, way == rt_value_first(paths));
    if (rt_value_count(paths) == 0) rt_buf_add(d->out, RT_S("nothing joins them\n"));
    d->told_more = true;
    if (is_set(view, "more"))
        rt_buf_add(
            d->out,
            RT_S(
                "\nThere may be more: not all that was found is shown (--paths), or the search ended at its bound.\n"));
    rt_draw_notes(d);
}
