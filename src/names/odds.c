#include "names/odds.h"

#include <math.h>
#include <string.h>

/* A word as indexes, with its edges, and the id of each two letters by the second of them. */
typedef struct side {
    uint8_t at[RT_ODDS_LETTERS], pair[RT_ODDS_LETTERS];
    size_t n;
} side;

static void make_side(const uint8_t alphabet[128], const uint8_t *pairs, unsigned letters, rt_str word, side *out) {
    const size_t len = word.len < RT_TOKEN_LETTERS ? word.len : RT_TOKEN_LETTERS;
    out->at[0] = RT_ODDS_EDGE;
    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)word.at[i];
        out->at[i + 1] = c < 128 ? alphabet[c] : (uint8_t)(letters - 1);
    }
    out->at[len + 1] = RT_ODDS_EDGE;
    out->n = len + 2;
    out->pair[0] = 0;
    for (size_t i = 1; i < out->n; i++) out->pair[i] = pairs[out->at[i - 1] * letters + out->at[i]];
}

/* What the first letters of the left side cost as the first j of the right, at j + 2, so that two before the first is
 * a cell as well. Only cells from `begin` to `end` hold anything, the others RT_ODDS_NEVER; `first` and `last` are
 * those within the limit, and no cell of the next two rows that is within it lies far from these. */
typedef struct row {
    uint16_t cost[RT_ODDS_LETTERS + 3];
    size_t begin, end, first, last;
} row;

static inline unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* A typing error on the first letter is dearer: people look at it. */
static inline unsigned cost_of(const rt_odds *o, unsigned cost, bool early) {
    return early && (cost & RT_ODDS_TYPOS) != 0 ? cost + o->first : cost;
}

static inline unsigned one_letter(const rt_odds *o, unsigned x, unsigned y, const row *last, const row *now, size_t j,
                                  bool early) {
    unsigned best = last->cost[j + 1] + cost_of(o, o->one[x * o->rights + y], early);
    best = least(best, last->cost[j + 2] + cost_of(o, o->left_alone[x], early));
    return least(best, now->cost[j + 1] + cost_of(o, o->right_alone[y], early));
}

/* Of two letters there is no pair before the second (make_side, strip), so that nothing is read before the start. */
static inline unsigned two_letters(const rt_odds *o, const side *a, const side *b, const row *last, const row *before,
                                   size_t i, size_t j) {
    unsigned best = RT_ODDS_NEVER;
    const unsigned left = a->pair[i - 1], right = b->pair[j - 1];
    if (right != 0) best = last->cost[j] + ((unsigned)o->one_two[a->at[i - 1] * o->right_pairs + right] << 4);
    if (left == 0) return best;
    best = least(best, before->cost[j + 1] + ((unsigned)o->two_one[left * o->rights + b->at[j - 1]] << 4));
    if (right == 0) return best;
    return least(best, before->cost[j] + ((unsigned)o->two_two[left * o->right_pairs + right] << 4));
}

static inline unsigned swapped(const rt_odds *o, const side *a, const side *b, const row *before, size_t i, size_t j) {
    if (i < 2 || j < 2) return RT_ODDS_NEVER;
    if (a->at[i - 1] != b->at[j - 2] || a->at[i - 2] != b->at[j - 1] || o->swap >= RT_ODDS_NEVER) return RT_ODDS_NEVER;
    return before->cost[j] + o->swap;
}

static void empty(row *r, size_t begin, size_t end) {
    for (size_t j = begin; j <= end; j++) r->cost[j + 2] = RT_ODDS_NEVER;
    r->first = r->begin = RT_ODDS_LETTERS;
    r->last = r->end = 0;
}

/* Fills the row of letter i. */
static inline void walk_row(const rt_odds *o, const side *a, const side *b, const row *before, const row *last,
                            row *now, size_t i, bool start, unsigned limit) {
    const size_t far = (before->last > last->last ? before->last : last->last) + 2;
    now->begin = before->first < last->first ? before->first : last->first;
    if (now->begin == 0) now->begin = 1;
    size_t j = now->begin;
    for (; j <= b->n; j++) {
        if (j > far && now->cost[j + 1] > limit) break;
        unsigned best = one_letter(o, a->at[i - 1], b->at[j - 1], last, now, j, start && j <= 2);
        best = least(best, two_letters(o, a, b, last, before, i, j));
        best = least(best, swapped(o, a, b, before, i, j));
        now->cost[j + 2] = (uint16_t)least(best, RT_ODDS_NEVER);
        if (best > limit) continue;
        if (now->first > j) now->first = j;
        now->last = j;
    }
    now->end = j - 1;
}

static unsigned walk(const rt_odds *o, const side *a, const side *b, bool whole, unsigned limit) {
    row rows[3];
    row *before = &rows[0], *last = &rows[1], *now = &rows[2];
    for (size_t k = 0; k < 3; k++) {
        rows[k].cost[0] = rows[k].cost[1] = RT_ODDS_NEVER;
        empty(&rows[k], 0, b->n);
    }
    last->cost[2] = 0;
    last->first = last->begin = 0;
    for (size_t i = 1; i <= a->n; i++) {
        if (whole && i <= 2)
            walk_row(o, a, b, before, last, now, i, true, limit);
        else
            walk_row(o, a, b, before, last, now, i, false, limit);
        if (now->first > b->n && last->first > b->n) return RT_ODDS_NEVER;
        row *const oldest = before;
        before = last;
        last = now;
        now = oldest;
        empty(now, now->begin, now->end);
    }
    return last->cost[b->n + 2];
}

/* Leaves out what both begin and end with, but for one letter at either end, which may be half of two. */
static bool strip(side *a, side *b, const side *x, const side *y) {
    const size_t n = x->n < y->n ? x->n : y->n;
    size_t start = 0, end = 0;
    while (start + 2 < n && x->at[start + 1] == y->at[start + 1]) start++;
    while (end + 2 + start < n && x->at[x->n - 2 - end] == y->at[y->n - 2 - end]) end++;
    a->n = x->n - start - end;
    b->n = y->n - start - end;
    memcpy(a->at, x->at + start, a->n);
    memcpy(b->at, y->at + start, b->n);
    memcpy(a->pair, x->pair + start, a->n);
    memcpy(b->pair, y->pair + start, b->n);
    a->pair[0] = b->pair[0] = 0;
    return start == 0;
}

static unsigned sum_of(const uint8_t least[RT_ODDS_ALPHABET], uint32_t letters) {
    unsigned sum = 0;
    for (; letters != 0; letters &= letters - 1) sum += least[__builtin_ctz(letters)];
    return sum;
}

float rt_odds_least(const rt_odds *odds, uint32_t left, uint32_t right) {
    const unsigned a = sum_of(odds->least, left & ~right), b = sum_of(odds->least, right & ~left);
    return (float)(a > b ? a : b) / (float)RT_ODDS_PAIR_NAT;
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
    side x, y, a, b;
    make_side(odds->left, odds->left_pair, odds->lefts, left, &x);
    make_side(odds->right, odds->right_pair, odds->rights, right, &y);
    const bool spelling = odds == rt_odds_of[RT_LATIN];
    const bool whole = spelling ? strip(&a, &b, &x, &y) : true;
    const unsigned cost = spelling ? walk(odds, &a, &b, whole, limit) : walk(odds, &x, &y, true, limit);
    if (cost > limit) return (rt_walk){INFINITY, 0};
    const float found = (float)(cost & ~(unsigned)RT_ODDS_TYPOS) / (float)RT_ODDS_NAT;
    return (rt_walk){nats_of(odds, found, right.len), cost & RT_ODDS_TYPOS};
}
