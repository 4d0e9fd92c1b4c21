#include "names/pair.h"

#include <math.h>
#include <string.h>

#include "names/align.h"
#include "names/left.h"
#include "names/together.h"

/* --- the whole ---------------------------------------------------------------------------------------------------- */

typedef struct counting {
    rt_pair *pair;
    const rt_name *a, *b;
} counting;

/* The next word that counts from `from` on in steps of 1 or -1; -1 when there is none. */
static int next_content(const rt_name *n, int from, int step) {
    for (int i = from + step; i >= 0 && i < (int)n->n; i += step)
        if (rt_word_is_content(&n->words[i])) return i;
    return -1;
}

/* Whether both are of one alignment, or neither is there. */
static bool goes_together(const counting *c, int a, int b) {
    if (a < 0 || b < 0) return a == b;
    for (size_t k = 0; k < c->pair->aligned_count; k++) {
        const rt_aligned *x = &c->pair->aligned[k];
        if ((x->a == a || x->a2 == a) && (x->b == b || x->b2 == b)) return true;
    }
    return false;
}

/* Whether what stands before both, and behind both, goes together: another word in the same place. */
static bool stands_instead(const counting *c, int a, int b) {
    return goes_together(c, next_content(c->a, a, -1), next_content(c->b, b, -1)) &&
           goes_together(c, next_content(c->a, a, 1), next_content(c->b, b, 1));
}

/* Above what is held for a misspelling there is still near and far. */
static float nearness(const rt_word *a, const rt_word *b) {
    const float far = 15;
    if (a->len < 3 || b->len < 3) return 0; /* another letter is another word */
    const rt_alike alike = rt_alike_words(a, b, far);
    return alike.cost >= far ? 0 : alike.cost < rt_pair_most_cost ? 1 : (far - alike.cost) / (far - rt_pair_most_cost);
}

static void count_left(void *to, rt_pair_feature feature, int a, int b) {
    counting *c = to;
    c->pair->features[feature] += 1;
    if (a < 0 || b < 0) return;
    c->pair->features[RT_PAIR_instead] += stands_instead(c, a, b);
    c->pair->features[RT_PAIR_nearly] += nearness(&c->a->words[a], &c->b->words[b]);
}

static float info_of(const rt_name *n, uint32_t mask) {
    float sum = 0;
    for (size_t i = 0; i < n->n; i++)
        if ((mask >> i & 1) != 0) sum += n->words[i].info > rt_most_info ? rt_most_info : n->words[i].info;
    return sum;
}

static float share(float left_info, float all) { return all > 0 ? left_info / all : 1; }

static void measure_shares(rt_pair *p, const rt_name *a, const rt_name *b, const rt_alignment *m) {
    const float all_a = info_of(a, m->content_a), all_b = info_of(b, m->content_b);
    const float left_a = share(info_of(a, m->content_a & ~m->a), all_a),
                left_b = share(info_of(b, m->content_b & ~m->b), all_b);
    const bool a_is_fuller = all_a != all_b ? all_a > all_b : left_a >= left_b; /* whichever comes first */
    p->features[RT_PAIR_lacks_half] = a_is_fuller ? left_a : left_b;
    p->features[RT_PAIR_lacks_rest] = a_is_fuller ? left_b : left_a;
}

static bool lowest_left(uint32_t content, uint32_t used) { return content != 0 && ((content & -content) & used) == 0; }

static bool highest_left(uint32_t content, uint32_t used) {
    return content != 0 && (used >> (31 - __builtin_clz(content)) & 1) == 0;
}

/* Whether a part of the name is known and none of its words is aligned. */
static bool part_left(const rt_name *n, uint32_t used, rt_part part) {
    bool known = false;
    for (size_t i = 0; i < n->n; i++) {
        if (n->words[i].part != part) continue;
        known = true;
        if ((used >> i & 1) != 0) return false;
    }
    return known;
}

static void measure_ends(rt_pair *p, const rt_name *a, const rt_name *b, const rt_alignment *m) {
    p->features[RT_PAIR_first_differs] = lowest_left(m->content_a, m->a) && lowest_left(m->content_b, m->b);
    p->features[RT_PAIR_last_differs] = highest_left(m->content_a, m->a) && highest_left(m->content_b, m->b);
    p->features[RT_PAIR_family_differs] = part_left(a, m->a, RT_PART_FAMILY) && part_left(b, m->b, RT_PART_FAMILY);
}

static void measure_counts(rt_pair *p, const rt_alignment *m) {
    const int a = __builtin_popcount(m->content_a), b = __builtin_popcount(m->content_b);
    const int less = a < b ? a : b, more = a < b ? b : a;
    const bool joined = p->features[RT_PAIR_joined] > 0;
    p->features[RT_PAIR_one_word] = p->aligned_count == 1 && more > 1 && !joined;
    p->features[RT_PAIR_single] = less == 1 && more > 1 && !joined;
    p->features[RT_PAIR_single_both] = less == 1 && more == 1;
}

/* --- aligned words ------------------------------------------------------------------------------------------------ */

static void measure_aligned(rt_pair *p, const rt_name *a, const rt_name *b) {
    for (size_t k = 0; k < p->aligned_count; k++) rt_aligned_measure(&p->aligned[k], a, b, p->features);
    p->features[RT_PAIR_nothing] = p->aligned_count == 0;
}

/* Where a word stands when the family name is put last, as most write it. */
static int place_of(const rt_name *n, int word) {
    return n->words[word].place + (n->words[word].part == RT_PART_FAMILY ? RT_NAME_MOST_WORDS : 0);
}

static bool in_order(const rt_pair *p, const rt_name *a, const rt_name *b, bool family_last) {
    for (size_t k = 0; k < p->aligned_count; k++)
        for (size_t l = k + 1; l < p->aligned_count; l++) {
            const rt_aligned *x = &p->aligned[k], *y = &p->aligned[l];
            const bool before_a = family_last ? place_of(a, x->a) < place_of(a, y->a) : x->a < y->a;
            const bool before_b = family_last ? place_of(b, x->b) < place_of(b, y->b) : x->b < y->b;
            if (before_a != before_b) return false;
        }
    return true;
}

static void measure_order(rt_pair *p, const rt_name *a, const rt_name *b) {
    p->features[RT_PAIR_order] = !in_order(p, a, b, true) && !in_order(p, a, b, false);
}

/* --- legal forms, generations, acronyms --------------------------------------------------------------------------- */

static bool share_a_family(const rt_word *a, const rt_word *b) {
    if (a->key == b->key) return true;
    for (size_t i = 0; i < RT_LEXEME_FAMILIES && a->families[i] != 0; i++)
        for (size_t k = 0; k < RT_LEXEME_FAMILIES && b->families[k] != 0; k++)
            if (a->families[i] == b->families[k]) return true;
    return false;
}

/* 0: neither name has such a part; 1: only one; 2: both and none agrees; 3: some agree. */
static int agreement(const rt_name *a, const rt_name *b, rt_part part) {
    int in_a = 0, in_b = 0, agree = 0;
    for (size_t j = 0; j < b->n; j++) in_b |= b->words[j].part == part;
    for (size_t i = 0; i < a->n; i++) {
        if (a->words[i].part != part) continue;
        in_a = 1;
        for (size_t j = 0; j < b->n; j++)
            agree |= b->words[j].part == part && share_a_family(&a->words[i], &b->words[j]);
    }
    return agree ? 3 : in_a + in_b;
}

static void measure_marks(rt_pair *p, const rt_name *a, const rt_name *b) {
    const int form = agreement(a, b, RT_PART_LEGAL_FORM), generation = agreement(a, b, RT_PART_GENERATION);
    p->features[RT_PAIR_lacks_legal_form] = form == 1;
    p->features[RT_PAIR_differs_legal_form] = form == 2;
    p->features[RT_PAIR_lacks_generation] = generation == 1;
    p->features[RT_PAIR_differs_generation] = generation == 2;
    p->features[RT_PAIR_kind] = (a->kind == RT_NAME_PERSON) != (b->kind == RT_NAME_PERSON);
}

/* The first letters of the words that count, with or without small words and legal form. */
static bool spells(const rt_name *n, rt_str letters, bool all) {
    size_t k = 0;
    for (size_t i = 0; i < n->n; i++) {
        const rt_word *w = &n->words[i];
        if (!all && (w->part == RT_PART_STOP || w->part == RT_PART_LEGAL_FORM || w->part == RT_PART_TITLE)) continue;
        if (k == letters.len || w->latin[0] != letters.at[k++]) return false;
    }
    return k == letters.len;
}

/* The one word of a name that is an acronym of the other, or NULL. */
static const rt_word *acronym_in(const rt_name *n, const rt_name *of) {
    const rt_word *only = NULL;
    for (size_t i = 0; i < n->n; i++) {
        if (!rt_word_is_content(&n->words[i])) continue;
        if (only != NULL) return NULL;
        only = &n->words[i];
    }
    if (only == NULL || only->len < 3 || only->script != RT_LATIN || of->n < 3) return NULL;
    const rt_str letters = {only->latin, only->len};
    return spells(of, letters, false) || spells(of, letters, true) ? only : NULL;
}

static bool measure_acronym(rt_pair *p, const rt_name *a, const rt_name *b) {
    if (a->kind == RT_NAME_PERSON || b->kind == RT_NAME_PERSON || p->aligned_count > 0) return false;
    const bool is = acronym_in(a, b) != NULL || acronym_in(b, a) != NULL;
    p->features[RT_PAIR_acronym] = is;
    if (is) p->features[RT_PAIR_nothing] = 0;
    return is;
}

/* --- putting it together ------------------------------------------------------------------------------------------ */

/* The calibration is a curve over the sum of the rest, so it comes last. */
static void weigh(rt_pair *p) {
    float sum = 0;
    for (unsigned f = 0; f < RT_PAIR_FEATURE_COUNT; f++) {
        const float x = p->features[f];
        if (x == 0) continue; /* most are */
        for (unsigned i = rt_pair_first_term[f]; i < rt_pair_first_term[f + 1]; i++)
            sum += rt_pair_terms[i].weights[p->kind] * rt_pair_reach(&rt_pair_terms[i], x);
    }
    p->features[RT_PAIR_calibration] = sum;
    p->logit = sum + rt_pair_curve((rt_name_kind)p->kind, RT_PAIR_calibration, sum);
    p->certainty = 1 / (1 + expf(-p->logit));
}

static uint8_t kind_of(const rt_name *a, const rt_name *b) { return (uint8_t)(a->kind < b->kind ? b->kind : a->kind); }

void rt_pair_names_by(const rt_name *a, const rt_name *b, rt_pair_cost *cost, const void *with, rt_pair *pair) {
    memset(pair->features, 0, sizeof pair->features);
    pair->kind = kind_of(a, b);
    const rt_alignment m = rt_align(a, b, cost, with, pair);
    pair->features[RT_PAIR_prior] = 1;
    measure_aligned(pair, a, b);
    measure_order(pair, a, b);
    measure_marks(pair, a, b);
    if (!measure_acronym(pair, a, b)) {
        counting c = {pair, a, b};
        rt_left_over(a, b, &m, count_left, &c);
        measure_shares(pair, a, b, &m);
        measure_ends(pair, a, b, &m);
        measure_counts(pair, &m);
    }
    if (a->kind == RT_NAME_PERSON && b->kind == RT_NAME_PERSON) rt_together_measure(pair, a, b);
    weigh(pair);
}

typedef struct two_names {
    const rt_name *a, *b;
} two_names;

static rt_alike cost_of_words(const void *with, size_t i, size_t j, float most) {
    const two_names *n = with;
    return rt_alike_words(&n->a->words[i], &n->b->words[j], most);
}

void rt_pair_names(const rt_name *a, const rt_name *b, rt_pair *pair) {
    const two_names both = {a, b};
    rt_pair_names_by(a, b, cost_of_words, &both, pair);
}
