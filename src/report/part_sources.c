/* The sources: what each holds, who speaks in it, how it is graded. */
#include "report/part.h"

enum { SPEAKERS_MOST = 6 };

static void put_source(rt_report *r, rt_doc_row *row, const rt_value *source) {
    const rt_str title = text(source, "title"), id = text(source, "source"), dataset = text(source, "dataset");
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_STRONG,
                title.len > 0     ? title
                : dataset.len > 0 ? dataset
                                  : RT_S("stated by hand"));
    if (id.len > 0 && (title.len > 0 || !rt_str_eq(id, dataset)))
        rt_put_name(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_CODE, id);
}

static void put_speakers(rt_report *r, rt_doc_row *row, const rt_value *speakers) {
    size_t n = 0;
    rt_sentence *s = rt_cell_say(r->doc, row, 1);
    for (const rt_value *v = rt_value_first(speakers); v != NULL && n < SPEAKERS_MOST; v = v->next, n++) {
        if (n > 0) rt_put(r->doc, s, RT_RUN_PLAIN, ", ");
        rt_put_name(r->doc, s, RT_RUN_PLAIN, rt_scalar_text(r->arena, v));
    }
    if (rt_value_count(speakers) > n) rt_putf(r->doc, s, RT_RUN_SOFT, " and %zu more", rt_value_count(speakers) - n);
}

/* "A, F": the grades of the source that its statements bear. */
static void put_grades(rt_report *r, rt_doc_row *row, const rt_told *told, const rt_value *source) {
    bool borne[26] = {false};
    rt_sentence *s = rt_cell_say(r->doc, row, 3);
    for (const rt_value *h = rt_value_first(get(source, "holds")); h != NULL; h = h->next)
        for (const rt_value *v = rt_value_first(get(h, "statements")); v != NULL; v = v->next) {
            const rt_value *st = rt_book_find(&told->book, v->text);
            const rt_str grade = text(st, "reliability");
            if (grade.len == 1 && grade.at[0] >= 'A' && grade.at[0] <= 'Z') borne[grade.at[0] - 'A'] = true;
        }
    for (int i = 0; i < 26; i++)
        if (borne[i]) rt_putf(r->doc, s, RT_RUN_PLAIN, s->first != NULL ? ", %c" : "%c", 'A' + i);
    if (s->first == NULL) rt_put(r->doc, s, RT_RUN_SOFT, "none");
}

static void source_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *source) {
    rt_doc_row *row = rt_table_add(r->doc, t);
    put_source(r, row, source);
    put_speakers(r, row, get(source, "speakers"));
    const size_t holds = rt_value_count(get(source, "holds"));
    rt_putf(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_PLAIN, "%zu %s", holds, holds == 1 ? "fact" : "facts");
    if (rt_value_count(get(source, "lacks")) > 0)
        rt_putf(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_SOFT, "lacks %zu that others hold",
                rt_value_count(get(source, "lacks")));
    put_grades(r, row, told, source);
    for (const rt_value *h = rt_value_first(get(source, "holds")); h != NULL; h = h->next)
        rt_cite(r->doc, &row->cites, &told->book, get(h, "statements"));
}

static rt_status sources_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"Source", "Who speaks in it", "Holds", "Grades", NULL};
    static const unsigned shares[] = {33, 30, 15, 9};
    const rt_told *told;
    RT_TRY(rt_report_ask(r, "sources", &told, err));
    if (rt_value_count(get(told->object, "sources")) == 0) return rt_ok;
    rt_doc_table *t = rt_section_table(r->doc, r->section, heads, shares);
    for (const rt_value *v = rt_value_first(get(told->object, "sources")); v != NULL; v = v->next)
        source_row(r, t, told, v);
    return rt_ok;
}

const rt_part rt_part_sources = {"sources", "Sources", sources_write};
