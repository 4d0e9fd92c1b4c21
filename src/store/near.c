#include "store/near.h"

#include "base/grow.h"
#include "model/types.h"
#include "names/fold.h"
#include "store/cluster.h"
#include "store/project.h"
#include "store/sight.h"

/* --- opening ----------------------------------------------------------------------------------------------------- */

#define COLUMNS "statement.seq, statement.entity, statement.kind, statement.provenance"
enum { SEQ, ENTITY, KIND, PROVENANCE, VALUE };

static rt_status prepare(rt_near *n, rt_error *err) {
    sqlite3 *db = n->lens->store->db;
    RT_TRY(rt_sql_prepare(db,
                          "SELECT " COLUMNS " FROM edge CROSS JOIN statement ON statement.seq = edge.seq "
                          "WHERE edge.key = ?1 ORDER BY edge.seq",
                          &n->naming, err));
    RT_TRY(rt_sql_prepare(db,
                          "SELECT " COLUMNS ", statement.value FROM run CROSS JOIN statement "
                          "ON statement.seq BETWEEN run.first AND run.last WHERE run.entity = ?1 "
                          "AND statement.entity = ?1 ORDER BY run.first, statement.seq",
                          &n->own, err));
    RT_TRY(rt_sql_prepare(db, "SELECT id FROM entity WHERE name = ?1", &n->number, err));
    RT_TRY(rt_sql_prepare(db, "SELECT 1 FROM mention WHERE key = ?1 LIMIT 1", &n->mention, err));
    return rt_sql_prepare(db, "SELECT name FROM entity WHERE id = ?1", &n->id, err);
}

rt_status rt_near_open(rt_near *n, rt_lens *lens, rt_error *err) {
    *n = (rt_near){.lens = lens};
    return prepare(n, err);
}

void rt_near_close(rt_near *n) {
    sqlite3_stmt *const all[] = {n->naming, n->own, n->number, n->id, n->mention};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
    *n = (rt_near){0};
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

rt_status rt_near_number(rt_near *n, rt_str id, int64_t *number, rt_error *err) {
    bool row;
    rt_sql_bind_text(n->number, 1, id);
    const rt_status s = rt_sql_step(n->number, &row, err);
    *number = s.code == RT_OK && row ? sqlite3_column_int64(n->number, 0) : -1;
    sqlite3_reset(n->number);
    return s;
}

rt_status rt_near_id(rt_near *n, int64_t number, rt_arena *arena, rt_str *id, rt_error *err) {
    bool row;
    sqlite3_bind_int64(n->id, 1, number);
    const rt_status s = rt_sql_step(n->id, &row, err);
    *id = s.code == RT_OK && row ? rt_str_copy(arena, rt_sql_text(n->id, 0)) : (rt_str){"", 0};
    sqlite3_reset(n->id);
    RT_TRY(s);
    return row ? rt_ok : rt_fail(err, RT_CORRUPT, "the case file is damaged: entity %lld is gone", (long long)number);
}

static rt_status numbers_of(rt_near *n, rt_strs ids, int64_t *numbers, size_t *found, rt_error *err) {
    *found = 0;
    for (size_t i = 0; i < ids.n; i++) {
        RT_TRY(rt_near_number(n, ids.at[i], &numbers[*found], err));
        *found += numbers[*found] >= 0;
    }
    return rt_ok;
}

bool rt_near_joins(const rt_near *n) { return n->lens->has_acts || rt_lens_supposed(n->lens).n > 0; }

/* Whether an act names it, seen or not: only then somebody may have judged it to be another one. */
static rt_status is_mentioned(rt_near *n, rt_str id, bool *mentioned, rt_error *err) {
    *mentioned = rt_lens_supposed(n->lens).n > 0;
    if (*mentioned) return rt_ok;
    sqlite3_bind_int64(n->mention, 1, rt_mention_key(id));
    const rt_status s = rt_sql_step(n->mention, mentioned, err);
    sqlite3_reset(n->mention);
    return s;
}

static rt_status by_itself(int64_t number, rt_arena *arena, int64_t **members, size_t *found) {
    *members = RT_NEW(arena, int64_t);
    **members = number;
    return *found = 1, rt_ok;
}

rt_status rt_near_members(rt_near *n, int64_t number, rt_arena *arena, int64_t **members, size_t *found,
                          rt_error *err) {
    rt_str id;
    rt_strs ids;
    bool mentioned;
    if (!rt_near_joins(n)) return by_itself(number, arena, members, found);
    RT_TRY(rt_near_id(n, number, arena, &id, err));
    RT_TRY(is_mentioned(n, id, &mentioned, err));
    if (!mentioned) return by_itself(number, arena, members, found);
    RT_TRY(rt_cluster_of(n->lens, id, arena, &ids, err));
    *members = RT_NEW_N(arena, int64_t, ids.n + 1);
    return numbers_of(n, ids, *members, found, err);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Who speaks, and how. */
static rt_status speak(rt_near *n, int64_t provenance, rt_near_row *row, rt_error *err) {
    const rt_provenance *p;
    rt_entry e = rt_entry_new(RT_STATEMENT);
    RT_TRY(rt_rows_provenance(&n->lens->rows, provenance, &p, err));
    rt_provenance_apply(p, &e);
    rt_str voice = e.speaker;
    if (voice.len == 0) RT_TRY(rt_lens_source(n->lens, &e, &voice, err));
    row->voice = rt_word_key(voice);
    row->affirms = rt_entry_affirms(&e);
    row->asserts = e.stance.len == 0 || rt_str_is(e.stance, "asserts");
    return rt_ok;
}

static bool names_entity(const rt_kind *kind) {
    return kind != NULL && kind->known != NULL && kind->known->type == &rt_types[RT_TYPE_ENTITY];
}

/* One visible statement; `named` is -1 where its value tells. */
static rt_status take(rt_near *n, sqlite3_stmt *s, int64_t named, rt_near_row *row, bool *wanted, rt_error *err) {
    const rt_kind *kind = rt_store_kind(n->lens->store, sqlite3_column_int64(s, KIND));
    *wanted = names_entity(kind);
    if (!*wanted) return rt_ok;
    *row = (rt_near_row){.holder = sqlite3_column_int64(s, ENTITY), .named = named, .prop = kind->known};
    row->schema = rt_schema_named(kind->schema);
    if (named < 0) RT_TRY(rt_near_number(n, rt_sql_text(s, VALUE), &row->named, err));
    *wanted = row->named >= 0;
    return speak(n, sqlite3_column_int64(s, PROVENANCE), row, err);
}

/* Places rise, whatever the query: a damaged table may lead back into itself without end. */
static rt_status check_order(int64_t seq, int64_t *last, rt_error *err) {
    if (seq > *last) return *last = seq, rt_ok;
    return rt_fail(err, RT_CORRUPT,
                   "the case file is damaged: rows that are derived from its log are out of order; "
                   "`redthread rebuild` mends that");
}

static rt_status collect(rt_near *n, sqlite3_stmt *s, int64_t named, size_t most, rt_arena *arena, rt_near_rows *rows,
                         rt_error *err) {
    int64_t last = INT64_MIN;
    for (bool row;;) {
        rt_near_row taken;
        rt_sight sight;
        bool wanted;
        RT_TRY(rt_sql_step(s, &row, err));
        if (!row) return rt_ok;
        RT_TRY(check_order(sqlite3_column_int64(s, SEQ), &last, err));
        RT_TRY(rt_lens_sight(n->lens, last, sqlite3_column_int64(s, PROVENANCE), &sight, err));
        if (!sight.seen) continue;
        rows->there = true;
        RT_TRY(take(n, s, named, &taken, &wanted, err));
        if (!wanted) continue;
        rows->more = rows->n == most;
        if (rows->more) return rt_ok;
        rows->at = rt_grow(arena, rows->at, rows->n, sizeof *rows->at);
        rows->at[rows->n++] = taken;
    }
}

static rt_status read(rt_near *n, sqlite3_stmt *s, int64_t entity, int64_t named, size_t most, rt_arena *arena,
                      rt_near_rows *rows, rt_error *err) {
    *rows = (rt_near_rows){0};
    sqlite3_bind_int64(s, 1, entity);
    const rt_status status = collect(n, s, named, most, arena, rows, err);
    sqlite3_reset(s);
    return status;
}

rt_status rt_near_naming(rt_near *n, int64_t entity, size_t most, rt_arena *arena, rt_near_rows *rows, rt_error *err) {
    return read(n, n->naming, entity, entity, most, arena, rows, err);
}

rt_status rt_near_own(rt_near *n, int64_t entity, size_t most, rt_arena *arena, rt_near_rows *rows, rt_error *err) {
    return read(n, n->own, entity, -1, most, arena, rows, err);
}
