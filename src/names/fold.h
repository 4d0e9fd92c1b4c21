/* A name folded for comparison: NFKC, without case and marks, cut into words. */
#pragma once

#include "base/str.h"

/* Words of more than this count of a name are not looked at. */
enum { RT_NAME_WORDS = 16 };

/* The folded words of a name, in order of their bytes; at most RT_NAME_WORDS. ASCII takes a path of its own; other text
 * goes through ICU's NFKC_Casefold, is decomposed and loses its marks (Unicode general category Mn). Slices live in the
 * arena. */
rt_strs rt_name_fold(rt_arena *arena, rt_str name);

/* 64-bit keys under which a name is found: of all its words together (their order does not matter), and of one word.
 * FNV-1a: keys only narrow the search, what is found is compared. */
uint64_t rt_name_key(rt_strs words);
uint64_t rt_word_key(rt_str word);
