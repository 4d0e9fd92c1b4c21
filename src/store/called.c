/* Which document a statement means by what it calls it, and so in which source it stands: through the documents that
 * the reader may see alone. */
#include "base/grow.h"
#include "model/grades.h"
#include "names/fold.h"
#include "store/cursor_state.h"
#include "store/project.h"

enum { MOST_KNOWN = 1 << 16 };

typedef struct rt_called {
    rt_str source; /* id of the document; where nothing tells which one it is, what it is called */
    rt_str name;   /* of the document; empty where it has none, or is not known */
} rt_called;

/* --- documents by name ----------------------------------------------------------------------------------------------
 */

static rt_status next_called(rt_lens *lens, rt_str called, int64_t *last, rt_arena *arena, rt_entry *d, bool *more,
                             rt_error *err) {
    sqlite3_stmt *row = lens->find_documents;
    *d = rt_entry_new(RT_DOCUMENT);
    for (;;) {
        RT_TRY(rt_sql_step(row, more, err));
        if (!*more) return rt_ok;
        const int64_t seq = sqlite3_column_int64(row, RT_ACT_SEQ);
        if (seq <= *last) return rt_out_of_order(err);
        *last = seq;
        RT_TRY(rt_rows_act(&lens->rows, rt_sql_text(row, RT_ACT_LINE), arena, d, err));
        if (d->type != RT_DOCUMENT || (!rt_str_eq(d->name, called) && !rt_str_eq(d->sha256, called))) continue;
        if (rt_lens_may_show(lens, seq, d)) return rt_ok;
    }
}

/* The first document of this name or this SHA-256. Where documents of different bytes have one name, nothing tells
 * which is meant. */
static rt_status read_called(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, bool *found,
                             rt_error *err) {
    RT_AUTO(rt_arena) moment = {0};
    rt_entry other;
    int64_t last = -1;
    bool more;
    RT_TRY(next_called(lens, called, &last, arena, document, found, err));
    for (more = *found; more;) {
        rt_arena_reset(&moment);
        RT_TRY(next_called(lens, called, &last, &moment, &other, &more, err));
        if (!more || rt_str_eq(other.sha256, document->sha256)) continue;
        *found = false;
        return rt_ok;
    }
    return rt_ok;
}

static rt_status look_for(rt_lens *lens, rt_str called, rt_error *err) {
    static const char sql[] = "SELECT " RT_ACT_OF " FROM mention CROSS JOIN act ON act.seq = mention.seq "
                              "WHERE mention.key = ?1 ORDER BY mention.seq";
    if (lens->find_documents == NULL) RT_TRY(rt_sql_prepare(lens->store->db, sql, &lens->find_documents, err));
    sqlite3_bind_int64(lens->find_documents, 1, rt_document_key(called));
    return rt_ok;
}

static rt_status find_called(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, bool *found,
                             rt_error *err) {
    RT_TRY(look_for(lens, called, err));
    const rt_status s = read_called(lens, called, arena, document, found, err);
    sqlite3_reset(lens->find_documents);
    return s;
}

rt_status rt_lens_document(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, bool *found,
                           rt_error *err) {
    const char *unused;
    *found = false;
    if (rt_is_id(called, &unused)) RT_TRY(rt_lens_document_by_id(lens, called, arena, document, found, err));
    return *found || !lens->has_acts ? rt_ok : find_called(lens, called, arena, document, found, err);
}

static rt_status add_dates(rt_lens *lens, rt_str called, rt_arena *arena, rt_strs *dates, rt_error *err) {
    int64_t last = -1;
    rt_entry d;
    for (bool more;;) {
        RT_TRY(next_called(lens, called, &last, arena, &d, &more, err));
        if (!more) return rt_ok;
        if (d.date.len == 0 || rt_strs_have(*dates, d.date)) continue;
        dates->at = rt_grow(arena, dates->at, dates->n, sizeof *dates->at);
        dates->at[dates->n++] = d.date;
    }
}

rt_status rt_called_dates(rt_lens *lens, rt_str called, rt_arena *arena, rt_strs *dates, rt_error *err) {
    rt_entry d;
    bool found;
    *dates = (rt_strs){0};
    RT_TRY(rt_lens_document(lens, called, arena, &d, &found, err));
    if (found && d.date.len > 0) *dates = (rt_strs){RT_NEW(arena, rt_str), 1}, dates->at[0] = d.date;
    if (found || !lens->has_acts) return rt_ok;
    RT_TRY(look_for(lens, called, err));
    const rt_status s = add_dates(lens, called, arena, dates, err);
    sqlite3_reset(lens->find_documents);
    return s;
}

/* --- what was looked up ---------------------------------------------------------------------------------------------
 */

/* Statements may stand in millions of documents: what was looked up is kept within bounds. */
static void forget_many(rt_lens *lens) {
    if (lens->called.n < MOST_KNOWN) return;
    rt_arena_reset(&lens->called_arena);
    lens->called = (rt_map){0};
    lens->of_called = NULL;
}

void rt_called_close(rt_lens *lens) {
    sqlite3_finalize(lens->find_documents);
    rt_arena_close(&lens->called_arena);
}

/* Entries of the same bytes are one document: the first of them stands for all. */
static rt_status look(rt_lens *lens, rt_str called, rt_called *to, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_arena *lasting = &lens->called_arena;
    rt_entry document, first;
    bool found, same = false;
    RT_TRY(rt_lens_document(lens, called, &arena, &document, &found, err));
    if (found) RT_TRY(rt_lens_document(lens, document.sha256, &arena, &first, &same, err));
    to->source = rt_str_copy(lasting, !found ? called : same ? first.id : document.id);
    to->name = found ? rt_str_copy(lasting, document.name) : (rt_str){"", 0};
    return rt_ok;
}

static const rt_called *known_as(const rt_lens *lens, rt_str called) {
    const size_t number = rt_map_find(&lens->called, called);
    return number != SIZE_MAX ? &lens->of_called[number] : NULL;
}

static rt_status find(rt_lens *lens, rt_str called, rt_called *out, rt_error *err) {
    rt_arena *lasting = &lens->called_arena;
    const rt_called *known = known_as(lens, called);
    if (known != NULL) return *out = *known, rt_ok;
    RT_TRY(look(lens, called, out, err));
    lens->of_called = rt_grow(lasting, lens->of_called, lens->called.n, sizeof *lens->of_called);
    lens->of_called[lens->called.n] = *out;
    rt_map_put(&lens->called, rt_str_copy(lasting, called), lasting);
    return rt_ok;
}

/* --- sources --------------------------------------------------------------------------------------------------------
 */

rt_status rt_lens_source(rt_lens *lens, const rt_entry *statement, rt_str *source, rt_error *err) {
    rt_called document;
    if (statement->document.len == 0) return *source = statement->dataset, rt_ok;
    forget_many(lens);
    RT_TRY(find(lens, statement->document, &document, err));
    *source = document.source;
    return rt_ok;
}

rt_status rt_lens_stands_in(rt_lens *lens, rt_str dataset, rt_str document, rt_str source, bool *yes, rt_error *err) {
    rt_called own, wanted;
    *yes = source.len > 0 && (rt_str_eq(dataset, source) || rt_str_eq(document, source));
    if (*yes || source.len == 0 || document.len == 0) return rt_ok;
    forget_many(lens);
    RT_TRY(find(lens, document, &own, err));
    RT_TRY(find(lens, source, &wanted, err));
    *yes = rt_str_eq(own.source, wanted.source) || rt_str_eq(own.name, source);
    return rt_ok;
}
