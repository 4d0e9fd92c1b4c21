/* Full text: which words stand in which statements and documents. Private to src/store: what reads it through a lens is
 * found.h.
 *
 * Words wait in memory; when many do, they are sorted and merged into the blocks of the table `word`. Each posting
 * carries the provenance, so that a lens decides without looking at the log. */
#pragma once

#include <pthread.h>

#include "base/slots.h"
#include "store/fulltext_merge.h"
#include "store/postings.h"
#include "store/rows.h"
#include "store/stays.h"
#include "words/tokenizer.h"

typedef struct rt_fulltext {
    rt_word_merge merge;
    pthread_mutex_t *turn; /* taken for the time of a write */
    rt_tokenizer *tokenizer;
    rt_fulltext_word *words;
    size_t n, room;
    rt_fulltext_entry *entries;
    size_t entry_n, entry_room;
    rt_str *known; /* the words of the window by number */
    size_t known_n, known_room;
    rt_slots numbers; /* of these */
    rt_arena arena;   /* of the words */
} rt_fulltext;

RT_RESULT rt_fulltext_open(rt_fulltext *f, rt_store *store, pthread_mutex_t *turn, rt_error *err);
void rt_fulltext_close(rt_fulltext *f);

/* The words of a statement: of its value, unless that names an entity, of what stood there originally, of the quote;
 * `prop` is what the schema says of its property, NULL where it knows none. */
RT_RESULT rt_fulltext_statement(rt_fulltext *f, const rt_numbers *at, const rt_prop *prop, const rt_entry *e,
                                rt_error *err);

/* The words of the document at this place. */
RT_RESULT rt_fulltext_document(rt_fulltext *f, int64_t seq, rt_str text, rt_error *err);

/* Puts what waits. */
RT_RESULT rt_fulltext_flush(rt_fulltext *f, rt_error *err);

/* The texts of a statement that are searched, in their order. */
enum { RT_FULLTEXT_FIELDS = 3 };
void rt_fulltext_fields(const rt_prop *prop, const rt_entry *e, rt_str fields[RT_FULLTEXT_FIELDS]);
