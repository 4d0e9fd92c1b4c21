/* What the steps that make the file share. */
#pragma once

#include "names/index_builder.h"
#include "names/index_file.h"
#include "names/index_out.h"

typedef struct rt_index_writer {
    rt_index_builder *b;
    rt_index_out out;
    uint32_t *rank;       /* final number of the word first seen as i */
    uint32_t *order;      /* and back */
    uint32_t *skeletons;  /* by first sight */
    uint32_t *posting_at; /* by final number, and one more: its first posting */
    rt_spool sounds;      /* rt_index_keyed: sound, final number */
} rt_index_writer;

/* index_order.c: puts the dictionary in order of sound; writes WORDS, LETTERS. */
RT_RESULT rt_writer_order(rt_index_writer *w, rt_error *err);
RT_RESULT rt_writer_words(rt_index_writer *w, rt_error *err);

/* index_post.c: from words to names (POSTINGS), when the names and their words are in the file; and the
 * tables by key. */
RT_RESULT rt_writer_postings(rt_index_writer *w, rt_error *err);
RT_RESULT rt_writer_tables(rt_index_writer *w, rt_error *err);

/* What is written so far, mapped. */
RT_RESULT rt_writer_map(const rt_index_writer *w, rt_index *index, rt_error *err);
void rt_writer_unmap(rt_index *index);

/* index_nears.c: what is near to common words, when all else is in the file. */
RT_RESULT rt_writer_nears(rt_index_writer *w, rt_error *err);
