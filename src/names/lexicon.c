#include "names/lexicon.h"

#include "base/fnv.h"
#include "names/lexicon_tables.h"

enum { LONGEST_PHRASE = 6 };

static uint64_t mixed(uint64_t key) { return (key ^ key >> 32) * 0x9E3779B97F4A7C15U; }

/* The slot of a word by its key (rt_fnv), or 0. */
static uint64_t slot_of(const rt_lexicon_table *table, uint64_t key) {
    const uint64_t hash = mixed(key);
    const uint32_t tag = (uint32_t)hash != 0 ? (uint32_t)hash : 1;
    size_t at = (size_t)((hash >> 32) * table->count >> 32);
    while (table->slots[at] != 0) { /* ends: the table is never full */
        if (table->slots[at] >> 32 == tag) return table->slots[at];
        if (++at == table->count) at = 0;
    }
    return 0;
}

static unsigned detail_row(uint64_t slot) { return slot >> 16 & 0x7fff; }
static bool goes_on(uint64_t slot) { return (slot >> 31 & 1) != 0; }

static void fill(uint64_t slot, rt_lexeme *lexeme) {
    const rt_lexicon_detail *detail = &rt_lexicon_details[detail_row(slot)];
    lexeme->uses = detail->uses;
    for (unsigned i = 0; i < RT_LEXEME_FAMILIES; i++) lexeme->families[i] = detail->families[i];
    lexeme->nickname = detail->forms;
    lexeme->number = detail->number;
    lexeme->origins = detail->origins;
    lexeme->person_info = (float)(slot >> 8 & 0xff) * RT_LEXICON_STEP;
    lexeme->org_info = (float)(slot & 0xff) * RT_LEXICON_STEP;
}

/* A number in digits means its value: the tables hold only number words. */
static void fill_digits(rt_str word, rt_lexeme *lexeme) {
    int64_t value = 0;
    if (word.len == 0 || !rt_is_digit(word.at[0]) || !rt_str_int(word, &value) || value > UINT16_MAX) return;
    lexeme->uses |= RT_USE_NUMBER;
    lexeme->number = (uint16_t)value;
}

bool rt_lexicon_find(rt_str word, rt_lexeme *lexeme) {
    const uint64_t slot = slot_of(&rt_lexicon_words, rt_fnv(RT_FNV_BEGIN, word));
    *lexeme = (rt_lexeme){0};
    if (slot != 0)
        fill(slot, lexeme);
    else
        lexeme->person_info = lexeme->org_info = rt_lexicon_rare(word.len);
    fill_digits(word, lexeme);
    return slot != 0 || lexeme->uses != 0;
}

/* The table of phrases holds their beginnings too, so that most words end the search after one look. */
size_t rt_lexicon_phrase(const rt_str *words, size_t n, rt_lexeme *lexeme) {
    size_t longest = 0;
    uint64_t key = n > 1 ? rt_fnv(RT_FNV_BEGIN, words[0]) : 0;
    for (size_t i = 1; i < n && i < LONGEST_PHRASE; i++) {
        key = rt_fnv(rt_fnv(key, RT_S(" ")), words[i]);
        const uint64_t slot = slot_of(&rt_lexicon_phrases, key);
        if (slot != 0 && detail_row(slot) != 0) {
            fill(slot, lexeme);
            longest = i + 1;
        }
        if (slot == 0 || !goes_on(slot)) break;
    }
    return longest;
}

float rt_lexicon_rare(size_t letters) {
    if (letters == 0) return 0;
    return (float)rt_lexicon_rares[(letters < rt_lexicon_rare_count ? letters : rt_lexicon_rare_count) - 1] *
           RT_LEXICON_STEP;
}
