/* The tables that tools/lexicon_gen.py writes and lexicon.c looks up. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "names/lexicon.h"

/* Open addressing with linear probing. A slot, from the top: 32 bits of the hash of its word (0: empty), a bit that
 * says that a longer phrase begins so, 15 bits for the row of details, 8 bits each for the information among people and
 * organisations. The word itself is not kept: of two million unknown words one is taken for another. */
typedef struct rt_lexicon_table {
    const uint64_t *slots;
    size_t count;
} rt_lexicon_table;

/* What many words share. */
typedef struct rt_lexicon_detail {
    uint32_t uses;
    uint16_t families[RT_LEXEME_FAMILIES];
    uint16_t number, origins;
    uint8_t forms; /* nickname of rt_lexeme */
} rt_lexicon_detail;

/* Information is kept in sixteenths of a nat. */
#define RT_LEXICON_STEP 0.0625F

extern const rt_lexicon_table rt_lexicon_words, rt_lexicon_phrases;
extern const rt_lexicon_detail rt_lexicon_details[];
extern const uint8_t rt_lexicon_rares[]; /* by length, from one letter */
extern const size_t rt_lexicon_rare_count;
