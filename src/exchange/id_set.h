/* Ids that were met, each by its first 64 bits: for a reading that puts nothing into the case. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct rt_id_set {
    uint64_t *slots; /* owned; 0: free */
    size_t room, n;  /* room: a power of two, or 0 */
} rt_id_set;

/* The id is 32 hex digits. What is none is not in it. */
void rt_id_set_add(rt_id_set *set, const char *id);
bool rt_id_set_has(const rt_id_set *set, const char *id);
void rt_id_set_close(rt_id_set *set);
