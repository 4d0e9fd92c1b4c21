/* Hypotheses with their evidence, and whose leaving out would change their order. */
#include "base/pick.h"
#include "cli/draw.h"

static rt_str number(rt_draw *d, const rt_value *v, const char *key) { return rt_scalar_text(d->arena, get(v, key)); }

static void rows(rt_draw *d, rt_table *t, const char *label, rt_style style, const rt_value *evidence) {
    for (const rt_value *v = rt_value_first(evidence); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], style, label);
        rt_cell_value(d, &row[1], RT_S(""), v);
        rt_cell_cite(d, &row[2], v);
    }
}

static void draw_hypothesis(rt_draw *d, const rt_value *h) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_TITLE, text(h, "caption"));
    rt_cell_add(d, &head, RT_LABEL,
                rt_str_printf(d->arena, "  for: %.*s, against: %.*s (origins)", RT_FMT(number(d, h, "for_origins")),
                              RT_FMT(number(d, h, "against_origins"))));
    rt_draw_cell(d, &head, 0, 2);
    rt_cell *row = rt_table_row(&t);
    rt_cell_addz(d, &row[0], RT_LABEL, "held by");
    rt_cell_cite(d, &row[2], h);
    rows(d, &t, "for", RT_AGREED, get(h, "for"));
    rows(d, &t, "against", RT_DENIAL, get(h, "against"));
    rt_table_draw(&t);
}

static void draw_without(rt_draw *d, const rt_value *without) {
    for (const rt_value *v = rt_value_first(without); v != NULL; v = v->next) {
        const rt_str name = text(v, "speaker").len > 0 ? text(v, "speaker") : text(v, "source");
        rt_cell line = {0};
        if (!is_set(v, "changes_order")) continue;
        rt_cell_addz(d, &line, RT_DOUBTED, "without ");
        rt_cell_add(d, &line, RT_PLAIN, name);
        rt_cell_addz(d, &line, RT_DOUBTED, " the order would be another");
        rt_draw_cell(d, &line, 0, 2);
    }
}

void rt_draw_hypotheses(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "hypotheses");
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (v != rt_value_first(list)) rt_buf_byte(d->out, '\n');
        draw_hypothesis(d, v);
    }
    if (rt_value_count(list) == 0) rt_buf_add(d->out, RT_S("nobody supposes anything\n"));
    if (rt_value_count(list) > 0) rt_buf_byte(d->out, '\n');
    draw_without(d, get(view, "without"));
    rt_draw_notes(d);
}
