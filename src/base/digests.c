#include "base/digests.h"

#include <stdlib.h>
#include <string.h>

static bool is_free(const rt_digest *d) { return d->key[0] == 0 && d->key[1] == 0; }

static void key_of(const rt_hash *hash, uint64_t key[2]) {
    memcpy(key, hash->bytes, 16);
    if (key[0] == 0 && key[1] == 0) key[0] = 1;
}

/* The slot that has the key, or the free one where it belongs. SHA-256 scatters by itself. */
static rt_digest *slot_of(const rt_digests *set, const uint64_t key[2]) {
    size_t i = (size_t)key[0] & (set->room - 1);
    while (!is_free(&set->slots[i]) && (set->slots[i].key[0] != key[0] || set->slots[i].key[1] != key[1]))
        i = (i + 1) & (set->room - 1);
    return &set->slots[i];
}

static void grow(rt_digests *set) {
    const rt_digests old = *set;
    set->room = old.room == 0 ? 1024 : 2 * old.room;
    set->slots = rt_alloc(set->room * sizeof *set->slots);
    memset(set->slots, 0, set->room * sizeof *set->slots);
    for (size_t i = 0; i < old.room; i++)
        if (!is_free(&old.slots[i])) *slot_of(set, old.slots[i].key) = old.slots[i];
    free(old.slots);
}

rt_digest *rt_digests_put(rt_digests *set, const rt_hash *hash) {
    uint64_t key[2];
    key_of(hash, key);
    if (4 * (set->count + 1) > 3 * set->room) grow(set);
    rt_digest *d = slot_of(set, key);
    if (!is_free(d)) return d;
    *d = (rt_digest){{key[0], key[1]}, 0};
    set->count++;
    return d;
}

rt_digest *rt_digests_find(const rt_digests *set, const rt_hash *hash) {
    uint64_t key[2];
    if (set->room == 0) return NULL;
    key_of(hash, key);
    rt_digest *d = slot_of(set, key);
    return is_free(d) ? NULL : d;
}

void rt_digests_clear(rt_digests *set) {
    if (set->count > 0) memset(set->slots, 0, set->room * sizeof *set->slots);
    set->count = 0;
}

void rt_digests_close(rt_digests *set) {
    free(set->slots);
    *set = (rt_digests){0};
}
