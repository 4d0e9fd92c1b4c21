/* Files as subjects to be compared: whatever `import` reads (FollowTheMoney, the OFAC and UN lists, a case's own
 * lines), and CSV with a header, packed or not.
 *
 * Subjects are entities that have a name and that the schema lets be compared; what is denied or taken back is left
 * out. Memory is bounded where the format gives the statements of an entity together; a case's own lines need not, so
 * all of their entities are held until the end. */
#pragma once

#include "exchange/format.h"
#include "names/gather.h"

typedef struct rt_subjects_options {
    void *to;
    rt_subject_take *take;
    bool keep_going;                             /* skip records that cannot be read */
    void (*bad)(void *to, const rt_error *what); /* told of each; may be NULL */
    /* CSV: told of each value that means nothing to its property and is kept as it stands; may be NULL */
    void (*note)(void *to, const rt_error *what);
    /* CSV: told once a file of columns that say nothing here, if there are any; may be NULL */
    void (*unread)(void *to, const rt_error *what);
    /* Told of the files before they are read; they are open until rt_subjects_read returns. May be NULL. */
    void (*reading)(void *to, rt_input *const *files, size_t n);
} rt_subjects_options;

/* Reads the files in their order; those of a format that wants its files together are read in one go. Errors name file,
 * line and column. */
RT_RESULT rt_subjects_read(const char *const *paths, size_t n, const rt_subjects_options *options, rt_error *err);

/* CSV whose header has a column `name`, beside it any of id, schema, alias, birth_date, nationality, gender, address,
 * id_number, or a property that tells subjects apart (passportNumber, country, ...); other columns say nothing here.
 * Several values of a cell stand between ';'. Values are read as people write them ("Iraq", "8 Sep 1966"); one that
 * means nothing to its property is kept as it stands. A row without an id gets none; a row without a name is a subject
 * without names. `take` gets every row. */
RT_RESULT rt_subjects_csv(rt_input *in, const rt_subjects_options *options, rt_error *err);

/* Adds to a query what a person wrote of it, as a cell of that CSV. Returns the first value that means nothing to its
 * property ("31 Feb 1984"), or nothing. */
rt_str rt_subjects_add_written(rt_gather *g, rt_str prop, rt_str cell);

/* Whether a file is such CSV, by its first line. */
bool rt_is_subjects_csv(rt_str head);
