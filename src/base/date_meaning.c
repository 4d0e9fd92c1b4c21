/* What the items of an EDTF text mean as days, as written and as comparisons take them. */
#include "base/date_edtf.h"

typedef struct meaning {
    rt_bounds days, wide;
} meaning;

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t most(int64_t a, int64_t b) { return a > b ? a : b; }

/* By how much `~` and `%` widen: one unit of each approximate component that is the last of its group (2004-06~-11: the
 * year and month are about June, so a month; 2004~-06-~11: a year, and a day). */
typedef struct widening {
    int64_t months, days;
} widening;

static bool ends_group(const rt_edtf_date *d, int component) {
    const bool is = (d->marks[component] & RT_EDTF_APPROXIMATE) != 0;
    return is && (component == RT_EDTF_DAY || (d->marks[component + 1] & RT_EDTF_APPROXIMATE) == 0);
}

/* A component that is wholly unspecified is as precise as the one before it. */
static widening widening_of(const rt_edtf_date *d) {
    widening w = {0};
    const int64_t of_year = 12 * least(d->year_unit, RT_YEAR_MAX),
                  of_month = rt_str_is(d->month, "XX") ? of_year : d->months;
    if (ends_group(d, RT_EDTF_YEAR)) w.months += of_year;
    if (ends_group(d, RT_EDTF_MONTH)) w.months += of_month;
    if (!ends_group(d, RT_EDTF_DAY)) return w;
    if (rt_str_is(d->day, "XX"))
        w.months += of_month;
    else
        w.days = 1;
    return w;
}

static meaning of_date(const rt_edtf_date *d) {
    const rt_day first = rt_ymd_day(d->first), last = rt_ymd_day(d->last);
    meaning m = {{first, last, first, last}, {first, last, first, last}};
    if (((d->marks[0] | d->marks[1] | d->marks[2]) & RT_EDTF_APPROXIMATE) == 0) return m;
    const widening w = widening_of(d);
    const rt_day from = rt_ymd_day(rt_ymd_add_months(d->first, -w.months)) - w.days;
    const rt_day to = rt_ymd_day(rt_ymd_add_months(d->last, w.months)) + w.days;
    m.wide = (rt_bounds){from, to, from, to};
    return m;
}

/* Begins in a, ends in b. */
static rt_bounds from_to(const rt_bounds *a, const rt_bounds *b) {
    return (rt_bounds){a->start_min, a->start_max, b->end_min, b->end_max};
}

/* Either of the two, or something between. */
static rt_bounds one_of(const rt_bounds *a, const rt_bounds *b) {
    return (rt_bounds){least(a->start_min, b->start_min), most(a->start_max, b->start_max),
                       least(a->end_min, b->end_min), most(a->end_max, b->end_max)};
}

/* Both: begins with the first and ends with the last. */
static rt_bounds all_of(const rt_bounds *a, const rt_bounds *b) {
    return (rt_bounds){least(a->start_min, b->start_min), least(a->start_max, b->start_max),
                       most(a->end_min, b->end_min), most(a->end_max, b->end_max)};
}

static meaning combine(rt_bounds (*how)(const rt_bounds *, const rt_bounds *), const meaning *a, const meaning *b) {
    return (meaning){how(&a->days, &b->days), how(&a->wide, &b->wide)};
}

static meaning open_end(rt_day day) {
    const rt_bounds b = {day, day, day, day};
    return (meaning){b, b};
}

static meaning of_from(const rt_edtf_date *d) {
    return d->end == RT_EDTF_DATE ? of_date(d) : open_end(RT_DAY_OPEN_START);
}
static meaning of_to(const rt_edtf_date *d) { return d->end == RT_EDTF_DATE ? of_date(d) : open_end(RT_DAY_OPEN_END); }

static meaning of_item(const rt_edtf_item *item, char kind) {
    const meaning from = of_from(&item->from);
    if (!item->range) return from;
    const meaning to = of_to(&item->to);
    return combine(kind == '[' ? one_of : from_to, &from, &to);
}

/* Where an end is unknown its bounds are all days on the right side of the other end. */
static void loosen(rt_bounds *b, const rt_when *w) {
    if (w->start_unknown) b->start_min = RT_DAY_OPEN_START, b->start_max = b->end_max;
    if (w->end_unknown) b->end_min = b->start_min, b->end_max = RT_DAY_OPEN_END;
}

static void note(rt_when *w, const rt_edtf_date *d) {
    const int marks = d->marks[0] | d->marks[1] | d->marks[2];
    w->uncertain |= (marks & RT_EDTF_UNCERTAIN) != 0;
    w->approximate |= (marks & RT_EDTF_APPROXIMATE) != 0;
    if (w->level < d->level) w->level = d->level;
}

static void put(rt_when *w, rt_bounds b, rt_bounds wide) {
    w->start_min = b.start_min, w->start_max = b.start_max;
    w->end_min = b.end_min, w->end_max = b.end_max;
    w->wide = wide;
}

rt_status rt_edtf_read(rt_str text, rt_when *when, rt_error *err) {
    rt_edtf_scan scan = {.text = text, .err = err};
    meaning all = {0};
    rt_when w = {0};
    for (bool first = true; !scan.done; first = false) {
        rt_edtf_item item;
        RT_TRY(rt_edtf_next(&scan, &item));
        const meaning m = of_item(&item, scan.kind);
        all = first ? m : combine(scan.kind == '[' ? one_of : all_of, &all, &m);
        note(&w, &item.from);
        if (item.range) note(&w, &item.to);
        w.start_unknown = item.from.end == RT_EDTF_UNKNOWN;
        w.end_unknown = item.range && item.to.end == RT_EDTF_UNKNOWN;
    }
    loosen(&all.days, &w);
    loosen(&all.wide, &w);
    put(&w, all.days, all.wide);
    if (scan.kind == '[' || scan.kind == '{') w.level = 2;
    *when = w;
    return rt_ok;
}

rt_when rt_when_widened(const rt_when *when) {
    rt_when w = *when;
    put(&w, when->wide, when->wide);
    return w;
}

rt_when rt_when_day(rt_day day) {
    const rt_bounds b = {day, day, day, day};
    rt_when w = {0};
    put(&w, b, b);
    return w;
}

void rt_when_span(const rt_when *when, rt_day *first, rt_day *last) {
    *first = when->start_min;
    *last = when->end_max;
}
