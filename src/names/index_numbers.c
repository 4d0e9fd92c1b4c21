#include "names/index_numbers.h"

#include "names/trait.h"

void rt_index_numbers_add(const rt_subject *subject, uint32_t number, rt_buf *out) {
    enum { MOST = 256, FEWEST_LETTERS = 5 };
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < subject->trait_count && i < MOST; i++) {
        rt_trait_value value = {.text = subject->traits[i].value, .prop = rt_trait_prop_named(subject->traits[i].prop)};
        if (value.prop == NULL || value.prop->feature != RT_FEATURE_NUMBER) continue;
        if (!rt_feature_number.read(&arena, &value) || value.key.len < FEWEST_LETTERS) continue;
        const rt_index_keyed one = {rt_index_fold(rt_index_hash(value.key)), number};
        rt_buf_add(out, (rt_str){(const char *)&one, sizeof one});
    }
}
