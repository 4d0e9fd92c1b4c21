/* What the words of two subjects' names cost each other, so that no two words are compared twice: the names of one
 * subject mostly repeat its words. Inside src/names only. */
#pragma once

#include "names/match.h"

typedef struct rt_match_words rt_match_words;

/* For the first RT_READY_NAMES names of both. O(words of all names times different words). */
rt_match_words *rt_match_words_make(rt_arena *arena, const rt_ready *a, const rt_ready *b);

/* rt_pair_names of a's name i and b's name j, from what is known of their words. */
void rt_match_words_pair(rt_match_words *words, size_t i, size_t j, rt_pair *pair);

/* Whether a word of one may be a word of the other. */
bool rt_match_words_share(rt_match_words *words, size_t i, size_t j);
