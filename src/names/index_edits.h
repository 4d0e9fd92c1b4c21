/* How many letters two words differ by, fast: what is far apart is not compared by odds of letters. */
#pragma once

#include "names/word.h"

/* Letters made ready: for each letter the places where it stands. */
enum { RT_EDITS_LETTERS = 128 };
typedef struct rt_edits {
    uint32_t places[RT_EDITS_LETTERS]; /* by ASCII: a branch a letter costs more than the room */
    uint8_t len;
} rt_edits;

void rt_edits_make(const char *letters, size_t n, rt_edits *edits); /* the first 31 letters */

/* Levenshtein's distance from the word to these letters, in O(n): bits of one machine word are its places (Myers 1999,
 * in the form of Hyyro 2003). */
unsigned rt_edits_count(const rt_edits *edits, const char *letters, size_t n);
