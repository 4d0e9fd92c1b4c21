/* The pairs of a case that may be one, kept beside it from one run to the next.
 *
 * To find them takes long: every entry is searched among all others. So CASE.pairs (which none but its owner can read)
 * keeps what was found, with a hash of each entity as it was then. The next run reads the entities anew and searches
 * only for those that are new or not what they were; it leaves nothing out that a run from the beginning would find,
 * but for what --top of an unchanged entity cut off. The file is thrown away at will; a damaged one, or one made by
 * another version or another cutoff, counts for nothing. It is kept for the whole reading only: not when a lens leaves
 * something out. */
#pragma once

#include "cli/matching.h"
#include "cli/searchable.h"
#include "resolve/xref.h"

typedef struct rt_kept_pair {
    rt_str a, b; /* ids */
    double score;
} rt_kept_pair;

typedef struct rt_kept_pairs {
    rt_kept_pair *at; /* best first, then by ids */
    size_t n;
    size_t entities, searched; /* how many there are; for how many the search was made */
} rt_kept_pairs;

/* CASE.pairs. */
const char *rt_kept_pairs_file(rt_arena *arena, rt_str case_path);

/* Nothing is kept any more: of what is erased from the case, ids and hashes by which a guess could be tried stand there
 * too. No failure where there is no such file. */
RT_RESULT rt_kept_pairs_forget(const char *file, rt_error *err);

/* All pairs of the case whose index this is that score from the cutoff up. `file` NULL: nothing is kept. Texts live in
 * the arena. */
RT_RESULT rt_kept_pairs_find(const rt_overlaid *index, const rt_xref_options *options, const char *file,
                             rt_arena *arena, rt_kept_pairs *pairs, rt_error *err);
