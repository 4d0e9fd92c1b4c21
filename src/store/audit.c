#include "store/audit.h"

#include <string.h>

#include "model/entry.h"
#include "store/log.h"
#include "store/postings_key.h"
#include "store/project.h"

rt_status rt_audit_head(rt_store *store, rt_checkpoint *head, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    const rt_merkle empty = {.hasher = store->hasher};
    *head = (rt_checkpoint){.origin = store->origin};
    rt_merkle_root(&empty, &head->root);
    RT_TRY(rt_sql_prepare(store->db, "SELECT size, root FROM head ORDER BY size DESC LIMIT 1", &s.at, err));
    RT_TRY(rt_sql_step(s.at, &row, err));
    if (!row) return rt_ok;
    head->size = sqlite3_column_int64(s.at, 0);
    return rt_sql_hash(s.at, 1, &head->root) ? rt_ok : rt_fail(err, RT_CORRUPT, "the case file is damaged: its head");
}

static rt_status head_of_size(rt_store *store, int64_t size, rt_checkpoint *head, bool *there, rt_error *err) {
    *head = (rt_checkpoint){.origin = store->origin, .size = size};
    *there = true;
    if (size > 0) return rt_audit_root_at(store, size, &head->root, there, err);
    const rt_merkle empty = {.hasher = store->hasher};
    rt_merkle_root(&empty, &head->root);
    return rt_ok;
}

rt_status rt_audit_head_before(rt_store *store, rt_str recorded_at, rt_checkpoint *head, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(store->db, "SELECT first FROM head WHERE recorded_at = ?1", &s.at, err));
    sqlite3_bind_text(s.at, 1, recorded_at.at, (int)recorded_at.len, SQLITE_STATIC);
    RT_TRY(rt_sql_step(s.at, there, err));
    return *there ? head_of_size(store, sqlite3_column_int64(s.at, 0), head, there, err) : rt_ok;
}

rt_status rt_audit_root_at(rt_store *store, int64_t size, rt_hash *root, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(store->db, "SELECT root FROM head WHERE size = ?1", &s.at, err));
    sqlite3_bind_int64(s.at, 1, size);
    RT_TRY(rt_sql_step(s.at, there, err));
    *there = *there && rt_sql_hash(s.at, 0, root);
    return rt_ok;
}

/* --- leaves ------------------------------------------------------------------------------------------------------- */

/* "SALT LINE"; of what was erased "- COMMITMENT". */
static void write_leaf(rt_buf *out, const rt_log_item *item) {
    const bool erased = item->kind == RT_LOG_ERASED;
    if (!erased) rt_buf_hex(out, item->salt, sizeof item->salt);
    rt_buf_add(out, erased ? RT_S("- ") : RT_S(" "));
    if (erased) rt_buf_hex(out, item->commitment.bytes, sizeof item->commitment.bytes);
    rt_buf_add(out, item->line);
    rt_buf_byte(out, '\n');
}

static rt_status each_leaf(rt_log *log, rt_audit_line *line, void *to, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    rt_log_item item;
    bool more;
    for (;;) {
        RT_TRY(rt_log_next(log, &item, &more, err));
        if (!more) return rt_ok;
        rt_buf_clear(&out);
        write_leaf(&out, &item);
        RT_TRY(line(to, rt_buf_str(&out), err));
    }
}

rt_status rt_audit_leaves(rt_store *store, rt_audit_line *line, void *to, rt_error *err) {
    rt_log log;
    rt_status s = rt_log_open(&log, store, 0, INT64_MAX, err);
    if (s.code == RT_OK) s = each_leaf(&log, line, to, err);
    rt_log_close(&log);
    return s;
}

/* --- proofs
 * ----------------------------------------------------------------------------------------------------------- */

static rt_status leaves_root(rt_store *store, int64_t begin, int64_t end, rt_hash *root, rt_error *err) {
    rt_log log;
    rt_log_item item;
    rt_merkle m = {.hasher = store->hasher};
    bool more = true;
    rt_status s = rt_log_open(&log, store, begin, end, err);
    while (s.code == RT_OK && (s = rt_log_next(&log, &item, &more, err)).code == RT_OK && more)
        s = rt_merkle_add(&m, &item.leaf, err);
    rt_log_close(&log);
    rt_merkle_root(&m, root);
    return s;
}

static int level_of(uint64_t n) {
    int level = 0;
    while ((uint64_t)1 << level < n) level++;
    return level;
}

/* Root of the subtree over [begin, end): kept, or of leaves, or joined of two (RFC 6962 splits at powers of two). */
static rt_status subtree(void *from, uint64_t begin, uint64_t end, rt_hash *root, rt_error *err) {
    rt_store *store = from;
    rt_hash left, right;
    const int level = level_of(end - begin);
    const uint64_t whole = (uint64_t)1 << level;
    if (whole == end - begin && level >= RT_MERKLE_KEPT) return rt_log_node(store, level, begin >> level, root, err);
    if (level <= RT_MERKLE_KEPT) return leaves_root(store, (int64_t)begin, (int64_t)end, root, err);
    const uint64_t middle = begin + whole / 2;
    RT_TRY(subtree(store, begin, middle, &left, err));
    RT_TRY(subtree(store, middle, end, &right, err));
    rt_merkle_join(store->hasher, &left, &right, root);
    return rt_ok;
}

static rt_status read_one(rt_store *store, int64_t seq, rt_arena *arena, rt_str id, rt_proof *proof, bool *is_it,
                          rt_error *err) {
    rt_log log;
    rt_log_item item;
    rt_status s = rt_log_open(&log, store, seq, seq + 1, err);
    if (s.code == RT_OK) s = rt_log_next(&log, &item, is_it, err);
    *is_it = s.code == RT_OK && *is_it && rt_str_eq(item.e.id, id);
    if (*is_it) {
        proof->entry = rt_str_copy(arena, item.line);
        memcpy(proof->salt, item.salt, sizeof proof->salt);
        proof->index = (uint64_t)seq;
    }
    rt_log_close(&log);
    return s;
}

static rt_status find(rt_store *store, rt_str id, rt_arena *arena, rt_proof *proof, rt_error *err) {
    RT_AUTO(rt_key_rows) places = {0};
    rt_posting row;
    bool more, is_it = false;
    RT_TRY(rt_key_rows_seek(&places, store->db, "lookup", rt_id_key(id), err));
    for (;;) {
        RT_TRY(rt_key_rows_next(&places, &row, &more, err));
        if (!more) return rt_fail(err, RT_ABSENT, "there is no entry %.*s", RT_FMT(rt_str_cut(id, 64)));
        RT_TRY(read_one(store, row.seq, arena, id, proof, &is_it, err));
        if (is_it) return rt_ok;
    }
}

rt_status rt_audit_prove(rt_store *store, rt_str id, rt_arena *arena, rt_proof *proof, rt_error *err) {
    rt_checkpoint head;
    *proof = (rt_proof){0};
    RT_TRY(find(store, id, arena, proof, err));
    RT_TRY(rt_audit_head(store, &head, err));
    proof->size = (uint64_t)head.size;
    proof->root = head.root;
    if (proof->index >= proof->size)
        return rt_fail(err, RT_CORRUPT, "the entry stands behind the log's head: run `redthread audit verify`");
    return rt_merkle_path(proof->index, proof->size, subtree, store, proof->path, &proof->n, err);
}
