/* What each source holds and lacks. */
#include "base/pick.h"
#include "cli/draw.h"
#include "model/grades.h"

static void draw_holds(rt_draw *d, const rt_value *source) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_str before = {0};
    for (const rt_value *v = rt_value_first(get(source, "holds")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        if (!rt_str_eq(before, text(v, "prop"))) rt_cell_add(d, &row[0], RT_LABEL, rt_prop_label(d, text(v, "prop")));
        before = text(v, "prop");
        rt_cell_value(d, &row[1], before, v);
        rt_cell_cite(d, &row[2], v);
    }
    rt_table_draw(&t);
}

/* The titles of documents, whose ids tell people nothing. */
static void add_sources(rt_draw *d, rt_cell *cell, const rt_value *names, const rt_value *sources) {
    for (const rt_value *n = rt_value_first(names); n != NULL; n = n->next) {
        rt_str shown = n->text;
        const char *unused;
        for (const rt_value *s = rt_is_id(shown, &unused) ? rt_value_first(sources) : NULL; s != NULL; s = s->next)
            if (rt_str_eq(text(s, "source"), n->text) && text(s, "title").len > 0) shown = text(s, "title");
        rt_cell_addz(d, cell, RT_LABEL, n == rt_value_first(names) ? "held by " : ", ");
        rt_cell_add(d, cell, RT_LABEL, shown);
    }
}

static void draw_lacks(rt_draw *d, const rt_value *source, const rt_value *sources) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_cell head = {0};
    if (rt_value_count(get(source, "lacks")) == 0) return;
    rt_cell_addz(d, &head, RT_DOUBTED, "lacks");
    rt_draw_cell(d, &head, 2, 0);
    for (const rt_value *v = rt_value_first(get(source, "lacks")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_LABEL, rt_prop_label(d, text(v, "prop")));
        rt_cell_value(d, &row[1], text(v, "prop"), v);
        add_sources(d, &row[2], get(v, "held_by"), sources);
    }
    rt_table_draw(&t);
}

static void draw_source(rt_draw *d, const rt_value *source, const rt_value *sources) {
    const rt_str title = text(source, "title"), speaker = text(source, "speaker"), name = text(source, "source");
    RT_AUTO(rt_buf) head = {0};
    rt_buf_add(&head, title.len > 0 ? title : name);
    if (title.len > 0 && name.len > 0) rt_buf_printf(&head, " (%.*s)", RT_FMT(name));
    if (speaker.len > 0 && !rt_str_eq(speaker, title)) rt_buf_printf(&head, ", %.*s", RT_FMT(speaker));
    rt_draw_heading(d, rt_str_copy(d->arena, rt_buf_str(&head)));
    draw_holds(d, source);
    draw_lacks(d, source, sources);
}

void rt_draw_sources(rt_draw *d, const rt_value *view) {
    const rt_value *sources = get(view, "sources");
    for (const rt_value *v = rt_value_first(sources); v != NULL; v = v->next) draw_source(d, v, sources);
    if (rt_value_count(sources) == 0) rt_buf_add(d->out, RT_S("no source holds anything\n"));
    rt_draw_notes(d);
}
