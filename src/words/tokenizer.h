/* A text parted into words, for full text search.
 *
 * A word is a run of letters, digits and their marks. Where a script puts no blanks between words (Chinese, Japanese,
 * Thai, Lao, Khmer, Burmese) ICU's dictionaries part the run (Unicode Standard Annex 29). A word is folded by
 * NFKC_Casefold, so that case goes and ligatures come apart; accents, points and vowel signs that a reader may leave
 * out are dropped, signs that make another letter (Indic vowels, Thai tones, kana voicing) stay.
 *
 * A word that print parted at the end of a line ("recu-" LF "perated") is given whole and in its parts, all at one
 * place, since nobody can tell whether the hyphen belongs to it. */
#pragma once

#include "base/str.h"

/* Bytes of a folded word; what is longer is cut. */
enum { RT_TERM_MOST = 64 };

typedef struct rt_term {
    rt_str folded;     /* valid until the next call */
    size_t start, end; /* its bytes in the text */
    size_t place;      /* which word it is, from 0; one parted by a line's end and its parts share it */
} rt_term;

typedef struct rt_tokenizer rt_tokenizer;

rt_tokenizer *rt_tokenizer_new(void);
void rt_tokenizer_free(rt_tokenizer *t); /* NULL is fine */

/* Begins a text, which must live until the last word is taken. Of what is no UTF-8 only the part before it is read. */
void rt_tokenizer_start(rt_tokenizer *t, rt_str text);

/* The next word in the order of the text; false at the end. */
bool rt_tokenizer_next(rt_tokenizer *t, rt_term *term);

/* Whether of two words of a text that follow each other in what is looked for the second follows in the text: parts of
 * a parted word stand at one place. */
static inline bool rt_places_follow(size_t before, size_t after, bool same_word) {
    return after == before + 1 || (after == before && !same_word);
}
