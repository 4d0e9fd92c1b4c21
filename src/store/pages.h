/* All pages of a case file, also those that nothing uses, by their checksums. Private to src/store. */
#pragma once

#include "store/minder.h"
#include "store/sql.h"

/* A page that is damaged, as it stands in the file. */
typedef rt_status rt_page_damaged(void *to, const uint8_t *bytes, size_t n, int64_t at, rt_error *err);

typedef struct rt_pages {
    rt_page_damaged *each; /* called with each, or NULL */
    void *to;
    int64_t damaged, first; /* how many, and the number of the first, from 1; 0: none */
    int64_t at;             /* where the first begins in the file */
} rt_pages;

/* Looks at a part of the pages, of so many parts. Within a transaction that reads: a page that has been written anew
 * and still stands in the -wal is not looked at. Reads the file in large pieces past the cache. Adds to what was found.
 * RT_STOPPED. */
RT_RESULT rt_pages_look(sqlite3 *db, const rt_minder *minder, int part, int parts, rt_pages *found, rt_error *err);
