/* Who knew what when: what had reached them, and what had not. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

/* "since 2009", "by Dec 2016", or nothing where no date is told. */
static rt_str since_words(rt_draw *d, const rt_value *row) {
    const rt_value *first = rt_value_first(get(row, "span"));
    if (text(row, "since").len > 0)
        return rt_str_printf(d->arena, "since %.*s",
                             RT_FMT(rt_date_words(d->arena, text(row, "since"), RT_MONTHS_SHORT)));
    if (first == NULL) return RT_S("no date told");
    const rt_str from = rt_scalar_text(d->arena, first), to = rt_scalar_text(d->arena, first->next);
    if (to.len == 0)
        return rt_str_printf(d->arena, "after %.*s", RT_FMT(rt_date_words(d->arena, from, RT_MONTHS_SHORT)));
    return rt_str_printf(d->arena, "by %.*s", RT_FMT(rt_date_words(d->arena, to, RT_MONTHS_SHORT)));
}

/* "possibly: Andre Jacob, author of his assessment, since 2006" */
static rt_cell way_of(rt_draw *d, const rt_value *row, bool holder) {
    const rt_value *through = get(row, "through");
    rt_cell cell = {0};
    if (rt_str_is(text(row, "reached"), "possible")) rt_cell_addz(d, &cell, RT_DOUBTED, "possibly: ");
    if (holder || rt_value_count(get(row, "by")) > 0) {
        rt_cell_entity(d, &cell, RT_PLAIN, get(row, "holder"));
        if (rt_value_count(get(row, "by")) > 0)
            rt_cell_add(d, &cell, RT_LABEL,
                        rt_str_printf(d->arena, " (%.*s of theirs)", RT_FMT(text(get(row, "by"), "as"))));
        rt_cell_addz(d, &cell, RT_LABEL, ", ");
    }
    rt_cell_add(d, &cell, RT_LABEL, text(row, "how"));
    if (rt_value_count(through) > 0 && !rt_str_eq(text(through, "id"), text(get(row, "about"), "id"))) {
        rt_cell_addz(d, &cell, RT_LABEL, " of ");
        rt_cell_entity(d, &cell, RT_LABEL, through);
    }
    rt_cell_addz(d, &cell, RT_LABEL, ", ");
    rt_cell_add(d, &cell, RT_LABEL, since_words(d, row));
    return cell;
}

static bool same_way(const rt_value *a, const rt_value *b) {
    static const char *const texts[] = {"since", "reached", "how"}, *const entities[] = {"holder", "through", "by",
                                                                                         "about"};
    const rt_value *x = rt_value_first(get(a, "span")), *y = rt_value_first(get(b, "span"));
    bool same = true;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        same = same && rt_str_eq(text(a, texts[i]), text(b, texts[i]));
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        same = same && rt_str_eq(text(get(a, entities[i]), "id"), text(get(b, entities[i]), "id")) &&
               rt_str_eq(text(get(a, entities[i]), "caption"), text(get(b, entities[i]), "caption"));
    for (; same && x != NULL && y != NULL; x = x->next, y = y->next)
        same = x->kind == y->kind && (x->kind != RT_TEXT || rt_str_eq(x->text, y->text));
    return same && x == y;
}

/* What one way brought of one entity stands together, under the two. */
static const rt_value *draw_group(rt_draw *d, const rt_value *first, bool holder) {
    rt_table t = rt_table_of_statements(d, 4);
    const rt_value *v = first;
    const rt_schema *page = d->schema;
    d->schema = rt_schema_named(text(get(first, "about"), "schema"));
    rt_cell head = {0}, way = way_of(d, first, holder);
    rt_cell_entity(d, &head, RT_TITLE, get(first, "about"));
    rt_draw_cell(d, &head, 2, 2);
    rt_draw_cell(d, &way, 2, 2);
    for (; v != NULL && same_way(first, v); v = v->next) rt_table_told(&t, v);
    rt_table_draw(&t);
    d->schema = page;
    return v;
}

static void draw_rows(rt_draw *d, const rt_value *list, rt_str heading, bool holder) {
    rt_draw_heading(d, heading);
    if (rt_value_count(list) == 0) rt_buf_add(d->out, RT_S("  nothing\n"));
    for (const rt_value *v = rt_value_first(list); v != NULL;) v = draw_group(d, v, holder);
}

void rt_draw_knew(rt_draw *d, const rt_value *view) {
    draw_rows(d, get(view, "knew"), RT_S("Had reached them"), false);
    draw_rows(d, get(view, "elsewhere"), RT_S("Existed elsewhere and had not"), true);
    d->told_more = true;
    if (is_set(view, "more")) rt_buf_add(d->out, RT_S("\nThere is more than was looked at.\n"));
    rt_draw_notes(d);
}
