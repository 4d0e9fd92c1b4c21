/* The rows under a key in a table of packed postings. Private to src/store. */
#pragma once

#include "store/posting.h"
#include "store/sql.h"

typedef struct rt_key_rows {
    sqlite3_stmt *blocks; /* owned */
    int64_t key;
    int64_t part;     /* of the block at hand; -1 before the first */
    rt_posting first; /* of the block */
    rt_posting row;   /* read last, of whatever key */
    int64_t last;     /* the place given last */
    const char *at, *end;
} rt_key_rows;

/* Begins before the first row with this key. {0} is fine at first; it stays with its table. */
RT_RESULT rt_key_rows_seek(rt_key_rows *k, sqlite3 *db, const char *table, int64_t key, rt_error *err);
void rt_key_rows_close(rt_key_rows *k);

/* The next one, in the order of the log. RT_CORRUPT where the table is damaged: it may lead back into itself. */
RT_RESULT rt_key_rows_next(rt_key_rows *k, rt_posting *row, bool *more, rt_error *err);

/* No more rows are read: the table is let go. */
void rt_key_rows_end(rt_key_rows *k);
