/* Lists that grow in an arena. What is outgrown stays there until the arena is reset: at most as much again. */
#pragma once

#include <string.h>

#include "base/arena.h"

/* Room for one more behind n items: at itself, or a copy twice as long when n is a power of two.
 * list = rt_grow(arena, list, n, sizeof *list); list[n++] = item; */
static inline void *rt_grow(rt_arena *arena, void *at, size_t n, size_t size) {
    if (n != 0 && (n < 4 || (n & (n - 1)) != 0)) return at;
    void *bigger = rt_arena_alloc_n(arena, n == 0 ? 4 : 2 * n, size);
    if (n > 0) memcpy(bigger, at, n * size);
    return bigger;
}
