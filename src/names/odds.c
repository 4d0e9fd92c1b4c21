#include "names/odds.h"

#include <math.h>
#include <string.h>

#include "base/unset.h"

/* A word, or the middle of one, as indexes with its edges; the id of each two letters by the second of them; and which
 * letters a-z stand from here to the end. */
typedef struct side {
    uint8_t at[RT_ODDS_LETTERS], pair[RT_ODDS_LETTERS];
    uint32_t from[RT_ODDS_LETTERS + 1];
    size_t n;
} side;

/* One side's alphabet and the ids of its pairs. */
typedef struct alphabet {
    const uint8_t *index, *pairs;
    unsigned letters;
} alphabet;

static unsigned index_of(const alphabet *abc, rt_str word, size_t i) {
    const unsigned char c = (unsigned char)word.at[i];
    return c < 128 ? abc->index[c] : abc->letters - 1;
}

/* Without the first `start` and the last `end` letters, but for one of them at either end, which may be half of two:
 * where there is none stands the edge. */
static void make_side(const alphabet *abc, rt_str word, size_t start, size_t end, side *out) {
    const size_t n = word.len + 2 - start - end;
    out->n = n;
    for (size_t i = start == 0; i < n - (end == 0); i++) out->at[i] = (uint8_t)index_of(abc, word, start + i - 1);
    if (start == 0) out->at[0] = RT_ODDS_EDGE;
    if (end == 0) out->at[n - 1] = RT_ODDS_EDGE;
    out->pair[0] = 0;
    for (size_t i = 1; i < n; i++) out->pair[i] = abc->pairs[out->at[i - 1] * abc->letters + out->at[i]];
}

/* Of tables between Latin and Latin, whose letters have indexes from 1 on. */
static void make_letters(side *out) {
    const uint32_t all = (1U << RT_ODDS_ALPHABET) - 1;
    uint32_t letters = 0;
    out->from[out->n] = 0;
    for (size_t i = out->n; i-- > 0;) out->from[i] = letters |= (1U << out->at[i] >> 1) & all;
}

static unsigned least_of(const rt_odds_least_of *l, uint32_t others) {
    unsigned k = 0;
    for (unsigned i = 0; i < RT_ODDS_LEVELS; i++) k += (l->with[i] & others) == 0;
    return l->cost[k];
}

/* What the letters that one side has and the other has not cost at least, 1/16 nat; no more than about `enough` is
 * added up. */
static inline unsigned sum_of(const rt_odds *o, uint32_t letters, uint32_t others, unsigned enough) {
    unsigned sum = 0;
    for (uint32_t only = letters & ~others; only != 0 && sum <= enough; only &= only - 1)
        sum += least_of(&o->least[__builtin_ctz(only)], others);
    return sum;
}

/* --- the walk ------------------------------------------------------------------------------------------------------
 */

/* What the first letters of the left side cost as the first j of the right, at j + 2, so that two before the first is
 * a cell as well. `first` and `last` are
 * those from which the end can be reached within the limit, and no such cell of the next two rows lies far from these.
 */
enum { CELLS = 40 }; /* of a row: RT_ODDS_LETTERS + 3, and a whole number of 16 bytes, which are filled at once */

_Static_assert(CELLS >= RT_ODDS_LETTERS + 3, "a row holds every letter");

typedef struct row {
    uint16_t cost[CELLS];
    size_t first, last;
} row;

typedef struct walking {
    const rt_odds *o;
    const side *a, *b;
    uint16_t
        rest[RT_ODDS_LETTERS + 1]; /* what letters of the right side from j on cost at least, as the left lacks them */
    unsigned limit;
    row rows[3];
} walking;

static inline unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* A typing error on the first letter is dearer: people look at it. */
static inline unsigned cost_of(const rt_odds *o, unsigned cost, bool early) {
    return early && (cost & RT_ODDS_TYPOS) != 0 ? cost + o->first : cost;
}

/* The tables at one letter of the left side. */
typedef struct letter {
    const uint16_t *one, *right_alone;
    const uint8_t *one_two, *two_one, *two_two; /* the last two NULL when it ends no pair */
    unsigned alone, swap;
    uint8_t at, before; /* the letter and the one before it; before the first one that no letter is */
} letter;

static letter letter_of(const rt_odds *o, const side *a, size_t i) {
    const unsigned x = a->at[i], pair = a->pair[i];
    return (letter){.one = o->one + x * o->rights,
                    .right_alone = o->right_alone,
                    .one_two = o->one_two + x * o->right_pairs,
                    .two_one = pair == 0 ? NULL : o->two_one + pair * o->rights,
                    .two_two = pair == 0 ? NULL : o->two_two + pair * o->right_pairs,
                    .alone = o->left_alone[x],
                    .swap = o->swap,
                    .at = (uint8_t)x,
                    .before = i == 0 ? UINT8_MAX : a->at[i - 1]};
}

/* Of two letters there is no pair before the second (make_side), so that nothing is read before the start. */
static inline unsigned two_letters(const letter *x, const side *b, const row *last, const row *before, size_t j) {
    unsigned best = RT_ODDS_NEVER;
    const unsigned right = b->pair[j - 1];
    if (right != 0) best = last->cost[j] + ((unsigned)x->one_two[right] << 4);
    if (x->two_one == NULL) return best;
    best = least(best, before->cost[j + 1] + ((unsigned)x->two_one[b->at[j - 1]] << 4));
    return right == 0 ? best : least(best, before->cost[j] + ((unsigned)x->two_two[right] << 4));
}

static inline unsigned swapped(const letter *x, const side *b, const row *before, size_t j) {
    if (x->before != b->at[j - 1] || j < 2 || x->at != b->at[j - 2] || x->swap >= RT_ODDS_NEVER) return RT_ODDS_NEVER;
    return before->cost[j] + x->swap;
}

static inline unsigned cell(const rt_odds *o, const letter *x, const side *b, const row *before, const row *last,
                            unsigned beside, size_t j, bool early) {
    const unsigned y = b->at[j - 1];
    unsigned best = last->cost[j + 1] + cost_of(o, x->one[y], early);
    best = least(best, last->cost[j + 2] + cost_of(o, x->alone, early));
    best = least(best, beside + cost_of(o, x->right_alone[y], early));
    best = least(best, two_letters(x, b, last, before, j));
    return least(least(best, swapped(x, b, before, j)), RT_ODDS_NEVER);
}

static inline void empty(row *r) {
    for (size_t j = 0; j < CELLS; j++) r->cost[j] = RT_ODDS_NEVER;
    r->first = RT_ODDS_LETTERS;
    r->last = 0;
}

/* Fills the row of letter i. What the letters behind it cost at least, since the right side has them no more, is not to
 * be spent before. */
static inline void walk_row(const walking *w, const row *before, const row *last, row *now, size_t i, bool start) {
    const rt_odds *const o = w->o;
    const side *const b = w->b;
    const size_t far = (before->last > last->last ? before->last : last->last) + 2, n = b->n;
    size_t j = before->first < last->first ? before->first : last->first;
    if (j == 0) j = 1;
    const letter x = letter_of(o, w->a, i - 1);
    const unsigned limit = w->limit, rest = sum_of(o, w->a->from[i], b->from[j], limit >> 4) << 4;
    if (rest > limit) return;
    unsigned beside = RT_ODDS_NEVER;
    for (; j <= n; j++) {
        if (j > far && beside + rest > limit) break;
        beside = cell(o, &x, b, before, last, beside, j, start && j <= 2);
        now->cost[j + 2] = (uint16_t)beside;
        if (beside + rest > limit || beside + w->rest[j] > limit) continue;
        if (now->first > j) now->first = j;
        now->last = j;
    }
}

/* False when the letters alone cost more than the limit. */
static bool walk_begin(walking *w) {
    const side *const a = w->a, *const b = w->b;
    if (sum_of(w->o, a->from[0], b->from[0], w->limit >> 4) << 4 > w->limit) return false;
    unsigned rest = 0;
    w->rest[b->n] = 0;
    for (size_t j = b->n; j-- > 0;) {
        const uint32_t only = (b->from[j] ^ b->from[j + 1]) & ~a->from[0];
        if (only != 0) rest += least_of(&w->o->least[__builtin_ctz(only)], a->from[0]) << 4;
        w->rest[j] = (uint16_t)least(rest, RT_ODDS_NEVER);
    }
    if (rest > w->limit) return false;
    for (size_t k = 0; k < 3; k++) empty(&w->rows[k]);
    return true;
}

static unsigned walk(walking *w, bool whole) {
    const size_t n = w->a->n, m = w->b->n;
    if (!walk_begin(w)) return RT_ODDS_NEVER;
    row *before = &w->rows[0], *last = &w->rows[1], *now = &w->rows[2];
    last->cost[2] = 0;
    last->first = 0;
    for (size_t i = 1; i <= n; i++) {
        if (whole && i <= 2)
            walk_row(w, before, last, now, i, true);
        else
            walk_row(w, before, last, now, i, false);
        if (now->first > m && last->first > m) return RT_ODDS_NEVER;
        row *const oldest = before;
        before = last;
        last = now;
        now = oldest;
        empty(now);
    }
    return last->cost[m + 2];
}

/* --- between words -------------------------------------------------------------------------------------------------
 */

/* What both begin and end with, which is left out. */
static void common(rt_str x, rt_str y, size_t *start, size_t *end) {
    const size_t n = x.len < y.len ? x.len : y.len;
    *start = *end = 0;
    while (*start < n && x.at[*start] == y.at[*start]) ++*start;
    while (*start + *end < n && x.at[x.len - 1 - *end] == y.at[y.len - 1 - *end]) ++*end;
}

static unsigned walk_between(const rt_odds *odds, rt_str left, rt_str right, unsigned limit) {
    const alphabet abc_a = {odds->left, odds->left_pair, odds->lefts},
                   abc_b = {odds->right, odds->right_pair, odds->rights};
    left = rt_str_cut(left, RT_TOKEN_LETTERS);
    right = rt_str_cut(right, RT_TOKEN_LETTERS);
    RT_UNSET side a;
    RT_UNSET side b;
    RT_UNSET walking w;
    size_t start = 0, end = 0;
    if (odds == rt_odds_of[RT_LATIN]) common(left, right, &start, &end);
    make_side(&abc_a, left, start, end, &a);
    make_side(&abc_b, right, start, end, &b);
    if (odds == rt_odds_of[RT_LATIN]) {
        make_letters(&a);
        make_letters(&b);
    } else {
        memset(a.from, 0, sizeof a.from);
        memset(b.from, 0, sizeof b.from);
    }
    w.o = odds;
    w.a = &a;
    w.b = &b;
    w.limit = limit;
    return walk(&w, start == 0);
}

bool rt_odds_apart(const rt_odds *odds, uint32_t left, uint32_t right, float most) {
    if (!(most < (float)RT_ODDS_NEVER / (float)RT_ODDS_NAT)) return false;
    const unsigned enough = most > 0 ? (unsigned)(most * (float)RT_ODDS_PAIR_NAT) : 0;
    return sum_of(odds, left, right, enough) > enough || sum_of(odds, right, left, enough) > enough;
}

/* Words long in letters cost more to write in another script, and are met by chance more rarely: both were measured
 * (bench/names/fit_costs.py), and a cost is a line of the two. */
static float nats_of(const rt_odds *odds, float raw, size_t letters) {
    const float cost = odds->slope * raw - odds->letter * (float)letters + odds->base;
    return cost > odds->floor * raw ? cost : odds->floor * raw;
}

/* What the walk may cost so that nats_of stays within most. */
static float raw_of(const rt_odds *odds, float most, size_t letters) {
    const float line = (most - odds->base + odds->letter * (float)letters) / odds->slope;
    if (odds->floor <= 0 || line < most / odds->floor) return line;
    return most / odds->floor;
}

rt_walk rt_odds_walk(const rt_odds *odds, rt_str left, rt_str right, float most) {
    const float raw = raw_of(odds, most, right.len);
    if (!(raw >= 0)) return (rt_walk){INFINITY, 0};
    const float units = raw * (float)RT_ODDS_NAT + (float)RT_ODDS_TYPOS;
    const unsigned limit = units < (float)RT_ODDS_NEVER ? (unsigned)units : RT_ODDS_NEVER - 1;
    const unsigned cost = walk_between(odds, left, right, limit);
    if (cost > limit) return (rt_walk){INFINITY, 0};
    const float found = (float)(cost & ~(unsigned)RT_ODDS_TYPOS) / (float)RT_ODDS_NAT;
    return (rt_walk){nats_of(odds, found, right.len), cost & RT_ODDS_TYPOS};
}
