/* What a view of changes works with: the case now and just before, and the entries that came since. Private to
 * changes*.c. */
#pragma once

#include "analysis/listing.h"
#include "analysis/roster.h"
#include "analysis/shape.h"
#include "base/map.h"
#include "store/since.h"

/* The lists of the object, in their order. */
typedef enum rt_change {
    RT_ADDED,
    RT_RETRACTED,
    RT_REPLACED,
    RT_JUDGED,
    RT_CAME,
    RT_LEFT,
    RT_DROPPED,
    RT_LINKED,
    RT_DECIDED,
    RT_DOCUMENTS,
    RT_ERASED,
    RT_WENT_OUT,
    RT_CHANGES,
} rt_change;

typedef struct rt_changes {
    rt_reading now, then;
    const rt_since *since;
    size_t most; /* rows of each list */
    rt_value *lists[RT_CHANGES];
    int64_t counts[RT_CHANGES];
    rt_map out; /* ids of the statements of which it was told that they were taken out */
    rt_list_editions editions;
    rt_entry last;                       /* what was asked last which edition brought it: */
    const rt_list_edition *last_edition; /* most that follow came with the same */
    rt_roster roster;
} rt_changes;

/* Takes one more entry that came since, in the order of the log. */
RT_RESULT rt_changes_see(rt_changes *ch, const rt_seen_entry *s, rt_error *err);

/* The same of what concerns lists: a statement, or an absence. */
RT_RESULT rt_changes_see_list(rt_changes *ch, const rt_seen_entry *s, rt_error *err);

/* All entries since then that are about an entity, name it, or name a statement about it; of what names it also what is
 * new about that. In the order of the log, each once. */
RT_RESULT rt_changes_around(rt_changes *ch, const rt_entity *e, rt_seen_list *found, rt_error *err);

/* Counts one, and gives a new row of its list with who recorded it, when and why; NULL when there are enough. */
rt_value *rt_change_row(rt_changes *ch, rt_change what, const rt_entry *e);

/* Puts what a statement says, of whom: {entity, prop, value, label?, means?, stance, statements[], sources[]}. */
RT_RESULT rt_change_put_statement(rt_changes *ch, rt_value *row, rt_str id, rt_error *err);
