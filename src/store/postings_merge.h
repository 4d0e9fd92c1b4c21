/* Puts sorted rows of postings into a table of packed blocks. Private to src/store.
 *
 * The blocks of a part of the log follow each other by key and place, and each holds what lies before the next one's
 * first row: a row that comes goes into the block that it belongs to, which is packed anew, as two where it got too
 * large. So a key is found by one look in each part, however the rows came. */
#pragma once

#include "store/posting.h"
#include "store/sql.h"

typedef struct rt_merge {
    sqlite3_stmt *block_of, *next_of, *put; /* owned */
    rt_buf old;                             /* the rows of the block that is packed anew */
    rt_buf block;                           /* the one that is being packed */
    size_t most;                            /* bytes from which on it is put */
    rt_posting first, last;                 /* its rows */
} rt_merge;

RT_RESULT rt_merge_open(rt_merge *m, sqlite3 *db, const char *table, rt_error *err);
void rt_merge_close(rt_merge *m);

/* Rows of one part, rising by key, then by place; what is there already, or comes twice, is put once. */
RT_RESULT rt_merge_put(rt_merge *m, const rt_posting *rows, size_t n, rt_error *err);
