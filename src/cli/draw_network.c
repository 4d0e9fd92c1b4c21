/* Ties of a network, those of one kind together. */
#include <math.h>

#include "base/pick.h"
#include "cli/draw.h"
#include "cli/text.h"

typedef enum kind { RELATION, DERIVED, MENTION } kind;

static kind kind_of(const rt_value *edge) {
    if (rt_value_count(get(edge, "derived")) > 0) return DERIVED;
    return text(edge, "relation").len > 0 ? RELATION : MENTION;
}

/* "possibly: a sibling's cousin may be a shared cousin" */
static void draw_rules(rt_draw *d, rt_cell *cell, const rt_value *derived) {
    const bool sure = rt_str_is(text(derived, "certainty"), "certain");
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, sure ? RT_LABEL : RT_DOUBTED, sure ? RT_S("follows: ") : RT_S("possibly: "));
    for (const rt_value *v = rt_value_first(get(derived, "rules")); v != NULL; v = v->next) {
        if (v != rt_value_first(get(derived, "rules"))) rt_cell_addz(d, cell, RT_LABEL, "; ");
        rt_cell_add(d, cell, RT_LABEL, v->text);
    }
}

static void draw_kind(rt_draw *d, const rt_value *view, kind wanted, rt_str heading) {
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *e = rt_value_first(get(view, "edges")); e != NULL; e = e->next) {
        if (kind_of(e) != wanted) continue;
        rt_cell *row = rt_draw_tie(d, &t, get(view, "nodes"), e);
        if (wanted == DERIVED) draw_rules(d, &row[1], get(e, "derived"));
    }
    if (t.first == NULL) return;
    rt_draw_heading(d, heading);
    rt_table_draw(&t);
}

/* --- who stands between whom ------------------------------------------------------------------------------------- */

enum { MOST_LISTED = 10 };

/* "0.42" */
static rt_str share_words(rt_draw *d, const rt_value *node, const char *key) {
    return rt_str_printf(d->arena, "%.2f", rt_value_get_real(node, rt_str_of(key)));
}

static void draw_measure(rt_draw *d, rt_table *t, const rt_value *nodes, const rt_value *node) {
    rt_cell *row = rt_table_row(t);
    rt_cell_node(d, &row[0], nodes, text(node, "id"));
    rt_cell_add(d, &row[1], RT_PLAIN, rt_scalar_text(d->arena, get(node, "degree")));
    rt_cell_add(d, &row[2], RT_PLAIN, share_words(d, node, "betweenness"));
    rt_cell_add(d, &row[3], RT_PLAIN, share_words(d, node, "closeness"));
    rt_cell_add(d, &row[4], RT_PLAIN, rt_scalar_text(d->arena, get(node, "community")));
    if (is_set(node, "cut")) rt_cell_addz(d, &row[5], RT_LABEL, "holds others together");
}

static double rank_of(const rt_value *node) {
    return 1e6 * rt_value_get_real(node, RT_S("betweenness")) + (double)integer(node, "degree");
}

/* The one that comes behind the last (the first, where that is NULL): by betweenness, then by how many it is joined
 * with, then in the order of the nodes. */
static const rt_value *next_ranked(const rt_value *nodes, const rt_value *last) {
    const double below = last != NULL ? rank_of(last) : HUGE_VAL;
    const rt_value *best = NULL;
    bool passed = last == NULL;
    for (const rt_value *v = rt_value_first(nodes); v != NULL; v = v->next) {
        const double rank = rank_of(v);
        const bool behind = rank < below || (passed && rank <= below);
        passed = passed || v == last;
        if (behind && (best == NULL || rank > rank_of(best))) best = v;
    }
    return best;
}

static void draw_measures(rt_draw *d, const rt_value *view) {
    const rt_value *nodes = get(view, "nodes");
    rt_table t = rt_table_new(d, 6, 2);
    if (rt_value_count(nodes) < 3) return;
    rt_draw_heading(d, RT_S("Who stands between others"));
    if (!is_set(view, "measured")) {
        rt_buf_add(d->out, RT_S("  not measured: this program was built without igraph\n"));
        return;
    }
    rt_cell *row = rt_table_row(&t);
    const char *const heads[] = {"", "joined with", "between", "near", "group"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) rt_cell_addz(d, &row[i], RT_LABEL, heads[i]);
    const rt_value *v = NULL;
    for (size_t i = 0; i < MOST_LISTED && (v = next_ranked(nodes, v)) != NULL; i++) draw_measure(d, &t, nodes, v);
    rt_table_draw(&t);
    rt_text_wrap(d->out, RT_S("Measured on what is recorded and shown here: a centre of the records, not of what was."),
                 2, d->width);
}

/* --- slices of time ---------------------------------------------------------------------------------------------- */

static const rt_value *nth(const rt_value *list, int64_t n) {
    const rt_value *v = rt_value_first(list);
    while (v != NULL && n-- > 0) v = v->next;
    return v;
}

static bool names_edge(const rt_value *list, int64_t n) {
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next)
        if (v->integer == n) return true;
    return false;
}

/* Each tie of a list by its number, with what is told of all of them. Returns how many. */
static size_t draw_numbered(rt_draw *d, rt_table *t, const rt_value *view, const rt_value *list, const rt_value *but,
                            const char *words, rt_style style) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        const rt_value *edge = nth(get(view, "edges"), v->integer);
        if (edge == NULL || names_edge(but, v->integer)) continue;
        rt_cell *row = rt_draw_tie(d, t, get(view, "nodes"), edge);
        if (words[0] != '\0') rt_cell_break(d, &row[0]);
        rt_cell_addz(d, &row[0], style, words);
        n++;
    }
    return n;
}

/* Those of one list that the slice before has in a list of its own: nothing changed for them. */
static rt_value *still(rt_draw *d, const rt_value *now, const rt_value *before) {
    rt_value *both = rt_value_list(d->arena);
    for (const rt_value *v = rt_value_first(now); v != NULL; v = v->next)
        if (names_edge(before, v->integer)) rt_value_push(both, rt_value_int(d->arena, v->integer));
    return both;
}

/* What changed, and how much is as it was. */
static void draw_slice(rt_draw *d, const rt_value *view, const rt_value *slice, const rt_value *before) {
    rt_table t = rt_table_of_statements(d, 2);
    const rt_value *sure = still(d, get(slice, "certain"), get(before, "certain")),
                   *perhaps = still(d, get(slice, "possible"), get(before, "possible"));
    const size_t as_before = rt_value_count(sure) + rt_value_count(perhaps);
    rt_draw_heading(d, rt_when_words(d->arena, slice));
    draw_numbered(d, &t, view, get(slice, "certain"), sure, "", RT_PLAIN);
    draw_numbered(d, &t, view, get(slice, "possible"), perhaps, "possibly", RT_DOUBTED);
    draw_numbered(d, &t, view, get(slice, "went"), NULL, "no longer", RT_LABEL);
    rt_table_draw(&t);
    if (as_before > 0)
        rt_buf_printf(d->out, "  as before: %zu, of them %zu possibly\n", as_before, rt_value_count(perhaps));
}

static void draw_slices(rt_draw *d, const rt_value *view) {
    const rt_value *before = NULL;
    for (const rt_value *s = rt_value_first(get(view, "slices")); s != NULL; before = s, s = s->next)
        draw_slice(d, view, s, before);
    if (rt_value_count(get(view, "undated")) == 0) return;
    rt_table t = rt_table_of_statements(d, 2);
    rt_draw_heading(d, RT_S("At no time that anybody tells"));
    draw_numbered(d, &t, view, get(view, "undated"), NULL, "", RT_PLAIN);
    rt_table_draw(&t);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static void draw_kinds(rt_draw *d, const rt_value *view) {
    draw_kind(d, view, RELATION, RT_S("Relations"));
    draw_kind(d, view, DERIVED, RT_S("Kinship that follows"));
    draw_kind(d, view, MENTION, RT_S("Events, documents, addresses"));
}

void rt_draw_network(rt_draw *d, const rt_value *view) {
    if (rt_value_count(get(view, "edges")) == 0) rt_buf_add(d->out, RT_S("joined with nobody\n"));
    if (get(view, "slices")->kind == RT_LIST)
        draw_slices(d, view);
    else
        draw_kinds(d, view);
    draw_measures(d, view);
    d->told_more = true;
    if (is_set(view, "more"))
        rt_text_wrap(d->out,
                     RT_S("\nThere is more than is shown: of who names one entity the first 4,096 are read, and 1,000 "
                          "entities are shown."),
                     0, d->width);
    rt_draw_notes(d);
}
