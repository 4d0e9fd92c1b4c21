#include "analysis/dating.h"

rt_str rt_day_text(rt_day day, rt_arena *arena) {
    char text[40];
    return rt_str_copy(arena, (rt_str){text, rt_day_print(day, text)});
}

rt_value *rt_days_span(rt_day first, rt_day last, rt_arena *arena) {
    rt_value *span = rt_value_list(arena);
    rt_value_push_text(arena, span, rt_day_text(first, arena));
    rt_value_push_text(arena, span, rt_day_text(last, arena));
    return span;
}

rt_value *rt_dating_span(const rt_dating *d, rt_arena *arena) {
    rt_day first, last;
    if (!d->dated) return rt_value_null(arena);
    rt_when_span(&d->when, &first, &last);
    rt_value *span = rt_value_list(arena);
    rt_value_push(span, d->when.start_unknown ? rt_value_null(arena) : rt_value_text(arena, rt_day_text(first, arena)));
    rt_value_push(span, d->when.end_unknown ? rt_value_null(arena) : rt_value_text(arena, rt_day_text(last, arena)));
    return span;
}

/* --- start and end together -------------------------------------------------------------------------------------- */

/* Whether it can stand on either side of a slash: a date, no set and no interval. */
static bool is_plain(rt_str edtf) {
    for (size_t i = 0; i < edtf.len; i++)
        if (edtf.at[i] == '[' || edtf.at[i] == '{' || edtf.at[i] == '/' || edtf.at[i] == '.') return false;
    return true;
}

static bool reads(rt_str edtf, rt_when *when) { return edtf.len > 0 && rt_edtf_read(edtf, when, NULL).code == RT_OK; }

static void take_start(rt_bounds *to, const rt_bounds *from) {
    to->start_min = from->start_min;
    to->start_max = from->end_max;
}

static void take_end(rt_bounds *to, const rt_bounds *from) {
    to->end_min = from->start_min;
    to->end_max = from->end_max;
}

static rt_bounds written(const rt_when *w) { return (rt_bounds){w->start_min, w->start_max, w->end_min, w->end_max}; }

/* Each of the two is one day, somewhere in what its source gives; the end is never before the start. */
static rt_bounds joined(const rt_bounds *start, const rt_bounds *end) {
    rt_bounds b = {RT_DAY_OPEN_START, RT_DAY_OPEN_END, RT_DAY_OPEN_START, RT_DAY_OPEN_END};
    if (start != NULL) take_start(&b, start);
    if (end != NULL) take_end(&b, end);
    if (start == NULL) b.start_max = b.end_max;
    if (end == NULL) b.end_min = b.start_min;
    return b;
}

static rt_when join(const rt_when *start, const rt_when *end) {
    const rt_bounds a = start != NULL ? written(start) : (rt_bounds){0},
                    b = end != NULL ? written(end) : (rt_bounds){0};
    const rt_bounds w = joined(start != NULL ? &a : NULL, end != NULL ? &b : NULL);
    rt_when when = {.start_min = w.start_min, .start_max = w.start_max, .end_min = w.end_min, .end_max = w.end_max};
    when.wide = joined(start != NULL ? &start->wide : NULL, end != NULL ? &end->wide : NULL);
    when.start_unknown = start == NULL;
    when.end_unknown = end == NULL;
    when.uncertain = (start != NULL && start->uncertain) || (end != NULL && end->uncertain);
    when.approximate = (start != NULL && start->approximate) || (end != NULL && end->approximate);
    return when;
}

static rt_dating of_ends(rt_str start, rt_str end, rt_arena *arena) {
    rt_dating d = {.start = start, .end = end, .dated = true};
    rt_when a, b;
    if (is_plain(start) && is_plain(end)) {
        d.edtf = rt_str_printf(arena, "%.*s/%.*s", RT_FMT(start), RT_FMT(end));
        if (rt_str_eq(start, end)) d.edtf = start;
        if (reads(d.edtf, &d.when)) return d;
        d.edtf = (rt_str){"", 0};
    }
    const bool starts = reads(start, &a), ends = reads(end, &b);
    d.when = join(starts ? &a : NULL, ends ? &b : NULL);
    return d;
}

rt_dating rt_dating_of(rt_str start, rt_str end, rt_str date, rt_arena *arena) {
    rt_dating d = {.edtf = date};
    rt_when unused;
    if (!reads(start, &unused)) start = (rt_str){"", 0};
    if (!reads(end, &unused)) end = (rt_str){"", 0};
    if (start.len + end.len > 0) return of_ends(start, end, arena);
    d.dated = reads(date, &d.when);
    if (!d.dated) d.edtf = (rt_str){"", 0};
    return d;
}

/* --- order ------------------------------------------------------------------------------------------------------- */

rt_day rt_dating_first(const rt_dating *d) {
    return d->when.start_unknown || d->when.start_min == RT_DAY_OPEN_START ? d->when.end_max : d->when.start_min;
}

rt_day rt_dating_last_known(const rt_dating *d) { return d->when.end_unknown ? d->when.start_max : d->when.end_max; }

static int by_day(rt_day a, rt_day b) { return (a > b) - (a < b); }

int rt_dating_cmp(const rt_dating *a, const rt_dating *b) {
    if (!a->dated || !b->dated) return (int)b->dated - (int)a->dated;
    const int c = by_day(rt_dating_first(a), rt_dating_first(b));
    return c != 0 ? c : by_day(rt_dating_last_known(a), rt_dating_last_known(b));
}
