#include "store/postings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

static const char *const inserts[] = {
    [RT_POSTINGS_WHOLE] = "INSERT OR IGNORE INTO %s (key, seq) VALUES (?1, ?2)",
    [RT_POSTINGS_IDS] = "INSERT OR IGNORE INTO %s (key, seq, part) VALUES (?1, ?2, ?3)",
    [RT_POSTINGS_NAMES] = "INSERT OR IGNORE INTO %s (key, seq, part, provenance) VALUES (?1, ?2, ?3, ?4)",
};

rt_status rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, rt_postings_kind kind, pthread_mutex_t *turn,
                           rt_error *err) {
    char sql[96];
    *p = (rt_postings){.kind = kind, .part = -1, .turn = turn};
    snprintf(sql, sizeof sql, inserts[kind], table);
    RT_TRY(rt_sql_prepare(db, "INSERT OR IGNORE INTO part (n) VALUES (?1)", &p->begin_part, err));
    return rt_sql_prepare(db, sql, &p->insert, err);
}

void rt_postings_close(rt_postings *p) {
    sqlite3_finalize(p->insert);
    sqlite3_finalize(p->begin_part);
    free(p->at);
    *p = (rt_postings){0};
}

rt_status rt_postings_add_name(rt_postings *p, int64_t key, int64_t seq, int64_t provenance, rt_error *err) {
    if (p->n == RT_POSTINGS_WINDOW) RT_TRY(rt_postings_flush(p, err));
    p->at = rt_grow_own(p->at, p->n, &p->room, sizeof *p->at);
    p->at[p->n++] = (rt_posting){key, seq, (uint32_t)provenance};
    return rt_ok;
}

rt_status rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err) {
    return rt_postings_add_name(p, key, seq, 0, err);
}

/* --- sorting ------------------------------------------------------------------------------------------------------ */

/* Keys compare as signed numbers, so the top byte's sign is turned. */
static unsigned digit(const rt_posting *at, int byte) {
    return (unsigned)(((uint64_t)at->key ^ (uint64_t)1 << 63) >> (8 * byte) & 255);
}

/* One pass of a radix sort by one byte of the key; false when all have the same one. */
static bool pass(const rt_posting *from, rt_posting *to, size_t n, int byte) {
    size_t at[257] = {0};
    for (size_t i = 0; i < n; i++) at[1 + digit(&from[i], byte)]++;
    if (at[1 + digit(from, byte)] == n) return false;
    for (int b = 0; b < 256; b++) at[b + 1] += at[b];
    for (size_t i = 0; i < n; i++) to[at[digit(&from[i], byte)]++] = from[i];
    return true;
}

/* Rows come in rising order of seq, and radix passes are stable: equal keys stay in it. */
static void sort(rt_posting *at, size_t n, rt_posting *other) {
    rt_posting *from = at, *to = other;
    for (int byte = 0; byte < 8; byte++) {
        if (!pass(from, to, n, byte)) continue;
        rt_posting *const swap = from;
        from = to;
        to = swap;
    }
    if (from != at) memcpy(at, from, n * sizeof *at);
}

/* --- putting ------------------------------------------------------------------------------------------------------ */

static size_t slice(const rt_postings *p, size_t from) {
    size_t n = p->n - from;
    if (p->kind == RT_POSTINGS_WHOLE) return n;
    for (n = 1; from + n < p->n && rt_part_of(p->at[from + n].seq) == rt_part_of(p->at[from].seq);) n++;
    return n;
}

static rt_status put_row(rt_postings *p, const rt_posting *row, rt_error *err) {
    sqlite3_bind_int64(p->insert, 1, row->key);
    sqlite3_bind_int64(p->insert, 2, row->seq);
    if (p->kind != RT_POSTINGS_WHOLE) sqlite3_bind_int64(p->insert, 3, rt_part_of(row->seq));
    if (p->sieve != NULL) rt_sieve_add(p->sieve, row->key);
    if (p->kind == RT_POSTINGS_NAMES) sqlite3_bind_int64(p->insert, 4, row->provenance);
    return rt_sql_done(p->insert, err);
}

static rt_status begin_part(rt_postings *p, int64_t part, rt_error *err) {
    if (p->kind == RT_POSTINGS_WHOLE || part == p->part) return rt_ok;
    p->part = part;
    sqlite3_bind_int64(p->begin_part, 1, part);
    return rt_sql_done(p->begin_part, err);
}

static rt_status put_slice(rt_postings *p, const rt_posting *at, size_t n, rt_error *err) {
    RT_TRY(begin_part(p, rt_part_of(at->seq), err));
    for (size_t i = 0; i < n; i++) RT_TRY(put_row(p, &at[i], err));
    return rt_ok;
}

static rt_status put_all(rt_postings *p, rt_error *err) {
    rt_status s = rt_ok;
    for (size_t i = 0, n; i < p->n && s.code == RT_OK; i += n) {
        n = slice(p, i);
        s = put_slice(p, &p->at[i], n, err);
    }
    return s;
}

static void sort_all(rt_postings *p) {
    rt_posting *other = rt_alloc(p->n * sizeof *other);
    for (size_t i = 0, n; i < p->n; i += n) {
        n = slice(p, i);
        sort(&p->at[i], n, other);
    }
    free(other);
}

rt_status rt_postings_flush(rt_postings *p, rt_error *err) {
    if (p->n == 0) return rt_ok;
    sort_all(p);
    if (p->turn != NULL) pthread_mutex_lock(p->turn);
    const rt_status s = put_all(p, err);
    if (p->turn != NULL) pthread_mutex_unlock(p->turn);
    if (s.code == RT_OK) p->n = 0;
    return s;
}
