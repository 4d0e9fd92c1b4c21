#include "base/date.h"

#include <stdio.h>

/* Days from the civil date and back by eras of 400 years: Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms". The year begins in March, so that the leap day is its last. */
enum { DAYS_OF_ERA = 146097, DAYS_TO_1970 = 719468 };

static int64_t era_of(int64_t n, int64_t size) { return (n >= 0 ? n : n - (size - 1)) / size; }

rt_day rt_day_of(int64_t year, int month, int day) {
    if (year > RT_YEAR_MAX) year = RT_YEAR_MAX;
    if (year < -RT_YEAR_MAX) year = -RT_YEAR_MAX;
    year -= month <= 2;
    const int64_t era = era_of(year, 400), of_era = year - era * 400;
    const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

void rt_day_parts(rt_day day, int64_t *year, int *month, int *dayofmonth) {
    const int64_t n = day + DAYS_TO_1970, era = era_of(n, DAYS_OF_ERA), d = n - era * DAYS_OF_ERA;
    const int64_t of_era = (d - d / 1460 + d / 36524 - d / 146096) / 365;
    const int of_year = (int)(d - (365 * of_era + of_era / 4 - of_era / 100));
    const int m = (5 * of_year + 2) / 153;
    *dayofmonth = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = of_era + era * 400 + (*month <= 2);
}

int rt_month_days(int64_t year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

int rt_day_weekday(rt_day day) {
    const int64_t n = day % 7 + 3; /* 1970-01-01 was a Thursday */
    return (int)((n + 7) % 7);
}

size_t rt_day_print(rt_day day, char to[40]) {
    if (day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END) return (size_t)snprintf(to, 40, "..");
    int64_t year;
    int month, of_month;
    rt_day_parts(day, &year, &month, &of_month);
    const char *far = year > 9999 || year < -9999 ? "Y" : "";
    const char *sign = year < 0 ? "-" : "";
    const long long size = year < 0 ? -year : year;
    return (size_t)snprintf(to, 40, "%s%s%04lld-%02d-%02d", far, sign, size, month, of_month);
}
