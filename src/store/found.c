#include "store/found.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/slots.h"
#include "model/grades.h"
#include "store/fulltext.h"
#include "store/papers.h"
#include "store/sight.h"

/* Whether a document is seen: told once in a search. */
typedef struct document_sight {
    int64_t seq;
    bool seen;
} document_sight;

struct rt_finder {
    rt_lens *lens;
    sqlite3_stmt *blocks;
    rt_arena arena; /* of the last source */
    document_sight *documents;
    size_t n, room;
    rt_slots sights; /* of `documents`, by place in the log */
    rt_buf places;   /* of documents, one behind the other */
    rt_found **lists;
    size_t list_n, list_room;
};

/* Of each part the last block that begins with a lower word than the first, in which it may stand, and all that begin
 * below the second. */
static const char blocks_of[] =
    "SELECT n, t.word, t.first, postings FROM part CROSS JOIN word AS t ON t.part = n AND t.word < ?2 AND "
    "(t.word, t.first) >= ("
    "coalesce((SELECT word FROM word WHERE part = n AND word < ?1 ORDER BY word DESC, first DESC LIMIT 1), ?1), "
    "coalesce((SELECT first FROM word WHERE part = n AND word < ?1 ORDER BY word DESC, first DESC LIMIT 1), -1)) "
    "ORDER BY n, t.word, t.first";

rt_status rt_finder_open(rt_lens *lens, rt_finder **out, rt_error *err) {
    rt_finder *f = *out = rt_alloc(sizeof *f);
    memset(f, 0, sizeof *f);
    f->lens = lens;
    const rt_status s = rt_sql_prepare(lens->store->db, blocks_of, &f->blocks, err);
    if (s.code == RT_OK) return s;
    rt_finder_close(f);
    *out = NULL;
    return s;
}

void rt_finder_close(rt_finder *f) {
    if (f == NULL) return;
    sqlite3_finalize(f->blocks);
    rt_arena_close(&f->arena);
    rt_buf_close(&f->places);
    for (size_t i = 0; i < f->list_n; i++) free(f->lists[i]);
    free(f->lists);
    free(f->documents);
    rt_slots_close(&f->sights);
    free(f);
}

/* --- what is seen ---------------------------------------------------------------------------------------------------
 */

static const document_sight *sight_of(const rt_finder *f, int64_t seq) {
    for (rt_probe p = rt_slots_number(&f->sights, seq); rt_probe_next(&p);)
        if (f->documents[p.place].seq == seq) return &f->documents[p.place];
    return NULL;
}

static rt_status look_at_document(rt_finder *f, int64_t seq, bool *seen, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_entry act;
    rt_sight sight;
    RT_TRY(rt_lens_act_at(f->lens, seq, &arena, &act, &sight, err));
    *seen = sight.seen && act.type == RT_DOCUMENT;
    return rt_ok;
}

static rt_status sees_document(rt_finder *f, int64_t seq, bool *seen, rt_error *err) {
    const document_sight *known = sight_of(f, seq);
    if (known != NULL) return *seen = known->seen, rt_ok;
    RT_TRY(look_at_document(f, seq, seen, err));
    f->documents = rt_grow_own(f->documents, f->n, &f->room, sizeof *f->documents);
    f->documents[f->n] = (document_sight){seq, *seen};
    rt_slots_add_number(&f->sights, seq, f->n++, NULL);
    return rt_ok;
}

static rt_status sees(rt_finder *f, const rt_standing *s, bool *seen, rt_error *err) {
    rt_sight sight;
    if (s->provenance == 0) return sees_document(f, s->seq, seen, err);
    RT_TRY(rt_lens_sight(f->lens, s->seq, s->provenance, &sight, err));
    *seen = sight.seen;
    return rt_ok;
}

/* --- finding --------------------------------------------------------------------------------------------------------
 */

typedef struct finding {
    rt_finder *f;
    rt_str word;
    bool prefix; /* words that begin so */
    rt_found *at;
    size_t n, room;
    bool sorted;
} finding;

static rt_status keep(finding *g, const rt_standing *s, rt_error *err) {
    g->at = rt_grow_own(g->at, g->n, &g->room, sizeof *g->at);
    rt_found *to = &g->at[g->n++];
    *to = (rt_found){s->seq, s->provenance, {s->kind}, s->words, s->times, 0};
    g->sorted = g->sorted && (g->n == 1 || to[-1].seq < to->seq);
    if (s->provenance != 0) return rt_ok;
    if (g->f->places.len > INT32_MAX) return rt_fail(err, RT_LIMIT, "this stands in too many places of documents");
    to->places = (uint32_t)g->f->places.len;
    rt_buf_add(&g->f->places, s->places);
    return rt_ok;
}

static bool is_wanted(const finding *g, rt_str word) {
    return g->prefix ? rt_str_eq(rt_str_cut(word, g->word.len), g->word) : rt_str_eq(word, g->word);
}

static rt_status take_block(finding *g, const rt_standing *first, rt_str block, rt_error *err) {
    rt_block_reader r;
    bool seen = false;
    rt_block_begin(&r, first->word, first->seq, block);
    while (rt_block_next(&r)) {
        if (!is_wanted(g, r.s.word)) {
            if (rt_str_cmp(r.s.word, g->word) > 0) return rt_ok;
            continue;
        }
        RT_TRY(sees(g->f, &r.s, &seen, err));
        if (seen) RT_TRY(keep(g, &r.s, err));
    }
    return r.at != NULL ? rt_ok : rt_fulltext_damaged(err);
}

/* Rows rise: a damaged table may lead back into itself without end. */
static rt_status take_blocks(finding *g, sqlite3_stmt *rows, rt_error *err) {
    char word[RT_TERM_MOST];
    rt_standing last = {.word = {word, 0}};
    int64_t last_part = -1;
    bool row;
    for (;;) {
        RT_TRY(rt_sql_step(rows, &row, err));
        if (!row) return rt_ok;
        const int64_t part = sqlite3_column_int64(rows, 0);
        const rt_standing first = {.word = rt_sql_text(rows, 1), .seq = sqlite3_column_int64(rows, 2)};
        const bool rises = part > last_part || (part == last_part && rt_standing_compare(&first, &last) > 0);
        if (!rises || first.word.len > sizeof word || rt_part_of(first.seq) != part) return rt_fulltext_damaged(err);
        memcpy(word, first.word.at, first.word.len);
        last.word.len = first.word.len;
        last.seq = first.seq;
        last_part = part;
        const rt_str block = {sqlite3_column_blob(rows, 3), (size_t)sqlite3_column_bytes(rows, 3)};
        if (block.len > 0) RT_TRY(take_block(g, &first, block, err));
    }
}

static int by_place(const void *a, const void *b) {
    const rt_found *x = a, *y = b;
    return x->seq < y->seq ? -1 : x->seq > y->seq;
}

/* In the order of the log; what several words that begin so found is one. */
static void put_in_order(finding *g) {
    size_t n = 0;
    if (g->n == 0) return;
    qsort(g->at, g->n, sizeof *g->at, by_place);
    for (size_t i = 1; i < g->n; i++)
        if (g->at[i].seq == g->at[n].seq)
            g->at[n].times += g->at[i].provenance == 0 ? g->at[i].times : 0;
        else
            g->at[++n] = g->at[i];
    g->n = n + 1;
}

void rt_finder_keep(rt_finder *f, rt_found *list) {
    f->lists = rt_grow_own(f->lists, f->list_n, &f->list_room, sizeof *f->lists);
    f->lists[f->list_n++] = list;
}

rt_status rt_find(rt_finder *f, rt_str word, bool prefix, rt_found_list *found, rt_error *err) {
    finding g = {.f = f, .word = word, .prefix = prefix, .sorted = true};
    *found = (rt_found_list){0};
    if (word.len == 0) return rt_ok;
    rt_arena_reset(&f->arena);
    rt_sql_bind_text(f->blocks, 1, word);
    rt_sql_bind_text(f->blocks, 2,
                     rt_str_printf(&f->arena, "%.*s%s", RT_FMT(word), prefix ? "\xF4\x8F\xBF\xBF" : "\1"));
    const rt_status s = take_blocks(&g, f->blocks, err);
    sqlite3_reset(f->blocks);
    if (!g.sorted) put_in_order(&g);
    rt_finder_keep(f, g.at);
    *found = (rt_found_list){g.at, g.n};
    return s;
}

rt_status rt_found_places(const rt_finder *f, const rt_found *found, rt_arena *arena, const uint32_t **places,
                          rt_error *err) {
    const char *at = f->places.at + found->places, *end = f->places.at + f->places.len;
    uint32_t *to = rt_arena_alloc_n(arena, found->times, sizeof *to), place = 0;
    for (uint32_t i = 0; i < found->times; i++) {
        if (!rt_place_next(&at, end, &place)) return rt_fulltext_damaged(err);
        to[i] = place;
    }
    *places = to;
    return rt_ok;
}

/* --- what was found -------------------------------------------------------------------------------------------------
 */

rt_str rt_found_prop(const rt_finder *f, const rt_found *found) {
    const rt_kind *kind = rt_store_kind(f->lens->store, found->kind);
    return found->provenance == 0 || kind == NULL ? (rt_str){"", 0} : kind->prop;
}

rt_status rt_found_source(rt_finder *f, const rt_found *found, rt_str *dataset, rt_str *document, rt_error *err) {
    const rt_provenance *p;
    rt_entry e = rt_entry_new(RT_STATEMENT);
    rt_sight sight;
    rt_arena_reset(&f->arena);
    if (found->provenance == 0) {
        RT_TRY(rt_lens_act_at(f->lens, found->seq, &f->arena, &e, &sight, err));
        *dataset = e.name;
        *document = e.id;
        return rt_ok;
    }
    RT_TRY(rt_rows_provenance(&f->lens->rows, found->provenance, &p, err));
    rt_provenance_apply(p, &e);
    *dataset = e.dataset;
    *document = e.document;
    return rt_ok;
}

/* The row's own provenance decides: what a changed index says opens nothing. */
static rt_status statement_at(rt_finder *f, int64_t seq, rt_arena *arena, rt_seen_entry *entry, rt_sight *sight,
                              rt_error *err) {
    rt_lens *lens = f->lens;
    char hex[32];
    bool row;
    sqlite3_bind_int64(lens->get_statement, 1, seq);
    RT_TRY(rt_sql_step(lens->get_statement, &row, err));
    if (!row) return rt_fulltext_damaged(err);
    RT_TRY(rt_lens_sight(lens, seq, sqlite3_column_int64(lens->get_statement, RT_COL_PROVENANCE), sight, err));
    RT_TRY(rt_rows_statement(&lens->rows, lens->get_statement, &entry->e, err));
    rt_rows_id(&lens->rows, &entry->e, hex);
    entry->e = rt_entry_copy(arena, &entry->e);
    return rt_ok;
}

rt_status rt_found_entry(rt_finder *f, const rt_found *found, rt_arena *arena, rt_seen_entry *entry, rt_error *err) {
    rt_sight sight = {0};
    rt_status s;
    if (found->provenance != 0) {
        s = statement_at(f, found->seq, arena, entry, &sight, err);
        sqlite3_reset(f->lens->get_statement);
    } else
        s = rt_lens_act_at(f->lens, found->seq, arena, &entry->e, &sight, err);
    if (s.code == RT_OK && !sight.seen) return rt_fulltext_damaged(err);
    entry->seq = found->seq;
    entry->said = sight.said;
    entry->held = sight.held;
    return s;
}

size_t rt_found_texts(const rt_finder *f, const rt_found *found, const rt_entry *e, rt_str texts[RT_FOUND_TEXTS]) {
    const rt_kind *kind = rt_store_kind(f->lens->store, found->kind);
    rt_str fields[RT_FULLTEXT_FIELDS];
    size_t n = 0;
    rt_fulltext_fields(kind != NULL ? kind->known : NULL, e, fields);
    for (int i = 0; i < RT_FULLTEXT_FIELDS; i++)
        if (fields[i].len > 0) texts[n++] = fields[i];
    return n;
}

rt_status rt_found_text(rt_finder *f, const rt_found *found, rt_buf *text, bool *there, rt_error *err) {
    return rt_paper_text(f->lens->store, found->seq, text, there, err);
}

rt_status rt_lens_text(rt_lens *lens, const rt_seen_entry *document, rt_buf *text, bool *there, rt_error *err) {
    return rt_paper_text(lens->store, document->seq, text, there, err);
}

rt_status rt_lens_bytes(rt_lens *lens, const rt_seen_entry *document, rt_buf *bytes, bool *there, rt_error *err) {
    return rt_paper_bytes(lens->store, document->seq, bytes, there, err);
}

/* --- the text of what is called so ----------------------------------------------------------------------------------
 */

rt_status rt_store_has_texts(rt_store *store, bool *any, rt_error *err) {
    int64_t one;
    RT_TRY(rt_sql_number(store->db, "SELECT 1 FROM paper LIMIT 1", 0, &one, err));
    *any = one != 0;
    return rt_ok;
}

/* The first of these documents whose text is there. */
static rt_status first_with_text(rt_lens *lens, rt_cursor *c, rt_arena *arena, rt_entry *document, rt_buf *text,
                                 rt_seen_list *all, bool *there, rt_error *err) {
    RT_TRY(rt_cursor_list(c, arena, all, err));
    for (size_t i = 0; i < all->n && !*there; i++) {
        if (all->at[i].e.type != RT_DOCUMENT) continue;
        RT_TRY(rt_lens_text(lens, &all->at[i], text, there, err));
        *document = all->at[i].e;
    }
    return rt_ok;
}

rt_status rt_lens_text_called(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, rt_buf *text,
                              bool *there, rt_error *err) {
    rt_cursor *c;
    rt_seen_list named, same;
    const char *unused;
    *there = false;
    RT_TRY(rt_is_id(called, &unused) ? rt_cursor_act(lens, called, &c, err)
                                     : rt_cursor_documents(lens, called, &c, err));
    RT_TRY(first_with_text(lens, c, arena, document, text, &named, there, err));
    for (size_t i = 0; i < named.n && !*there; i++) {
        if (named.at[i].e.type != RT_DOCUMENT) continue;
        RT_TRY(rt_cursor_documents(lens, named.at[i].e.sha256, &c, err));
        RT_TRY(first_with_text(lens, c, arena, document, text, &same, there, err));
    }
    return rt_ok;
}
