#include "store/project.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/grow.h"
#include "model/rule.h"
#include "model/types.h"
#include "names/fold.h"
#include "store/connect.h"
#include "store/log.h"
#include "store/papers.h"

/* Raised when a projection's rows change their meaning: cases of before are then rebuilt. */
enum { PROJECTION_VERSION = 10 };

static const char *const tables[RT_PROJECTIONS] = {
    [RT_LOOKUP] = "lookup", [RT_EDGES] = "edge",       [RT_DATED] = "dated",
    [RT_STAYS] = "stay",    [RT_SCHEMA] = "of_schema", [RT_MENTION] = "mention",
};

/* --- keys --------------------------------------------------------------------------------------------------------- */

int64_t rt_id_key(rt_str hex_id) {
    uint8_t bytes[8];
    uint64_t key = 0;
    if (!rt_unhex(rt_str_cut(hex_id, 16), bytes, 8)) return 0;
    for (int i = 0; i < 8; i++) key = key << 8 | bytes[i];
    return (int64_t)key;
}

int64_t rt_mention_key(rt_str id_or_entity) { return (int64_t)rt_word_key(id_or_entity); }

int64_t rt_dataset_key(rt_str dataset) { return (int64_t)rt_word_key(dataset); }

int64_t rt_about_dataset_key(rt_entry_type type, rt_str dataset) {
    RT_AUTO(rt_buf) words = {0};
    rt_buf_printf(&words, "%.*s of %.*s", RT_FMT(rt_entry_type_name(type)), RT_FMT(dataset));
    return rt_mention_key(rt_buf_str(&words));
}

int64_t rt_document_key(rt_str name_or_sha256) { return rt_about_dataset_key(RT_DOCUMENT, name_or_sha256); }

int64_t rt_schema_key(rt_str schema) { return (int64_t)rt_word_key(schema); }
int64_t rt_loose_rules_key(void) { return (int64_t)rt_word_key(RT_S("rules that are not by subject")); }

/* --- the rows of an entry -------------------------------------------------------------------------------------------
 */

static rt_status put_rules(rt_projector *p, rt_error *err) {
    const rt_run_rules r = p->rules;
    p->rules = (rt_run_rules){.rule = -1, .subject = -1};
    if (!r.any || (!r.loose && r.rule == r.subject)) return rt_ok;
    return rt_postings_add(&p->tables[RT_SCHEMA], rt_loose_rules_key(), p->run_first, err);
}

static rt_status put_run(rt_projector *p, rt_error *err) {
    if (p->run_entity < 0) return rt_ok;
    RT_TRY(put_rules(p, err));
    sqlite3_bind_int64(p->put_run, 1, p->run_entity);
    sqlite3_bind_int64(p->put_run, 2, p->run_first);
    sqlite3_bind_int64(p->put_run, 3, p->run_last);
    p->run_entity = -1;
    return rt_sql_done(p->put_run, err);
}

static rt_status extend_run(rt_projector *p, int64_t seq, int64_t entity, rt_error *err) {
    if (p->run_entity == entity && p->run_last == seq - 1) return p->run_last = seq, rt_ok;
    RT_TRY(put_run(p, err));
    p->run_entity = entity;
    p->run_first = p->run_last = seq;
    p->run_schema_n = 0;
    return rt_ok;
}

static rt_status put_stretch(rt_projector *p, rt_error *err) {
    if (!p->stretch.open) return rt_ok;
    sqlite3_bind_int64(p->put_stretch, 1, p->stretch.dataset);
    sqlite3_bind_int64(p->put_stretch, 2, p->stretch.first);
    sqlite3_bind_int64(p->put_stretch, 3, p->stretch.last);
    p->stretch.open = false;
    return rt_sql_done(p->put_stretch, err);
}

static rt_status extend_stretch(rt_projector *p, const rt_numbers *at, rt_str dataset, rt_error *err) {
    rt_stretch *s = &p->stretch;
    if (s->open && s->last == at->seq - 1 && s->provenance == at->provenance) return s->last = at->seq, rt_ok;
    const int64_t key = rt_dataset_key(dataset);
    const bool goes_on = s->open && s->last == at->seq - 1 && dataset.len > 0 && s->dataset == key;
    if (!goes_on) RT_TRY(put_stretch(p, err));
    *s = (rt_stretch){dataset.len > 0, key, goes_on ? s->first : at->seq, at->seq, at->provenance};
    return rt_ok;
}

static rt_status project_schema(rt_projector *p, int64_t seq, rt_str schema, rt_error *err) {
    const int64_t key = rt_schema_key(schema);
    for (size_t i = p->run_schema_n; i-- > 0;)
        if (p->run_schemata[i] == key) return rt_ok;
    p->run_schemata = rt_grow_own(p->run_schemata, p->run_schema_n, &p->run_schema_room, sizeof key);
    p->run_schemata[p->run_schema_n++] = key;
    return rt_postings_add(&p->tables[RT_SCHEMA], key, seq, err);
}

/* What is named need not be in the case yet: it gets its number all the same. */
static rt_status number_of(rt_projector *p, rt_str entity, int64_t *id, rt_error *err) {
    bool row;
    rt_sql_bind_text(p->find_entity, 1, entity);
    RT_TRY(rt_sql_step(p->find_entity, &row, err));
    *id = row ? sqlite3_column_int64(p->find_entity, 0) : -1;
    sqlite3_reset(p->find_entity);
    if (row) return rt_ok;
    rt_sql_bind_text(p->make_entity, 1, entity);
    RT_TRY(rt_sql_done(p->make_entity, err));
    *id = sqlite3_last_insert_rowid(p->store->db);
    return rt_ok;
}

static rt_status project_edge(rt_projector *p, int64_t seq, rt_str value, rt_error *err) {
    int64_t id;
    RT_TRY(number_of(p, value, &id, err));
    return rt_postings_add(&p->tables[RT_EDGES], id, seq, err);
}

static rt_status project_date(rt_projector *p, int64_t seq, rt_str value, rt_error *err) {
    rt_when when;
    if (rt_edtf_read(value, &when, NULL).code != RT_OK) return rt_ok; /* kept as text: it has no place in time */
    return rt_postings_add(&p->tables[RT_DATED], when.start_min, seq, err);
}

static void project_rule(rt_projector *p, const rt_numbers *at, const rt_entry *e) {
    rt_rule rule;
    rt_run_rules *r = &p->rules;
    if (!rt_str_is(e->schema, "Condition")) return;
    if (rt_str_is(e->prop, "subject")) {
        r->subject = at->provenance;
        return;
    }
    if (!rt_str_is(e->prop, "rule") || !rt_is_rule_like(e->value)) return;
    if (rt_rule_read(e->value, &p->arena, &rule, NULL).code == RT_OK)
        r->loose = r->loose || !rt_rule_is_by_subject(&rule) || (r->any && r->rule != at->provenance);
    r->any = true;
    r->rule = at->provenance;
    rt_arena_reset(&p->arena);
}

rt_status rt_project_statement(rt_projector *p, const rt_numbers *at, const rt_entry *e, rt_error *err) {
    const int64_t seq = at->seq;
    const rt_kind *kind = rt_store_kind(p->store, at->kind);
    RT_TRY(extend_run(p, seq, at->entity, err));
    RT_TRY(extend_stretch(p, at, e->dataset, err));
    RT_TRY(project_schema(p, seq, e->schema, err));
    project_rule(p, at, e);
    RT_TRY(rt_staying_add(&p->staying, p->store, &p->tables[RT_STAYS], at, kind, e, err));
    RT_TRY(rt_postings_add(&p->tables[RT_LOOKUP], rt_id_key(e->id), seq, err));
    const rt_type *type = kind != NULL && kind->known != NULL ? kind->known->type : NULL;
    if (type == &rt_types[RT_TYPE_ENTITY]) return project_edge(p, seq, e->value, err);
    return type == &rt_types[RT_TYPE_DATE] ? project_date(p, seq, e->value, err) : rt_ok;
}

bool rt_act_is_compared(rt_entry_type type) {
    return !rt_entry_is_content(type) && type != RT_BATCH && type != RT_READ;
}

static rt_status project_content(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err) {
    RT_AUTO(rt_buf) content = {0};
    if (!rt_act_is_compared(e->type)) return rt_ok;
    rt_entry_line(&content, e, RT_LINE_CONTENT);
    return rt_postings_add(&p->tables[RT_MENTION], rt_mention_key(rt_buf_str(&content)), seq, err);
}

/* What acts name is looked up when all that came before them can be. */
static rt_status flush_names(rt_projector *p, rt_error *err) {
    RT_TRY(rt_postings_flush(&p->tables[RT_LOOKUP], err));
    RT_TRY(rt_postings_flush(&p->tables[RT_MENTION], err));
    return rt_staying_flush(&p->staying, p->store, &p->tables[RT_STAYS], err);
}

/* Stays hang on what no act has named: a link may take a date out, a judgement may make two events one. */
static rt_status name_stays(rt_projector *p, const rt_entry *e, rt_error *err) {
    const rt_str entities[] = {e->a, e->b}, entries[] = {e->from, e->to};
    int64_t id;
    for (size_t i = 0; i < 2; i++) {
        if (entries[i].len > 0) rt_staying_name_entry(&p->staying, rt_id_key(entries[i]));
        if (entities[i].len == 0) continue;
        RT_TRY(number_of(p, entities[i], &id, err));
        rt_staying_name_entity(&p->staying, id);
    }
    return p->staying.named_n < RT_STAYS_WINDOW ? rt_ok : flush_names(p, err);
}

/* Erasures, what went out; editions of lists: which were read, and what was no longer in them. */
static rt_status project_edition(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err) {
    const rt_str datasets[] = {e->dataset, {"", 0}};
    if (e->type == RT_ERASURE || e->type == RT_SENT)
        return rt_postings_add(&p->tables[RT_MENTION], rt_about_dataset_key(e->type, datasets[1]), seq, err);
    if (e->edition.len == 0 || (e->type != RT_READ && e->type != RT_ABSENT_FROM)) return rt_ok;
    for (size_t i = 0; i < 2; i++)
        RT_TRY(rt_postings_add(&p->tables[RT_MENTION], rt_about_dataset_key(e->type, datasets[i]), seq, err));
    return rt_ok;
}

static rt_status project_document(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err) {
    const rt_str named[] = {e->sha256, e->name};
    if (e->type != RT_DOCUMENT) return rt_ok;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].len > 0) RT_TRY(rt_postings_add(&p->tables[RT_MENTION], rt_document_key(named[i]), seq, err));
    return rt_ok;
}

rt_status rt_project_text(rt_projector *p, int64_t seq, rt_str text, rt_error *err) {
    return rt_fulltext_document(&p->texts.words, seq, text, err);
}

rt_status rt_project_act(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err) {
    const rt_str named[] = {e->from, e->to, e->a, e->b, e->about, e->entity, e->statement};
    RT_TRY(project_edition(p, seq, e, err));
    RT_TRY(project_document(p, seq, e, err));
    RT_TRY(rt_postings_add(&p->tables[RT_LOOKUP], rt_id_key(e->id), seq, err));
    RT_TRY(project_content(p, seq, e, err));
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].len > 0) RT_TRY(rt_postings_add(&p->tables[RT_MENTION], rt_mention_key(named[i]), seq, err));
    return name_stays(p, e, err);
}

/* --- opening and closing --------------------------------------------------------------------------------------------
 */

rt_status rt_projector_open(rt_projector *p, rt_store *store, rt_error *err) {
    memset(p, 0, sizeof *p);
    pthread_mutex_init(&p->turn, NULL);
    p->store = store;
    p->run_entity = -1;
    p->rules = (rt_run_rules){.rule = -1, .subject = -1};
    for (int i = 0; i < RT_PROJECTIONS; i++)
        RT_TRY(rt_postings_open(&p->tables[i], store->db, tables[i], i == RT_LOOKUP, NULL, err));
    RT_TRY(rt_sql_prepare(store->db, "INSERT OR IGNORE INTO run (entity, first, last) VALUES (?1, ?2, ?3)", &p->put_run,
                          err));
    RT_TRY(rt_sql_prepare(store->db, "INSERT OR IGNORE INTO listed (dataset, first, last) VALUES (?1, ?2, ?3)",
                          &p->put_stretch, err));
    RT_TRY(rt_staying_open(&p->staying, store->db, err));
    RT_TRY(rt_texts_open(&p->texts, store, &p->turn, err));
    RT_TRY(rt_sql_prepare(store->db, "SELECT id FROM entity WHERE name = ?1", &p->find_entity, err));
    return rt_sql_prepare(store->db, "INSERT INTO entity (name) VALUES (?1)", &p->make_entity, err);
}

void rt_projector_close(rt_projector *p) {
    for (int i = 0; i < RT_PROJECTIONS; i++) rt_postings_close(&p->tables[i]);
    rt_staying_close(&p->staying);
    rt_texts_close(&p->texts);
    sqlite3_finalize(p->put_run);
    sqlite3_finalize(p->put_stretch);
    sqlite3_finalize(p->find_entity);
    sqlite3_finalize(p->make_entity);
    free(p->run_schemata);
    rt_arena_close(&p->arena);
}

static rt_status put_waiting(rt_projector *p, rt_error *err) {
    RT_TRY(put_run(p, err));
    RT_TRY(put_stretch(p, err));
    RT_TRY(rt_staying_end(&p->staying, p->store, &p->tables[RT_STAYS], err));
    RT_TRY(flush_names(p, err));
    RT_TRY(rt_texts_flush(&p->texts, err));
    for (int i = 0; i < RT_PROJECTIONS; i++) RT_TRY(rt_postings_flush(&p->tables[i], err));
    return rt_ok;
}

/* What waits is bounded, and still some seconds' work. */
rt_status rt_projector_flush(rt_projector *p, rt_error *err) {
    p->store->minder.at = "writing indexes";
    const rt_status s = put_waiting(p, err);
    p->store->minder.at = NULL;
    rt_minder_done(&p->store->minder);
    return s;
}

/* --- making anew ----------------------------------------------------------------------------------------------------
 */

rt_status rt_projections_mark_current(sqlite3 *db, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(db, "INSERT OR REPLACE INTO projection VALUES ('all', ?1)", &s.at, err));
    sqlite3_bind_int(s.at, 1, PROJECTION_VERSION);
    return rt_sql_done(s.at, err);
}

rt_status rt_projections_are_current(rt_store *store, bool *current, rt_error *err) {
    int64_t version;
    RT_TRY(rt_sql_number(store->db, "SELECT version FROM projection WHERE name = 'all'", 0, &version, err));
    *current = version == PROJECTION_VERSION;
    return rt_ok;
}

/* A damaged table may lead back into itself without end. */
static rt_status check_order(int64_t seq, int64_t *last, rt_error *err) {
    if (seq > *last) return *last = seq, rt_ok;
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: the rows of its log are out of order");
}

/* How many of all entries there are. */
typedef struct filling {
    int64_t done, all;
} filling;

static void fill_one_more(const rt_projector *p, filling *f) {
    rt_minder_count(&p->store->minder, "entries indexed", f->done++, f->all);
}

static rt_status rebuild_statements(rt_projector *p, rt_rows *rows, filling *f, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    char hex[32];
    int64_t last = INT64_MIN;
    rt_entry e;
    bool row;
    RT_TRY(rt_sql_prepare(p->store->db, "SELECT " RT_STATEMENT_COLUMNS " FROM statement ORDER BY seq", &s.at, err));
    for (;;) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row) return rt_ok;
        RT_TRY(check_order(sqlite3_column_int64(s.at, RT_COL_SEQ), &last, err));
        RT_TRY(rt_rows_statement(rows, s.at, &e, err));
        rt_rows_id(rows, &e, hex);
        const rt_numbers at = {
            sqlite3_column_int64(s.at, RT_COL_SEQ),
            sqlite3_column_int64(s.at, RT_COL_ENTITY),
            sqlite3_column_int64(s.at, RT_COL_KIND),
            sqlite3_column_int64(s.at, RT_COL_PROVENANCE),
        };
        const rt_kind *kind = rt_store_kind(p->store, at.kind);
        RT_TRY(rt_project_statement(p, &at, &e, err));
        RT_TRY(rt_texts_statement(&p->texts, &at, kind != NULL ? kind->known : NULL, &e, err));
        fill_one_more(p, f);
    }
}

static rt_status rebuild_text(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    bool there;
    if (e->type != RT_DOCUMENT) return rt_ok;
    RT_TRY(rt_paper_text(p->store, seq, &text, &there, err));
    return there ? rt_project_text(p, seq, rt_buf_str(&text), err) : rt_ok;
}

static rt_status rebuild_acts(rt_projector *p, rt_rows *rows, filling *f, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_AUTO(rt_arena) arena = {0};
    int64_t last = INT64_MIN;
    rt_entry e;
    bool row;
    RT_TRY(rt_sql_prepare(p->store->db, "SELECT " RT_ACT_COLUMNS " FROM act ORDER BY seq", &s.at, err));
    for (;;) {
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (!row) return rt_ok;
        RT_TRY(check_order(sqlite3_column_int64(s.at, RT_ACT_SEQ), &last, err));
        RT_TRY(rt_rows_act(rows, rt_sql_text(s.at, RT_ACT_LINE), &arena, &e, err));
        RT_TRY(rt_project_act(p, sqlite3_column_int64(s.at, RT_ACT_SEQ), &e, err));
        RT_TRY(rebuild_text(p, sqlite3_column_int64(s.at, RT_ACT_SEQ), &e, err));
        rt_arena_reset(&arena);
        fill_one_more(p, f);
    }
}

static rt_status fill_by(rt_store *store, rt_projector *p, rt_rows *rows, rt_error *err) {
    RT_TRY(rt_sql_run(
        store->db,
        "DELETE FROM run; DELETE FROM part; DELETE FROM lookup; DELETE FROM name; DELETE FROM edge; DELETE FROM dated; "
        "DELETE FROM stay; DELETE FROM listed; DELETE FROM of_schema; DELETE FROM mention; DELETE FROM "
        "word; DELETE FROM projection; REINDEX",
        err));
    RT_TRY(rt_projector_open(p, store, err));
    RT_TRY(rt_rows_open(rows, store, err));
    filling f = {0};
    RT_TRY(rt_log_size(store, &f.all, err));
    RT_TRY(rebuild_statements(p, rows, &f, err));
    RT_TRY(rebuild_acts(p, rows, &f, err));
    RT_TRY(rt_projector_flush(p, err));
    return rt_projections_mark_current(store->db, err);
}

rt_status rt_projections_fill(rt_store *store, rt_error *err) {
    rt_projector p = {0};
    rt_rows rows = {0};
    const rt_status s = fill_by(store, &p, &rows, err);
    rt_projector_close(&p);
    rt_rows_close(&rows);
    return s;
}

rt_status rt_projections_rebuild(rt_store *store, rt_error *err) {
    RT_TRY(rt_connect_begin(store->db, &store->minder, err));
    rt_status s = rt_projections_fill(store, err);
    if (s.code == RT_OK) s = rt_sql_run(store->db, "COMMIT", err);
    if (s.code != RT_OK) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->current = s.code == RT_OK;
    return s;
}
