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

/* Where it may stand in the order, when that is not certain. */
static void add_order(rt_draw *d, rt_cell *cell, const rt_value *order) {
    const rt_value *first = rt_value_first(order);
    if (first == NULL || first->integer == first->next->integer) return;
    rt_cell_break(d, cell);
    rt_cell_add(
        d, cell, RT_LABEL,
        rt_str_printf(d->arena, "%lld to %lld in order", (long long)first->integer, (long long)first->next->integer));
}

static bool same_where(const rt_value *a, const rt_value *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == RT_TEXT) return rt_str_eq(a->text, b->text);
    return a->kind == RT_NULL || rt_str_eq(text(a, "id"), text(b, "id"));
}

/* What another source gives of the same event, where it is something else: "by king-2014: about 2005 to 2009". */
static void add_version(rt_draw *d, rt_cell *cell, const rt_value *e, const rt_value *version) {
    const rt_str when = text(version, "when"), source = text(version, "dataset");
    const bool dated = when.len > 0 && !rt_str_eq(when, text(e, "when"));
    const bool placed = get(version, "where")->kind != RT_NULL && !same_where(get(version, "where"), get(e, "where"));
    if (!dated && !placed) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_DOUBTED, rt_str_printf(d->arena, "by %.*s: ", RT_FMT(source)));
    if (dated) rt_cell_add(d, cell, RT_DOUBTED, rt_date_words(d->arena, when, RT_MONTHS_SHORT));
    if (dated && placed) rt_cell_addz(d, cell, RT_DOUBTED, ", ");
    if (placed) rt_cell_names(d, cell, RT_DOUBTED, get(version, "where"));
}

void rt_draw_event(rt_draw *d, rt_table *t, const rt_value *e) {
    rt_cell *row = rt_table_row(t);
    const rt_str what = text(e, "what"), schema = schema_words(d, text(e, "schema"));
    rt_cell_add(d, &row[0], doubtful_when(e) ? RT_DOUBTED : RT_PLAIN, rt_when_words(d->arena, e));
    add_order(d, &row[0], get(e, "order"));
    rt_cell_value(d, &row[1], RT_S(""), e); /* stance and retraction, where the event has them */
    rt_cell_add(d, &row[1], RT_PLAIN, what.len > 0 ? what : schema);
    if (rt_value_count(get(e, "where")) > 0 || text(e, "where").len > 0) {
        rt_cell_addz(d, &row[1], RT_PLAIN, ", ");
        rt_cell_names(d, &row[1], RT_PLAIN, get(e, "where"));
    }
    if (rt_value_count(get(e, "who")) > 0) rt_cell_break(d, &row[1]);
    rt_cell_names(d, &row[1], RT_LABEL, get(e, "who"));
    for (const rt_value *v = rt_value_first(get(e, "versions")); v != NULL; v = v->next) add_version(d, &row[1], e, v);
    rt_cell_cite(d, &row[2], e);
}

/* "nothing known between 2013 and August 2016" */
static void gap_row(rt_draw *d, rt_table *t, const rt_value *gap) {
    rt_cell *row = rt_table_row(t);
    const rt_str after = rt_date_words(d->arena, text(gap, "after"), RT_MONTHS_LONG);
    const rt_str before = rt_date_words(d->arena, text(gap, "before"), RT_MONTHS_LONG);
    const int64_t n = rt_value_get_int(gap, RT_S("may_hold"));
    rt_cell_addz(d, &row[0], RT_LABEL, "...");
    rt_cell_add(d, &row[1], RT_LABEL,
                rt_str_printf(d->arena, "nothing known between %.*s and %.*s", RT_FMT(after), RT_FMT(before)));
    if (n == 0) return;
    rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, "; %lld of uncertain date may lie there", (long long)n));
}

/* What is not told is said too. */
static void draw_untold(rt_draw *d, const rt_value *view) {
    const size_t undated = rt_value_count(get(view, "undated")), unplaced = rt_value_count(get(view, "unplaced"));
    rt_cell cell = {0};
    if (undated + unplaced == 0) return;
    if (undated > 0)
        rt_cell_add(d, &cell, RT_LABEL, rt_str_printf(d->arena, "%zu without a date, at the end. ", undated));
    if (unplaced > 0) rt_cell_add(d, &cell, RT_LABEL, rt_str_printf(d->arena, "%zu without a place.", unplaced));
    rt_buf_add(d->out, RT_S("\n"));
    rt_draw_cell(d, &cell, 0, 0);
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
    draw_untold(d, view);
    if (is_set(view, "more")) rt_buf_add(d->out, RT_S("There is more than was looked at.\n"));
    rt_draw_notes(d);
}
