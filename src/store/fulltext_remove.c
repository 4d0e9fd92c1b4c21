/* One entry out of the index, with every trace of it. */
#include <string.h>

#include "store/fulltext.h"
#include "store/papers.h"

typedef struct removal {
    rt_store *store;
    int64_t seq;
    sqlite3_stmt *find, *put, *drop;
} removal;

/* --- a block without the entry --------------------------------------------------------------------------------------
 */

typedef struct rest {
    bool had_it;
    int64_t first; /* of what is left */
    rt_buf block;
} rest;

static rt_status without(const removal *r, int64_t first, rt_str block, rest *left, rt_error *err) {
    const char *at = block.at, *end = block.at + block.len;
    rt_standing s = {.seq = first}, before = {0};
    rt_buf_clear(&left->block);
    left->had_it = false;
    while (rt_block_next(&at, end, &s)) {
        if (s.seq == r->seq) {
            left->had_it = true;
            continue;
        }
        if (left->block.len == 0) before = (rt_standing){.seq = left->first = s.seq};
        rt_block_copy(&left->block, &before, &s);
        before = s;
    }
    return at != NULL
               ? rt_ok
               : rt_fail(err, RT_CORRUPT, "the case file is damaged: its full text; `redthread rebuild` mends it");
}

static rt_status replace(removal *r, rt_str word, int64_t first, const rest *left, rt_error *err) {
    rt_sql_bind_text(r->drop, 1, word);
    sqlite3_bind_int64(r->drop, 2, first);
    RT_TRY(rt_sql_done(r->drop, err));
    if (left->block.len == 0) return rt_ok;
    rt_sql_bind_text(r->put, 1, word);
    sqlite3_bind_int64(r->put, 2, left->first);
    sqlite3_bind_blob(r->put, 3, left->block.at, (int)left->block.len, SQLITE_STATIC);
    return rt_sql_done(r->put, err);
}

/* --- a word's blocks ------------------------------------------------------------------------------------------------
 */

/* Blocks that begin at or before the entry: it stands in one of them, most likely in the last. */
static rt_status find_block(removal *r, rt_str word, int64_t *first, rest *left, rt_error *err) {
    bool row;
    left->had_it = false;
    rt_sql_bind_text(r->find, 1, word);
    sqlite3_bind_int64(r->find, 2, r->seq);
    while (!left->had_it) {
        RT_TRY(rt_sql_step(r->find, &row, err));
        if (!row) break;
        *first = sqlite3_column_int64(r->find, 0);
        const rt_str block = {sqlite3_column_blob(r->find, 1), (size_t)sqlite3_column_bytes(r->find, 1)};
        RT_TRY(without(r, *first, block, left, err));
    }
    return rt_ok;
}

static rt_status remove_word(removal *r, rt_str word, rt_error *err) {
    rest left = {0};
    int64_t first = 0;
    rt_status s = find_block(r, word, &first, &left, err);
    sqlite3_reset(r->find);
    if (s.code == RT_OK && left.had_it) s = replace(r, word, first, &left, err);
    rt_buf_close(&left.block);
    return s;
}

static rt_status remove_text(removal *r, rt_tokenizer *t, rt_str text, rt_error *err) {
    rt_term term;
    char word[RT_TERM_MOST];
    rt_tokenizer_start(t, text);
    while (rt_tokenizer_next(t, &term)) {
        const rt_str kept = {word, term.folded.len};
        memcpy(word, term.folded.at, term.folded.len);
        RT_TRY(remove_word(r, kept, err));
    }
    return rt_ok;
}

/* --- the texts of the entry -----------------------------------------------------------------------------------------
 */

static rt_status remove_fields(removal *r, rt_tokenizer *t, rt_rows *rows, sqlite3_stmt *row, rt_error *err) {
    rt_str fields[RT_FULLTEXT_FIELDS];
    rt_entry e;
    RT_TRY(rt_rows_statement(rows, row, &e, err));
    rt_fulltext_fields(rt_store_kind(r->store, sqlite3_column_int64(row, RT_COL_KIND)), &e, fields);
    for (int i = 0; i < RT_FULLTEXT_FIELDS; i++)
        if (fields[i].len > 0) RT_TRY(remove_text(r, t, fields[i], err));
    return rt_ok;
}

static rt_status remove_statement(removal *r, rt_tokenizer *t, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    rt_rows rows;
    RT_TRY(rt_sql_prepare(r->store->db, "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq = ?1", &s.at, err));
    sqlite3_bind_int64(s.at, 1, r->seq);
    RT_TRY(rt_sql_step(s.at, there, err));
    if (!*there) return rt_ok;
    rt_status done = rt_rows_open(&rows, r->store, err);
    if (done.code == RT_OK) done = remove_fields(r, t, &rows, s.at, err);
    rt_rows_close(&rows);
    return done;
}

static rt_status remove_document(removal *r, rt_tokenizer *t, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    bool there;
    RT_TRY(rt_paper_text(r->store, r->seq, &text, &there, err));
    return there ? remove_text(r, t, rt_buf_str(&text), err) : rt_ok;
}

static rt_status remove_entry(removal *r, rt_tokenizer *t, rt_error *err) {
    bool statement;
    sqlite3 *db = r->store->db;
    RT_TRY(rt_sql_prepare(db, "SELECT first, postings FROM word WHERE word = ?1 AND first <= ?2 ORDER BY first DESC",
                          &r->find, err));
    RT_TRY(rt_sql_prepare(db, "DELETE FROM word WHERE word = ?1 AND first = ?2", &r->drop, err));
    RT_TRY(rt_sql_prepare(db, "INSERT INTO word (word, first, postings) VALUES (?1, ?2, ?3)", &r->put, err));
    RT_TRY(remove_statement(r, t, &statement, err));
    return statement ? rt_ok : remove_document(r, t, err);
}

rt_status rt_fulltext_remove(rt_store *store, int64_t seq, rt_error *err) {
    removal r = {.store = store, .seq = seq};
    rt_tokenizer *t = rt_tokenizer_new();
    const rt_status s = remove_entry(&r, t, err);
    rt_tokenizer_free(t);
    sqlite3_finalize(r.find);
    sqlite3_finalize(r.put);
    sqlite3_finalize(r.drop);
    return s;
}
