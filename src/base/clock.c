#include "base/clock.h"

#include <stdio.h>
#include <time.h>

#include "base/date.h"

enum { SECONDS_A_DAY = 86400 };
static const int64_t micros_a_second = 1000000;

int64_t rt_clock_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * micros_a_second + t.tv_nsec / 1000;
}

void rt_timestamp_print(int64_t micros, char to[RT_TIMESTAMP_SIZE]) {
    const int64_t seconds = micros / micros_a_second, of_day = seconds % SECONDS_A_DAY;
    int64_t year;
    int month, day;
    rt_day_parts(seconds / SECONDS_A_DAY, &year, &month, &day);
    snprintf(to, RT_TIMESTAMP_SIZE, "%04u-%02u-%02uT%02u:%02u:%02u.%06uZ", (unsigned)(year % 10000),
             (unsigned)month % 100, (unsigned)day % 100, (unsigned)(of_day / 3600) % 100, (unsigned)(of_day / 60 % 60),
             (unsigned)(of_day % 60), (unsigned)(micros % micros_a_second));
}

static int64_t part(rt_str s, size_t at, size_t len) {
    int64_t n = -1;
    return rt_str_int(rt_str_cut(rt_str_from(s, at), len), &n) ? n : -1;
}

bool rt_timestamp_read(rt_str s, int64_t *micros) {
    char again[RT_TIMESTAMP_SIZE];
    if (s.len != RT_TIMESTAMP_SIZE - 1) return false;
    const int64_t year = part(s, 0, 4), month = part(s, 5, 2), day = part(s, 8, 2);
    const int64_t hour = part(s, 11, 2), minute = part(s, 14, 2), second = part(s, 17, 2), fraction = part(s, 20, 6);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || minute < 0 || second < 0 ||
        fraction < 0)
        return false;
    const int64_t days = rt_day_of(year, (int)month, (int)day);
    *micros = ((days * 24 + hour) * 60 + minute) * 60 * micros_a_second + second * micros_a_second + fraction;
    if (*micros < 0) return false;
    rt_timestamp_print(*micros, again); /* 31 June and 25:00 come back as something else */
    return rt_str_is(s, again);
}
