/* Rows (key, number) for one of the derived tables, put in one sorted go: a table that is filled in the order of its
 * key grows page by page, one that is filled as keys come is torn apart. Private to src/store.
 *
 * A window of rows waits in memory; when it is full it is sorted and put, so memory is bounded whatever comes. */
#pragma once

#include "store/sql.h"

typedef struct rt_posting {
    int64_t key, seq;
} rt_posting;

/* 1 M rows of 16 bytes. */
enum { RT_POSTINGS_WINDOW = 1 << 20 };

typedef struct rt_postings {
    sqlite3_stmt *insert; /* owned */
    rt_posting *at;
    size_t n, room;
} rt_postings;

RT_RESULT rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, rt_error *err);
RT_RESULT rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err);
RT_RESULT rt_postings_flush(rt_postings *p, rt_error *err);
void rt_postings_close(rt_postings *p);
