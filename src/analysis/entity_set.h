/* Entities, each with the number in whose order it came. */
#pragma once

#include "analysis/reading.h"
#include "base/map.h"

/* {0} is an empty one; it lives in the arena that is handed to each call. */
typedef struct rt_entity_set {
    const rt_entity **at; /* by number */
    size_t n;
    rt_map ids; /* with the same numbers */
} rt_entity_set;

/* Its number; SIZE_MAX when it is not in. O(1). */
size_t rt_entity_set_find(const rt_entity_set *set, const rt_entity *e);

/* Its number, the next one when it was not in. O(1). */
size_t rt_entity_set_add(rt_entity_set *set, const rt_entity *e, rt_arena *arena);

/* Adds whatever the statements of a cursor with this property (empty: any) are about, and closes it. */
RT_RESULT rt_entity_set_take(rt_entity_set *set, rt_reading *r, rt_cursor *c, rt_str prop, rt_error *err);
