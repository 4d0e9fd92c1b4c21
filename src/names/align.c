#include "names/align.h"

#include <math.h>
#include <string.h>

#include "base/unset.h"

enum { MOST_PAIRINGS = RT_NAME_MOST_WORDS * RT_NAME_MOST_WORDS }; /* each word with each */

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

static bool cut_at_the_end(const rt_name *a, const rt_name *b, const rt_word *x, const rt_word *y) {
    return may_be_cut(a, x, y) || may_be_cut(b, y, x);
}

/* What a pair of words may cost to be evidence at all (consider). */
static float most_of(const rt_word *a, const rt_word *b) {
    const float rounding = 0.01F, most = capped(a->info > b->info ? a->info : b->info) - least_evidence + rounding;
    return most < rt_pair_most_cost ? most : rt_pair_most_cost;
}

static rt_alike cost_between(const rt_name *a, const rt_name *b, size_t i, size_t j, rt_pair_cost *cost,
                             const void *with) {
    const rt_word *x = &a->words[i], *y = &b->words[j];
    if (is_exact(a, x) && is_exact(b, y)) return exact(x, y);
    if (is_compound(x) && is_compound(y)) return compound(x, y);
    if (!cut_at_the_end(a, b, x, y)) return cost(with, i, j, most_of(x, y));
    const rt_alike by_words = cost(with, i, j, rt_pair_most_cost);
    return by_words.cost <= rt_pair_most_cost ? by_words : (rt_alike){5, RT_ALIKE_SHORT};
}

/* --- words that are equal ------------------------------------------------------------------------------------------
 */

/* Words that both names have, each once, belong together whatever else they are like: no other pairing of theirs has
 * more evidence or less cost. */
typedef struct settled {
    uint32_t a, b;
    int8_t with[RT_NAME_MOST_WORDS]; /* of each word of a that is settled, its word of b */
} settled;

/* Costs 0 only with what is equal to it. */
static bool is_plain(const rt_word *w) { return w->script == RT_LATIN && (w->other_len[0] | w->other_len[1]) == 0; }

static uint32_t plain_of(const rt_name *n, uint32_t content) {
    for (size_t i = 0; i < n->n; i++)
        if (!is_plain(&n->words[i])) content &= ~(1U << i);
    return content;
}

/* Those of a name's words that have this key. */
static uint32_t with_key(const rt_name *n, uint32_t content, uint64_t key) {
    uint32_t found = 0;
    for (size_t i = 0; i < n->n; i++) found |= (uint32_t)(n->words[i].key == key) << i;
    return found & content;
}

static bool is_one(uint32_t mask) { return mask != 0 && (mask & (mask - 1)) == 0; }

static void settle(settled *s, const rt_name *a, const rt_name *b, const rt_alignment *m) {
    s->a = s->b = 0;
    const uint32_t plain_a = plain_of(a, m->content_a), plain_b = plain_of(b, m->content_b);
    if (plain_a != m->content_a || plain_b != m->content_b) return;
    for (size_t i = 0; i < a->n; i++) {
        if ((plain_a >> i & 1) == 0) continue;
        const uint32_t equal = with_key(b, plain_b, a->words[i].key);
        if (!is_one(equal) || !is_one(with_key(a, plain_a, a->words[i].key))) continue;
        const int j = __builtin_ctz(equal);
        if (a->words[i].info != b->words[j].info) continue;
        s->with[i] = (int8_t)j;
        s->a |= 1U << i;
        s->b |= equal;
    }
}

static bool is_settled_otherwise(const settled *s, size_t i, size_t j) {
    if ((s->a >> i & 1) != 0) return s->with[i] != (int8_t)j;
    return (s->b >> j & 1) != 0;
}

static void consider_words(pairings *p, const rt_name *a, const rt_name *b, const rt_alignment *m, bool joins,
                           rt_pair_cost *cost, const void *with) {
    settled s;
    s.a = s.b = 0;
    if (!joins) settle(&s, a, b, m); /* two words written as one may take one of them away */
    for (size_t i = 0; i < a->n; i++) {
        if ((m->content_a >> i & 1) == 0) continue;
        for (size_t j = 0; j < b->n; j++) {
            if ((m->content_b >> j & 1) == 0 || is_settled_otherwise(&s, i, j)) continue;
            const rt_alike alike = cost_between(a, b, i, j, cost, with);
            if (alike.cost <= rt_pair_most_cost)
                consider(p, a->words[i].info, b->words[j].info, alike,
                         (rt_aligned){.a = (int8_t)i, .a2 = -1, .b = (int8_t)j, .b2 = -1});
        }
    }
}

/* --- two words written as one ------------------------------------------------------------------------------------- */

static bool has_more_than_three(uint32_t bits) {
    for (int i = 0; i < 3; i++) bits &= bits - 1;
    return bits != 0;
}

/* Whether first and second together may be the one word: by length and by which letters there are. */
static bool may_join(const rt_word *first, const rt_word *second, const rt_word *one) {
    const int len = first->len + second->len;
    if (first->script != one->script) /* vowels may not be written: the costs of letters decide */
        return second->len > 0 && len + 6 >= one->len && len <= one->len + 6;
    return second->len > 0 && len + 2 >= one->len && len <= one->len + 2 &&
           !has_more_than_three((first->letters | second->letters) ^ one->letters);
}

static bool joinable(const rt_word *w) {
    return w->part != RT_PART_STOP && w->part != RT_PART_LEGAL_FORM && w->part != RT_PART_GENERATION &&
           w->part != RT_PART_TITLE;
}

static rt_alike join_cost(const rt_word *first, const rt_word *second, const rt_word *one) {
    rt_word joined;
    rt_word_join(first, second, false, &joined);
    return rt_alike_words(&joined, one, first->script != one->script ? rt_pair_most_cost : 5.0F);
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
            if (alike.how == RT_ALIKE_SHORT || alike.how == RT_ALIKE_INITIAL)
                continue; /* then one of them is the word */
            const int8_t k = (int8_t)i, l = (int8_t)j;
            const rt_aligned words = flip ? (rt_aligned){.a = l, .a2 = -1, .b = k, .b2 = (int8_t)(k + 1)}
                                          : (rt_aligned){.a = k, .a2 = (int8_t)(k + 1), .b = l, .b2 = -1};
            if (alike.cost <= rt_pair_most_cost) consider(p, first->info + second->info, w->info, alike, words);
        }
    }
}

/* --- the assignment ----------------------------------------------------------------------------------------------- */

static uint32_t words_of(int8_t first, int8_t second) { return 1U << first | (second >= 0 ? 1U << second : 0); }

/* Of the two words that are written as one in the other name; 0 where there are none. */
static uint64_t key_of_two(const rt_name *a, const rt_name *b, const rt_aligned *x) {
    if (x->a2 >= 0) return 31 * a->words[x->a].key + a->words[x->a2].key;
    return x->b2 >= 0 ? 31 * b->words[x->b].key + b->words[x->b2].key : 0;
}

/* A word may stand twice: then those in the same order go together. "as a" and "sa a" can be joined in either: then
 * their letters decide, whichever name comes first. */
static bool better(const rt_name *a, const rt_name *b, const rt_aligned *x, const rt_aligned *y) {
    if (x->evidence != y->evidence) return x->evidence > y->evidence;
    if (x->cost != y->cost) return x->cost < y->cost;
    const int dx = x->a > x->b ? x->a - x->b : x->b - x->a, dy = y->a > y->b ? y->a - y->b : y->b - y->a;
    if (dx != dy) return dx < dy;
    const int lx = x->a < x->b ? x->a : x->b, ly = y->a < y->b ? y->a : y->b;
    return lx != ly ? lx < ly : key_of_two(a, b, x) < key_of_two(a, b, y);
}

static const rt_aligned *best_free(const pairings *p, const rt_name *a, const rt_name *b, const rt_alignment *m) {
    const rt_aligned *best = NULL;
    for (size_t k = 0; k < p->n; k++) {
        const rt_aligned *x = &p->at[k];
        if ((words_of(x->a, x->a2) & m->a) != 0 || (words_of(x->b, x->b2) & m->b) != 0) continue;
        if (best == NULL || better(a, b, x, best)) best = x;
    }
    return best;
}

/* Behind the others: of two that are equally good the first is taken. */
static void append(pairings *p, const pairings *more) {
    for (size_t k = 0; k < more->n && p->n < MOST_PAIRINGS; k++) p->at[p->n++] = more->at[k];
}

rt_alignment rt_align(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair) {
    rt_alignment m = {.content_a = content_of(a), .content_b = content_of(b)};
    RT_UNSET pairings p;
    RT_UNSET pairings joins;
    p.n = joins.n = 0;
    consider_joins(&joins, a, b, m.content_b, false);
    consider_joins(&joins, b, a, m.content_a, true);
    consider_words(&p, a, b, &m, joins.n > 0, cost, with);
    append(&p, &joins);
    pair->aligned_count = 0;
    for (const rt_aligned *x; pair->aligned_count < RT_NAME_MOST_WORDS && (x = best_free(&p, a, b, &m)) != NULL;) {
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
