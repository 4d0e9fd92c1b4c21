#include "store/layout.h"

#include <string.h>

#define STRINGIFY_(x) #x
#define STRINGIFY(x) STRINGIFY_(x)

/* docs/case-file.md describes the layout, docs/decisions/010-layout.md why it is so. */
static const char *const parts[] = {
    /* What repeats is kept once and named by a small integer. */
    "CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT",
    "CREATE TABLE kind (id INTEGER PRIMARY KEY, schema TEXT NOT NULL, prop TEXT NOT NULL, UNIQUE (schema, prop)) "
    "STRICT",
    "CREATE TABLE provenance (id INTEGER PRIMARY KEY, key INTEGER NOT NULL, recorded_at TEXT NOT NULL, "
    "recorded_by TEXT NOT NULL, handling TEXT, dataset TEXT, document TEXT, speaker TEXT, via TEXT, stance TEXT, "
    "basis TEXT, reliability TEXT, credibility TEXT, said_at TEXT, valid TEXT) STRICT",
    "CREATE INDEX provenance_key ON provenance (key)",

    /* The log: place in the log is the row's number. Statements as columns, all other entries as their lines. */
    "CREATE TABLE statement (seq INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, "
    "kind INTEGER NOT NULL REFERENCES kind, provenance INTEGER NOT NULL REFERENCES provenance, value TEXT NOT NULL, "
    "lang TEXT, original TEXT, locator TEXT, quote TEXT, salt BLOB NOT NULL CHECK (length(salt) = 16), "
    "seal INTEGER NOT NULL) STRICT",
    "CREATE TABLE act (seq INTEGER PRIMARY KEY, line TEXT NOT NULL, salt BLOB NOT NULL CHECK (length(salt) = 16), "
    "seal INTEGER NOT NULL) STRICT",
    "CREATE TRIGGER statement_stays BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'the log is append-only'); "
    "END",
    "CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = "
    "OLD.seq) BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    "CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    "CREATE TRIGGER act_is_kept BEFORE DELETE ON act WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq) BEGIN "
    "SELECT RAISE(ABORT, 'the log is append-only'); END",

    /* What stays of an entry that was erased. Only where it stands may an entry go. */
    "CREATE TABLE erased (seq INTEGER PRIMARY KEY, commitment BLOB NOT NULL CHECK (length(commitment) = 32)) STRICT",
    "CREATE TRIGGER erased_stays BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    "CREATE TRIGGER erased_is_kept BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",

    /* The tree over the log: the head after each batch, and the nodes of 256 leaves and more. */
    "CREATE TABLE head (size INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, recorded_at TEXT NOT NULL, "
    "root BLOB NOT NULL CHECK (length(root) = 32)) STRICT",
    "CREATE TABLE node (place INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT",

    /* Derived from the log, dropped and filled again by `rebuild`. */
    "CREATE TABLE run (entity INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
    "PRIMARY KEY (entity, first)) STRICT, WITHOUT ROWID",
    "CREATE TABLE lookup (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE name (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE edge (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE dated (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE stay (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE listed (dataset INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
    "PRIMARY KEY (dataset, first)) STRICT, WITHOUT ROWID",
    "CREATE TABLE of_schema (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT "
    "ROWID",
    "CREATE TABLE mention (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID",
    "CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
};

enum { PARTS = sizeof parts / sizeof *parts };

rt_status rt_layout_make(sqlite3 *db, rt_error *err) {
    for (size_t i = 0; i < PARTS; i++) RT_TRY(rt_sql_run(db, parts[i], err));
    RT_TRY(rt_sql_run(db, "PRAGMA application_id = " STRINGIFY(RT_APPLICATION_ID), err));
    return rt_sql_run(db, "PRAGMA user_version = " STRINGIFY(RT_LAYOUT_VERSION), err);
}

static bool is_ours(rt_str sql) {
    for (size_t i = 0; i < PARTS; i++)
        if (rt_str_is(sql, parts[i])) return true;
    return false;
}

static rt_status check_tables(sqlite3 *db, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    int found = 0;
    RT_TRY(rt_sql_prepare(db, "SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL", &s.at, err));
    for (;; found++) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row || found > PARTS) break;
        if (!is_ours(rt_sql_text(s.at, 0))) {
            const rt_str name = rt_sql_text(s.at, 1);
            return rt_fail(err, RT_CORRUPT, "the case file holds \"%.*s\", which no case has: it was altered",
                           (int)(name.len < 80 ? name.len : 80), name.at);
        }
    }
    return found == PARTS
               ? rt_ok
               : rt_fail(err, RT_CORRUPT, "the case file has %d of the %d tables and rules of a case: it was altered",
                         found, PARTS);
}

rt_status rt_layout_check(sqlite3 *db, rt_error *err) {
    int64_t application, version;
    RT_TRY(rt_sql_number(db, "PRAGMA application_id", 0, &application, err));
    RT_TRY(rt_sql_number(db, "PRAGMA user_version", 0, &version, err));
    if (application != RT_APPLICATION_ID) return rt_fail(err, RT_CORRUPT, "this is an SQLite database, but no case");
    if (version > RT_LAYOUT_VERSION)
        return rt_fail(err, RT_NEWER,
                       "this case is of version %lld; this program knows versions up to %d: use a newer one",
                       (long long)version, RT_LAYOUT_VERSION);
    if (version < 1)
        return rt_fail(err, RT_CORRUPT, "this case is of version %lld, which never was", (long long)version);
    return check_tables(db, err);
}
