/* Ties of a network, those of one kind together. */
#include "base/pick.h"
#include "cli/draw.h"

typedef enum kind { RELATION, DERIVED, MENTION } kind;

static kind kind_of(const rt_value *edge) {
    if (rt_value_count(get(edge, "derived")) > 0) return DERIVED;
    return text(edge, "relation").len > 0 ? RELATION : MENTION;
}

/* "possibly: a sibling's cousin may be a shared cousin" */
static void draw_rules(rt_draw *d, rt_cell *cell, const rt_value *derived) {
    const bool sure = rt_str_is(text(derived, "certainty"), "certain");
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, sure ? RT_LABEL : RT_DOUBTED, sure ? RT_S("follows: ") : RT_S("possibly: "));
    for (const rt_value *v = rt_value_first(get(derived, "rules")); v != NULL; v = v->next) {
        if (v != rt_value_first(get(derived, "rules"))) rt_cell_addz(d, cell, RT_LABEL, "; ");
        rt_cell_add(d, cell, RT_LABEL, v->text);
    }
}

static void draw_kind(rt_draw *d, const rt_value *view, kind wanted, rt_str heading) {
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *e = rt_value_first(get(view, "edges")); e != NULL; e = e->next) {
        if (kind_of(e) != wanted) continue;
        rt_cell *row = rt_draw_tie(d, &t, get(view, "nodes"), e);
        if (wanted == DERIVED) draw_rules(d, &row[1], get(e, "derived"));
    }
    if (t.first == NULL) return;
    rt_draw_heading(d, heading);
    rt_table_draw(&t);
}

void rt_draw_network(rt_draw *d, const rt_value *view) {
    draw_kind(d, view, RELATION, RT_S("Relations"));
    draw_kind(d, view, DERIVED, RT_S("Kinship that follows"));
    draw_kind(d, view, MENTION, RT_S("Events, documents, addresses"));
    if (rt_value_count(get(view, "edges")) == 0) rt_buf_add(d->out, RT_S("joined with nobody\n"));
    if (is_set(view, "more")) rt_buf_add(d->out, RT_S("\nThere is more than is shown.\n"));
    rt_draw_notes(d);
}
