#include "store/fulltext_merge.h"

#include <string.h>

#include "store/posting.h"

/* Bytes of a block: four rows of the table fit into a page, and none needs another one, unless a word stands in very
 * many places of a document. One that gets too large is left with room. */
enum { FULL = 900, WITH_ROOM = 600, POSTING_MOST = 16 };

rt_status rt_word_merge_open(rt_word_merge *m, sqlite3 *db, rt_error *err) {
    *m = (rt_word_merge){0};
    RT_TRY(rt_sql_prepare(db,
                          "SELECT word, first, postings FROM word WHERE part = ?1 AND (word, first) <= (?2, ?3) "
                          "ORDER BY word DESC, first DESC",
                          &m->block_of, err));
    RT_TRY(rt_sql_prepare(db,
                          "SELECT word, first FROM word WHERE part = ?1 AND (word, first) > (?2, ?3) "
                          "ORDER BY word, first",
                          &m->next_of, err));
    return rt_sql_prepare(db, "INSERT OR REPLACE INTO word (part, word, first, postings) VALUES (?1, ?2, ?3, ?4)",
                          &m->put, err);
}

void rt_word_merge_close(rt_word_merge *m) {
    sqlite3_finalize(m->block_of);
    sqlite3_finalize(m->next_of);
    sqlite3_finalize(m->put);
    rt_buf_close(&m->old);
    rt_buf_close(&m->places);
    rt_buf_close(&m->block);
    *m = (rt_word_merge){0};
}

rt_status rt_fulltext_damaged(rt_error *err) {
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: its full text; `redthread rebuild` mends it");
}

/* --- packing ------------------------------------------------------------------------------------------------------ */

static void bind(sqlite3_stmt *s, const rt_standing *at) {
    sqlite3_bind_int64(s, 1, rt_part_of(at->seq));
    rt_sql_bind_text(s, 2, at->word);
    sqlite3_bind_int64(s, 3, at->seq);
}

static rt_status put_block(rt_word_merge *m, rt_error *err) {
    if (m->block.len == 0) return rt_ok;
    bind(m->put, &m->first);
    sqlite3_bind_blob(m->put, 4, m->block.at, (int)m->block.len, SQLITE_STATIC);
    const rt_status s = rt_sql_done(m->put, err);
    rt_buf_clear(&m->block);
    return s;
}

static rt_str keep_word(char to[RT_TERM_MOST], rt_str word) {
    memcpy(to, word.at, word.len);
    return (rt_str){to, word.len};
}

static rt_status pack(rt_word_merge *m, const rt_standing *s, rt_error *err) {
    if (m->block.len >= m->most) RT_TRY(put_block(m, err));
    if (m->block.len == 0) {
        m->first = m->last = (rt_standing){.word = keep_word(m->first_word, s->word), .seq = s->seq};
        m->last.word = keep_word(m->last_word, s->word);
    }
    rt_block_add(&m->block, &m->last, s);
    const rt_str word = rt_str_eq(m->last.word, s->word) ? m->last.word : keep_word(m->last_word, s->word);
    m->last = *s;
    m->last.word = word;
    return rt_ok;
}

/* --- what comes --------------------------------------------------------------------------------------------------- */

/* The words from here on that are one word of one entry, as a posting; returns how many they are. */
static size_t posting_at(rt_word_merge *m, const rt_sorted_words *w, size_t at, rt_standing *s) {
    const rt_fulltext_word *from = &w->at[at];
    const rt_fulltext_entry *e = &w->entries[from->entry];
    *s = (rt_standing){w->known[from->word], e->seq, e->provenance, e->kind, e->words, 0, {"", 0}};
    rt_buf_clear(&m->places);
    for (; at + s->times < w->n && from[s->times].word == from->word && from[s->times].entry == from->entry; s->times++)
        if (e->provenance == 0)
            rt_places_add(&m->places, s->times > 0 ? from[s->times - 1].place : 0, from[s->times].place);
    s->places = rt_buf_str(&m->places);
    return s->times;
}

static rt_standing key_of(const rt_sorted_words *w, size_t at) {
    return (rt_standing){.word = w->known[w->at[at].word], .seq = w->entries[w->at[at].entry].seq};
}

/* --- into the block to which they belong -------------------------------------------------------------------------- */

static rt_standing key_in(sqlite3_stmt *row) {
    return (rt_standing){.word = rt_sql_text(row, 0), .seq = sqlite3_column_int64(row, 1)};
}

/* The block that holds what lies where this does; without one where it lies before all. */
static rt_status find_block(rt_word_merge *m, const rt_standing *key, rt_block_reader *old, bool *there,
                            rt_error *err) {
    rt_buf_clear(&m->old);
    bind(m->block_of, key);
    RT_TRY(rt_sql_step(m->block_of, there, err));
    const rt_standing first = *there ? key_in(m->block_of) : *key;
    if (*there)
        rt_buf_add(&m->old,
                   (rt_str){sqlite3_column_blob(m->block_of, 2), (size_t)sqlite3_column_bytes(m->block_of, 2)});
    rt_block_begin(old, first.word, first.seq, rt_buf_str(&m->old));
    sqlite3_reset(m->block_of);
    return old->at != NULL ? rt_ok : rt_fulltext_damaged(err);
}

/* Where the words end that lie before the next block. */
static rt_status end_of(rt_word_merge *m, const rt_sorted_words *w, size_t from, const rt_standing *first, size_t *end,
                        rt_error *err) {
    bool there;
    size_t low = from, high = w->n;
    bind(m->next_of, first);
    RT_TRY(rt_sql_step(m->next_of, &there, err));
    if (there) {
        const rt_standing next = key_in(m->next_of);
        while (low < high) {
            const size_t middle = low + (high - low) / 2;
            const rt_standing key = key_of(w, middle);
            if (rt_standing_compare(&key, &next) < 0)
                low = middle + 1;
            else
                high = middle;
        }
    }
    sqlite3_reset(m->next_of);
    *end = high;
    return high > from ? rt_ok : rt_fulltext_damaged(err);
}

static rt_status merge(rt_word_merge *m, rt_block_reader *old, const rt_sorted_words *w, size_t from, size_t end,
                       rt_error *err) {
    rt_standing s;
    bool more = rt_block_next(old);
    for (size_t at = from, n = 0; at < end; at += n) {
        n = posting_at(m, w, at, &s);
        int c = -1;
        for (; more && (c = rt_standing_compare(&old->s, &s)) < 0; more = rt_block_next(old))
            RT_TRY(pack(m, &old->s, err));
        if (more && c == 0) more = rt_block_next(old); /* it is replaced */
        RT_TRY(pack(m, &s, err));
    }
    for (; more; more = rt_block_next(old)) RT_TRY(pack(m, &old->s, err));
    return old->at == NULL ? rt_fulltext_damaged(err) : put_block(m, err);
}

rt_status rt_word_merge_put(rt_word_merge *m, const rt_sorted_words *w, rt_error *err) {
    for (size_t at = 0, end; at < w->n; at = end) {
        const rt_standing key = key_of(w, at);
        rt_block_reader old;
        bool there;
        RT_TRY(find_block(m, &key, &old, &there, err));
        RT_TRY(end_of(m, w, at, &old.s, &end, err));
        m->most = there && m->old.len + (end - at) * POSTING_MOST > FULL ? WITH_ROOM : FULL;
        rt_buf_clear(&m->block);
        RT_TRY(merge(m, &old, w, at, end, err));
    }
    return rt_ok;
}
