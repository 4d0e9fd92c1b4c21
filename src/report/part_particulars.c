/* All that is said of the entity itself, a row for each value in each stance. */
#include "report/part.h"

static const char *const first[] = {
    "name",       "alias",        "weakAlias",   "previousName", "firstName",      "lastName", "birthDate", "age",
    "birthPlace", "birthCountry", "nationality", "citizenship",  "passportNumber", "idNumber", "gender"};
enum { FIRST = sizeof first / sizeof *first };

static bool stands_first(rt_str prop) {
    for (size_t i = 0; i < FIRST; i++)
        if (rt_str_is(prop, first[i])) return true;
    return false;
}

static void rows(rt_report *r, rt_doc_table *t, const rt_told *show, const rt_value *values) {
    for (const rt_value *v = rt_value_first(values); v != NULL; v = v->next) {
        rt_doc_row *row = rt_row_of(r, t, show, v);
        if (v == rt_value_first(values))
            rt_put_name(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_SOFT,
                        rt_prop_label_in(r->arena, r->schema, values->key));
        rt_sentence *s = rt_cell_say(r->doc, row, 1);
        const rt_run_style style = rt_put_stance(r, s, v);
        rt_put_whole(r->doc, s, style, rt_value_words(r->arena, r->schema, values->key, v));
        rt_put_voices(r, &row->cells[2], show, get(v, "statements"));
    }
}

static rt_status particulars_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"What", "As stated", "Said by", NULL};
    static const unsigned shares[] = {16, 46, 26};
    const rt_told *show;
    RT_TRY(rt_report_ask(r, "show", &show, err));
    const rt_value *properties = get(show->object, "properties");
    if (rt_value_count(properties) == 0) return rt_ok;
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (size_t i = 0; i < FIRST; i++) rows(r, t, show, get(properties, first[i]));
    for (const rt_value *v = rt_value_first(properties); v != NULL; v = v->next)
        if (!stands_first(v->key)) rows(r, t, show, v);
    return rt_ok;
}

const rt_part rt_part_particulars = {"particulars", "Names and particulars", particulars_write};
