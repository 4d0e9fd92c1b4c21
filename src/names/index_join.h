/* Two words that stand side by side may be written as one elsewhere ("Abd Allah", "Abdallah"). A query's own neighbours
 * are looked up as one word; those of the names are found by how they sound together, through the table JOINS. */
#pragma once

#include "names/index_file.h"
#include "names/index_sounds.h"

/* Whether two neighbours may be one word. */
bool rt_index_joinable(const rt_word *a, const rt_word *b);

/* Whether the two as one may be the other word, by length and letters, as pair.h has it. */
bool rt_index_may_join(const rt_word *a, const rt_word *b, const rt_word *one);

/* Appends an rt_index_keyed for each two neighbours of the name: their key as one word, and the number given. */
void rt_index_joins_add(const rt_name *name, uint32_t number, rt_buf *out);
