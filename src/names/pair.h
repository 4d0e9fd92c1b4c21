/* How much two names speak for one bearer, in log-odds, part by part.
 *
 * Words are aligned so that what they say together is most. An aligned pair says the information of the rarer word less
 * what the difference costs (alike.h); words left over on one side or on both speak against, by their part. The sum of
 * parts is the log-odds; the weights are data/names/weights.txt, fitted by bench/names/train.py. */
#pragma once

#include "base/buf.h"
#include "names/alike.h"
#include "names/name.h"

enum { RT_PAIR_PARTS = 32 };

/* One part of a score: what was held against what, and what it gave. */
typedef struct rt_pair_part {
    const char *feature; /* a row of data/names/weights.txt */
    float value;         /* the raw figure that the weight multiplies */
    float score;         /* weight times value: the share of the log-odds */
    int8_t a, b;         /* the words, or -1 */
    int8_t a2, b2;       /* the second of two that are written as one on the other side, or -1 */
    rt_alike_how how;
} rt_pair_part;

typedef struct rt_pair {
    float logit;     /* sum of parts */
    float certainty; /* 0..1: 1 / (1 + exp(-logit)) */
    size_t n;
    rt_pair_part parts[RT_PAIR_PARTS];
} rt_pair;

/* Compares two names; the kinds may differ. Names without words give the lowest score. No allocation. */
void rt_pair_names(const rt_name *a, const rt_name *b, rt_pair *pair);

/* The same when the costs of words are known already: cost(i, j) of a's word i and b's word j, INFINITY where they are
 * not alike. */
typedef rt_alike rt_pair_cost(const void *with, size_t i, size_t j);
void rt_pair_names_by(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair);

/* Appends a sentence that says what a part means: "Usama ~ Oussama: a spelling of the same name". */
void rt_pair_explain(const rt_pair_part *part, const rt_name *a, const rt_name *b, rt_buf *out);
