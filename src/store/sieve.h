/* Whether an id can be in the log already, without looking: a blocked Bloom filter (Putze, Sanders, Singler 2007) over
 * the keys of ids. It says yes to all that are there and to few others; what it denies is not there. Private to
 * src/store. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct rt_sieve {
    uint64_t *bits; /* owned; NULL before the first key */
    bool whole;     /* it has the key of each id that is in the table: else it denies nothing */
} rt_sieve;

void rt_sieve_add(rt_sieve *s, int64_t key);
bool rt_sieve_may_have(const rt_sieve *s, int64_t key);
void rt_sieve_close(rt_sieve *s);
