/* Which words of two names are held to be one another: inside pair.c's business. */
#pragma once

#include "names/pair.h"

/* Which words are aligned: bit i is word i. */
typedef struct rt_alignment {
    uint32_t a, b;                 /* words that are aligned */
    uint32_t content_a, content_b; /* words that count: no titles, particles, stops, legal forms, generations */
} rt_alignment;

/* Fills pair->aligned: greedy by evidence, which for names of some words is nearly always the best assignment. */
rt_alignment rt_align(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair);

/* The same masks of a pair that was aligned before. */
rt_alignment rt_alignment_of(const rt_pair *pair, const rt_name *a, const rt_name *b);

/* Whether a word is one that is aligned at all. */
bool rt_word_is_content(const rt_word *w);

/* nats, above which sharing a word says nothing more */
extern const float rt_most_info;

/* Adds what two aligned words say to the features. */
void rt_aligned_measure(const rt_aligned *x, const rt_name *a, const rt_name *b, float features[RT_PAIR_FEATURE_COUNT]);
