#include "cli/draw_sent.h"

#include "base/pick.h"

/* "clearance hawk,amber, sources un, ofac, as of 2026-10-31" */
static void add_part(rt_buf *out, const char *label, rt_str value) {
    if (value.len > 0) rt_buf_printf(out, "%s%s %.*s", out->len > 0 ? ", " : "", label, RT_FMT(value));
}

static void add_parts(rt_draw *d, rt_buf *out, const char *label, const rt_value *list) {
    if (rt_value_count(list) > 0) add_part(out, label, rt_names_joined(d->arena, list));
}

static rt_str lens_words(rt_draw *d, const rt_value *through) {
    RT_AUTO(rt_buf) out = {0};
    const rt_str clear = text(through, "clear");
    if (clear.len == 0) rt_buf_add(&out, RT_S("made with full clearance"));
    add_part(&out, "made with clearance", clear);
    add_parts(d, &out, "of", get(through, "sources"));
    add_part(&out, "as of", text(through, "as_of"));
    add_part(&out, "said by", text(through, "said_by"));
    add_part(&out, "at", text(through, "at"));
    add_parts(d, &out, "as if the same", get(through, "as_if_same"));
    add_parts(d, &out, "as if apart", get(through, "as_if_apart"));
    return rt_str_copy(d->arena, rt_buf_str(&out));
}

static void add_line(rt_draw *d, rt_cell *cell, rt_style style, rt_str line) {
    if (line.len == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, style, line);
}

rt_cell *rt_draw_sent_row(rt_draw *d, rt_table *t, const rt_value *sent) {
    rt_cell *cells = rt_table_row(t), *what = &cells[1];
    rt_cell_add(d, &cells[0], RT_PLAIN, rt_str_cut(text(sent, "recorded_at"), 10));
    add_line(d, &cells[0], RT_LABEL, text(sent, "recorded_by"));
    rt_cell_add(d, what, RT_PLAIN, text(sent, "to"));
    rt_cell_add(d, what, RT_LABEL,
                rt_str_printf(d->arena, ": %.*s", RT_FMT(rt_names_joined(d->arena, get(sent, "formats")))));
    if (get(sent, "subject")->kind == RT_OBJECT) {
        rt_cell_addz(d, what, RT_LABEL, " on ");
        rt_cell_entity(d, what, RT_PLAIN, get(sent, "subject"));
    }
    if (get(sent, "entries")->kind == RT_INT) {
        const int64_t n = integer(sent, "entries");
        rt_cell_add(d, what, RT_LABEL, rt_str_printf(d->arena, " of %lld entr%s", (long long)n, n == 1 ? "y" : "ies"));
    }
    add_line(d, what, RT_PLAIN, text(sent, "purpose"));
    add_line(d, what, RT_LABEL, lens_words(d, get(sent, "through")));
    if (is_set(sent, "restored"))
        add_line(d, what, RT_DOUBTED, RT_S("the note was restored, or recorded anew: when it was made it says itself"));
    add_line(d, what, RT_NOTE, text(sent, "id"));
    return what;
}

void rt_draw_sent(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "sent");
    rt_table t = rt_table_new(d, 2, 2);
    rt_cell rest = {0};
    rt_draw_heading(d, rt_value_count(list) > 0 ? RT_S("What went out") : RT_S("Nothing was noted as gone out"));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) rt_draw_sent_row(d, &t, v);
    rt_table_draw(&t);
    rt_cell_addz(d, &rest, RT_LABEL, "What went out without --to is not known to the case.");
    rt_draw_cell(d, &rest, 0, 2);
}
