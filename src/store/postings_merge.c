#include "store/postings_merge.h"

#include <stdio.h>

#include "store/postings_block.h"

/* Bytes of a block: four rows of a table fit into a page, and none needs another one. One that gets too large is left
 * with room. */
enum { FULL = 900, WITH_ROOM = 600, ROW_MOST = 24 };

rt_status rt_merge_open(rt_merge *m, sqlite3 *db, const char *table, rt_error *err) {
    char sql[160];
    *m = (rt_merge){0};
    snprintf(sql, sizeof sql,
             "SELECT key, seq, rows FROM %s WHERE part = ?1 AND (key, seq) <= (?2, ?3) ORDER BY key DESC, seq DESC",
             table);
    RT_TRY(rt_sql_prepare(db, sql, &m->block_of, err));
    snprintf(sql, sizeof sql, "SELECT key, seq FROM %s WHERE part = ?1 AND (key, seq) > (?2, ?3) ORDER BY key, seq",
             table);
    RT_TRY(rt_sql_prepare(db, sql, &m->next_of, err));
    snprintf(sql, sizeof sql, "INSERT OR REPLACE INTO %s (part, key, seq, rows) VALUES (?1, ?2, ?3, ?4)", table);
    return rt_sql_prepare(db, sql, &m->put, err);
}

void rt_merge_close(rt_merge *m) {
    sqlite3_finalize(m->block_of);
    sqlite3_finalize(m->next_of);
    sqlite3_finalize(m->put);
    rt_buf_close(&m->old);
    rt_buf_close(&m->block);
    *m = (rt_merge){0};
}

/* --- packing ------------------------------------------------------------------------------------------------------ */

static void bind(sqlite3_stmt *s, const rt_posting *row) {
    sqlite3_bind_int64(s, 1, rt_part_of(row->seq));
    sqlite3_bind_int64(s, 2, row->key);
    sqlite3_bind_int64(s, 3, row->seq);
}

static rt_status put_block(rt_merge *m, rt_error *err) {
    if (m->block.len == 0) return rt_ok;
    bind(m->put, &m->first);
    sqlite3_bind_blob(m->put, 4, m->block.at, (int)m->block.len, SQLITE_STATIC);
    const rt_status s = rt_sql_done(m->put, err);
    rt_buf_clear(&m->block);
    return s;
}

static rt_status pack(rt_merge *m, const rt_posting *row, rt_error *err) {
    if (m->block.len > 0 && rt_posting_compare(row, &m->last) == 0) return rt_ok;
    if (m->block.len >= m->most) RT_TRY(put_block(m, err));
    if (m->block.len == 0) {
        m->first = *row;
        m->last = (rt_posting){row->key, row->seq, 0};
    }
    rt_postings_pack(&m->block, &m->last, row);
    m->last = *row;
    return rt_ok;
}

/* --- into the block to which they belong -------------------------------------------------------------------------- */

/* The block that holds what lies where this row does, and its first row; none where the row lies before all. */
static rt_status find_block(rt_merge *m, const rt_posting *row, rt_posting *first, bool *there, rt_error *err) {
    rt_buf_clear(&m->old);
    bind(m->block_of, row);
    RT_TRY(rt_sql_step(m->block_of, there, err));
    *first = *row;
    if (*there) {
        *first = (rt_posting){sqlite3_column_int64(m->block_of, 0), sqlite3_column_int64(m->block_of, 1), 0};
        rt_buf_add(&m->old,
                   (rt_str){sqlite3_column_blob(m->block_of, 2), (size_t)sqlite3_column_bytes(m->block_of, 2)});
    }
    sqlite3_reset(m->block_of);
    return rt_ok;
}

/* How many of these rows lie before the next block. */
static rt_status count_before_next(rt_merge *m, const rt_posting *first, const rt_posting *rows, size_t n, size_t *many,
                                   rt_error *err) {
    bool there;
    size_t low = 0, high = n;
    bind(m->next_of, first);
    RT_TRY(rt_sql_step(m->next_of, &there, err));
    if (there) {
        const rt_posting next = {sqlite3_column_int64(m->next_of, 0), sqlite3_column_int64(m->next_of, 1), 0};
        while (low < high) {
            const size_t middle = (low + high) / 2;
            if (rt_posting_compare(&rows[middle], &next) < 0)
                low = middle + 1;
            else
                high = middle;
        }
    }
    sqlite3_reset(m->next_of);
    *many = high;
    return rt_ok;
}

static rt_status merge(rt_merge *m, rt_posting row, const rt_posting *rows, size_t n, rt_error *err) {
    const char *at = m->old.at, *end = m->old.at + m->old.len;
    bool more = rt_postings_unpack(&at, end, &row);
    size_t i = 0;
    while (more || i < n) {
        const bool old = more && (i == n || rt_posting_compare(&row, &rows[i]) <= 0);
        RT_TRY(pack(m, old ? &row : &rows[i++], err));
        if (old) more = rt_postings_unpack(&at, end, &row);
    }
    return m->old.len > 0 && at == NULL ? rt_postings_damaged(err) : put_block(m, err);
}

rt_status rt_merge_put(rt_merge *m, const rt_posting *rows, size_t n, rt_error *err) {
    while (n > 0) {
        rt_posting first;
        bool there;
        size_t many;
        RT_TRY(find_block(m, rows, &first, &there, err));
        RT_TRY(count_before_next(m, &first, rows, n, &many, err));
        if (many == 0) return rt_postings_damaged(err);
        m->most = there && m->old.len + many * ROW_MOST > FULL ? WITH_ROOM : FULL;
        rt_buf_clear(&m->block);
        RT_TRY(merge(m, first, rows, many, err));
        rows += many;
        n -= many;
    }
    return rt_ok;
}
