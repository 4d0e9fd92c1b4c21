#include "names/index_search.h"

void rt_index_best_make(rt_arena *arena, size_t top, size_t entries, rt_index_best *best) {
    const size_t most = top < entries ? top : entries;
    *best = (rt_index_best){.at = RT_NEW_N(arena, rt_ranked, most + 1), .most = most};
}

double rt_index_best_least(const rt_index_best *best, double cutoff) {
    if (best->most == 0) return 2;
    return best->n == best->most && best->at[best->n - 1].score > cutoff ? best->at[best->n - 1].score : cutoff;
}

static bool before(const rt_ranked *a, const rt_ranked *b) {
    return a->score > b->score || (a->score == b->score && rt_str_cmp(a->id, b->id) < 0);
}

static void keep(rt_index_best *best, const rt_ranked *one) {
    if (best->n == best->most && !before(one, &best->at[best->n - 1])) return;
    if (best->n < best->most) best->n++;
    size_t at = best->n - 1;
    for (; at > 0 && before(one, &best->at[at - 1]); at--) best->at[at] = best->at[at - 1];
    best->at[at] = *one;
}

rt_status rt_index_best_try(rt_index_best *best, const rt_index *index, rt_arena *scratch, const rt_ready *query,
                            size_t entry, double cutoff, rt_error *err) {
    rt_subject subject;
    rt_ready ready;
    RT_TRY(rt_index_ready(index, scratch, entry, &subject, &ready, err));
    const double score = rt_match_score(scratch, query, &ready);
    const rt_ranked one = {(uint32_t)entry, score, subject.id}; /* the id is a slice of the file */
    if (best->most > 0 && score >= cutoff) keep(best, &one);
    return rt_ok;
}

rt_status rt_index_best_hits(const rt_index_best *best, const rt_index *index, rt_arena *arena, const rt_ready *query,
                             rt_hit **hits, size_t *n, rt_error *err) {
    *hits = RT_NEW_N(arena, rt_hit, best->n + 1);
    *n = best->n;
    for (size_t i = 0; i < best->n; i++) {
        rt_hit *hit = &(*hits)[i];
        rt_ready ready;
        hit->entry = best->at[i].entry;
        RT_TRY(rt_index_ready(index, arena, best->at[i].entry, &hit->subject, &ready, err));
        rt_match_subjects(arena, query, &ready, &hit->match);
    }
    return rt_ok;
}
