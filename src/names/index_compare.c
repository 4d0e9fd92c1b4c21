/* A name of the query against a name of the index, by the costs that the look-up found: nothing is compared letter by
 * letter again but words that no sound finds, which are initials and words cut short. */
#include <math.h>

#include "names/index_lookup.h"

typedef struct costs {
    const rt_lookup *l;
    const rt_name *name;
    rt_alike known[RT_NAME_MOST_WORDS][RT_NAME_MOST_WORDS];
} costs;

static void costs_make(costs *c, const uint32_t *numbers) {
    const rt_lookup *l = c->l;
    for (size_t i = 0; i < l->name->n && i < RT_NAME_MOST_WORDS; i++)
        for (size_t k = 0; k < c->name->n; k++) c->known[i][k] = (rt_alike){INFINITY, RT_ALIKE_NOT};
    for (size_t k = 0; k < c->name->n; k++) {
        const rt_near *near = rt_lookup_near(l, numbers[k]);
        while (near != NULL) {
            const rt_unit *u = &l->units[near->unit];
            if (u->count == 1) c->known[u->at][k] = (rt_alike){near->cost, (rt_alike_how)near->how};
            near = near->next == 0 ? NULL : &l->near[near->next - 1];
        }
    }
}

static bool may_be_cut(const rt_word *a, const rt_word *b) {
    return a->len <= 2 || b->len <= 2 || a->truncated || b->truncated || a->latin[0] == b->latin[0];
}

static rt_alike cost_of(const void *with, size_t i, size_t j, float most) {
    const costs *c = with;
    const rt_alike known = c->known[i][j];
    if (known.how != RT_ALIKE_NOT) return known;
    const rt_word *a = &c->l->name->words[i], *b = &c->name->words[j];
    return may_be_cut(a, b) ? rt_alike_words(a, b, most) : known;
}

float rt_lookup_compare(const rt_lookup *l, uint32_t number) {
    rt_word words[RT_NAME_MOST_WORDS];
    uint32_t numbers[RT_NAME_MOST_WORDS];
    rt_name name;
    rt_pair pair;
    rt_index_name_read(l->index, number, words, numbers, &name);
    costs c = {.l = l, .name = &name};
    costs_make(&c, numbers);
    rt_pair_names_by(l->name, &name, cost_of, &c, &pair);
    return pair.logit;
}
