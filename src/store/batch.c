#include "store/batch.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "store/intern.h"
#include "store/log.h"
#include "store/project.h"
#include "store/seen.h"

enum { SALTS = 256, CLOCK_MAY_GO_BACK = 1000000 /* microseconds: a clock that was set right */ };

struct rt_batch {
    rt_store *store;
    rt_intern intern;
    rt_projector projector;
    rt_rows rows;
    rt_merkle tree;
    rt_seen seen;
    rt_arena arena;  /* lives as long as the batch */
    rt_arena moment; /* one entry */
    rt_entry own;    /* the batch's entry */
    int64_t first;   /* its place */
    bool table_has_ids, committed, begun;
    rt_batch_report report;
    sqlite3_stmt *put_statement, *put_act, *put_node, *find_id, *get_statement, *get_act, *find_mention;
    rt_buf line, scratch, line2;
    uint8_t salts[SALTS][16];
    int salts_used;
};

/* --- beginning ---------------------------------------------------------------------------------------------------- */

static rt_status keep_node(void *to, int level, uint64_t index, const rt_hash *hash, rt_error *err) {
    rt_batch *b = to;
    if (level < RT_MERKLE_KEPT) return rt_ok;
    sqlite3_bind_int64(b->put_node, 1, rt_log_node_place(level, index));
    sqlite3_bind_blob(b->put_node, 2, hash->bytes, sizeof hash->bytes, SQLITE_STATIC);
    return rt_sql_done(b->put_node, err);
}

static rt_status last_time(rt_store *store, int64_t *micros, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    *micros = 0;
    RT_TRY(rt_sql_prepare(store->db, "SELECT recorded_at FROM head ORDER BY size DESC LIMIT 1", &s.at, err));
    RT_TRY(rt_sql_step(s.at, &row, err));
    if (row && !rt_timestamp_read(rt_sql_text(s.at, 0), micros))
        return rt_fail(err, RT_CORRUPT, "the case file is damaged: the time of its last batch");
    return rt_ok;
}

/* The later of now and a microsecond after the last batch. */
static rt_status next_time(rt_store *store, char text[RT_TIMESTAMP_SIZE], rt_error *err) {
    int64_t last;
    const int64_t now = rt_clock_now();
    RT_TRY(last_time(store, &last, err));
    if (last > now + CLOCK_MAY_GO_BACK) {
        rt_timestamp_print(last, text);
        return rt_fail(err, RT_BAD,
                       "the last entry was recorded at %s, which lies in the future: set this machine's clock right",
                       text);
    }
    rt_timestamp_print(now > last ? now : last + 1, text);
    return rt_ok;
}

static rt_status prepare(rt_batch *b, rt_error *err) {
    sqlite3 *db = b->store->db;
    RT_TRY(rt_sql_prepare(db, "INSERT INTO statement (" RT_STATEMENT_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                          &b->put_statement, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO act (" RT_ACT_COLUMNS ") VALUES (?,?,?,?)", &b->put_act, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO node (place, hash) VALUES (?1, ?2)", &b->put_node, err));
    RT_TRY(rt_sql_prepare(db, "SELECT seq FROM lookup WHERE key = ?1", &b->find_id, err));
    RT_TRY(rt_sql_prepare(db, "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq = ?1", &b->get_statement, err));
    RT_TRY(rt_sql_prepare(db, "SELECT " RT_ACT_COLUMNS " FROM act WHERE seq = ?1", &b->get_act, err));
    RT_TRY(rt_sql_prepare(db, "SELECT seq FROM mention WHERE key = ?1", &b->find_mention, err));
    RT_TRY(rt_intern_open(&b->intern, b->store, err));
    RT_TRY(rt_projector_open(&b->projector, b->store, err));
    return rt_rows_open(&b->rows, b->store, err);
}

/* The batch's own entry, but for how much was new. */
static rt_status begin_own(rt_batch *b, const rt_batch_options *o, rt_error *err) {
    char now[RT_TIMESTAMP_SIZE];
    rt_hash root;
    RT_TRY(next_time(b->store, now, err));
    b->own = rt_entry_new(RT_BATCH);
    b->own.recorded_at = rt_str_copy(&b->arena, rt_str_of(now));
    b->own.recorded_by = rt_str_copy(&b->arena, o->by);
    b->own.program = rt_str_copy(&b->arena, o->program);
    b->own.handling = rt_str_copy(&b->arena, o->handling);
    b->own.restored_from = rt_str_copy(&b->arena, o->restored_from);
    if (b->first == 0) return rt_ok;
    rt_merkle_root(&b->tree, &root);
    rt_buf_hex(&b->scratch, root.bytes, sizeof root.bytes);
    b->own.head = rt_str_copy(&b->arena, rt_buf_str(&b->scratch));
    return rt_ok;
}

static rt_status begin(rt_batch *b, const rt_batch_options *o, rt_error *err) {
    int64_t ids;
    RT_TRY(rt_sql_run(b->store->db, "BEGIN IMMEDIATE", err));
    b->begun = true;
    RT_TRY(prepare(b, err));
    RT_TRY(rt_log_size(b->store, &b->first, err));
    RT_TRY(rt_log_tree(b->store, b->first, &b->tree, err));
    RT_TRY(begin_own(b, o, err));
    b->tree.hasher = b->store->hasher;
    b->tree.node = keep_node;
    b->tree.to = b;
    RT_TRY(rt_sql_number(b->store->db, "SELECT 1 FROM lookup LIMIT 1", 0, &ids, err));
    b->table_has_ids = ids != 0;
    b->salts_used = SALTS;
    return rt_merkle_leave_open(&b->tree, err);
}

rt_status rt_batch_begin(rt_store *store, const rt_batch_options *options, rt_batch **batch, rt_error *err) {
    rt_batch *b = rt_alloc(sizeof *b);
    memset(b, 0, sizeof *b);
    b->store = store;
    *batch = b;
    const rt_status s = begin(b, options, err);
    if (s.code == RT_OK) return rt_ok;
    rt_batch_close(b);
    *batch = NULL;
    rt_error_at(err, rt_store_path(store), 0, 0);
    return s;
}

void rt_batch_close(rt_batch *b) {
    if (b == NULL) return;
    sqlite3_stmt *all[] = {b->put_statement, b->put_act, b->put_node,    b->find_id,
                           b->get_statement, b->get_act, b->find_mention};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
    rt_rows_close(&b->rows);
    rt_projector_close(&b->projector);
    rt_intern_close(&b->intern);
    if (b->begun && !b->committed) sqlite3_exec(b->store->db, "ROLLBACK", NULL, NULL, NULL);
    rt_seen_close(&b->seen);
    rt_buf_close(&b->line);
    rt_buf_close(&b->line2);
    rt_buf_close(&b->scratch);
    rt_arena_close(&b->arena);
    rt_arena_close(&b->moment);
    free(b);
}

/* --- what is there already ------------------------------------------------------------------------------------------
 */

/* The id of the entry at this place; empty when there is none. */
static rt_status id_at(rt_batch *b, int64_t seq, char hex[32], bool *there, rt_error *err) {
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
static rt_status is_it(rt_batch *b, int64_t seq, const char hex[32], bool *equal, rt_error *err) {
    char other[32];
    RT_TRY(id_at(b, seq, other, equal, err));
    *equal = *equal && memcmp(other, hex, 32) == 0;
    return rt_ok;
}

static rt_status find_in_table(rt_batch *b, int64_t key, const char hex[32], bool *there, rt_error *err) {
    bool row = b->table_has_ids;
    rt_status s = rt_ok;
    if (!row) return rt_ok;
    sqlite3_bind_int64(b->find_id, 1, key);
    while (!*there && (s = rt_sql_step(b->find_id, &row, err)).code == RT_OK && row)
        if ((s = is_it(b, sqlite3_column_int64(b->find_id, 0), hex, there, err)).code != RT_OK) break;
    sqlite3_reset(b->find_id);
    return s;
}

static rt_status find_id(rt_batch *b, const char hex[32], bool *there, rt_error *err) {
    const int64_t key = rt_id_key((rt_str){hex, 32});
    const rt_postings *window = &b->projector.tables[RT_LOOKUP];
    size_t step = 0;
    int64_t seq;
    *there = false;
    while (!*there && rt_seen_find(&b->seen, window, key, &step, &seq)) RT_TRY(is_it(b, seq, hex, there, err));
    return *there ? rt_ok : find_in_table(b, key, hex, there, err);
}

static rt_status same_content(rt_batch *b, int64_t seq, rt_str content, bool *same, rt_error *err) {
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

/* Among the acts that name the same entity or entry, those of this batch included. */
static rt_status find_act(rt_batch *b, const rt_entry *e, bool *there, rt_error *err) {
    const rt_str name = e->a.len > 0 ? e->a : e->about;
    bool row = true;
    rt_status s = rt_ok;
    *there = false;
    if (name.len == 0) return rt_ok;
    RT_TRY(rt_postings_flush(&b->projector.tables[RT_MENTION], err));
    rt_buf_clear(&b->line2);
    rt_entry_line(&b->line2, e, RT_LINE_CONTENT);
    sqlite3_bind_int64(b->find_mention, 1, rt_mention_key(name));
    while (!*there && (s = rt_sql_step(b->find_mention, &row, err)).code == RT_OK && row)
        if ((s = same_content(b, sqlite3_column_int64(b->find_mention, 0), rt_buf_str(&b->line2), there, err)).code !=
            RT_OK)
            break;
    sqlite3_reset(b->find_mention);
    return s;
}

/* --- adding ---------------------------------------------------------------------------------------------------------
 */

static const uint8_t *next_salt(rt_batch *b) {
    if (b->salts_used == SALTS) {
        rt_random(b->salts, sizeof b->salts);
        b->salts_used = 0;
    }
    return b->salts[b->salts_used++];
}

static void leaf_of(rt_batch *b, const uint8_t *salt, rt_str line, rt_hash *leaf) {
    rt_hash commitment;
    rt_log_commitment(b->store->hasher, salt, line, &commitment);
    rt_merkle_leaf(b->store->hasher, &commitment, leaf);
}

static rt_status put_statement(rt_batch *b, const rt_entry *e, const uint8_t *salt, int64_t seq, const rt_hash *leaf,
                               rt_error *err) {
    int64_t entity, kind, provenance;
    RT_TRY(rt_intern_entity(&b->intern, e->entity, &entity, err));
    RT_TRY(rt_intern_kind(&b->intern, e->schema, e->prop, &kind, err));
    RT_TRY(rt_intern_provenance(&b->intern, e, &provenance, err));
    sqlite3_stmt *s = b->put_statement;
    sqlite3_bind_int64(s, 1 + RT_COL_SEQ, seq);
    sqlite3_bind_int64(s, 1 + RT_COL_ENTITY, entity);
    sqlite3_bind_int64(s, 1 + RT_COL_KIND, kind);
    sqlite3_bind_int64(s, 1 + RT_COL_PROVENANCE, provenance);
    rt_sql_bind_text(s, 1 + RT_COL_VALUE, e->value);
    rt_sql_bind_text(s, 1 + RT_COL_LANG, e->lang);
    rt_sql_bind_text(s, 1 + RT_COL_ORIGINAL, e->original);
    rt_sql_bind_text(s, 1 + RT_COL_LOCATOR, e->locator);
    rt_sql_bind_text(s, 1 + RT_COL_QUOTE, e->quote);
    sqlite3_bind_blob(s, 1 + RT_COL_SALT, salt, 16, SQLITE_STATIC);
    sqlite3_bind_int64(s, 1 + RT_COL_SEAL, rt_log_seal(seq, leaf));
    RT_TRY(rt_sql_done(s, err));
    return rt_project_statement(&b->projector, seq, entity, rt_store_kind(b->store, kind), e, err);
}

static rt_status put_act(rt_batch *b, const rt_entry *e, rt_str line, const uint8_t *salt, int64_t seq,
                         const rt_hash *leaf, rt_error *err) {
    sqlite3_bind_int64(b->put_act, 1 + RT_ACT_SEQ, seq);
    rt_sql_bind_text(b->put_act, 1 + RT_ACT_LINE, line);
    sqlite3_bind_blob(b->put_act, 1 + RT_ACT_SALT, salt, 16, SQLITE_STATIC);
    sqlite3_bind_int64(b->put_act, 1 + RT_ACT_SEAL, rt_log_seal(seq, leaf));
    RT_TRY(rt_sql_done(b->put_act, err));
    return rt_project_act(&b->projector, seq, e, err);
}

/* Appends an entry that is not there yet; its id is set and b->line holds its line. */
static rt_status append(rt_batch *b, const rt_entry *e, rt_error *err) {
    const int64_t seq = (int64_t)b->tree.size;
    const uint8_t *salt = next_salt(b);
    rt_hash leaf;
    leaf_of(b, salt, rt_buf_str(&b->line), &leaf);
    RT_TRY(rt_merkle_add(&b->tree, &leaf, err));
    if (e->type == RT_STATEMENT)
        RT_TRY(put_statement(b, e, salt, seq, &leaf, err));
    else
        RT_TRY(put_act(b, e, rt_buf_str(&b->line), salt, seq, &leaf, err));
    const size_t waiting = b->projector.tables[RT_LOOKUP].n;
    if (waiting < b->seen.n) b->table_has_ids = true; /* the window went into the table */
    rt_seen_follow(&b->seen, &b->projector.tables[RT_LOOKUP]);
    return rt_ok;
}

static rt_status refuse_id(const rt_entry *e, const char hex[32], rt_error *err) {
    return rt_fail(err, RT_BAD, "the id %.*s is not that of this content, which has %.32s", RT_FMT(e->id), hex);
}

static rt_status check_time(rt_batch *b, const rt_entry *e, rt_error *err) {
    if (rt_str_cmp(e->recorded_at, b->own.recorded_at) <= 0) return rt_ok;
    return rt_fail(err, RT_BAD, "it says that it was recorded at %.*s, which lies in the future",
                   RT_FMT(e->recorded_at));
}

rt_status rt_batch_add(rt_batch *b, const rt_entry *entry, char id[32], bool *added, rt_error *err) {
    rt_entry e = *entry;
    char hex[32];
    bool there = false;
    const bool timed = e.recorded_at.len > 0 || e.recorded_by.len > 0;
    rt_arena_reset(&b->moment);
    if (e.recorded_at.len == 0) e.recorded_at = b->own.recorded_at;
    if (e.recorded_by.len == 0) e.recorded_by = b->own.recorded_by;
    if (timed) RT_TRY(check_time(b, &e, err));
    rt_entry_id_and_line(&e, b->store->hasher, &b->scratch, &b->line, hex);
    if (e.id.len > 0 && !rt_str_eq(e.id, (rt_str){hex, 32})) return refuse_id(&e, hex, err);
    e.id = (rt_str){hex, 32};
    RT_TRY(find_id(b, hex, &there, err));
    if (!there && !timed && !rt_entry_is_content(e.type)) RT_TRY(find_act(b, &e, &there, err));
    if (id != NULL) memcpy(id, hex, 32);
    if (added != NULL) *added = !there;
    if (there) return b->report.there++, rt_ok;
    b->report.added++;
    b->report.restored += timed;
    return append(b, &e, err);
}

rt_status rt_batch_has(rt_batch *b, rt_str id, bool *there, rt_error *err) {
    char hex[32];
    *there = false;
    if (id.len != sizeof hex) return rt_ok;
    memcpy(hex, id.at, sizeof hex);
    return find_id(b, hex, there, err);
}

rt_status rt_batch_note(rt_batch *b, const rt_entry *entry, rt_error *err) {
    rt_entry e = *entry;
    char hex[32];
    e.recorded_at = b->own.recorded_at;
    e.recorded_by = b->own.recorded_by;
    rt_entry_id_and_line(&e, b->store->hasher, &b->scratch, &b->line, hex);
    e.id = (rt_str){hex, 32};
    return append(b, &e, err);
}

int64_t rt_batch_count(const rt_batch *b) { return b->report.added + b->report.there; }

/* --- ending ---------------------------------------------------------------------------------------------------------
 */

static rt_status fill_own(rt_batch *b, rt_error *err) {
    char hex[32];
    rt_hash leaf;
    const uint8_t *salt = next_salt(b);
    b->own.added = b->report.added;
    if (b->report.restored > 0) b->own.restored = b->report.restored;
    rt_entry_id_and_line(&b->own, b->store->hasher, &b->scratch, &b->line, hex);
    b->own.id = (rt_str){hex, 32};
    leaf_of(b, salt, rt_buf_str(&b->line), &leaf);
    RT_TRY(rt_merkle_fill(&b->tree, &leaf, err));
    return put_act(b, &b->own, rt_buf_str(&b->line), salt, b->first, &leaf, err);
}

static rt_status put_head(rt_batch *b, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    rt_hash root;
    rt_merkle_root(&b->tree, &root);
    RT_TRY(rt_sql_prepare(b->store->db, "INSERT INTO head (size, first, recorded_at, root) VALUES (?1, ?2, ?3, ?4)",
                          &s.at, err));
    sqlite3_bind_int64(s.at, 1, (int64_t)b->tree.size);
    sqlite3_bind_int64(s.at, 2, b->first);
    rt_sql_bind_text(s.at, 3, b->own.recorded_at);
    sqlite3_bind_blob(s.at, 4, root.bytes, sizeof root.bytes, SQLITE_STATIC);
    return rt_sql_done(s.at, err);
}

rt_status rt_batch_commit(rt_batch *b, rt_batch_report *report, rt_error *err) {
    rt_status s = rt_ok;
    if (b->report.added > 0) {
        RT_TRY(fill_own(b, err));
        RT_TRY(rt_projector_flush(&b->projector, err));
        RT_TRY(put_head(b, err));
        s = rt_sql_run(b->store->db, "COMMIT", err);
        b->committed = s.code == RT_OK;
    }
    b->report.size = b->report.added > 0 ? (int64_t)b->tree.size : b->first;
    if (report != NULL) *report = b->report;
    return s;
}
