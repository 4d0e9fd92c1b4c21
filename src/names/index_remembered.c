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
    rt_word word; /* its place in the name left out */
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

static bool is(const remembered *r, const rt_index *index, const rt_word *word) {
    return r->index == index && memcmp(&r->word, word, sizeof *word) == 0;
}

/* The slot of the word, or the empty one where it would stand. */
static size_t slot_of(const rt_remembered *r, const rt_index *index, const rt_word *word) {
    size_t at = word->key & (SLOTS - 1);
    while (r->slots[at] != NULL && !is(r->slots[at], index, word)) at = (at + 1) & (SLOTS - 1);
    return at;
}

static rt_word without_place(const rt_word *word) {
    rt_word w = *word;
    w.place = 0;
    return w;
}

bool rt_remembered_get(const rt_remembered *r, const rt_index *index, const rt_word *word, const rt_index_near **nears,
                       size_t *n) {
    const rt_word key = without_place(word);
    const remembered *found = r->slots[slot_of(r, index, &key)];
    if (found == NULL) return false;
    *nears = found->nears;
    *n = found->n;
    return true;
}

void rt_remembered_put(rt_remembered *r, const rt_index *index, const rt_word *word, const rt_index_near *nears,
                       size_t n) {
    const rt_word key = without_place(word);
    if (r->n == WORDS_MOST || r->arena.used > BYTES_MOST) {
        rt_arena_reset(&r->arena);
        memset(r->slots, 0, sizeof r->slots);
        r->n = 0;
    }
    remembered *one = rt_arena_alloc(&r->arena, sizeof *one + n * sizeof *nears);
    one->index = index;
    one->word = key;
    one->n = n;
    if (n > 0) memcpy(one->nears, nears, n * sizeof *nears);
    r->slots[slot_of(r, index, &key)] = one;
    r->n++;
}
