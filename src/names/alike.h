/* How alike two words are: what it costs, in nats, that one name was written in these two ways.
 *
 * The cost is -ln P(written so | the other is the same name): odds of letters for each script, learnt from pairs of one
 * name in two scripts, and for Latin from the a.k.a.s of real lists (data/names/odds, made by
 * bench/names/train_letters.*), odds of typing errors, spelling families and nicknames (lexicon.h), initials and words
 * cut short. A pair-HMM as in Ristad and Yianilos (1998), with units of one or two letters on either side, read by its
 * best path. */
#pragma once

#include "names/word.h"

typedef enum rt_alike_how {
    RT_ALIKE_EQUAL,
    RT_ALIKE_SPELLING, /* a spelling of the same name: same family of data/names, or letters that stand for each other
                        */
    RT_ALIKE_NICKNAME,
    RT_ALIKE_SCRIPT, /* transliterated */
    RT_ALIKE_TYPO,
    RT_ALIKE_INITIAL,
    RT_ALIKE_SHORT, /* cut short: "Comm", "Srvces" */
    RT_ALIKE_NOT,
} rt_alike_how;

typedef struct rt_alike {
    float cost; /* nats, 0 or more; INFINITY when it is above what was asked for */
    rt_alike_how how;
} rt_alike;

/* `most`: costs above are not computed to the end. Symmetric. No allocation; under 100 ns for two Latin words that
 * differ, under 20 ns for what can be told from hash and mask. Costs 0 for equal words. */
rt_alike rt_alike_words(const rt_word *a, const rt_word *b, float most);

enum { RT_WORD_SOUNDS = 128 }; /* more keys a word never has */

/* Keys under which a dictionary finds the words that are alike. `asking`: the keys to look for, rather than those under
 * which a word of the dictionary is kept. A key that is asked for and one that is kept are equal for two words whose
 * cost is below about seven nats, save for initials; of all scripts, whatever their first letters. Returns how many of
 * at most `most` were written, none twice. */
unsigned rt_word_sounds(const rt_word *word, bool asking, uint64_t *to, unsigned most);

/* Of what is asked, only what finds words that are written or sound nearly the same. */
unsigned rt_word_close_sounds(const rt_word *word, uint64_t *to, unsigned most);

/* Few of them, for tables that cannot hold many: how it most likely sounds, its families, then what else it may sound
 * like. Words that other spellings and scripts part share one mostly; typing errors in consonants are not found. */
unsigned rt_word_few_sounds(const rt_word *word, uint64_t *to, unsigned most);
