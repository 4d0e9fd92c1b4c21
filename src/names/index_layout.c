#include "names/index_layout.h"

#include "base/fnv.h"

static const uint8_t sizes[RT_SECTIONS] = {
    [RT_SECTION_NOTE] = 1,
    [RT_SECTION_STRINGS] = 1,
    [RT_SECTION_ENTRY_AT] = sizeof(uint64_t),
    [RT_SECTION_ENTRIES] = 1,
    [RT_SECTION_ENTRY_NAME] = sizeof(uint32_t),
    [RT_SECTION_NAMES] = sizeof(rt_index_name),
    [RT_SECTION_NAME_WORDS] = sizeof(rt_index_name_word),
    [RT_SECTION_WORDS] = sizeof(rt_index_word),
    [RT_SECTION_LETTERS] = 1,
    [RT_SECTION_POSTINGS] = sizeof(rt_index_posting),
    [RT_SECTION_SOUND_AT] = sizeof(uint32_t),
    [RT_SECTION_SOUNDS] = sizeof(rt_index_keyed),
    [RT_SECTION_JOIN_AT] = sizeof(uint32_t),
    [RT_SECTION_JOINS] = sizeof(rt_index_keyed),
    [RT_SECTION_NUMBER_AT] = sizeof(uint32_t),
    [RT_SECTION_NUMBERS] = sizeof(rt_index_keyed),
    [RT_SECTION_NEAR_AT] = sizeof(uint32_t),
    [RT_SECTION_NEARS] = sizeof(rt_index_near),
};

size_t rt_index_record_size(rt_index_section section) { return sizes[section]; }

uint64_t rt_index_hash(rt_str bytes) { return rt_fnv(RT_FNV_BEGIN, bytes); }

uint32_t rt_index_fold(uint64_t key) {
    key *= 0x9e3779b97f4a7c15u; /* golden ratio: keys that are themselves small numbers spread too */
    return (uint32_t)(key >> 32);
}

uint64_t rt_index_check(const rt_index_header *header) {
    return rt_index_hash((rt_str){(const char *)header, offsetof(rt_index_header, check)});
}
