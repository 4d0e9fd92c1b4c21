#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static bool doubtful_when(const rt_value *e) {
    const rt_str when = text(e, "when");
    for (size_t i = 0; i < when.len; i++)
        if (when.at[i] == '[' || when.at[i] == '?' || when.at[i] == '~' || when.at[i] == '%' || when.at[i] == 'X')
            return true;
    return when.len == 0;
}

static rt_str schema_words(rt_draw *d, rt_str name) {
    const rt_schema *schema = rt_schema_named(name);
    return rt_str_lower(d->arena, schema != NULL ? schema->label : name);
}

void rt_draw_event(rt_draw *d, rt_table *t, const rt_value *e) {
    rt_cell *row = rt_table_row(t);
    const rt_str what = text(e, "what"), schema = schema_words(d, text(e, "schema"));
    rt_cell_add(d, &row[0], doubtful_when(e) ? RT_DOUBTED : RT_PLAIN, rt_when_words(d->arena, e));
    rt_cell_value(d, &row[1], RT_S(""), e); /* stance and retraction, where the event has them */
    rt_cell_add(d, &row[1], RT_PLAIN, what.len > 0 ? what : schema);
    if (rt_value_count(get(e, "where")) > 0 || text(e, "where").len > 0) {
        rt_cell_addz(d, &row[1], RT_PLAIN, ", ");
        rt_cell_names(d, &row[1], RT_PLAIN, get(e, "where"));
    }
    if (rt_value_count(get(e, "who")) > 0) rt_cell_break(d, &row[1]);
    rt_cell_names(d, &row[1], RT_LABEL, get(e, "who"));
    rt_cell_cite(d, &row[2], e);
}

static void gap_row(rt_draw *d, rt_table *t, const rt_value *gap) {
    rt_cell *row = rt_table_row(t);
    const rt_str from = rt_date_words(d->arena, text(gap, "from"), RT_MONTHS_SHORT);
    const rt_str to = rt_date_words(d->arena, text(gap, "to"), RT_MONTHS_SHORT);
    rt_cell_addz(d, &row[0], RT_LABEL, "...");
    rt_cell_add(d, &row[1], RT_LABEL,
                rt_str_printf(d->arena, "nothing known from %.*s to %.*s", RT_FMT(from), RT_FMT(to)));
}

static rt_str first_day(rt_arena *arena, const rt_value *e) {
    return rt_scalar_text(arena, rt_value_first(get(e, "span")));
}

void rt_draw_timeline(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 0);
    const rt_value *gap = rt_value_first(get(view, "gaps"));
    for (const rt_value *e = rt_value_first(get(view, "events")); e != NULL; e = e->next) {
        const rt_str day = first_day(d->arena, e);
        for (; gap != NULL && day.len > 0 && rt_str_cmp(text(gap, "from"), day) < 0; gap = gap->next)
            gap_row(d, &t, gap);
        rt_draw_event(d, &t, e);
    }
    for (; gap != NULL; gap = gap->next) gap_row(d, &t, gap);
    if (t.first == NULL) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_addz(d, &row[0], RT_LABEL, "no dated events");
    }
    rt_table_draw(&t);
    rt_draw_notes(d);
}
