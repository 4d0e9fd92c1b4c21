/* Where a word stands, packed: a block of the table `word`. Private to src/store; docs/format.md describes it.
 *
 * A posting is a varint (distance from the place before << 2 | new provenance << 1 | new kind), the number of the
 * provenance and of the kind where they are new, and the number of words of the entry. A provenance of 0 is a
 * document: then how often the word stands in it follows, and the distances of these places. Each block begins with
 * provenance and kind 0 and the distance 0 from its `first`. */
#pragma once

#include "base/buf.h"

typedef struct rt_standing {
    int64_t seq;
    uint32_t provenance; /* 0: a document */
    uint32_t kind;
    uint32_t words;     /* of the entry */
    uint32_t times;     /* in a document: how often the word stands in it; else 1 */
    const char *places; /* in a document: where, for rt_place_next; valid as long as the block */
    const char *end;    /* of the block */
} rt_standing;

/* Appends. `before` is what was appended before, {.seq = first} at a block's begin. */
void rt_block_add(rt_buf *block, const rt_standing *before, const rt_standing *s, const uint32_t *places);

/* Reads a block posting by posting: begin with *s = {.seq = first} and *at at its first byte. False at the end, and
 * where the block is damaged: then *at is NULL. */
bool rt_block_next(const char **at, const char *end, rt_standing *s);

/* The next of the places of a posting: begin with place 0 and `at` = s->places. False when it is damaged. */
bool rt_place_next(const char **at, const char *end, uint32_t *place);
