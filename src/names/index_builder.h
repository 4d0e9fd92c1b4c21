/* An index under way: what has been put in so far. index_build.c takes subjects in, index_crew.c has them read by
 * threads, index_write.c makes the file of it at the end. */
#pragma once

#include "names/index_batch.h"
#include "names/index_spool.h"

typedef struct rt_crew rt_crew;

struct rt_index_builder {
    char *path, *folder; /* path NULL: the file stays without a name */
    rt_index_options options;
    rt_buf note;
    rt_crew *crew;
    rt_numbered strings;
    rt_index_dictionary words;
    uint64_t entries, names, name_words, entry_bytes;
    /* Sections as they come; words of names and sounds have the numbers of first sight until the end. */
    rt_spool entry_at, records, entry_name, name_spool, name_word_spool, joins, numbers;
};

/* Puts what a batch was read into into the spools. */
RT_RESULT rt_index_builder_take(rt_index_builder *builder, const rt_index_batch *batch, rt_error *err);

/* Makes the file, and opens it where it has no name (else index is NULL). */
RT_RESULT rt_index_builder_write(rt_index_builder *builder, rt_index **index, rt_error *err);

/* Threads that read batches while others are filled and taken. */
rt_crew *rt_crew_new(unsigned threads);
void rt_crew_free(rt_crew *crew);               /* waits for its threads */
rt_index_batch *rt_crew_filling(rt_crew *crew); /* the batch to add to */

/* The batch being filled is full: hands it over to be read, and takes read ones, in order, until one to fill is free
 * (all: until every one is read and taken). */
typedef rt_status rt_crew_take(void *with, const rt_index_batch *batch, rt_error *err);
RT_RESULT rt_crew_turn(rt_crew *crew, bool all, rt_crew_take *take, void *with, rt_error *err);
