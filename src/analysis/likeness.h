/* How alike two names are, word by word: a plain measure, until the name engine takes its place. */
#pragma once

#include "base/str.h"

typedef struct rt_likeness {
    double score;   /* 0 to 1 */
    size_t shared;  /* words that have their like in the other */
    bool spelt;     /* some of these are spelt a little differently */
    bool contained; /* all words of the shorter are in the longer, which has more */
} rt_likeness;

/* Of the folded words of two names (names/fold.h). Each word of the shorter finds its best like in the longer: 1 when
 * equal, 0.85 when one edit (in words of 4 bytes and more) or two (8 and more) lie between. The score is 0.7 of the
 * share of the shorter plus 0.3 of the share of both; 0.6 of that when the shorter is one word and the longer is not.
 * O(words^2 length^2); words beyond 64 bytes must be equal. */
rt_likeness rt_likeness_of(rt_strs a, rt_strs b);
