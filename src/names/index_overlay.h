/* An index with the changes that lie over it.
 *
 * An index file is never changed. What is added to it, replaced or removed stands in a small file beside it,
 * FILE.overlay (docs/index-file.md), until a rebuild makes a new index of both. Whoever searches opens the two as one:
 * without an overlay that is the index alone. Entries are numbered through, those of the index first; numbers that are
 * replaced or removed are hidden. */
#pragma once

#include "names/index.h"

typedef struct rt_overlaid rt_overlaid;

/* Opens the index, and its overlay when there is one. An overlay that is damaged, or lies over another index, is
 * refused; one that a rebuild has absorbed says nothing. */
RT_RESULT rt_overlaid_open(const char *path, rt_overlaid **overlaid, rt_error *err);
/* An index with nothing over it, of which it becomes the owner. */
rt_overlaid *rt_overlaid_alone(rt_index *index);
void rt_overlaid_close(rt_overlaid *overlaid); /* NULL is fine */
RT_RESULT rt_overlaid_verify(rt_overlaid *overlaid, rt_error *err);

typedef struct rt_overlaid_info {
    rt_index_info index; /* of the index file alone */
    bool overlay;        /* whether something lies over it: */
    uint64_t added;      /* entries of the overlay */
    uint64_t hidden;     /* entries of the index that are replaced or removed */
    uint64_t bytes;      /* of the overlay's file */
    uint64_t entries;    /* that are found, of both */
} rt_overlaid_info;
rt_overlaid_info rt_overlaid_about(const rt_overlaid *overlaid);

/* As rt_index_search: the best hits of both that are not hidden. Several threads may search at once. */
RT_RESULT rt_overlaid_search(const rt_overlaid *overlaid, rt_arena *arena, const rt_subject *query,
                             const rt_search *how, rt_hit **hits, size_t *n, rt_error *err);

/* Walking all entries: numbers 0 .. span - 1, without those that are hidden. */
uint64_t rt_overlaid_span(const rt_overlaid *overlaid);
bool rt_overlaid_hides(const rt_overlaid *overlaid, uint64_t entry);
RT_RESULT rt_overlaid_entry(const rt_overlaid *overlaid, rt_arena *arena, uint64_t entry, rt_subject *subject,
                            rt_error *err);

/* --- changing ------------------------------------------------------------------------------------------------------
 */

typedef struct rt_overlay_change {
    const rt_subject *add; /* each takes the place of entries with its id; of several with one id the last counts */
    size_t add_count;
    rt_strs remove;   /* ids */
    unsigned threads; /* 0: as many as there are cores */
} rt_overlay_change;

typedef struct rt_overlay_changed {
    uint64_t added, replaced, removed; /* ids (and entries without one) */
} rt_overlay_changed;

/* Makes the overlay of the index at path anew, with this change; it is written beside and renamed, so there is the old
 * one or the new one. An id to remove that is not there is an error, and nothing is changed. Every entry of the index
 * is looked at once. RT_BUSY when another program changes the index. */
RT_RESULT rt_overlay_make(const char *path, const rt_overlay_change *change, rt_overlay_changed *changed,
                          rt_error *err);

/* Makes an index of an index and its overlay, with the same note. `to` NULL: in its place, and the overlay goes, in
 * steps of which none loses a change. Of options the threads and the progress count. */
RT_RESULT rt_overlay_absorb(const char *path, const char *to, const rt_index_options *options, uint64_t *entries,
                            rt_error *err);

/* For who has put an index that owes nothing to an older one in its place: what lay over the old one goes. True when
 * something did. */
bool rt_overlay_forget(const char *path);
