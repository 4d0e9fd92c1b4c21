/* The overlay as a file: which entries of an index are hidden, and a second index of those that were added. */
#pragma once

#include "names/index_file.h"

enum { RT_OVERLAY_VERSION = 1 };

typedef struct rt_overlay_header {
    char magic[8]; /* "RTOVERL\n" */
    uint32_t version;
    uint32_t order;        /* 0x01020304, as the machine that wrote it has it */
    uint64_t bytes;        /* of the file */
    uint64_t hidden;       /* u32 each, rising, behind the header */
    uint64_t added_at;     /* where the index of added entries begins: to the end of the file */
    rt_hash base;          /* the index over which it lies */
    rt_hash absorbed;      /* the index that has taken it in; zero: none */
    rt_hash hidden_sha256; /* of the list */
    uint64_t check;        /* FNV-1a of all that stands before it */
} rt_overlay_header;

_Static_assert(sizeof(rt_overlay_header) == 144, "the header has no gaps");

typedef struct rt_overlay_file {
    const char *at; /* mapped; NULL: there is none */
    size_t size;
    rt_overlay_header header;
    const uint32_t *hidden;
    rt_index *added;
} rt_overlay_file;

/* "PATH.ending", to be freed. */
char *rt_overlay_path(const char *path, const char *ending);

/* The overlay of the index at path; none is no error. */
RT_RESULT rt_overlay_file_open(const char *path, rt_overlay_file *file, rt_error *err);
void rt_overlay_file_close(rt_overlay_file *file);

/* What tells one index from another: its header, which holds the hashes of all sections. */
rt_hash rt_overlay_identity(const rt_index *index);

/* Whether the overlay lies over this index; one that the index has absorbed is closed. */
RT_RESULT rt_overlay_file_fits(rt_overlay_file *file, const rt_index *index, rt_error *err);

typedef struct rt_overlay_parts {
    rt_hash base, absorbed;
    const uint32_t *hidden;
    size_t hidden_count;
    rt_str added; /* an index file's bytes */
} rt_overlay_parts;

/* Writes the overlay of the index at path beside, and gives it its name. */
RT_RESULT rt_overlay_file_write(const char *path, const rt_overlay_parts *parts, rt_error *err);
