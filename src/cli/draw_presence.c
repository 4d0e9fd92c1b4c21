#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

rt_str rt_days_words(rt_draw *d, const rt_value *days) {
    const rt_value *least = rt_value_first(days), *most = least->next;
    const rt_str from = rt_scalar_text(d->arena, least), to = rt_scalar_text(d->arena, most);
    if (least->kind == RT_NULL) return RT_S("for as long as both go on");
    if (most->kind == RT_NULL)
        return rt_str_printf(d->arena, "%.*s day%s or more", RT_FMT(from), least->integer == 1 ? "" : "s");
    const char *s = most->integer == 1 ? "" : "s";
    if (least->integer == most->integer) return rt_str_printf(d->arena, "%.*s day%s", RT_FMT(to), s);
    return rt_str_printf(d->arena, "%.*s to %.*s day%s", RT_FMT(from), RT_FMT(to), s);
}

static rt_style style_of(rt_str certainty) {
    if (rt_str_is(certainty, "certain")) return RT_AGREED;
    return rt_str_is(certainty, "possible") ? RT_DOUBTED : RT_DENIAL;
}

/* Where no one EDTF text says it, its two ends do, which may each be somewhere in many years. */
rt_str rt_stay_words(rt_draw *d, const rt_value *stay) {
    const rt_str start = text(stay, "start"), end = text(stay, "end");
    if (text(stay, "when").len > 0 || start.len == 0 || end.len == 0) return rt_when_words(d->arena, stay);
    const rt_str from = rt_date_words(d->arena, start, RT_MONTHS_SHORT);
    if (rt_str_eq(start, end)) return rt_str_printf(d->arena, "some time %.*s", RT_FMT(from));
    const rt_str to = rt_date_words(d->arena, end, RT_MONTHS_SHORT);
    return rt_str_printf(d->arena, "from %.*s, to %.*s", RT_FMT(from), RT_FMT(to));
}

/* "A: 2006 to 2012, by pentagon-2014" */
static void add_stay(rt_draw *d, rt_cell *cell, const rt_value *who, const rt_value *stay) {
    const rt_str source = text(stay, "dataset");
    rt_cell_break(d, cell);
    rt_cell_entity(d, cell, RT_LABEL, who);
    rt_cell_addz(d, cell, RT_LABEL, ": ");
    rt_cell_add(d, cell, RT_LABEL, rt_stay_words(d, stay));
    if (source.len == 0) return;
    rt_cell_addz(d, cell, RT_LABEL, ", by ");
    rt_cell_add(d, cell, RT_LABEL, source);
}

void rt_cell_site(rt_draw *d, rt_cell *cell, const rt_value *place) {
    if (place->kind == RT_TEXT)
        rt_cell_add(d, cell, RT_PLAIN, place->text);
    else
        rt_cell_entity(d, cell, RT_PLAIN, place);
}

static void add_row(rt_draw *d, rt_table *t, const rt_value *o) {
    rt_cell *row = rt_table_row(t);
    const rt_str certainty = text(o, "certainty");
    const bool shared = !rt_str_is(certainty, "impossible");
    rt_cell_add(d, &row[0], style_of(certainty), certainty);
    if (shared) rt_cell_break(d, &row[0]);
    if (shared) rt_cell_add(d, &row[0], RT_LABEL, rt_days_words(d, get(o, "days")));
    rt_cell_addz(d, &row[1], RT_PLAIN, "with ");
    rt_cell_entity(d, &row[1], RT_TITLE, get(o, "b"));
    rt_cell_addz(d, &row[1], RT_PLAIN, ", ");
    rt_cell_site(d, &row[1], get(o, "place"));
    if (is_set(o, "together")) rt_cell_addz(d, &row[1], RT_PLAIN, ", in one event");
    add_stay(d, &row[1], get(o, "a"), get(o, "stay_a"));
    if (!is_set(o, "together")) add_stay(d, &row[1], get(o, "b"), get(o, "stay_b"));
    rt_cell_cite(d, &row[2], o);
}

void rt_draw_presence(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 0);
    for (const rt_value *o = rt_value_first(get(view, "overlaps")); o != NULL; o = o->next) add_row(d, &t, o);
    if (t.first == NULL) {
        rt_cell none = {0};
        const bool two = rt_value_count(get(view, "about")) > 1;
        rt_cell_addz(d, &none, RT_LABEL, two ? "no stays at one place" : "nobody who may have been where they were");
        rt_draw_cell(d, &none, 0, 0);
    }
    rt_table_draw(&t);
    rt_draw_notes(d);
}
