/* From a word to the words of the dictionary that may be meant by it: those that share a sound with it are compared. */
#include <math.h>

#include "base/grow.h"
#include "base/unset.h"
#include "names/align.h"
#include "names/index_far.h"
#include "names/index_join.h"
#include "names/index_kept.h"
#include "names/index_keyed.h"
#include "names/index_lookup.h"

static float capped(float info) { return fminf(info, rt_most_info); }

float rt_index_evidence(float a, float b, float cost) {
    return fminf(fmaxf(capped(a), capped(b)) - cost, fminf(capped(a), capped(b)));
}

enum { AHEAD = 8 };

/* --- words of the dictionary, each once ----------------------------------------------------------------------------
 */

typedef struct set {
    uint32_t *slots; /* word + 1 */
    size_t mask;
} set;

static set set_of(rt_arena *arena, size_t n) {
    size_t slots = 16;
    while (slots < 2 * n) slots *= 2;
    return (set){RT_NEW_N(arena, uint32_t, slots), slots - 1};
}

static bool set_add(set *s, uint32_t word) {
    size_t at = word * 0x9e3779b1u & s->mask;
    for (; s->slots[at] != 0; at = (at + 1) & s->mask)
        if (s->slots[at] == word + 1) return false;
    s->slots[at] = word + 1;
    return true;
}

/* --- near words ----------------------------------------------------------------------------------------------------
 */

static void near_add(rt_lookup *l, const rt_near *near) {
    l->near = rt_grow(l->arena, l->near, l->near_count, sizeof *l->near);
    l->near[l->near_count++] = *near;
}

static void near_take(rt_lookup *l, size_t unit, uint32_t number, float info, rt_alike alike) {
    const rt_unit *u = &l->units[unit];
    if (alike.how == RT_ALIKE_NOT) return;
    const rt_index_near kept = rt_index_near_of(number, alike); /* the same whether it was kept or is found now */
    const float cost = rt_index_near_alike(&kept).cost;
    const float evidence = rt_index_evidence(u->count > 1 ? u->info : u->word->info, info, cost);
    if (!(evidence > 0)) return;
    near_add(l, &(rt_near){.word = number,
                           .evidence = evidence,
                           .cost = cost,
                           .info = capped(info),
                           .unit = (uint8_t)unit,
                           .how = (uint8_t)alike.how});
}

static const float most_of_joined = 5; /* as align.c has it */

/* Between scripts nearly all that costs more is chance, and there is much of it. */
static const float most_between_scripts = 7;

static float limit_of(const rt_unit *u, rt_script script) {
    if (u->word->script != script) return most_between_scripts;
    return u->count > 1 ? most_of_joined : rt_pair_most_cost;
}

static void compare(rt_lookup *l, size_t unit, uint32_t number) {
    const rt_unit *u = &l->units[unit];
    rt_word word;
    if (!rt_index_word_read(l->index, number, &word)) return;
    const float info = u->count > 1 ? u->info : u->word->info;
    const float most = fminf(fmaxf(capped(info), capped(word.info)), limit_of(u, (rt_script)word.script));
    near_take(l, unit, number, word.info, rt_alike_words(u->word, &word, most));
}

static void nears_take(rt_lookup *l, size_t unit, const rt_index_near *nears, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (nears[i].word >= l->index->word_count) continue;
        const float info = rt_index_word_info(&l->index->words[nears[i].word]);
        near_take(l, unit, nears[i].word, info >= 0 && info < 64 ? info : 0, rt_index_near_alike(&nears[i]));
    }
}

/* Words that the file keeps as near to this one. */
static bool kept_take(rt_lookup *l, size_t unit) {
    const rt_unit *u = &l->units[unit];
    if (l->index->near_at == NULL || u->count > 1 || !rt_index_may_be_kept(u->word)) return false;
    const rt_index_span s = rt_index_nears(l->index, rt_index_find_word(l->index, u->word));
    nears_take(l, unit, &l->index->nears[s.begin], s.end - s.begin);
    return s.begin < s.end;
}

static bool remembered_take(rt_lookup *l, size_t unit) {
    const rt_unit *u = &l->units[unit];
    const rt_index_near *nears;
    size_t n;
    if (l->remembered == NULL || u->count > 1 || !rt_remembered_get(l->remembered, l->index, u->word, &nears, &n))
        return false;
    nears_take(l, unit, nears, n);
    return true;
}

/* What was found for the unit is all that stands behind `before`. */
static void remember(const rt_lookup *l, size_t unit, size_t before) {
    if (l->remembered == NULL || l->units[unit].count > 1) return;
    const size_t n = l->near_count - before;
    rt_index_near *nears = rt_remembered_put(l->remembered, l->index, l->units[unit].word, n);
    for (size_t i = 0; i < n; i++) nears[i] = rt_index_near_keep(&l->near[before + i]);
}

/* Words of one key lie far apart in memory: their records are asked for before they are needed, then their letters. */
static void fetch_record(const rt_index *index, uint32_t number) {
    if (number >= index->word_count) return;
    __builtin_prefetch(&index->words[number]);
    __builtin_prefetch(&index->words[number].text);
}

static void fetch_letters(const rt_index *index, uint32_t number) {
    if (number < index->word_count && index->words[number].text < index->letters.len)
        __builtin_prefetch(index->letters.at + index->words[number].text);
}

/* The words that share a key, each once. */
static size_t examined_make(const rt_lookup *l, const rt_sounds *sounds, uint32_t **words) {
    RT_UNSET rt_index_run runs[RT_WORD_SOUNDS];
    size_t all = 0, n = 0;
    for (size_t i = 0; i < sounds->n; i++) rt_index_fetch(l->index, RT_TABLE_SOUNDS, sounds->keys[i]);
    for (size_t i = 0; i < sounds->n; i++) {
        runs[i] = rt_index_find(l->index, RT_TABLE_SOUNDS, sounds->keys[i]);
        all += runs[i].n;
    }
    if (all > RT_EXAMINED_MOST) all = RT_EXAMINED_MOST;
    set seen = set_of(l->arena, all);
    *words = RT_NEW_N(l->arena, uint32_t, all + 1);
    for (size_t i = 0; i < sounds->n; i++)
        for (size_t k = 0; k < runs[i].n && n < all; k++)
            if (set_add(&seen, runs[i].at[k].value)) (*words)[n++] = runs[i].at[k].value;
    return n;
}

static void sounds_take(rt_lookup *l, size_t unit) {
    const rt_unit *u = &l->units[unit];
    RT_UNSET rt_sounds sounds;
    uint32_t *words;
    if (u->count > 1)
        rt_index_close_sounds(u->word, &sounds);
    else
        rt_index_sounds(u->word, true, &sounds);
    const size_t n = examined_make(l, &sounds, &words), before = l->near_count;
    const rt_far *far = rt_lookup_far(l, unit);
    for (size_t i = 0; i < n && l->near_count - before < RT_NEAR_MOST; i++) {
        if (i + 2 * AHEAD < n) fetch_record(l->index, words[i + 2 * AHEAD]);
        if (i + AHEAD < n) fetch_letters(l->index, words[i + AHEAD]);
        if (!rt_far_is(far, l->index, words[i])) compare(l, unit, words[i]);
    }
}

const rt_far *rt_lookup_far(const rt_lookup *l, size_t unit) {
    rt_far *far = &l->far[unit];
    if (far->word == NULL) rt_far_make(l->units[unit].word, l->units[unit].count > 1, far);
    return far;
}

static void unit_find(rt_lookup *l, size_t unit) {
    if (kept_take(l, unit) || remembered_take(l, unit)) return;
    const size_t before = l->near_count;
    sounds_take(l, unit);
    remember(l, unit, before);
}

void rt_lookup_word(const rt_index *index, rt_arena *arena, const rt_word *word, rt_lookup *l) {
    *l = (rt_lookup){.index = index, .arena = arena, .n = 1};
    l->units[0] = (rt_unit){.word = word, .count = 1};
    l->far = RT_NEW(arena, rt_far);
    unit_find(l, 0);
}

static void slots_make(rt_lookup *l) {
    size_t slots = 16;
    while (slots < 2 * l->near_count) slots *= 2;
    l->slots = RT_NEW_N(l->arena, uint32_t, slots);
    l->slot_mask = slots - 1;
    for (size_t i = 0; i < l->near_count; i++) {
        size_t at = l->near[i].word * 0x9e3779b1u & l->slot_mask;
        while (l->slots[at] != 0 && l->near[l->slots[at] - 1].word != l->near[i].word) at = (at + 1) & l->slot_mask;
        l->near[i].next = l->slots[at];
        l->slots[at] = (uint32_t)i + 1;
    }
}

/* --- units ---------------------------------------------------------------------------------------------------------
 */

static void unit_add(rt_lookup *l, const rt_word *word, size_t at, size_t count) {
    rt_unit *u = &l->units[l->n++];
    *u = (rt_unit){.word = word, .at = (uint8_t)at, .count = (uint8_t)count};
    for (size_t i = at; i < at + count; i++) u->info += capped(l->name->words[i].info);
}

static bool any_listed(const rt_name *name) {
    for (size_t i = 0; i < name->n; i++)
        if (rt_index_part_listed(name->words[i].part)) return true;
    return false;
}

static float units_make(rt_lookup *l, size_t *words) {
    float info = 0;
    const rt_name *name = l->name;
    const size_t n = name->n < RT_NAME_MOST_WORDS ? name->n : RT_NAME_MOST_WORDS;
    const bool listed = any_listed(name);
    for (size_t i = 0; i < n; i++)
        if (!listed || rt_index_part_listed(name->words[i].part)) {
            unit_add(l, &name->words[i], i, 1);
            info += capped(name->words[i].info);
        }
    *words = l->n;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!rt_index_joinable(&name->words[i], &name->words[i + 1])) continue;
        rt_word *joined = RT_NEW(l->arena, rt_word);
        rt_word_join(&name->words[i], &name->words[i + 1], name->kind == RT_NAME_ORGANISATION, joined);
        unit_add(l, joined, i, 2);
    }
    return info;
}

void rt_lookup_make(const rt_index *index, rt_arena *arena, rt_remembered *remembered, const rt_name *name, float least,
                    rt_lookup *l) {
    *l = (rt_lookup){.index = index, .arena = arena, .remembered = remembered, .name = name};
    size_t words;
    const float info = units_make(l, &words);
    rt_index_bound_make(name->kind, info, words, least, &l->bound);
    l->far = RT_NEW_N(arena, rt_far, l->n);
    for (size_t i = 0; i < l->n; i++) unit_find(l, i);
    slots_make(l);
}
