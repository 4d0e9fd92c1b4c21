#include "analysis/sweep.h"

#include <stdlib.h>
#include <string.h>

/* The sweep goes through the first days. Of the spans that have begun it knows how many end on or after a day (a tree
 * of sums over the ranks of their ends, P. M. Fenwick, "A new data structure for cumulative frequency tables", 1994)
 * and which (a bit for each rank). Rank 0 is the latest end. */
typedef struct sweep {
    const rt_swept *spans; /* in the order of their first days */
    size_t n;
    size_t *rank, *of_rank; /* of each span the rank of its end, and back */
    size_t *sums;
    uint64_t *begun;
} sweep;

static rt_day first_of(const rt_swept *s) { return s->from < s->to ? s->from : s->to; }
static rt_day last_of(const rt_swept *s) { return s->from < s->to ? s->to : s->from; }
static bool is_one_day_of_many(const rt_swept *s) { return s->to < s->from; }
static int by_size(size_t a, size_t b) { return (a > b) - (a < b); }

/* Of those that begin on one day the ones that are of some day of many come last: they look for what has begun. */
static int by_first(const void *x, const void *y) {
    const rt_swept *a = x, *b = y;
    if (first_of(a) != first_of(b)) return first_of(a) < first_of(b) ? -1 : 1;
    if (is_one_day_of_many(a) != is_one_day_of_many(b)) return is_one_day_of_many(a) ? 1 : -1;
    return by_size(a->tag, b->tag);
}

typedef struct ending {
    rt_day last;
    size_t at;
} ending;

static int by_last(const void *x, const void *y) {
    const ending *a = x, *b = y;
    if (a->last != b->last) return a->last > b->last ? -1 : 1;
    return by_size(a->at, b->at);
}

static sweep open_sweep(rt_swept *spans, size_t n, rt_arena *arena) {
    sweep s = {spans,
               n,
               RT_NEW_N(arena, size_t, n),
               RT_NEW_N(arena, size_t, n),
               RT_NEW_N(arena, size_t, n + 1),
               RT_NEW_N(arena, uint64_t, n / 64 + 1)};
    ending *ends = RT_NEW_N(arena, ending, n);
    if (n > 1) qsort(spans, n, sizeof *spans, by_first);
    for (size_t i = 0; i < n; i++) ends[i] = (ending){last_of(&spans[i]), i};
    if (n > 1) qsort(ends, n, sizeof *ends, by_last);
    for (size_t k = 0; k < n; k++) {
        s.of_rank[k] = ends[k].at;
        s.rank[ends[k].at] = k;
    }
    return s;
}

static void begin(sweep *s, size_t i) {
    if (is_one_day_of_many(&s->spans[i])) return;
    s->begun[s->rank[i] / 64] |= (uint64_t)1 << s->rank[i] % 64;
    for (size_t k = s->rank[i] + 1; k <= s->n; k += k & -k) s->sums[k]++;
}

/* How many ranks end on a day or later. */
static size_t ranks_from(const sweep *s, rt_day day) {
    size_t low = 0, high = s->n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (last_of(&s->spans[s->of_rank[middle]]) >= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Of the spans that have begun, those that reach the day that this one asks for. */
static size_t met_by(const sweep *s, size_t i) {
    size_t n = 0;
    for (size_t k = ranks_from(s, s->spans[i].from); k > 0; k -= k & -k) n += s->sums[k];
    return n;
}

static uint64_t count_all(rt_swept *spans, size_t n, rt_arena *arena) {
    sweep s = open_sweep(spans, n, arena);
    uint64_t count = 0;
    for (size_t i = 0; i < n; i++) {
        count += met_by(&s, i);
        begin(&s, i);
    }
    return count;
}

static int by_who(const void *x, const void *y) {
    const rt_swept *a = x, *b = y;
    return a->who != b->who ? by_size(a->who, b->who) : by_first(x, y);
}

uint64_t rt_sweep_count(rt_swept *spans, size_t n, rt_arena *arena) {
    uint64_t count = count_all(spans, n, arena);
    if (n > 1) qsort(spans, n, sizeof *spans, by_who);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && spans[to].who == spans[from].who;) to++;
        if (to - from > 1) count -= count_all(spans + from, to - from, arena);
    }
    return count;
}

/* The begun ones of the first ranks; false when that is enough. */
static bool tell(const sweep *s, size_t i, size_t ranks, rt_sweep_taker *take, void *context) {
    for (size_t w = 0; w * 64 < ranks; w++)
        for (uint64_t bits = s->begun[w]; bits != 0; bits &= bits - 1) {
            const size_t k = w * 64 + (size_t)__builtin_ctzll(bits);
            if (k >= ranks) return true;
            const rt_swept *a = &s->spans[s->of_rank[k]], *b = &s->spans[i];
            if (a->who != b->who && !take(context, (rt_swept_pair){a->tag, b->tag})) return false;
        }
    return true;
}

void rt_sweep_each(rt_swept *spans, size_t n, rt_sweep_taker *take, void *context, rt_arena *arena) {
    sweep s = open_sweep(spans, n, arena);
    for (size_t i = 0; i < n; i++) {
        if (met_by(&s, i) > 0 && !tell(&s, i, ranks_from(&s, spans[i].from), take, context)) return;
        begin(&s, i);
    }
}
