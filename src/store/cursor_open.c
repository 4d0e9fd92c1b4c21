#include "names/fold.h"
#include "store/cursor_state.h"

/* --- statements --------------------------------------------------------------------------------------------------- */

rt_status rt_cursor_about(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(
        lens,
        "SELECT " RT_STATEMENT_OF " FROM run CROSS JOIN statement ON statement.seq BETWEEN run.first AND run.last "
        "WHERE run.entity = (SELECT id FROM entity WHERE name = ?1) AND statement.entity = run.entity "
        "ORDER BY run.first, statement.seq",
        NULL, c, err));
    (*c)->entity = rt_str_copy(&(*c)->lasting, entity);
    rt_sql_bind_text((*c)->statements, 1, (*c)->entity);
    return rt_ok;
}

rt_status rt_cursor_naming(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(
        lens,
        "SELECT " RT_STATEMENT_OF " FROM edge CROSS JOIN statement ON statement.seq = edge.seq "
        "WHERE edge.key = (SELECT id FROM entity WHERE name = ?1) AND statement.value = ?1 ORDER BY edge.seq",
        NULL, c, err));
    rt_sql_bind_text((*c)->statements, 1, rt_str_copy(&(*c)->lasting, entity));
    return rt_ok;
}

/* A cursor that gets one row for each place under a key of a table: the query is a constant of its own. */
static rt_status open_keyed(rt_lens *lens, const char *table, rt_cursor_by by, int64_t key, const char *statements,
                            const char *acts, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens, statements, acts, c, err));
    (*c)->by = by;
    const rt_status s = rt_key_rows_seek(&(*c)->keyed, lens->store->db, table, key, err);
    if (s.code != RT_OK) rt_cursor_free(*c);
    return s;
}

/* Many bear a common name: those that are hidden cost no look at the log. */
static rt_status open_names(rt_lens *lens, uint64_t key, rt_cursor **c, rt_error *err) {
    static const char by_name[] = RT_STATEMENT_AT;
    return open_keyed(lens, "name", RT_BY_NAME, (int64_t)key, by_name, NULL, c, err);
}

rt_status rt_cursor_name(rt_lens *lens, rt_str name, rt_cursor **c, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_TRY(open_names(lens, rt_name_key(rt_name_fold(&arena, name)), c, err));
    (*c)->words = rt_name_fold(&(*c)->lasting, name);
    (*c)->whole_name = true;
    return rt_ok;
}

/* One run of keys for each class of length, and the loose ones; parameters are numbered as they come. */
#define RUN "SELECT seq FROM stay WHERE key BETWEEN ? AND ?"
#define FOUR_RUNS RUN " UNION " RUN " UNION " RUN " UNION " RUN " UNION "
static const char placed[] = "SELECT " RT_STATEMENT_OF " FROM (" FOUR_RUNS FOUR_RUNS FOUR_RUNS FOUR_RUNS RUN
                             " ORDER BY seq) AS stay CROSS JOIN statement ON statement.seq = stay.seq "
                             "ORDER BY stay.seq";
_Static_assert(RT_STAY_RANGES == 17, "a run for each range");

rt_status rt_cursor_placed(rt_lens *lens, rt_str place, int64_t first_day, int64_t last_day, rt_cursor **c,
                           rt_error *err) {
    int64_t from[RT_STAY_RANGES], to[RT_STAY_RANGES];
    RT_TRY(rt_cursor_open(lens, placed, NULL, c, err));
    rt_lens_stay_ranges(lens, place, first_day, last_day, from, to);
    for (int i = 0; i < RT_STAY_RANGES; i++) {
        sqlite3_bind_int64((*c)->statements, 1 + 2 * i, from[i]);
        sqlite3_bind_int64((*c)->statements, 2 + 2 * i, to[i]);
    }
    return rt_ok;
}

rt_status rt_cursor_within(rt_lens *lens, rt_str place, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens,
                          "SELECT " RT_STATEMENT_OF " FROM stay CROSS JOIN statement ON statement.seq = stay.seq "
                          "WHERE stay.key = ?1 ORDER BY stay.seq",
                          NULL, c, err));
    sqlite3_bind_int64((*c)->statements, 1, rt_stay_within_key(place));
    return rt_ok;
}

static rt_status open_schema(rt_lens *lens, int64_t key, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens,
                          "SELECT " RT_STATEMENT_OF
                          " FROM (SELECT o.seq AS first, s.entity AS of, (SELECT r.last FROM run r "
                          "WHERE r.entity = s.entity AND r.first <= o.seq ORDER BY r.first DESC LIMIT 1) AS last "
                          "FROM of_schema o CROSS JOIN statement s ON s.seq = o.seq WHERE o.key = ?1 ORDER BY o.seq) "
                          "AS found CROSS JOIN statement ON statement.seq BETWEEN found.first AND found.last "
                          "AND statement.entity = found.of ORDER BY found.first, statement.seq",
                          NULL, c, err));
    sqlite3_bind_int64((*c)->statements, 1, key);
    return rt_ok;
}

rt_status rt_cursor_schema(rt_lens *lens, rt_str schema, rt_cursor **c, rt_error *err) {
    return open_schema(lens, rt_schema_key(schema), c, err);
}

rt_status rt_cursor_loose_rules(rt_lens *lens, rt_cursor **c, rt_error *err) {
    return open_schema(lens, rt_loose_rules_key(), c, err);
}

rt_status rt_cursor_statement(rt_lens *lens, rt_str id, rt_cursor **c, rt_error *err) {
    static const char by_id[] = RT_STATEMENT_AT;
    RT_TRY(open_keyed(lens, "lookup", RT_BY_ID, rt_id_key(id), by_id, NULL, c, err));
    (*c)->named = rt_str_copy(&(*c)->lasting, id);
    (*c)->marks = true;
    return rt_ok;
}

rt_status rt_cursor_all(rt_lens *lens, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens, rt_all_statements, "SELECT " RT_ACT_COLUMNS " FROM act ORDER BY seq", c, err));
    (*c)->marks = true;
    return rt_ok;
}

rt_status rt_cursor_statements(rt_lens *lens, rt_cursor **c, rt_error *err) {
    return rt_cursor_open(lens, rt_all_statements, NULL, c, err);
}

rt_status rt_cursor_since(rt_lens *lens, const rt_since *since, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens, "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq >= ?1 ORDER BY seq",
                          "SELECT " RT_ACT_COLUMNS " FROM act WHERE seq >= ?1 ORDER BY seq", c, err));
    sqlite3_bind_int64((*c)->statements, 1, since->first);
    sqlite3_bind_int64((*c)->acts, 1, since->first);
    rt_since *kept = RT_NEW(&(*c)->lasting, rt_since);
    *kept = *since;
    kept->recorded_at = rt_str_copy(&(*c)->lasting, since->recorded_at);
    (*c)->since = kept;
    return rt_ok;
}

rt_status rt_cursor_entities(rt_lens *lens, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens, rt_all_statements, NULL, c, err));
    (*c)->one_an_entity = true;
    return rt_ok;
}

void rt_cursor_with_marks(rt_cursor *c) { c->marks = true; }

static rt_status open_acts(rt_lens *lens, int64_t key, rt_cursor **c, rt_error *err) {
    static const char acts[] = "SELECT " RT_ACT_OF " FROM mention CROSS JOIN act ON act.seq = mention.seq "
                               "WHERE mention.key = ?1 ORDER BY mention.seq";
    RT_TRY(rt_cursor_open(lens, NULL, acts, c, err));
    sqlite3_bind_int64((*c)->acts, 1, key);
    return rt_ok;
}

rt_status rt_cursor_acts(rt_lens *lens, rt_str id_or_entity, rt_cursor **c, rt_error *err) {
    RT_TRY(open_acts(lens, rt_mention_key(id_or_entity), c, err));
    (*c)->named = rt_str_copy(&(*c)->lasting, id_or_entity);
    return rt_ok;
}

rt_status rt_cursor_dataset(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err) {
    RT_TRY(rt_cursor_open(lens,
                          "SELECT " RT_STATEMENT_OF
                          " FROM listed CROSS JOIN statement ON statement.seq BETWEEN listed.first AND listed.last "
                          "WHERE listed.dataset = ?1 ORDER BY listed.first, statement.seq",
                          NULL, c, err));
    (*c)->dataset = rt_str_copy(&(*c)->lasting, dataset);
    sqlite3_bind_int64((*c)->statements, 1, rt_dataset_key(dataset));
    return rt_ok;
}

static rt_status open_about_dataset(rt_lens *lens, const rt_entry_type *type, rt_str dataset, rt_cursor **c,
                                    rt_error *err) {
    RT_TRY(open_acts(lens, rt_about_dataset_key(*type, dataset), c, err));
    (*c)->dataset = rt_str_copy(&(*c)->lasting, dataset);
    (*c)->act = type;
    return rt_ok;
}

rt_status rt_cursor_editions(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err) {
    static const rt_entry_type read = RT_READ;
    return open_about_dataset(lens, &read, dataset, c, err);
}

rt_status rt_cursor_absent(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err) {
    static const rt_entry_type absent = RT_ABSENT_FROM;
    return open_about_dataset(lens, &absent, dataset, c, err);
}

rt_status rt_cursor_erasures(rt_lens *lens, rt_cursor **c, rt_error *err) {
    static const rt_entry_type erasure = RT_ERASURE;
    return open_about_dataset(lens, &erasure, (rt_str){"", 0}, c, err);
}

rt_status rt_cursor_sent(rt_lens *lens, rt_cursor **c, rt_error *err) {
    static const rt_entry_type sent = RT_SENT;
    return open_about_dataset(lens, &sent, (rt_str){"", 0}, c, err);
}

rt_status rt_cursor_documents(rt_lens *lens, rt_str name_or_sha256, rt_cursor **c, rt_error *err) {
    static const rt_entry_type document = RT_DOCUMENT;
    RT_TRY(open_acts(lens, rt_document_key(name_or_sha256), c, err));
    (*c)->named = rt_str_copy(&(*c)->lasting, name_or_sha256);
    (*c)->act = &document;
    return rt_ok;
}

rt_status rt_cursor_every_act(rt_lens *lens, rt_cursor **c, rt_error *err) {
    return rt_cursor_open(lens, NULL, "SELECT " RT_ACT_COLUMNS " FROM act ORDER BY seq", c, err);
}

rt_status rt_cursor_act(rt_lens *lens, rt_str id, rt_cursor **c, rt_error *err) {
    static const char by_id[] = RT_ACT_AT;
    RT_TRY(open_keyed(lens, "lookup", RT_BY_ID, rt_id_key(id), NULL, by_id, c, err));
    (*c)->named = rt_str_copy(&(*c)->lasting, id);
    return rt_ok;
}
