/* Checksums of the case file's pages: 8 bytes at the end of each, by which what a disk or a copy damaged is found when
 * it is read. Private to src/store.
 *
 * A VFS of SQLite that stands in front of the system's own: it writes the sum of each page that goes into the file,
 * and checks it of each that comes out; a page that is not what was written is SQLITE_IOERR_DATA. Sums, and where they
 * stand, are those of SQLite's checksum VFS (https://sqlite.org/cksumvfs.html). Files that have no room for them are
 * read and written as they are; so are the -wal, which has sums of its own, and temporary files. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RT_SUM_BYTES = 8,
    RT_SUMS_SINCE = 3, /* the first version of the layout in which each page has a sum */
    RT_HEADER_BYTES = 100
};

#define RT_SUMS_VFS "redthread-sums"

/* Makes the VFS known to SQLite: once, before a file is opened through it. */
void rt_sums_register(void);

/* The sum over n bytes, a multiple of 8: two sums over pairs of 32-bit words, little-endian. */
void rt_sum_bytes(const uint8_t *bytes, size_t n, uint8_t sum[RT_SUM_BYTES]);
bool rt_sum_is_right(const uint8_t *page, size_t size);

/* Room for sums on each page: of an empty file from now on, of others when VACUUM writes them anew. */
void rt_sums_reserve(sqlite3 *db);

/* Whether sums are checked of what is read through this database ("main", or as it was attached); they are unless told.
 * What is in the cache already is not read again. */
void rt_sums_check(sqlite3 *db, const char *schema, bool check);

/* The file of `to`, still empty, becomes a copy of that of `from`: its pages get sums where those have them. SQLite may
 * write others before the first, which says so. */
void rt_sums_follow(sqlite3 *to, sqlite3 *from);

/* Whether each page of the main file has a sum. */
bool rt_sums_are_there(sqlite3 *db);

/* The page that was found damaged last. */
typedef struct rt_damage {
    const char *path;
    int64_t page, at; /* numbered from 1; its first byte */
    int size;
} rt_damage;

/* After SQLITE_IOERR_DATA; false when no page is known. */
bool rt_sums_damage(sqlite3 *db, rt_damage *damage);

/* The main file as it is: its size, and bytes of it, unchecked. Codes of SQLite's. */
int rt_sums_size(sqlite3 *db, int64_t *size);
int rt_sums_read(sqlite3 *db, void *to, int n, int64_t at);

/* The frames of the -wal, numbered from 1, that were committed and are not all in the file yet: those behind *first up
 * to *last. Within a transaction. NULL when there is no -wal; its file else. */
sqlite3_file *rt_sums_wal(sqlite3 *db, uint32_t *first, uint32_t *last);
