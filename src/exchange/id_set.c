#include "exchange/id_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Its first half; never 0, which says that a slot is free. */
static uint64_t key_of(const char *id) {
    uint64_t key = 0;
    for (int i = 0; i < 16; i++) key = key << 4 | (uint64_t)(id[i] <= '9' ? id[i] - '0' : id[i] - 'a' + 10);
    return key != 0 ? key : 1;
}

/* Ids are hashes: their bits are as good as any. */
static uint64_t *slot_of(const rt_id_set *set, uint64_t key) {
    size_t i = (size_t)key & (set->room - 1);
    while (set->slots[i] != 0 && set->slots[i] != key) i = (i + 1) & (set->room - 1);
    return &set->slots[i];
}

static void make_room(rt_id_set *set) {
    const rt_id_set before = *set;
    if (2 * (before.n + 1) <= before.room) return;
    set->room = before.room == 0 ? 1024 : 2 * before.room;
    set->slots = memset(rt_alloc(set->room * sizeof *set->slots), 0, set->room * sizeof *set->slots);
    for (size_t i = 0; i < before.room; i++)
        if (before.slots[i] != 0) *slot_of(set, before.slots[i]) = before.slots[i];
    free(before.slots);
}

void rt_id_set_add(rt_id_set *set, const char *id) {
    const uint64_t key = key_of(id);
    make_room(set);
    uint64_t *slot = slot_of(set, key);
    set->n += *slot == 0;
    *slot = key;
}

bool rt_id_set_has(const rt_id_set *set, const char *id) { return set->n > 0 && *slot_of(set, key_of(id)) != 0; }

void rt_id_set_close(rt_id_set *set) { free(set->slots); }
