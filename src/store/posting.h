/* A row of one of the derived tables that lead from keys to places in the log. Private to src/store. */
#pragma once

#include <stdint.h>

typedef struct rt_posting {
    int64_t key, seq;
    uint32_t provenance; /* of a name: whether it is seen is told without looking at the log; else 0 */
} rt_posting;

/* By key, then by place. */
static inline int rt_posting_compare(const rt_posting *a, const rt_posting *b) {
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* Tables that take what comes in no order are kept part of the log by part, a million entries each: what is put touches
 * the pages of the last part alone, however long the log; who looks a key up does so in each part. */
enum { RT_PART_BITS = 20 };

static inline int64_t rt_part_of(int64_t seq) { return seq >> RT_PART_BITS; }

/* A table in parts, in a query; a key's rows come in the order of the log. */
#define RT_IN_PARTS(table) "part CROSS JOIN " table " ON " table ".part = part.n"
