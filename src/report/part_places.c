/* Where it was: a row for each version of a stay. */
#include "base/date_english.h"
#include "report/part.h"

static void stay_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *stay) {
    rt_doc_row *row = rt_row_of(r, t, told, stay);
    rt_put_when(r, &row->cells[0], stay);
    rt_sentence *s = rt_cell_say(r->doc, row, 1);
    rt_put_stance(r, s, stay);
    rt_put_place(r, s, RT_RUN_STRONG, get(stay, "place"));
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_SOFT, rt_prop_words(r->arena, text(stay, "role")));
    rt_put_voices(r, &row->cells[3], told, get(stay, "statements"));
}

static rt_status places_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"When", "Where", "As", "Said by", NULL};
    static const unsigned shares[] = {25, 27, 13, 23};
    const rt_told *told;
    RT_TRY(rt_report_ask(r, "movements", &told, err));
    if (rt_value_count(get(told->object, "stays")) == 0) return rt_ok;
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (const rt_value *v = rt_value_first(get(told->object, "stays")); v != NULL; v = v->next)
        stay_row(r, t, told, v);
    return rt_ok;
}

const rt_part rt_part_places = {"places", "Stays and journeys", places_write};
