#include "store/foreign.h"

#include <stdlib.h>
#include <string.h>

#include "store/case.h"
#include "store/log.h"

static uint64_t key_of(const rt_hash *leaf) {
    uint64_t key;
    memcpy(&key, leaf->bytes, sizeof key);
    return key;
}

static int by_key(const void *a, const void *b) {
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static rt_status read_log(rt_foreign *f, rt_log *log, size_t most, rt_error *err) {
    rt_log_item item = {0};
    for (bool more; f->n < most;) {
        RT_TRY(rt_log_next(log, &item, &more, err));
        if (!more) break;
        f->leaves[f->n++] = key_of(&item.leaf);
    }
    qsort(f->leaves, f->n, sizeof *f->leaves, by_key);
    return rt_ok;
}

static rt_status read_leaves(rt_foreign *f, rt_store *store, int64_t size, rt_error *err) {
    rt_log log;
    f->leaves = rt_alloc(((size_t)size + 1) * sizeof *f->leaves);
    rt_status s = rt_log_open(&log, store, 0, size, err);
    if (s.code == RT_OK) s = read_log(f, &log, (size_t)size, err);
    rt_log_close(&log);
    return s;
}

rt_status rt_foreign_check(rt_foreign *f, rt_store *store, int64_t size, const rt_entry *erasure, rt_error *err) {
    if (f->leaves == NULL) RT_TRY(read_leaves(f, store, size, err));
    for (size_t i = 0; i < erasure->commitments.n; i++) {
        rt_hash commitment, leaf;
        if (!rt_unhex(erasure->commitments.at[i], commitment.bytes, sizeof commitment.bytes)) continue;
        rt_merkle_leaf(store->hasher, &commitment, &leaf);
        const uint64_t key = key_of(&leaf);
        if (bsearch(&key, f->leaves, f->n, sizeof key, by_key) == NULL) continue;
        return rt_fail(err, RT_BAD,
                       "this erasure was made elsewhere and names an entry of this very log (commitment %.*s), which "
                       "it cannot account for: what must go is erased here, with `redthread erase`",
                       RT_FMT(rt_str_cut(erasure->commitments.at[i], 64)));
    }
    return rt_ok;
}

void rt_foreign_close(rt_foreign *f) {
    free(f->leaves);
    *f = (rt_foreign){0};
}
