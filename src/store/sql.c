#include "store/sql.h"

#include <string.h>

#include "store/sums.h"

static rt_code code_of(int sqlite_code) {
    if (sqlite_code == SQLITE_IOERR_DATA) return RT_CORRUPT;
    switch (sqlite_code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH: return RT_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return RT_BUSY;
    case SQLITE_TOOBIG: return RT_LIMIT;
    case SQLITE_INTERRUPT: return RT_STOPPED;
    default: return RT_IO;
    }
}

rt_status rt_sql_stopped(rt_error *err) { return rt_fail(err, RT_STOPPED, "stopped; the case is as it was"); }

rt_status rt_sql_damage(sqlite3 *db, rt_error *err) {
    rt_damage d = {.path = sqlite3_db_filename(db, "main")};
    const bool known = rt_sums_damage(db, &d);
    const rt_status s = rt_fail(err, RT_CORRUPT,
                                "the case file is damaged: its page %lld is not what was written there; `redthread "
                                "rebuild` mends what can be made anew from the log, and says when a backup is needed",
                                (long long)d.page);
    rt_error_at(err, d.path, 0, 0);
    if (known) rt_error_at_byte(err, (uint64_t)d.at);
    return s;
}

rt_status rt_sql_failure(sqlite3 *db, rt_error *err) {
    const int extended = sqlite3_extended_errcode(db);
    const rt_code code = code_of(extended);
    if (extended == SQLITE_IOERR_DATA) return rt_sql_damage(db, err);
    if (code == RT_STOPPED) return rt_sql_stopped(err);
    const char *what = code == RT_BUSY      ? "another program is writing to the case; try again when it is done"
                       : code == RT_CORRUPT ? "the case file is damaged (or no case): "
                                            : "the case file cannot be read or written: ";
    const rt_status s = rt_fail(err, code, "%s%s", what, code == RT_BUSY ? "" : sqlite3_errmsg(db));
    rt_error_at(err, sqlite3_db_filename(db, "main"), 0, 0);
    return s;
}

rt_status rt_sql_run(sqlite3 *db, const char *sql, rt_error *err) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? rt_ok : rt_sql_failure(db, err);
}

rt_status rt_sql_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **stmt, rt_error *err) {
    return sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL) == SQLITE_OK
               ? rt_ok
               : rt_sql_failure(db, err);
}

rt_status rt_sql_step(sqlite3_stmt *stmt, bool *row, rt_error *err) {
    const int code = sqlite3_step(stmt);
    *row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE ? rt_ok : rt_sql_failure(sqlite3_db_handle(stmt), err);
}

rt_status rt_sql_done(sqlite3_stmt *stmt, rt_error *err) {
    const int code = sqlite3_step(stmt);
    const rt_status s =
        code == SQLITE_DONE || code == SQLITE_ROW ? rt_ok : rt_sql_failure(sqlite3_db_handle(stmt), err);
    sqlite3_reset(stmt);
    return s;
}

rt_status rt_sql_number(sqlite3 *db, const char *sql, int64_t otherwise, int64_t *n, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(db, sql, &s.at, err));
    RT_TRY(rt_sql_step(s.at, &row, err));
    *n = row && sqlite3_column_type(s.at, 0) != SQLITE_NULL ? sqlite3_column_int64(s.at, 0) : otherwise;
    return rt_ok;
}

void rt_sql_bind_text(sqlite3_stmt *stmt, int at, rt_str s) {
    if (s.len == 0)
        sqlite3_bind_null(stmt, at);
    else
        sqlite3_bind_text64(stmt, at, s.at, s.len, SQLITE_STATIC, SQLITE_UTF8);
}

rt_str rt_sql_text(sqlite3_stmt *stmt, int column) {
    const char *at = (const char *)sqlite3_column_text(stmt, column);
    return at == NULL ? (rt_str){"", 0} : (rt_str){at, (size_t)sqlite3_column_bytes(stmt, column)};
}

bool rt_sql_hash(sqlite3_stmt *stmt, int column, rt_hash *hash) {
    const void *at = sqlite3_column_blob(stmt, column);
    if (at == NULL || sqlite3_column_bytes(stmt, column) != (int)sizeof hash->bytes) return false;
    memcpy(hash->bytes, at, sizeof hash->bytes);
    return true;
}

void rt_sql_stmt_close(rt_sql_stmt *s) { sqlite3_finalize(s->at); }
