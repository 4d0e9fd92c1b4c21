/* A network cut into slices of time: which ties were in each, certainly or possibly; what came and what went. */
#pragma once

#include "base/date_allen.h"
#include "base/status.h"
#include "base/str.h"

typedef enum rt_slice_step { RT_SLICE_YEAR, RT_SLICE_MONTH, RT_SLICE_EQUAL } rt_slice_step;

typedef struct rt_slicing {
    rt_slice_step step;
    size_t n; /* of RT_SLICE_EQUAL: how many */
} rt_slicing;

enum { RT_MOST_SLICES = 600 };

/* "year", "month", or how many equal ones (1 to 600). RT_USAGE for anything else. */
RT_RESULT rt_slicing_read(rt_str text, rt_slicing *slicing, rt_error *err);

typedef struct rt_slice {
    rt_day first, last;
    rt_certainty *ties; /* one for each of the dates */
} rt_slice;

typedef struct rt_slices {
    rt_slice *at; /* in the order of time; those in which there is nothing are left out */
    size_t n;
    bool more; /* there are later ones: no more than 600 are looked at */
} rt_slices;

/* The slices of n ties by when they were, NULL for those of no date (which are in no slice). They go from the first day
 * that a date names to the last: what goes on goes on to there. O(slices * n). */
rt_slices rt_slices_of(const rt_when *const *when, size_t n, rt_slicing slicing, rt_arena *arena);

/* A slice as EDTF: "2006", "2006-07", "2006-03-01/2006-04-15". */
rt_str rt_slice_text(const rt_slice *slice, rt_slice_step step, rt_arena *arena);
