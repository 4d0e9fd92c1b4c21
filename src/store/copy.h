/* Copies of a case file: behind `backup`, and behind what is kept before an upgrade. Private to src/store. */
#pragma once

#include "store/connect.h"

/* Copies what this connection sees, which must read and not write; pages that are damaged are copied as they are, where
 * the connection does not check them, and else fail. `replace`: also where a file stands. Errors name
 * the place. bytes, where not NULL, gets the copy's size. */
RT_RESULT rt_copy_make(sqlite3 *source, const char *to, bool replace, const rt_minder *minder, int64_t *bytes,
                       rt_error *err);
