/* Who said it, where, when, how surely, for whose eyes, and when it was recorded: the fields that statements of one
 * import share, kept once. The lens decides by provenance, so once for all its statements. Private to src/store. */
#pragma once

#include "model/entry.h"
#include "store/sql.h"

enum { RT_PROVENANCE_TEXTS = 12 };

/* The columns in their order, `via` last: "recorded_at, recorded_by, ..., via". */
extern const char rt_provenance_columns[];

/* Where the text of column i stands in an entry. */
rt_str *rt_provenance_text(rt_entry *e, int i);

/* Appends `via` as a JSON list; nothing when it is empty. */
void rt_provenance_write_via(rt_buf *out, rt_strs via);

/* A provenance by itself: the texts in the order of their columns. */
typedef struct rt_provenance {
    rt_str text[RT_PROVENANCE_TEXTS];
    rt_strs via;
} rt_provenance;

/* Reads one from the columns of a row, from column `first` on; texts are copied to the arena. RT_CORRUPT when `via` is
 * no list. */
RT_RESULT rt_provenance_read(sqlite3_stmt *row, int first, rt_json_reader *reader, rt_arena *arena, rt_provenance *p,
                             rt_error *err);

/* Puts its texts into the entry's fields (slices). */
void rt_provenance_apply(const rt_provenance *p, rt_entry *e);
