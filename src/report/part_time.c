/* What happened, in the order of time: a picture, and the table that it is drawn from. */
#include "base/date_english.h"
#include "report/chart_timeline.h"
#include "report/part.h"

static bool is_dated(const rt_value *e) { return rt_value_count(get(e, "span")) > 0; }

/* Who else was in it, in which role. */
static void put_others(rt_report *r, rt_doc_row *row, const rt_value *e) {
    rt_sentence *s = NULL;
    for (const rt_value *v = rt_value_first(get(e, "who")); v != NULL; v = v->next) {
        if (rt_str_eq(text(v, "id"), r->who)) continue;
        if (s == NULL) {
            s = rt_cell_say(r->doc, row, 1);
            rt_put(r->doc, s, RT_RUN_SOFT, "with ");
        } else
            rt_put(r->doc, s, RT_RUN_SOFT, ", ");
        rt_put_name(r->doc, s, RT_RUN_SOFT, text(v, "caption"));
        if (text(v, "role").len > 0)
            rt_putf(r->doc, s, RT_RUN_SOFT, " (%.*s)", RT_FMT(rt_prop_words(r->arena, text(v, "role"))));
    }
}

static void event_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *e) {
    rt_doc_row *row = rt_row_of(r, t, told, e);
    rt_put_when(r, &row->cells[0], e);
    rt_sentence *s = rt_cell_say(r->doc, row, 1);
    const rt_run_style style = rt_put_stance(r, s, e);
    rt_put_name(r->doc, s, style == RT_RUN_PLAIN ? RT_RUN_STRONG : style,
                text(e, "what").len > 0 ? text(e, "what") : text(e, "schema"));
    if (rt_names_joined(r->arena, get(e, "where")).len > 0) {
        rt_put(r->doc, s, RT_RUN_PLAIN, ", ");
        rt_put_place(r, s, RT_RUN_PLAIN, get(e, "where"));
    }
    put_others(r, row, e);
    rt_put_voices(r, &row->cells[2], told, get(e, "statements"));
}

/* What is not known follows from what stands on either side. */
static void gap_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *gap, const rt_value *before,
                    const rt_value *after) {
    rt_doc_row *row = rt_table_add(r->doc, t);
    row->wide = true;
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    rt_put(r->doc, s, RT_RUN_DOUBT, "Nothing is known from ");
    rt_put_name(r->doc, s, RT_RUN_DOUBT, rt_date_words(r->arena, text(gap, "from"), RT_MONTHS_LONG));
    rt_put(r->doc, s, RT_RUN_DOUBT, " to ");
    rt_put_name(r->doc, s, RT_RUN_DOUBT, rt_date_words(r->arena, text(gap, "to"), RT_MONTHS_LONG));
    rt_cite(r->doc, &row->cites, &told->book, get(before, "statements"));
    rt_cite(r->doc, &row->cites, &told->book, get(after, "statements"));
}

static void event_rows(rt_report *r, rt_doc_table *t, const rt_told *told) {
    const rt_value *gap = rt_value_first(get(told->object, "gaps")), *before = NULL;
    for (const rt_value *e = rt_value_first(get(told->object, "events")); e != NULL; before = e, e = e->next) {
        const rt_str day = rt_scalar_text(r->arena, rt_value_first(get(e, "span")));
        for (; gap != NULL && day.len > 0 && rt_str_cmp(text(gap, "from"), day) < 0; gap = gap->next)
            gap_row(r, t, told, gap, before, e);
        event_row(r, t, told, e);
    }
}

static void say_undated(rt_report *r, const rt_told *told) {
    size_t n = 0;
    rt_cites cites = {0};
    for (const rt_value *e = rt_value_first(get(told->object, "events")); e != NULL; e = e->next) {
        if (is_dated(e)) continue;
        n++;
        rt_cite(r->doc, &cites, &told->book, get(e, "statements"));
    }
    if (n == 0) return;
    rt_sentence *s = rt_say(r->doc, rt_section_para(r->doc, r->section));
    s->cites = cites;
    rt_putf(r->doc, s, RT_RUN_PLAIN, "%zu %s no date; %s at the end of the table and not in the picture.", n,
            n == 1 ? "event has" : "events have", n == 1 ? "it stands" : "they stand");
}

enum { ROWS_A_PICTURE = 40, PICTURES_MOST = 4 };

static void put_pictures(rt_report *r, const rt_told *told) {
    const size_t dated = rt_chart_dated(told->object);
    for (size_t from = 0; from < dated && from < ROWS_A_PICTURE * PICTURES_MOST; from += ROWS_A_PICTURE) {
        const rt_picture *picture = rt_chart_timeline(r->arena, told->object, from, ROWS_A_PICTURE);
        rt_para *caption = rt_section_figure(r->doc, r->section, picture);
        if (from == 0)
            rt_frame(r->doc, caption,
                     "Solid: surely going on. Hatched: possible, as the dates are no more exact. Dotted: not bounded "
                     "by any date. "
                     "Drawn from the table below, which leads to the notes.");
        if (from + ROWS_A_PICTURE < dated && from + ROWS_A_PICTURE >= ROWS_A_PICTURE * PICTURES_MOST)
            rt_putf(r->doc, rt_frame(r->doc, caption, ""), RT_RUN_PLAIN,
                    "The pictures show the first %d of %zu dated events; the table has all.",
                    ROWS_A_PICTURE * PICTURES_MOST, dated);
    }
}

static rt_status time_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"When", "What", "Said by", NULL};
    static const unsigned shares[] = {22, 42, 24};
    const rt_told *told;
    RT_TRY(rt_report_ask(r, "timeline", &told, err));
    if (rt_value_count(get(told->object, "events")) == 0) return rt_ok;
    put_pictures(r, told);
    say_undated(r, told);
    event_rows(r, rt_section_table(r->doc, r->section, heads, shares), told);
    return rt_ok;
}

const rt_part rt_part_time = {"time", "In the order of time", time_write};
