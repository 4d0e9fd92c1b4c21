#include "store/cursor.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "names/fold.h"
#include "store/cursor_state.h"

/* --- opening -------------------------------------------------------------------------------------------------------
 */

const char rt_all_statements[] = "SELECT " RT_STATEMENT_COLUMNS " FROM statement ORDER BY seq";

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

void rt_cursor_free(rt_cursor *c) {
    sqlite3_finalize(c->statements);
    sqlite3_finalize(c->acts);
    rt_key_rows_close(&c->keyed);
    rt_rows_close(&c->rows);
    rt_arena_close(&c->arena);
    rt_arena_close(&c->lasting);
    free(c->met);
    free(c);
}

void rt_cursors_free(rt_cursor *idle) {
    for (rt_cursor *next; idle != NULL; idle = next) {
        next = idle->next_idle;
        rt_cursor_free(idle);
    }
}

rt_status rt_cursor_open(rt_lens *lens, const char *statements, const char *acts, rt_cursor **out, rt_error *err) {
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
        rt_cursor_free(c);
    return s;
}

static void forget(sqlite3_stmt *s) {
    if (s == NULL) return;
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
}

/* Back to what rt_cursor_open gives: only queries, rows and memory stay. */
static void make_idle(rt_cursor *c) {
    forget(c->statements);
    forget(c->acts);
    if (c->by == RT_BY_NAME || c->by == RT_BY_ID) rt_key_rows_end(&c->keyed);
    rt_arena_reset(&c->arena);
    rt_arena_reset(&c->lasting);
    c->statement_left = c->act_left = c->begun = c->whole_name = c->one_an_entity = c->marks = false;
    c->by = RT_BY_QUERY;
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
    if (c->kind == rt_all_statements)
        rt_cursor_free(c);
    else
        make_idle(c);
}

/* --- what is wanted -------------------------------------------------------------------------------------------------
 */

static bool has_words(rt_cursor *c, rt_str name) {
    RT_AUTO(rt_arena) arena = {0};
    if (!c->whole_name) return true;
    const rt_strs words = rt_name_fold(&arena, name);
    if (words.n == 0 || words.n != c->words.n) return false;
    for (size_t i = 0; i < words.n; i++)
        if (!rt_str_eq(words.at[i], c->words.at[i])) return false;
    return true;
}

/* Keys may collide: what an act names must be what was asked for. */
static bool act_names(const rt_cursor *c, const rt_entry *e) {
    const rt_str named[] = {e->from, e->to, e->a, e->b, e->about, e->entity, e->statement};
    if (c->act != NULL && *c->act == RT_DOCUMENT)
        return e->type == RT_DOCUMENT && (rt_str_eq(e->name, c->named) || rt_str_eq(e->sha256, c->named));
    if (c->act != NULL && e->type != *c->act) return false;
    if (c->act != NULL && (e->type == RT_READ || e->type == RT_ABSENT_FROM) && e->edition.len == 0) return false;
    if (c->act == NULL && (e->type == RT_BATCH || e->type == RT_READ)) return false;
    if (c->by == RT_BY_ID) return rt_str_eq(e->id, c->named);
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
    return *wanted ? rt_lens_source(c->lens, &entry->e, &entry->source, err) : rt_ok;
}

static rt_status take_act(rt_cursor *c, rt_seen_entry *entry, bool *wanted, rt_error *err) {
    rt_sight sight;
    rt_arena_reset(&c->arena);
    *wanted = false;
    RT_TRY(rt_rows_act(&c->rows, rt_sql_text(c->acts, RT_ACT_LINE), &c->arena, &entry->e, err));
    if (!act_names(c, &entry->e) || (c->since != NULL && !rt_is_since(c->since, entry))) return rt_ok;
    RT_TRY(rt_lens_act_sight(c->lens, entry->seq, &entry->e, &sight, err));
    *wanted = sight.seen;
    entry->source = (rt_str){"", 0};
    entry->said = sight.said;
    entry->held = sight.held;
    return rt_ok;
}

rt_status rt_out_of_order(rt_error *err) {
    return rt_fail(err, RT_CORRUPT,
                   "the case file is damaged: rows of its log, or of what is derived from it, are out of order; "
                   "`redthread rebuild` mends the latter");
}

/* The next of the places; of names, as far as the provenance beside them tells: the statement's own decides. */
static rt_status next_place(rt_cursor *c, int64_t *place, bool *more, rt_error *err) {
    rt_posting row;
    if (c->by == RT_BY_NAME) return rt_bearer_next(c->lens, &c->rows, &c->keyed, place, more, err);
    if (c->by == RT_BY_ID) {
        RT_TRY(rt_key_rows_next(&c->keyed, &row, more, err));
        return *place = row.seq, rt_ok;
    }
    *more = c->chosen.n > 0;
    if (*more) *place = *c->chosen.at++, c->chosen.n--;
    return rt_ok;
}

static rt_status advance_place(rt_cursor *c, rt_error *err) {
    sqlite3_stmt *get = c->statements != NULL ? c->statements : c->acts;
    bool *left = c->statements != NULL ? &c->statement_left : &c->act_left, more;
    int64_t place;
    for (*left = false; !*left;) {
        RT_TRY(next_place(c, &place, &more, err));
        if (!more) return rt_ok;
        sqlite3_reset(get);
        sqlite3_bind_int64(get, 1, place);
        RT_TRY(rt_sql_step(get, left, err));
    }
    return rt_ok;
}

/* Steps past the row that was given before, or to the first ones. */
static rt_status advance(rt_cursor *c, rt_error *err) {
    const bool first = !c->begun;
    c->begun = true;
    if (c->by != RT_BY_QUERY) return advance_place(c, err);
    if (c->statements != NULL && (first || c->given == c->statements))
        RT_TRY(rt_sql_step(c->statements, &c->statement_left, err));
    if (c->acts != NULL && (first || c->given == c->acts)) RT_TRY(rt_sql_step(c->acts, &c->act_left, err));
    return rt_ok;
}

/* Places rise, whatever the query: a damaged table may lead back into itself without end. */
static rt_status check_order(rt_cursor *c, int64_t seq, rt_error *err) {
    int64_t *last = c->given == c->acts ? &c->last_act : &c->last_statement;
    if (seq > *last) return *last = seq, rt_ok;
    return rt_out_of_order(err);
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

/* Most call their document by its id, or stand in none: that is kept once. */
static rt_str keep_source(rt_arena *arena, rt_str source, const rt_entry *kept) {
    if (source.len == 0) return source;
    return rt_str_eq(source, rt_entry_source(kept)) ? rt_entry_source(kept) : rt_str_copy(arena, source);
}

rt_seen_entry rt_seen_entry_keep(rt_arena *arena, const rt_seen_entry *entry) {
    rt_seen_entry kept = *entry;
    kept.e = rt_entry_copy(arena, &entry->e);
    kept.source = keep_source(arena, entry->source, &kept.e);
    return kept;
}

rt_status rt_cursor_next_kept(rt_cursor *c, rt_arena *arena, rt_seen_entry *entry, bool *more, rt_error *err) {
    RT_TRY(rt_cursor_next(c, entry, more, err));
    if (!*more) return rt_ok;
    if (c->given == c->statements)
        rt_keep_statement(&c->keeper, arena, c->lens->store, c->statements, &entry->e);
    else
        entry->e = rt_entry_copy(arena, &entry->e);
    entry->source = keep_source(arena, entry->source, &entry->e);
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
