/* What the judgements that a lens lets through add up to: which entities are one.
 *
 * Of the judgements on a pair the last counts: by the time at which it was recorded, of equal times by the log's order.
 * Entities that are joined by judgements `same` are one cluster. Two that are judged different are never in one: where
 * judgements would join them all the same (they came by imports, or who judged did not see all of them), they are taken
 * in the order in which they were recorded, and those that would join the two are held back. To judge the same once
 * more moves nothing: a pair has its place in that order since the first of the judgements in a row that say so.
 *
 * What a reading supposes stands in place of the last judgement on a pair. As if the same: the clusters of the two are
 * one, whatever else is judged of who is in them. As if apart: as if the two were judged different. */
#pragma once

#include "store/cursor.h"

/* A judgement that counts: the last on its pair, and since when the pair is judged so. */
typedef struct rt_judged {
    rt_seen_entry s;
    rt_str since; /* recorded_at of the first in the row */
    int64_t since_seq;
} rt_judged;

typedef struct rt_judged_list {
    rt_judged *at;
    size_t n;
} rt_judged_list;

/* The judgement that counts on each pair that holds this id, in code point order of the other one; whatever is
 * supposed. */
RT_RESULT rt_judged_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_judged_list *judged, rt_error *err);

/* Which of the two in a judgement is not this one. */
rt_str rt_judged_other(const rt_entry *judgement, rt_str id);

/* The judgement that counts on two ids; one without id when there is none. */
RT_RESULT rt_judgement_on(rt_lens *lens, rt_str a, rt_str b, rt_arena *arena, rt_seen_entry *last, rt_error *err);

/* On which statements a judgement rests: their ids, by links `supports` to the judgement; each once, in the order of
 * the log. */
RT_RESULT rt_judged_on(rt_lens *lens, rt_str judgement, rt_arena *arena, rt_strs *statements, rt_error *err);

/* For sorting: the order in which they were recorded, of equal times that of the log. */
int rt_judged_cmp(const rt_seen_entry *a, const rt_seen_entry *b);

typedef struct rt_cluster {
    rt_strs members;   /* in code point order */
    rt_seen_list same; /* the judgements that hold it together, in the order since when they hold */
} rt_cluster;

/* The cluster of this id: O(n log n) in the judgements on those who would be in it but for what is held back; each join
 * also looks at those `different` among them. RT_LIMIT when these are more than any person has. */
RT_RESULT rt_cluster_read(rt_lens *lens, rt_str id, rt_arena *arena, rt_cluster *cluster, rt_error *err);

/* The cluster of a as if nobody had judged it and b, the two themselves: who is in it stays one with a whatever is
 * judged of this pair. */
RT_RESULT rt_cluster_read_without(rt_lens *lens, rt_str a, rt_str b, rt_arena *arena, rt_cluster *cluster,
                                  rt_error *err);

/* Its members alone, the id among them. */
RT_RESULT rt_cluster_of(rt_lens *lens, rt_str id, rt_arena *arena, rt_strs *members, rt_error *err);

bool rt_cluster_has(const rt_cluster *cluster, rt_str id);

/* The judgements of a shortest way from one member to another, in its order; empty when one is no member. O(n log n).
 */
rt_seen_list rt_cluster_chain(const rt_cluster *cluster, rt_str from, rt_str to, rt_arena *arena);
