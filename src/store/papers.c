#include "store/papers.h"

#include "store/packed.h"

/* --- putting --------------------------------------------------------------------------------------------------------
 */

static void bind_blob(sqlite3_stmt *s, int at, rt_str bytes) {
    sqlite3_bind_blob(s, at, bytes.len > 0 ? bytes.at : "", (int)bytes.len, SQLITE_STATIC);
}

static rt_status find_original(rt_store *store, const rt_hash *sha256, int64_t *id, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(store->db, "SELECT id FROM original WHERE sha256 = ?1", &s.at, err));
    sqlite3_bind_blob(s.at, 1, sha256->bytes, sizeof sha256->bytes, SQLITE_STATIC);
    RT_TRY(rt_sql_step(s.at, &row, err));
    *id = row ? sqlite3_column_int64(s.at, 0) : 0;
    return rt_ok;
}

static rt_status put_original(rt_store *store, const rt_hash *sha256, rt_str bytes, int64_t *id, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_AUTO(rt_buf) packed = {0};
    RT_TRY(find_original(store, sha256, id, err));
    if (*id != 0) return rt_ok;
    const bool smaller = rt_pack(bytes, &packed);
    RT_TRY(rt_sql_prepare(store->db, "INSERT INTO original (sha256, size, packed, bytes) VALUES (?1, ?2, ?3, ?4)",
                          &s.at, err));
    sqlite3_bind_blob(s.at, 1, sha256->bytes, sizeof sha256->bytes, SQLITE_STATIC);
    sqlite3_bind_int64(s.at, 2, (int64_t)bytes.len);
    sqlite3_bind_int(s.at, 3, smaller);
    bind_blob(s.at, 4, smaller ? rt_buf_str(&packed) : bytes);
    RT_TRY(rt_sql_done(s.at, err));
    *id = sqlite3_last_insert_rowid(store->db);
    return rt_ok;
}

static rt_status has_paper(rt_store *store, int64_t seq, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(store->db, "SELECT 1 FROM paper WHERE seq = ?1", &s.at, err));
    sqlite3_bind_int64(s.at, 1, seq);
    return rt_sql_step(s.at, there, err);
}

/* A text that is the very bytes is kept once. */
static rt_status put_paper(rt_store *store, int64_t seq, int64_t original, rt_str bytes, rt_str text, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_AUTO(rt_buf) packed = {0};
    RT_TRY(rt_sql_prepare(
        store->db, "INSERT INTO paper (seq, original, size, packed, text) VALUES (?1, ?2, ?3, ?4, ?5)", &s.at, err));
    sqlite3_bind_int64(s.at, 1, seq);
    sqlite3_bind_int64(s.at, 2, original);
    if (rt_str_eq(bytes, text)) return rt_sql_done(s.at, err);
    const bool smaller = rt_pack(text, &packed);
    sqlite3_bind_int64(s.at, 3, (int64_t)text.len);
    sqlite3_bind_int(s.at, 4, smaller);
    bind_blob(s.at, 5, smaller ? rt_buf_str(&packed) : text);
    return rt_sql_done(s.at, err);
}

rt_status rt_paper_put(rt_store *store, int64_t seq, const rt_hash *sha256, rt_str bytes, rt_str text, bool *news,
                       rt_error *err) {
    int64_t original = 0; /* gcc with -O1 warns else */
    bool there;
    RT_TRY(has_paper(store, seq, &there, err));
    *news = !there;
    if (there) return rt_ok;
    RT_TRY(put_original(store, sha256, bytes, &original, err));
    return put_paper(store, seq, original, bytes, text, err);
}

/* --- reading --------------------------------------------------------------------------------------------------------
 */

/* size, packed, bytes of the current row, from a column on. */
static rt_status read_blob(sqlite3_stmt *row, int column, rt_buf *out, rt_error *err) {
    const int64_t size = sqlite3_column_int64(row, column);
    const rt_str kept = {sqlite3_column_blob(row, column + 2), (size_t)sqlite3_column_bytes(row, column + 2)};
    const bool packed = sqlite3_column_int64(row, column + 1) != 0;
    rt_buf_clear(out);
    if (size < 0 || size > RT_PAPER_MOST || (!packed && kept.len != (size_t)size))
        return rt_fail(err, RT_CORRUPT, "the case file is damaged: the size of a document");
    if (packed) return rt_unpack(kept, (size_t)size, out, err);
    rt_buf_add(out, kept);
    return rt_ok;
}

static rt_status read_paper(rt_store *store, int64_t seq, bool text, rt_buf *out, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(store->db,
                          "SELECT o.size, o.packed, o.bytes, p.size, p.packed, p.text FROM paper p "
                          "JOIN original o ON o.id = p.original WHERE p.seq = ?1",
                          &s.at, err));
    sqlite3_bind_int64(s.at, 1, seq);
    RT_TRY(rt_sql_step(s.at, there, err));
    if (!*there) return rt_ok;
    const bool own = text && sqlite3_column_type(s.at, 5) != SQLITE_NULL;
    return read_blob(s.at, own ? 3 : 0, out, err);
}

rt_status rt_paper_text(rt_store *store, int64_t seq, rt_buf *out, bool *there, rt_error *err) {
    return read_paper(store, seq, true, out, there, err);
}

rt_status rt_paper_bytes(rt_store *store, int64_t seq, rt_buf *out, bool *there, rt_error *err) {
    return read_paper(store, seq, false, out, there, err);
}
