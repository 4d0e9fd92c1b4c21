/* Where words stand, packed: a block of the table `word`. Private to src/store; docs/format.md describes it.
 *
 * A posting is a varint (place << 3 | new word << 2 | new provenance << 1 | new kind); where the word is new, how many
 * bytes it shares with the one before, how many follow, and these; the number of the provenance and of the kind where
 * they are new; and the number of words of the entry. The place is the distance from the posting before where the word
 * is the same, else from the begin of the part. A provenance of 0 is a document: then how often the word stands in it
 * follows, and the distances of these places. Each block begins with the word and the place that its table gives beside
 * it, and with provenance and kind 0. */
#pragma once

#include "base/buf.h"
#include "words/tokenizer.h"

typedef struct rt_standing {
    rt_str word; /* folded; what a reader gives is valid until its next step */
    int64_t seq;
    uint32_t provenance; /* 0: a document */
    uint32_t kind;
    uint32_t words; /* of the entry */
    uint32_t times; /* in a document: how often the word stands in it; else 1 */
    rt_str places;  /* in a document: where, for rt_place_next; valid as long as the block */
} rt_standing;

/* By word, then by place. */
int rt_standing_compare(const rt_standing *a, const rt_standing *b);

/* Appends. `before` is what was appended before; at a block's begin {word, seq} of the posting itself. */
void rt_block_add(rt_buf *block, const rt_standing *before, const rt_standing *s);

/* Reads a block posting by posting. */
typedef struct rt_block_reader {
    const char *at, *end;
    rt_standing s;
    char word[RT_TERM_MOST];
} rt_block_reader;

/* Before the first one of a block that the table says begins with this word, at this place. */
void rt_block_begin(rt_block_reader *r, rt_str word, int64_t first, rt_str block);

/* To the next one, in r->s. False at the end, and where the block is damaged: then r->at is NULL. */
bool rt_block_next(rt_block_reader *r);

/* The places of a posting: how they are written, and the next of them: begin with place 0 and `at` = s->places.at.
 * False when it is damaged. */
void rt_places_add(rt_buf *out, uint32_t before, uint32_t place);
bool rt_place_next(const char **at, const char *end, uint32_t *place);
