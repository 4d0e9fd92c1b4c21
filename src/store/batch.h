/* Writing to the log: a batch of entries goes in whole or not at all.
 *
 * A batch begins with an entry of its own, which says when, by whom, with which program and how much was new; since
 * that is known last, its place in the tree stays open until the end. A batch that brings nothing new leaves no trace.
 */
#pragma once

#include "model/entry.h"
#include "store/store.h"

typedef struct rt_batch rt_batch;

typedef struct rt_batch_options {
    rt_str by;            /* who records; never empty */
    rt_str program;       /* "redthread 0.1.0" */
    rt_str handling;      /* of the batch's own entry */
    rt_str restored_from; /* hex root of the log whose export is restored, or empty */
} rt_batch_options;

typedef struct rt_batch_report {
    int64_t added, there, restored; /* entries that were new, that stood in the case, that kept their own time */
    int64_t size;                   /* of the log afterwards */
    char id[33]; /* of the batch's own entry, which --as-of and --since take; empty: nothing was new */
} rt_batch_report;

/* Begins to write. RT_BUSY when somebody else does for as long as the minder says, RT_BAD when the case's last entry
 * was recorded in the future, RT_CORRUPT when the end of the log is damaged. */
RT_RESULT rt_batch_begin(rt_store *store, const rt_batch_options *options, rt_batch **batch, rt_error *err);

/* Adds one entry, which must hold what rt_entry_check asks; its id is made, and must be right where it has one. Where
 * recorded_at and recorded_by are missing they are the batch's. Content that stands in the case already, and an act
 * that came without a time and whose like is there, is not added again. id, where not NULL, gets the entry's. */
RT_RESULT rt_batch_add(rt_batch *batch, const rt_entry *e, char id[32], bool *added, rt_error *err);

/* The same of an act that is done now, as a merge after a split is: it is added though its like is there. */
RT_RESULT rt_batch_act(rt_batch *batch, const rt_entry *e, char id[32], rt_error *err);

/* Adds a document with its bytes and the text that stands in them (valid UTF-8, or it is searched no further than it
 * is). e->sha256 must be that of the bytes: RT_BAD. An entry that stands in the case without its bytes gets them.
 * *added says whether the entry or its bytes were new. RT_LIMIT when they are too many. */
RT_RESULT rt_batch_document(rt_batch *batch, const rt_entry *e, rt_str bytes, rt_str text, char id[32], bool *added,
                            rt_error *err);

/* Whether an entry with this id is in the log, or was added by this batch. */
RT_RESULT rt_batch_has(rt_batch *batch, rt_str id, bool *there, rt_error *err);

/* Waits until all that was added stands in the tables: then a lens over the same store may read. */
RT_RESULT rt_batch_settle(rt_batch *batch, rt_error *err);

/* For whose eyes the batch's own entry is, where that is found out after its beginning. Call before commit. */
void rt_batch_handling(rt_batch *batch, rt_str handling);

/* Notes what was read: entries that count as news only beside others, unless they carry an edition: that a list was
 * the same on a later day is news. Call before commit. */
RT_RESULT rt_batch_note(rt_batch *batch, const rt_entry *e, rt_error *err);

/* Called when all of the batch stands in the tables, before its transaction is committed. For src/store. */
typedef rt_status rt_batch_last(rt_store *store, rt_error *err);
void rt_batch_end_with(rt_batch *batch, rt_batch_last *last);

RT_RESULT rt_batch_commit(rt_batch *batch, rt_batch_report *report, rt_error *err);

/* Closes a batch; what was not committed is taken back. NULL is fine. */
void rt_batch_close(rt_batch *batch);

/* How far it got, for progress. */
int64_t rt_batch_count(const rt_batch *batch);
