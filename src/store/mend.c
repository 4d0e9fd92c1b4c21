#include "store/mend.h"

#include <stdio.h>

#include "base/buf.h"
#include "store/audit.h"
#include "store/case.h"
#include "store/connect.h"
#include "store/pages.h"
#include "store/project.h"
#include "store/sums.h"

/* What is not derived. The tree over the log proves some of it, wherever it was read from; the rest is what it was only
 * where its pages are sound. */
typedef struct kept {
    const char *table;
    bool proven;
    const char *where; /* which rows, or NULL */
} kept;

static const kept tables[] = {
    {"provenance", false, NULL}, {"original", false, NULL},
    {"paper", false, NULL},      {"about", false, "key <> 'erasing'"},
    {"entity", true, NULL},      {"kind", true, NULL},
    {"statement", true, NULL},   {"act", true, NULL},
    {"erased", true, NULL},      {"head", true, NULL},
    {"node", true, NULL},
};
static const kept erasing = {"about", false, "key = 'erasing'"};

/* What no statement uses, no tree proves. */
static const char unused[] = "DELETE FROM entity WHERE id NOT IN (SELECT entity FROM statement); "
                             "DELETE FROM kind WHERE id NOT IN (SELECT kind FROM statement)";

/* --- rows -----------------------------------------------------------------------------------------------------------
 */

static rt_status copy_rows(sqlite3_stmt *from, sqlite3_stmt *to, rt_error *err) {
    for (bool row;;) {
        RT_TRY(rt_sql_step(from, &row, err));
        if (!row) return rt_ok;
        for (int i = 0; i < sqlite3_column_count(from); i++)
            sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i));
        RT_TRY(rt_sql_done(to, err));
    }
}

static rt_status prepare_copy(sqlite3 *from, sqlite3 *to, const kept *k, rt_sql_stmt *get, rt_sql_stmt *put,
                              rt_error *err) {
    RT_AUTO(rt_buf) sql = {0};
    rt_buf_printf(&sql, "SELECT * FROM %s WHERE %s ORDER BY 1", k->table, k->where != NULL ? k->where : "true");
    rt_buf_byte(&sql, '\0');
    RT_TRY(rt_sql_prepare(from, sql.at, &get->at, err));
    rt_buf_clear(&sql);
    rt_buf_printf(&sql, "INSERT INTO %s VALUES (?", k->table);
    for (int i = 1; i < sqlite3_column_count(get->at); i++) rt_buf_add(&sql, RT_S(", ?"));
    rt_buf_add(&sql, (rt_str){")\0", 2});
    return rt_sql_prepare(to, sql.at, &put->at, err);
}

static rt_status copy_table(sqlite3 *from, sqlite3 *to, const kept *k, rt_error *err) {
    RT_AUTO(rt_sql_stmt) get = {0};
    RT_AUTO(rt_sql_stmt) put = {0};
    RT_TRY(prepare_copy(from, to, k, &get, &put, err));
    return copy_rows(get.at, put.at, err);
}

static rt_status cannot_mend(const rt_error *why, const rt_store *store, rt_error *err) {
    const rt_status s =
        rt_fail(err, RT_CORRUPT,
                "this cannot be mended, and is left as it was: a backup has to be put in its place (%s)", why->message);
    rt_error_at(err, rt_store_path(store), 0, 0);
    return s;
}

/* A page of documents, of who said what, or of the log's name. */
static rt_status cannot_prove(const rt_damage *d, rt_error *err) {
    const rt_status s =
        rt_fail(err, RT_CORRUPT,
                "page %lld is not what was written there, and holds what can't be made anew from the log; all is left "
                "as it was: put a backup in its place, or take what stands there, with --as-it-is",
                (long long)d->page);
    rt_error_at(err, d->path, 0, 0);
    rt_error_at_byte(err, (uint64_t)d->at);
    return s;
}

static rt_status copy_kept(sqlite3 *from, sqlite3 *to, const kept *k, bool as_it_is, rt_error *err) {
    rt_damage d;
    rt_sums_check(from, "main", !k->proven && !as_it_is);
    const rt_status s = copy_table(from, to, k, err);
    if (s.code == RT_OK || sqlite3_extended_errcode(from) != SQLITE_IOERR_DATA || !rt_sums_damage(from, &d)) return s;
    *err = (rt_error){0};
    return cannot_prove(&d, err);
}

/* --- the case beside ------------------------------------------------------------------------------------------------
 */

static rt_status fill(sqlite3 *from, rt_store *to, bool as_it_is, rt_error *err) {
    RT_TRY(rt_sql_run(to->db, "DELETE FROM about", err));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        RT_TRY(copy_kept(from, to->db, &tables[i], as_it_is, err));
    RT_TRY(rt_sql_run(to->db, unused, err));
    RT_TRY(rt_store_load(to, err));
    return rt_projections_fill(to, err);
}

static rt_status verify(rt_store *made, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_verdict v;
    RT_TRY(rt_audit_verify(made, NULL, &arena, &v, err));
    if (v.sound) return rt_ok;
    return v.first_bad < 0 ? rt_fail(err, RT_CORRUPT, "%s", v.what)
                           : rt_fail(err, RT_CORRUPT, "entry %lld of the log: %s", (long long)v.first_bad, v.what);
}

/* The tree tells whether what was read from damaged pages is what it was. */
static rt_status fill_and_verify(sqlite3 *from, rt_store *made, bool as_it_is, rt_error *err) {
    RT_TRY(rt_sql_run(made->db, "PRAGMA synchronous = OFF; BEGIN IMMEDIATE", err));
    RT_TRY(fill(from, made, as_it_is, err));
    RT_TRY(rt_sql_run(made->db, "COMMIT", err));
    RT_TRY(verify(made, err));
    return copy_kept(from, made->db, &erasing, as_it_is, err);
}

/* From the case as it stands, whose writer's right is held. */
static rt_status fill_from_case(rt_store *store, rt_store *made, bool as_it_is, rt_error *err) {
    sqlite3 *from = NULL;
    rt_status s = rt_connect(store->path, SQLITE_OPEN_READWRITE | RT_CONNECT_UNCHECKED, &store->minder, &from, err);
    if (s.code == RT_OK) s = rt_sql_run(from, "PRAGMA query_only = ON; BEGIN", err);
    if (s.code == RT_OK) s = fill_and_verify(from, made, as_it_is, err);
    sqlite3_close(from);
    return s;
}

/* --- into its place -------------------------------------------------------------------------------------------------
 */

static rt_status copied(rt_store *store, int code, rt_error *err) {
    return code == SQLITE_OK || code == SQLITE_DONE ? rt_ok : rt_sql_failure(store->db, err);
}

/* The first step copies nothing, and takes the right to write, which is kept until all is done. */
static rt_status mend_by(rt_store *store, rt_store *made, sqlite3_backup *pages, bool as_it_is, rt_error *err) {
    const int begun = sqlite3_backup_step(pages, 0);
    if (begun == SQLITE_BUSY)
        return rt_fail(err, RT_BUSY, "another program is writing to the case; try again when it is done");
    RT_TRY(copied(store, begun, err));
    RT_TRY(fill_from_case(store, made, as_it_is, err));
    if (rt_minder_stops(&store->minder)) return rt_sql_stopped(err);
    return copied(store, sqlite3_backup_step(pages, -1), err);
}

static rt_status mend_from(rt_store *store, rt_store *made, sqlite3 *source, bool as_it_is, rt_error *err) {
    sqlite3_backup *pages = sqlite3_backup_init(store->db, "main", source, "main");
    if (pages == NULL) return rt_sql_failure(store->db, err);
    const rt_status s = mend_by(store, made, pages, as_it_is, err);
    const int ended = sqlite3_backup_finish(pages);
    return s.code == RT_OK ? copied(store, ended, err) : s;
}

static rt_status mend_through(rt_store *store, const char *beside, bool as_it_is, rt_error *err) {
    rt_store *made = NULL;
    sqlite3 *source = NULL;
    RT_TRY(rt_store_make(beside, err));
    rt_status s = rt_store_open_minded(beside, RT_OPEN_WRITE, &store->minder, &made, err);
    if (s.code == RT_OK) s = rt_connect(beside, SQLITE_OPEN_READWRITE, &store->minder, &source, err);
    if (s.code == RT_OK) s = mend_from(store, made, source, as_it_is, err);
    sqlite3_close(source);
    rt_store_close(made);
    return s;
}

static rt_status mend(rt_store *store, bool as_it_is, rt_error *err) {
    RT_AUTO(rt_buf) beside = {0};
    uint32_t random;
    rt_random(&random, sizeof random);
    rt_buf_printf(&beside, "%s.%08x.new", store->path, random);
    rt_buf_byte(&beside, '\0');
    const rt_status s = mend_through(store, beside.at, as_it_is, err);
    rt_connect_remove(beside.at);
    return s;
}

/* --- the whole ------------------------------------------------------------------------------------------------------
 */

static rt_status look(rt_store *store, rt_pages *found, rt_error *err) {
    RT_TRY(rt_sql_run(store->db, "BEGIN; SELECT 1 FROM sqlite_schema", err));
    const rt_status s = rt_pages_look(store->db, &store->minder, 0, 1, found, err);
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return s;
}

rt_status rt_store_rebuild(rt_store *store, bool as_it_is, rt_rebuilt *done, rt_error *err) {
    rt_pages found = {0};
    *done = (rt_rebuilt){0};
    RT_TRY(look(store, &found, err));
    done->damaged = found.damaged;
    if (found.damaged == 0) {
        rt_sums_check(store->db, "main", true);
        return rt_projections_rebuild(store, err);
    }
    rt_error why = {0};
    const rt_status s = mend(store, as_it_is, &why);
    if (s.code == RT_OK) return store->current = true, rt_ok;
    if (s.code == RT_CORRUPT && !why.has_byte) return cannot_mend(&why, store, err);
    *err = why;
    return s;
}
