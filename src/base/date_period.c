#include "base/date_period.h"

#include <string.h>

static const struct unit {
    char letter;
    int64_t months, days, most; /* what one is; how many there may be: some 10,000 years */
} units[] = {{'Y', 12, 0, 10000}, {'M', 1, 0, 120000}, {'W', 0, 7, 520000}, {'D', 0, 1, 3650000}};
enum { UNITS = sizeof units / sizeof *units };

static rt_status refuse(rt_str text, rt_error *err) {
    return rt_fail(err, RT_BAD, "a period is written like P30D, P6W or P1Y6M, not \"%.*s\"",
                   RT_FMT(rt_str_cut(text, 60)));
}

/* "30D" of the rest; the units follow each other, each at most once. */
static bool take(rt_str *rest, size_t *next, rt_period *p) {
    size_t digits = 0;
    int64_t n;
    while (digits < rest->len && rt_is_digit(rest->at[digits])) digits++;
    if (digits == rest->len || digits > 9 || !rt_str_int(rt_str_cut(*rest, digits), &n)) return false;
    for (; *next < UNITS && units[*next].letter != rest->at[digits]; ++*next) {
    }
    if (*next == UNITS || n > units[*next].most) return false;
    p->months += n * units[*next].months;
    p->days += n * units[*next].days;
    ++*next;
    *rest = rt_str_from(*rest, digits + 1);
    return true;
}

rt_status rt_period_read(rt_str text, rt_period *period, rt_error *err) {
    rt_str rest = rt_str_from(text, 1);
    size_t next = 0;
    *period = (rt_period){0, 0};
    if (text.len < 3 || text.at[0] != 'P') return refuse(text, err);
    while (rest.len > 0)
        if (!take(&rest, &next, period)) return refuse(text, err);
    return rt_ok;
}

rt_day rt_day_after(rt_day day, const rt_period *period) {
    int64_t year;
    int month, dayofmonth;
    if (day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END) return day;
    if (period->months == 0) return day + period->days;
    rt_day_parts(day, &year, &month, &dayofmonth);
    const int64_t months = month - 1 + period->months;
    const int64_t years = months >= 0 ? months / 12 : -((11 - months) / 12);
    year += years;
    month = (int)(months - 12 * years) + 1;
    const int last = rt_month_days(year, month);
    return rt_day_of(year, month, dayofmonth < last ? dayofmonth : last) + period->days;
}
