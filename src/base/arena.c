#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct rt_arena_block {
    struct rt_arena_block *before;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

void rt_no_memory(size_t size) {
    fprintf(stderr, "redthread: no memory left (%zu bytes asked); what was not done whole is not in the case\n", size);
    exit(1);
}

void *rt_alloc(size_t size) {
    void *at = malloc(size > 0 ? size : 1);
    if (at == NULL) rt_no_memory(size);
    return at;
}

void *rt_realloc(void *at, size_t size) {
    void *moved = realloc(at, size > 0 ? size : 1);
    if (moved == NULL) rt_no_memory(size);
    return moved;
}

static struct rt_arena_block *block_new(struct rt_arena_block *before, size_t least) {
    size_t size = before == NULL ? FIRST_BLOCK : before->size < LARGEST_BLOCK ? 2 * before->size : LARGEST_BLOCK;
    if (size < least) size = least;
    if (size > SIZE_MAX - sizeof(struct rt_arena_block)) rt_no_memory(least);
    struct rt_arena_block *b = rt_alloc(sizeof *b + size);
    b->before = before;
    b->size = size;
    b->used = 0;
    return b;
}

void *rt_arena_alloc(rt_arena *arena, size_t size) {
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align) rt_no_memory(size);
    const size_t whole = (size + align - 1) & ~(align - 1);
    if (arena->block == NULL || arena->block->size - arena->block->used < whole)
        arena->block = block_new(arena->block, whole);
    void *at = arena->block->bytes + arena->block->used;
    arena->block->used += whole;
    arena->used += whole;
    return memset(at, 0, size);
}

void *rt_arena_alloc_n(rt_arena *arena, size_t n, size_t size) {
    if (size != 0 && n > SIZE_MAX / size) rt_no_memory(SIZE_MAX);
    return rt_arena_alloc(arena, n * size);
}

static void free_chain(struct rt_arena_block *b) {
    while (b != NULL) {
        struct rt_arena_block *before = b->before;
        free(b);
        b = before;
    }
}

void rt_arena_reset(rt_arena *arena) {
    arena->used = 0;
    if (arena->block == NULL) return;
    free_chain(arena->block->before);
    arena->block->before = NULL;
    arena->block->used = 0;
}

void rt_arena_close(rt_arena *arena) {
    free_chain(arena->block);
    *arena = (rt_arena){0};
}
