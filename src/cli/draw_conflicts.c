/* Contradictions, each with its sides beside each other: of the dossier and of the view. */
#include "base/pick.h"
#include "cli/draw.h"

enum { SIDES_ACROSS = 4, NARROWEST_SIDE = 22 };

static void side(rt_draw *d, rt_cell *cell, rt_str rule, const rt_value *v) {
    const bool date = rt_str_find(rule, RT_S("ate")) != SIZE_MAX || rt_str_find(rule, RT_S("birth")) != SIZE_MAX;
    rt_cell_value(d, cell, date ? RT_S("date") : RT_S(""), v);
    rt_cell_cite(d, cell, v);
}

/* Columns of equal width. */
static rt_table sides_table(rt_draw *d, size_t n) {
    const unsigned indent = 4, gaps = 2 * (unsigned)(n - 1);
    rt_table t = rt_table_new(d, n, indent);
    for (size_t i = 0; i < n; i++)
        t.exact[i] = d->width > indent + gaps + n ? (d->width - indent - gaps) / (unsigned)n : 1;
    return t;
}

/* Whom or what it is about, where that is not whom the page is about. */
static void add_about(rt_draw *d, rt_cell *head, rt_str about, const rt_value *conflict) {
    const rt_value *entity = get(conflict, "entity");
    if (rt_str_eq(text(entity, "id"), about)) return;
    rt_cell_addz(d, head, RT_LABEL, "  ");
    rt_cell_entity(d, head, RT_PLAIN, entity);
}

static void draw_conflict(rt_draw *d, rt_str about, const rt_value *conflict, bool explained) {
    const rt_value *sides = get(conflict, "sides");
    const size_t n = rt_value_count(sides);
    const bool across = n > 0 && n <= SIDES_ACROSS && d->width >= n * NARROWEST_SIDE;
    const rt_str rule = text(conflict, "rule");
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_ALARM, rt_prop_words(d->arena, rule));
    if (text(conflict, "certainty").len > 0)
        rt_cell_add(d, &head, RT_LABEL, rt_str_printf(d->arena, " (%.*s)", RT_FMT(text(conflict, "certainty"))));
    add_about(d, &head, about, conflict);
    if (explained) rt_cell_add(d, &head, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(conflict, "why"))));
    rt_draw_cell(d, &head, 2, 2);
    rt_table t = sides_table(d, across ? n : 1);
    rt_cell *row = NULL;
    size_t i = 0;
    for (const rt_value *v = rt_value_first(sides); v != NULL; v = v->next, i++) {
        if (i == 0 || !across) row = rt_table_row(&t);
        side(d, &row[across ? i : 0], rule, v);
    }
    rt_table_draw(&t);
}

void rt_draw_conflict_list(rt_draw *d, const rt_value *view, bool explained) {
    const rt_str of_view = text(get(view, "about"), "id"), about = of_view.len > 0 ? of_view : text(view, "id");
    for (const rt_value *v = rt_value_first(get(view, "conflicts")); v != NULL; v = v->next) {
        if (v != rt_value_first(get(view, "conflicts"))) rt_buf_byte(d->out, '\n');
        draw_conflict(d, about, v, explained);
    }
}

void rt_draw_conflicts(rt_draw *d, const rt_value *view) {
    if (rt_value_count(get(view, "conflicts")) == 0) rt_buf_add(d->out, RT_S("nothing contradicts anything\n"));
    rt_draw_conflict_list(d, view, true);
    rt_draw_notes(d);
}
