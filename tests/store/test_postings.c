/* Packed postings: blocks, rows that are merged into them in whatever order, and looking keys up, against plain lists.
 */
#include <stdlib.h>

#include "store/postings.h"
#include "store/postings_block.h"
#include "store/postings_key.h"
#include "test.h"

enum { ROWS = 4000 };

/* A table as a case has it, in memory. */
static sqlite3 *make_table(void) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "CREATE TABLE part (n INTEGER PRIMARY KEY);"
                     "CREATE TABLE t (part INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL, rows BLOB NOT "
                     "NULL, PRIMARY KEY (part, key, seq)) STRICT, WITHOUT ROWID",
                     NULL, NULL, NULL),
        SQLITE_OK);
    return db;
}

static uint64_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return *state >> 24;
}

/* Few keys, that are borne by many; many, of one bearer each; and the ends of what a number can be. */
static rt_posting random_row(uint64_t *state) {
    static const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX - 1, INT64_MAX};
    rt_posting row = {.seq = (int64_t)(next_random(state) % 3 << RT_PART_BITS) + (int64_t)(next_random(state) % 2000)};
    switch (next_random(state) % 4) {
    case 0: row.key = ends[next_random(state) % 7]; break;
    case 1: row.key = (int64_t)(next_random(state) % 5); break;
    default: row.key = (int64_t)(next_random(state) << 32 ^ next_random(state));
    }
    row.provenance = (uint32_t)((row.seq * 7 + row.key % 3) & 3); /* that of a place does not change */
    if (row.provenance == 3) row.provenance = UINT32_MAX;
    return row;
}

static int by_part(const void *a, const void *b) {
    const rt_posting *x = a, *y = b;
    const int64_t p = rt_part_of(x->seq), q = rt_part_of(y->seq);
    return p != q ? (p > q) - (p < q) : rt_posting_compare(x, y);
}

/* Each row once, by part, key and place. */
static size_t sort_rows(rt_posting *rows, size_t n) {
    size_t kept = 0;
    qsort(rows, n, sizeof *rows, by_part);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_part(&rows[i], &rows[i - 1]) != 0) rows[kept++] = rows[i];
    return kept;
}

static void holds(sqlite3 *db, const rt_posting *rows, size_t n) {
    rt_error err = {0};
    rt_key_rows keyed = {0};
    for (size_t i = 0; i < n; i += 1 + i % 7) {
        rt_posting found;
        bool more;
        OK(rt_key_rows_seek(&keyed, db, "t", rows[i].key, &err));
        for (size_t k = 0; k < n; k++) {
            if (rows[k].key != rows[i].key) continue;
            OK(rt_key_rows_next(&keyed, &found, &more, &err));
            assert_true(more);
            assert_int_equal(found.key, rows[k].key);
            assert_int_equal(found.seq, rows[k].seq);
            assert_int_equal(found.provenance, rows[k].provenance);
        }
        OK(rt_key_rows_next(&keyed, &found, &more, &err));
        assert_false(more);
    }
    rt_key_rows_close(&keyed);
}

static int64_t number(sqlite3 *db, const char *sql) {
    rt_error err = {0};
    int64_t n;
    OK(rt_sql_number(db, sql, -1, &n, &err));
    return n;
}

/* Windows of one row, of some, of many; rows that come again. */
static void rows_are_found_however_they_came(void **state) {
    (void)state;
    static const size_t windows[] = {1, 3, 50, 1000, ROWS};
    rt_error err = {0};
    uint64_t random = 77;
    rt_posting rows[ROWS];
    for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
        sqlite3 *db = make_table();
        rt_postings p;
        OK(rt_postings_open(&p, db, "t", true, NULL, &err));
        for (size_t i = 0; i < ROWS; i++) {
            rows[i] = i % 10 == 9 ? rows[i - next_random(&random) % i - 1] : random_row(&random);
            OK(rt_postings_add_name(&p, rows[i].key, rows[i].seq, rows[i].provenance, &err));
            if (i % windows[w] == 0) OK(rt_postings_flush(&p, &err));
        }
        OK(rt_postings_flush(&p, &err));
        rt_postings_close(&p);
        holds(db, rows, sort_rows(rows, ROWS));
        sqlite3_close(db);
    }
}

/* None needs a page of its own, and they are not torn into crumbs. */
static void blocks_are_neither_large_nor_many(void **state) {
    (void)state;
    rt_error err = {0};
    uint64_t random = 5;
    sqlite3 *db = make_table();
    rt_postings p;
    OK(rt_postings_open(&p, db, "t", true, NULL, &err));
    for (int i = 0; i < ROWS; i++) {
        OK(rt_postings_add(&p, (int64_t)(next_random(&random) << 32), i, &err));
        OK(rt_postings_flush(&p, &err));
    }
    rt_postings_close(&p);
    assert_in_range(number(db, "SELECT max(length(rows)) FROM t"), 100, 924);
    assert_in_range(number(db, "SELECT avg(length(rows)) FROM t"), 350, 924);
    sqlite3_close(db);
}

/* --- damage ------------------------------------------------------------------------------------------------------- */

static void damaged_blocks_end(void **state) {
    (void)state;
    uint64_t random = 9;
    rt_buf block = {0};
    for (int round = 0; round < 20000; round++) {
        rt_posting row = random_row(&random);
        rt_buf_clear(&block);
        for (size_t i = 0, n = next_random(&random) % 40; i < n; i++) rt_buf_byte(&block, (char)next_random(&random));
        const char *at = block.at, *end = block.at + block.len;
        const int64_t part = rt_part_of(row.seq);
        rt_posting before = row;
        for (; rt_postings_unpack(&at, end, &row); before = row) {
            assert_int_equal(rt_part_of(row.seq), part);
            assert_true(row.key >= before.key);
        }
        assert_true(at == NULL || at == end);
    }
    rt_buf_close(&block);
}

/* Each byte of each block is changed: a key then leads to other rows or an error, and the search ends. */
static void damaged_tables_are_told(void **state) {
    (void)state;
    rt_error err = {0};
    uint64_t random = 3;
    int told = 0;
    for (int round = 0; round < 300; round++) {
        sqlite3 *db = make_table();
        rt_postings p;
        rt_key_rows keyed = {0};
        char sql[200];
        OK(rt_postings_open(&p, db, "t", true, NULL, &err));
        for (int i = 0; i < 300; i++) OK(rt_postings_add(&p, i % 3, i, &err));
        OK(rt_postings_flush(&p, &err));
        snprintf(sql, sizeof sql,
                 "UPDATE t SET rows = CAST(substr(rows, 1, %d) || x'%02X' || substr(rows, %d) AS BLOB)", round,
                 (unsigned)(next_random(&random) % 256), round + 2);
        assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
        for (int64_t key = 0; key < 3; key++) {
            rt_posting row;
            bool more = true;
            rt_status s = rt_key_rows_seek(&keyed, db, "t", key, &err);
            while (s.code == RT_OK && more) s = rt_key_rows_next(&keyed, &row, &more, &err);
            told += s.code == RT_CORRUPT;
            assert_true(s.code == RT_OK || s.code == RT_CORRUPT);
        }
        rt_status s = rt_postings_add(&p, 1, 7, &err);
        if (s.code == RT_OK) s = rt_postings_flush(&p, &err);
        assert_true(s.code == RT_OK || s.code == RT_CORRUPT);
        rt_key_rows_close(&keyed);
        rt_postings_close(&p);
        sqlite3_close(db);
    }
    assert_true(told > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_found_however_they_came),
        cmocka_unit_test(blocks_are_neither_large_nor_many),
        cmocka_unit_test(damaged_blocks_end),
        cmocka_unit_test(damaged_tables_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
