#include "names/index_sounds.h"

#include <string.h>

#include "base/unset.h"
#include "names/index_layout.h"

static void put(rt_sounds *sounds, uint32_t key) {
    for (size_t i = 0; i < sounds->n; i++)
        if (sounds->keys[i] == key) return;
    sounds->keys[sounds->n++] = key;
}

static void put_all(const uint64_t *keys, unsigned n, rt_sounds *sounds) {
    sounds->n = 0;
    for (unsigned i = 0; i < n && i < RT_WORD_SOUNDS; i++) put(sounds, rt_index_fold(keys[i]));
}

void rt_index_sounds(const rt_word *word, bool asking, rt_sounds *sounds) {
    RT_UNSET uint64_t keys[RT_WORD_SOUNDS];
    put_all(keys, rt_word_sounds(word, asking, keys, RT_WORD_SOUNDS), sounds);
}

void rt_index_close_sounds(const rt_word *word, rt_sounds *sounds) {
    RT_UNSET uint64_t keys[RT_WORD_SOUNDS];
    put_all(keys, rt_word_close_sounds(word, keys, RT_WORD_SOUNDS), sounds);
}

/* What scripts and spellings mix up is one class; vowels are one, '.' is not heard. */
static char class_of(char c) {
    static const char of[26] = {'a', 'p', 'k', 't', 'a', 'p', 'k', '.', 'a', 's', 'k', 'l', 'm',
                                'n', 'a', 'p', 'k', 'l', 's', 't', 'a', 'p', 'p', 's', 'a', 's'};
    return c >= 'a' && c <= 'z' ? of[c - 'a'] : c;
}

static size_t classes_of(const char *latin, size_t len, bool vowels, char out[RT_TOKEN_LETTERS]) {
    size_t n = 0;
    for (size_t i = 0; i < len && i < RT_TOKEN_LETTERS; i++) {
        const char c = class_of(latin[i]);
        if (c != '.' && (vowels || c != 'a') && (n == 0 || out[n - 1] != c)) out[n++] = c;
    }
    return n;
}

/* Of "kh", "sh", "dzh" and the like the h is not heard apart; elsewhere it may be what another script writes as kh. */
static bool softens(char before) {
    const uint32_t softened = 1U << ('c' - 'a') | 1U << ('k' - 'a') | 1U << ('g' - 'a') | 1U << ('s' - 'a') |
                              1U << ('z' - 'a') | 1U << ('t' - 'a') | 1U << ('d' - 'a') | 1U << ('p' - 'a');
    return before >= 'a' && before <= 'z' && (softened >> (before - 'a') & 1) != 0;
}

size_t rt_index_consonants(const char *latin, size_t n, char out[RT_TOKEN_LETTERS]) {
    size_t to = 0;
    char before = 'a';
    for (size_t i = 0; i < n && i < RT_TOKEN_LETTERS; before = latin[i++]) {
        const char c = latin[i] == 'h' ? 'k' : class_of(latin[i]);
        if (c == 'a' || latin[i] == before || (latin[i] == 'h' && softens(before))) continue;
        if (to > 0 && c == 's' && (before == 't' || before == 'd')) to--; /* ts, dz, dj: one sound */
        out[to++] = c;
    }
    return to;
}

static uint32_t key_of(const rt_word *word, bool vowels) {
    char key[RT_TOKEN_LETTERS];
    const size_t n = classes_of(word->latin, word->len, vowels, key);
    const rt_str text = n > 0 ? (rt_str){key, n} : (rt_str){word->latin, word->len};
    return rt_index_fold(rt_index_hash(text));
}

uint32_t rt_index_word_key(const rt_word *word) { return rt_index_fold(~word->key); }

uint32_t rt_index_skeleton(const rt_word *word) { return key_of(word, false); }

uint32_t rt_index_joined_key(const rt_word *word) { return key_of(word, true); }

uint32_t rt_index_bit(uint32_t skeleton) { return 1U << ((uint64_t)skeleton * RT_SOUND_BITS >> 32); }
