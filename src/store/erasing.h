/* The steps of an erasure. Private to src/store: erase.h is what is called from outside. */
#pragma once

#include "store/erase.h"
#include "store/ids.h"

/* What goes, and where each of it is by its id (and by the SHA-256 of a file or a document). */
typedef struct rt_erasing {
    rt_store *store;
    const rt_erase_asked *asked;
    rt_arena *arena;
    rt_gone_list gone;
    rt_ids ids;        /* to places in `gone` */
    rt_strs documents; /* names of documents that go: statements may name them so */
} rt_erasing;

/* Fills `gone`. Ids that are not there are RT_ABSENT unless an erasure is unfinished: they may have gone with it. */
RT_RESULT rt_erasing_find(rt_erasing *x, rt_error *err);
void rt_erasing_close(rt_erasing *x);

/* The entry that stands in for one that goes: without hashes, without what it has of a document that goes, and naming
 * other stand-ins (which must have their ids) in place of what they stand in for. */
rt_entry rt_erasing_stand_in(const rt_erasing *x, const rt_gone *gone);

/* Whether this is what a statement calls a document that goes: its id, its SHA-256, its name. */
bool rt_erasing_is_document(const rt_erasing *x, rt_str named);

/* Takes the rows out of the log, and leaves their commitments. Within a transaction. */
RT_RESULT rt_erasing_bare(rt_store *store, const rt_gone_list *gone, rt_error *err);

/* Drops what nothing uses any more, makes what is derived anew, and notes that the file is still to be written anew.
 * Within the same transaction. */
RT_RESULT rt_erasing_prune(rt_store *store, rt_error *err);

/* Writes the file anew, so that no free page and no journal holds what was there. */
RT_RESULT rt_erasing_rewrite(rt_store *store, rt_error *err);

/* Which texts of what went other entries still give, and, where `raw`, a search of the file's bytes, for these ids too:
 * RT_CORRUPT when something stands there that no entry gives. */
RT_RESULT rt_erasing_search(rt_store *store, const rt_gone_list *gone, rt_strs ids, bool raw, rt_arena *arena,
                            rt_erase_report *report, rt_error *err);

/* Notes that it is done. */
RT_RESULT rt_erasing_end(rt_store *store, rt_error *err);
