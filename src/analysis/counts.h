/* Counts by name. */
#pragma once

#include "base/map.h"
#include "base/value.h"

/* {0} is an empty one; it lives in the arena that is handed to each call. */
typedef struct rt_counts {
    rt_map names;
    int64_t *of; /* with the same numbers */
} rt_counts;

/* One more of this name, which is copied. O(1). */
void rt_counts_add(rt_counts *t, rt_str name, rt_arena *arena);

/* {name: count}, in code point order; what has no name is left out. */
rt_value *rt_counts_object(const rt_counts *t, rt_arena *arena);
