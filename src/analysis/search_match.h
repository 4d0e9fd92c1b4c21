/* What full text finds for a query, best first: which entries fit, and how well, told from what the lens lets through
 * alone. */
#pragma once

#include "store/found.h"
#include "words/query.h"

typedef struct rt_matches {
    rt_found *at; /* the best, best first, with their scores; as good ones in the order of the log */
    size_t n;
    size_t total; /* how many there are in all */
} rt_matches;

/* The score is BM25 (Robertson and Zaragoza 2009) summed over the words of the query that an entry holds, with two
 * changes that keep it free of statistics over the whole case: how rare a word is, is held against the commonest word
 * of the query, both counted through the lens; and the length of an entry against a fixed one, by its square root, so
 * that long documents stand beside short statements. */
RT_RESULT rt_search_match(rt_lens *lens, rt_finder *finder, const rt_query *query, size_t top, rt_arena *arena,
                          rt_matches *matches, rt_error *err);
