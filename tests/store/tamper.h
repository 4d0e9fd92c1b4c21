/* For tests of the store: what somebody does to a case who opens it by SQLite past the program, and sees to it that the
 * sums of its pages are right. */
#pragma once

#include "base/grow.h"
#include "store/postings_block.h"
#include "store/postings_merge.h"
#include "store/sums.h"
#include "store/tiny_case.h"

static inline sqlite3 *tamper_open(const test_case *c) {
    sqlite3 *db;
    rt_sums_register();
    assert_int_equal(sqlite3_open_v2(c->path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, RT_SUMS_VFS), SQLITE_OK);
    return db;
}

static inline void tamper_run(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

/* Takes the triggers away, runs the statements, and puts the triggers back: the file's tables are as they were. The
 * case is then open for reading. */
static inline void tamper(test_case *c, const char *sql) {
    RT_AUTO(rt_buf) drop = {0};
    RT_AUTO(rt_buf) make = {0};
    sqlite3_stmt *s;
    case_close_store(c);
    sqlite3 *db = tamper_open(c);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &s, NULL),
                     SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        rt_buf_printf(&drop, "DROP TRIGGER %s;", (const char *)sqlite3_column_text(s, 0));
        rt_buf_printf(&make, "%s;", (const char *)sqlite3_column_text(s, 1));
    }
    sqlite3_finalize(s);
    rt_buf_byte(&drop, '\0');
    rt_buf_byte(&make, '\0');
    tamper_run(db, drop.at);
    tamper_run(db, sql);
    tamper_run(db, make.at);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    case_reopen(c, RT_OPEN_READ);
}

/* The rows of a query as text: columns between bars, rows ended by LF; in the case's arena. */
static inline const char *tamper_rows(test_case *c, const char *sql) {
    RT_AUTO(rt_buf) out = {0};
    sqlite3_stmt *s;
    sqlite3 *db = tamper_open(c);
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(s) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(s); i++)
            rt_buf_printf(&out, "%s%s", i > 0 ? "|" : "",
                          sqlite3_column_text(s, i) != NULL ? (const char *)sqlite3_column_text(s, i) : "-");
        rt_buf_byte(&out, '\n');
    }
    sqlite3_finalize(s);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return rt_str_z(&c->arena, rt_buf_str(&out));
}

/* --- packed postings ---------------------------------------------------------------------------------------------- */

typedef struct tamper_postings {
    rt_posting *at; /* in the case's arena */
    size_t n;
} tamper_postings;

/* What stands in the blocks of a table, in their order. */
static inline tamper_postings tamper_unpack(test_case *c, const char *table) {
    tamper_postings all = {0};
    char sql[80];
    sqlite3_stmt *s;
    sqlite3 *db = tamper_open(c);
    snprintf(sql, sizeof sql, "SELECT key, seq, rows FROM %s ORDER BY part, key, seq", table);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        rt_posting row = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), 0};
        const char *at = sqlite3_column_blob(s, 2), *end = at + sqlite3_column_bytes(s, 2);
        while (rt_postings_unpack(&at, end, &row)) {
            all.at = rt_grow(&c->arena, all.at, all.n, sizeof *all.at);
            all.at[all.n++] = row;
        }
        assert_non_null(at);
    }
    sqlite3_finalize(s);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return all;
}

/* Puts these among those of a table; the case is then open for reading. */
static inline void tamper_pack(test_case *c, const char *table, tamper_postings rows) {
    rt_error err = {0};
    rt_merge merge;
    case_close_store(c);
    sqlite3 *db = tamper_open(c);
    OK(rt_merge_open(&merge, db, table, &err));
    for (size_t i = 0; i < rows.n; i++) OK(rt_merge_put(&merge, &rows.at[i], 1, &err));
    rt_merge_close(&merge);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    case_reopen(c, RT_OPEN_READ);
}

/* Everything in the file, table by table. */
static inline const char *tamper_dump(test_case *c) {
    static const char *const queries[] = {
        "SELECT * FROM entity ORDER BY 1",
        "SELECT * FROM kind ORDER BY 1",
        "SELECT * FROM provenance ORDER BY 1",
        ("SELECT seq, entity, kind, provenance, value, lang, original, locator, quote, hex(salt), seal FROM statement "
         "ORDER BY 1"),
        "SELECT seq, line, hex(salt), seal FROM act ORDER BY 1",
        "SELECT size, first, recorded_at, hex(root) FROM head ORDER BY 1",
        "SELECT place, hex(hash) FROM node ORDER BY 1",
        "SELECT * FROM run ORDER BY 1, 2",
        "SELECT * FROM edge ORDER BY 1, 2",
        "SELECT * FROM dated ORDER BY 1, 2",
        "SELECT * FROM mention ORDER BY 1, 2",
        "SELECT * FROM projection ORDER BY 1",
        "SELECT * FROM about ORDER BY 1",
    };
    static const char *const packed[] = {"lookup", "name"};
    RT_AUTO(rt_buf) out = {0};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        rt_buf_printf(&out, "%s\n%s\n", queries[i], tamper_rows(c, queries[i]));
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        const tamper_postings rows = tamper_unpack(c, packed[i]);
        rt_buf_printf(&out, "%s\n", packed[i]);
        for (size_t k = 0; k < rows.n; k++)
            rt_buf_printf(&out, "%lld|%lld|%u\n", (long long)rows.at[k].key, (long long)rows.at[k].seq,
                          rows.at[k].provenance);
    }
    return rt_str_z(&c->arena, rt_buf_str(&out));
}
