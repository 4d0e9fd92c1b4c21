#include "names/index_remembered.h"

#include <stdlib.h>
#include <string.h>

enum {
    BYTES_MOST = 32 << 20,
    WORDS_MOST = 1 << 15,
    SLOTS = 2 * WORDS_MOST,
};

typedef struct remembered {
    const rt_index *index;
    rt_word word;
    size_t n;
    rt_index_near nears[];
} remembered;

struct rt_remembered {
    rt_arena arena;
    remembered *slots[SLOTS];
    size_t n;
};

rt_remembered *rt_remembered_open(void) {
    rt_remembered *r = rt_alloc(sizeof *r);
    memset(r, 0, sizeof *r);
    return r;
}

void rt_remembered_close(rt_remembered *r) {
    if (r == NULL) return;
    rt_arena_close(&r->arena);
    free(r);
}

/* All that costs go by but the place; what else the lexicon says of a word follows from its letters. */
static bool same(const rt_word *a, const rt_word *b) {
    return a->key == b->key && a->script == b->script && a->part == b->part && a->truncated == b->truncated &&
           a->uses == b->uses && !(a->info < b->info) && !(a->info > b->info) &&
           memcmp(a->latin, b->latin, sizeof a->latin) == 0 && memcmp(a->symbols, b->symbols, sizeof a->symbols) == 0 &&
           memcmp(a->other, b->other, sizeof a->other) == 0;
}

static bool is(const remembered *r, const rt_index *index, const rt_word *word) {
    return r->index == index && same(&r->word, word);
}

/* The slot of the word, or the empty one where it would stand. */
static size_t slot_of(const rt_remembered *r, const rt_index *index, const rt_word *word) {
    size_t at = word->key & (SLOTS - 1);
    while (r->slots[at] != NULL && !is(r->slots[at], index, word)) at = (at + 1) & (SLOTS - 1);
    return at;
}

bool rt_remembered_get(const rt_remembered *r, const rt_index *index, const rt_word *word, const rt_index_near **nears,
                       size_t *n) {
    const remembered *found = r->slots[slot_of(r, index, word)];
    if (found == NULL) return false;
    *nears = found->nears;
    *n = found->n;
    return true;
}

rt_index_near *rt_remembered_put(rt_remembered *r, const rt_index *index, const rt_word *word, size_t n) {
    if (r->n == WORDS_MOST || r->arena.used > BYTES_MOST) {
        rt_arena_reset(&r->arena);
        memset(r->slots, 0, sizeof r->slots);
        r->n = 0;
    }
    remembered *one = rt_arena_alloc(&r->arena, sizeof *one + n * sizeof *one->nears);
    one->index = index;
    one->word = *word;
    one->n = n;
    r->slots[slot_of(r, index, word)] = one;
    r->n++;
    return one->nears;
}
