#include "analysis/slices.h"

rt_status rt_slicing_read(rt_str text, rt_slicing *slicing, rt_error *err) {
    int64_t n;
    *slicing = (rt_slicing){.step = rt_str_is(text, "month") ? RT_SLICE_MONTH : RT_SLICE_YEAR};
    if (rt_str_is(text, "year") || rt_str_is(text, "month")) return rt_ok;
    if (!rt_str_int(text, &n) || n < 1 || n > RT_MOST_SLICES)
        return rt_fail(err, RT_USAGE, "--slices takes year, month, or how many equal ones (1 to %d), not \"%.*s\"",
                       RT_MOST_SLICES, RT_FMT(rt_str_cut(text, 40)));
    *slicing = (rt_slicing){RT_SLICE_EQUAL, (size_t)n};
    return rt_ok;
}

/* --- from when to when ------------------------------------------------------------------------------------------- */

typedef struct span {
    rt_day first, last;
    bool any;
} span;

/* Days that are told; an open or unknown end tells none. */
static void take(span *s, rt_day day) {
    if (day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END) return;
    if (!s->any || day < s->first) s->first = day;
    if (!s->any || day > s->last) s->last = day;
    s->any = true;
}

static span span_of(const rt_when *const *when, size_t n) {
    span s = {0};
    for (size_t i = 0; i < n; i++) {
        if (when[i] == NULL) continue;
        const rt_day days[] = {when[i]->start_min, when[i]->start_max, when[i]->end_min, when[i]->end_max};
        for (size_t k = 0; k < 4; k++) take(&s, days[k]);
    }
    return s;
}

/* --- slices ------------------------------------------------------------------------------------------------------ */

static rt_day first_of_next(rt_day day, rt_slice_step step) {
    int64_t year;
    int month, unused;
    rt_day_parts(day, &year, &month, &unused);
    if (step == RT_SLICE_YEAR || month == 12) return rt_day_of(year + 1, 1, 1);
    return rt_day_of(year, month + 1, 1);
}

static rt_day first_of_this(rt_day day, rt_slice_step step) {
    int64_t year;
    int month, unused;
    rt_day_parts(day, &year, &month, &unused);
    return rt_day_of(year, step == RT_SLICE_YEAR ? 1 : month, 1);
}

/* The next one, behind *at; *at is then the first day after it. */
static rt_slice cut(const span *all, rt_slicing slicing, size_t number, rt_day *at) {
    const rt_day first = slicing.step == RT_SLICE_EQUAL ? *at : first_of_this(*at, slicing.step);
    if (slicing.step == RT_SLICE_EQUAL) {
        const rt_day days = all->last - all->first + 1, n = (rt_day)slicing.n, part = (rt_day)number + 1;
        *at = part >= n ? all->last + 1 : all->first + days / n * part + days % n * part / n;
    } else
        *at = first_of_next(*at, slicing.step);
    return (rt_slice){.first = first, .last = *at - 1};
}

static rt_when between(rt_day first, rt_day last) {
    const rt_bounds b = {first, first, last, last};
    return (rt_when){.start_min = first, .start_max = first, .end_min = last, .end_max = last, .wide = b};
}

/* Which ties are in it; whether some is. */
static bool fill(rt_slice *s, const rt_when *const *when, size_t n, rt_arena *arena) {
    const rt_when slice = between(s->first, s->last);
    bool any = false;
    s->ties = RT_NEW_N(arena, rt_certainty, n + 1);
    for (size_t i = 0; i < n; i++) {
        s->ties[i] = when[i] != NULL ? rt_allen_share(when[i], &slice) : RT_IMPOSSIBLE;
        any = any || s->ties[i] != RT_IMPOSSIBLE;
    }
    return any;
}

rt_slices rt_slices_of(const rt_when *const *when, size_t n, rt_slicing slicing, rt_arena *arena) {
    const span all = span_of(when, n);
    rt_slices slices = {.at = RT_NEW_N(arena, rt_slice, RT_MOST_SLICES)};
    rt_day at = all.first;
    for (size_t i = 0; all.any && at <= all.last && !slices.more; i++) {
        rt_slice s = cut(&all, slicing, i, &at);
        slices.more = i == RT_MOST_SLICES;
        if (s.last >= s.first && !slices.more && fill(&s, when, n, arena)) slices.at[slices.n++] = s;
    }
    return slices;
}

rt_str rt_slice_text(const rt_slice *slice, rt_slice_step step, rt_arena *arena) {
    char first[40], last[40];
    const rt_str a = {first, rt_day_print(slice->first, first)}, b = {last, rt_day_print(slice->last, last)};
    const size_t day = step == RT_SLICE_YEAR ? 6 : 3; /* "-01-01", "-01": also behind a year of more than four digits */
    if (step != RT_SLICE_EQUAL) return rt_str_copy(arena, rt_str_cut(a, a.len - day));
    return rt_str_printf(arena, "%.*s/%.*s", RT_FMT(a), RT_FMT(b));
}
