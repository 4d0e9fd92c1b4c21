#include "names/weights.h"

/* A stretch that begins there begins nowhere: the term counts from nought. */
static const float far_below = -1e8F;

float rt_pair_reach(const rt_pair_term *term, float x) {
    const float end = x < term->to ? x : term->to;
    if (term->from < far_below) return end;
    return x <= term->from ? 0 : end - term->from;
}

float rt_pair_curve(rt_name_kind kind, rt_pair_feature feature, float x) {
    float sum = 0;
    for (unsigned i = 0; i < rt_pair_term_count; i++)
        if (rt_pair_terms[i].feature == feature)
            sum += rt_pair_terms[i].weights[kind] * rt_pair_reach(&rt_pair_terms[i], x);
    return sum;
}
