#include "names/index_kept.h"

#include <string.h>

#include "names/index_intern.h"
#include "names/index_keyed.h"
#include "names/index_sounds.h"

bool rt_index_may_be_kept(const rt_word *word) {
    return !word->truncated && (word->part < RT_PART_CORE ||
                                (word->uses & (RT_USE_GENERIC | RT_USE_LEGAL_FORM | RT_USE_PLACE | RT_USE_TITLE)) != 0);
}

static bool is(const rt_index *index, uint32_t number, const rt_index_spelt *spelt) {
    if (number >= index->word_count) return false;
    const rt_index_word *w = &index->words[number];
    const rt_str letters = index->letters;
    return memcmp(w, &spelt->record, offsetof(rt_index_word, text)) == 0 && w->text <= letters.len &&
           spelt->n <= letters.len - w->text && memcmp(letters.at + w->text, spelt->letters, spelt->n) == 0;
}

uint32_t rt_index_find_word(const rt_index *index, const rt_word *word) {
    rt_index_spelt spelt;
    const rt_index_run run = rt_index_find(index, RT_TABLE_SOUNDS, rt_index_word_key(word));
    rt_index_spell(word, &spelt);
    for (size_t i = 0; i < run.n; i++)
        if (is(index, run.at[i].value, &spelt)) return run.at[i].value;
    return UINT32_MAX;
}

static const float units = 65536;

rt_index_near rt_index_near_of(uint32_t word, rt_alike alike) {
    return (rt_index_near){word, (uint32_t)alike.how << 24 | (uint32_t)(alike.cost * units + 0.5F)};
}

rt_index_near rt_index_near_keep(const rt_near *near) {
    return rt_index_near_of(near->word, (rt_alike){near->cost, (rt_alike_how)near->how});
}

rt_alike rt_index_near_alike(const rt_index_near *near) {
    const uint32_t how = near->cost >> 24;
    return (rt_alike){(float)(near->cost & 0xffffff) / units, how < RT_ALIKE_NOT ? (rt_alike_how)how : RT_ALIKE_TYPO};
}
