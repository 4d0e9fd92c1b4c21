#include "base/pick.h"
#include "cli/draw.h"

/* "from" and "to" are the two ends of a journey. */
static const char *role_words(const rt_value *stay) {
    if (rt_str_is(text(stay, "role"), "startLocation")) return "from ";
    return rt_str_is(text(stay, "role"), "endLocation") ? "to " : "";
}

static void stay_row(rt_draw *d, rt_table *t, const rt_value *stay) {
    rt_cell *row = rt_table_row(t);
    const bool sure = rt_str_is(text(stay, "certainty"), "certain");
    const rt_schema *schema = rt_schema_named(text(stay, "schema"));
    rt_cell_add(d, &row[0], sure ? RT_PLAIN : RT_DOUBTED, rt_stay_words(d, stay));
    if (!sure) rt_cell_addz(d, &row[1], RT_DOUBTED, "possibly ");
    rt_cell_addz(d, &row[1], RT_PLAIN, role_words(stay));
    rt_cell_site(d, &row[1], get(stay, "place"));
    if (schema != NULL) rt_cell_addz(d, &row[1], RT_LABEL, ", ");
    if (schema != NULL) rt_cell_add(d, &row[1], RT_LABEL, rt_str_lower(d->arena, schema->label));
    rt_cell_cite(d, &row[2], stay);
}

static void gap_row(rt_draw *d, rt_table *t, const rt_value *gap) {
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "gap before it");
    rt_cell_add(d, &row[1], RT_PLAIN, rt_days_words(d, get(gap, "days")));
}

void rt_draw_movements(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 0), last = rt_table_of_statements(d, 0);
    for (const rt_value *s = rt_value_first(get(view, "stays")); s != NULL; s = s->next) stay_row(d, &t, s);
    rt_table_draw(&t);
    rt_draw_heading(d, RT_S("Last known place"));
    if (get(view, "last")->kind != RT_OBJECT)
        rt_cell_addz(d, &rt_table_row(&last)[0], RT_LABEL, "none");
    else
        stay_row(d, &last, get(view, "last"));
    if (get(view, "gap")->kind == RT_OBJECT) gap_row(d, &last, get(view, "gap"));
    rt_table_draw(&last);
    rt_draw_notes(d);
}
