/* The last day that a lens knows of, and where a time is in the log. */
#include "store/log.h"
#include "store/sight.h"

/* --- when all is there ---------------------------------------------------------------------------------------------
 */

/* Of the provenances with one handling, the last ones first, the time of the first that is seen. */
static rt_status look_at_handling(rt_lens *lens, rt_str handling, rt_buf *latest, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(lens->store->db,
                          "SELECT id, recorded_at FROM provenance WHERE handling IS ?1 ORDER BY recorded_at DESC",
                          &s.at, err));
    rt_sql_bind_text(s.at, 1, handling);
    for (bool row;;) {
        rt_sight sight;
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row || rt_str_cmp(rt_sql_text(s.at, 1), rt_buf_str(latest)) <= 0) return rt_ok;
        RT_TRY(rt_lens_sight(lens, 0, sqlite3_column_int64(s.at, 0), &sight, err));
        if (!sight.seen) continue;
        rt_buf_clear(latest);
        rt_buf_add(latest, rt_sql_text(s.at, 1));
        return rt_ok;
    }
}

/* A sight hangs on the provenance alone. There are few handlings: what one of them hides is passed over at once, and
 * each is found by one step from the one before. */
static rt_status look_at_provenances(rt_lens *lens, rt_buf *latest, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(
        lens->store->db,
        "WITH RECURSIVE used(handling, named) AS (VALUES (NULL, 0) UNION ALL SELECT (SELECT min(handling) FROM "
        "provenance WHERE handling > coalesce(used.handling, '')), 1 FROM used WHERE handling IS NOT NULL OR NOT "
        "named) "
        "SELECT handling, (SELECT max(recorded_at) FROM provenance p WHERE p.handling IS used.handling) AS last FROM "
        "used WHERE last IS NOT NULL ORDER BY last DESC",
        &s.at, err));
    for (bool row;;) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row || rt_str_cmp(rt_sql_text(s.at, 1), rt_buf_str(latest)) <= 0) return rt_ok;
        RT_TRY(look_at_handling(lens, rt_sql_text(s.at, 0), latest, err));
    }
}

/* --- as of a batch: provenances of later ones are there, with times of before where something was restored
 * -------------- */

/* Statements of one batch, from its last on: restored ones have an earlier time than the batch, one of its own ends the
 * search. */
static rt_status look_through(rt_lens *lens, int64_t first, int64_t size, rt_str batch_at, rt_buf *latest,
                              rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(lens->store->db,
                          "SELECT seq, provenance FROM statement WHERE seq >= ?1 AND seq < ?2 ORDER BY seq DESC", &s.at,
                          err));
    sqlite3_bind_int64(s.at, 1, first);
    sqlite3_bind_int64(s.at, 2, size);
    for (bool row; !rt_str_eq(rt_buf_str(latest), batch_at);) {
        const rt_provenance *p;
        rt_sight sight;
        rt_entry e = rt_entry_new(RT_STATEMENT);
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row) return rt_ok;
        const int64_t provenance = sqlite3_column_int64(s.at, 1);
        RT_TRY(rt_lens_sight(lens, sqlite3_column_int64(s.at, 0), provenance, &sight, err));
        if (!sight.seen) continue;
        RT_TRY(rt_rows_provenance(&lens->rows, provenance, &p, err));
        rt_provenance_apply(p, &e);
        if (rt_str_cmp(e.recorded_at, rt_buf_str(latest)) <= 0) continue;
        rt_buf_clear(latest);
        rt_buf_add(latest, e.recorded_at);
    }
    return rt_ok;
}

static rt_status look_back(rt_lens *lens, rt_buf *latest, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(lens->store->db, "SELECT first, size, recorded_at FROM head ORDER BY size DESC", &s.at, err));
    for (bool row;;) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row) return rt_ok;
        const rt_str at = rt_sql_text(s.at, 2);
        if (rt_str_cmp(rt_buf_str(latest), at) >= 0) return rt_ok; /* what came before was recorded before */
        RT_TRY(look_through(lens, sqlite3_column_int64(s.at, 0), sqlite3_column_int64(s.at, 1), at, latest, err));
    }
}

/* --- asked ------------------------------------------------------------------------------------------------------- */

rt_status rt_lens_batch_end(rt_lens *lens, rt_str recorded_at, int64_t *seq, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(lens->store->db, "SELECT size FROM head WHERE recorded_at = ?1", &s.at, err));
    rt_sql_bind_text(s.at, 1, recorded_at);
    RT_TRY(rt_sql_step(s.at, &row, err));
    *seq = row ? sqlite3_column_int64(s.at, 0) - 1 : -1;
    return rt_ok;
}

rt_status rt_lens_latest(rt_lens *lens, rt_arena *arena, rt_str *day, rt_error *err) {
    RT_AUTO(rt_buf) latest = {0};
    char text[40];
    *day = (rt_str){"", 0};
    if (lens->before == INT64_MAX)
        RT_TRY(look_at_provenances(lens, &latest, err));
    else
        RT_TRY(look_back(lens, &latest, err));
    if (rt_buf_str(&latest).len > 0) *day = rt_str_copy(arena, rt_str_cut(rt_buf_str(&latest), 10));
    if (lens->options.said_by.len == 0 || day->len == 0) return rt_ok;
    const rt_str said_by = {text, rt_day_print(lens->said_by, text)};
    if (said_by.len == 10 && rt_str_cmp(said_by, *day) < 0) *day = rt_str_copy(arena, said_by);
    return rt_ok;
}

double rt_lens_share(const rt_lens *lens, int64_t seq) {
    int64_t size;
    if (lens->options.narrowed || rt_log_size(lens->store, &size, NULL).code != RT_OK || size == 0) return -1;
    return (double)seq / (double)size;
}
