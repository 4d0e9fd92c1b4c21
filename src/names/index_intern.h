/* The dictionary while an index is built: each distinct word once. It is what of an index stays in memory until the
 * end. */
#pragma once

#include "base/buf.h"
#include "names/index_layout.h"

/* A word as it is told apart: its record (text 0) and its letters, LETTERS' way. */
typedef struct rt_index_spelt {
    rt_index_word record;
    char letters[RT_INDEX_WORD_MOST];
    uint8_t n; /* letters used */
} rt_index_spelt;

void rt_index_spell(const rt_word *word, rt_index_spelt *spelt);

typedef struct rt_index_dictionary {
    rt_index_word *words; /* text: where the letters begin */
    size_t n, cap;
    rt_buf letters;
    uint32_t *slots; /* number + 1, or 0; open addressing */
    size_t slot_count;
} rt_index_dictionary;

void rt_index_dictionary_close(rt_index_dictionary *in);

/* The word's number, in order of first sight. */
RT_RESULT rt_index_dictionary_word(rt_index_dictionary *in, const rt_index_spelt *spelt, uint64_t hash,
                                   uint32_t *number, rt_error *err);
uint64_t rt_index_spelt_hash(const rt_index_spelt *spelt);

/* Texts numbered by first sight: schemata and properties. */
typedef struct rt_numbered {
    rt_arena arena;
    rt_str *at;
    size_t n, cap;
} rt_numbered;

void rt_numbered_close(rt_numbered *set);
uint32_t rt_numbered_of(rt_numbered *set, rt_str text);
