/* The days that components with unspecified digits allow. X stands for any digit, and only real days count: 199X-02-29
 * is a day of 1992 or 1996, 1999-02-3X is none. */
#include "base/date_edtf.h"

#include "base/str.h"

rt_ymd rt_ymd_add_months(rt_ymd ymd, int64_t n) {
    const int64_t month = ymd.month - 1 + n % 12;
    ymd.year += n / 12 + (month < 0 ? -1 : month / 12);
    ymd.month = (int)((month + 12) % 12) + 1;
    return ymd;
}

rt_day rt_ymd_day(rt_ymd ymd) {
    const int last = rt_month_days(ymd.year, ymd.month);
    return rt_day_of(ymd.year, ymd.month, ymd.day < last ? ymd.day : last);
}

/* Whether two digits, with X for any, can be n. */
static bool can_be(rt_str two, int n) {
    return (two.at[0] == 'X' || two.at[0] - '0' == n / 10) && (two.at[1] == 'X' || two.at[1] - '0' == n % 10);
}

/* The first n in from, from + step, ... up to and including to that the mask allows; 0 when there is none. */
static int first_match(rt_str two, int from, int to, int step) {
    for (int n = from; n != to + step; n += step)
        if (can_be(two, n)) return n;
    return 0;
}

/* The earliest (step 1) or latest (step -1) day of that year. */
static bool day_in_year(const rt_edtf_date *d, int64_t year, int step, rt_ymd *found) {
    const int month_from = step > 0 ? 1 : 12, month_to = 13 - month_from;
    for (int month = month_from; month != month_to + step; month += step) {
        if (!can_be(d->month, month)) continue;
        const int days = rt_month_days(year, month), day_from = step > 0 ? 1 : days;
        const int day = d->day.len == 0 ? day_from : first_match(d->day, day_from, days + 1 - day_from, step);
        *found = (rt_ymd){year, month, day};
        if (day > 0) return true;
    }
    return false;
}

/* The year with its X as the digits of n: the smallest in size for 0. */
static int64_t year_with(rt_str mask, int64_t n) {
    int64_t year = 0, place = 1;
    for (size_t i = mask.len; i-- > 0 && mask.at[i] != '-';) {
        const bool any = mask.at[i] == 'X';
        year += place * (any ? n % 10 : mask.at[i] - '0');
        if (any) n /= 10;
        place *= 10;
    }
    return mask.at[0] == '-' ? -year : year;
}

static int64_t year_count(rt_str mask) {
    int64_t n = 1;
    for (size_t i = 0; i < mask.len; i++) n *= mask.at[i] == 'X' ? 10 : 1;
    return n;
}

/* A fixed odd last digit, or fixed last two that are no multiple of 4, never make a leap year: then one year stands for
 * all, and no mask makes us try more than a few hundred. */
static bool never_leap(rt_str mask) {
    const char tens = mask.at[mask.len - 2], ones = mask.at[mask.len - 1];
    if (ones == 'X') return false;
    return (ones - '0') % 2 == 1 || (tens != 'X' && ((tens - '0') * 10 + ones - '0') % 4 != 0);
}

static bool day_in_years(const rt_edtf_date *d, int step, rt_ymd *found) {
    const int64_t count = d->masked && d->year.at[0] != 'Y' ? year_count(d->year) : 1;
    const int64_t tries = count > 1 && never_leap(d->year) ? 2 : count; /* two: -0000 is no year */
    const bool down = (step < 0) != (d->year.at[0] == '-');
    for (int64_t i = 0; i < tries; i++) {
        const int64_t year =
            count == 1 ? (step > 0 ? d->year_first : d->year_last) : year_with(d->year, down ? count - 1 - i : i);
        if (year == 0 && d->year.at[0] == '-') continue;
        if (day_in_year(d, year, step, found)) return true;
    }
    return false;
}

bool rt_edtf_days(rt_edtf_date *d) {
    d->first = (rt_ymd){d->year_first, 1, 1};
    d->last = (rt_ymd){d->year_last, 12, 31};
    if (d->months == 0) return true;
    if (d->masked) return day_in_years(d, 1, &d->first) && day_in_years(d, -1, &d->last);
    const int month = (d->month.at[0] - '0') * 10 + d->month.at[1] - '0';
    const int day = d->day.len == 0 ? 0 : (d->day.at[0] - '0') * 10 + d->day.at[1] - '0';
    d->first = (rt_ymd){d->year_first, month, day == 0 ? 1 : day};
    d->last = (rt_ymd){d->year_last, month, day == 0 ? 31 : day};
    return month >= 1 && month <= 12 && d->first.day <= rt_month_days(d->year_first, month) &&
           (d->day.len == 0 || day > 0);
}
