#include "store/rows.h"

#include <stdio.h>

#include "base/grow.h"

enum { MOST_CACHED = 1 << 16 };

rt_status rt_rows_open(rt_rows *rows, rt_store *store, rt_error *err) {
    char sql[320];
    *rows = (rt_rows){.store = store, .reader = rt_json_reader_new(), .entity_id = -1};
    snprintf(sql, sizeof sql, "SELECT %s FROM provenance WHERE id = ?1", rt_provenance_columns);
    RT_TRY(rt_sql_prepare(store->db, sql, &rows->find_provenance, err));
    return rt_sql_prepare(store->db, "SELECT name FROM entity WHERE id = ?1", &rows->find_entity, err);
}

void rt_rows_close(rt_rows *rows) {
    sqlite3_finalize(rows->find_provenance);
    sqlite3_finalize(rows->find_entity);
    rt_json_reader_free(rows->reader);
    rt_arena_close(&rows->arena);
    rt_buf_close(&rows->entity_name);
}

/* --- provenances that were read ----------------------------------------------------------------------------------- */

struct rt_rows_known {
    int64_t id;
    const rt_provenance *p;
};

static const rt_provenance *find(const rt_rows *rows, int64_t id) {
    for (rt_probe p = rt_slots_number(&rows->numbers, id); rt_probe_next(&p);)
        if (rows->known[p.place].id == id) return rows->known[p.place].p;
    return NULL;
}

static void forget_all(rt_rows *rows) {
    rt_arena_reset(&rows->arena);
    rows->known = NULL;
    rows->known_n = 0;
    rows->numbers = (rt_slots){0};
}

static void remember(rt_rows *rows, int64_t id, const rt_provenance *p) {
    rows->known = rt_grow(&rows->arena, rows->known, rows->known_n, sizeof *rows->known);
    rows->known[rows->known_n] = (struct rt_rows_known){id, p};
    rt_slots_add_number(&rows->numbers, id, rows->known_n++, &rows->arena);
}

static rt_status missing(rt_error *err, const char *what, int64_t id) {
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: %s %lld is gone", what, (long long)id);
}

static rt_status read_provenance(rt_rows *rows, int64_t id, const rt_provenance **p, rt_error *err) {
    bool row;
    if (rows->known_n >= MOST_CACHED) forget_all(rows);
    sqlite3_bind_int64(rows->find_provenance, 1, id);
    RT_TRY(rt_sql_step(rows->find_provenance, &row, err));
    /* Numbers are from 1 up, and at most that of the rows: what takes room by number may rely on it. */
    row = row && id >= 0 && id <= INT32_MAX;
    rt_provenance *new = RT_NEW(&rows->arena, rt_provenance);
    const rt_status s = row ? rt_provenance_read(rows->find_provenance, 0, rows->reader, &rows->arena, new, err)
                            : missing(err, "provenance", id);
    sqlite3_reset(rows->find_provenance);
    if (s.code == RT_OK) remember(rows, id, new);
    *p = new;
    return s;
}

rt_status rt_rows_provenance(rt_rows *rows, int64_t id, const rt_provenance **p, rt_error *err) {
    *p = find(rows, id);
    return *p != NULL ? rt_ok : read_provenance(rows, id, p, err);
}

rt_status rt_rows_entity(rt_rows *rows, int64_t id, rt_str *name, rt_error *err) {
    bool row = true;
    if (id != rows->entity_id || rows->entity_id < 0) {
        sqlite3_bind_int64(rows->find_entity, 1, id);
        RT_TRY(rt_sql_step(rows->find_entity, &row, err));
        rt_buf_clear(&rows->entity_name);
        if (row) rt_buf_add(&rows->entity_name, rt_sql_text(rows->find_entity, 0));
        rows->entity_id = row ? id : -1;
        sqlite3_reset(rows->find_entity);
    }
    if (!row || rows->entity_name.len == 0) return missing(err, "entity", id);
    *name = rt_buf_str(&rows->entity_name);
    return rt_ok;
}

void rt_rows_know_entity(rt_rows *rows, int64_t id, rt_str name) {
    if (id == rows->entity_id) return;
    rt_buf_clear(&rows->entity_name);
    rt_buf_add(&rows->entity_name, name);
    rows->entity_id = id;
}

rt_status rt_rows_statement(rt_rows *rows, sqlite3_stmt *row, rt_entry *e, rt_error *err) {
    const rt_provenance *p;
    *e = rt_entry_new(RT_STATEMENT);
    const rt_kind *kind = rt_store_kind(rows->store, sqlite3_column_int64(row, RT_COL_KIND));
    if (kind == NULL) return missing(err, "kind", sqlite3_column_int64(row, RT_COL_KIND));
    RT_TRY(rt_rows_provenance(rows, sqlite3_column_int64(row, RT_COL_PROVENANCE), &p, err));
    RT_TRY(rt_rows_entity(rows, sqlite3_column_int64(row, RT_COL_ENTITY), &e->entity, err));
    rt_provenance_apply(p, e);
    e->schema = kind->schema;
    e->prop = kind->prop;
    e->value = rt_sql_text(row, RT_COL_VALUE);
    e->lang = rt_sql_text(row, RT_COL_LANG);
    e->original = rt_sql_text(row, RT_COL_ORIGINAL);
    e->locator = rt_sql_text(row, RT_COL_LOCATOR);
    e->quote = rt_sql_text(row, RT_COL_QUOTE);
    return rt_ok;
}

rt_status rt_rows_act(rt_rows *rows, rt_str line, rt_arena *arena, rt_entry *e, rt_error *err) {
    rt_value *v;
    rt_error inner = {0};
    if (rt_json_read(rows->reader, line, arena, &v, &inner).code == RT_OK &&
        rt_entry_read(v, line, arena, e, &inner).code == RT_OK)
        return rt_ok;
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: an entry of its log: %.200s", inner.message);
}

void rt_rows_id(rt_rows *rows, rt_entry *e, char hex[32]) {
    rt_entry_id(e, rows->store->hasher, &rows->store->scratch, hex, NULL);
    e->id = (rt_str){hex, 32};
}
