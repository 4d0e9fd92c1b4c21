#include "names/index_bound.h"

#include <math.h>

#include "names/align.h"

static float at_one(rt_name_kind kind, rt_pair_feature f) { return rt_pair_curve(kind, f, 1); }

/* The least that two words which stand against each other take away. */
static float faced_of(rt_name_kind kind, bool persons) {
    float differs = fmaxf(at_one(kind, RT_PAIR_differs_name), at_one(kind, RT_PAIR_differs_patronymic));
    if (persons) return fminf(differs, 0);
    for (rt_pair_feature f = RT_PAIR_differs_core; f <= RT_PAIR_differs_number; f++)
        differs = fmaxf(differs, at_one(kind, f));
    return fminf(differs, 0);
}

/* Two words left over, one on either side, stand against each other or, when they are of other kinds, are each alone.
 */
static float differs_of(rt_name_kind kind, bool persons) {
    const float faced = faced_of(kind, persons);
    if (persons) return faced;
    float lacks = at_one(kind, RT_PAIR_lacks_name);
    for (rt_pair_feature f = RT_PAIR_lacks_patronymic; f <= RT_PAIR_lacks_number; f++)
        lacks = fmaxf(lacks, at_one(kind, f));
    return fminf(fmaxf(faced, 2 * lacks), 0);
}

/* Evidence and shares are never below nought, where the first stretch begins. */
static void curve_make(rt_name_kind kind, rt_pair_feature f, rt_index_curve *c) {
    c->n = 0;
    for (unsigned i = 0; i < rt_pair_term_count && c->n < RT_CURVE_TERMS; i++) {
        const rt_pair_term *t = &rt_pair_terms[i];
        if (t->feature != f || t->weights[kind] == 0) continue;
        const float from = fmaxf(t->from, 0);
        c->term[c->n].from = from;
        c->term[c->n].wide = t->to - from;
        c->term[c->n++].weight = t->weights[kind];
    }
}

/* The sum whose calibration is `least`: the curve rises, so it is found by halving. Its terms stand together. */
static float before_calibration(rt_name_kind kind, float least) {
    enum { ROUNDS = 20 };
    float low = -32, high = 32;
    unsigned first = 0, end;
    while (first < rt_pair_term_count && rt_pair_terms[first].feature != RT_PAIR_calibration) first++;
    for (end = first; end < rt_pair_term_count && rt_pair_terms[end].feature == RT_PAIR_calibration;) end++;
    for (int round = 0; round < ROUNDS; round++) {
        const float middle = (low + high) / 2;
        float sum = middle;
        for (unsigned i = first; i < end; i++)
            sum += rt_pair_terms[i].weights[kind] * rt_pair_reach(&rt_pair_terms[i], middle);
        *(sum < least ? &low : &high) = middle;
    }
    return low;
}

static void weights_make(rt_name_kind a, rt_name_kind b, float least, rt_index_weights *to) {
    const rt_name_kind kind = a < b ? b : a;
    const bool mixed = (a == RT_NAME_PERSON) != (b == RT_NAME_PERSON);
    const bool persons = a == RT_NAME_PERSON && b == RT_NAME_PERSON;
    to->prior = at_one(kind, RT_PAIR_prior) + (mixed ? at_one(kind, RT_PAIR_kind) : 0);
    to->differs = differs_of(kind, persons);
    to->nearly = fmaxf(to->differs, faced_of(kind, persons) + fmaxf(at_one(kind, RT_PAIR_nearly), 0));
    to->single_both = fmaxf(at_one(kind, RT_PAIR_single_both), 0);
    curve_make(kind, RT_PAIR_shared, &to->shared);
    curve_make(kind, RT_PAIR_lacks_half, &to->half);
    curve_make(kind, RT_PAIR_lacks_rest, &to->rest);
    to->shift = least - before_calibration(kind, least);
}

void rt_index_bound_make(rt_name_kind kind, float info, size_t words, float least, rt_index_bound *bound) {
    bound->info = info;
    bound->least = least;
    bound->single = words < 2;
    for (int k = RT_NAME_PERSON; k <= RT_NAME_THING; k++) weights_make(kind, (rt_name_kind)k, least, &bound->with[k]);
}

static float on(const rt_index_curve *c, float x) {
    float sum = 0;
    for (unsigned i = 0; i < c->n && x > c->term[i].from; i++) {
        const float reach = x - c->term[i].from;
        sum += c->term[i].weight * (reach < c->term[i].wide ? reach : c->term[i].wide);
    }
    return sum;
}

static float left(float of, float all) { return of < all ? 1 - of / all : 0; }

/* Nats that words left over on both sides may turn out to say: initials, words so unlike that no key finds them, which
 * are aligned rather than left over (bench/names/index recall, docs/decisions/013-candidates.md). */
static const float unseen = 3;

float rt_index_ceiling(const rt_index_bound *b, rt_name_kind kind, rt_index_said said, float info, bool nearly) {
    enum { ROUNDING = 1 }; /* of the information of names that postings keep */
    const rt_index_weights *w = &b->with[kind];
    const float left_here = left(said.here + 0.01F, b->info), left_there = left(said.there + ROUNDING, info);
    const bool fuller = b->info >= info;
    float sum = w->prior + on(&w->shared, said.evidence);
    sum += on(&w->half, fuller ? left_here : left_there) + on(&w->rest, fuller ? left_there : left_here);
    if (left_here > 0 && left_there > 0) sum += nearly ? w->nearly + unseen : w->differs;
    if (b->single && info <= rt_most_info) sum += w->single_both;
    return sum + w->shift;
}
