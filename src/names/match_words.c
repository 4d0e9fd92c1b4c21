#include "names/match_words.h"

#include <string.h>

/* Different words of a side that are kept apart; words behind them are compared each time. */
enum { MOST = 96, NONE = 255 };

typedef struct side {
    const rt_ready *ready;
    const rt_word *words[MOST];
    size_t n;
    uint8_t ids[RT_READY_NAMES][RT_NAME_MOST_WORDS];
} side;

struct rt_match_words {
    side a, b;
    rt_alike *costs; /* a's words times b's */
    bool *known;
    size_t i, j; /* the names that are compared */
};

/* Whether two words cost the same against any third. */
static bool same(const rt_word *a, const rt_word *b) {
    return a->key == b->key && a->script == b->script && a->truncated == b->truncated &&
           memcmp(a->symbols, b->symbols, sizeof a->symbols) == 0 && memcmp(a->other, b->other, sizeof a->other) == 0;
}

static uint8_t id_of(side *s, const rt_word *word) {
    for (size_t k = 0; k < s->n; k++)
        if (same(s->words[k], word)) return (uint8_t)k;
    if (s->n == MOST) return NONE;
    s->words[s->n] = word;
    return (uint8_t)s->n++;
}

static size_t names_of(const rt_ready *ready) { return ready->n < RT_READY_NAMES ? ready->n : RT_READY_NAMES; }

static void fill(side *s, const rt_ready *ready) {
    s->ready = ready;
    for (size_t i = 0; i < names_of(ready); i++)
        for (size_t k = 0; k < ready->names[i].n && k < RT_NAME_MOST_WORDS; k++)
            s->ids[i][k] = id_of(s, &ready->names[i].words[k]);
}

rt_match_words *rt_match_words_make(rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    rt_match_words *words = RT_NEW(arena, rt_match_words);
    fill(&words->a, a);
    fill(&words->b, b);
    words->costs = RT_NEW_N(arena, rt_alike, words->a.n * words->b.n);
    words->known = RT_NEW_N(arena, bool, words->a.n * words->b.n);
    return words;
}

static rt_alike cost_of_ids(rt_match_words *words, size_t x, size_t y) {
    const size_t at = x * words->b.n + y;
    if (!words->known[at]) {
        words->costs[at] = rt_alike_words(words->a.words[x], words->b.words[y], rt_pair_most_cost);
        words->known[at] = true;
    }
    return words->costs[at];
}

/* Costs are known up to rt_pair_most_cost, above which pair.c never asks. */
static rt_alike cost(const void *with, size_t p, size_t q, float most) {
    rt_match_words *words = *(rt_match_words *const *)with;
    const size_t x = words->a.ids[words->i][p], y = words->b.ids[words->j][q];
    if (x != NONE && y != NONE && most <= rt_pair_most_cost) return cost_of_ids(words, x, y);
    return rt_alike_words(&words->a.ready->names[words->i].words[p], &words->b.ready->names[words->j].words[q], most);
}

void rt_match_words_pair(rt_match_words *words, size_t i, size_t j, rt_pair *pair) {
    words->i = i;
    words->j = j;
    rt_pair_names_by(&words->a.ready->names[i], &words->b.ready->names[j], cost, &words, pair);
}

bool rt_match_words_share(rt_match_words *words, size_t i, size_t j) {
    words->i = i;
    words->j = j;
    for (size_t p = 0; p < words->a.ready->names[i].n; p++)
        for (size_t q = 0; q < words->b.ready->names[j].n; q++)
            if (cost(&words, p, q, rt_pair_most_cost).cost <= rt_pair_most_cost) return true;
    return false;
}
