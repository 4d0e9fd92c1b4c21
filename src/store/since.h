/* From a day or a batch on: what entered the case since, and the case as it was just before. */
#pragma once

#include "store/cursor.h"

/* Where "since" begins. */
typedef struct rt_since {
    rt_str
        recorded_at; /* nothing that was recorded before this day or time, compared as text; empty: a place decides */
    int64_t first;   /* no entry before this place was recorded then */
    char day[40];
} rt_since;

/* Of a day (EDTF: its first), a time, or a batch's id, each with all that it holds itself. RT_USAGE for what is none of
 * these, RT_ABSENT for a batch that is not there for this reader. */
RT_RESULT rt_since_read(rt_lens *lens, rt_str text, rt_since *since, rt_error *err);

/* All entries since then but `batch` and `read`, in the order of the log. */
RT_RESULT rt_cursor_since(rt_lens *lens, const rt_since *since, rt_cursor **c, rt_error *err);

/* Whether this entry, at this place, entered since then. */
bool rt_is_since(const rt_since *since, const rt_seen_entry *entry);

/* The same reader and the same question, as the case was just before. To be closed by rt_lens_close. */
RT_RESULT rt_lens_open_before(rt_lens *lens, const rt_since *since, rt_lens **before, rt_error *err);
