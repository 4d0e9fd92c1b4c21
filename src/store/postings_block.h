/* Rows of postings, packed: a block of one of the tables `lookup` and `name`. Private to src/store; docs/format.md
 * describes it.
 *
 * A row is a varint (place << 2 | the key is that of the row before << 1 | new provenance), the distance of its key
 * from the one before where it is another, and the number of the provenance where it is new. The place is the distance
 * from the row before where the key is the same, else from the begin of the part. Each block begins with the key and
 * the place that its table gives beside it, and provenance 0. */
#pragma once

#include "base/buf.h"
#include "store/posting.h"

/* Appends a row behind `before`, at a block's begin {key, seq, 0} of the row itself. Both are of one part of the log,
 * and `row` is not before `before` by key, then by place. */
void rt_postings_pack(rt_buf *block, const rt_posting *before, const rt_posting *row);

/* Reads a block row by row: begin with *row as the table gives its first one, and *at at its first byte. False at the
 * end, and where the block is damaged: then *at is NULL. */
bool rt_postings_unpack(const char **at, const char *end, rt_posting *row);

/* RT_CORRUPT: an index of the log. */
RT_RESULT rt_postings_damaged(rt_error *err);
