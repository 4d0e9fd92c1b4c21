/* An erasure in the tables, and the file that is written anew after it. */
#include "store/case.h"
#include "store/connect.h"
#include "store/erasing.h"
#include "store/project.h"

/* --- taking rows out ------------------------------------------------------------------------------------------------
 */

static rt_status make_bare(sqlite3_stmt *s, const rt_gone *g, rt_error *err) {
    sqlite3_bind_int64(s, 1, g->seq);
    sqlite3_bind_blob(s, 2, g->commitment.bytes, sizeof g->commitment.bytes, SQLITE_STATIC);
    return rt_sql_done(s, err);
}

static rt_status drop_row(sqlite3_stmt *s, int64_t seq, rt_error *err) {
    sqlite3_bind_int64(s, 1, seq);
    return rt_sql_done(s, err);
}

rt_status rt_erasing_bare(rt_store *store, const rt_gone_list *gone, rt_error *err) {
    RT_AUTO(rt_sql_stmt) bare = {0};
    RT_AUTO(rt_sql_stmt) statement = {0};
    RT_AUTO(rt_sql_stmt) act = {0};
    RT_TRY(rt_sql_prepare(store->db, "INSERT INTO erased (seq, commitment) VALUES (?1, ?2)", &bare.at, err));
    RT_TRY(rt_sql_prepare(store->db, "DELETE FROM statement WHERE seq = ?1", &statement.at, err));
    RT_TRY(rt_sql_prepare(store->db, "DELETE FROM act WHERE seq = ?1", &act.at, err));
    for (size_t i = 0; i < gone->n; i++) {
        const rt_gone *g = &gone->at[i];
        RT_TRY(make_bare(bare.at, g, err));
        RT_TRY(drop_row(g->e.type == RT_STATEMENT ? statement.at : act.at, g->seq, err));
    }
    return rt_ok;
}

/* Entities that are only named get their numbers again when the projections are filled. */
rt_status rt_erasing_prune(rt_store *store, rt_error *err) {
    RT_TRY(rt_sql_run(store->db,
                      "DELETE FROM provenance WHERE id NOT IN (SELECT provenance FROM statement); "
                      "DELETE FROM kind WHERE id NOT IN (SELECT kind FROM statement); "
                      "DELETE FROM entity WHERE id NOT IN (SELECT entity FROM statement); "
                      "DELETE FROM paper WHERE seq NOT IN (SELECT seq FROM act); "
                      "DELETE FROM original WHERE id NOT IN (SELECT original FROM paper); "
                      "INSERT OR REPLACE INTO about VALUES ('erasing', 'the file is still to be written anew')",
                      err));
    return rt_projections_fill(store, err);
}

/* --- writing the file anew ------------------------------------------------------------------------------------------
 */

static rt_status checkpoint(rt_store *store, rt_error *err) {
    return rt_connect_settle(
        store->db,
        "what was asked for is erased from the log, but another program reads the case as it was, so its "
        "file can't be written anew: end that program, and ask for the erasure again",
        err);
}

/* VACUUM's copy holds what is left alone, so it may be a file; in memory a large case would not fit. */
rt_status rt_erasing_rewrite(rt_store *store, rt_error *err) {
    RT_TRY(checkpoint(store, err));
    store->minder.at = "writing the file anew";
    const rt_status s = rt_sql_run(store->db, "PRAGMA temp_store = FILE; PRAGMA secure_delete = ON; VACUUM", err);
    store->minder.at = NULL;
    RT_TRY(s);
    return checkpoint(store, err);
}

rt_status rt_erasing_end(rt_store *store, rt_error *err) {
    RT_TRY(rt_sql_run(store->db, "DELETE FROM about WHERE key = 'erasing'", err));
    return checkpoint(store, err);
}

rt_status rt_erase_is_unfinished(rt_store *store, bool *unfinished, rt_error *err) {
    int64_t n;
    RT_TRY(rt_sql_number(store->db, "SELECT count(*) FROM about WHERE key = 'erasing'", 0, &n, err));
    *unfinished = n > 0;
    return rt_ok;
}
