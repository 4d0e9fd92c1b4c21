/* When somebody was on which list. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

/* An edition by its day; the time of day does not matter to people. */
static rt_str edition_words(rt_draw *d, rt_str edition) {
    return rt_date_words(d->arena, rt_str_cut(edition, 10), RT_MONTHS_LONG);
}

void rt_cell_left(rt_draw *d, rt_cell *cell, const rt_value *left) {
    for (const rt_value *l = rt_value_first(left); l != NULL; l = l->next) {
        rt_cell_break(d, cell);
        rt_cell_add(d, cell, RT_RETRACTED,
                    rt_str_printf(d->arena, "left the list %.*s by the edition of %.*s", RT_FMT(text(l, "dataset")),
                                  RT_FMT(edition_words(d, text(l, "left_by")))));
    }
}

/* "on 1 March 2026", "by 1 March 2026", "some day from 2 to ..." of a span of two days. */
static rt_str span_words(rt_draw *d, const rt_value *span) {
    const rt_value *first = rt_value_first(span);
    const rt_str from = rt_scalar_text(d->arena, first), to = rt_scalar_text(d->arena, first->next);
    const rt_str last = rt_date_words(d->arena, to, RT_MONTHS_LONG);
    if (rt_str_is(from, "..")) return rt_str_printf(d->arena, "by %.*s", RT_FMT(last));
    if (rt_str_eq(from, to)) return rt_str_printf(d->arena, "on %.*s", RT_FMT(last));
    return rt_str_printf(d->arena, "some day from %.*s to %.*s", RT_FMT(rt_date_words(d->arena, from, RT_MONTHS_LONG)),
                         RT_FMT(last));
}

/* --- on the day --------------------------------------------------------------------------------------------------- */

static void add_neighbour(rt_draw *d, rt_cell *cell, const rt_value *edition) {
    if (edition == NULL || edition->kind != RT_OBJECT) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_LABEL,
                rt_str_printf(d->arena, "the edition of %.*s %s the entry",
                              RT_FMT(edition_words(d, text(edition, "edition"))),
                              is_set(edition, "on") ? "has" : "does not have"));
}

static void draw_day(rt_draw *d, rt_table *t, const rt_value *at) {
    const rt_str certainty = text(at, "certainty");
    const bool sure = rt_str_is(certainty, "certain"), never = rt_str_is(certainty, "impossible");
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "that day");
    rt_cell_addz(d, &row[1],
                 sure    ? RT_AGREED
                 : never ? RT_PLAIN
                         : RT_DOUBTED,
                 sure    ? "on the list"
                 : never ? "not on the list"
                         : "possibly on the list");
    add_neighbour(d, &row[1], get(at, "before"));
    add_neighbour(d, &row[1], get(at, "after"));
    if (get(at, "after")->kind == RT_OBJECT) return;
    rt_cell_break(d, &row[1]);
    rt_cell_addz(d, &row[1], RT_LABEL, "no later edition was read");
}

/* --- when --------------------------------------------------------------------------------------------------------- */

static void draw_spell(rt_draw *d, rt_table *t, const rt_value *s) {
    rt_cell *came = rt_table_row(t);
    rt_cell_addz(d, &came[0], RT_LABEL, "came");
    rt_cell_add(d, &came[1], RT_PLAIN, span_words(d, get(s, "came_span")));
    if (text(s, "came_by").len > 0)
        rt_cell_add(d, &came[1], RT_LABEL,
                    rt_str_printf(d->arena, " (edition of %.*s)", RT_FMT(edition_words(d, text(s, "came_by")))));
    rt_cell_cite(d, &came[2], s);
    if (text(s, "left_by").len == 0) return;
    rt_cell *left = rt_table_row(t);
    rt_cell_addz(d, &left[0], RT_LABEL, "left");
    rt_cell_add(d, &left[1], RT_RETRACTED, span_words(d, get(s, "left_span")));
    rt_cell_add(d, &left[1], RT_LABEL,
                rt_str_printf(d->arena, " (not in the edition of %.*s)", RT_FMT(edition_words(d, text(s, "left_by")))));
    rt_cell_add(d, &left[2], RT_NOTE, text(s, "absent"));
}

static void draw_last(rt_draw *d, rt_table *t, const rt_value *l) {
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "read");
    if (integer(l, "editions") == 0) {
        rt_cell_addz(d, &row[1], RT_LABEL, "no edition is left in this case");
        return;
    }
    const rt_str last = edition_words(d, text(l, "last"));
    rt_cell_add(d, &row[1], RT_LABEL,
                integer(l, "editions") == 1 ? rt_str_printf(d->arena, "one edition, of %.*s", RT_FMT(last))
                                            : rt_str_printf(d->arena, "%lld editions, the last of %.*s",
                                                            (long long)integer(l, "editions"), RT_FMT(last)));
}

static void draw_list(rt_draw *d, const rt_value *l, rt_str caption) {
    rt_table t = rt_table_of_statements(d, 2);
    const char *state = is_set(l, "on") ? "on the list by its last edition" : "left the list";
    rt_draw_heading(d, rt_str_printf(d->arena, "%.*s%s%.*s: %.*s (%.*s), %s", RT_FMT(text(l, "dataset")),
                                     text(l, "handling").len > 0 ? ", handling " : "", RT_FMT(text(l, "handling")),
                                     RT_FMT(caption), RT_FMT(text(l, "entity")), state));
    if (get(l, "at")->kind == RT_OBJECT) draw_day(d, &t, get(l, "at"));
    for (const rt_value *s = rt_value_first(get(l, "spells")); s != NULL; s = s->next) draw_spell(d, &t, s);
    draw_last(d, &t, l);
    rt_table_draw(&t);
}

static void draw_lists(rt_draw *d, const rt_value *holder) {
    for (const rt_value *l = rt_value_first(get(holder, "lists")); l != NULL; l = l->next)
        draw_list(d, l, text(holder, "caption"));
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void draw_title(rt_draw *d, const rt_value *view) {
    const rt_value *day = get(view, "day");
    rt_cell title = {0};
    rt_cell_add(d, &title, RT_TITLE, text(view, "caption"));
    rt_cell_add(d, &title, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(view, "id"))));
    if (day->kind == RT_LIST) {
        rt_cell_break(d, &title);
        rt_cell_add(d, &title, RT_LABEL, rt_str_printf(d->arena, "asked: %.*s", RT_FMT(span_words(d, day))));
    }
    rt_draw_cell(d, &title, 0, 2);
}

static void draw_candidates(rt_draw *d, const rt_value *view) {
    const rt_value *candidates = get(view, "candidates");
    if (rt_value_count(candidates) == 0) return;
    rt_draw_heading(d, RT_S("Who may be the same (kept apart until somebody judges them the same)"));
    for (const rt_value *v = rt_value_first(candidates); v != NULL; v = v->next) {
        rt_cell line = {0};
        rt_cell_add(d, &line, RT_TITLE, text(v, "caption"));
        rt_cell_add(
            d, &line, RT_LABEL,
            rt_str_printf(d->arena, "  %.*s  score %.4f", RT_FMT(text(v, "id")), rt_value_get_real(v, RT_S("score"))));
        rt_draw_cell(d, &line, 2, 2);
        draw_lists(d, v);
    }
}

void rt_draw_listed(rt_draw *d, const rt_value *view) {
    draw_title(d, view);
    if (rt_value_count(get(view, "lists")) == 0) rt_draw_heading(d, RT_S("On no list of which an edition was read"));
    draw_lists(d, view);
    draw_candidates(d, view);
    rt_draw_notes(d);
}
