/* SHA-256, SHA-1 (FIPS 180-4) by Nettle, and random bytes from the system. */
#pragma once

#include <stdint.h>

#include "base/buf.h"

typedef struct rt_hash {
    uint8_t bytes[32];
} rt_hash;

/* A hash under way, used again and again. Not to be shared by threads. */
typedef struct rt_hasher rt_hasher;

rt_hasher *rt_hasher_new(void);

/* The same of SHA-1, which fills the first 20 bytes of a hash: for ids that others make by it, never to trust in. */
rt_hasher *rt_hasher_new_sha1(void);
void rt_hasher_free(rt_hasher *h);
void rt_hasher_begin(rt_hasher *h);
void rt_hasher_add(rt_hasher *h, const void *bytes, size_t n);
void rt_hasher_end(rt_hasher *h, rt_hash *out);

/* begin, add, add, end: of the two parts one after the other (the second may be empty). */
void rt_hash_two(rt_hasher *h, rt_str first, rt_str second, rt_hash *out);

/* Random bytes from the system's generator; ends the program when there are none to be had. */
void rt_random(void *bytes, size_t n);

bool rt_hash_eq(const rt_hash *a, const rt_hash *b);

/* 2 n hex digits (either case) as n bytes; false when s is anything else. */
bool rt_unhex(rt_str s, uint8_t *bytes, size_t n);
