#include <string.h>

#include "names/index_file.h"

static const char *const section_names[RT_SECTIONS] = {
    [RT_SECTION_NOTE] = "note",
    [RT_SECTION_STRINGS] = "strings",
    [RT_SECTION_ENTRY_AT] = "places of entries",
    [RT_SECTION_ENTRIES] = "entries",
    [RT_SECTION_ENTRY_NAME] = "names of entries",
    [RT_SECTION_NAMES] = "names",
    [RT_SECTION_NAME_WORDS] = "words of names",
    [RT_SECTION_WORDS] = "words",
    [RT_SECTION_LETTERS] = "letters",
    [RT_SECTION_POSTINGS] = "postings",
    [RT_SECTION_SOUND_AT] = "directory of sounds",
    [RT_SECTION_SOUNDS] = "sounds",
    [RT_SECTION_JOIN_AT] = "directory of joined words",
    [RT_SECTION_JOINS] = "joined words",
    [RT_SECTION_NUMBER_AT] = "directory of numbers",
    [RT_SECTION_NUMBERS] = "numbers",
    [RT_SECTION_NEAR_AT] = "places of near words",
    [RT_SECTION_NEARS] = "near words",
};

static rt_status wrong(rt_index_section section, rt_error *err) {
    return rt_fail(err, RT_CORRUPT, "the index is damaged: %s", section_names[section]);
}

/* --- every byte -----------------------------------------------------------------------------------------------------
 */

static rt_status sections_verify(const rt_index *index, rt_hasher *hasher, rt_error *err) {
    for (size_t i = 0; i < RT_SECTIONS; i++) {
        const rt_index_section section = (rt_index_section)i;
        const rt_str bytes = rt_index_section_bytes(index, section);
        rt_hash hash;
        rt_hash_two(hasher, bytes, RT_S(""), &hash);
        if (!rt_hash_eq(&hash, &index->header.sections[i].sha256)) return wrong(section, err);
    }
    return rt_ok;
}

/* --- every bound ----------------------------------------------------------------------------------------------------
 */

static rt_status names_verify(const rt_index *index, rt_error *err) {
    for (size_t i = 0; i < index->name_count; i++) {
        const rt_index_name *n = &index->names[i];
        if (n->entry >= index->entry_count || n->first > n[1].first || n[1].first - n->first > RT_NAME_MOST_WORDS ||
            n[1].first > index->name_word_count)
            return wrong(RT_SECTION_NAMES, err);
    }
    for (size_t i = 0; i < index->name_word_count; i++)
        if (rt_index_word_at(index, i) >= index->word_count || rt_index_part_at(index, i) >= RT_PARTS)
            return wrong(RT_SECTION_NAME_WORDS, err);
    return rt_ok;
}

static rt_status words_verify(const rt_index *index, rt_error *err) {
    for (size_t i = 0; i < index->word_count; i++) {
        rt_word word;
        const rt_index_word *w = &index->words[i];
        if (!rt_index_word_read(index, (uint32_t)i, &word) || w->posting > w[1].posting ||
            w[1].posting > index->posting_count)
            return wrong(RT_SECTION_WORDS, err);
        if (index->near_at[i] > index->near_at[i + 1] || index->near_at[i + 1] > index->near_count)
            return wrong(RT_SECTION_NEAR_AT, err);
    }
    for (size_t i = 0; i < index->near_count; i++)
        if (index->nears[i].word >= index->word_count) return wrong(RT_SECTION_NEARS, err);
    for (size_t i = 0; i < index->posting_count; i++)
        if (index->postings[i].name >= index->name_count) return wrong(RT_SECTION_POSTINGS, err);
    return rt_ok;
}

static rt_status table_verify(const rt_index *index, rt_index_section directory, size_t values, rt_error *err) {
    const rt_str places = rt_index_section_bytes(index, directory);
    const rt_str records = rt_index_section_bytes(index, (rt_index_section)(directory + 1));
    const void *places_at = places.at, *records_at = records.at;
    const uint32_t *place = places_at;
    const rt_index_keyed *record = records_at;
    const size_t n = records.len / sizeof *record;
    for (size_t i = 0; i + 1 < places.len / sizeof *place; i++)
        if (place[i] > place[i + 1] || place[i + 1] > n) return wrong(directory, err);
    for (size_t i = 0; i < n; i++)
        if (record[i].value >= values) return wrong((rt_index_section)(directory + 1), err);
    return rt_ok;
}

static rt_status entries_verify(const rt_index *index, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < index->entry_count; i++) {
        rt_subject subject;
        RT_TRY(rt_index_entry(index, &arena, i, &subject, err));
        if (index->entry_name[i] > index->entry_name[i + 1] || index->entry_name[i + 1] > index->name_count)
            return wrong(RT_SECTION_ENTRY_NAME, err);
        rt_arena_reset(&arena);
    }
    return rt_ok;
}

rt_status rt_index_verify(rt_index *index, rt_error *err) {
    rt_hasher *hasher = rt_hasher_new();
    const rt_status s = sections_verify(index, hasher, err);
    rt_hasher_free(hasher);
    RT_TRY(s);
    RT_TRY(entries_verify(index, err));
    RT_TRY(names_verify(index, err));
    RT_TRY(words_verify(index, err));
    RT_TRY(table_verify(index, RT_SECTION_SOUND_AT, index->word_count, err));
    RT_TRY(table_verify(index, RT_SECTION_JOIN_AT, index->name_count, err));
    return table_verify(index, RT_SECTION_NUMBER_AT, index->entry_count, err);
}
