/* Periods of the calendar as ISO 8601 writes them: P30D, P6W, P1Y6M. Whole years, months, weeks and days. */
#pragma once

#include "base/date.h"

typedef struct rt_period {
    int64_t months, days;
} rt_period;

/* RT_BAD with what is taken, when text is no such period or longer than 10,000 years. */
RT_RESULT rt_period_read(rt_str text, rt_period *period, rt_error *err);

/* The day that lies a period after another: months first (the last day of a month where the day is not in it: a month
 * after 31 January is the last of February), then days. Open ends stay open.
 * Of a period below zero, the day before it. */
rt_day rt_day_after(rt_day day, const rt_period *period);
