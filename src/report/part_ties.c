/* Whom and what it is joined with: as stated, and kinship that follows from what is stated. */
#include "report/chart_network.h"
#include "report/part.h"

static bool is_hypothesis(const rt_value *v) { return rt_str_is(text(v, "schema"), "Hypothesis"); }

static void tie_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *v) {
    rt_doc_row *row = rt_row_of(r, t, told, v);
    const rt_str what = text(v, "what").len > 0 ? text(v, "what") : rt_prop_words(r->arena, text(v, "schema"));
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    const rt_run_style style = rt_put_stance(r, s, v);
    rt_put_name(r->doc, s, style, what);
    s = rt_cell_say(r->doc, row, 1);
    rt_put_name(r->doc, s, style == RT_RUN_PLAIN ? RT_RUN_STRONG : style, text(get(v, "other"), "caption"));
    if (!rt_str_eq(text(get(v, "other"), "caption"), text(get(v, "other"), "id")))
        rt_put_name(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_CODE, text(get(v, "other"), "id"));
    if (text(v, "when").len > 0) rt_put_when(r, &row->cells[2], v);
    rt_put_voices(r, &row->cells[3], told, get(v, "statements"));
}

/* --- derived ----------------------------------------------------------------------------------------------------- */

static const rt_value *node_named(const rt_value *network, rt_str id) {
    for (const rt_value *n = rt_value_first(get(network, "nodes")); n != NULL; n = n->next)
        if (rt_str_eq(text(n, "id"), id)) return n;
    return NULL;
}

static void derived_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *e) {
    const rt_value *derived = get(e, "derived");
    rt_doc_row *row = rt_row_of(r, t, told, e);
    for (const rt_value *step = rt_value_first(get(derived, "steps")); step != NULL; step = step->next)
        rt_cite(r->doc, &row->cites, &told->book, get(step, "statements"));
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    rt_put(r->doc, s, RT_RUN_DOUBT,
           rt_str_is(text(derived, "certainty"), "certain") ? "follows: " : "possibly follows: ");
    rt_put_name(r->doc, s, RT_RUN_PLAIN, text(e, "what"));
    const rt_str other = rt_str_eq(text(e, "from"), r->who) ? text(e, "to") : text(e, "from");
    const rt_value *node = node_named(told->object, other);
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_STRONG, node != NULL ? text(node, "caption") : other);
    rt_put(r->doc, rt_cell_say(r->doc, row, 3), RT_RUN_SOFT, "nobody; it follows from the statements of the notes");
}

static bool is_derived_tie_of(const rt_report *r, const rt_value *e) {
    const rt_value *derived = get(e, "derived");
    return derived != NULL && derived->kind == RT_OBJECT &&
           (rt_str_eq(text(e, "from"), r->who) || rt_str_eq(text(e, "to"), r->who));
}

static void put_picture(rt_report *r, const rt_told *network) {
    const rt_picture *picture = rt_chart_network(r->arena, network->object);
    if (picture == NULL) return;
    rt_frame(r->doc, rt_section_figure(r->doc, r->section, picture),
             "Drawn from the statements of the table below, which leads to the notes.");
}

static rt_status ties_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"What", "Who or what", "When", "Said by", NULL};
    static const unsigned shares[] = {24, 28, 14, 22};
    const rt_told *show, *network;
    rt_doc_table *t = NULL;
    RT_TRY(rt_report_ask(r, "show", &show, err));
    RT_TRY(rt_report_ask(r, "network", &network, err));
    put_picture(r, network);
    for (const rt_value *v = rt_value_first(get(show->object, "relations")); v != NULL; v = v->next) {
        if (is_hypothesis(v)) continue;
        if (t == NULL) t = rt_section_table(r->doc, r->section, heads, shares);
        tie_row(r, t, show, v);
    }
    for (const rt_value *e = rt_value_first(get(network->object, "edges")); e != NULL; e = e->next) {
        if (!is_derived_tie_of(r, e)) continue;
        if (t == NULL) t = rt_section_table(r->doc, r->section, heads, shares);
        derived_row(r, t, network, e);
    }
    return rt_ok;
}

const rt_part rt_part_ties = {"ties", "Relations", ties_write};
