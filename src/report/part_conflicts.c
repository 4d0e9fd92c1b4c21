/* What cannot both hold, each side with who stands behind it. */
#include "report/part.h"

/* "birthDate", "startDate": rules on days. */
static bool is_of_dates(rt_str rule) { return rt_str_is(rule, "date") || rt_str_ends(rule, RT_S("Date")); }

/* The head of one contradiction: its rows lead to the statements, so it leads to all of theirs. */
static void conflict_head(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *c) {
    rt_doc_row *row = rt_table_add(r->doc, t);
    row->wide = true;
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    rt_put_name(r->doc, s, RT_RUN_STRONG, text(get(c, "entity"), "caption"));
    rt_put(r->doc, s, RT_RUN_PLAIN, rt_str_is(text(c, "certainty"), "certain") ? ", certainly: " : ", possibly: ");
    rt_put_name(r->doc, s, RT_RUN_PLAIN, text(c, "why"));
    for (const rt_value *side = rt_value_first(get(c, "sides")); side != NULL; side = side->next)
        rt_cite(r->doc, &row->cites, &told->book, get(side, "statements"));
}

static void side_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *side, bool dates) {
    rt_doc_row *row = rt_row_of(r, t, told, side);
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    const rt_run_style style = rt_put_stance(r, s, side);
    const rt_str label = text(side, "label");
    const rt_str words =
        label.len > 0 ? label : rt_value_words(r->arena, NULL, dates ? RT_S("date") : text(side, "prop"), side);
    rt_put_name(r->doc, s, style, words.len > 0 ? words : rt_caption_words(r->arena, side));
    rt_put_voices(r, &row->cells[1], told, get(side, "statements"));
    const rt_str grade = text(side, "grade");
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_PLAIN, grade.len > 0 ? grade : RT_S("none"));
}

static rt_status conflicts_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"Either side", "Said by", "Grade", NULL};
    static const unsigned shares[] = {50, 29, 9};
    const rt_told *told;
    RT_TRY(rt_report_ask(r, "conflicts", &told, err));
    if (rt_value_count(get(told->object, "conflicts")) == 0) return rt_ok;
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (const rt_value *c = rt_value_first(get(told->object, "conflicts")); c != NULL; c = c->next) {
        const bool dates = is_of_dates(text(c, "rule"));
        conflict_head(r, t, told, c);
        for (const rt_value *side = rt_value_first(get(c, "sides")); side != NULL; side = side->next)
            side_row(r, t, told, side, dates);
    }
    return rt_ok;
}

const rt_part rt_part_conflicts = {"conflicts", "Contradictions", conflicts_write};
