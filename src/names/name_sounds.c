#include "names/name_sounds.h"

enum { EACH_MOST = 16 };

static bool holds(const uint64_t *keys, size_t n, uint64_t key) {
    for (size_t i = 0; i < n; i++)
        if (keys[i] == key) return true;
    return false;
}

size_t rt_name_sounds(rt_arena *arena, rt_str name, unsigned each, uint64_t *keys, size_t most) {
    const rt_tokens tokens = rt_letters(arena, name);
    size_t n = 0;
    for (size_t i = 0; i < tokens.n; i++) {
        rt_word word;
        uint64_t own[EACH_MOST];
        rt_word_make(&tokens.at[i], false, &word);
        const unsigned count = rt_word_few_sounds(&word, own, each < EACH_MOST ? each : EACH_MOST);
        for (unsigned k = 0; k < count && n < most; k++)
            if (!holds(keys, n, own[k])) keys[n++] = own[k];
    }
    return n;
}
