/* A run of subjects on its way into an index: copied in, then read by whichever thread is free (all that costs), then
 * put into the index in order. */
#pragma once

#include "names/index.h"
#include "names/index_intern.h"

enum { RT_INDEX_BATCH_SUBJECTS = 256, RT_INDEX_BATCH_BYTES = 1 << 20 };

typedef struct rt_index_batch {
    /* In: subjects with their strings numbered. */
    rt_arena arena;
    rt_subject subjects[RT_INDEX_BATCH_SUBJECTS];
    uint32_t *codes[RT_INDEX_BATCH_SUBJECTS]; /* of schema and props */
    size_t n;

    /* Out: the records of these entries, their names and words one behind the other. */
    rt_buf records;
    uint32_t record_len[RT_INDEX_BATCH_SUBJECTS];
    uint32_t name_count[RT_INDEX_BATCH_SUBJECTS];
    rt_buf word_counts; /* uint8_t a name */
    rt_buf words;       /* rt_index_batch_word */
    rt_buf joins;       /* rt_index_keyed: key, name counted from the batch's first */
    rt_buf numbers;     /* rt_index_keyed: key, entry counted from the batch's first */
} rt_index_batch;

typedef struct rt_index_batch_word {
    uint64_t hash;
    uint16_t marks;
    rt_index_spelt spelt;
} rt_index_batch_word;

void rt_index_batch_close(rt_index_batch *batch);
void rt_index_batch_clear(rt_index_batch *batch);
bool rt_index_batch_full(const rt_index_batch *batch);

/* Copies the subject; strings gives the numbers of its schema and properties. */
void rt_index_batch_add(rt_index_batch *batch, rt_numbered *strings, const rt_subject *subject);

/* Makes what is under "out" of what is under "in". */
void rt_index_batch_read(rt_index_batch *batch);
