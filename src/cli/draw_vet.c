/* What was shown for a vetting, and the receipt of what was frozen. */
#include "base/pick.h"
#include "cli/draw.h"
#include "cli/matching.h"

static void line(rt_draw *d, rt_style style, rt_str words) {
    rt_cell cell = {0};
    rt_cell_add(d, &cell, style, words);
    rt_draw_cell(d, &cell, 0, 2);
}

static void draw_dossiers(rt_draw *d, const rt_value *page) {
    const rt_value *subjects = get(page, "subjects");
    for (const rt_value *s = rt_value_first(subjects); s != NULL; s = s->next) {
        d->notes = rt_notes_new(d->arena, get(s, "statements"));
        if (s != rt_value_first(subjects)) rt_buf_add(d->out, RT_S("\n\n"));
        rt_draw_show(d, s);
    }
    d->notes = rt_notes_new(d->arena, NULL);
}

static void draw_like(rt_draw *d, const rt_value *page) {
    if (rt_value_count(get(page, "like")) == 0) return;
    rt_draw_heading(d, RT_S("Bear a name that is like it"));
    for (const rt_value *v = rt_value_first(get(page, "like")); v != NULL; v = v->next) {
        rt_cell cell = {0};
        rt_cell_score(d, &cell, v);
        rt_cell_addz(d, &cell, RT_PLAIN, "  ");
        rt_cell_add(d, &cell, RT_TITLE, text(v, "name"));
        rt_cell_addz(d, &cell, RT_LABEL, "  ");
        rt_cell_add(d, &cell, RT_LABEL, text(v, "schema"));
        rt_cell_addz(d, &cell, RT_LABEL, " ");
        rt_cell_add(d, &cell, RT_LABEL, text(v, "id"));
        rt_draw_cell(d, &cell, 2, 4);
    }
}

static void draw_page(rt_draw *d, const rt_value *page) {
    const rt_str found = text(page, "found"), asked = text(page, "asked");
    if (rt_str_is(found, "nobody"))
        line(d, RT_TITLE, rt_str_printf(d->arena, "Nothing is known of \"%.*s\".", RT_FMT(asked)));
    if (rt_str_is(found, "like"))
        line(d, RT_DOUBTED, rt_str_printf(d->arena, "Nobody is called \"%.*s\".", RT_FMT(asked)));
    if (rt_str_is(found, "several")) {
        line(d, RT_ALARM,
             rt_str_printf(d->arena, "%zu bear the name \"%.*s\": all are shown, none is chosen.",
                           rt_value_count(get(page, "subjects")), RT_FMT(asked)));
        rt_buf_byte(d->out, '\n');
    }
    draw_like(d, page);
    if (rt_str_is(found, "like") && rt_value_count(get(page, "subjects")) > 0) rt_buf_byte(d->out, '\n');
    draw_dossiers(d, page);
    if (is_set(page, "more")) line(d, RT_ALARM, RT_S("There are more than are shown."));
}

/* --- the receipt ---------------------------------------------------------------------------------------------------
 */

static void pair_row(rt_table *t, const char *label, rt_str words) {
    if (words.len == 0) return;
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(t->draw, &row[0], RT_LABEL, label);
    rt_cell_add(t->draw, &row[1], RT_PLAIN, words);
}

static void decision_rows(rt_table *t, const rt_value *v) {
    pair_row(t, "answer", text(v, "answer"));
    pair_row(t, "decision", text(v, "decision"));
    pair_row(t, "decided by", text(v, "decided_by"));
    pair_row(t, "why", text(v, "why"));
    pair_row(t, "handling", text(v, "handling"));
}

static void frozen_rows(rt_draw *d, rt_table *t, const rt_value *frozen) {
    const rt_value *head = get(frozen, "head");
    const rt_str n = rt_scalar_text(d->arena, get(frozen, "statements"));
    pair_row(t, "shown", rt_str_printf(d->arena, rt_str_is(n, "1") ? "%.*s statement" : "%.*s statements", RT_FMT(n)));
    pair_row(t, "SHA-256", text(frozen, "sha256"));
    pair_row(t, "program", text(frozen, "program"));
    if (head->kind != RT_OBJECT) return;
    const rt_str size = rt_scalar_text(d->arena, get(head, "size"));
    pair_row(t, "log before it",
             rt_str_printf(d->arena, "%.*s entries, root %.*s", RT_FMT(size), RT_FMT(text(head, "root"))));
}

void rt_draw_vet(rt_draw *d, const rt_value *view) {
    draw_page(d, get(view, "page"));
    rt_draw_heading(d, RT_S("Frozen"));
    rt_table t = rt_table_new(d, 2, 2);
    pair_row(&t, "vetting", text(view, "id"));
    pair_row(&t, "purpose", text(view, "purpose"));
    pair_row(&t, "authority", text(view, "authority"));
    if (!rt_str_eq(text(view, "query"), text(view, "asked"))) pair_row(&t, "asked", text(view, "query"));
    frozen_rows(d, &t, get(view, "frozen"));
    decision_rows(&t, view);
    rt_table_draw(&t);
    if (text(view, "decision").len > 0) return;
    rt_buf_byte(d->out, '\n');
    line(d, RT_LABEL,
         rt_str_printf(d->arena, "Nothing is decided yet: redthread vet CASE %.*s --decision TEXT --why TEXT",
                       RT_FMT(text(view, "id"))));
}

void rt_draw_decided(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_new(d, 2, 0);
    pair_row(&t, "vetting", text(view, "id"));
    decision_rows(&t, view);
    rt_table_draw(&t);
}
