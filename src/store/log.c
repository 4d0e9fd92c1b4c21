#include "store/log.h"

#include <string.h>

int64_t rt_log_seal(int64_t seq, const rt_hash *leaf) {
    uint32_t bits = 0;
    for (int i = 0; i < 4; i++) bits = bits << 8 | leaf->bytes[i];
    return (int32_t)(bits ^ (uint32_t)seq * 2654435761U);
}

void rt_log_commitment(rt_hasher *h, const uint8_t salt[16], rt_str line, rt_hash *commitment) {
    rt_hash_two(h, (rt_str){(const char *)salt, 16}, line, commitment);
}

/* --- reading in order ------------------------------------------------------------------------------------------- */

static const char *const queries[RT_LOG_KINDS] = {
    "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
    "SELECT " RT_ACT_COLUMNS " FROM act WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
    "SELECT seq, commitment FROM erased WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
};

static rt_status open_stream(rt_log_stream *s, sqlite3 *db, const char *query, int64_t first, int64_t end,
                             rt_error *err) {
    s->last = first - 1;
    RT_TRY(rt_sql_prepare(db, query, &s->rows, err));
    sqlite3_bind_int64(s->rows, 1, first);
    sqlite3_bind_int64(s->rows, 2, end);
    return rt_sql_step(s->rows, &s->left, err);
}

rt_status rt_log_open(rt_log *log, rt_store *store, int64_t first, int64_t end, rt_error *err) {
    memset(log, 0, sizeof *log);
    log->hasher = rt_hasher_new();
    RT_TRY(rt_rows_open(&log->rows, store, err));
    for (int i = 0; i < RT_LOG_KINDS; i++)
        RT_TRY(open_stream(&log->streams[i], store->db, queries[i], first, end, err));
    return rt_ok;
}

void rt_log_close(rt_log *log) {
    for (int i = 0; i < RT_LOG_KINDS; i++) sqlite3_finalize(log->streams[i].rows);
    rt_rows_close(&log->rows);
    rt_hasher_free(log->hasher);
    rt_buf_close(&log->line);
    rt_buf_close(&log->scratch);
    rt_arena_close(&log->arena);
}

static bool read_salt(sqlite3_stmt *row, int column, uint8_t salt[16]) {
    const void *at = sqlite3_column_blob(row, column);
    if (at == NULL || sqlite3_column_bytes(row, column) != 16) return false;
    memcpy(salt, at, 16);
    return true;
}

static rt_status finish(rt_log *log, sqlite3_stmt *row, int salt, int seal, rt_log_item *item, rt_error *err) {
    if (!read_salt(row, salt, item->salt)) return rt_fail(err, RT_CORRUPT, "its salt is gone");
    rt_log_commitment(log->hasher, item->salt, item->line, &item->commitment);
    rt_merkle_leaf(log->hasher, &item->commitment, &item->leaf);
    item->sealed = sqlite3_column_int64(row, seal) == rt_log_seal(item->seq, &item->leaf);
    return rt_ok;
}

static rt_status take_statement(rt_log *log, sqlite3_stmt *row, rt_log_item *item, rt_error *err) {
    RT_TRY(rt_rows_statement(&log->rows, row, &item->e, err));
    rt_entry_id_and_line(&item->e, log->hasher, &log->scratch, &log->line, log->hex);
    item->e.id = (rt_str){log->hex, 32};
    item->line = rt_buf_str(&log->line);
    return finish(log, row, RT_COL_SALT, RT_COL_SEAL, item, err);
}

static rt_status take_act(rt_log *log, sqlite3_stmt *row, rt_log_item *item, rt_error *err) {
    item->line = rt_sql_text(row, RT_ACT_LINE);
    rt_arena_reset(&log->arena);
    RT_TRY(rt_rows_act(&log->rows, item->line, &log->arena, &item->e, err));
    return finish(log, row, RT_ACT_SALT, RT_ACT_SEAL, item, err);
}

/* Of what was erased the commitment alone is there; the tree is what tries it. */
static rt_status take_erased(rt_log *log, sqlite3_stmt *row, rt_log_item *item, rt_error *err) {
    item->e = (rt_entry){.type = RT_ENTRY_TYPES, .id = {"", 0}};
    item->line = (rt_str){"", 0};
    item->sealed = true;
    if (!rt_sql_hash(row, 1, &item->commitment)) return rt_fail(err, RT_CORRUPT, "its commitment is gone");
    rt_merkle_leaf(log->hasher, &item->commitment, &item->leaf);
    return rt_ok;
}

static rt_status check_order(rt_log *log, int64_t seq, rt_error *err) {
    if (seq > log->given->last) return log->given->last = seq, rt_ok;
    log->given = NULL;
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: the rows of its log are not in order");
}

/* The stream whose row comes next; NULL when none has any. */
static rt_log_stream *first_of(rt_log *log, int64_t *seq) {
    rt_log_stream *first = NULL;
    for (int i = 0; i < RT_LOG_KINDS; i++) {
        rt_log_stream *s = &log->streams[i];
        const int64_t place = s->left ? sqlite3_column_int64(s->rows, 0) : INT64_MAX;
        if (!s->left || (first != NULL && place >= *seq)) continue;
        first = s;
        *seq = place;
    }
    return first;
}

/* Steps past a row on the call after the one that gave it: its texts live until then. */
rt_status rt_log_next(rt_log *log, rt_log_item *item, bool *more, rt_error *err) {
    if (log->given != NULL) RT_TRY(rt_sql_step(log->given->rows, &log->given->left, err));
    log->given = first_of(log, &item->seq);
    *more = log->given != NULL;
    if (!*more) return rt_ok;
    sqlite3_stmt *row = log->given->rows;
    item->kind = (rt_log_kind)(log->given - log->streams);
    RT_TRY(check_order(log, item->seq, err));
    switch (item->kind) {
    case RT_LOG_STATEMENT: return take_statement(log, row, item, err);
    case RT_LOG_ACT: return take_act(log, row, item, err);
    case RT_LOG_ERASED:
    case RT_LOG_KINDS: break;
    }
    return take_erased(log, row, item, err);
}

/* --- the tree --------------------------------------------------------------------------------------------------- */

int64_t rt_log_node_place(int level, uint64_t index) { return (int64_t)level << 48 | (int64_t)index; }

rt_status rt_log_size(rt_store *store, int64_t *size, rt_error *err) {
    return rt_sql_number(store->db, "SELECT max(size) FROM head", 0, size, err);
}

rt_status rt_log_node(rt_store *store, int level, uint64_t index, rt_hash *hash, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(store->db, "SELECT hash FROM node WHERE place = ?1", &s.at, err));
    sqlite3_bind_int64(s.at, 1, rt_log_node_place(level, index));
    RT_TRY(rt_sql_step(s.at, &row, err));
    if (row && rt_sql_hash(s.at, 0, hash)) return rt_ok;
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: node %llu of level %d of the log's tree is gone",
                   (unsigned long long)index, level);
}

static rt_status add_leaves(rt_store *store, int64_t first, int64_t end, rt_merkle *m, rt_error *err) {
    rt_log log;
    rt_log_item item = {0};
    bool more = true;
    rt_status s = rt_log_open(&log, store, first, end, err);
    while (s.code == RT_OK && (s = rt_log_next(&log, &item, &more, err)).code == RT_OK && more)
        s = rt_merkle_add(m, &item.leaf, err);
    rt_log_close(&log);
    if (s.code == RT_OK && m->size != (uint64_t)end)
        return rt_fail(err, RT_CORRUPT,
                       "the case file is damaged: entries of its log are gone; `audit verify` says which");
    return s;
}

rt_status rt_log_tree(rt_store *store, int64_t size, rt_merkle *m, rt_error *err) {
    const int64_t kept = size >> RT_MERKLE_KEPT << RT_MERKLE_KEPT;
    *m = (rt_merkle){.hasher = store->hasher};
    for (int level = RT_MERKLE_LEVELS - 1; level >= RT_MERKLE_KEPT; level--) {
        if (!(kept >> level & 1)) continue;
        RT_TRY(rt_log_node(store, level, m->size >> level, &m->peak[level], err));
        m->size += (uint64_t)1 << level;
    }
    return add_leaves(store, kept, size, m, err);
}
