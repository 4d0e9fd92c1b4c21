/* Counts by name; or a set of names. */
#pragma once

#include "base/value.h"

typedef struct rt_counts_row {
    rt_str name;
    int64_t n;
} rt_counts_row;

/* {0} is an empty one; it lives in the arena that is handed to each call. */
typedef struct rt_counts {
    rt_counts_row *rows; /* a hash table: a row without name is free */
    size_t room, n;
    int64_t unnamed; /* counts under the empty name */
} rt_counts;

/* One more; whether it is the first of this name, which is then copied. O(1). */
bool rt_counts_add(rt_counts *t, rt_str name, rt_arena *arena);

/* Whether it was added. O(1). */
bool rt_counts_has(const rt_counts *t, rt_str name);

/* {name: count}, in code point order; what has no name is left out. */
rt_value *rt_counts_object(const rt_counts *t, rt_arena *arena);
