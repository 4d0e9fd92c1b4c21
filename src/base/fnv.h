/* FNV-1a (Fowler, Noll, Vo) with 64 bits: where a table is searched, and what tells damage. Whoever wants can make two
 * texts of one hash, so what is found is compared. */
#pragma once

#include "base/str.h"

#define RT_FNV_BEGIN 14695981039346656037U

/* Goes on from a hash: rt_fnv(rt_fnv(RT_FNV_BEGIN, a), b) is that of both. Inline, since most are of a few bytes. */
static inline uint64_t rt_fnv(uint64_t hash, rt_str s) {
    for (size_t i = 0; i < s.len; i++) hash = (hash ^ (unsigned char)s.at[i]) * 1099511628211U;
    return hash;
}
