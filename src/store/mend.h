/* `rebuild`: what is derived from the log is made anew, and pages that were damaged with it. */
#pragma once

#include "store/store.h"

typedef struct rt_rebuilt {
    int64_t damaged; /* pages that were not what was written there, and are mended */
} rt_rebuilt;

/* Of a case that is open to mend (RT_OPEN_MEND). Where pages are damaged, the log is copied into a file beside the case
 * and verified there, what is derived is made anew, and the whole put into the place of what was, in one transaction:
 * at any moment the case is the one before or the one after. Documents and the like, which nothing else in the file
 * proves, are taken from sound pages alone, unless `as_it_is`. RT_CORRUPT, and the case is as it was, when the log
 * itself is not what it was, or a page with them is damaged: a backup is needed. RT_BUSY, RT_STOPPED. */
RT_RESULT rt_store_rebuild(rt_store *store, bool as_it_is, rt_rebuilt *done, rt_error *err);
