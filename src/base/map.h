/* Texts, each with a number in the order in which they came (0, 1, 2, ...): a set of texts, or what a list beside it
 * is found by. */
#pragma once

#include "base/slots.h"

/* {0} is an empty one; it lives in the arena that is handed to each call. */
typedef struct rt_map {
    rt_str *keys; /* by number */
    size_t n;
    rt_slots slots; /* once there are more than a few */
} rt_map;

/* The number of a text; SIZE_MAX when it is not in. O(1) expected. */
size_t rt_map_find(const rt_map *map, rt_str key);

/* Adds a text that is not in, which becomes the last; it is not copied. O(1) expected. */
void rt_map_put(rt_map *map, rt_str key, rt_arena *arena);

/* Its number, the next one when it was not in; then it is not copied. */
size_t rt_map_add(rt_map *map, rt_str key, rt_arena *arena);

/* Whether it is met for the first time; then it is put in, copied. */
bool rt_map_meet(rt_map *map, rt_str key, rt_arena *arena);
