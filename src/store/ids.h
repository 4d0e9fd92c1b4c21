/* A map from ids (or hashes, by their first half) to numbers, and the ids that stand in a text. Private to src/store.
 */
#pragma once

#include "base/digests.h"

enum { RT_ID_DIGITS = 32 };

typedef struct rt_ids {
    rt_digests numbers;
} rt_ids;

void rt_ids_close(rt_ids *ids);

/* The number under the first 32 hex digits of `hex`; NULL when there is none (or these are no hex digits). It may be
 * changed, and lives until the next is put. */
int64_t *rt_ids_find(const rt_ids *ids, rt_str hex);
void rt_ids_put(rt_ids *ids, rt_str hex, int64_t number);

/* The next 32 hex digits in the text, from *at on, that are in the map; *at is moved to where they begin. Start with 0,
 * and go on from one behind. NULL when there is none. */
int64_t *rt_ids_next(const rt_ids *ids, rt_str text, size_t *at);
