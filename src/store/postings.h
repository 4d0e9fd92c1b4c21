/* Rows (key, number) for one of the derived tables, put in one sorted go: a table that is filled in the order of its
 * key grows page by page, one that is filled as keys come is torn apart. Private to src/store.
 *
 * A window of rows waits in memory; when it is full it is sorted and put, so memory is bounded whatever comes. Where
 * the table is packed (postings_merge.h, postings_key.h) many rows are one block of a part of the log. */
#pragma once

#include <pthread.h>

#include "store/postings_merge.h"
#include "store/sieve.h"

enum { RT_POSTINGS_WINDOW = 1 << 19 /* rows of 24 bytes */ };

typedef struct rt_postings {
    bool packed;
    sqlite3_stmt *insert, *begin_part; /* owned */
    rt_merge merge;                    /* where it is packed */
    int64_t part;                      /* the last one that was begun; -1: none */
    rt_sieve *sieve;                   /* is told each key that is put; or NULL */
    pthread_mutex_t *turn;             /* taken for the time of a write; NULL: the caller has it */
    rt_posting *at;
    size_t n, room;
    bool fallen; /* a place came after a later one */
} rt_postings;

RT_RESULT rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, bool packed, pthread_mutex_t *turn,
                           rt_error *err);
RT_RESULT rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err);
RT_RESULT rt_postings_add_name(rt_postings *p, int64_t key, int64_t seq, int64_t provenance, rt_error *err);
RT_RESULT rt_postings_flush(rt_postings *p, rt_error *err);
void rt_postings_close(rt_postings *p);
