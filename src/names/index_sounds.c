#include "names/index_sounds.h"

#include "names/index_layout.h"

static void put(rt_sounds *sounds, uint32_t key) {
    for (size_t i = 0; i < sounds->n; i++)
        if (sounds->keys[i] == key) return;
    sounds->keys[sounds->n++] = key;
}

void rt_index_sounds(const rt_word *word, bool asking, rt_sounds *sounds) {
    uint64_t keys[RT_WORD_SOUNDS];
    const unsigned n = rt_word_sounds(word, asking, keys, RT_WORD_SOUNDS);
    sounds->n = 0;
    for (unsigned i = 0; i < n && i < RT_WORD_SOUNDS; i++) put(sounds, rt_index_fold(keys[i]));
}

/* What scripts and spellings mix up is one class; '.' is not heard. */
static char class_of(char c) {
    if (c < 'a' || c > 'z') return c;
    static const char of[26] = {'.', 'p', 'k', 't', '.', 'f', 'k', '.', '.', 's', 'k', 'l', 'm',
                                'n', '.', 'p', 'k', 'l', 's', 't', '.', 'f', '.', 's', '.', 's'};
    return of[c - 'a'];
}

uint32_t rt_index_skeleton(const rt_word *word) {
    char key[RT_TOKEN_LETTERS];
    size_t n = 0;
    for (size_t i = 0; i < word->len; i++) {
        const char c = class_of(word->latin[i]);
        if (c != '.' && (n == 0 || key[n - 1] != c)) key[n++] = c;
    }
    if (n == 0) return rt_index_fold(rt_index_hash((rt_str){word->latin, word->len}));
    return rt_index_fold(rt_index_hash((rt_str){key, n}));
}

uint32_t rt_index_bit(uint32_t skeleton) { return 1U << ((uint64_t)skeleton * RT_SOUND_BITS >> 32); }
