/* Rows (key, number) for one of the derived tables, put in one sorted go: a table that is filled in the order of its
 * key grows page by page, one that is filled as keys come is torn apart. Private to src/store.
 *
 * A table in parts has such an order for each million entries of the log, so that what is put touches the pages of the
 * last part alone, however long the log; who looks a key up does so in each part.
 *
 * A window of rows waits in memory; when it is full it is sorted and put, so memory is bounded whatever comes. */
#pragma once

#include <pthread.h>

#include "store/sieve.h"
#include "store/sql.h"

typedef struct rt_posting {
    int64_t key, seq;
    uint32_t provenance; /* of a name: whether it is seen is told without looking at the log; else 0 */
} rt_posting;

enum {
    RT_POSTINGS_WINDOW = 1 << 19, /* rows of 24 bytes */
    RT_PART_BITS = 20,
};

static inline int64_t rt_part_of(int64_t seq) { return seq >> RT_PART_BITS; }

/* A table in parts, in a query; a key's rows come in the order of the log. */
#define RT_IN_PARTS(table) "part CROSS JOIN " table " ON " table ".part = part.n"

/* What the rows of a table are. */
typedef enum rt_postings_kind { RT_POSTINGS_WHOLE, RT_POSTINGS_IDS, RT_POSTINGS_NAMES } rt_postings_kind;

typedef struct rt_postings {
    rt_postings_kind kind;
    sqlite3_stmt *insert, *begin_part; /* owned */
    int64_t part;                      /* the last one that was begun; -1: none */
    rt_sieve *sieve;                   /* is told each key that is put; or NULL */
    pthread_mutex_t *turn;             /* taken for the time of a write; NULL: the caller has it */
    rt_posting *at;
    size_t n, room;
} rt_postings;

RT_RESULT rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, rt_postings_kind kind, pthread_mutex_t *turn,
                           rt_error *err);
RT_RESULT rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err);
RT_RESULT rt_postings_add_name(rt_postings *p, int64_t key, int64_t seq, int64_t provenance, rt_error *err);
RT_RESULT rt_postings_flush(rt_postings *p, rt_error *err);
void rt_postings_close(rt_postings *p);
