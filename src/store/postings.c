#include "store/postings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

rt_status rt_postings_open(rt_postings *p, sqlite3 *db, const char *table, rt_error *err) {
    char sql[96];
    *p = (rt_postings){0};
    snprintf(sql, sizeof sql, "INSERT OR IGNORE INTO %s (key, seq) VALUES (?1, ?2)", table);
    return rt_sql_prepare(db, sql, &p->insert, err);
}

void rt_postings_close(rt_postings *p) {
    sqlite3_finalize(p->insert);
    free(p->at);
    *p = (rt_postings){0};
}

rt_status rt_postings_add(rt_postings *p, int64_t key, int64_t seq, rt_error *err) {
    if (p->n == RT_POSTINGS_WINDOW) RT_TRY(rt_postings_flush(p, err));
    p->at = rt_grow_own(p->at, p->n, &p->room, sizeof *p->at);
    p->at[p->n++] = (rt_posting){key, seq};
    return rt_ok;
}

/* One pass of a radix sort by one byte of the key; keys compare as signed numbers, so the top byte's sign is turned. */
static void pass(const rt_posting *from, rt_posting *to, size_t n, int byte) {
    size_t at[257] = {0};
    const uint64_t flip = (uint64_t)1 << 63;
    for (size_t i = 0; i < n; i++) at[1 + (((uint64_t)from[i].key ^ flip) >> (8 * byte) & 255)]++;
    for (int b = 0; b < 256; b++) at[b + 1] += at[b];
    for (size_t i = 0; i < n; i++) to[at[((uint64_t)from[i].key ^ flip) >> (8 * byte) & 255]++] = from[i];
}

/* Rows come in rising order of seq, and radix passes are stable: equal keys stay in it. */
static void sort(rt_postings *p) {
    rt_posting *other = rt_alloc(p->n * sizeof *other);
    for (int byte = 0; byte < 8; byte += 2) {
        pass(p->at, other, p->n, byte);
        pass(other, p->at, p->n, byte + 1);
    }
    free(other);
}

rt_status rt_postings_flush(rt_postings *p, rt_error *err) {
    if (p->n == 0) return rt_ok;
    sort(p);
    for (size_t i = 0; i < p->n; i++) {
        sqlite3_bind_int64(p->insert, 1, p->at[i].key);
        sqlite3_bind_int64(p->insert, 2, p->at[i].seq);
        RT_TRY(rt_sql_done(p->insert, err));
    }
    p->n = 0;
    return rt_ok;
}
