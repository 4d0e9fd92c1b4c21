#include "store/batch.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/digests.h"
#include "store/connect.h"
#include "store/foreign.h"
#include "store/papers.h"
#include "store/relay.h"
#include "store/shelf.h"

/* Who adds makes the line, the id and the leaf of an entry; a second thread puts it into the tables, a third one reads
 * its texts. */
enum {
    BLOCK = 256,                         /* entries handed over at once */
    IN_FLIGHT = RT_RELAY_BLOCKS * BLOCK, /* entries that are not in the tables yet: at most */
    SALTS = 256,
    CLOCK_MAY_GO_BACK = 1000000, /* microseconds: a clock that was set right */
};

typedef struct block {
    rt_prepared *at;
    size_t n;
    rt_arena arena; /* of the texts */
} block;

struct rt_batch {
    rt_store *store;
    rt_shelf shelf;
    rt_relay relay;
    block blocks[RT_RELAY_BLOCKS];
    rt_arena arena;             /* lives as long as the batch */
    rt_entry own;               /* the batch's entry */
    int64_t first;              /* its place */
    int64_t count;              /* entries that were given */
    rt_digests recent, earlier; /* ids of the statements that were given last: all that are in flight */
    bool committed, begun;
    char id[33];
    bool news; /* a note by itself is worth keeping */
    rt_batch_last *last;
    rt_foreign foreign;
    rt_hasher *hasher;
    rt_buf line, scratch;
    uint8_t salts[SALTS][16];
    int salts_used;
};

/* --- beginning ---------------------------------------------------------------------------------------------------- */

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
    rt_merkle_root(&b->shelf.tree, &root);
    rt_buf_hex(&b->scratch, root.bytes, sizeof root.bytes);
    b->own.head = rt_str_copy(&b->arena, rt_buf_str(&b->scratch));
    return rt_ok;
}

static rt_status put_block(void *self, int number, rt_error *err) {
    rt_batch *b = self;
    const block *k = &b->blocks[number];
    rt_status s = rt_ok;
    pthread_mutex_lock(&b->shelf.projector.turn);
    for (size_t i = 0; i < k->n && s.code == RT_OK; i++) s = rt_shelf_add(&b->shelf, &k->at[i], err);
    pthread_mutex_unlock(&b->shelf.projector.turn);
    return s;
}

static rt_status read_block(void *self, int number, rt_error *err) {
    rt_batch *b = self;
    block *k = &b->blocks[number];
    rt_status s = rt_ok;
    for (size_t i = 0; i < k->n && s.code == RT_OK; i++) s = rt_shelf_read(&b->shelf, &k->at[i], err);
    k->n = 0;
    rt_arena_reset(&k->arena);
    return s;
}

static rt_relay_work *const stages[RT_RELAY_STAGES] = {put_block, read_block};

static rt_status begin(rt_batch *b, const rt_batch_options *o, rt_error *err) {
    RT_TRY(rt_connect_begin(b->store->db, &b->store->minder, err));
    b->begun = true;
    RT_TRY(rt_log_size(b->store, &b->first, err));
    RT_TRY(rt_shelf_open(&b->shelf, b->store, b->first, err));
    RT_TRY(begin_own(b, o, err));
    return rt_merkle_leave_open(&b->shelf.tree, err);
}

rt_status rt_batch_begin(rt_store *store, const rt_batch_options *options, rt_batch **batch, rt_error *err) {
    rt_batch *b = rt_alloc(sizeof *b);
    memset(b, 0, sizeof *b);
    b->store = store;
    b->hasher = rt_hasher_new();
    b->salts_used = SALTS;
    rt_relay_open(&b->relay, stages, b);
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
    rt_relay_close(&b->relay);
    rt_shelf_close(&b->shelf);
    if (b->begun && !b->committed) sqlite3_exec(b->store->db, "ROLLBACK", NULL, NULL, NULL);
    for (int i = 0; i < RT_RELAY_BLOCKS; i++) {
        rt_arena_close(&b->blocks[i].arena);
        free(b->blocks[i].at);
    }
    rt_hasher_free(b->hasher);
    rt_foreign_close(&b->foreign);
    rt_digests_close(&b->recent);
    rt_digests_close(&b->earlier);
    rt_buf_close(&b->line);
    rt_buf_close(&b->scratch);
    rt_arena_close(&b->arena);
    free(b);
}

/* --- adding ---------------------------------------------------------------------------------------------------------
 */

static void next_salt(rt_batch *b, uint8_t salt[16]) {
    if (b->salts_used == SALTS) {
        rt_random(b->salts, sizeof b->salts);
        b->salts_used = 0;
    }
    memcpy(salt, b->salts[b->salts_used++], 16);
}

/* Line, id, salt and leaf of an entry whose times are set; the line stays in b->line. */
static void prepare(rt_batch *b, const rt_entry *e, rt_prepared *p) {
    rt_hash commitment;
    rt_entry_id_and_line(e, b->hasher, &b->scratch, &b->line, p->hex);
    next_salt(b, p->salt);
    rt_log_commitment(b->hasher, p->salt, rt_buf_str(&b->line), &commitment);
    rt_merkle_leaf(b->hasher, &commitment, &p->leaf);
}

static bool read_id(rt_str id, rt_hash *hash) {
    *hash = (rt_hash){0};
    return id.len == 32 && rt_unhex(id, hash->bytes, 16);
}

/* Of a statement, whose id is that of its content: an act that was done already is there with another one. */
static void remember(rt_batch *b, const rt_prepared *p) {
    rt_hash hash;
    if (!read_id((rt_str){p->hex, 32}, &hash)) return;
    if (b->recent.count == IN_FLIGHT) {
        const rt_digests swap = b->earlier;
        b->earlier = b->recent;
        b->recent = swap;
        rt_digests_clear(&b->recent);
    }
    rt_digests_put(&b->recent, &hash);
}

static rt_prepared *next_place(rt_batch *b, block **k) {
    *k = &b->blocks[rt_relay_block(&b->relay)];
    if ((*k)->at == NULL) (*k)->at = rt_alloc(BLOCK * sizeof *(*k)->at);
    rt_prepared *p = &(*k)->at[(*k)->n];
    *p = (rt_prepared){.timed = false};
    return p;
}

/* The entry is copied: the caller's texts live only during the call. */
static rt_status shelve(rt_batch *b, block *k, rt_prepared *p, const rt_entry *e, rt_error *err) {
    p->e = rt_entry_copy(&k->arena, e);
    if (e->type != RT_STATEMENT) p->line = rt_str_copy(&k->arena, rt_buf_str(&b->line));
    k->n++;
    return k->n < BLOCK ? rt_ok : rt_relay_hand_over(&b->relay, err);
}

static rt_status refuse_id(const rt_entry *e, const char hex[32], rt_error *err) {
    return rt_fail(err, RT_BAD, "the id %.*s is not that of this content, which has %.32s", RT_FMT(e->id), hex);
}

static rt_status check_time(rt_batch *b, const rt_entry *e, rt_error *err) {
    if (rt_str_cmp(e->recorded_at, b->own.recorded_at) <= 0) return rt_ok;
    return rt_fail(err, RT_BAD, "it says that it was recorded at %.*s, which lies in the future",
                   RT_FMT(e->recorded_at));
}

static rt_status add(rt_batch *b, const rt_entry *entry, bool done, char id[32], rt_error *err) {
    rt_entry e = *entry;
    block *k;
    if (rt_minder_stops(&b->store->minder)) return rt_sql_stopped(err);
    rt_prepared *p = next_place(b, &k);
    p->done = done;
    p->timed = e.recorded_at.len > 0 || e.recorded_by.len > 0;
    if (e.recorded_at.len == 0) e.recorded_at = b->own.recorded_at;
    if (e.recorded_by.len == 0) e.recorded_by = b->own.recorded_by;
    if (p->timed) RT_TRY(check_time(b, &e, err));
    prepare(b, &e, p);
    if (e.id.len > 0 && !rt_str_eq(e.id, (rt_str){p->hex, 32})) return refuse_id(&e, p->hex, err);
    if (id != NULL) memcpy(id, p->hex, 32);
    if (e.type == RT_STATEMENT) remember(b, p);
    b->count++;
    return shelve(b, k, p, &e, err);
}

/* The case's own export brings its erasures back, and these are there already. */
static rt_status check_erasure(rt_batch *b, const rt_entry *e, rt_error *err) {
    bool there;
    RT_TRY(rt_relay_drain(&b->relay, err)); /* the log is read on the one connection */
    RT_TRY(rt_batch_has(b, e->id, &there, err));
    return there ? rt_ok : rt_foreign_check(&b->foreign, b->store, b->first, e, err);
}

rt_status rt_batch_add(rt_batch *b, const rt_entry *e, char id[32], bool *added, rt_error *err) {
    if (e->type == RT_ERASURE) RT_TRY(check_erasure(b, e, err));
    if (added == NULL) return add(b, e, false, id, err);
    RT_TRY(rt_relay_drain(&b->relay, err)); /* the count is the other thread's until then */
    const int64_t before = b->shelf.added;
    RT_TRY(add(b, e, false, id, err));
    RT_TRY(rt_relay_drain(&b->relay, err));
    *added = b->shelf.added > before;
    return rt_ok;
}

rt_status rt_batch_act(rt_batch *b, const rt_entry *e, char id[32], rt_error *err) { return add(b, e, true, id, err); }

static rt_status check_bytes(rt_batch *b, const rt_entry *e, rt_str bytes, rt_str text, rt_hash *sum, rt_error *err) {
    if (bytes.len > RT_PAPER_MOST || text.len > RT_PAPER_MOST)
        return rt_fail(err, RT_LIMIT, "a document may have %d MiB", RT_PAPER_MOST / (1024 * 1024));
    rt_hash_two(b->hasher, bytes, (rt_str){"", 0}, sum);
    rt_buf_clear(&b->scratch);
    rt_buf_hex(&b->scratch, sum->bytes, sizeof sum->bytes);
    return rt_str_eq(rt_buf_str(&b->scratch), e->sha256)
               ? rt_ok
               : rt_fail(err, RT_BAD, "these are not the bytes of the document with the SHA-256 %.*s",
                         RT_FMT(e->sha256));
}

rt_status rt_batch_document(rt_batch *b, const rt_entry *e, rt_str bytes, rt_str text, char id[32], bool *added,
                            rt_error *err) {
    rt_hash sum;
    int64_t seq = 0;
    bool there, news;
    RT_TRY(check_bytes(b, e, bytes, text, &sum, err));
    RT_TRY(rt_batch_add(b, e, id, added, err));
    RT_TRY(rt_shelf_find(&b->shelf, id, &there, &seq, err));
    RT_TRY(rt_paper_put(b->store, seq, &sum, bytes, text, &news, err));
    if (!news) return rt_ok;
    b->news = *added = true;
    return rt_project_text(&b->shelf.projector, seq, text, err);
}

void rt_batch_handling(rt_batch *b, rt_str handling) { b->own.handling = rt_str_copy(&b->arena, handling); }

/* Most that are asked for were given just now, or long ago: only for others it is waited until all is in the tables. */
rt_status rt_batch_has(rt_batch *b, rt_str id, bool *there, rt_error *err) {
    rt_hash hash;
    char hex[32];
    *there = false;
    if (!read_id(id, &hash)) return rt_ok;
    *there = rt_digests_find(&b->recent, &hash) != NULL || rt_digests_find(&b->earlier, &hash) != NULL;
    if (*there) return rt_ok;
    memcpy(hex, id.at, sizeof hex);
    pthread_mutex_lock(&b->shelf.projector.turn);
    const rt_status s = rt_shelf_has(&b->shelf, hex, there, err);
    pthread_mutex_unlock(&b->shelf.projector.turn);
    RT_TRY(s);
    if (*there) return rt_ok;
    RT_TRY(rt_relay_drain(&b->relay, err));
    return rt_shelf_has(&b->shelf, hex, there, err);
}

rt_status rt_batch_settle(rt_batch *b, rt_error *err) { return rt_relay_drain(&b->relay, err); }

rt_status rt_batch_note(rt_batch *b, const rt_entry *entry, rt_error *err) {
    rt_entry e = *entry;
    block *k;
    rt_prepared *p = next_place(b, &k);
    e.recorded_at = b->own.recorded_at;
    e.recorded_by = b->own.recorded_by;
    p->note = true;
    b->news = b->news || e.edition.len > 0;
    prepare(b, &e, p);
    return shelve(b, k, p, &e, err);
}

int64_t rt_batch_count(const rt_batch *b) { return b->count; }

/* --- ending ---------------------------------------------------------------------------------------------------------
 */

static rt_status fill_own(rt_batch *b, rt_error *err) {
    rt_prepared p = {.e = b->own};
    p.e.added = b->shelf.added;
    if (b->shelf.restored > 0) p.e.restored = b->shelf.restored;
    prepare(b, &p.e, &p);
    memcpy(b->id, p.hex, sizeof p.hex);
    p.line = rt_buf_str(&b->line);
    return rt_shelf_fill(&b->shelf, &p, b->first, err);
}

static rt_status put_head(rt_batch *b, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    rt_hash root;
    rt_merkle_root(&b->shelf.tree, &root);
    RT_TRY(rt_sql_prepare(b->store->db, "INSERT INTO head (size, first, recorded_at, root) VALUES (?1, ?2, ?3, ?4)",
                          &s.at, err));
    sqlite3_bind_int64(s.at, 1, (int64_t)b->shelf.tree.size);
    sqlite3_bind_int64(s.at, 2, b->first);
    rt_sql_bind_text(s.at, 3, b->own.recorded_at);
    sqlite3_bind_blob(s.at, 4, root.bytes, sizeof root.bytes, SQLITE_STATIC);
    return rt_sql_done(s.at, err);
}

static rt_status put_all(rt_batch *b, rt_error *err) {
    RT_TRY(fill_own(b, err));
    RT_TRY(rt_projector_flush(&b->shelf.projector, err));
    RT_TRY(put_head(b, err));
    if (b->last != NULL) RT_TRY(b->last(b->store, err));
    return rt_sql_run(b->store->db, "COMMIT", err);
}

void rt_batch_end_with(rt_batch *b, rt_batch_last *last) { b->last = last; }

rt_status rt_batch_commit(rt_batch *b, rt_batch_report *report, rt_error *err) {
    RT_TRY(rt_relay_drain(&b->relay, err));
    const bool news = b->news || b->shelf.added > 0;
    if (news) RT_TRY(put_all(b, err));
    b->committed = news;
    if (report == NULL) return rt_ok;
    *report = (rt_batch_report){b->shelf.added, b->shelf.there, b->shelf.restored,
                                news ? (int64_t)b->shelf.tree.size : b->first, ""};
    memcpy(report->id, b->id, sizeof b->id);
    return rt_ok;
}
