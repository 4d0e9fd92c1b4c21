/* The steps of a search: entries that names propose, and the best of those that were scored. */
#pragma once

#include "names/index_lookup.h"

typedef struct rt_scored {
    uint32_t entry;
    double logit; /* of its best name; infinite where an identity number proposed it */
} rt_scored;

enum { RT_ENTRIES_MOST = 1024 };

typedef struct rt_entries {
    rt_scored *at;
    size_t n;
    uint32_t *slots;
    size_t slot_mask;
} rt_entries;

/* The entries that the query's names and numbers propose, best names first; least: the log-odds of names from which
 * they are of use. */
void rt_index_propose(const rt_index *index, rt_arena *arena, rt_remembered *remembered, const rt_ready *query,
                      double least, rt_entries *entries);

/* index_best.c: the best scores so far. */
typedef struct rt_ranked {
    uint32_t entry;
    double score;
    rt_str id;
} rt_ranked;

typedef struct rt_index_best {
    rt_ranked *at; /* best first */
    size_t n, most;
} rt_index_best;

void rt_index_best_make(rt_arena *arena, size_t top, size_t entries, rt_index_best *best);

/* The score from which an entry comes among the best: the cutoff, or that of the last when there are enough. */
double rt_index_best_least(const rt_index_best *best, double cutoff);

/* Scores the entry, and keeps it when it belongs among the best. */
RT_RESULT rt_index_best_try(rt_index_best *best, const rt_index *index, rt_arena *scratch, const rt_ready *query,
                            size_t entry, double cutoff, rt_error *err);

/* Explains them. */
RT_RESULT rt_index_best_hits(const rt_index_best *best, const rt_index *index, rt_arena *arena, const rt_ready *query,
                             rt_hit **hits, size_t *n, rt_error *err);
