/* What two aligned words say: their evidence, and what kind of difference there is between them. */
#include <string.h>

#include "names/align.h"

static rt_pair_feature cost_feature(rt_alike_how how) {
    switch (how) {
    case RT_ALIKE_SCRIPT: return RT_PAIR_script;
    case RT_ALIKE_TYPO: return RT_PAIR_typo;
    case RT_ALIKE_NICKNAME: return RT_PAIR_nickname;
    case RT_ALIKE_INITIAL: return RT_PAIR_initial;
    case RT_ALIKE_SHORT: return RT_PAIR_cut_short;
    default: return RT_PAIR_spelling;
    }
}

/* Nats where the cost is learnt from letters, 1 where it is one of judgement. */
static float cost_value(const rt_aligned *x) {
    const bool counted = x->how == RT_ALIKE_NICKNAME || x->how == RT_ALIKE_INITIAL || x->how == RT_ALIKE_SHORT;
    return counted ? 1 : x->cost;
}

/* --- a man's and a woman's name ----------------------------------------------------------------------------------- */

/* Petrov and Petrova, Zielinski and Zielinska may be one family. */
static bool is_family_ending(const rt_word *w) {
    static const char *const endings[] = {"ova", "eva", "ina", "skaya", "ska", "cka"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (rt_str_ends((rt_str){w->latin, w->len}, rt_str_of(endings[i]))) return true;
    return false;
}

static bool is_given(const rt_word *w) {
    return (w->uses & (RT_USE_GIVEN | RT_USE_MALE | RT_USE_FEMALE)) != 0 || w->part == RT_PART_GIVEN;
}

/* Aleksandr and Aleksandra, Mario and Maria: of given names, and not of Agha and Aghaa. */
static bool gendered_by_ending(const rt_word *man, const rt_word *woman) {
    if (woman->len < 4 || man->len < 3 || (!is_given(man) && !is_given(woman)) || man->latin[man->len - 1] == 'a' ||
        woman->latin[woman->len - 1] != 'a' || is_family_ending(woman))
        return false;
    const size_t stem = (size_t)woman->len - 1;
    if (man->len != stem && !(man->len == stem + 1 && man->latin[stem] == 'o')) return false;
    return memcmp(man->latin, woman->latin, stem) == 0;
}

static bool gendered(const rt_word *a, const rt_word *b) {
    const uint32_t both = RT_USE_MALE | RT_USE_FEMALE;
    if (a->key == b->key || a->part == RT_PART_FAMILY || b->part == RT_PART_FAMILY) return false;
    if ((a->uses & both) != 0 && (b->uses & both) != 0 && (a->uses & b->uses & both) == 0) return true;
    return gendered_by_ending(a, b) || gendered_by_ending(b, a);
}

/* --- the measures ------------------------------------------------------------------------------------------------- */

static bool is_known(const rt_word *w) { return (w->uses & (RT_USE_GIVEN | RT_USE_FAMILY)) != 0; }

static bool other_roles(const rt_word *a, const rt_word *b) {
    return (a->part == RT_PART_FAMILY && b->part == RT_PART_GIVEN) ||
           (a->part == RT_PART_GIVEN && b->part == RT_PART_FAMILY);
}

static void measure_typo(const rt_aligned *x, const rt_word *a, const rt_word *b, float *features) {
    const float easy = 6;
    if (x->cost > easy) features[RT_PAIR_typo_hard] += x->cost - easy;
    features[RT_PAIR_known_other] += is_known(a) && is_known(b);
}

void rt_aligned_measure(const rt_aligned *x, const rt_name *a, const rt_name *b,
                        float features[RT_PAIR_FEATURE_COUNT]) {
    const rt_word *in_a = &a->words[x->a], *in_b = &b->words[x->b];
    const bool joined = x->a2 >= 0 || x->b2 >= 0;
    features[RT_PAIR_shared] += x->evidence;
    features[cost_feature(x->how)] += cost_value(x);
    features[RT_PAIR_roles] += other_roles(in_a, in_b);
    if (x->how == RT_ALIKE_TYPO) measure_typo(x, in_a, in_b, features);
    if (joined)
        features[RT_PAIR_joined] += 1;
    else if (x->how != RT_ALIKE_NICKNAME && a->kind == RT_NAME_PERSON && b->kind == RT_NAME_PERSON &&
             gendered(in_a, in_b))
        features[RT_PAIR_gender] += 1;
}
