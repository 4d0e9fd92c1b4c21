/* The tables behind a batch: what is there already, and one more entry. One thread at a time works on it, but for its
 * texts, which another one reads. Private to src/store. */
#pragma once

#include "base/slots.h"
#include "store/intern.h"
#include "store/log.h"
#include "store/postings_key.h"
#include "store/project.h"

/* An entry as it goes into the log: its id is e.id. */
typedef struct rt_prepared {
    rt_entry e;
    char hex[32];
    rt_str line; /* of an act; a statement's is made anew from its row */
    uint8_t salt[16];
    rt_hash leaf;
    bool timed; /* it came with its own time of recording */
    bool done;  /* an act that is done now, whatever was done before */
    bool note;  /* of what was read: not news, and never there already */
    bool added; /* a statement that was not there: */
    rt_numbers at;
    const rt_prop *prop; /* what the schema says of its property; NULL where it knows none */
} rt_prepared;

typedef struct rt_shelf {
    rt_store *store;
    rt_intern intern;
    rt_projector projector;
    rt_rows rows;
    rt_merkle tree;
    rt_slots window; /* ids of this batch that wait in the window of the lookup: their places there */
    rt_arena moment;
    bool table_has_ids;
    rt_sieve sieve; /* of the ids in the table */
    rt_key_rows ids;
    int64_t looked_up;
    int64_t added, there, restored;
    sqlite3_stmt *put_statement, *put_act, *put_node, *get_statement, *get_act, *find_mention;
    rt_buf scratch, content;
} rt_shelf;

/* Behind the first `size` entries of the log; the next one's place in the tree is left open. */
RT_RESULT rt_shelf_open(rt_shelf *b, rt_store *store, int64_t size, rt_error *err);
void rt_shelf_close(rt_shelf *b);

/* Whether an entry with this id is there, and its place. */
RT_RESULT rt_shelf_find(rt_shelf *b, const char hex[32], bool *there, int64_t *seq, rt_error *err);
RT_RESULT rt_shelf_has(rt_shelf *b, const char hex[32], bool *there, rt_error *err);

/* Puts one more entry behind the others, unless it is there already. */
RT_RESULT rt_shelf_add(rt_shelf *b, rt_prepared *p, rt_error *err);

/* Reads the texts of what was put; by another thread, if you like, when that one has the turn of b->projector for a
 * put. */
RT_RESULT rt_shelf_read(rt_shelf *b, const rt_prepared *p, rt_error *err);

/* Puts the entry whose place was left open. */
RT_RESULT rt_shelf_fill(rt_shelf *b, rt_prepared *p, int64_t seq, rt_error *err);
