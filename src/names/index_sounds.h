/* How a word sounds, as the index uses it. */
#pragma once

#include "names/alike.h"

/* The keys of alike.h in 32 bits, no two equal. */
typedef struct rt_sounds {
    uint32_t keys[RT_WORD_SOUNDS];
    size_t n;
} rt_sounds;

void rt_index_sounds(const rt_word *word, bool asking, rt_sounds *sounds);
void rt_index_close_sounds(const rt_word *word, rt_sounds *sounds); /* as alike.h has it */

/* The key under which the table of sounds has the word itself. */
uint32_t rt_index_word_key(const rt_word *word);

/* The classes of a word's consonants, one letter a sound, doubled letters once; of a word without any, nothing. Returns
 * how many.
 */
size_t rt_index_consonants(const char *latin, size_t n, char out[RT_TOKEN_LETTERS]);

/* One key of a word's consonants alone. Words are put in its order, and postings remember a bit of it. */
uint32_t rt_index_skeleton(const rt_word *word);

/* The same with the places of vowels: two neighbours that are one word elsewhere are found by it. */
uint32_t rt_index_joined_key(const rt_word *word);

/* The bit by which postings remember a word of this skeleton. */
enum { RT_SOUND_BITS = 24 };
uint32_t rt_index_bit(uint32_t skeleton);
