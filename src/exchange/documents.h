/* Documents into the case, out of it, and back. */
#pragma once

#include "store/batch.h"
#include "store/lens.h"
#include "text/text.h"

typedef struct rt_documents_options {
    rt_str name, title, date; /* of the one document that is added; empty: its file's name, what it states */
    rt_str encoding;          /* in which they are written; empty: each tells it */
    rt_str handling;          /* canonical, or empty */
    rt_str by, program;
    void *to;
    void (*progress)(void *to, size_t done, size_t all); /* so many files are read; or NULL */
} rt_documents_options;

/* What became of one file; texts live in the arena that was handed down. */
typedef struct rt_document_added {
    rt_str file;
    rt_entry entry; /* with its id */
    rt_text text;
    bool added; /* false: the case had it already */
} rt_document_added;

/* Adds the files ("-": standard input, which needs a name) as one batch, all or nothing; `added` has room for n. The
 * same bytes under the same handling are not added again, unless name, title or date are given and say something new; a
 * document that the case knows by its hash alone gets its bytes. Of a packed file the bytes are kept as they are, and
 * the text is what it holds. Errors name the file. */
RT_RESULT rt_documents_add(rt_store *store, const char *const *paths, size_t n, const rt_documents_options *options,
                           rt_arena *arena, rt_document_added *added, rt_error *err);

/* Writes the bytes of the documents that the lens shows into a folder (made if need be), each named by its SHA-256;
 * what stands there already is left. */
RT_RESULT rt_documents_write(rt_lens *lens, const char *folder, size_t *written, rt_error *err);

/* Adds a document entry with its bytes, where the folder holds a file named by its SHA-256, else without. */
RT_RESULT rt_documents_restore(rt_batch *batch, const rt_entry *e, const char *folder, char id[32], rt_error *err);
