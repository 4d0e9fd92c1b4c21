/* What was found near to words of earlier queries. Lists of customers and passengers are made of few words: most of
 * those that come have come before. */
#pragma once

#include "names/index_file.h"

/* For one thread, and for the indexes that are open while it is. */
typedef struct rt_remembered rt_remembered;
rt_remembered *rt_remembered_open(void);
void rt_remembered_close(rt_remembered *remembered); /* NULL is fine */

/* The words of this index that are near to a word, when they are remembered. They are there until the next is put. */
bool rt_remembered_get(const rt_remembered *remembered, const rt_index *index, const rt_word *word,
                       const rt_index_near **nears, size_t *n);

/* Room for the n words that are near to one, for the caller to fill; forgets all that was put before when it would be
 * too much. */
rt_index_near *rt_remembered_put(rt_remembered *remembered, const rt_index *index, const rt_word *word, size_t n);
