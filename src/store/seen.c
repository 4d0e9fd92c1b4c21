#include "store/seen.h"

#include <stdlib.h>
#include <string.h>

/* Keys are the first bytes of SHA-256: their low bits are as good as any hash. */
static size_t slot_of(const rt_seen *seen, int64_t key, size_t step) { return ((size_t)key + step) & (seen->room - 1); }

bool rt_seen_find(const rt_seen *seen, const rt_postings *window, int64_t key, size_t *step, int64_t *seq) {
    if (seen->room == 0) return false;
    for (uint64_t slot; (slot = seen->slots[slot_of(seen, key, *step)]) != 0;) {
        const size_t place = (uint32_t)slot - 1;
        ++*step;
        if ((slot ^ (uint64_t)key) >> 32 != 0 || window->at[place].key != key) continue;
        *seq = window->at[place].seq;
        return true;
    }
    return false;
}

static void put(rt_seen *seen, const rt_postings *window, size_t place) {
    size_t step = 0;
    while (seen->slots[slot_of(seen, window->at[place].key, step)] != 0) step++;
    const uint64_t high = (uint64_t)window->at[place].key >> 32 << 32;
    seen->slots[slot_of(seen, window->at[place].key, step)] = high | (place + 1);
}

static void grow(rt_seen *seen, const rt_postings *window) {
    seen->room = seen->room == 0 ? 1024 : 2 * seen->room;
    free(seen->slots);
    seen->slots = rt_alloc(seen->room * sizeof *seen->slots);
    memset(seen->slots, 0, seen->room * sizeof *seen->slots);
    for (size_t i = 0; i < seen->n; i++) put(seen, window, i);
}

void rt_seen_follow(rt_seen *seen, const rt_postings *window) {
    if (window->n < seen->n && seen->room > 0) { /* flushed: begin anew */
        memset(seen->slots, 0, seen->room * sizeof *seen->slots);
        seen->n = 0;
    }
    while (seen->n < window->n) {
        if (2 * (seen->n + 1) > seen->room) grow(seen, window);
        put(seen, window, seen->n++);
    }
}

void rt_seen_close(rt_seen *seen) { free(seen->slots); }
