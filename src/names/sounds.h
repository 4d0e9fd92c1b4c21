/* What a word in Latin letters sounds like: its consonants in classes. For src/names/sounds*.c only. */
#pragma once

#include "names/alike.h"

enum { RT_SOUND_CODES = 16, RT_SOUND_LETTERS = RT_TOKEN_LETTERS + 3 };

typedef struct rt_sound_codes {
    char at[RT_SOUND_CODES][RT_SOUND_LETTERS]; /* terminated; the likeliest first */
    unsigned n;
} rt_sound_codes;

typedef enum rt_sound_kind {
    RT_SOUND_NEAR, /* alphabets: with vowels, as a (a, e, i, y) and o (o, u); l and r apart */
    RT_SOUND_FAR,  /* other scripts: no vowels, l and r are one, r before a consonant may be silent */
} rt_sound_kind;

/* h is left out, since spellings differ most in it, and vowels that follow each other are one. What a letter sounds
 * like is often not to be told
 * ("ch", "g" before "e", a Hebrew bet), so it has several classes, and the word a code for each choice; of at most
 * `most` codes. `asking`: also what is rarely so, which need be tried on one side only. */
void rt_sound(const char *latin, rt_script script, rt_sound_kind kind, bool asking, unsigned most,
              rt_sound_codes *codes);
