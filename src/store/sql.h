/* SQLite behind a few short calls. Private to src/store. */
#pragma once

#include <sqlite3.h>

#include "base/hash.h"

/* What SQLite said last, as an error of ours that names the case's file. */
RT_RESULT rt_sql_failure(sqlite3 *db, rt_error *err);

/* After SQLITE_IOERR_DATA: RT_CORRUPT that names the file, the page and what to do. */
RT_RESULT rt_sql_damage(sqlite3 *db, rt_error *err);

/* RT_STOPPED: somebody asked for it. */
RT_RESULT rt_sql_stopped(rt_error *err);

RT_RESULT rt_sql_run(sqlite3 *db, const char *sql, rt_error *err);
RT_RESULT rt_sql_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **stmt, rt_error *err);

/* Steps; *row says whether there is one. */
RT_RESULT rt_sql_step(sqlite3_stmt *stmt, bool *row, rt_error *err);

/* Steps a statement that gives no rows, and resets it. */
RT_RESULT rt_sql_done(sqlite3_stmt *stmt, rt_error *err);

/* The first column of the first row as a number; `otherwise` when there is no row or it is NULL. */
RT_RESULT rt_sql_number(sqlite3 *db, const char *sql, int64_t otherwise, int64_t *n, rt_error *err);

/* Empty slices bind and read as NULL. The slice must live until the statement is stepped. */
void rt_sql_bind_text(sqlite3_stmt *stmt, int at, rt_str s);
rt_str rt_sql_text(sqlite3_stmt *stmt, int column);
bool rt_sql_hash(sqlite3_stmt *stmt, int column, rt_hash *hash); /* false: no blob of 32 bytes */

/* RT_AUTO(rt_sql_stmt) s = {0}: finalised at the end of the scope. */
typedef struct rt_sql_stmt {
    sqlite3_stmt *at;
} rt_sql_stmt;
void rt_sql_stmt_close(rt_sql_stmt *s);
