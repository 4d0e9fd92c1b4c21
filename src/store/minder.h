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
    /* How far long work is: "entries checked", how many of how many (below 0: nobody knows), by the thread that called;
     * done below 0: it goes on, and can't be counted. Or NULL. */
    void (*progress)(void *to, const char *what, int64_t done, int64_t all);
    const char *at; /* what goes on and can't be counted: told while SQLite is at work; NULL: nothing */
    int wait;       /* seconds for another program that writes; 0: RT_WAIT_SECONDS */
} rt_minder;

enum { RT_MINDED_EVERY = 4096 };

static inline bool rt_minder_stops(const rt_minder *minder) { return minder->stop != NULL && minder->stop(minder->to); }

static inline void rt_minder_progress(const rt_minder *minder, const char *what, int64_t done, int64_t all) {
    if (minder->progress != NULL) minder->progress(minder->to, what, done, all);
}

/* The same of what is counted one by one: of some thousands once. */
static inline void rt_minder_count(const rt_minder *minder, const char *what, int64_t done, int64_t all) {
    if (done % RT_MINDED_EVERY == 0) rt_minder_progress(minder, what, done, all);
}

/* What was counted is done. */
static inline void rt_minder_done(const rt_minder *minder) { rt_minder_progress(minder, "", 0, 0); }
