#include "store/postings_block.h"

#include "store/varint.h"

enum { SAME_KEY = 2, NEW_PROVENANCE = 1 };

static int64_t begin_of(int64_t part) { return part << RT_PART_BITS; }

void rt_postings_pack(rt_buf *block, const rt_posting *before, const rt_posting *row) {
    const bool same = row->key == before->key, provenance = row->provenance != before->provenance;
    const int64_t from = same ? before->seq : begin_of(rt_part_of(row->seq));
    rt_varint_put(block, (uint64_t)(row->seq - from) << 2 | (same ? SAME_KEY : 0) | (provenance ? NEW_PROVENANCE : 0));
    if (!same) rt_varint_put(block, (uint64_t)row->key - (uint64_t)before->key);
    if (provenance) rt_varint_put(block, row->provenance);
}

/* Keys rise, as signed numbers. */
static bool read_key(const char **at, const char *end, int64_t *key) {
    uint64_t distance;
    if (!rt_varint_get(at, end, &distance)) return false;
    const int64_t next = (int64_t)((uint64_t)*key + distance);
    if (next <= *key) return false;
    *key = next;
    return true;
}

static bool read_provenance(const char **at, const char *end, uint32_t *provenance) {
    uint64_t n;
    if (!rt_varint_get(at, end, &n) || n > UINT32_MAX) return false;
    *provenance = (uint32_t)n;
    return true;
}

static bool read_row(const char **at, const char *end, rt_posting *row) {
    uint64_t head;
    const int64_t part = rt_part_of(row->seq);
    if (part < 0 || !rt_varint_get(at, end, &head) || head >> 2 >> RT_PART_BITS != 0) return false;
    if ((head & SAME_KEY) == 0 && !read_key(at, end, &row->key)) return false;
    if ((head & NEW_PROVENANCE) != 0 && !read_provenance(at, end, &row->provenance)) return false;
    row->seq = ((head & SAME_KEY) != 0 ? row->seq : begin_of(part)) + (int64_t)(head >> 2);
    return rt_part_of(row->seq) == part;
}

bool rt_postings_unpack(const char **at, const char *end, rt_posting *row) {
    if (*at == NULL || *at >= end) return false;
    if (read_row(at, end, row)) return true;
    *at = NULL;
    return false;
}

rt_status rt_postings_damaged(rt_error *err) {
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: an index of its log; `redthread rebuild` mends it");
}
