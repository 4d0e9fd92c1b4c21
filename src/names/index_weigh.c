/* Which of the names found are worth a comparison, and in which order: by what their words and the query's say
 * together, which the look-up knows already, so that no word is compared again. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "names/align.h"
#include "names/index_far.h"
#include "names/index_join.h"
#include "names/index_lookup.h"

enum {
    AHEAD = 8,             /* names whose words are fetched while others are weighed */
    CANDIDATES_MOST = 512, /* names that are compared */
};

typedef struct weighed {
    uint32_t left;                /* bit i: nothing is near to the name's word i */
    float by_unit[RT_UNITS_MOST]; /* the most evidence that a unit has from a word of the name */
    float there;                  /* information of the name's words that something is near to */
} weighed;

static void word_weigh(const rt_lookup *l, uint32_t word, size_t place, weighed *w) {
    const rt_near *near = rt_lookup_near(l, word);
    if (near == NULL) {
        w->left |= 1U << place;
        return;
    }
    w->there += near->info;
    for (;; near = &l->near[near->next - 1]) {
        if (near->evidence > w->by_unit[near->unit]) w->by_unit[near->unit] = near->evidence;
        if (near->next == 0) return;
    }
}

enum { KNOWN = 1024 };
typedef struct known {
    uint32_t word; /* + 1 */
    uint32_t units;
} known;

typedef struct weighing {
    const rt_lookup *l;
    known *known; /* by the lower bits of the word's number */
} weighing;

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

/* The units that a word which is near to none may be a misspelling of. Names that share a common word share others, so
 * what was found is kept. */
static uint32_t nearly_of(weighing *w, uint32_t word) {
    const rt_lookup *l = w->l;
    known *k = &w->known[word & (KNOWN - 1)];
    if (k->word == word + 1) return k->units;
    *k = (known){.word = word + 1};
    for (size_t u = 0; u < l->n && l->units[u].count == 1; u++)
        if (rt_far_nearly(rt_lookup_far(l, u), l->index, word)) k->units |= 1U << u;
    return k->units;
}

/* Whether words that are left over on both sides may be misspellings of each other. */
static bool nearly(weighing *w, rt_index_span s, const weighed *x) {
    uint32_t units = 0;
    for (size_t u = 0; u < w->l->n && w->l->units[u].count == 1; u++)
        if (x->by_unit[u] <= 0) units |= 1U << u;
    for (uint32_t left = units == 0 ? 0 : x->left; left != 0; left &= left - 1) {
        const size_t at = s.begin + (size_t)__builtin_ctz(left);
        if (!rt_index_part_listed(rt_index_part_at(w->l->index, at))) continue;
        if ((nearly_of(w, rt_index_word_at(w->l->index, at)) & units) != 0) return true;
    }
    return false;
}

/* What the name may reach; below the bound when it cannot be of use. */
static float promise_of(weighing *all, const rt_index_posting *found) {
    const rt_lookup *l = all->l;
    weighed w = {0};
    rt_index_said said;
    float info = (float)rt_index_posting_info(found);
    rt_name_kind kind = (rt_name_kind)rt_index_posting_kind(found);
    const rt_index_span s = rt_index_name_span(l->index, found->name);
    for (size_t i = s.begin; i < s.end; i++) word_weigh(l, rt_index_word_at(l->index, i), i - s.begin, &w);
    if (rt_index_posting_kind(found) == RT_FOUND_JOINED) joined_weigh(l, found, &w, &kind, &info);
    said.evidence = evidence_sum(l, &w, &said.here);
    said.there = w.there;
    const float most = rt_index_ceiling(&l->bound, kind, said, info, true);
    const float sure = rt_index_ceiling(&l->bound, kind, said, info, false);
    if (most == sure || most < l->bound.least || !nearly(all, s, &w)) return sure;
    return fmaxf((sure + most) / 2, l->bound.least); /* it comes before others by half of what is not sure */
}

/* --- each once, the best first -------------------------------------------------------------------------------------
 */

enum { DIGIT = 11, DIGITS = 1 << DIGIT };

/* One pass of a sort by 11 bits, which keeps the order of what is equal in them. */
static void pass(const rt_index_posting *from, rt_index_posting *to, size_t n, unsigned shift) {
    uint32_t at[DIGITS + 1];
    memset(at, 0, sizeof at);
    for (size_t i = 0; i < n; i++) at[(from[i].name >> shift & (DIGITS - 1)) + 1]++;
    for (size_t i = 1; i < DIGITS; i++) at[i] += at[i - 1];
    for (size_t i = 0; i < n; i++) to[at[from[i].name >> shift & (DIGITS - 1)]++] = from[i];
}

static void few_sort(rt_index_posting *at, size_t n) {
    for (size_t i = 1; i < n; i++) {
        const rt_index_posting one = at[i];
        size_t j = i;
        for (; j > 0 && at[j - 1].name > one.name; j--) at[j] = at[j - 1];
        at[j] = one;
    }
}

/* By name; what came by joining is found first, and stays before what else leads to a name. Names are few millions, so
 * the upper bits are most often all zero. */
static const rt_index_posting *sorted_by_name(rt_arena *arena, const rt_index_posting *found, size_t n) {
    enum { FEW = 48 };
    rt_index_posting *a = RT_NEW_N(arena, rt_index_posting, n + 1), *b = RT_NEW_N(arena, rt_index_posting, n + 1);
    if (n > 0) memcpy(a, found, n * sizeof *a);
    if (n <= FEW) {
        few_sort(a, n);
        return a;
    }
    uint32_t all = 0;
    for (size_t i = 0; i < n; i++) all |= a[i].name;
    for (unsigned shift = 0; shift < 32 && all >> shift != 0; shift += DIGIT) {
        pass(a, b, n, shift);
        rt_index_posting *const other = a;
        a = b;
        b = other;
    }
    return a;
}

static void fetch_words(const rt_index *index, rt_index_span s) {
    for (size_t k = s.begin; k < s.end; k++)
        if (rt_index_word_at(index, k) < index->word_count)
            __builtin_prefetch(&index->words[rt_index_word_at(index, k)].letters);
}

static void fetch_letters(const rt_index *index, rt_index_span s) {
    for (size_t k = s.begin; k < s.end; k++) {
        const uint32_t word = rt_index_word_at(index, k);
        if (word < index->word_count && index->words[word].text < index->letters.len)
            __builtin_prefetch(index->letters.at + index->words[word].text);
    }
}

/* Names found lie far apart in memory: each step asks for what a later one reads. */
static void fetch(const rt_index *index, const rt_index_posting *found, size_t n, size_t i) {
    if (i + 3 * AHEAD < n && found[i + 3 * AHEAD].name < index->name_count)
        __builtin_prefetch(&index->names[found[i + 3 * AHEAD].name]);
    if (i + 2 * AHEAD < n)
        __builtin_prefetch(&index->name_words[rt_index_name_span(index, found[i + 2 * AHEAD].name).begin]);
    if (i + AHEAD < n) fetch_words(index, rt_index_name_span(index, found[i + AHEAD].name));
    if (i + AHEAD / 2 < n) fetch_letters(index, rt_index_name_span(index, found[i + AHEAD / 2].name));
}

static int candidate_cmp(const void *a, const void *b) {
    const rt_candidate *x = a, *y = b;
    if (x->promise > y->promise) return -1;
    if (x->promise < y->promise) return 1;
    return x->name < y->name ? -1 : x->name > y->name;
}

rt_candidates rt_candidates_of(const rt_lookup *l, const rt_index_posting *found, size_t n) {
    const rt_index_posting *sorted = sorted_by_name(l->arena, found, n);
    rt_candidates c = {.at = RT_NEW_N(l->arena, rt_candidate, n + 1)};
    weighing all = {l, RT_NEW_N(l->arena, known, KNOWN)};
    for (size_t i = 0; i < n; i++) {
        fetch(l->index, sorted, n, i);
        if (i > 0 && sorted[i].name == sorted[i - 1].name) continue;
        const float promise = promise_of(&all, &sorted[i]);
        if (promise >= l->bound.least) c.at[c.n++] = (rt_candidate){sorted[i].name, promise};
    }
    qsort(c.at, c.n, sizeof *c.at, candidate_cmp);
    if (c.n > CANDIDATES_MOST) c.n = CANDIDATES_MOST;
    return c;
}
