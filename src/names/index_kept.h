/* What is near to the words that many names have is found when the index is built, and kept in it: most queries are
 * made of such words. */
#pragma once

#include "names/index_lookup.h"

/* Words with so many postings have theirs kept. */
enum { RT_KEPT_POSTINGS = 48 };

/* Whether what is near to a word may be taken from the dictionary's own word: that it is cut short, or an
 * organisation's that clerks cut, is not known there. */
bool rt_index_may_be_kept(const rt_word *word);

/* The word of the dictionary that is this very word, or UINT32_MAX. */
uint32_t rt_index_find_word(const rt_index *index, const rt_word *word);

rt_index_near rt_index_near_of(uint32_t word, rt_alike alike);
rt_index_near rt_index_near_keep(const rt_near *near);
rt_alike rt_index_near_alike(const rt_index_near *near);
