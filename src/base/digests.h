/* A set of hashes, each with a number: what stays in memory of a list whose texts do not. 24 bytes a slot, of which at
 * most three in four are taken. */
#pragma once

#include "base/hash.h"

typedef struct rt_digest {
    uint64_t key[2]; /* the first 16 bytes of a SHA-256; both 0: free */
    int64_t n;
} rt_digest;

/* {0} is an empty one. */
typedef struct rt_digests {
    rt_digest *slots;
    size_t room, count;
} rt_digests;

/* The slot of this hash, made with n = 0 when it was not in; valid until the next call. O(1). */
rt_digest *rt_digests_put(rt_digests *set, const rt_hash *hash);

/* The same without making one: NULL when it is not in. */
rt_digest *rt_digests_find(const rt_digests *set, const rt_hash *hash);

void rt_digests_clear(rt_digests *set); /* empties it and keeps the memory */
void rt_digests_close(rt_digests *set);
