/* Memory for one operation (a command, a request, a record): most things are never freed one by one.
 *
 * An arena hands out memory in blocks and gives all of it back at once. When the system has no more memory the
 * program says so and ends with exit code 1 (docs/decisions/002-memory.md): the case file is crash-safe, so nothing is
 * lost, and no caller has to carry a path that cannot be tested. What an input may make us allocate is bounded by the
 * readers, never by this. */
#pragma once

#include <stddef.h>

typedef struct rt_arena {
    struct rt_arena_block *block; /* the newest; NULL in an empty arena, so {0} is one */
    size_t used;                  /* bytes handed out since the last reset */
} rt_arena;

/* size bytes, zeroed, aligned for any type; valid until the arena is reset or closed. */
void *rt_arena_alloc(rt_arena *arena, size_t size);

#define RT_NEW(arena, type) ((type *)rt_arena_alloc((arena), sizeof(type)))
#define RT_NEW_N(arena, type, n) ((type *)rt_arena_alloc_n((arena), (n), sizeof(type)))

/* n times size bytes; ends the program when the product overflows. */
void *rt_arena_alloc_n(rt_arena *arena, size_t n, size_t size);

/* Takes back all that was handed out, and keeps one block for what comes next: O(blocks). */
void rt_arena_reset(rt_arena *arena);

void rt_arena_close(rt_arena *arena);

/* Ends the program as above; for memory that a library asked for in vain. size: bytes, or 0 where it is not known. */
void rt_no_memory(size_t size) __attribute__((noreturn));

/* malloc and realloc that end the program as above. */
void *rt_alloc(size_t size);
void *rt_realloc(void *at, size_t size);
