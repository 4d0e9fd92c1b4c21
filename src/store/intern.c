#include "store/intern.h"

#include <stdio.h>
#include <string.h>

#include "store/provenance.h"

rt_status rt_intern_open(rt_intern *in, rt_store *store, rt_error *err) {
    sqlite3 *db = store->db;
    char sql[640];
    *in = (rt_intern){.store = store, .last_entity_id = -1, .last_provenance_id = -1};
    RT_TRY(rt_sql_prepare(db, "SELECT id FROM entity WHERE name = ?1", &in->find_entity, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO entity (name) VALUES (?1)", &in->make_entity, err));
    RT_TRY(rt_sql_prepare(db, "SELECT id FROM kind WHERE schema = ?1 AND prop = ?2", &in->find_kind, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO kind (schema, prop) VALUES (?1, ?2)", &in->make_kind, err));
    snprintf(sql, sizeof sql, "SELECT id, %s FROM provenance WHERE key = ?1 ORDER BY id", rt_provenance_columns);
    RT_TRY(rt_sql_prepare(db, sql, &in->find_provenance, err));
    snprintf(sql, sizeof sql, "INSERT INTO provenance (key, %s) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
             rt_provenance_columns);
    return rt_sql_prepare(db, sql, &in->make_provenance, err);
}

void rt_intern_close(rt_intern *in) {
    sqlite3_stmt *all[] = {in->find_entity, in->make_entity,     in->find_kind,
                           in->make_kind,   in->find_provenance, in->make_provenance};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
    rt_buf_close(&in->last_entity);
    rt_buf_close(&in->last_provenance);
    rt_buf_close(&in->scratch);
    rt_slots_close(&in->kinds);
}

/* The first column of the row that a bound query finds; *found is false when it finds none. */
static rt_status find(sqlite3_stmt *query, int64_t *id, bool *found, rt_error *err) {
    const rt_status s = rt_sql_step(query, found, err);
    if (*found) *id = sqlite3_column_int64(query, 0);
    sqlite3_reset(query);
    return s;
}

rt_status rt_intern_entity(rt_intern *in, rt_str name, int64_t *id, rt_error *err) {
    bool found;
    if (in->last_entity_id >= 0 && rt_str_eq(rt_buf_str(&in->last_entity), name))
        return *id = in->last_entity_id, rt_ok;
    rt_sql_bind_text(in->find_entity, 1, name);
    RT_TRY(find(in->find_entity, id, &found, err));
    if (!found) {
        rt_sql_bind_text(in->make_entity, 1, name);
        RT_TRY(rt_sql_done(in->make_entity, err));
        *id = sqlite3_last_insert_rowid(in->store->db);
    }
    rt_buf_clear(&in->last_entity);
    rt_buf_add(&in->last_entity, name);
    in->last_entity_id = *id;
    return rt_ok;
}

/* The number of a kind that was asked for before; -1 where it was not. */
static int64_t known_kind(const rt_intern *in, rt_str schema, rt_str prop) {
    for (rt_probe p = rt_slots_texts(&in->kinds, schema, prop); rt_probe_next(&p);) {
        const rt_kind *kind = rt_store_kind(in->store, (int64_t)p.place);
        if (rt_str_eq(kind->prop, prop) && rt_str_eq(kind->schema, schema)) return (int64_t)p.place;
    }
    return -1;
}

rt_status rt_intern_kind(rt_intern *in, rt_str schema, rt_str prop, int64_t *id, rt_error *err) {
    bool found;
    *id = known_kind(in, schema, prop);
    if (*id >= 0) return rt_ok;
    rt_sql_bind_text(in->find_kind, 1, schema);
    rt_sql_bind_text(in->find_kind, 2, prop);
    RT_TRY(find(in->find_kind, id, &found, err));
    if (!found) {
        rt_sql_bind_text(in->make_kind, 1, schema);
        rt_sql_bind_text(in->make_kind, 2, prop);
        RT_TRY(rt_sql_done(in->make_kind, err));
        *id = sqlite3_last_insert_rowid(in->store->db);
    }
    rt_store_remember_kind(in->store, *id, schema, prop);
    if (rt_store_kind(in->store, *id) != NULL) rt_slots_add_texts(&in->kinds, schema, prop, (size_t)*id, NULL);
    return rt_ok;
}

/* All texts of a provenance, each with its length before it: equal bytes, equal provenance. */
static void flatten(rt_buf *out, const rt_entry *e) {
    rt_entry *entry = (rt_entry *)(uintptr_t)e;
    rt_buf_clear(out);
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++) {
        const rt_str s = *rt_provenance_text(entry, i);
        rt_buf_add(out, (rt_str){(const char *)&s.len, sizeof s.len});
        rt_buf_add(out, s);
    }
    rt_provenance_write_via(out, e->via);
}

/* Of a hash for which nobody can make many that are equal: each would be compared with all before it. */
static int64_t key_of(const rt_intern *in, rt_str flat) {
    rt_hash hash;
    int64_t key;
    rt_hash_two(in->store->hasher, flat, (rt_str){"", 0}, &hash);
    memcpy(&key, hash.bytes, sizeof key);
    return key;
}

static bool row_is(sqlite3_stmt *row, rt_entry *e, rt_str via) {
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++)
        if (!rt_str_eq(rt_sql_text(row, 1 + i), *rt_provenance_text(e, i))) return false;
    return rt_str_eq(rt_sql_text(row, 1 + RT_PROVENANCE_TEXTS), via);
}

static rt_status find_provenance(rt_intern *in, rt_entry *e, int64_t key, rt_str via, int64_t *id, rt_error *err) {
    sqlite3_stmt *query = in->find_provenance;
    int64_t last = INT64_MIN;
    bool row, found = false;
    rt_status s = rt_ok;
    *id = -1;
    sqlite3_bind_int64(query, 1, key);
    while (!found && (s = rt_sql_step(query, &row, err)).code == RT_OK && row) {
        const int64_t number = sqlite3_column_int64(query, 0);
        if (number <= last) { /* numbers rise, unless a damaged index leads back into itself */
            s = rt_fail(err, RT_CORRUPT, "the case file is damaged: its index of provenances goes round in a circle");
            break;
        }
        found = row_is(query, e, via);
        if (found) *id = number;
        last = number;
    }
    sqlite3_reset(query);
    return s;
}

static rt_status make_provenance(rt_intern *in, rt_entry *e, int64_t key, rt_str via, int64_t *id, rt_error *err) {
    sqlite3_bind_int64(in->make_provenance, 1, key);
    for (int i = 0; i < RT_PROVENANCE_TEXTS; i++)
        rt_sql_bind_text(in->make_provenance, 2 + i, *rt_provenance_text(e, i));
    rt_sql_bind_text(in->make_provenance, 2 + RT_PROVENANCE_TEXTS, via);
    RT_TRY(rt_sql_done(in->make_provenance, err));
    *id = sqlite3_last_insert_rowid(in->store->db);
    return rt_ok;
}

rt_status rt_intern_provenance(rt_intern *in, const rt_entry *e, int64_t *id, rt_error *err) {
    rt_entry *entry = (rt_entry *)(uintptr_t)e;
    flatten(&in->scratch, e);
    if (in->last_provenance_id >= 0 && rt_str_eq(rt_buf_str(&in->scratch), rt_buf_str(&in->last_provenance)))
        return *id = in->last_provenance_id, rt_ok;
    const int64_t key = key_of(in, rt_buf_str(&in->scratch));
    in->last_provenance_id = -1;
    const rt_buf swap = in->last_provenance;
    in->last_provenance = in->scratch;
    in->scratch = swap;
    rt_buf_clear(&in->scratch);
    rt_provenance_write_via(&in->scratch, e->via);
    const rt_str via = rt_buf_str(&in->scratch);
    RT_TRY(find_provenance(in, entry, key, via, id, err));
    if (*id < 0) RT_TRY(make_provenance(in, entry, key, via, id, err));
    in->last_provenance_id = *id;
    return rt_ok;
}
