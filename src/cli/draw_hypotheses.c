/* Hypotheses with their evidence, and whose leaving out would change their order. */
#include "base/pick.h"
#include "cli/draw.h"

static rt_str number(rt_draw *d, const rt_value *v, const char *key) { return rt_scalar_text(d->arena, get(v, key)); }

static void rows(rt_draw *d, rt_table *t, const char *label, rt_style style, const rt_value *evidence) {
    for (const rt_value *v = rt_value_first(evidence); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], style, label);
        rt_cell_value(d, &row[1], RT_S(""), v);
        rt_cell_cite(d, &row[2], v);
    }
}

static void draw_hypothesis(rt_draw *d, const rt_value *h, size_t place) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_LABEL, rt_str_printf(d->arena, "H%zu  ", place));
    rt_cell_add(d, &head, RT_TITLE, text(h, "caption"));
    rt_cell_add(d, &head, RT_LABEL,
                rt_str_printf(d->arena, "  for: %.*s, against: %.*s (origins); neutral: %zu",
                              RT_FMT(number(d, h, "for_origins")), RT_FMT(number(d, h, "against_origins")),
                              rt_value_count(get(h, "neutral"))));
    rt_draw_cell(d, &head, 0, 2);
    rt_cell *row = rt_table_row(&t);
    rt_cell_addz(d, &row[0], RT_LABEL, "held by");
    rt_cell_cite(d, &row[2], h);
    rows(d, &t, "for", RT_AGREED, get(h, "for"));
    rows(d, &t, "against", RT_DENIAL, get(h, "against"));
    rt_table_draw(&t);
}

/* --- which evidence tells them apart ----------------------------------------------------------------------------- */

static size_t place_of(const rt_value *list, rt_str id) {
    size_t place = 1;
    for (const rt_value *h = rt_value_first(list); h != NULL; h = h->next, place++)
        if (rt_str_eq(text(h, "id"), id)) return place;
    return 0;
}

/* "for H1, against H3"; what it is neutral on is all the rest. */
static void add_reading(rt_draw *d, rt_cell *cell, const rt_value *reads, const rt_value *hypotheses) {
    bool any = false;
    for (const rt_value *v = rt_value_first(reads); v != NULL; v = v->next) {
        const bool against = rt_str_is(v->text, "against");
        if (rt_str_is(v->text, "neutral")) continue;
        rt_cell_add(
            d, cell, against ? RT_DENIAL : RT_AGREED,
            rt_str_printf(d->arena, "%s%.*s H%zu", any ? ", " : "", RT_FMT(v->text), place_of(hypotheses, v->key)));
        any = true;
    }
}

static void draw_matrix(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "hypotheses");
    rt_table t = rt_table_of_statements(d, 2);
    size_t same = 0;
    if (rt_value_count(list) < 2) return;
    rt_draw_heading(d, RT_S("Which evidence tells them apart"));
    for (const rt_value *v = rt_value_first(get(view, "matrix")); v != NULL; v = v->next) {
        if (!is_set(v, "discriminates")) {
            same++;
            continue;
        }
        rt_cell *row = rt_table_row(&t);
        add_reading(d, &row[0], get(v, "reads"), list);
        rt_cell_value(d, &row[1], RT_S(""), v);
        rt_cell_cite(d, &row[2], v);
    }
    rt_table_draw(&t);
    if (same == 0) return;
    rt_cell line = {0};
    rt_cell_add(d, &line, RT_LABEL, rt_str_printf(d->arena, "%zu say the same of all, and show nothing", same));
    rt_draw_cell(d, &line, 2, 4);
}

/* --- when somebody is left out ----------------------------------------------------------------------------------- */

enum { MOST_MOVES = 3 };

static bool is_left(const rt_value *after) {
    bool any = false;
    for (const rt_value *h = rt_value_first(after); h != NULL; h = h->next)
        any = any || rt_value_get_int(h, RT_S("for_origins")) + rt_value_get_int(h, RT_S("against_origins")) > 0;
    return any;
}

/* The first ones that would stand elsewhere. */
static void add_moves(rt_draw *d, rt_cell *line, const rt_value *after, const rt_value *before) {
    size_t place = 1, told = 0;
    for (const rt_value *h = rt_value_first(after); h != NULL && told < MOST_MOVES; h = h->next, place++) {
        const size_t was = place_of(before, text(h, "id"));
        if (was == place) continue;
        rt_cell_break(d, line);
        rt_cell_add(d, line, RT_PLAIN,
                    rt_str_printf(d->arena, "H%zu would stand %s place %zu: for %.*s, against %.*s", was,
                                  place < was ? "up at" : "down at", place, RT_FMT(number(d, h, "for_origins")),
                                  RT_FMT(number(d, h, "against_origins"))));
        told++;
    }
}

static rt_str name_of(const rt_value *v) {
    if (text(v, "speaker").len > 0) return text(v, "speaker");
    return text(v, "dataset").len > 0 ? text(v, "dataset") : text(v, "source");
}

static void draw_without(rt_draw *d, const rt_value *view) {
    bool any = false;
    for (const rt_value *v = rt_value_first(get(view, "without")); v != NULL; v = v->next) {
        const bool left = is_left(get(v, "hypotheses"));
        rt_cell line = {0};
        if (!is_set(v, "changes_order") && left) continue;
        if (!any) rt_draw_heading(d, RT_S("When one is left out"));
        any = true;
        rt_cell_addz(d, &line, RT_DOUBTED, "without ");
        rt_cell_add(d, &line, RT_TITLE, name_of(v));
        rt_cell_addz(d, &line, RT_DOUBTED,
                     !left                        ? " no evidence would be left"
                     : is_set(v, "changes_first") ? " another would stand first"
                                                  : " the order would be another");
        if (left) add_moves(d, &line, get(v, "hypotheses"), get(view, "hypotheses"));
        rt_draw_cell(d, &line, 2, 4);
    }
}

void rt_draw_hypotheses(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "hypotheses");
    size_t place = 1;
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next, place++) {
        if (place > 1) rt_buf_byte(d->out, '\n');
        draw_hypothesis(d, v, place);
    }
    if (rt_value_count(list) == 0) rt_buf_add(d->out, RT_S("nobody supposes anything\n"));
    draw_matrix(d, view);
    draw_without(d, view);
    rt_draw_notes(d);
}
