#include "names/index_keyed.h"

#include <stdlib.h>
#include <string.h>

/* --- finding ------------------------------------------------------------------------------------------------------ */

static size_t lower(const rt_index_keyed *at, size_t n, uint32_t key) {
    size_t begin = 0;
    while (n > 0) {
        const size_t half = n / 2;
        if (at[begin + half].key < key) {
            begin += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return begin;
}

static unsigned bits_of(size_t places) { return (unsigned)__builtin_ctzll(places - 1); }

void rt_index_fetch(const rt_index *index, rt_index_table table, uint32_t key) {
    const rt_str directory = rt_index_section_bytes(index, (rt_index_section)(RT_SECTION_SOUND_AT + 2 * (int)table));
    const unsigned bits = bits_of(directory.len / sizeof(uint32_t));
    if (bits <= 32) __builtin_prefetch(directory.at + ((uint64_t)key >> (32 - bits)) * sizeof(uint32_t));
}

rt_index_run rt_index_find(const rt_index *index, rt_index_table table, uint32_t key) {
    const rt_index_section where = (rt_index_section)(RT_SECTION_SOUND_AT + 2 * (int)table);
    const rt_str directory_bytes = rt_index_section_bytes(index, where);
    const rt_str record_bytes = rt_index_section_bytes(index, (rt_index_section)(where + 1));
    const void *directory_at = directory_bytes.at, *records_at = record_bytes.at;
    const uint32_t *directory = directory_at;
    const rt_index_keyed *records = records_at;
    const unsigned bits = bits_of(directory_bytes.len / sizeof *directory);
    if (bits > 32) return (rt_index_run){0};
    const size_t place = (size_t)((uint64_t)key >> (32 - bits));
    const size_t begin = directory[place], end = directory[place + 1];
    if (begin > end || end > record_bytes.len / sizeof *records) return (rt_index_run){0};
    const size_t first = begin + lower(records + begin, end - begin, key);
    size_t n = 0;
    while (first + n < end && records[first + n].key == key) n++;
    return (rt_index_run){records + first, n};
}

/* --- building ----------------------------------------------------------------------------------------------------- */

unsigned rt_index_directory_bits(size_t n) {
    unsigned bits = 0;
    while (bits < 28 && (n >> bits) > 4) bits++;
    return bits;
}

static size_t place_of(uint32_t key, unsigned bits) { return (size_t)((uint64_t)key >> (32 - bits)); }

void rt_index_directory_count(uint32_t *directory, unsigned bits, const rt_index_keyed *records, size_t n) {
    for (size_t i = 0; i < n; i++) directory[place_of(records[i].key, bits)]++;
}

/* Each place then says where its records end; putting counts it down to where they begin. */
void rt_index_directory_sum(uint32_t *directory, unsigned bits) {
    const size_t places = (size_t)1 << bits;
    for (size_t i = 1; i <= places; i++) directory[i] += directory[i - 1];
}

void rt_index_directory_put(uint32_t *directory, unsigned bits, const rt_index_keyed *records, size_t n,
                            rt_index_keyed *out) {
    for (size_t i = 0; i < n; i++) out[--directory[place_of(records[i].key, bits)]] = records[i];
}

static bool before(const rt_index_keyed *a, const rt_index_keyed *b) {
    return a->key < b->key || (a->key == b->key && a->value < b->value);
}

static int keyed_cmp(const void *a, const void *b) { return before(a, b) ? -1 : before(b, a); }

static void few_sort(rt_index_keyed *at, size_t n) {
    for (size_t i = 1; i < n; i++) {
        const rt_index_keyed one = at[i];
        size_t j = i;
        for (; j > 0 && before(&one, &at[j - 1]); j--) at[j] = at[j - 1];
        at[j] = one;
    }
}

void rt_index_directory_sort(uint32_t *directory, unsigned bits, rt_index_keyed *out) {
    const size_t places = (size_t)1 << bits;
    for (size_t i = 0; i < places; i++) {
        const size_t n = directory[i + 1] - directory[i];
        if (n <= 16)
            few_sort(out + directory[i], n);
        else
            qsort(out + directory[i], n, sizeof *out, keyed_cmp);
    }
}
