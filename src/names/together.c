#include "names/together.h"

static const rt_word *word_of_a(const rt_aligned *x, const rt_name *a) { return &a->words[x->a]; }
static const rt_word *word_of_b(const rt_aligned *x, const rt_name *b) { return &b->words[x->b]; }

static bool is_shorter(const rt_aligned *x, const rt_name *a, const rt_name *b, int letters) {
    return word_of_a(x, a)->len < letters || word_of_b(x, b)->len < letters;
}

/* --- names of one people ------------------------------------------------------------------------------------------ */

/* Words of one people's names stand together more often than each alone would say: all but the first say less by the
 * rarity of the people. */
static float of_one_people(const rt_pair *p, const rt_name *a, const rt_name *b) {
    uint8_t words[RT_ORIGINS] = {0};
    float most = 0;
    for (size_t k = 0; k < p->aligned_count; k++) {
        const unsigned origins = word_of_a(&p->aligned[k], a)->origins | word_of_b(&p->aligned[k], b)->origins;
        for (unsigned i = 0; i < RT_ORIGINS; i++) words[i] = (uint8_t)(words[i] + (origins >> i & 1));
    }
    for (unsigned i = 0; i < RT_ORIGINS; i++)
        if (words[i] > 1 && (float)(words[i] - 1) * rt_origin_nats[i] > most)
            most = (float)(words[i] - 1) * rt_origin_nats[i];
    return most;
}

/* --- what the evidence hangs on ----------------------------------------------------------------------------------- */

/* All of it, and what there is of each kind. */
typedef struct evidence {
    float all, strongest, of_short, script_cost;
} evidence;

static evidence sum_up(const rt_pair *p, const rt_name *a, const rt_name *b) {
    enum { SHORT = 4, SHORT_ACROSS = 5 };
    evidence e = {0};
    for (size_t k = 0; k < p->aligned_count; k++) {
        const rt_aligned *x = &p->aligned[k];
        e.all += x->evidence;
        if (x->evidence > e.strongest) e.strongest = x->evidence;
        if (is_shorter(x, a, b, SHORT)) e.of_short += x->evidence;
        if (x->how == RT_ALIKE_SCRIPT && is_shorter(x, a, b, SHORT_ACROSS)) e.script_cost += x->cost;
    }
    return e;
}

static float above_nought(float x) { return x > 0 ? x : 0; }

void rt_together_measure(rt_pair *p, const rt_name *a, const rt_name *b) {
    const float enough = 20; /* nats, from which on two of one people are told apart */
    const evidence e = sum_up(p, a, b);
    float *f = p->features;
    const bool differs = f[RT_PAIR_differs_name] + f[RT_PAIR_differs_patronymic] > 0;
    f[RT_PAIR_origin] = of_one_people(p, a, b);
    f[RT_PAIR_common] = f[RT_PAIR_origin] > 0 ? above_nought(enough - e.all) : 0;
    f[RT_PAIR_short] = e.of_short;
    f[RT_PAIR_alone] = p->aligned_count > 1 ? above_nought(e.strongest - (e.all - e.strongest)) : 0;
    f[RT_PAIR_despite] = differs ? above_nought(e.all) : 0;
    f[RT_PAIR_script_short] = e.script_cost;
}
