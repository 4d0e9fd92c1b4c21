/* Who minds work on a case that may take long: is told what it does, and may stop it.
 *
 * {0} tells nobody, is never stopped, and waits for another writer as long as is usual. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RT_WAIT_SECONDS = 60, RT_WAIT_NOT_AT_ALL = -1 };

typedef struct rt_minder {
    void *to;
    void (*tell)(void *to, const char *message); /* one sentence for people: that it waits, what it keeps; or NULL */
    bool (*stop)(void *to);                      /* asked often, by any thread: true ends with RT_STOPPED; or NULL */
    void (*progress)(void *to, int64_t done, int64_t all); /* pages that were copied; or NULL */
    int wait; /* seconds for another program that writes; 0: RT_WAIT_SECONDS */
} rt_minder;

static inline bool rt_minder_stops(const rt_minder *minder) { return minder->stop != NULL && minder->stop(minder->to); }
