#include "store/shelf.h"

#include <string.h>

#include "store/postings_block.h"

/* So many looks into the table are dearer than reading all of its keys once. */
enum { LOOKS_BEFORE_SIEVE = 20000 };

/* --- opening --------------------------------------------------------------------------------------------------------
 */

static rt_status keep_node(void *to, int level, uint64_t index, const rt_hash *hash, rt_error *err) {
    rt_shelf *b = to;
    if (level < RT_MERKLE_KEPT) return rt_ok;
    sqlite3_bind_int64(b->put_node, 1, rt_log_node_place(level, index));
    sqlite3_bind_blob(b->put_node, 2, hash->bytes, sizeof hash->bytes, SQLITE_STATIC);
    return rt_sql_done(b->put_node, err);
}

static rt_status prepare(rt_shelf *b, rt_error *err) {
    sqlite3 *db = b->store->db;
    RT_TRY(rt_sql_prepare(db, "INSERT INTO statement (" RT_STATEMENT_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                          &b->put_statement, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO act (" RT_ACT_COLUMNS ") VALUES (?,?,?,?)", &b->put_act, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO node (place, hash) VALUES (?1, ?2)", &b->put_node, err));
    RT_TRY(rt_sql_prepare(db, RT_STATEMENT_AT, &b->get_statement, err));
    RT_TRY(rt_sql_prepare(db, RT_ACT_AT, &b->get_act, err));
    RT_TRY(rt_sql_prepare(db, "SELECT seq FROM mention WHERE key = ?1 ORDER BY seq", &b->find_mention, err));
    RT_TRY(rt_intern_open(&b->intern, b->store, err));
    RT_TRY(rt_projector_open(&b->projector, b->store, err));
    return rt_rows_open(&b->rows, b->store, err);
}

rt_status rt_shelf_open(rt_shelf *b, rt_store *store, int64_t size, rt_error *err) {
    int64_t ids;
    *b = (rt_shelf){.store = store};
    RT_TRY(prepare(b, err));
    RT_TRY(rt_log_tree(store, size, &b->tree, err));
    b->tree.hasher = store->hasher;
    b->tree.node = keep_node;
    b->tree.to = b;
    RT_TRY(rt_sql_number(store->db, "SELECT 1 FROM lookup LIMIT 1", 0, &ids, err));
    b->table_has_ids = ids != 0;
    b->sieve.whole = ids == 0;
    b->projector.tables[RT_LOOKUP].sieve = &b->sieve;
    return rt_ok;
}

void rt_shelf_close(rt_shelf *b) {
    sqlite3_stmt *all[] = {b->put_statement, b->put_act, b->put_node, b->get_statement, b->get_act, b->find_mention};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
    rt_key_rows_close(&b->ids);
    rt_rows_close(&b->rows);
    rt_projector_close(&b->projector);
    rt_intern_close(&b->intern);
    rt_slots_close(&b->window);
    rt_sieve_close(&b->sieve);
    rt_buf_close(&b->scratch);
    rt_buf_close(&b->content);
    rt_arena_close(&b->moment);
}

/* --- what is there already ------------------------------------------------------------------------------------------
 */

/* The id of the entry at this place; empty when there is none. */
static rt_status id_at(rt_shelf *b, int64_t seq, char hex[32], bool *there, rt_error *err) {
    rt_entry e;
    sqlite3_bind_int64(b->get_statement, 1, seq);
    RT_TRY(rt_sql_step(b->get_statement, there, err));
    rt_status s = rt_ok;
    if (*there && (s = rt_rows_statement(&b->rows, b->get_statement, &e, err)).code == RT_OK)
        rt_entry_id(&e, b->store->hasher, &b->scratch, hex, NULL);
    sqlite3_reset(b->get_statement);
    if (*there || s.code != RT_OK) return s;
    sqlite3_bind_int64(b->get_act, 1, seq);
    RT_TRY(rt_sql_step(b->get_act, there, err));
    if (*there && (s = rt_rows_act(&b->rows, rt_sql_text(b->get_act, RT_ACT_LINE), &b->moment, &e, err)).code == RT_OK)
        memcpy(hex, e.id.at, 32);
    sqlite3_reset(b->get_act);
    return s;
}

/* Keys are half an id: an entry is there only when the whole one is equal. */
static rt_status is_it(rt_shelf *b, int64_t seq, const char hex[32], bool *equal, rt_error *err) {
    char other[32];
    RT_TRY(id_at(b, seq, other, equal, err));
    *equal = *equal && memcmp(other, hex, 32) == 0;
    return rt_ok;
}

static rt_status fill_sieve(rt_shelf *b, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(b->store->db, "SELECT key, seq, rows FROM lookup", &s.at, err));
    for (bool more;;) {
        RT_TRY(rt_sql_step(s.at, &more, err));
        if (!more) return b->sieve.whole = true, rt_ok;
        rt_posting row = {sqlite3_column_int64(s.at, 0), sqlite3_column_int64(s.at, 1), 0};
        const char *at = sqlite3_column_blob(s.at, 2), *end = at + sqlite3_column_bytes(s.at, 2);
        while (rt_postings_unpack(&at, end, &row)) rt_sieve_add(&b->sieve, row.key);
        if (at == NULL) return rt_postings_damaged(err);
    }
}

static rt_status find_in_table(rt_shelf *b, int64_t key, const char hex[32], bool *there, int64_t *seq, rt_error *err) {
    rt_posting row;
    RT_TRY(rt_key_rows_seek(&b->ids, b->store->db, "lookup", key, err));
    for (bool more;;) {
        RT_TRY(rt_key_rows_next(&b->ids, &row, &more, err));
        if (!more) return rt_ok;
        RT_TRY(is_it(b, *seq = row.seq, hex, there, err));
        if (*there) return rt_key_rows_end(&b->ids), rt_ok;
    }
}

static rt_status find_id(rt_shelf *b, const char hex[32], bool *there, int64_t *seq, rt_error *err) {
    const int64_t key = rt_id_key((rt_str){hex, 32});
    const rt_posting *waiting = b->projector.tables[RT_LOOKUP].at;
    *there = false;
    for (rt_probe p = rt_slots_number(&b->window, key); !*there && rt_probe_next(&p);)
        if (waiting[p.place].key == key) RT_TRY(is_it(b, *seq = waiting[p.place].seq, hex, there, err));
    if (*there || !b->table_has_ids || !rt_sieve_may_have(&b->sieve, key)) return rt_ok;
    if (!b->sieve.whole && ++b->looked_up == LOOKS_BEFORE_SIEVE) RT_TRY(fill_sieve(b, err));
    return find_in_table(b, key, hex, there, seq, err);
}

static rt_status same_content(rt_shelf *b, int64_t seq, rt_str content, bool *same, rt_error *err) {
    rt_entry e;
    bool row;
    rt_status s = rt_ok;
    *same = false;
    sqlite3_bind_int64(b->get_act, 1, seq);
    RT_TRY(rt_sql_step(b->get_act, &row, err));
    if (row && (s = rt_rows_act(&b->rows, rt_sql_text(b->get_act, RT_ACT_LINE), &b->moment, &e, err)).code == RT_OK) {
        rt_buf_clear(&b->scratch);
        rt_entry_line(&b->scratch, &e, RT_LINE_CONTENT);
        *same = rt_str_eq(rt_buf_str(&b->scratch), content);
    }
    sqlite3_reset(b->get_act);
    return s;
}

/* Among the places under a key, which must rise: in a damaged file an index may lead back into itself. */
static rt_status find_content(rt_shelf *b, rt_str content, bool *there, rt_error *err) {
    int64_t last = INT64_MIN;
    bool row = true;
    rt_status s = rt_ok;
    sqlite3_bind_int64(b->find_mention, 1, rt_mention_key(content));
    while (!*there && (s = rt_sql_step(b->find_mention, &row, err)).code == RT_OK && row) {
        const int64_t seq = sqlite3_column_int64(b->find_mention, 0);
        s = seq > last ? same_content(b, seq, content, there, err) : rt_postings_damaged(err);
        if (s.code != RT_OK) break;
        last = seq;
    }
    sqlite3_reset(b->find_mention);
    return s;
}

/* An act that says the same, whenever it was recorded; those of this batch included. */
static rt_status find_act(rt_shelf *b, const rt_entry *e, bool *there, rt_error *err) {
    RT_TRY(rt_postings_flush(&b->projector.tables[RT_MENTION], err));
    rt_buf_clear(&b->content);
    rt_entry_line(&b->content, e, RT_LINE_CONTENT);
    return find_content(b, rt_buf_str(&b->content), there, err);
}

rt_status rt_shelf_find(rt_shelf *b, const char hex[32], bool *there, int64_t *seq, rt_error *err) {
    rt_arena_reset(&b->moment);
    return find_id(b, hex, there, seq, err);
}

rt_status rt_shelf_has(rt_shelf *b, const char hex[32], bool *there, rt_error *err) {
    int64_t unused;
    return rt_shelf_find(b, hex, there, &unused, err);
}

/* --- adding ---------------------------------------------------------------------------------------------------------
 */

static rt_status number(rt_shelf *b, rt_prepared *p, int64_t seq, rt_error *err) {
    p->at.seq = seq;
    RT_TRY(rt_intern_entity(&b->intern, p->e.entity, &p->at.entity, err));
    RT_TRY(rt_intern_kind(&b->intern, p->e.schema, p->e.prop, &p->at.kind, err));
    RT_TRY(rt_intern_provenance(&b->intern, &p->e, &p->at.provenance, err));
    const rt_kind *kind = rt_store_kind(b->store, p->at.kind);
    p->prop = kind != NULL ? kind->known : NULL;
    p->added = true;
    return rt_ok;
}

static rt_status put_statement(rt_shelf *b, rt_prepared *p, int64_t seq, rt_error *err) {
    const rt_entry *e = &p->e;
    RT_TRY(number(b, p, seq, err));
    sqlite3_stmt *s = b->put_statement;
    sqlite3_bind_int64(s, 1 + RT_COL_SEQ, seq);
    sqlite3_bind_int64(s, 1 + RT_COL_ENTITY, p->at.entity);
    sqlite3_bind_int64(s, 1 + RT_COL_KIND, p->at.kind);
    sqlite3_bind_int64(s, 1 + RT_COL_PROVENANCE, p->at.provenance);
    rt_sql_bind_text(s, 1 + RT_COL_VALUE, e->value);
    rt_sql_bind_text(s, 1 + RT_COL_LANG, e->lang);
    rt_sql_bind_text(s, 1 + RT_COL_ORIGINAL, e->original);
    rt_sql_bind_text(s, 1 + RT_COL_LOCATOR, e->locator);
    rt_sql_bind_text(s, 1 + RT_COL_QUOTE, e->quote);
    sqlite3_bind_blob(s, 1 + RT_COL_SALT, p->salt, 16, SQLITE_STATIC);
    sqlite3_bind_int64(s, 1 + RT_COL_SEAL, rt_log_seal(seq, &p->leaf));
    RT_TRY(rt_sql_done(s, err));
    return rt_project_statement(&b->projector, &p->at, e, err);
}

static rt_status put_act(rt_shelf *b, const rt_entry *e, rt_str line, const uint8_t *salt, int64_t seq,
                         const rt_hash *leaf, rt_error *err) {
    sqlite3_bind_int64(b->put_act, 1 + RT_ACT_SEQ, seq);
    rt_sql_bind_text(b->put_act, 1 + RT_ACT_LINE, line);
    sqlite3_bind_blob(b->put_act, 1 + RT_ACT_SALT, salt, 16, SQLITE_STATIC);
    sqlite3_bind_int64(b->put_act, 1 + RT_ACT_SEAL, rt_log_seal(seq, leaf));
    RT_TRY(rt_sql_done(b->put_act, err));
    return rt_project_act(&b->projector, seq, e, err);
}

static void follow_window(rt_shelf *b) {
    const rt_postings *lookup = &b->projector.tables[RT_LOOKUP];
    if (lookup->n < b->window.n) { /* it went into the table */
        b->table_has_ids = true;
        rt_slots_clear(&b->window);
    }
    for (size_t i = b->window.n; i < lookup->n; i++) rt_slots_add_number(&b->window, lookup->at[i].key, i, NULL);
}

static rt_status append(rt_shelf *b, rt_prepared *p, rt_error *err) {
    const int64_t seq = (int64_t)b->tree.size;
    RT_TRY(rt_merkle_add(&b->tree, &p->leaf, err));
    if (p->e.type == RT_STATEMENT)
        RT_TRY(put_statement(b, p, seq, err));
    else
        RT_TRY(put_act(b, &p->e, p->line, p->salt, seq, &p->leaf, err));
    follow_window(b);
    return rt_ok;
}

rt_status rt_shelf_add(rt_shelf *b, rt_prepared *p, rt_error *err) {
    bool there = false;
    p->e.id = (rt_str){p->hex, 32};
    if (p->note) return append(b, p, err);
    RT_TRY(rt_shelf_has(b, p->hex, &there, err));
    if (!there && !p->timed && !p->done && rt_act_is_compared(p->e.type)) RT_TRY(find_act(b, &p->e, &there, err));
    if (there) return b->there++, rt_ok;
    b->added++;
    b->restored += p->timed;
    return append(b, p, err);
}

rt_status rt_shelf_read(rt_shelf *b, const rt_prepared *p, rt_error *err) {
    return p->added ? rt_texts_statement(&b->projector.texts, &p->at, p->prop, &p->e, err) : rt_ok;
}

rt_status rt_shelf_fill(rt_shelf *b, rt_prepared *p, int64_t seq, rt_error *err) {
    p->e.id = (rt_str){p->hex, 32};
    RT_TRY(rt_merkle_fill(&b->tree, &p->leaf, err));
    return put_act(b, &p->e, p->line, p->salt, seq, &p->leaf, err);
}
