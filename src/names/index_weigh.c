/* Which of the names found are worth a comparison, and in which order: by what their words and the query's say
 * together, which the look-up knows already, so that no word is compared again. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "names/align.h"
#include "names/index_join.h"
#include "names/index_lookup.h"

enum {
    AHEAD = 8,             /* names whose words are fetched while others are weighed */
    CANDIDATES_MOST = 512, /* names that are compared */
};

typedef struct weighed {
    float by_unit[RT_UNITS_MOST]; /* the most evidence that a unit has from a word of the name */
    float there;                  /* information of the name's words that something is near to */
} weighed;

static void word_weigh(const rt_lookup *l, uint32_t word, weighed *w) {
    const rt_near *near = rt_lookup_near(l, word);
    if (near == NULL) return;
    w->there += near->info;
    for (;; near = &l->near[near->next - 1]) {
        if (near->evidence > w->by_unit[near->unit]) w->by_unit[near->unit] = near->evidence;
        if (near->next == 0) return;
    }
}

/* Two words of the name as one of the query's. */
static void joins_weigh(const rt_unit *unit, size_t at, const rt_name *name, weighed *w) {
    for (size_t i = 0; i + 1 < name->n; i++) {
        rt_word joined;
        const rt_word *first = &name->words[i], *second = &name->words[i + 1];
        if (!rt_index_joinable(first, second) || !rt_index_may_join(first, second, unit->word)) continue;
        rt_word_join(first, second, name->kind == RT_NAME_ORGANISATION, &joined);
        const rt_alike alike = rt_alike_words(unit->word, &joined, rt_pair_most_cost);
        const float evidence = rt_index_evidence(unit->word->info, first->info + second->info, alike.cost);
        if (!(evidence > w->by_unit[at])) continue;
        w->by_unit[at] = evidence;
        w->there += fminf(first->info, rt_most_info) + fminf(second->info, rt_most_info);
    }
}

/* A name that came by a join is read whole. */
static void joined_weigh(const rt_lookup *l, const rt_index_posting *found, weighed *w, rt_name_kind *kind,
                         float *info) {
    const size_t unit = found->others & 255;
    rt_word words[RT_NAME_MOST_WORDS];
    uint32_t numbers[RT_NAME_MOST_WORDS];
    rt_name name;
    rt_index_name_read(l->index, found->name, words, numbers, &name);
    *kind = name.kind;
    *info = 0;
    for (size_t i = 0; i < name.n; i++)
        if (rt_index_part_listed(words[i].part)) *info += fminf(words[i].info, rt_most_info);
    if (unit < l->n) joins_weigh(&l->units[unit], unit, &name, w);
}

/* Two neighbours of the query as one count where they say more than each alone. */
static float evidence_sum(const rt_lookup *l, const weighed *w, float *here) {
    float by_word[RT_NAME_MOST_WORDS + 1] = {0}, sum = 0;
    *here = 0;
    for (size_t u = 0; u < l->n; u++) {
        const rt_unit *unit = &l->units[u];
        const size_t at = unit->at;
        if (unit->count == 1) {
            by_word[at] = w->by_unit[u];
            if (by_word[at] > 0) *here += unit->info;
        } else if (w->by_unit[u] > by_word[at] + by_word[at + 1]) {
            by_word[at] = by_word[at + 1] = w->by_unit[u] / 2;
            *here += unit->info;
        }
    }
    for (size_t i = 0; i < RT_NAME_MOST_WORDS; i++) sum += by_word[i];
    return sum;
}

/* The most that the name can reach. */
static float promise_of(const rt_lookup *l, const rt_index_posting *found) {
    weighed w = {0};
    float here, info = (float)rt_index_posting_info(found);
    rt_name_kind kind = (rt_name_kind)rt_index_posting_kind(found);
    const rt_index_span s = rt_index_name_span(l->index, found->name);
    for (size_t i = s.begin; i < s.end; i++) word_weigh(l, rt_index_word_at(l->index, i), &w);
    if (rt_index_posting_kind(found) == RT_FOUND_JOINED) joined_weigh(l, found, &w, &kind, &info);
    const float evidence = evidence_sum(l, &w, &here);
    return rt_index_ceiling(&l->bound, kind, evidence, here, w.there, info);
}

/* --- each once, the best first -------------------------------------------------------------------------------------
 */

/* Of one name first what came by joining. */
static int posting_cmp(const void *a, const void *b) {
    const rt_index_posting *x = a, *y = b;
    if (x->name != y->name) return x->name < y->name ? -1 : 1;
    return (int)rt_index_posting_kind(y) - (int)rt_index_posting_kind(x);
}

static void fetch(const rt_index *index, const rt_index_posting *found, size_t n, size_t i) {
    if (i + 2 * AHEAD < n && found[i + 2 * AHEAD].name < index->name_count)
        __builtin_prefetch(&index->names[found[i + 2 * AHEAD].name]);
    if (i + AHEAD < n) {
        const rt_index_span s = rt_index_name_span(index, found[i + AHEAD].name);
        __builtin_prefetch(&index->name_words[s.begin]);
    }
}

static int candidate_cmp(const void *a, const void *b) {
    const rt_candidate *x = a, *y = b;
    if (x->promise > y->promise) return -1;
    if (x->promise < y->promise) return 1;
    return x->name < y->name ? -1 : x->name > y->name;
}

rt_candidates rt_candidates_of(const rt_lookup *l, const rt_index_posting *found, size_t n) {
    rt_index_posting *sorted = RT_NEW_N(l->arena, rt_index_posting, n + 1);
    rt_candidates c = {.at = RT_NEW_N(l->arena, rt_candidate, n + 1)};
    memcpy(sorted, found, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, posting_cmp);
    for (size_t i = 0; i < n; i++) {
        fetch(l->index, sorted, n, i);
        if (i > 0 && sorted[i].name == sorted[i - 1].name) continue;
        const float promise = promise_of(l, &sorted[i]);
        if (promise >= l->bound.least) c.at[c.n++] = (rt_candidate){sorted[i].name, promise};
    }
    qsort(c.at, c.n, sizeof *c.at, candidate_cmp);
    if (c.n > CANDIDATES_MOST) c.n = CANDIDATES_MOST;
    return c;
}
