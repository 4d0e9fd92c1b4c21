#include "base/slots.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/hash.h"

enum { FIRST_ROOM = 16 };

/* --- hashes ------------------------------------------------------------------------------------------------------- */

static uint32_t of_text(const rt_slots *s, rt_str key) {
    return (uint32_t)XXH3_64bits_withSeed(key.at, key.len, s->seed);
}

static uint32_t of_texts(const rt_slots *s, rt_str first, rt_str second) {
    return (uint32_t)XXH3_64bits_withSeed(second.at, second.len, XXH3_64bits_withSeed(first.at, first.len, s->seed));
}

/* Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4), of both halves: the high bits are mixed best. */
static uint32_t of_number(const rt_slots *s, int64_t key) {
    const uint64_t seeded = (uint64_t)key ^ s->seed;
    return (uint32_t)((seeded ^ seeded >> 32) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

/* --- looking ------------------------------------------------------------------------------------------------------ */

static rt_probe begin(const rt_slots *s, uint32_t hash) { return (rt_probe){.slots = s, .at = hash, .hash = hash}; }

rt_probe rt_slots_text(const rt_slots *s, rt_str key) { return begin(s, s->n == 0 ? 0 : of_text(s, key)); }

rt_probe rt_slots_texts(const rt_slots *s, rt_str first, rt_str second) {
    return begin(s, s->n == 0 ? 0 : of_texts(s, first, second));
}

rt_probe rt_slots_number(const rt_slots *s, int64_t key) { return begin(s, of_number(s, key)); }

/* --- adding ------------------------------------------------------------------------------------------------------- */

static void put(rt_slots *s, uint64_t slot) {
    size_t at = slot >> 32 & (s->room - 1);
    while (s->at[at] != 0) at = (at + 1) & (s->room - 1);
    s->at[at] = slot;
}

static uint64_t *slots_new(rt_arena *arena, size_t room) {
    if (arena != NULL) return RT_NEW_N(arena, uint64_t, room);
    return memset(rt_alloc(room * sizeof(uint64_t)), 0, room * sizeof(uint64_t));
}

static void make_room(rt_slots *s, rt_arena *arena) {
    const rt_slots before = *s;
    if (2 * (s->n + 1) <= s->room) return;
    if (s->room == 0) rt_random(&s->seed, sizeof s->seed);
    s->room = before.room == 0 ? FIRST_ROOM : 2 * before.room;
    s->at = slots_new(arena, s->room);
    for (size_t i = 0; i < before.room; i++)
        if (before.at[i] != 0) put(s, before.at[i]);
    if (arena == NULL) free(before.at);
}

static void add(rt_slots *s, uint32_t hash, size_t place) {
    put(s, (uint64_t)hash << 32 | (place + 1));
    s->n++;
}

void rt_slots_add_text(rt_slots *s, rt_str key, size_t place, rt_arena *arena) {
    make_room(s, arena);
    add(s, of_text(s, key), place);
}

void rt_slots_add_texts(rt_slots *s, rt_str first, rt_str second, size_t place, rt_arena *arena) {
    make_room(s, arena);
    add(s, of_texts(s, first, second), place);
}

void rt_slots_add_number(rt_slots *s, int64_t key, size_t place, rt_arena *arena) {
    make_room(s, arena);
    add(s, of_number(s, key), place);
}

void rt_slots_clear(rt_slots *s) {
    if (s->n > 0) memset(s->at, 0, s->room * sizeof *s->at);
    s->n = 0;
}

void rt_slots_close(rt_slots *s) {
    free(s->at);
    *s = (rt_slots){0};
}
