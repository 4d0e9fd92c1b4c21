/* Competing explanations, with what speaks for and against each; no verdict. */
#include "report/part.h"

static void evidence_rows(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *list, const char *side) {
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_doc_row *row = rt_row_of(r, t, told, v);
        rt_put(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_PLAIN, side);
        rt_sentence *s = rt_cell_say(r->doc, row, 1);
        const rt_run_style style = rt_put_stance(r, s, v);
        rt_put_name(r->doc, s, style, text(v, "label").len > 0 ? text(v, "label") : rt_topic_words(r->arena, v));
        rt_put_voices(r, &row->cells[2], told, get(v, "statements"));
    }
}

static void hypothesis_rows(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *h) {
    rt_doc_row *row = rt_row_of(r, t, told, h);
    row->wide = true;
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    rt_put_name(r->doc, s, RT_RUN_STRONG, text(h, "caption"));
    rt_putf(r->doc, s, RT_RUN_PLAIN, " (independent origins: %lld for, %lld against)",
            (long long)integer(h, "for_origins"), (long long)integer(h, "against_origins"));
    evidence_rows(r, t, told, get(h, "for"), "for");
    evidence_rows(r, t, told, get(h, "against"), "against");
}

static rt_status hypotheses_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"Speaks", "Evidence", "Said by", NULL};
    static const unsigned shares[] = {10, 50, 28};
    const rt_told *told;
    RT_TRY(rt_report_ask(r, "hypotheses", &told, err));
    if (rt_value_count(get(told->object, "hypotheses")) == 0) return rt_ok;
    rt_frame(r->doc, rt_section_para(r->doc, r->section),
             "Explanations that somebody holds or weighs, and what speaks for and against each. None is a verdict.");
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (const rt_value *h = rt_value_first(get(told->object, "hypotheses")); h != NULL; h = h->next)
        hypothesis_rows(r, t, told, h);
    return rt_ok;
}

const rt_part rt_part_hypotheses = {"hypotheses", "Hypotheses", hypotheses_write};
