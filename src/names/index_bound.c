#include "names/index_bound.h"

#include <math.h>

/* What may speak for a name beside the words that it shares: features whose weight is above nothing. */
static float spare_of(const float *w) {
    float sum = 0;
    for (size_t i = RT_PAIR_shared_plenty + 1; i < RT_PAIR_FEATURE_COUNT; i++)
        if (i != RT_PAIR_acronym && w[i] > 0) sum += w[i];
    return sum;
}

/* Two words left over, one on either side, stand against each other or, when they are of other kinds, are each alone.
 */
static float differs_of(const float *w, bool persons) {
    float differs = fmaxf(w[RT_PAIR_differs_name], w[RT_PAIR_differs_patronymic]);
    if (persons) return fminf(differs, 0);
    for (int i = RT_PAIR_differs_core; i <= RT_PAIR_differs_number; i++) differs = fmaxf(differs, w[i]);
    float lacks = w[RT_PAIR_lacks_name];
    for (int i = RT_PAIR_lacks_patronymic; i <= RT_PAIR_lacks_number; i++) lacks = fmaxf(lacks, w[i]);
    return fminf(fmaxf(differs, 2 * lacks), 0);
}

static void weights_make(rt_name_kind a, rt_name_kind b, rt_index_weights *to) {
    const float *w = rt_pair_weights[a < b ? b : a];
    const bool mixed = (a == RT_NAME_PERSON) != (b == RT_NAME_PERSON);
    *to = (rt_index_weights){.prior = w[RT_PAIR_prior] + (mixed ? w[RT_PAIR_kind] : 0),
                             .shared = w[RT_PAIR_shared],
                             .much = w[RT_PAIR_shared_much],
                             .plenty = w[RT_PAIR_shared_plenty],
                             .half = fminf(w[RT_PAIR_lacks_half], 0),
                             .rest = fminf(w[RT_PAIR_lacks_rest], 0),
                             .differs = differs_of(w, a == RT_NAME_PERSON && b == RT_NAME_PERSON),
                             .spare = spare_of(w)};
}

void rt_index_bound_make(rt_name_kind kind, float info, float least, rt_index_bound *bound) {
    bound->info = info;
    bound->least = least;
    for (int k = RT_NAME_PERSON; k <= RT_NAME_THING; k++) weights_make(kind, (rt_name_kind)k, &bound->with[k]);
}

static float over(float x, float from) { return x > from ? x - from : 0; }

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
    return unseen + w->prior + w->spare + w->shared * evidence + w->much * over(evidence, 8) +
           w->plenty * over(evidence, 16) + w->half * fuller + w->rest * shorter +
           (left_here > 0 && left_there > 0 ? w->differs : 0);
}
