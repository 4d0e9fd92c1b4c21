/* The first page: who it is, born when, where last, and where to look for trouble. Each sentence in words that are as
 * sure as what it rests on. */
#include "base/date_english.h"
#include "report/part.h"

enum { NAMES_MOST = 6 };

static const char *const own_names[] = {"alias", "weakAlias", "previousName"};

static void say_name(rt_report *r, rt_para *p, const rt_told *show) {
    const rt_value *row = rt_value_first(get(get(show->object, "properties"), "name"));
    if (row == NULL) return;
    rt_sentence *s = rt_say_of(r, p, show, row);
    const size_t sources = rt_value_count(get(row, "sources"));
    if (sources > 1)
        rt_putf(r->doc, s, RT_RUN_PLAIN, "%zu sources give the name ", sources);
    else
        rt_put(r->doc, s, RT_RUN_PLAIN, "The name is given as ");
    const rt_run_style style = rt_put_stance(r, s, row);
    rt_put_name(r->doc, s, style == RT_RUN_PLAIN ? RT_RUN_STRONG : style, text(row, "value"));
    rt_put(r->doc, s, RT_RUN_PLAIN, ".");
}

static void say_alias(rt_report *r, rt_para *p, const rt_told *show, const rt_value *row) {
    rt_sentence *s = rt_say_of(r, p, show, row);
    rt_put(r->doc, s, RT_RUN_PLAIN, "Another name is ");
    rt_put_name(r->doc, s, rt_put_stance(r, s, row), text(row, "value"));
    rt_put(r->doc, s, RT_RUN_PLAIN, ".");
}

static void say_aliases(rt_report *r, rt_para *p, const rt_told *show) {
    size_t n = 0;
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
        for (const rt_value *v = rt_value_first(get(get(show->object, "properties"), own_names[i])); v != NULL;
             v = v->next)
            if (!is_set(v, "retracted") && n++ < NAMES_MOST) say_alias(r, p, show, v);
    if (n > NAMES_MOST) rt_frame(r->doc, p, "Further names stand among the particulars.");
}

static void cite_all(rt_report *r, rt_sentence *s, const rt_told *told, const rt_value *list) {
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next)
        rt_cite(r->doc, &s->cites, &told->book, get(v, "statements"));
}

/* "2 September 1983 to 31 July 1984" */
static rt_str span_words(rt_report *r, const rt_value *span) {
    const rt_value *first = rt_value_first(span);
    const rt_str from = rt_scalar_text(r->arena, first),
                 to = rt_scalar_text(r->arena, first != NULL ? first->next : NULL);
    if (from.len + to.len == 0) return RT_S("");
    if (rt_str_eq(from, to)) return rt_date_words(r->arena, from, RT_MONTHS_LONG);
    return rt_date_words(r->arena, rt_str_printf(r->arena, "[%.*s..%.*s]", RT_FMT(from), RT_FMT(to)), RT_MONTHS_LONG);
}

enum { BIRTHS_MOST = 6 };

/* Dates that do not fit together: none is put before the others. */
static void say_births(rt_report *r, rt_para *p, const rt_told *show, const rt_value *birth) {
    rt_sentence *s = rt_say(r->doc, p);
    size_t n = 0;
    rt_put(r->doc, s, RT_RUN_PLAIN, "Dates of birth and ages are given that do not fit together: ");
    for (const rt_value *v = rt_value_first(get(birth, "by")); v != NULL && n < BIRTHS_MOST; v = v->next, n++) {
        if (n > 0) rt_put(r->doc, s, RT_RUN_PLAIN, "; ");
        rt_put_name(r->doc, s, RT_RUN_STRONG, rt_date_words(r->arena, text(v, "edtf"), RT_MONTHS_LONG));
        rt_cite(r->doc, &s->cites, &show->book, get(v, "statements"));
    }
    rt_put(r->doc, s, RT_RUN_PLAIN, n < rt_value_count(get(birth, "by")) ? "; and more." : ".");
}

static void say_birth(rt_report *r, rt_para *p, const rt_told *show) {
    const rt_value *birth = get(show->object, "birth"), *by = get(birth, "by");
    const size_t n = rt_value_count(by);
    if (n == 0) return;
    if (rt_value_count(get(birth, "disagree")) > 0) {
        say_births(r, p, show, birth);
        return;
    }
    const rt_str span = n == 1 ? rt_date_words(r->arena, text(rt_value_first(by), "edtf"), RT_MONTHS_LONG)
                               : span_words(r, get(birth, "span"));
    rt_sentence *s = rt_say(r->doc, p);
    rt_put(r->doc, s, RT_RUN_PLAIN, "Born: ");
    rt_put_name(r->doc, s, RT_RUN_STRONG, span);
    if (n == 1) rt_put(r->doc, s, RT_RUN_PLAIN, ", by the one account there is.");
    if (n == 2) rt_put(r->doc, s, RT_RUN_PLAIN, "; that is where both dates and ages given agree.");
    if (n > 2) rt_putf(r->doc, s, RT_RUN_PLAIN, "; that is where all %zu dates and ages given agree.", n);
    cite_all(r, s, show, by);
}

static void say_countries(rt_report *r, rt_para *p, const rt_told *show) {
    for (const rt_value *v = rt_value_first(get(get(show->object, "properties"), "nationality")); v != NULL;
         v = v->next) {
        rt_sentence *s = rt_say_of(r, p, show, v);
        rt_put(r->doc, s, RT_RUN_PLAIN, "Nationality: ");
        const rt_run_style style = rt_put_stance(r, s, v);
        rt_put_name(r->doc, s, style, text(v, "label").len > 0 ? text(v, "label") : text(v, "value"));
        rt_put(r->doc, s, RT_RUN_PLAIN, ".");
    }
}

static void say_last(rt_report *r, rt_para *p, const rt_told *movements) {
    const rt_value *last = get(movements->object, "last");
    if (last == NULL || last->kind != RT_OBJECT) return;
    rt_sentence *s = rt_say_of(r, p, movements, last);
    rt_put(r->doc, s, RT_RUN_PLAIN, "The latest stay that is told of: ");
    rt_put_place(r, s, RT_RUN_STRONG, get(last, "place"));
    rt_put(r->doc, s, RT_RUN_PLAIN, ", ");
    rt_put_name(r->doc, s, RT_RUN_PLAIN, rt_when_words(r->arena, last));
    rt_put(r->doc, s, RT_RUN_PLAIN, ".");
}

static void say_gap(rt_report *r, rt_para *p, const rt_told *movements) {
    const rt_value *gap = get(movements->object, "gap"), *days = rt_value_first(get(gap, "days"));
    if (gap == NULL || gap->kind != RT_OBJECT) return;
    rt_sentence *s = rt_say_of(r, p, movements, get(movements->object, "last"));
    rt_put(r->doc, s, RT_RUN_PLAIN, "Before that no stay is sure from ");
    rt_put_name(r->doc, s, RT_RUN_PLAIN, rt_date_words(r->arena, text(gap, "from"), RT_MONTHS_LONG));
    rt_put(r->doc, s, RT_RUN_PLAIN, " to ");
    rt_put_name(r->doc, s, RT_RUN_PLAIN, rt_date_words(r->arena, text(gap, "to"), RT_MONTHS_LONG));
    if (days != NULL && days->kind == RT_INT && days->next != NULL && days->next->kind == RT_INT)
        rt_putf(r->doc, s, RT_RUN_PLAIN, " (%lld to %lld days, as other stays may lie in it)", (long long)days->integer,
                (long long)days->next->integer);
    rt_put(r->doc, s, RT_RUN_PLAIN, ".");
}

static rt_status point_to(rt_report *r, rt_para *p, rt_error *err) {
    const rt_told *conflicts;
    RT_TRY(rt_report_ask(r, "conflicts", &conflicts, err));
    const size_t n = rt_value_count(get(conflicts->object, "conflicts"));
    if (n == 0)
        rt_frame(r->doc, p, "No contradiction was found among the statements.");
    else
        rt_putf(r->doc, rt_frame(r->doc, p, ""), RT_RUN_PLAIN,
                "Statements contradict each other on %zu %s: see Contradictions.", n, n == 1 ? "point" : "points");
    return rt_ok;
}

static rt_status summary_write(rt_report *r, rt_error *err) {
    const rt_told *show, *movements;
    RT_TRY(rt_report_ask(r, "show", &show, err));
    RT_TRY(rt_report_ask(r, "movements", &movements, err));
    rt_para *p = rt_section_para(r->doc, r->section);
    say_name(r, p, show);
    say_aliases(r, p, show);
    say_birth(r, p, show);
    say_countries(r, p, show);
    p = rt_section_para(r->doc, r->section);
    say_last(r, p, movements);
    say_gap(r, p, movements);
    return point_to(r, p, err);
}

const rt_part rt_part_summary = {"summary", "Summary", summary_write};
