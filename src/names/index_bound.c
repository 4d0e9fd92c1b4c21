#include "names/index_bound.h"

#include <math.h>

/* What may speak for a name beside the words that it shares. An acronym shares none and is looked for apart; of words
 * that are nearly a misspelling the curve ends at one. */
static const rt_pair_feature beside_words[] = {RT_PAIR_nearly, RT_PAIR_single_both};

static float at_one(rt_name_kind kind, rt_pair_feature f) { return rt_pair_curve(kind, f, 1); }

static float spare_of(rt_name_kind kind) {
    float sum = 0;
    for (size_t i = 0; i < sizeof beside_words / sizeof *beside_words; i++)
        sum += fmaxf(at_one(kind, beside_words[i]), 0);
    return sum;
}

/* Two words left over, one on either side, stand against each other or, when they are of other kinds, are each alone.
 */
static float differs_of(rt_name_kind kind, bool persons) {
    float differs = fmaxf(at_one(kind, RT_PAIR_differs_name), at_one(kind, RT_PAIR_differs_patronymic));
    if (persons) return fminf(differs, 0);
    for (rt_pair_feature f = RT_PAIR_differs_core; f <= RT_PAIR_differs_number; f++)
        differs = fmaxf(differs, at_one(kind, f));
    float lacks = at_one(kind, RT_PAIR_lacks_name);
    for (rt_pair_feature f = RT_PAIR_lacks_patronymic; f <= RT_PAIR_lacks_number; f++)
        lacks = fmaxf(lacks, at_one(kind, f));
    return fminf(fmaxf(differs, 2 * lacks), 0);
}

static rt_index_curve curve_of(rt_name_kind kind, rt_pair_feature f) {
    rt_index_curve c = {.kind = kind};
    for (unsigned i = 0; i < rt_pair_term_count; i++) {
        if (rt_pair_terms[i].feature != f) continue;
        if (c.n++ == 0) c.first = &rt_pair_terms[i];
    }
    return c;
}

static void weights_make(rt_name_kind a, rt_name_kind b, rt_index_weights *to) {
    const rt_name_kind kind = a < b ? b : a;
    const bool mixed = (a == RT_NAME_PERSON) != (b == RT_NAME_PERSON);
    *to = (rt_index_weights){.prior = at_one(kind, RT_PAIR_prior) + (mixed ? at_one(kind, RT_PAIR_kind) : 0),
                             .shared = curve_of(kind, RT_PAIR_shared),
                             .half = curve_of(kind, RT_PAIR_lacks_half),
                             .rest = curve_of(kind, RT_PAIR_lacks_rest),
                             .differs = differs_of(kind, a == RT_NAME_PERSON && b == RT_NAME_PERSON),
                             .spare = spare_of(kind)};
}

void rt_index_bound_make(rt_name_kind kind, float info, float least, rt_index_bound *bound) {
    bound->info = info;
    bound->least = least;
    for (int k = RT_NAME_PERSON; k <= RT_NAME_THING; k++) weights_make(kind, (rt_name_kind)k, &bound->with[k]);
}

static float on(const rt_index_curve *c, float x) {
    float sum = 0;
    for (unsigned i = 0; i < c->n; i++) sum += c->first[i].weights[c->kind] * rt_pair_reach(&c->first[i], x);
    return sum;
}

static float left(float of, float all) { return of < all ? 1 - of / all : 0; }

/* Nats that a comparison may find beyond: initials, words so unlike that no key finds them, which are aligned rather
 * than left over. Without, a search loses 8 in 100 of the hits at 0.5 or more, with it 2 (bench/names/index recall). */
static const float unseen = 3;

float rt_index_ceiling(const rt_index_bound *b, rt_name_kind kind, float evidence, float here, float there,
                       float info) {
    enum { ROUNDING = 1 }; /* of the information of names that postings keep */
    const rt_index_weights *w = &b->with[kind];
    const float left_here = left(here + 0.01F, b->info), left_there = left(there + ROUNDING, info);
    const float fuller = b->info >= info ? left_here : left_there, shorter = b->info >= info ? left_there : left_here;
    return unseen + w->prior + w->spare + on(&w->shared, evidence) + on(&w->half, fuller) + on(&w->rest, shorter) +
           (left_here > 0 && left_there > 0 ? w->differs : 0);
}
