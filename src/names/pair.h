/* How much two names speak for one bearer, in log-odds, part by part.
 *
 * Words are aligned so that what they say together is most. What an aligned pair says: with x and y the two words, the
 * chance of y under one bearer against its chance under another is exp(evidence), evidence = min(max(info) - cost,
 * min(info)): the information of the rarer word less what the difference costs (alike.h), and never more than that of
 * the commoner one, of which the rarer may be a misspelling. Words left over on both sides or on one speak against, by
 * their part. The sum is the log-odds; the weights are data/names/weights.txt, fitted by bench/names/train.py. */
#pragma once

#include "base/buf.h"
#include "names/alike.h"
#include "names/name.h"
#include "names/weights.h"

enum { RT_PAIR_PARTS = 96 };

/* Two words that are held to be one; a2 or b2 is the second of two that are written as one on the other side, else -1.
 */
typedef struct rt_aligned {
    float evidence, cost; /* nats */
    int8_t a, a2, b, b2;
    rt_alike_how how;
} rt_aligned;

/* The alignment and what was measured on it. */
typedef struct rt_pair {
    float logit;     /* sum of weights times features */
    float certainty; /* 0..1: 1 / (1 + exp(-logit)) */
    uint8_t kind;    /* rt_name_kind whose weights were taken */
    uint8_t aligned_count;
    rt_aligned aligned[RT_NAME_MOST_WORDS];
    float features[RT_PAIR_FEATURE_COUNT];
} rt_pair;

/* Compares two names; the kinds may differ. Names without words give the lowest score. Symmetric but for which words
 * are a and which b. No allocation. */
void rt_pair_names(const rt_name *a, const rt_name *b, rt_pair *pair);

/* The same when the costs of words are known already: cost(with, i, j) of a's word i and b's word j, not above most. */
typedef rt_alike rt_pair_cost(const void *with, size_t i, size_t j, float most);
void rt_pair_names_by(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair);

/* What a word costs at most to be held for the same. */
extern const float rt_pair_most_cost;

/* One part of the score as people read it. */
typedef struct rt_pair_part {
    rt_pair_feature feature; /* RT_PAIR_shared for two aligned words, with what their difference takes away */
    float score;             /* its share of the log-odds */
    int8_t a, a2, b, b2;     /* the words it is about, or -1 */
    rt_alike_how how;        /* of "shared" */
} rt_pair_part;

/* The parts of a score, the words in their order, then what concerns the whole; their scores add up to the logit (but
 * for rounding). Returns how many. */
size_t rt_pair_parts(const rt_pair *pair, const rt_name *a, const rt_name *b, rt_pair_part parts[RT_PAIR_PARTS]);

/* Appends a sentence that says what a part means: "Usama ~ Oussama: another spelling". */
void rt_pair_explain(const rt_pair_part *part, const rt_name *a, const rt_name *b, rt_buf *out);
