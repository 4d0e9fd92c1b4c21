/* Which words of the dictionary are too far from a word to be worth the odds of letters, told in some nanoseconds.
 *
 * Most of the words that one key finds are far apart ("amin", "mona"). Of the pairs that have evidence one in a hundred
 * is lost here, those with the least (docs/decisions/013-candidates.md). */
#pragma once

#include "names/index_edits.h"
#include "names/index_file.h"

typedef struct rt_far {
    const rt_word *word;
    bool joined; /* two neighbours as one */
    struct {
        rt_edits letters, consonants;
    } readings[RT_TOKEN_READINGS];
    unsigned n; /* readings */
} rt_far;

void rt_far_make(const rt_word *word, bool joined, rt_far *far);

/* False: it may be near. */
bool rt_far_is(const rt_far *far, const rt_index *index, uint32_t number);

/* Whether a word that stands against this one may be held for a misspelling of it: more are than are near. */
bool rt_far_nearly(const rt_far *far, const rt_index *index, uint32_t number);
