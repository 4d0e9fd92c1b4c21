#include <math.h>
#include <string.h>

#include "names/alike_parts.h"

static const float cost_of_cut = 3, cost_of_left_out = 3.3F, cost_of_pet = 4.5F;

/* Clerks cut the words of companies, and any word that has to fit a field. */
static bool is_cut(const rt_word *word) {
    return word->truncated || word->part >= RT_PART_CORE ||
           (word->uses & (RT_USE_GENERIC | RT_USE_LEGAL_FORM | RT_USE_PLACE | RT_USE_TITLE)) != 0;
}

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/* Whether the letters of `cut` stand in `whole` in their order, and what was left out is vowels, or all vowels were
 * ("Srvces", "Mgmt"): else too many words would stand in others. */
static bool left_out(const rt_word *cut, const rt_word *whole) {
    size_t at = 0, consonants = 0, vowels = 0;
    for (size_t i = 0; i < whole->len; i++) {
        if (at < cut->len && whole->latin[i] == cut->latin[at])
            at++;
        else if (!is_vowel(whole->latin[i]))
            consonants++;
    }
    for (size_t i = 1; i < cut->len; i++) vowels += is_vowel(cut->latin[i]);
    return at == cut->len && (consonants == 0 || vowels == 0);
}

rt_alike rt_alike_short(const rt_word *a, const rt_word *b) {
    const rt_word *cut = a->len <= b->len ? a : b, *whole = a->len <= b->len ? b : a;
    if (cut->len < 3 || cut->len == whole->len || cut->latin[0] != whole->latin[0])
        return (rt_alike){INFINITY, RT_ALIKE_NOT};
    const bool begins = memcmp(cut->latin, whole->latin, cut->len) == 0;
    if (is_cut(cut) || is_cut(whole)) {
        if (begins) return (rt_alike){cost_of_cut, RT_ALIKE_SHORT};
        if (left_out(cut, whole)) return (rt_alike){cost_of_left_out, RT_ALIKE_SHORT};
    } else if (begins && cut->len >= 4 && whole->len >= cut->len + 2u) {
        return (rt_alike){cost_of_pet, RT_ALIKE_SHORT};
    }
    return (rt_alike){INFINITY, RT_ALIKE_NOT};
}
