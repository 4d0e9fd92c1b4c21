/* What leads from words to entries: names, by what they fold and sound to, and full text. Reading a text asks the case
 * file nothing, so a thread of its own does it. Private to src/store.
 *
 * One connection serves all threads: who writes with it has the turn. */
#pragma once

#include <pthread.h>

#include "store/fulltext.h"
#include "store/postings.h"

typedef struct rt_texts {
    rt_postings names; /* key of a whole name, keys of its words and of how they sound */
    rt_fulltext words;
    rt_arena arena;
} rt_texts;

/* `turn` is taken for the time of a write, and must outlive this. */
RT_RESULT rt_texts_open(rt_texts *t, rt_store *store, pthread_mutex_t *turn, rt_error *err);
void rt_texts_close(rt_texts *t);

/* The rows of a statement of the log; `prop` is what the schema says of its property, NULL where it knows none. */
RT_RESULT rt_texts_statement(rt_texts *t, const rt_numbers *at, const rt_prop *prop, const rt_entry *e, rt_error *err);

/* Puts what waits. */
RT_RESULT rt_texts_flush(rt_texts *t, rt_error *err);
