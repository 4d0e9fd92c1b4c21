/* A map from ids (or hashes, by their first half) to numbers, and the ids that stand in a text. Private to src/store.
 */
#pragma once

#include "base/str.h"

enum { RT_ID_DIGITS = 32 };

typedef struct rt_ids {
    struct rt_ids_slot *slots;
    size_t n, room; /* room: a power of two, or 0 */
} rt_ids;

void rt_ids_close(rt_ids *ids);

/* The number under the first 32 hex digits of `hex`; NULL when there is none (or these are no hex digits). It may be
 * changed, and lives until the next is put. */
size_t *rt_ids_find(const rt_ids *ids, rt_str hex);
void rt_ids_put(rt_ids *ids, rt_str hex, size_t number);

/* The next 32 hex digits in the text, from *at on, that are in the map; *at is moved to where they begin. Start with 0,
 * and go on from one behind. NULL when there is none. */
size_t *rt_ids_next(const rt_ids *ids, rt_str text, size_t *at);
