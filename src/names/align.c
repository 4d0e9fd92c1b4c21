#include "names/align.h"

#include <math.h>
#include <string.h>

enum { MOST_PAIRINGS = 96 };

const float rt_pair_most_cost = 9.0F;
const float rt_most_info = 13.0F;

/* Evidence below this is none: the words are left over instead. */
static const float least_evidence = -2.0F;

typedef struct pairings {
    rt_aligned at[MOST_PAIRINGS];
    size_t n;
} pairings;

bool rt_word_is_content(const rt_word *w) {
    switch ((rt_part)w->part) {
    case RT_PART_TITLE:
    case RT_PART_PARTICLE:
    case RT_PART_STOP:
    case RT_PART_LEGAL_FORM:
    case RT_PART_GENERATION: return false;
    default: return true;
    }
}

static uint32_t content_of(const rt_name *n) {
    uint32_t mask = 0;
    for (size_t i = 0; i < n->n; i++)
        if (rt_word_is_content(&n->words[i])) mask |= 1U << i;
    return mask;
}

static float capped(float info) { return info > rt_most_info ? rt_most_info : info; }

static void consider(pairings *p, float info_a, float info_b, rt_alike alike, rt_aligned words) {
    const float more = capped(info_a > info_b ? info_a : info_b), less = capped(info_a > info_b ? info_b : info_a);
    const float evidence = more - alike.cost < less ? more - alike.cost : less;
    if (evidence < least_evidence || p->n == MOST_PAIRINGS) return;
    words.evidence = evidence;
    words.cost = alike.cost;
    words.how = alike.how;
    p->at[p->n++] = words;
}

/* Numbers are equal or not; the mark of an aircraft and a short word of a vessel's name have no spellings. */
static rt_alike exact(const rt_word *a, const rt_word *b) {
    const bool same = a->number != 0 && b->number != 0 ? a->number == b->number : a->key == b->key;
    return (rt_alike){same ? (a->key == b->key ? 0 : 0.5F) : INFINITY,
                      a->key == b->key ? RT_ALIKE_EQUAL : RT_ALIKE_SPELLING};
}

enum { SHORT_MARK = 4 };

static bool is_exact(const rt_name *n, const rt_word *w) {
    return w->part == RT_PART_NUMBER || (n->kind == RT_NAME_THING && w->len <= SHORT_MARK && w->script == RT_LATIN);
}

/* What follows "abu", "umm" or "abd" in one word: that is what tells Abu Ali from Abu Adil. */
static rt_alike compound(const rt_word *a, const rt_word *b) {
    enum { BEGIN = 3 };
    rt_word x, y;
    if (memcmp(a->latin, b->latin, BEGIN) != 0) return (rt_alike){INFINITY, RT_ALIKE_NOT};
    rt_word_of_latin((rt_str){a->latin + BEGIN, (size_t)a->len - BEGIN}, false, &x);
    rt_word_of_latin((rt_str){b->latin + BEGIN, (size_t)b->len - BEGIN}, false, &y);
    return rt_alike_words(&x, &y, rt_pair_most_cost);
}

static bool is_compound(const rt_word *w) { return w->part == RT_PART_KUNYA && w->len > 3 && w->script == RT_LATIN; }

/* The name's last word, cut to two or three letters where a field ended: "Al" of Alberto. */
static bool may_be_cut(const rt_name *n, const rt_word *cut, const rt_word *whole) {
    return cut == &n->words[n->n - 1] && n->n > 1 && cut->len >= 2 && cut->len <= 3 && whole->len > cut->len + 1 &&
           memcmp(cut->latin, whole->latin, cut->len) == 0;
}

static rt_alike cut_at_the_end(const rt_name *a, const rt_name *b, const rt_word *x, const rt_word *y) {
    const bool is = may_be_cut(a, x, y) || may_be_cut(b, y, x);
    return is ? (rt_alike){5, RT_ALIKE_SHORT} : (rt_alike){INFINITY, RT_ALIKE_NOT};
}

static rt_alike cost_between(const rt_name *a, const rt_name *b, size_t i, size_t j, rt_pair_cost *cost,
                             const void *with) {
    if (is_exact(a, &a->words[i]) && is_exact(b, &b->words[j])) return exact(&a->words[i], &b->words[j]);
    if (is_compound(&a->words[i]) && is_compound(&b->words[j])) return compound(&a->words[i], &b->words[j]);
    const rt_alike by_words = cost(with, i, j, rt_pair_most_cost);
    if (by_words.cost <= rt_pair_most_cost) return by_words;
    return cut_at_the_end(a, b, &a->words[i], &b->words[j]);
}

static void consider_words(pairings *p, const rt_name *a, const rt_name *b, const rt_alignment *m, rt_pair_cost *cost,
                           const void *with) {
    for (size_t i = 0; i < a->n; i++) {
        if ((m->content_a >> i & 1) == 0) continue;
        for (size_t j = 0; j < b->n; j++) {
            if ((m->content_b >> j & 1) == 0) continue;
            const rt_alike alike = cost_between(a, b, i, j, cost, with);
            if (alike.cost <= rt_pair_most_cost)
                consider(p, a->words[i].info, b->words[j].info, alike,
                         (rt_aligned){.a = (int8_t)i, .a2 = -1, .b = (int8_t)j, .b2 = -1});
        }
    }
}

/* --- two words written as one ------------------------------------------------------------------------------------- */

static int bits(uint32_t x) { return __builtin_popcount(x); }

/* Whether first and second together may be the one word: by length and by which letters there are. */
static bool may_join(const rt_word *first, const rt_word *second, const rt_word *one) {
    const int len = first->len + second->len;
    return second->len > 0 && len + 2 >= one->len && len <= one->len + 2 &&
           bits((first->letters | second->letters) ^ one->letters) <= 3;
}

static bool joinable(const rt_word *w) {
    return w->part != RT_PART_STOP && w->part != RT_PART_LEGAL_FORM && w->part != RT_PART_GENERATION &&
           w->part != RT_PART_TITLE;
}

static rt_alike join_cost(const rt_word *first, const rt_word *second, const rt_word *one) {
    rt_word joined;
    rt_word_join(first, second, false, &joined);
    return rt_alike_words(&joined, one, 5.0F);
}

/* `flip`: the two words are b's. */
static void consider_joins(pairings *p, const rt_name *two, const rt_name *one, uint32_t content, bool flip) {
    for (size_t i = 0; i + 1 < two->n; i++) {
        const rt_word *first = &two->words[i], *second = &two->words[i + 1];
        if (!joinable(first) || !joinable(second)) continue;
        for (size_t j = 0; j < one->n; j++) {
            const rt_word *w = &one->words[j];
            if ((content >> j & 1) == 0 || !may_join(first, second, w)) continue;
            const rt_alike alike = join_cost(first, second, w);
            const int8_t k = (int8_t)i, l = (int8_t)j;
            const rt_aligned words = flip ? (rt_aligned){.a = l, .a2 = -1, .b = k, .b2 = (int8_t)(k + 1)}
                                          : (rt_aligned){.a = k, .a2 = (int8_t)(k + 1), .b = l, .b2 = -1};
            if (alike.cost <= rt_pair_most_cost) consider(p, first->info + second->info, w->info, alike, words);
        }
    }
}

/* --- the assignment ----------------------------------------------------------------------------------------------- */

static uint32_t words_of(int8_t first, int8_t second) { return 1U << first | (second >= 0 ? 1U << second : 0); }

/* A word may stand twice: then those in the same order go together. */
static bool better(const rt_aligned *x, const rt_aligned *y) {
    if (x->evidence != y->evidence) return x->evidence > y->evidence;
    if (x->cost != y->cost) return x->cost < y->cost;
    const int dx = x->a > x->b ? x->a - x->b : x->b - x->a, dy = y->a > y->b ? y->a - y->b : y->b - y->a;
    if (dx != dy) return dx < dy;
    const int lx = x->a < x->b ? x->a : x->b, ly = y->a < y->b ? y->a : y->b;
    return lx < ly;
}

static const rt_aligned *best_free(const pairings *p, const rt_alignment *m) {
    const rt_aligned *best = NULL;
    for (size_t k = 0; k < p->n; k++) {
        const rt_aligned *x = &p->at[k];
        if ((words_of(x->a, x->a2) & m->a) != 0 || (words_of(x->b, x->b2) & m->b) != 0) continue;
        if (best == NULL || better(x, best)) best = x;
    }
    return best;
}

rt_alignment rt_align(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair) {
    rt_alignment m = {.content_a = content_of(a), .content_b = content_of(b)};
    pairings p;
    p.n = 0;
    consider_words(&p, a, b, &m, cost, with);
    consider_joins(&p, a, b, m.content_b, false);
    consider_joins(&p, b, a, m.content_a, true);
    pair->aligned_count = 0;
    for (const rt_aligned *x; pair->aligned_count < RT_NAME_MOST_WORDS && (x = best_free(&p, &m)) != NULL;) {
        pair->aligned[pair->aligned_count++] = *x;
        m.a |= words_of(x->a, x->a2);
        m.b |= words_of(x->b, x->b2);
    }
    return m;
}

rt_alignment rt_alignment_of(const rt_pair *pair, const rt_name *a, const rt_name *b) {
    rt_alignment m = {.content_a = content_of(a), .content_b = content_of(b)};
    for (size_t k = 0; k < pair->aligned_count; k++) {
        m.a |= words_of(pair->aligned[k].a, pair->aligned[k].a2);
        m.b |= words_of(pair->aligned[k].b, pair->aligned[k].b2);
    }
    return m;
}
