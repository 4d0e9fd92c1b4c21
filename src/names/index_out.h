/* The index file while it is written: section by section, under another name until it is whole, or under none. */
#pragma once

#include "names/index_layout.h"
#include "names/index_spool.h"

typedef struct rt_index_out {
    char *path, *temporary; /* where it goes, and its name until it is whole; NULL: it has none */
    int fd;
    uint64_t at; /* where the next byte goes */
    rt_hasher *hasher;
    rt_index_header header;
    rt_index_section section; /* the one under way */
    void *mapped;             /* from the page on which it begins */
    size_t mapped_size;
} rt_index_out;

/* path NULL: a file of the folder that has no name, and is gone when it is closed. */
RT_RESULT rt_index_out_open(const char *folder, const char *path, rt_index_out *out, rt_error *err);
void rt_index_out_close(rt_index_out *out); /* takes the file away when it was not finished */

/* A section written from its first byte to its last. */
RT_RESULT rt_index_out_begin(rt_index_out *out, rt_index_section section, rt_error *err);
RT_RESULT rt_index_out_add(rt_index_out *out, const void *bytes, size_t n, rt_error *err);
void rt_index_out_end(rt_index_out *out);

/* begin, add, end. */
RT_RESULT rt_index_out_section(rt_index_out *out, rt_index_section section, const void *bytes, size_t n, rt_error *err);

/* All of a spool, and what ends it. */
RT_RESULT rt_index_out_spool(rt_index_out *out, rt_index_section section, rt_spool *spool, const void *last, size_t n,
                             rt_error *err);

/* A section that is filled in any order: size zeroed bytes of the file, mapped, until rt_index_out_unmap. NULL for
 * none. */
RT_RESULT rt_index_out_map(rt_index_out *out, rt_index_section section, size_t size, void **at, rt_error *err);
RT_RESULT rt_index_out_unmap(rt_index_out *out, rt_error *err);

/* Writes the header, makes all durable, and gives the file its name; one without stays open. */
RT_RESULT rt_index_out_finish(rt_index_out *out, rt_error *err);
