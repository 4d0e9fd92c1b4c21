/* Where things stand in their owner's list, found by what they are called: a hash table of places, by open addressing.
 * Different keys may have the same hash, so the owner compares what is found:
 *
 *     for (rt_probe p = rt_slots_text(&slots, name); rt_probe_next(&p);)
 *         if (rt_str_eq(list[p.place].name, name)) return p.place;
 *
 * Texts are hashed by XXH3 with a seed of the table's own, drawn at random: nobody can make a file whose names all fall
 * on one slot (docs/decisions/041-one-hash-table.md). */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* {0} is an empty one. */
typedef struct rt_slots {
    uint64_t *at;   /* low half: 1 + place, 0 where it is free; high half: the hash */
    size_t room, n; /* room: a power of two, or 0; at least twice n */
    uint64_t seed;
} rt_slots;

typedef struct rt_probe {
    size_t place; /* once rt_probe_next was true */
    const rt_slots *slots;
    size_t at;
    uint32_t hash;
} rt_probe;

/* The places that were added under this key (and some others). O(1) expected; nothing may be added meanwhile. */
rt_probe rt_slots_text(const rt_slots *slots, rt_str key);
rt_probe rt_slots_texts(const rt_slots *slots, rt_str first, rt_str second);
rt_probe rt_slots_number(const rt_slots *slots, int64_t key);

static inline bool rt_probe_next(rt_probe *p) {
    const rt_slots *s = p->slots;
    if (s->room == 0) return false;
    for (uint64_t slot; (slot = s->at[p->at & (s->room - 1)]) != 0;) {
        p->at++;
        if (slot >> 32 != p->hash) continue;
        p->place = (uint32_t)slot - 1;
        return true;
    }
    return false;
}

/* Adds a place (below 2^32 - 1) under a key, beside those that are there. The slots live in the arena, always the same
 * one; NULL: rt_slots_close frees them. */
void rt_slots_add_text(rt_slots *slots, rt_str key, size_t place, rt_arena *arena);
void rt_slots_add_texts(rt_slots *slots, rt_str first, rt_str second, size_t place, rt_arena *arena);
void rt_slots_add_number(rt_slots *slots, int64_t key, size_t place, rt_arena *arena);

/* Forgets all places, and keeps the room. */
void rt_slots_clear(rt_slots *slots);

/* For tables without arena; {0} is fine. */
void rt_slots_close(rt_slots *slots);
