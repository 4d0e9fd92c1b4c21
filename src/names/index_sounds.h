/* How a word sounds, as the index uses it. */
#pragma once

#include "names/alike.h"

/* The keys of alike.h in 32 bits, no two equal. */
typedef struct rt_sounds {
    uint32_t keys[RT_WORD_SOUNDS];
    size_t n;
} rt_sounds;

void rt_index_sounds(const rt_word *word, bool asking, rt_sounds *sounds);

/* One key of a word's consonants alone. Words are put in its order, postings remember a bit of it, and two neighbours
 * that are one word elsewhere are found by it. */
uint32_t rt_index_skeleton(const rt_word *word);

/* The bit by which postings remember a word of this skeleton. */
enum { RT_SOUND_BITS = 24 };
uint32_t rt_index_bit(uint32_t skeleton);
