/* Files into the case: one batch, all or nothing. */
#pragma once

#include "exchange/format.h"
#include "store/batch.h"

typedef struct rt_import_options {
    rt_str format;   /* a name of rt_formats; empty: told by each file */
    rt_str dataset;  /* name for what is read; empty: the format's, else the file's name */
    rt_str handling; /* of what is added; canonical, or empty */
    rt_str by, program;
    rt_str restored_from;  /* hex root of the log whose export is restored, or empty */
    const char *mapping;   /* path of the mapping by which the files, tables, are read; or NULL */
    const char *documents; /* a folder with the bytes of documents, named by their SHA-256; or NULL */
    bool keep_going;       /* skip records that cannot be read */
    bool write_skipped;    /* write each of them down (exchange/skipped.h) */
    const char *skipped;   /* where to, of the one file that is read; NULL: beside each file */
    bool dry;              /* read everything, past what cannot be read too, add nothing, write nothing down */
    bool complete;         /* each list is given whole: what it no longer has is gone */
    rt_str edition;        /* of lists that do not say it themselves; or empty */
    bool shrunk;           /* take a list though more than half of it is gone */
    bool after_erasure;    /* take what may be something that was erased */
    void *to;
    /* A record that was skipped, or (dry) that cannot be read, or a note; may be NULL. */
    void (*tell)(void *to, const rt_error *what, bool skipped);
    void (*kept)(void *to, const char *path); /* where what was skipped of a file stands; may be NULL */
    /* Every some thousand, with the share of the files that was read, 0 to 1 (below 0: not known); may be NULL. */
    void (*progress)(void *to, int64_t entries, double share);
    /* dry: each entry as it would be added, with the line on which its record begins, where the format has such (else
     * 0); may be NULL */
    void (*preview)(void *to, const char *file, uint64_t line, const rt_entry *e);
} rt_import_options;

/* What became of one list that was given whole. */
typedef struct rt_import_edition {
    char dataset[128], edition[40]; /* cut where they are longer */
    int64_t entries, came, went, changed;
    bool news;
} rt_import_edition;

enum { RT_IMPORT_EDITIONS = 16 };

typedef struct rt_import_report {
    rt_batch_report batch;
    int64_t files, skipped, notes;
    int64_t misquoted;                              /* statements whose quote does not stand in their document's text */
    int64_t entries;                                /* that the files held, as far as they were read */
    rt_import_edition editions[RT_IMPORT_EDITIONS]; /* the first of them */
    size_t edition_count;
} rt_import_report;

/* Reads the files ("-": standard input), in their order, into the case. Errors name file, line and column; the case is
 * then as it was. */
RT_RESULT rt_import(rt_store *store, const char *const *paths, size_t n, const rt_import_options *options,
                    rt_import_report *report, rt_error *err);
