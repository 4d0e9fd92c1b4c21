/* Any bytes are a period that leads from a day to one that is not before it, and from the next day to one that is not
 * before that; or they are refused with a message. */
#include <stdint.h>
#include <stdlib.h>

#include "base/date_period.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const rt_str text = {(const char *)data, size};
    rt_error err = {0};
    rt_period period;
    if (rt_period_read(text, &period, &err).code != RT_OK) {
        must(err.message[0] != '\0');
        return 0;
    }
    must(period.months >= 0 && period.days >= 0);
    for (rt_day day = rt_day_of(2020, 1, 28); day < rt_day_of(2020, 3, 2); day++) {
        must(rt_day_after(day, &period) >= day);
        must(rt_day_after(day + 1, &period) >= rt_day_after(day, &period));
    }
    return 0;
}
