/* Puts the sorted words of a window into the table `word`. Private to src/store.
 *
 * As with keys (postings_merge.h) the blocks of a part of the log follow each other, by word and place, and each holds
 * what lies before the next one's first posting: what comes goes into the block that it belongs to, which is packed
 * anew, as two where it got too large. */
#pragma once

#include "store/fulltext_block.h"
#include "store/sql.h"

/* A word of an entry. */
typedef struct rt_fulltext_word {
    uint32_t word, entry, place; /* numbers in the window; place in a document */
} rt_fulltext_word;

typedef struct rt_fulltext_entry {
    int64_t seq;
    uint32_t provenance, kind, words;
} rt_fulltext_entry;

/* By rising word, entry and place; the entries are of one part of the log. */
typedef struct rt_sorted_words {
    const rt_str *known; /* words by number */
    const rt_fulltext_entry *entries;
    const rt_fulltext_word *at;
    size_t n;
} rt_sorted_words;

typedef struct rt_word_merge {
    sqlite3_stmt *block_of, *next_of, *put; /* owned */
    rt_buf old;                             /* the block that is packed anew */
    rt_buf places;                          /* of the posting that comes next */
    rt_buf block;                           /* the one that is being packed: */
    size_t most;                            /* bytes from which on it is put */
    rt_standing first, last;                /* its postings */
    char first_word[RT_TERM_MOST], last_word[RT_TERM_MOST];
} rt_word_merge;

RT_RESULT rt_word_merge_open(rt_word_merge *m, sqlite3 *db, rt_error *err);
void rt_word_merge_close(rt_word_merge *m);

/* What is there already of a word of an entry is replaced. */
RT_RESULT rt_word_merge_put(rt_word_merge *m, const rt_sorted_words *words, rt_error *err);

/* RT_CORRUPT: the full text. */
RT_RESULT rt_fulltext_damaged(rt_error *err);
