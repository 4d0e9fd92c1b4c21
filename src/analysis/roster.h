/* Who is on a list while its history goes by, entry after entry: by entity and handling. */
#pragma once

#include "base/slots.h"

typedef struct rt_roster_row {
    rt_str entity, handling;
    bool on, entry;        /* entry: stands for itself, and does not hang on another */
    struct rt_value *told; /* what is told of its last change */
    size_t came, changed;  /* 1 + number of the edition with which it came last, and was changed last; 0: none */
} rt_roster_row;

/* {0} is an empty one; it lives in the arena that is handed to each call. */
typedef struct rt_roster {
    rt_roster_row *rows;
    size_t n;
    rt_slots table;
} rt_roster;

/* The row of this entity, made when there was none; valid until the next call. Texts are copied. O(1). */
rt_roster_row *rt_roster_row_of(rt_roster *t, rt_str entity, rt_str handling, rt_arena *arena);
