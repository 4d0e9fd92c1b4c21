#include "base/date_age.h"

enum { AGE_MAX = 200 };

/* The same day n years before. 29 February becomes the 28th; the 28th, as the last of its month, becomes the last. */
static rt_day years_before(rt_day day, int64_t n, bool latest) {
    int64_t year;
    int month, of_month;
    if (day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END) return day;
    rt_day_parts(day, &year, &month, &of_month);
    const int days = rt_month_days(year - n, month);
    const bool end_of_february = month == 2 && of_month == rt_month_days(year, 2);
    return rt_day_of(year - n, month, of_month > days || (latest && end_of_february) ? days : of_month);
}

/* Not yet a year older on the first day it can have been said, and already that old on the last. */
static void born(int64_t least, int64_t most, rt_day first, rt_day last, rt_bounds *to) {
    const rt_day after = years_before(first, most + 1, false), until = years_before(last, least, true);
    const rt_day from = after == RT_DAY_OPEN_START || after == RT_DAY_OPEN_END ? after : after + 1;
    *to = (rt_bounds){from, until, from, until};
}

rt_status rt_age_birth(int64_t least, int64_t most, const rt_when *said, rt_when *birth, rt_error *err) {
    if (least < 0 || most > AGE_MAX || least > most)
        return rt_fail(err, RT_BAD, "an age is from 0 to %d years", AGE_MAX);
    rt_bounds days;
    born(least, most, said->start_min, said->end_max, &days);
    *birth = (rt_when){.start_min = days.start_min,
                       .start_max = days.start_max,
                       .end_min = days.end_min,
                       .end_max = days.end_max,
                       .uncertain = said->uncertain,
                       .approximate = said->approximate,
                       .level = 2};
    born(least, most, said->wide.start_min, said->wide.end_max, &birth->wide);
    return rt_ok;
}

static rt_str day_edtf(rt_day day, rt_arena *arena) {
    char text[40];
    if (day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END) return (rt_str){"", 0};
    rt_str s = {text, rt_day_print(day, text)};
    if (text[0] == 'Y') s.len -= 6; /* such a year has no months in EDTF */
    return rt_str_copy(arena, s);
}

rt_str rt_days_edtf(rt_day first, rt_day last, rt_arena *arena) {
    const rt_str from = day_edtf(first, arena), to = day_edtf(last, arena);
    if (from.len == 0 && to.len == 0) return RT_S("../..");
    if (rt_str_eq(from, to)) return from;
    return rt_str_printf(arena, "[%.*s..%.*s]", RT_FMT(from), RT_FMT(to));
}

rt_agreement rt_dates_agree(const rt_when *dates, size_t n) {
    rt_agreement r = {.first = dates[0].wide.start_min, .last = dates[0].wide.end_max};
    for (size_t i = 1; i < n; i++) {
        const rt_bounds *w = &dates[i].wide;
        if (w->start_min > r.first) r.first = w->start_min, r.a = i;
        if (w->end_max < r.last) r.last = w->end_max, r.b = i;
    }
    r.agree = r.first <= r.last;
    r.uncertain = dates[r.a].uncertain || dates[r.b].uncertain;
    return r;
}
