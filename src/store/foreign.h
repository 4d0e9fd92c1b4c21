/* Erasures that come with another log's export. Such a one accounts for entries of that log; a copy of this case shares
 * commitments with it, though, and whoever was given an export knows some. An erasure from elsewhere that names one of
 * this log would account for it beside the case's own, and no `audit verify` would hold any more. Private to src/store.
 */
#pragma once

#include "model/entry.h"
#include "store/store.h"

/* The leaves of this log, by their first bytes: read when the first such erasure comes. */
typedef struct rt_foreign {
    uint64_t *leaves; /* in order; NULL before */
    size_t n;
} rt_foreign;

/* RT_BAD where the erasure names an entry that stands, or was erased, among the first `size` of this log. O(size) the
 * first time, then O(commitments log size). */
RT_RESULT rt_foreign_check(rt_foreign *f, rt_store *store, int64_t size, const rt_entry *erasure, rt_error *err);

void rt_foreign_close(rt_foreign *f);
