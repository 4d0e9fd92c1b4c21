#include "store/cursor.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "names/fold.h"
#include "store/keep.h"
#include "store/project.h"
#include "store/sight.h"
#include "store/since.h"

struct rt_cursor {
    rt_lens *lens;
    rt_rows rows; /* its own: what it gave stays valid while others read */
    sqlite3_stmt *statements, *acts;
    bool statement_left, act_left, begun;
    sqlite3_stmt *given;
    int64_t last_statement, last_act; /* places that were given last */
    char hex[32];
    rt_arena arena; /* of one act */
    rt_arena lasting;
    rt_keeper keeper;
    rt_str named;  /* acts: what they must name; statements (and acts, where by_id): the id that it must have */
    rt_str entity; /* about: the one that all statements are of */
    rt_strs words; /* names: folded words that it must have, all and no others, or among them */
    bool whole_name, by_id;
    rt_str dataset;           /* only what is of this dataset; empty: any */
    const rt_entry_type *act; /* the only type of act; NULL: any but batch and read */
    const rt_since *since;    /* only what entered since then; NULL: ever */
    uint8_t *met;             /* entities: a bit for each that was given */
    size_t met_room;
    bool one_an_entity;
    bool marks;       /* FollowTheMoney's rows `id` come too */
    const char *kind; /* the text of its query, by which it is found when it is idle */
    rt_cursor *next_idle;
};

/* --- opening -------------------------------------------------------------------------------------------------------
 */

/* Those who go through the whole case are rare. */
static const char all_statements[] = "SELECT " RT_STATEMENT_COLUMNS " FROM statement ORDER BY seq";

/* A closed cursor with this very query. To prepare a query costs more than most of them read. */
static rt_cursor *take_idle(rt_lens *lens, const char *kind) {
    for (rt_cursor **at = &lens->idle; *at != NULL; at = &(*at)->next_idle) {
        rt_cursor *c = *at;
        if (c->kind != kind) continue;
        *at = c->next_idle;
        c->next_idle = NULL;
        return c;
    }
    return NULL;
}

static void free_cursor(rt_cursor *c) {
    sqlite3_finalize(c->statements);
    sqlite3_finalize(c->acts);
    rt_rows_close(&c->rows);
    rt_arena_close(&c->arena);
    rt_arena_close(&c->lasting);
    free(c->met);
    free(c);
}

void rt_cursors_free(rt_cursor *idle) {
    for (rt_cursor *next; idle != NULL; idle = next) {
        next = idle->next_idle;
        free_cursor(idle);
    }
}

static rt_status open_cursor(rt_lens *lens, const char *statements, const char *acts, rt_cursor **out, rt_error *err) {
    const char *kind = statements != NULL ? statements : acts;
    rt_cursor *c = *out = take_idle(lens, kind);
    if (c != NULL) return c->last_statement = c->last_act = INT64_MIN, rt_ok;
    c = rt_alloc(sizeof *c);
    memset(c, 0, sizeof *c);
    c->lens = lens;
    c->kind = kind;
    c->last_statement = c->last_act = INT64_MIN;
    rt_status s = rt_rows_open(&c->rows, lens->store, err);
    if (s.code == RT_OK && statements != NULL) s = rt_sql_prepare(lens->store->db, statements, &c->statements, err);
    if (s.code == RT_OK && acts != NULL) s = rt_sql_prepare(lens->store->db, acts, &c->acts, err);
    if (s.code == RT_OK)
        *out = c;
    else
        free_cursor(c);
    return s;
}

static void forget(sqlite3_stmt *s) {
    if (s == NULL) return;
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
}

/* Back to what open_cursor gives: only queries, rows and memory stay. */
static void make_idle(rt_cursor *c) {
    forget(c->statements);
    forget(c->acts);
    rt_arena_reset(&c->arena);
    rt_arena_reset(&c->lasting);
    c->statement_left = c->act_left = c->begun = c->whole_name = c->by_id = c->one_an_entity = c->marks = false;
    c->given = NULL;
    c->keeper = (rt_keeper){0};
    c->named = c->entity = c->dataset = (rt_str){"", 0};
    c->act = NULL;
    c->since = NULL;
    c->words = (rt_strs){NULL, 0};
    c->next_idle = c->lens->idle;
    c->lens->idle = c;
}

void rt_cursor_close(rt_cursor *c) {
    if (c == NULL) return;
    if (c->kind == all_statements)
        free_cursor(c);
    else
        make_idle(c);
}

rt_status rt_cursor_about(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens,
                       "SELECT " RT_STATEMENT_OF
                       " FROM run CROSS JOIN statement ON statement.seq BETWEEN run.first AND run.last "
                       "WHERE run.entity = (SELECT id FROM entity WHERE name = ?1) AND statement.entity = run.entity "
                       "ORDER BY run.first, statement.seq",
                       NULL, c, err));
    (*c)->entity = rt_str_copy(&(*c)->lasting, entity);
    rt_sql_bind_text((*c)->statements, 1, (*c)->entity);
    return rt_ok;
}

rt_status rt_cursor_naming(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(
        lens,
        "SELECT " RT_STATEMENT_OF " FROM edge CROSS JOIN statement ON statement.seq = edge.seq "
        "WHERE edge.key = (SELECT id FROM entity WHERE name = ?1) AND statement.value = ?1 ORDER BY edge.seq",
        NULL, c, err));
    rt_sql_bind_text((*c)->statements, 1, rt_str_copy(&(*c)->lasting, entity));
    return rt_ok;
}

static rt_status open_names(rt_lens *lens, uint64_t key, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens,
                       "SELECT " RT_STATEMENT_OF " FROM name CROSS JOIN statement ON statement.seq = name.seq "
                       "WHERE name.key = ?1 ORDER BY name.seq",
                       NULL, c, err));
    sqlite3_bind_int64((*c)->statements, 1, (int64_t)key);
    return rt_ok;
}

rt_status rt_cursor_name(rt_lens *lens, rt_str name, rt_cursor **c, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_TRY(open_names(lens, rt_name_key(rt_name_fold(&arena, name)), c, err));
    (*c)->words = rt_name_fold(&(*c)->lasting, name);
    (*c)->whole_name = true;
    return rt_ok;
}

rt_status rt_cursor_name_word(rt_lens *lens, rt_str word, rt_cursor **c, rt_error *err) {
    RT_TRY(open_names(lens, rt_word_key(word), c, err));
    (*c)->words = (rt_strs){RT_NEW(&(*c)->lasting, rt_str), 1};
    (*c)->words.at[0] = rt_str_copy(&(*c)->lasting, word);
    return rt_ok;
}

rt_status rt_cursor_name_sound(rt_lens *lens, uint64_t sound, rt_cursor **c, rt_error *err) {
    return open_names(lens, sound, c, err);
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
    RT_TRY(open_cursor(lens, placed, NULL, c, err));
    rt_lens_stay_ranges(lens, place, first_day, last_day, from, to);
    for (int i = 0; i < RT_STAY_RANGES; i++) {
        sqlite3_bind_int64((*c)->statements, 1 + 2 * i, from[i]);
        sqlite3_bind_int64((*c)->statements, 2 + 2 * i, to[i]);
    }
    return rt_ok;
}

rt_status rt_cursor_within(rt_lens *lens, rt_str place, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens,
                       "SELECT " RT_STATEMENT_OF " FROM stay CROSS JOIN statement ON statement.seq = stay.seq "
                       "WHERE stay.key = ?1 ORDER BY stay.seq",
                       NULL, c, err));
    sqlite3_bind_int64((*c)->statements, 1, rt_stay_within_key(place));
    return rt_ok;
}

static rt_status open_schema(rt_lens *lens, int64_t key, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens,
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
    RT_TRY(open_cursor(lens,
                       "SELECT " RT_STATEMENT_OF " FROM lookup CROSS JOIN statement ON statement.seq = lookup.seq "
                       "WHERE lookup.key = ?1 ORDER BY lookup.seq",
                       NULL, c, err));
    sqlite3_bind_int64((*c)->statements, 1, rt_id_key(id));
    (*c)->named = rt_str_copy(&(*c)->lasting, id);
    (*c)->marks = true;
    return rt_ok;
}

rt_status rt_cursor_all(rt_lens *lens, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens, all_statements, "SELECT " RT_ACT_COLUMNS " FROM act ORDER BY seq", c, err));
    (*c)->marks = true;
    return rt_ok;
}

rt_status rt_cursor_statements(rt_lens *lens, rt_cursor **c, rt_error *err) {
    return open_cursor(lens, all_statements, NULL, c, err);
}

rt_status rt_cursor_since(rt_lens *lens, const rt_since *since, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens, "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq >= ?1 ORDER BY seq",
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
    RT_TRY(open_cursor(lens, all_statements, NULL, c, err));
    (*c)->one_an_entity = true;
    return rt_ok;
}

void rt_cursor_with_marks(rt_cursor *c) { c->marks = true; }

static rt_status open_acts(rt_lens *lens, int64_t key, rt_cursor **c, rt_error *err) {
    static const char acts[] = "SELECT " RT_ACT_OF " FROM mention CROSS JOIN act ON act.seq = mention.seq "
                               "WHERE mention.key = ?1 ORDER BY mention.seq";
    RT_TRY(open_cursor(lens, NULL, acts, c, err));
    sqlite3_bind_int64((*c)->acts, 1, key);
    return rt_ok;
}

rt_status rt_cursor_acts(rt_lens *lens, rt_str id_or_entity, rt_cursor **c, rt_error *err) {
    RT_TRY(open_acts(lens, rt_mention_key(id_or_entity), c, err));
    (*c)->named = rt_str_copy(&(*c)->lasting, id_or_entity);
    return rt_ok;
}

rt_status rt_cursor_dataset(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens,
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
    return open_cursor(lens, NULL, "SELECT " RT_ACT_COLUMNS " FROM act ORDER BY seq", c, err);
}

rt_status rt_cursor_act(rt_lens *lens, rt_str id, rt_cursor **c, rt_error *err) {
    RT_TRY(open_cursor(lens, NULL,
                       "SELECT " RT_ACT_OF
                       " FROM lookup CROSS JOIN act ON act.seq = lookup.seq WHERE lookup.key = ?1 ORDER BY lookup.seq",
                       c, err));
    sqlite3_bind_int64((*c)->acts, 1, rt_id_key(id));
    (*c)->named = rt_str_copy(&(*c)->lasting, id);
    (*c)->by_id = true;
    return rt_ok;
}

/* --- what is wanted -------------------------------------------------------------------------------------------------
 */

static bool has_words(rt_cursor *c, rt_str name) {
    RT_AUTO(rt_arena) arena = {0};
    if (c->words.n == 0) return !c->whole_name;
    const rt_strs words = rt_name_fold(&arena, name);
    if (c->whole_name && words.n != c->words.n) return false;
    for (size_t i = 0; i < words.n; i++) {
        const bool equal = rt_str_eq(words.at[i], c->words.at[c->whole_name ? i : 0]);
        if (equal != c->whole_name) return equal;
    }
    return c->whole_name;
}

/* Keys may collide: what an act names must be what was asked for. */
static bool act_names(const rt_cursor *c, const rt_entry *e) {
    const rt_str named[] = {e->from, e->to, e->a, e->b, e->about, e->entity, e->statement};
    if (c->act != NULL && *c->act == RT_DOCUMENT)
        return e->type == RT_DOCUMENT && (rt_str_eq(e->name, c->named) || rt_str_eq(e->sha256, c->named));
    if (c->act != NULL && e->type != *c->act) return false;
    if (c->act != NULL && (e->type == RT_READ || e->type == RT_ABSENT_FROM) && e->edition.len == 0) return false;
    if (c->act == NULL && (e->type == RT_BATCH || e->type == RT_READ)) return false;
    if (c->by_id) return rt_str_eq(e->id, c->named);
    if (c->dataset.len > 0 && !rt_str_eq(e->dataset, c->dataset)) return false;
    if (c->named.len == 0) return true;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (rt_str_eq(named[i], c->named)) return true;
    return false;
}

static uint8_t bit_of(int64_t entity) { return (uint8_t)(1U << ((size_t)entity % 8)); }

static bool was_met(const rt_cursor *c, int64_t entity) {
    const size_t at = (size_t)entity / 8;
    return at < c->met_room && (c->met[at] & bit_of(entity)) != 0;
}

static void meet(rt_cursor *c, int64_t entity) {
    const size_t at = (size_t)entity / 8;
    if (at >= c->met_room) {
        const size_t room = 2 * at + 4096;
        c->met = rt_realloc(c->met, room);
        memset(c->met + c->met_room, 0, room - c->met_room);
        c->met_room = room;
    }
    c->met[at] |= bit_of(entity);
}

/* --- stepping -------------------------------------------------------------------------------------------------------
 */

static rt_status take_statement(rt_cursor *c, rt_seen_entry *entry, bool *wanted, rt_error *err) {
    const int64_t entity = sqlite3_column_int64(c->statements, RT_COL_ENTITY);
    rt_sight sight;
    *wanted = false;
    RT_TRY(rt_lens_sight_by(c->lens, &c->rows, entry->seq, sqlite3_column_int64(c->statements, RT_COL_PROVENANCE),
                            &sight, err));
    if (!sight.seen) return rt_ok;
    if (c->entity.len > 0) rt_rows_know_entity(&c->rows, entity, c->entity);
    if (c->one_an_entity) RT_TRY(rt_rows_entity(&c->rows, entity, &entry->e.entity, err)); /* that it is there */
    if (c->one_an_entity && was_met(c, entity)) return rt_ok;
    RT_TRY(rt_rows_statement(&c->rows, c->statements, &entry->e, err));
    if (!c->marks && rt_entry_is_mark(&entry->e)) return rt_ok;
    if (c->one_an_entity) meet(c, entity);
    if (c->dataset.len > 0 && !rt_str_eq(entry->e.dataset, c->dataset)) return rt_ok;
    if (c->since != NULL && !rt_is_since(c->since, entry)) return rt_ok;
    if (!has_words(c, entry->e.value)) return rt_ok;
    rt_rows_id(&c->rows, &entry->e, c->hex);
    *wanted = c->named.len == 0 || rt_str_eq(c->named, entry->e.id);
    entry->said = sight.said;
    entry->held = sight.held;
    return rt_ok;
}

static rt_status take_act(rt_cursor *c, rt_seen_entry *entry, bool *wanted, rt_error *err) {
    rt_sight sight;
    rt_arena_reset(&c->arena);
    *wanted = false;
    RT_TRY(rt_rows_act(&c->rows, rt_sql_text(c->acts, RT_ACT_LINE), &c->arena, &entry->e, err));
    if (!act_names(c, &entry->e) || (c->since != NULL && !rt_is_since(c->since, entry))) return rt_ok;
    RT_TRY(rt_lens_act_sight(c->lens, entry->seq, &entry->e, &sight, err));
    *wanted = sight.seen;
    entry->said = sight.said;
    entry->held = sight.held;
    return rt_ok;
}

/* Steps past the row that was given before, or to the first ones. */
static rt_status advance(rt_cursor *c, rt_error *err) {
    const bool first = !c->begun;
    c->begun = true;
    if (c->statements != NULL && (first || c->given == c->statements))
        RT_TRY(rt_sql_step(c->statements, &c->statement_left, err));
    if (c->acts != NULL && (first || c->given == c->acts)) RT_TRY(rt_sql_step(c->acts, &c->act_left, err));
    return rt_ok;
}

/* Places rise, whatever the query: a damaged table may lead back into itself without end. */
static rt_status check_order(rt_cursor *c, int64_t seq, rt_error *err) {
    int64_t *last = c->given == c->acts ? &c->last_act : &c->last_statement;
    if (seq > *last) return *last = seq, rt_ok;
    return rt_fail(err, RT_CORRUPT,
                   "the case file is damaged: rows of its log, or of what is derived from it, are out of order; "
                   "`redthread rebuild` mends the latter");
}

rt_status rt_cursor_next(rt_cursor *c, rt_seen_entry *entry, bool *more, rt_error *err) {
    for (bool wanted = false; !wanted;) {
        RT_TRY(advance(c, err));
        *more = c->statement_left || c->act_left;
        if (!*more) return rt_ok;
        const int64_t statement = c->statement_left ? sqlite3_column_int64(c->statements, RT_COL_SEQ) : INT64_MAX;
        const int64_t act = c->act_left ? sqlite3_column_int64(c->acts, RT_ACT_SEQ) : INT64_MAX;
        c->given = act < statement ? c->acts : c->statements;
        entry->seq = act < statement ? act : statement;
        RT_TRY(check_order(c, entry->seq, err));
        if (c->given == c->acts)
            RT_TRY(take_act(c, entry, &wanted, err));
        else
            RT_TRY(take_statement(c, entry, &wanted, err));
    }
    return rt_ok;
}

rt_seen_entry rt_seen_entry_keep(rt_arena *arena, const rt_seen_entry *entry) {
    rt_seen_entry kept = *entry;
    kept.e = rt_entry_copy(arena, &entry->e);
    return kept;
}

rt_status rt_cursor_next_kept(rt_cursor *c, rt_arena *arena, rt_seen_entry *entry, bool *more, rt_error *err) {
    RT_TRY(rt_cursor_next(c, entry, more, err));
    if (!*more) return rt_ok;
    if (c->given == c->statements)
        rt_keep_statement(&c->keeper, arena, c->lens->store, c->statements, &entry->e);
    else
        entry->e = rt_entry_copy(arena, &entry->e);
    return rt_ok;
}

static rt_status collect(rt_cursor *c, rt_arena *arena, rt_seen_list *list, rt_error *err) {
    rt_seen_entry entry;
    bool more;
    *list = (rt_seen_list){0};
    for (;;) {
        RT_TRY(rt_cursor_next_kept(c, arena, &entry, &more, err));
        if (!more) return rt_ok;
        list->at = rt_grow(arena, list->at, list->n, sizeof *list->at);
        list->at[list->n++] = entry;
    }
}

rt_status rt_cursor_list(rt_cursor *c, rt_arena *arena, rt_seen_list *list, rt_error *err) {
    const rt_status s = collect(c, arena, list, err);
    rt_cursor_close(c);
    return s;
}
