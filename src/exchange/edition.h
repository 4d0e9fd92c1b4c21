/* A list that is given whole (`import --complete`): against what the case holds of it, each value is old, new, or back,
 * and what is not met until the file's end is no longer on the list. docs/decisions/022-editions.md says why it is
 * written down as it is.
 *
 * A list is a dataset at one handling: its editions follow each other, those of another handling are another list's.
 * Two values are one where everything is equal but when it was said and recorded: what a later edition says again is
 * not written again. In memory are hashes of the values and of the entities, nothing of their texts. */
#pragma once

#include "exchange/format.h"
#include "store/batch.h"

typedef struct rt_edition rt_edition;

typedef struct rt_edition_options {
    rt_str dataset, handling;
    rt_str told;     /* --edition; or empty */
    bool shrunk;     /* take it though more than half of the entries are gone */
    rt_store *store; /* that of the batch */
    rt_batch *batch; /* to which nothing was added yet since it was settled */
} rt_edition_options;

typedef struct rt_edition_report {
    rt_str edition;              /* lives as long as the edition */
    int64_t entries;             /* on the list now */
    int64_t came, went, changed; /* entries */
    int64_t there;               /* values that were there already */
    bool news;                   /* something changed, or it is of a later day than the last */
} rt_edition_report;

/* Reads what is on the list. RT_CORRUPT when what is derived from the log is not of this program's making. */
RT_RESULT rt_edition_open(const rt_edition_options *options, rt_edition **ed, rt_error *err);
void rt_edition_close(rt_edition *ed); /* NULL is fine */

/* The list says when it was made: before any of its values. RT_BAD when the case has a later edition, or when it was
 * told otherwise. */
RT_RESULT rt_edition_dated(rt_edition *ed, rt_str made, rt_error *err);

/* Adds one value of the list, unless it is there. */
RT_RESULT rt_edition_take(rt_edition *ed, const rt_entry *e, rt_error *err);

/* The list was read to its end: adds what is gone. RT_BAD when that is more than half. */
RT_RESULT rt_edition_end(rt_edition *ed, rt_edition_report *report, rt_error *err);
