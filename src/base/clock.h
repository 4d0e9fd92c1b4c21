/* Times in UTC to the microsecond, as the log writes them: "2026-11-25T10:00:00.000000Z". */
#pragma once

#include "base/str.h"

enum { RT_TIMESTAMP_SIZE = 28 };

int64_t rt_clock_now(void);                                          /* microseconds since 1970-01-01 */
void rt_timestamp_print(int64_t micros, char to[RT_TIMESTAMP_SIZE]); /* years 0 to 9999; terminated */

/* The reverse; false when s is no such text. */
bool rt_timestamp_read(rt_str s, int64_t *micros);
