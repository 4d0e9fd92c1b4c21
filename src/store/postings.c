#include "store/postings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

rt_status rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, bool packed, pthread_mutex_t *turn,
                           rt_error *err) {
    char sql[96];
    *p = (rt_postings){.packed = packed, .part = -1, .turn = turn};
    if (packed) {
        RT_TRY(rt_sql_prepare(db, "INSERT OR IGNORE INTO part (n) VALUES (?1)", &p->begin_part, err));
        return rt_merge_open(&p->merge, db, table, err);
    }
    snprintf(sql, sizeof sql, "INSERT OR IGNORE INTO %s (key, seq) VALUES (?1, ?2)", table);
    return rt_sql_prepare(db, sql, &p->insert, err);
}

void rt_postings_close(rt_postings *p) {
    sqlite3_finalize(p->insert);
    sqlite3_finalize(p->begin_part);
    rt_merge_close(&p->merge);
    free(p->at);
    *p = (rt_postings){0};
}

rt_status rt_postings_add_name(rt_postings *p, int64_t key, int64_t seq, int64_t provenance, rt_error *err) {
    if (p->n == RT_POSTINGS_WINDOW) RT_TRY(rt_postings_flush(p, err));
    p->at = rt_grow_own(p->at, p->n, &p->room, sizeof *p->at);
    p->fallen = p->fallen || (p->n > 0 && seq < p->at[p->n - 1].seq);
    p->at[p->n++] = (rt_posting){key, seq, (uint32_t)provenance};
    return rt_ok;
}

rt_status rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err) {
    return rt_postings_add_name(p, key, seq, 0, err);
}

/* --- sorting ------------------------------------------------------------------------------------------------------ */

/* A byte of the place (0 to 7) or of the key (8 to 15), the low ones first. Keys compare as signed numbers, so the top
 * byte's sign is turned. */
static unsigned digit(const rt_posting *at, int byte) {
    const uint64_t n = byte < 8 ? (uint64_t)at->seq : (uint64_t)at->key ^ (uint64_t)1 << 63;
    return (unsigned)(n >> (8 * (byte & 7)) & 255);
}

/* One pass of a radix sort by one byte; false when all have the same one. */
static bool pass(const rt_posting *from, rt_posting *to, size_t n, int byte) {
    size_t at[257] = {0};
    for (size_t i = 0; i < n; i++) at[1 + digit(&from[i], byte)]++;
    if (at[1 + digit(from, byte)] == n) return false;
    for (int b = 0; b < 256; b++) at[b + 1] += at[b];
    for (size_t i = 0; i < n; i++) to[at[digit(&from[i], byte)]++] = from[i];
    return true;
}

/* Passes are stable: where places rise, rows with equal keys stay in their order. */
static void sort(rt_posting *at, size_t n, rt_posting *other, bool rising) {
    rt_posting *from = at, *to = other;
    for (int byte = rising ? 8 : 0; byte < 16; byte++) {
        if (!pass(from, to, n, byte)) continue;
        rt_posting *const swap = from;
        from = to;
        to = swap;
    }
    if (from != at) memcpy(at, from, n * sizeof *at);
}

/* --- putting ------------------------------------------------------------------------------------------------------ */

/* How many rows from here on go to one part. */
static size_t slice(const rt_postings *p, size_t from) {
    size_t n = p->n - from;
    if (!p->packed) return n;
    for (n = 1; from + n < p->n && rt_part_of(p->at[from + n].seq) == rt_part_of(p->at[from].seq);) n++;
    return n;
}

static rt_status put_rows(rt_postings *p, const rt_posting *at, size_t n, rt_error *err) {
    for (size_t i = 0; i < n; i++) {
        sqlite3_bind_int64(p->insert, 1, at[i].key);
        sqlite3_bind_int64(p->insert, 2, at[i].seq);
        RT_TRY(rt_sql_done(p->insert, err));
    }
    return rt_ok;
}

static rt_status begin_part(rt_postings *p, int64_t part, rt_error *err) {
    if (part == p->part) return rt_ok;
    p->part = part;
    sqlite3_bind_int64(p->begin_part, 1, part);
    return rt_sql_done(p->begin_part, err);
}

static rt_status put_slice(rt_postings *p, const rt_posting *at, size_t n, rt_error *err) {
    for (size_t i = 0; i < n && p->sieve != NULL; i++) rt_sieve_add(p->sieve, at[i].key);
    if (!p->packed) return put_rows(p, at, n, err);
    RT_TRY(begin_part(p, rt_part_of(at->seq), err));
    return rt_merge_put(&p->merge, at, n, err);
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
        sort(&p->at[i], n, other, !p->fallen);
    }
    free(other);
}

rt_status rt_postings_flush(rt_postings *p, rt_error *err) {
    if (p->n == 0) return rt_ok;
    sort_all(p);
    if (p->turn != NULL) pthread_mutex_lock(p->turn);
    const rt_status s = put_all(p, err);
    if (p->turn != NULL) pthread_mutex_unlock(p->turn);
    if (s.code == RT_OK) p->n = 0, p->fallen = false;
    return s;
}
