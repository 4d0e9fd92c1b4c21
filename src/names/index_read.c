/* Words, names and spans out of an opened index; numbers that are wrong give nothing. */
#include <string.h>

#include "names/index_file.h"

rt_index_span rt_index_postings(const rt_index *index, uint32_t word) {
    if (word >= index->word_count) return (rt_index_span){0, 0};
    const rt_index_span s = {index->words[word].posting, index->words[word + 1].posting};
    return s.begin <= s.end && s.end <= index->posting_count ? s : (rt_index_span){0, 0};
}

rt_index_span rt_index_nears(const rt_index *index, uint32_t word) {
    if (index->near_at == NULL || word >= index->word_count) return (rt_index_span){0, 0};
    const rt_index_span s = {index->near_at[word], index->near_at[word + 1]};
    return s.begin <= s.end && s.end <= index->near_count ? s : (rt_index_span){0, 0};
}

rt_index_span rt_index_name_span(const rt_index *index, uint32_t name) {
    if (name >= index->name_count) return (rt_index_span){0, 0};
    rt_index_span s = {index->names[name].first, index->names[name + 1].first};
    if (s.begin > s.end || s.end > index->name_word_count) return (rt_index_span){0, 0};
    if (s.end - s.begin > RT_NAME_MOST_WORDS) s.end = s.begin + RT_NAME_MOST_WORDS;
    return s;
}

rt_index_span rt_index_entry_names(const rt_index *index, size_t entry) {
    if (entry >= index->entry_count) return (rt_index_span){0, 0};
    const rt_index_span s = {index->entry_name[entry], index->entry_name[entry + 1]};
    return s.begin <= s.end && s.end <= index->name_count ? s : (rt_index_span){0, 0};
}

/* --- words -------------------------------------------------------------------------------------------------------- */

static bool lengths_good(const rt_index_word *r) {
    return r->len <= RT_TOKEN_LETTERS && r->other_len[0] <= RT_TOKEN_LETTERS && r->other_len[1] <= RT_TOKEN_LETTERS &&
           (r->symbol_len <= RT_TOKEN_LETTERS || r->symbol_len == RT_INDEX_SYMBOLS_ARE_LATIN) && r->script < RT_SCRIPTS;
}

static const char *letters_copy(char *to, const char *from, uint8_t len) {
    memcpy(to, from, len);
    return from + len;
}

bool rt_index_word_read(const rt_index *index, uint32_t number, rt_word *word) {
    memset(word, 0, sizeof *word);
    if (number >= index->word_count) return false;
    const rt_index_word r = index->words[number];
    const bool as_latin = r.symbol_len == RT_INDEX_SYMBOLS_ARE_LATIN;
    const size_t need = rt_index_word_letters(&r);
    if (!lengths_good(&r) || r.text > index->letters.len || need > index->letters.len - r.text) return false;
    const char *at = index->letters.at + r.text;
    at = letters_copy(word->latin, at, r.len);
    if (as_latin)
        letters_copy(word->symbols, word->latin, r.len);
    else
        at = letters_copy(word->symbols, at, r.symbol_len);
    at = letters_copy(word->other[0], at, r.other_len[0]);
    letters_copy(word->other[1], at, r.other_len[1]);
    word->len = r.len;
    word->symbol_len = as_latin ? r.len : r.symbol_len;
    memcpy(word->other_len, r.other_len, sizeof r.other_len);
    word->script = r.script;
    word->nickname = r.nickname;
    word->uses = r.uses;
    word->letters = r.letters & ((1U << 26) - 1); /* of a-z: an altered file may have set others, which lead nowhere */
    word->key = r.key;
    memcpy(word->families, r.families, sizeof r.families);
    word->number = r.number;
    word->origins = r.origins;
    word->info = rt_index_word_info(&r);
    return true;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

static unsigned marks_take(unsigned marks, unsigned at, unsigned mask) { return marks >> at & mask; }

static rt_name_kind kind_of(unsigned marks) {
    const unsigned kind = marks_take(marks, RT_MARK_KIND, 3);
    return kind <= RT_NAME_THING ? (rt_name_kind)kind : RT_NAME_THING;
}

rt_name_kind rt_index_name_kind(const rt_index *index, uint32_t number) {
    const rt_index_span s = rt_index_name_span(index, number);
    return s.begin < s.end ? kind_of(index->name_words[s.begin].marks) : RT_NAME_PERSON;
}

void rt_index_name_read(const rt_index *index, uint32_t number, rt_word *words, uint32_t *numbers, rt_name *name) {
    const rt_index_span s = rt_index_name_span(index, number);
    *name = (rt_name){.words = words, .kind = rt_index_name_kind(index, number)};
    for (size_t i = s.begin; i < s.end; i++) {
        const unsigned marks = index->name_words[i].marks, part = marks_take(marks, 0, 15);
        rt_word *w = &words[name->n];
        if (!rt_index_word_read(index, rt_index_word_at(index, i), w) || part >= RT_PARTS) continue;
        w->part = (uint8_t)part;
        w->place = (uint8_t)marks_take(marks, RT_MARK_PLACE, 31);
        w->truncated = marks_take(marks, RT_MARK_TRUNCATED, 1) != 0;
        numbers[name->n++] = rt_index_word_at(index, i);
    }
    if (s.begin == s.end) return;
    name->ordered = marks_take(index->name_words[s.begin].marks, RT_MARK_ORDERED, 1) != 0;
    name->truncated = marks_take(index->name_words[s.begin].marks, RT_MARK_NAME_TRUNCATED, 1) != 0;
}

/* --- which words lead to names -------------------------------------------------------------------------------------
 */

bool rt_index_part_listed(unsigned part) {
    switch (part) {
    case RT_PART_TITLE:
    case RT_PART_PARTICLE:
    case RT_PART_GENERATION:
    case RT_PART_LEGAL_FORM:
    case RT_PART_STOP: return false;
    default: return true;
    }
}

static bool any_listed(const rt_index *index, rt_index_span name) {
    for (size_t i = name.begin; i < name.end; i++)
        if (rt_index_part_listed(rt_index_part_at(index, i))) return true;
    return false;
}

/* A word that a name has twice is listed once. */
static bool first_of_its_kind(const rt_index *index, rt_index_span name, size_t at) {
    for (size_t i = name.begin; i < at; i++)
        if (rt_index_word_at(index, i) == rt_index_word_at(index, at)) return false;
    return true;
}

bool rt_index_counts(const rt_index *index, rt_index_span name, size_t at) {
    return rt_index_part_listed(rt_index_part_at(index, at)) || !any_listed(index, name);
}

bool rt_index_listed(const rt_index *index, rt_index_span name, size_t at) {
    return rt_index_counts(index, name, at) && first_of_its_kind(index, name, at);
}
