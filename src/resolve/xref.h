/* Cross-reference: all pairs of likely equal subjects between two indexes, or within one. */
#pragma once

#include "names/index_overlay.h"

typedef struct rt_xref_options {
    double cutoff;    /* pairs with this score or more */
    size_t top;       /* of each subject, at most so many partners are looked at */
    unsigned threads; /* 0: as many as there are cores */
    void (*progress)(void *with, size_t done, double share); /* of all, 0 to 1 */
    void *with;
    /* NULL: every entry is searched; else only those for which it says so. */
    bool (*only)(const void *with, uint64_t entry);
    const void *only_with;
} rt_xref_options;

/* Two entries by their numbers; what they are and why they match is computed again by who prints it, so that a pair
 * takes little room. */
typedef struct rt_xref_pair {
    uint64_t left, right;
    double score;
} rt_xref_pair;

/* All pairs, best first, then by numbers. With b NULL, pairs within a: each once, none with itself, none of two entries
 * of one id. The caller frees *pairs. Every entry of the smaller index is searched in the other, on all threads. */
RT_RESULT rt_xref(const rt_overlaid *a, const rt_overlaid *b, const rt_xref_options *options, rt_xref_pair **pairs,
                  size_t *n, rt_error *err);
