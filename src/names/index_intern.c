#include "names/index_intern.h"

#include <stdlib.h>
#include <string.h>

/* --- spelling ----------------------------------------------------------------------------------------------------- */

static void spell(rt_index_spelt *spelt, const char *letters, uint8_t n) {
    memcpy(spelt->letters + spelt->n, letters, n);
    spelt->n = (uint8_t)(spelt->n + n);
}

void rt_index_spell(const rt_word *word, rt_index_spelt *spelt) {
    const bool as_latin = word->symbol_len == word->len && memcmp(word->symbols, word->latin, sizeof word->latin) == 0;
    memset(spelt, 0, sizeof *spelt);
    rt_index_word *r = &spelt->record;
    r->key = word->key;
    r->letters = word->letters;
    r->uses = word->uses;
    r->info = (uint16_t)(word->info * RT_INDEX_INFO_STEPS + 0.5F);
    r->origins = word->origins;
    memcpy(r->families, word->families, sizeof r->families);
    r->number = word->number;
    r->script = word->script;
    r->nickname = word->nickname;
    r->len = word->len;
    r->symbol_len = as_latin ? RT_INDEX_SYMBOLS_ARE_LATIN : word->symbol_len;
    memcpy(r->other_len, word->other_len, sizeof r->other_len);
    spell(spelt, word->latin, word->len);
    if (!as_latin) spell(spelt, word->symbols, word->symbol_len);
    spell(spelt, word->other[0], word->other_len[0]);
    spell(spelt, word->other[1], word->other_len[1]);
}

static uint64_t mix(uint64_t h, uint64_t v) {
    h = (h ^ v) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

uint64_t rt_index_spelt_hash(const rt_index_spelt *spelt) {
    uint64_t parts[sizeof spelt->record / sizeof(uint64_t)], h = spelt->n, last = 0;
    memcpy(parts, &spelt->record, sizeof parts);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) h = mix(h, parts[i]);
    for (size_t i = 0; i < spelt->n; i++) {
        last = last << 8 | (uint8_t)spelt->letters[i];
        if (i % 8 == 7) h = mix(h, last);
    }
    return mix(h, last);
}

/* --- interning ---------------------------------------------------------------------------------------------------- */

void rt_index_dictionary_close(rt_index_dictionary *in) {
    free(in->words);
    free(in->slots);
    rt_buf_close(&in->letters);
    *in = (rt_index_dictionary){0};
}

static bool is(const rt_index_dictionary *in, uint32_t number, const rt_index_spelt *spelt) {
    const rt_index_word *w = &in->words[number];
    return memcmp(w, &spelt->record, offsetof(rt_index_word, text)) == 0 &&
           memcmp(in->letters.at + w->text, spelt->letters, spelt->n) == 0;
}

static rt_index_spelt spelt_of(const rt_index_dictionary *in, uint32_t number) {
    const rt_index_word *w = &in->words[number];
    rt_index_spelt spelt = {.record = *w};
    spelt.record.text = 0;
    spelt.n = (uint8_t)rt_index_word_letters(w);
    memcpy(spelt.letters, in->letters.at + w->text, spelt.n);
    return spelt;
}

static size_t slot_of(const rt_index_dictionary *in, uint64_t hash) {
    return (size_t)(hash >> 20) & (in->slot_count - 1);
}

static void slots_grow(rt_index_dictionary *in) {
    const size_t wanted = in->slot_count == 0 ? 1 << 12 : 2 * in->slot_count;
    free(in->slots);
    in->slots = rt_alloc(wanted * sizeof *in->slots);
    in->slot_count = wanted;
    memset(in->slots, 0, wanted * sizeof *in->slots);
    for (size_t i = 0; i < in->n; i++) {
        const rt_index_spelt spelt = spelt_of(in, (uint32_t)i);
        size_t at = slot_of(in, rt_index_spelt_hash(&spelt));
        while (in->slots[at] != 0) at = (at + 1) & (wanted - 1);
        in->slots[at] = (uint32_t)i + 1;
    }
}

static uint32_t add(rt_index_dictionary *in, const rt_index_spelt *spelt) {
    if (in->n == in->cap) {
        in->cap = in->cap == 0 ? 1024 : 2 * in->cap;
        in->words = rt_realloc(in->words, in->cap * sizeof *in->words);
    }
    in->words[in->n] = spelt->record;
    in->words[in->n].text = (uint32_t)in->letters.len;
    rt_buf_add(&in->letters, (rt_str){spelt->letters, spelt->n});
    return (uint32_t)in->n++;
}

rt_status rt_index_dictionary_word(rt_index_dictionary *in, const rt_index_spelt *spelt, uint64_t hash,
                                   uint32_t *number, rt_error *err) {
    if (2 * in->n >= in->slot_count) slots_grow(in);
    size_t at = slot_of(in, hash);
    while (in->slots[at] != 0 && !is(in, in->slots[at] - 1, spelt)) at = (at + 1) & (in->slot_count - 1);
    if (in->slots[at] == 0) {
        if (in->letters.len > UINT32_MAX - sizeof spelt->letters)
            return rt_fail(err, RT_LIMIT, "more distinct words than an index holds");
        in->slots[at] = add(in, spelt) + 1;
    }
    *number = in->slots[at] - 1;
    return rt_ok;
}

/* --- schemata and properties -------------------------------------------------------------------------------------- */

void rt_numbered_close(rt_numbered *set) {
    free(set->at);
    rt_arena_close(&set->arena);
    *set = (rt_numbered){0};
}

/* There are some dozens of them, and the same few again and again: found by going through. What is no name of a schema
 * or property counts as none. */
uint32_t rt_numbered_of(rt_numbered *set, rt_str text) {
    enum { MOST = 1024 };
    if (text.len > 0 && (set->n >= MOST || rt_str_find(text, RT_S("\n")) != SIZE_MAX))
        return rt_numbered_of(set, RT_S(""));
    for (size_t i = 0; i < set->n; i++)
        if (rt_str_eq(set->at[i], text)) return (uint32_t)i;
    if (set->n == set->cap) {
        set->cap = set->cap == 0 ? 64 : 2 * set->cap;
        set->at = rt_realloc(set->at, set->cap * sizeof *set->at);
    }
    set->at[set->n] = rt_str_copy(&set->arena, text);
    return (uint32_t)set->n++;
}
