#include "store/tiles.h"

#include <stdlib.h>
#include <string.h>

#include "store/log.h"

enum { WIDTH = 256, LEVELS = 8, ENTRY = 2 + 32 /* its length, big-endian, and the commitment */ };

/* "entries/x001/x234/067.p/5": the number in groups of three digits; the width only of a tile that is not full. */
static void write_path(rt_buf *out, const char *what, uint64_t number, size_t width) {
    uint64_t scale = 1;
    rt_buf_clear(out);
    rt_buf_printf(out, "tile/%s", what);
    while (number / scale >= 1000) scale *= 1000;
    for (; scale > 1; scale /= 1000) rt_buf_printf(out, "/x%03u", (unsigned)(number / scale % 1000));
    rt_buf_printf(out, "/%03u", (unsigned)(number % 1000));
    if (width < WIDTH) rt_buf_printf(out, ".p/%zu", width);
}

/* --- writing --------------------------------------------------------------------------------------------------------
 */

typedef struct tile {
    rt_hash hashes[WIDTH];
    size_t n;
    uint64_t number;
} tile;

typedef struct writer {
    rt_tiles_put *put;
    void *to;
    rt_hasher *hasher;
    tile levels[LEVELS];
    char bundle[WIDTH * ENTRY];
    rt_buf path;
    const rt_minder *minder;
} writer;

static rt_status put_tile(writer *w, int level, rt_error *err) {
    const tile *t = &w->levels[level];
    const char what[2] = {(char)('0' + level), 0};
    if (t->n == 0) return rt_ok;
    write_path(&w->path, what, t->number, t->n);
    RT_TRY(w->put(w->to, rt_buf_str(&w->path), (rt_str){(const char *)t->hashes, t->n * sizeof *t->hashes}, err));
    if (level > 0) return rt_ok;
    write_path(&w->path, "entries", t->number, t->n);
    return w->put(w->to, rt_buf_str(&w->path), (rt_str){w->bundle, t->n * ENTRY}, err);
}

static void join(rt_hasher *h, const tile *t, rt_hash *root) {
    rt_hash at[WIDTH];
    memcpy(at, t->hashes, sizeof at);
    for (size_t n = WIDTH; n > 1; n /= 2)
        for (size_t i = 0; i < n / 2; i++) rt_merkle_join(h, &at[2 * i], &at[2 * i + 1], &at[i]);
    *root = at[0];
}

static rt_status add_hash(writer *w, int level, const rt_hash *hash, rt_error *err) {
    rt_hash root;
    for (rt_hash next = *hash; level < LEVELS; level++, next = root) {
        tile *t = &w->levels[level];
        t->hashes[t->n++] = next;
        if (t->n < WIDTH) return rt_ok;
        RT_TRY(put_tile(w, level, err));
        join(w->hasher, t, &root);
        t->n = 0;
        t->number++;
    }
    return rt_ok;
}

static rt_status add_item(writer *w, const rt_log_item *item, rt_error *err) {
    char *entry = w->bundle + w->levels[0].n * ENTRY;
    entry[0] = 0;
    entry[1] = sizeof item->commitment.bytes;
    memcpy(entry + 2, item->commitment.bytes, sizeof item->commitment.bytes);
    return add_hash(w, 0, &item->leaf, err);
}

static rt_status write_all(writer *w, rt_log *log, int64_t size, rt_error *err) {
    rt_log_item item = {0};
    bool more = true;
    int64_t n = 0;
    for (; n < size; n++) {
        RT_TRY(rt_log_next(log, &item, &more, err));
        if (!more) return rt_fail(err, RT_CORRUPT, "entries of the log are gone: run `redthread audit verify`");
        RT_TRY(add_item(w, &item, err));
        if (rt_minder_stops(w->minder)) return rt_sql_stopped(err);
        rt_minder_count(w->minder, "entries put into tiles", n, size);
    }
    rt_minder_done(w->minder);
    for (int level = 0; level < LEVELS; level++) RT_TRY(put_tile(w, level, err));
    return rt_ok;
}

rt_status rt_tiles_write(rt_store *store, rt_tiles_put *put, void *to, rt_error *err) {
    rt_log log;
    int64_t size;
    RT_TRY(rt_log_size(store, &size, err));
    writer *w = rt_alloc(sizeof *w);
    memset(w, 0, sizeof *w);
    w->put = put;
    w->to = to;
    w->hasher = store->hasher;
    w->minder = &store->minder;
    rt_status s = rt_log_open(&log, store, 0, size, err);
    if (s.code == RT_OK) s = write_all(w, &log, size, err);
    rt_log_close(&log);
    rt_buf_close(&w->path);
    free(w);
    return s;
}

/* --- comparing ------------------------------------------------------------------------------------------------------
 */

typedef struct comparing {
    const char *folder;
    int64_t size;
    rt_arena moment;
    rt_str bundle; /* in hand */
    rt_buf path;
} comparing;

static rt_status not_theirs(const comparing *c, rt_error *err) {
    const rt_status s = rt_fail(err, RT_BAD, "this is no bundle of commitments");
    rt_error_at(err, c->path.at, 0, 0);
    return s;
}

/* The bundle of the entry at this place: whole; or as wide as it was when the head was made. */
static rt_status read_bundle(comparing *c, int64_t seq, rt_error *err) {
    RT_AUTO(rt_buf) below = {0};
    const uint64_t number = (uint64_t)seq / WIDTH;
    const int64_t left = c->size - (int64_t)number * WIDTH;
    const size_t width = left < WIDTH ? (size_t)left : WIDTH;
    for (int whole = 0; whole < 2; whole++) {
        write_path(&below, "entries", number, whole ? WIDTH : width);
        rt_buf_clear(&c->path);
        rt_buf_printf(&c->path, "%s/%.*s", c->folder, RT_FMT(rt_buf_str(&below)));
        rt_buf_byte(&c->path, '\0');
        rt_arena_reset(&c->moment);
        const rt_status s = rt_small_file(c->path.at, &c->moment, WIDTH * ENTRY, &c->bundle, err);
        if (s.code == RT_OK) return c->bundle.len >= width * ENTRY ? rt_ok : not_theirs(c, err);
        if (s.code != RT_ABSENT || whole || width == WIDTH) return s;
    }
    return rt_ok;
}

static rt_status commitment_at(comparing *c, int64_t seq, rt_hash *commitment, rt_error *err) {
    if (seq % WIDTH == 0) RT_TRY(read_bundle(c, seq, err));
    const char *entry = c->bundle.at + seq % WIDTH * ENTRY;
    if (entry[0] != 0 || entry[1] != sizeof commitment->bytes) return not_theirs(c, err);
    memcpy(commitment->bytes, entry + 2, sizeof commitment->bytes);
    return rt_ok;
}

/* The entries of the log and those of the tiles, side by side; an entry that can't be read is another. */
static rt_status compare(comparing *c, rt_log *log, rt_merkle *theirs, int64_t *first_bad, rt_error *err) {
    rt_log_item item = {.seq = -1};
    bool more = true;
    for (int64_t seq = 0; seq < c->size; seq++) {
        rt_hash commitment, leaf;
        RT_TRY(commitment_at(c, seq, &commitment, err));
        rt_merkle_leaf(theirs->hasher, &commitment, &leaf);
        RT_TRY(rt_merkle_add(theirs, &leaf, err));
        if (*first_bad >= 0) continue;
        const bool read = rt_log_next(log, &item, &more, NULL).code == RT_OK && more && item.seq == seq;
        if (!read || !rt_hash_eq(&item.commitment, &commitment)) *first_bad = seq;
    }
    return rt_ok;
}

static rt_status compare_log(comparing *c, rt_store *store, const rt_checkpoint *head, int64_t *first_bad,
                             rt_error *err) {
    rt_log log;
    rt_merkle theirs = {.hasher = store->hasher};
    rt_hash root;
    rt_status s = rt_log_open(&log, store, 0, head->size, err);
    if (s.code == RT_OK) s = compare(c, &log, &theirs, first_bad, err);
    rt_log_close(&log);
    RT_TRY(s);
    rt_merkle_root(&theirs, &root);
    return rt_hash_eq(&root, &head->root) ? rt_ok : rt_fail(err, RT_BAD, "these tiles do not lead to their own head");
}

rt_status rt_tiles_compare(rt_store *store, const char *folder, const rt_checkpoint *head, int64_t *first_bad,
                           rt_error *err) {
    comparing c = {.folder = folder, .size = head->size};
    *first_bad = -1;
    const rt_status s = compare_log(&c, store, head, first_bad, err);
    rt_arena_close(&c.moment);
    rt_buf_close(&c.path);
    return s;
}
