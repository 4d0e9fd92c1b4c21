/* Lists that grow twice as long each time: n items are moved at most n times in all. */
#pragma once

#include <string.h>

#include "base/arena.h"

/* Room for one more behind n items, in an arena: at itself, or a copy twice as long when n is a power of two. What is
 * outgrown stays there until the arena is reset: at most as much again.
 * list = rt_grow(arena, list, n, sizeof *list); list[n++] = item; */
static inline void *rt_grow(rt_arena *arena, void *at, size_t n, size_t size) {
    if (n != 0 && (n < 4 || (n & (n - 1)) != 0)) return at;
    void *bigger = rt_arena_alloc_n(arena, n == 0 ? 4 : 2 * n, size);
    if (at != NULL) memcpy(bigger, at, n * size);
    return bigger;
}

/* The same for a list that is its owner's to free; it may be emptied (n = 0) and filled again in the room it has.
 * list = rt_grow_own(list, n, &room, sizeof *list); list[n++] = item; */
static inline void *rt_grow_own(void *at, size_t n, size_t *room, size_t size) {
    if (n < *room) return at;
    *room = *room == 0 ? 16 : 2 * *room;
    return rt_realloc(at, *room * size);
}
