#include "store/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    LINE_BITS = 9,   /* a line of the cache */
    LINES_BITS = 18, /* 16 MiB: of ten million ids one in a hundred others comes through, of fifty million half */
    HASHES = 4,
};

/* Keys are the first bytes of SHA-256: all their bits are as good as any hash. */
static uint64_t line_of(int64_t key) { return ((uint64_t)key >> (64 - LINES_BITS)) << LINE_BITS; }
static uint64_t bit_of(int64_t key, int i) { return ((uint64_t)key >> (LINE_BITS * i)) & ((1U << LINE_BITS) - 1); }

void rt_sieve_add(rt_sieve *s, int64_t key) {
    const size_t size = (size_t)1 << (LINES_BITS + LINE_BITS - 3);
    if (s->bits == NULL) s->bits = memset(rt_alloc(size), 0, size);
    for (int i = 0; i < HASHES; i++) {
        const uint64_t bit = line_of(key) + bit_of(key, i);
        s->bits[bit / 64] |= (uint64_t)1 << (bit % 64);
    }
}

bool rt_sieve_may_have(const rt_sieve *s, int64_t key) {
    if (!s->whole) return true;
    for (int i = 0; i < HASHES && s->bits != NULL; i++) {
        const uint64_t bit = line_of(key) + bit_of(key, i);
        if ((s->bits[bit / 64] >> (bit % 64) & 1) == 0) return false;
    }
    return s->bits != NULL;
}

void rt_sieve_close(rt_sieve *s) { free(s->bits); }
