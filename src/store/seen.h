/* Which ids this batch has put into the log already, of those that wait in the window of the lookup's postings: a hash
 * table of places in that window. Private to src/store. */
#pragma once

#include "store/postings.h"

typedef struct rt_seen {
    uint64_t *slots; /* low half: 1 + place in the window, 0: free; high half: that of the key, so that most misses stay
                        here */
    size_t room;     /* a power of two, or 0 */
    size_t n;
} rt_seen;

/* The postings in the window with this key, one after the other: start with *step = 0; false when there is no other. */
bool rt_seen_find(const rt_seen *seen, const rt_postings *window, int64_t key, size_t *step, int64_t *seq);

/* To be called when the window has grown by one (or was emptied, which it notices). */
void rt_seen_follow(rt_seen *seen, const rt_postings *window);

void rt_seen_close(rt_seen *seen);
