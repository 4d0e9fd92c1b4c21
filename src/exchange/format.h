/* A format that entries are read from or written to: one file a format, one constant struct, one line in formats.c. */
#pragma once

#include "exchange/input.h"
#include "model/entry.h"
#include "store/cursor.h"

struct rt_mapping;

/* How a record that stands by itself is written down, and why beside it. */
typedef enum rt_raw_form {
    RT_RAW_LINE,    /* a line or some, the reason in a line "# WHY" above */
    RT_RAW_ROW,     /* a row of a table with a header, the reason in a column in front */
    RT_RAW_ELEMENT, /* an element of XML, the reason in a comment above */
} rt_raw_form;

/* A record that cannot be read, as it stands: to be written down, mended and read. */
typedef struct rt_raw_record {
    rt_raw_form form;
    rt_str head; /* what stands before the first of them: the header of a table, the list's beginning; may be empty */
    rt_str text; /* the record */
    rt_str tail; /* what stands behind the last; may be empty */
    char delimiter; /* of a table */
} rt_raw_record;

/* Where a reader puts what it reads. */
typedef struct rt_sink {
    void *to;
    /* One entry; its slices need to live only during the call. Id, recorded_at and recorded_by may be empty. */
    rt_status (*add)(void *to, const rt_entry *e, rt_error *err);
    /* The same, and tells the entry's id: for readers whose later lines name earlier ones. */
    rt_status (*add_entry)(void *to, const rt_entry *e, char id[32], rt_error *err);
    /* A record that cannot be read: RT_OK says skip it and go on (--keep-going), anything else ends the reading. */
    rt_status (*bad_record)(void *to, const rt_error *what, rt_error *err);
    /* A record begins on this line of the file, whose entries are added next. May be NULL. */
    void (*record)(void *to, uint64_t line);
    /* Called before bad_record, by readers whose records stand by themselves. May be NULL. */
    void (*raw)(void *to, const rt_raw_record *record);
    /* How a file was read, where that might have been another way. May be NULL. */
    void (*remark)(void *to, const rt_error *what);
    /* Something worth telling that stops nothing: a value that its type refuses and that is kept as text. May be NULL:
     * then values need not be held against their types. */
    void (*note)(void *to, const rt_error *what);
    /* A list says when it was made (EDTF, or empty), before its first entry. May be NULL. */
    rt_status (*dated)(void *to, rt_str made, rt_error *err);
} rt_sink;

typedef struct rt_read_options {
    rt_str dataset;                   /* name for what is read; never empty */
    rt_str handling;                  /* of entries that say nothing themselves; may be empty */
    bool named;                       /* the user gave that name */
    const struct rt_mapping *mapping; /* of tables: what their columns mean; else NULL */
    bool complete; /* what is given is taken for the whole list: whatever can tell that it was cut must be there */
} rt_read_options;

/* Where a writer puts what it writes, in pieces of some size. */
typedef struct rt_writer {
    void *to;
    rt_status (*write)(void *to, rt_str bytes, rt_error *err);
    bool goes_out; /* to somebody: then what is noted of what went to others stays here */
    /* How many of `what` went ("entries"), and how much of all that is, 0 to 1; below 0 where it must not be told. May
     * be NULL. */
    void (*progress)(void *to, const char *what, int64_t done, double share);
} rt_writer;

/* Tells how far it is: `seq` is the place of the entry that was read last (store/cursor.h). For writers, now and then.
 */
void rt_writer_tell(const rt_writer *writer, const char *what, int64_t done, rt_lens *lens, int64_t seq);

typedef struct rt_format {
    const char *name;    /* --format NAME */
    const char *summary; /* for --help */
    const char *dataset; /* name of the dataset when the user gives none; NULL: the file's name */
    bool together;       /* all files of this format on one command line are read in one go */
    bool list;           /* may be given whole, again and again: `import --complete` */
    bool whole;          /* the statements of an entity come together, but for those of what hangs on it */

    /* Whether a file of this name (without .gz) that begins so is of this format. NULL: never read. */
    bool (*detect)(rt_str name, rt_str head);

    /* Reads the files to their end. Every record is checked whole before its first entry is added. Errors name file,
     * line and column. */
    rt_status (*read)(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err);

    /* Writes what the lens lets through. NULL: never written. */
    rt_status (*write)(rt_lens *lens, const rt_writer *writer, rt_error *err);
} rt_format;

extern const rt_format *const rt_formats[]; /* ends with NULL */

const rt_format *rt_format_named(rt_str name); /* or NULL */

/* The format of a file by its name and its first bytes; *format is NULL when it cannot be told. */
RT_RESULT rt_format_detect(rt_input *in, const rt_format **format, rt_error *err);
