/* Tables by key: records of 32-bit key and value, those of one key side by side, behind a directory by the key's first
 * bits. One look-up reads a place of the directory and a short run of records. */
#pragma once

#include "names/index_file.h"

typedef enum rt_index_table { RT_TABLE_SOUNDS, RT_TABLE_JOINS, RT_TABLE_NUMBERS } rt_index_table;

typedef struct rt_index_run {
    const rt_index_keyed *at;
    size_t n;
} rt_index_run;

/* The records of one key, by rising value. */
rt_index_run rt_index_find(const rt_index *index, rt_index_table table, uint32_t key);

/* Asks for the place of the directory that the key is found by. */
void rt_index_fetch(const rt_index *index, rt_index_table table, uint32_t key);

/* --- building: the directory and records in place --- */

/* How many bits of the key the directory of n records goes by: four records a place, on average. */
unsigned rt_index_directory_bits(size_t n);

/* Counts, then places (in any order), then sorts. directory has (1 << bits) + 1 places, zeroed; records room for n. */
void rt_index_directory_count(uint32_t *directory, unsigned bits, const rt_index_keyed *records, size_t n);
void rt_index_directory_sum(uint32_t *directory, unsigned bits);
void rt_index_directory_put(uint32_t *directory, unsigned bits, const rt_index_keyed *records, size_t n,
                            rt_index_keyed *out);
void rt_index_directory_sort(uint32_t *directory, unsigned bits, rt_index_keyed *out);
