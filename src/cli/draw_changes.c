/* What changed since a day. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static const struct {
    const char *key, *heading;
    rt_style style;
} lists[] = {
    {"retracted", "Retracted", RT_RETRACTED},
    {"replaced", "Replaced", RT_RETRACTED},
    {"judged", "Judged", RT_PLAIN},
    {"came", "Came onto a list", RT_PLAIN},
    {"left", "Left a list", RT_RETRACTED},
    {"dropped", "No longer said by a list", RT_RETRACTED},
    {"added", "Added", RT_PLAIN},
    {"linked", "Linked", RT_PLAIN},
    {"decided", "Decided", RT_PLAIN},
    {"documents", "Documents", RT_PLAIN},
    {"sent", "Went out", RT_PLAIN},
    {"erased", "Erased", RT_ALARM},
};
enum { LISTS = sizeof lists / sizeof *lists };

static void add_why(rt_draw *d, rt_cell *cell, const rt_value *row) {
    if (text(row, "why").len == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "why: %.*s", RT_FMT(text(row, "why"))));
}

static void add_recorded(rt_draw *d, rt_cell *cell, const rt_value *row) {
    rt_cell_break(d, cell);
    rt_cell_add(
        d, cell, RT_LABEL,
        rt_str_printf(d->arena, "recorded %.*s by %.*s",
                      RT_FMT(rt_date_words(d->arena, rt_str_cut(text(row, "recorded_at"), 10), RT_MONTHS_SHORT)),
                      RT_FMT(text(row, "recorded_by"))));
}

/* "same  A and B, unsure before" */
static void add_judgement(rt_draw *d, rt_cell *cell, const rt_value *row) {
    const rt_str before = text(row, "before");
    rt_cell_add(d, cell, RT_PLAIN, text(row, "judgement"));
    rt_cell_addz(d, cell, RT_PLAIN, ": ");
    rt_cell_entity(d, cell, RT_PLAIN, get(row, "a"));
    rt_cell_addz(d, cell, RT_LABEL, " and ");
    rt_cell_entity(d, cell, RT_PLAIN, get(row, "b"));
    if (before.len > 0) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, " (before: %.*s)", RT_FMT(before)));
}

static void add_edition(rt_draw *d, rt_cell *cell, const rt_value *row) {
    if (text(row, "edition").len == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_LABEL,
                rt_str_printf(d->arena, "%.*s, edition of %.*s", RT_FMT(text(row, "dataset")),
                              RT_FMT(rt_date_words(d->arena, rt_str_cut(text(row, "edition"), 10), RT_MONTHS_LONG))));
}

static void add_erasure(rt_draw *d, rt_cell *cell, const rt_value *row) {
    rt_cell_add(d, cell, RT_ALARM,
                rt_str_printf(d->arena, "%lld entr%s, on the order of %.*s", (long long)integer(row, "entries"),
                              integer(row, "entries") == 1 ? "y" : "ies", RT_FMT(text(row, "authority"))));
}

/* What the value means, where that is known. */
static rt_str value_words(rt_draw *d, const rt_value *row) {
    const rt_prop *prop = rt_draw_prop(d, text(row, "prop"));
    if (get(row, "means") != NULL) return text(get(row, "means"), "caption");
    if (text(row, "label").len > 0) return text(row, "label");
    const bool date = prop != NULL && prop->type == &rt_types[RT_TYPE_DATE];
    return date ? rt_date_words(d->arena, text(row, "value"), RT_MONTHS_LONG) : text(row, "value");
}

static void add_statement(rt_draw *d, rt_cell *cell, const rt_value *row, rt_style style) {
    const rt_stance_look *look = rt_stance_look_of(text(row, "stance"));
    rt_cell_add(d, cell, RT_LABEL, rt_prop_words(d->arena, text(row, "prop")));
    rt_cell_addz(d, cell, RT_LABEL, " ");
    if (look != NULL) rt_cell_addz(d, cell, look->style, look->value_words);
    rt_cell_add(d, cell, style, value_words(d, row));
}

static void add_what(rt_draw *d, rt_cell *cell, const rt_value *row, rt_style style) {
    if (get(row, "judgement") != NULL) add_judgement(d, cell, row);
    if (get(row, "authority") != NULL) add_erasure(d, cell, row);
    if (get(row, "sent_to") != NULL)
        rt_cell_add(d, cell, RT_PLAIN,
                    rt_str_printf(d->arena, "%.*s to %.*s", RT_FMT(rt_names_joined(d->arena, get(row, "formats"))),
                                  RT_FMT(text(row, "sent_to"))));
    if (get(row, "title") != NULL) rt_cell_add(d, cell, RT_PLAIN, text(row, "title"));
    if (get(row, "value") != NULL)
        add_statement(d, cell, row, style);
    else if (style == RT_RETRACTED)
        rt_cell_addz(d, cell, style, "no longer on it");
    if (text(row, "decision").len > 0)
        rt_cell_add(d, cell, RT_PLAIN, rt_str_printf(d->arena, " %.*s", RT_FMT(text(row, "decision"))));
    if (text(row, "link").len > 0)
        rt_cell_add(d, cell, RT_PLAIN, rt_str_printf(d->arena, " %.*s this", RT_FMT(text(row, "link"))));
}

static void draw_row(rt_draw *d, rt_table *t, const rt_value *row, rt_style style) {
    rt_cell *cells = rt_table_row(t);
    if (get(row, "entity") != NULL) rt_cell_entity(d, &cells[0], RT_PLAIN, get(row, "entity"));
    add_what(d, &cells[1], row, style);
    add_edition(d, &cells[1], row);
    add_why(d, &cells[1], row);
    if (style != RT_PLAIN || get(row, "prop") == NULL || text(row, "why").len > 0) add_recorded(d, &cells[1], row);
    if (rt_value_count(get(row, "statements")) > 0) rt_cell_cite(d, &cells[2], row);
    if (rt_value_count(get(row, "statements")) == 0) rt_cell_add(d, &cells[2], RT_NOTE, text(row, "id"));
}

static void draw_list(rt_draw *d, const rt_value *view, size_t i) {
    const rt_value *list = get(view, lists[i].key);
    const int64_t n = integer(get(view, "counts"), lists[i].key);
    rt_table t = rt_table_of_statements(d, 2);
    if (n == 0) return;
    rt_draw_heading(d, rt_str_printf(d->arena, "%s: %lld", lists[i].heading, (long long)n));
    for (const rt_value *row = rt_value_first(list); row != NULL; row = row->next) draw_row(d, &t, row, lists[i].style);
    rt_table_draw(&t);
    if (n > (int64_t)rt_value_count(list)) {
        rt_cell more = {0};
        rt_cell_add(d, &more, RT_LABEL,
                    rt_str_printf(d->arena, "and %lld more (--all lists them)",
                                  (long long)n - (long long)rt_value_count(list)));
        rt_draw_cell(d, &more, 2, 4);
    }
}

static void draw_datasets(rt_draw *d, const rt_value *view) {
    const rt_value *datasets = get(view, "datasets");
    rt_table t = rt_table_new(d, 2, 2);
    if (rt_value_count(datasets) < 2) return;
    rt_draw_heading(d, RT_S("New statements by dataset"));
    for (const rt_value *v = rt_value_first(datasets); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_PLAIN, v->key);
        rt_cell_add(d, &row[1], RT_PLAIN, rt_scalar_text(d->arena, v));
    }
    rt_table_draw(&t);
}

void rt_draw_changes(rt_draw *d, const rt_value *view) {
    bool any = false;
    rt_cell title = {0};
    if (get(view, "about")->kind == RT_OBJECT) {
        rt_cell_entity(d, &title, RT_TITLE, get(view, "about"));
        rt_cell_addz(d, &title, RT_LABEL, ", ");
    }
    rt_cell_add(d, &title, RT_LABEL, rt_str_printf(d->arena, "since %.*s", RT_FMT(text(view, "since"))));
    rt_draw_cell(d, &title, 0, 2);
    for (size_t i = 0; i < LISTS; i++) any = any || integer(get(view, "counts"), lists[i].key) > 0;
    if (!any) rt_draw_heading(d, RT_S("Nothing changed"));
    draw_datasets(d, view);
    for (size_t i = 0; i < LISTS; i++) draw_list(d, view, i);
    rt_draw_notes(d);
}
