/* The lens: who reads, as of when, which sources. Nothing reads the log but through one.
 *
 * What a lens does not let through is not there: no count, order, caption, suggestion or message tells of it. A lens
 * decides by provenance (handling, sources, times), so once for all statements that share one. */
#pragma once

#include "base/date.h"
#include "model/entry.h"
#include "store/store.h"

typedef struct rt_lens rt_lens;

/* Two entities of which is asked as if the last judgement on them were `same`, or (apart) `different`: a question, not
 * an answer, and of one reading only. */
typedef struct rt_supposed {
    rt_str a, b; /* ids */
    bool apart;
    rt_str hypothesis; /* id of the one that says so; empty: none was named */
} rt_supposed;

typedef struct rt_supposed_list {
    const rt_supposed *at;
    size_t n;
} rt_supposed_list;

/* Empty fields leave nothing out. */
typedef struct rt_lens_spec {
    bool narrowed;  /* `clear` was given; without it the reader is the file's owner, who sees all */
    rt_str clear;   /* the reader's clearance: COMPARTMENT,...,LABEL */
    rt_str as_of;   /* what was recorded by the end of this day (or time), or up to the end of the batch with this id */
    rt_str said_by; /* what was certainly or possibly said by the end of this day (EDTF) */
    rt_str at;      /* what certainly or possibly held on this day (EDTF) */
    rt_strs sources;           /* datasets, or documents by id, name or SHA-256: only what stands in one of them */
    rt_supposed_list supposed; /* which clusters follow from it: store/cluster.h */
} rt_lens_spec;

/* RT_USAGE for a clearance or a date that is none, RT_ABSENT for a batch, or an entity of which something is supposed,
 * that is not there; RT_BAD when what is supposed contradicts itself. The store must outlive it. */
RT_RESULT rt_lens_open(rt_store *store, const rt_lens_spec *options, rt_lens **lens, rt_error *err);
void rt_lens_close(rt_lens *lens); /* NULL is fine */

rt_store *rt_lens_store(const rt_lens *lens);

/* Whether it leaves anything out by clearance: then what looks at the log as a whole is refused. */
bool rt_lens_is_narrowed(const rt_lens *lens);

/* What it was opened with; valid as long as it is open. */
const rt_lens_spec *rt_lens_asked(const rt_lens *lens);

/* What covers all that it has let through so far: who has that clearance and no more is answered the very same. */
rt_str rt_lens_handling(const rt_lens *lens, rt_arena *arena);

/* The day that `--at` asks for; NULL when it asks for none. */
const rt_when *rt_lens_at(const rt_lens *lens);

/* The last day on which something that the lens shows was recorded, or that of --said-by where it is earlier: the day
 * on which who asks stands, whatever the clock says. Empty when nothing is shown. It looks from the end of the log back
 * to the first batch of which a statement is shown. */
RT_RESULT rt_lens_latest(rt_lens *lens, rt_arena *arena, rt_str *day, rt_error *err);

/* The last place of the batch that was recorded at this time: where an entry that was recorded anew with the time that
 * it had belongs. -1: there is no such batch. For comparing only. */
RT_RESULT rt_lens_batch_end(rt_lens *lens, rt_str recorded_at, int64_t *seq, rt_error *err);

/* How much of the log stands before this place, 0 to 1: for telling how far a reading of all of it is. Below 0 to who
 * sees less than all: the size of the log is not told to them. */
double rt_lens_share(const rt_lens *lens, int64_t seq);

/* What is supposed of who is one; in the order in which it was asked. */
rt_supposed_list rt_lens_supposed(const rt_lens *lens);

/* An entity is there when a visible statement is about it. */
RT_RESULT rt_lens_sees_entity(rt_lens *lens, rt_str entity, bool *seen, rt_error *err);

/* Whether a visible entry has this id. */
RT_RESULT rt_lens_sees_entry(rt_lens *lens, rt_str id, bool *seen, rt_error *err);

/* The document that a statement calls so, by its id, its name or its SHA-256, when the reader may see it and it was
 * recorded by then: what a visible statement that stands in it may be told of (its title, its date). None is found
 * where documents of different bytes are called so. Its texts live in the arena. */
RT_RESULT rt_lens_document(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, bool *found,
                           rt_error *err);

/* The source in which a statement stands: its document, else its dataset; empty for what was stated by hand. One
 * document is one source, whatever a statement calls it: it is given by its id (the first of those with the same
 * bytes), as far as rt_lens_document finds it, else as the statement calls it. Valid until the next call. */
RT_RESULT rt_lens_source(rt_lens *lens, const rt_entry *statement, rt_str *source, rt_error *err);

/* Whether what stands in this dataset and document stands in this source: the dataset, or the document whatever either
 * calls it. A name that several documents have means each of them here. */
RT_RESULT rt_lens_stands_in(rt_lens *lens, rt_str dataset, rt_str document, rt_str source, bool *yes, rt_error *err);
