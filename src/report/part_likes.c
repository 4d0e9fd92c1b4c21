/* Who else in the case may be the same. A likeness is the program's reckoning, not a statement: each row leads to the
 * statements that give the other's name. */
#include "report/part.h"

static rt_status name_of(rt_report *r, rt_str id, rt_told *told, rt_error *err) {
    rt_value *object;
    const rt_view_args args = {.who = {&id, 1}};
    RT_TRY(rt_view_show.run(r->lens, &args, r->arena, &object, err));
    *told = (rt_told){"show", object, rt_book_of(r->arena, object)};
    return rt_ok;
}

static rt_status like_row(rt_report *r, rt_doc_table *t, const rt_value *like, rt_error *err) {
    rt_told told;
    RT_TRY(name_of(r, text(like, "id"), &told, err));
    rt_doc_row *row = rt_table_add(r->doc, t);
    for (const rt_value *p = rt_value_first(get(told.object, "properties")); p != NULL; p = p->next) {
        const rt_prop *prop = rt_prop_in(NULL, p->key);
        if (prop == NULL || prop->type != &rt_types[RT_TYPE_NAME]) continue;
        for (const rt_value *v = rt_value_first(p); v != NULL; v = v->next)
            rt_cite(r->doc, &row->cites, &told.book, get(v, "statements"));
    }
    row->framing = row->cites.n == 0;
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_STRONG, text(like, "caption"));
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_CODE, text(like, "id"));
    rt_putf(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_PLAIN, "%.2f", rt_value_get_real(like, RT_S("score")));
    for (const rt_value *w = rt_value_first(get(like, "why")); w != NULL; w = w->next) {
        rt_sentence *s = rt_cell_say(r->doc, row, 2);
        rt_put(r->doc, s, RT_RUN_SOFT, rt_value_get_real(w, RT_S("score")) < 0 ? "against: " : "for: ");
        rt_put_name(r->doc, s, RT_RUN_PLAIN, text(w, "detail"));
    }
    return rt_ok;
}

static rt_status likes_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"Who", "Chance", "What speaks for and against", NULL};
    static const unsigned shares[] = {28, 10, 50};
    const rt_told *show;
    RT_TRY(rt_report_ask(r, "show", &show, err));
    if (rt_value_count(get(show->object, "candidates")) == 0) return rt_ok;
    rt_frame(r->doc, rt_section_para(r->doc, r->section),
             "Reckoned from names and particulars; kept apart until somebody judges them to be one. The notes give the "
             "other's names.");
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (const rt_value *v = rt_value_first(get(show->object, "candidates")); v != NULL; v = v->next)
        RT_TRY(like_row(r, t, v, err));
    return rt_ok;
}

const rt_part rt_part_likes = {"likes", "Who may be the same", likes_write};
