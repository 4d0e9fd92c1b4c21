/* The log by position: entries with their lines, salts and seals, whatever the lens. Private to src/store: for the
 * batch, the audit and the rebuild, which look at the log as a whole. */
#pragma once

#include "store/merkle.h"
#include "store/rows.h"

typedef enum rt_log_kind { RT_LOG_STATEMENT, RT_LOG_ACT, RT_LOG_ERASED, RT_LOG_KINDS } rt_log_kind;

typedef struct rt_log_item {
    int64_t seq;
    rt_log_kind kind;
    rt_entry e;  /* with its id; of what was erased neither this nor the line, the salt and the seal */
    rt_str line; /* whole */
    rt_hash commitment;
    rt_hash leaf;
    uint8_t salt[16];
    bool sealed; /* the seal kept beside it is that of this place and this leaf */
} rt_log_item;

typedef struct rt_log_stream {
    sqlite3_stmt *rows; /* place first */
    bool left;          /* a row waits */
    int64_t last;
} rt_log_stream;

typedef struct rt_log {
    rt_rows rows;
    rt_log_stream streams[RT_LOG_KINDS];
    rt_log_stream *given; /* whose row the last item was; NULL before the first, and when nothing follows */
    rt_hasher *hasher;
    rt_buf line, scratch;
    rt_arena arena;
    char hex[32];
} rt_log;

/* Over the entries from place `first` to before `end`. */
RT_RESULT rt_log_open(rt_log *log, rt_store *store, int64_t first, int64_t end, rt_error *err);
void rt_log_close(rt_log *log);

/* The next entry by place; *more is false behind the last. What cannot be read as an entry is RT_CORRUPT, with
 * item->seq set. Rows whose places do not rise are RT_CORRUPT too, and nothing follows: a damaged table may lead back
 * into itself without end. Valid until the next call. */
RT_RESULT rt_log_next(rt_log *log, rt_log_item *item, bool *more, rt_error *err);

/* 32 bits of the leaf turned by the place: a changed or moved row is named by its own seal, where the tree alone tells
 * only that something under a node is not what it was. */
int64_t rt_log_seal(int64_t seq, const rt_hash *leaf);

/* SHA-256(salt || line). */
void rt_log_commitment(rt_hasher *h, const uint8_t salt[16], rt_str line, rt_hash *commitment);

/* Number of entries: one more than the last place of the last head. */
RT_RESULT rt_log_size(rt_store *store, int64_t *size, rt_error *err);

/* Puts the tree as it is after `size` entries into m (hasher, node and to are the caller's to set afterwards): kept
 * nodes are read, the leaves behind the last of them recomputed. */
RT_RESULT rt_log_tree(rt_store *store, int64_t size, rt_merkle *m, rt_error *err);

/* The kept node of this level and place; RT_CORRUPT when it is gone. */
RT_RESULT rt_log_node(rt_store *store, int level, uint64_t index, rt_hash *hash, rt_error *err);

int64_t rt_log_node_place(int level, uint64_t index);
