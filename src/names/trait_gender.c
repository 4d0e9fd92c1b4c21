#include "names/trait.h"

static bool read_gender(rt_arena *arena, rt_trait_value *value) {
    static const struct {
        rt_str word, key;
    } words[] = {{RT_S_INIT("male"), RT_S_INIT("male")},
                 {RT_S_INIT("m"), RT_S_INIT("male")},
                 {RT_S_INIT("female"), RT_S_INIT("female")},
                 {RT_S_INIT("f"), RT_S_INIT("female")}};
    (void)arena;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (rt_str_eq_nocase(value->text, words[i].word)) {
            value->key = words[i].key;
            return true;
        }
    return false; /* what else there is ("other", unknown words) tells nobody apart */
}

static void compare_gender(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++)
            if (rt_str_eq(a.at[i].key, b.at[j].key)) {
                rt_tally_values(tally, rt_feature_gender.name, (double)rt_trait_weights[RT_CASE_GENDER_SAME], "",
                                a.at[i].text, b.at[j].text, "the same");
                return;
            }
    if (a.n > 0 && b.n > 0)
        rt_tally_values(tally, rt_feature_gender.name, (double)rt_trait_weights[RT_CASE_GENDER_DIFFERS], "",
                        a.at[0].text, b.at[0].text, "not the same");
}

const rt_feature rt_feature_gender = {"gender", 4, read_gender, compare_gender};
