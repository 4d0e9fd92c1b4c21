#include "store/layout.h"

#include <stdio.h>

#include "store/sums.h"

#define FROM(version, text)                                                                                            \
    { .sql = (text), .since = (version) }
#define UNTIL(version, gone, text)                                                                                     \
    { .sql = (text), .since = (version), .until = (gone) }

/* docs/format.md describes the layout, docs/decisions/010-layout.md why it is so. A row is never changed once a case
 * was made by it: what is to be otherwise ends by a version, and what stands in its place begins by it. */
static const rt_part parts[] = {
    /* What repeats is kept once and named by a small integer. */
    FROM(1, "CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT"),
    FROM(1,
         "CREATE TABLE kind (id INTEGER PRIMARY KEY, schema TEXT NOT NULL, prop TEXT NOT NULL, UNIQUE (schema, prop)) "
         "STRICT"),
    FROM(1,
         "CREATE TABLE provenance (id INTEGER PRIMARY KEY, key INTEGER NOT NULL, recorded_at TEXT NOT NULL, "
         "recorded_by TEXT NOT NULL, handling TEXT, dataset TEXT, document TEXT, speaker TEXT, via TEXT, stance TEXT, "
         "basis TEXT, reliability TEXT, credibility TEXT, said_at TEXT, valid TEXT) STRICT"),
    FROM(1, "CREATE INDEX provenance_key ON provenance (key)"),
    FROM(3, "CREATE INDEX provenance_time ON provenance (handling, recorded_at)"),

    /* The log: place in the log is the row's number. Statements as columns, all other entries as their lines. */
    FROM(1, "CREATE TABLE statement (seq INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, "
            "kind INTEGER NOT NULL REFERENCES kind, provenance INTEGER NOT NULL REFERENCES provenance, value TEXT NOT "
            "NULL, "
            "lang TEXT, original TEXT, locator TEXT, quote TEXT, salt BLOB NOT NULL CHECK (length(salt) = 16), "
            "seal INTEGER NOT NULL) STRICT"),
    FROM(1,
         "CREATE TABLE act (seq INTEGER PRIMARY KEY, line TEXT NOT NULL, salt BLOB NOT NULL CHECK (length(salt) = 16), "
         "seal INTEGER NOT NULL) STRICT"),
    FROM(1, "CREATE TRIGGER statement_stays BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'the log is "
            "append-only'); "
            "END"),
    UNTIL(1, 2,
          "CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'the log is "
          "append-only'); "
          "END"),
    FROM(2, "CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement WHEN NOT EXISTS (SELECT 1 FROM erased WHERE "
            "seq = OLD.seq) BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"),
    FROM(1, "CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"),
    UNTIL(1, 2,
          "CREATE TRIGGER act_is_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"),
    FROM(2, "CREATE TRIGGER act_is_kept BEFORE DELETE ON act WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = "
            "OLD.seq) BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"),

    /* What stays of an entry that was erased. Only where it stands may an entry go. */
    FROM(2, "CREATE TABLE erased (seq INTEGER PRIMARY KEY, commitment BLOB NOT NULL CHECK (length(commitment) = 32)) "
            "STRICT"),
    FROM(2, "CREATE TRIGGER erased_stays BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'the log is append-only'); "
            "END"),
    FROM(2, "CREATE TRIGGER erased_is_kept BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'the log is "
            "append-only'); END"),

    /* The tree over the log: the head after each batch, and the nodes of 256 leaves and more. */
    FROM(1, "CREATE TABLE head (size INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, recorded_at TEXT NOT NULL, "
            "root BLOB NOT NULL CHECK (length(root) = 32)) STRICT"),
    FROM(1, "CREATE TABLE node (place INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT"),

    /* Documents: the bytes of an original once, and which document entry came with them; a text that is the very bytes
     * is not kept again. */
    FROM(2, "CREATE TABLE original (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32), "
            "size INTEGER NOT NULL, packed INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT"),
    FROM(2, "CREATE TABLE paper (seq INTEGER PRIMARY KEY, original INTEGER NOT NULL REFERENCES original, size INTEGER, "
            "packed INTEGER, text BLOB) STRICT"),
    FROM(2, "CREATE INDEX paper_original ON paper (original)"),

    /* Derived from the log, dropped and filled again by `rebuild`. */
    FROM(1, "CREATE TABLE run (entity INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
            "PRIMARY KEY (entity, first)) STRICT, WITHOUT ROWID"),
    UNTIL(1, 3,
          "CREATE TABLE lookup (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT "
          "ROWID"),
    UNTIL(
        1, 3,
        "CREATE TABLE name (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID"),
    FROM(
        1,
        "CREATE TABLE edge (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID"),
    FROM(1, "CREATE TABLE dated (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT "
            "ROWID"),
    FROM(
        1,
        "CREATE TABLE stay (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID"),
    FROM(1, "CREATE TABLE listed (dataset INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
            "PRIMARY KEY (dataset, first)) STRICT, WITHOUT ROWID"),
    FROM(1,
         "CREATE TABLE of_schema (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT "
         "ROWID"),
    FROM(1, "CREATE TABLE mention (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT "
            "ROWID"),
    UNTIL(2, 3,
          "CREATE TABLE word (word TEXT NOT NULL, first INTEGER NOT NULL, postings BLOB NOT NULL, PRIMARY KEY (word, "
          "first)) STRICT, WITHOUT ROWID"),
    /* What comes in no order is kept part of the log by part: each is filled while its pages are in memory. */
    FROM(3, "CREATE TABLE part (n INTEGER PRIMARY KEY) STRICT"),
    UNTIL(3, 4,
          "CREATE TABLE lookup (part INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL, "
          "PRIMARY KEY (part, key, seq)) STRICT, WITHOUT ROWID"),
    UNTIL(3, 4,
          "CREATE TABLE name (part INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL, provenance INTEGER "
          "NOT NULL, PRIMARY KEY (part, key, seq)) STRICT, WITHOUT ROWID"),
    FROM(4,
         "CREATE TABLE lookup (part INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL, rows BLOB NOT NULL, "
         "PRIMARY KEY (part, key, seq)) STRICT, WITHOUT ROWID"),
    FROM(4, "CREATE TABLE name (part INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL, rows BLOB NOT NULL, "
            "PRIMARY KEY (part, key, seq)) STRICT, WITHOUT ROWID"),
    FROM(3, "CREATE TABLE word (part INTEGER NOT NULL, word TEXT NOT NULL, first INTEGER NOT NULL, postings BLOB NOT "
            "NULL, PRIMARY KEY (part, word, first)) STRICT, WITHOUT ROWID"),
    FROM(1, "CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID"),
    FROM(1, "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"),
};

/* What a version changes beside the parts that begin or end by it; a version that only adds needs no row. */
static const rt_step steps[] = {
    /* Triggers keep their names. */
    {.to = 2, .sql = "DROP TRIGGER statement_is_kept; DROP TRIGGER act_is_kept", .rebuild = true},
    {.to = 3, .sql = "DROP TABLE lookup; DROP TABLE name; DROP TABLE word", .rebuild = true},
    {.to = 4, .sql = "DROP TABLE lookup; DROP TABLE name", .rebuild = true},
    {0},
};

const rt_layout rt_case_layout = {RT_LAYOUT_VERSION, parts, sizeof parts / sizeof *parts, steps};

bool rt_part_is_of(const rt_part *part, int version) {
    return part->since <= version && (part->until == 0 || part->until > version);
}

/* --- making ------------------------------------------------------------------------------------------------------- */

rt_status rt_layout_mark(sqlite3 *db, int version, rt_error *err) {
    char sql[64];
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d", version);
    return rt_sql_run(db, sql, err);
}

rt_status rt_layout_make(sqlite3 *db, const rt_layout *layout, rt_error *err) {
    char sql[64];
    for (size_t i = 0; i < layout->n; i++) {
        const rt_part *part = &layout->parts[i];
        if (rt_part_is_of(part, layout->version) && !part->along) RT_TRY(rt_sql_run(db, part->sql, err));
    }
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d", RT_APPLICATION_ID);
    RT_TRY(rt_sql_run(db, sql, err));
    return rt_layout_mark(db, layout->version, err);
}

/* --- checking ----------------------------------------------------------------------------------------------------- */

static rt_status refuse_later(const rt_layout *layout, int64_t found, rt_error *err) {
    return rt_fail(err, RT_NEWER, "this case is of version %lld; this program knows versions up to %d: use a newer one",
                   (long long)found, layout->version);
}

static uint32_t number_at(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

rt_status rt_layout_refuse_later(sqlite3 *db, const rt_layout *layout, rt_status failed, rt_error *err) {
    enum { USER_VERSION_AT = 60, APPLICATION_ID_AT = 68 }; /* in the header of SQLite's files */
    uint8_t header[RT_HEADER_BYTES];
    if (rt_sums_read(db, header, sizeof header, 0) != SQLITE_OK) return failed;
    const uint32_t found = number_at(header + USER_VERSION_AT);
    const bool later = number_at(header + APPLICATION_ID_AT) == RT_APPLICATION_ID && found <= INT32_MAX &&
                       (int)found > layout->version;
    return later ? refuse_later(layout, found, err) : failed;
}

rt_status rt_layout_version(sqlite3 *db, const rt_layout *layout, int *version, rt_error *err) {
    int64_t application, found;
    RT_TRY(rt_sql_number(db, "PRAGMA application_id", 0, &application, err));
    RT_TRY(rt_sql_number(db, "PRAGMA user_version", 0, &found, err));
    if (application != RT_APPLICATION_ID) return rt_fail(err, RT_CORRUPT, "this is an SQLite database, but no case");
    if (found > layout->version) return refuse_later(layout, found, err);
    if (found < 1) return rt_fail(err, RT_CORRUPT, "this case is of version %lld, which never was", (long long)found);
    *version = (int)found;
    return rt_ok;
}

static bool is_part(const rt_layout *layout, int version, rt_str sql) {
    for (size_t i = 0; i < layout->n; i++)
        if (rt_part_is_of(&layout->parts[i], version) && rt_str_is(sql, layout->parts[i].sql)) return true;
    return false;
}

static int count_parts(const rt_layout *layout, int version) {
    int n = 0;
    for (size_t i = 0; i < layout->n; i++) n += rt_part_is_of(&layout->parts[i], version);
    return n;
}

rt_status rt_layout_check(sqlite3 *db, const rt_layout *layout, int version, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    const int wanted = count_parts(layout, version);
    bool row;
    int found = 0;
    RT_TRY(rt_sql_prepare(db, "SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL", &s.at, err));
    for (;; found++) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row || found > wanted) break;
        if (is_part(layout, version, rt_sql_text(s.at, 0))) continue;
        const rt_str name = rt_sql_text(s.at, 1);
        return rt_fail(err, RT_CORRUPT, "the case file holds \"%.*s\", which no case has: it was altered",
                       (int)(name.len < 80 ? name.len : 80), name.at);
    }
    return found == wanted
               ? rt_ok
               : rt_fail(err, RT_CORRUPT, "the case file has %d of the %d tables and rules of a case: it was altered",
                         found, wanted);
}
