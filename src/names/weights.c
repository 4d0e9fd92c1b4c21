#include "names/weights.h"

float rt_pair_curve(rt_name_kind kind, rt_pair_feature feature, float x) {
    float sum = 0;
    for (unsigned i = rt_pair_first_term[feature]; i < rt_pair_first_term[feature + 1]; i++)
        sum += rt_pair_terms[i].weights[kind] * rt_pair_reach(&rt_pair_terms[i], x);
    return sum;
}
