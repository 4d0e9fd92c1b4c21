/* The candidate index: one immutable file, mapped into memory, from which the entries that a name may mean are found.
 *
 * docs/index-file.md describes the file. Everything in it is checked before it is used: a file that was cut or altered
 * is refused, or gives other answers, but never makes the program read outside of it. */
#pragma once

#include "names/match.h"

typedef struct rt_index rt_index;
typedef struct rt_index_builder rt_index_builder;

typedef struct rt_index_options {
    unsigned threads; /* 0: as many as there are cores */
    rt_str note;      /* what it was made from and through which lens, for `index info`; JSON object text */
    /* Told before each part of the file is made from what was read: how many of how many are. Anything but RT_OK ends
     * the building. May be NULL. */
    rt_status (*part)(void *with, size_t done, size_t all, rt_error *err);
    void *with;
} rt_index_options;

/* Building: subjects in any order, then the end. Memory stays bounded by the dictionary and one run of postings. The
 * file is written beside and renamed, so there is an old one or a new one. The same subjects in the same order give the
 * same bytes. */
RT_RESULT rt_index_builder_open(const char *path, const rt_index_options *options, rt_index_builder **builder,
                                rt_error *err);
RT_RESULT rt_index_builder_add(rt_index_builder *builder, const rt_subject *subject, rt_error *err);
RT_RESULT rt_index_builder_finish(rt_index_builder *builder, rt_error *err); /* closes it too */
void rt_index_builder_drop(rt_index_builder *builder);                       /* gives up; NULL is fine */

/* An index for as long as it is open, in a file of this folder that has no name from its first byte on and that none
 * but its owner can read: nothing is left of it, however the program ends. */
RT_RESULT rt_index_builder_open_temporary(const char *folder, const rt_index_options *options,
                                          rt_index_builder **builder, rt_error *err);
RT_RESULT rt_index_builder_finish_temporary(rt_index_builder *builder, rt_index **index, rt_error *err);

/* Opens in milliseconds: checks header, sizes and their checksum, not every byte. path "" with bytes: an index in
 * memory. */
RT_RESULT rt_index_open(const char *path, rt_index **index, rt_error *err);
RT_RESULT rt_index_open_bytes(rt_str bytes, rt_index **index, rt_error *err);
void rt_index_close(rt_index *index);
RT_RESULT rt_index_verify(rt_index *index, rt_error *err); /* every byte, by its checksum, and every bound */

typedef struct rt_index_info {
    uint64_t entries, names, words, bytes;
    uint32_t version;
    rt_str note;
} rt_index_info;
rt_index_info rt_index_about(const rt_index *index);

typedef struct rt_hit {
    uint64_t entry;
    rt_subject subject; /* slices of the file; valid while the index is open */
    rt_match match;
} rt_hit;

/* What a thread keeps from one search to the next: room to work in, and what was near to words (index_remembered.h).
 * For indexes that are open as long as it is. */
typedef struct rt_searcher rt_searcher;
rt_searcher *rt_searcher_open(void);
void rt_searcher_close(rt_searcher *searcher); /* NULL is fine */

typedef struct rt_search {
    size_t top;            /* at most so many hits */
    double cutoff;         /* with this score or more */
    rt_searcher *searcher; /* of this thread, or NULL: faster from the second search on */
    bool exhaustive;       /* compare with every entry: the reference that candidates are measured against */
} rt_search;

/* The best hits, best first, then by id. Several threads may search one index at once, each with an arena of its own.
 */
RT_RESULT rt_index_search(const rt_index *index, rt_arena *arena, const rt_subject *query, const rt_search *how,
                          rt_hit **hits, size_t *n, rt_error *err);

/* The entry's subject, for walking all of them: 0 .. entries - 1. */
RT_RESULT rt_index_entry(const rt_index *index, rt_arena *arena, uint64_t entry, rt_subject *subject, rt_error *err);
