#include "store/postings_key.h"

#include <stdio.h>

#include "store/postings_block.h"

/* Of each part the last block that begins with a lower key, in which the first rows may stand, and all that begin with
 * this one. */
static rt_status prepare(rt_key_rows *k, sqlite3 *db, const char *table, rt_error *err) {
    char sql[512];
    snprintf(sql, sizeof sql,
             "SELECT n, t.key, t.seq, rows FROM part CROSS JOIN %s AS t ON t.part = n AND t.key <= ?1 AND "
             "(t.key, t.seq) >= ("
             "coalesce((SELECT key FROM %s WHERE part = n AND key < ?1 ORDER BY key DESC, seq DESC LIMIT 1), ?1), "
             "coalesce((SELECT seq FROM %s WHERE part = n AND key < ?1 ORDER BY key DESC, seq DESC LIMIT 1), -1)) "
             "ORDER BY n, t.key, t.seq",
             table, table, table);
    return rt_sql_prepare(db, sql, &k->blocks, err);
}

void rt_key_rows_close(rt_key_rows *k) {
    sqlite3_finalize(k->blocks);
    *k = (rt_key_rows){0};
}

rt_status rt_key_rows_seek(rt_key_rows *k, sqlite3 *db, const char *table, int64_t key, rt_error *err) {
    if (k->blocks == NULL) RT_TRY(prepare(k, db, table, err));
    rt_key_rows_end(k);
    sqlite3_bind_int64(k->blocks, 1, key);
    k->key = key;
    k->last = INT64_MIN;
    k->part = -1;
    return rt_ok;
}

void rt_key_rows_end(rt_key_rows *k) {
    sqlite3_reset(k->blocks);
    k->at = k->end = NULL;
}

static rt_status next_block(rt_key_rows *k, bool *more, rt_error *err) {
    RT_TRY(rt_sql_step(k->blocks, more, err));
    if (!*more) return rt_ok;
    const int64_t part = sqlite3_column_int64(k->blocks, 0);
    k->row = (rt_posting){sqlite3_column_int64(k->blocks, 1), sqlite3_column_int64(k->blocks, 2), 0};
    k->at = sqlite3_column_blob(k->blocks, 3);
    k->end = k->at + sqlite3_column_bytes(k->blocks, 3);
    const bool rises = part > k->part || (part == k->part && rt_posting_compare(&k->row, &k->first) > 0);
    if (k->at == NULL || !rises || rt_part_of(k->row.seq) != part) return rt_postings_damaged(err);
    k->part = part;
    k->first = k->row;
    return rt_ok;
}

rt_status rt_key_rows_next(rt_key_rows *k, rt_posting *row, bool *more, rt_error *err) {
    for (;;) {
        while (rt_postings_unpack(&k->at, k->end, &k->row)) {
            if (k->row.key < k->key) continue;
            if (k->row.key > k->key) break;
            if (k->row.seq <= k->last) return rt_postings_damaged(err);
            k->last = k->row.seq;
            *row = k->row;
            return *more = true, rt_ok;
        }
        if (k->at == NULL && k->end != NULL) return rt_postings_damaged(err);
        RT_TRY(next_block(k, more, err));
        if (!*more) return rt_key_rows_end(k), rt_ok;
    }
}
