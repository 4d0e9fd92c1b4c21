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

/* The costs of what the first i - 2, i - 1 and i letters of the left side became, by how many letters of the right. */
typedef struct rows {
    uint16_t before[RT_ODDS_LETTERS + 1], last[RT_ODDS_LETTERS + 1], now[RT_ODDS_LETTERS + 1];
} rows;

static inline unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* A typing error on the first letter is dearer: people look at it. */
static inline unsigned cost_of(const rt_odds *o, unsigned cost, bool early) {
    return early && (cost & RT_ODDS_TYPOS) != 0 ? cost + o->first : cost;
}

static inline unsigned one_letter(const rt_odds *o, const side *a, const side *b, const rows *r, size_t i, size_t j,
                                  bool early) {
    const unsigned x = a->at[i - 1], y = b->at[j - 1];
    unsigned best = r->last[j - 1] + cost_of(o, o->one[x * o->rights + y], early);
    best = least(best, r->last[j] + cost_of(o, o->left_alone[x], early));
    return least(best, r->now[j - 1] + cost_of(o, o->right_alone[y], early));
}

static inline unsigned two_letters(const rt_odds *o, const side *a, const side *b, const rows *r, size_t i, size_t j) {
    unsigned best = RT_ODDS_NEVER;
    const unsigned left = a->pair[i - 1], right = b->pair[j - 1];
    if (right != 0) best = r->last[j - 2] + ((unsigned)o->one_two[a->at[i - 1] * o->right_pairs + right] << 4);
    if (left != 0) best = least(best, r->before[j - 1] + ((unsigned)o->two_one[left * o->rights + b->at[j - 1]] << 4));
    if (left != 0 && right != 0)
        best = least(best, r->before[j - 2] + ((unsigned)o->two_two[left * o->right_pairs + right] << 4));
    return best;
}

static inline unsigned swapped(const rt_odds *o, const side *a, const side *b, const rows *r, size_t i, size_t j) {
    if (i < 2 || j < 2) return RT_ODDS_NEVER;
    if (a->at[i - 1] != b->at[j - 2] || a->at[i - 2] != b->at[j - 1] || o->swap >= RT_ODDS_NEVER) return RT_ODDS_NEVER;
    return r->before[j - 2] + o->swap;
}

/* Of two letters there is no pair before the second (make_side, strip), so that nothing is read before the start.
 * Fills r->now for letter i; the least of it. */
static inline unsigned walk_row(const rt_odds *o, const side *a, const side *b, rows *r, size_t i, bool start) {
    unsigned row_best = RT_ODDS_NEVER;
    r->now[0] = RT_ODDS_NEVER;
    for (size_t j = 1; j <= b->n; j++) {
        unsigned best = one_letter(o, a, b, r, i, j, start && j <= 2);
        best = least(best, two_letters(o, a, b, r, i, j));
        best = least(best, swapped(o, a, b, r, i, j));
        r->now[j] = (uint16_t)least(best, RT_ODDS_NEVER);
        row_best = least(row_best, best);
    }
    return row_best;
}

static unsigned walk(const rt_odds *o, const side *a, const side *b, bool whole, unsigned limit) {
    rows r;
    unsigned best_before = 0;
    for (size_t j = 0; j <= b->n; j++) r.before[j] = r.last[j] = RT_ODDS_NEVER;
    r.last[0] = 0;
    for (size_t i = 1; i <= a->n; i++) {
        const unsigned best = whole && i <= 2 ? walk_row(o, a, b, &r, i, true) : walk_row(o, a, b, &r, i, false);
        if (best > limit && best_before > limit) return RT_ODDS_NEVER;
        best_before = best;
        for (size_t j = 0; j <= b->n; j++) {
            r.before[j] = r.last[j];
            r.last[j] = r.now[j];
        }
    }
    return r.last[b->n];
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

rt_walk rt_odds_walk(const rt_odds *odds, rt_str left, rt_str right, float most) {
    side x, y, a, b;
    make_side(odds->left, odds->left_pair, odds->lefts, left, &x);
    make_side(odds->right, odds->right_pair, odds->rights, right, &y);
    const bool spelling = odds == rt_odds_of[RT_LATIN];
    const bool whole = spelling ? strip(&a, &b, &x, &y) : true;
    const float nats = most * (float)RT_ODDS_NAT + (float)RT_ODDS_TYPOS;
    const unsigned limit = nats < (float)RT_ODDS_NEVER ? (unsigned)nats : RT_ODDS_NEVER - 1;
    const unsigned cost = spelling ? walk(odds, &a, &b, whole, limit) : walk(odds, &x, &y, true, limit);
    if (cost > limit) return (rt_walk){INFINITY, 0};
    return (rt_walk){(float)(cost & ~(unsigned)RT_ODDS_TYPOS) / (float)RT_ODDS_NAT, cost & RT_ODDS_TYPOS};
}
