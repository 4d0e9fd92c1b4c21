#include "names/word.h"

#include <string.h>

#include "names/digits.h"

/* The last step of MurmurHash3's 64 bits, as everyone uses it: each bit of the input moves half of the output. */
static uint64_t mixed(uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdU;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53U;
    return h ^ (h >> 33);
}

/* Of all bytes of the field, padding too, which is always NUL: eight at a time. */
static uint64_t key_of(const char latin[RT_TOKEN_LETTERS + 1]) {
    uint64_t h = 0x9e3779b97f4a7c15U;
    for (size_t i = 0; i < RT_TOKEN_LETTERS + 1; i += sizeof h) {
        uint64_t part;
        memcpy(&part, latin + i, sizeof part);
        h = mixed(h ^ part) + i;
    }
    return h;
}

static uint32_t letters_of(const char *latin, size_t len) {
    uint32_t letters = 0;
    for (size_t i = 0; i < len; i++)
        if (latin[i] >= 'a' && latin[i] <= 'z') letters |= 1U << (latin[i] - 'a');
    return letters;
}

static uint8_t keep(char out[RT_TOKEN_LETTERS + 1], rt_str text) {
    const size_t len = text.len < RT_TOKEN_LETTERS ? text.len : RT_TOKEN_LETTERS;
    if (len > 0) memcpy(out, text.at, len);
    return (uint8_t)len;
}

/* What the lexicon knows, and what follows from the letters. False when it knows nothing. */
static bool look_up(rt_word *word, bool organisation) {
    rt_lexeme lexeme;
    const bool known = rt_lexicon_find((rt_str){word->latin, word->len}, &lexeme);
    word->uses = lexeme.uses;
    word->nickname = lexeme.nickname;
    word->number = lexeme.number;
    word->origins = (uint16_t)(lexeme.origins | rt_script_origins[word->script]);
    memcpy(word->families, lexeme.families, sizeof word->families);
    word->info = organisation ? lexeme.org_info : lexeme.person_info;
    word->letters = letters_of(word->latin, word->len);
    word->key = key_of(word->latin);
    return known;
}

/* The readings of digits that look like letters come behind the others, as far as there is room. */
static void add_look_alikes(rt_word *word) {
    char letters[2][RT_TOKEN_LETTERS + 1];
    const unsigned n = rt_digits_as_letters((rt_str){word->latin, word->len}, letters);
    for (unsigned i = 0, k = 0; i < 2 && k < n; i++) {
        if (word->other_len[i] > 0) continue;
        memcpy(word->other[i], letters[k++], sizeof word->other[i]);
        word->other_len[i] = word->len;
    }
}

void rt_word_make(const rt_token *token, bool organisation, rt_word *word) {
    *word = (rt_word){.script = (uint8_t)token->script, .part = RT_PART_NAME};
    word->len = keep(word->latin, token->readings[0]);
    word->symbol_len = keep(word->symbols, token->symbols);
    for (unsigned i = 1; i < token->reading_count && i < RT_TOKEN_READINGS; i++)
        word->other_len[i - 1] = keep(word->other[i - 1], token->readings[i]);
    word->truncated = token->after == '.';
    if (token->script == RT_LATIN) add_look_alikes(word);
    look_up(word, organisation);
}

void rt_word_of_latin(rt_str latin, bool organisation, rt_word *word) {
    *word = (rt_word){.script = RT_LATIN, .part = RT_PART_NAME};
    word->len = keep(word->latin, latin);
    word->symbol_len = keep(word->symbols, latin);
    add_look_alikes(word);
    look_up(word, organisation);
}

static uint8_t add(char out[RT_TOKEN_LETTERS + 1], const char *a, size_t a_len, const char *b, size_t b_len) {
    if (a_len + b_len > RT_TOKEN_LETTERS) b_len = RT_TOKEN_LETTERS - a_len;
    memcpy(out, a, a_len);
    memcpy(out + a_len, b, b_len);
    return (uint8_t)(a_len + b_len);
}

/* Reading `which` of a word; a word that lacks it has its first there. */
static rt_str reading(const rt_word *word, unsigned which) {
    if (which > 0 && word->other_len[which - 1] > 0)
        return (rt_str){word->other[which - 1], word->other_len[which - 1]};
    return (rt_str){word->latin, word->len};
}

void rt_word_join(const rt_word *a, const rt_word *b, bool organisation, rt_word *word) {
    const bool one_script = a->script == b->script;
    *word = (rt_word){.script = one_script ? a->script : RT_LATIN, .part = a->part, .place = a->place};
    word->len = add(word->latin, a->latin, a->len, b->latin, b->len);
    for (unsigned i = 0; i < 2; i++)
        if (a->other_len[i] > 0 || b->other_len[i] > 0) {
            const rt_str x = reading(a, i + 1), y = reading(b, i + 1);
            word->other_len[i] = add(word->other[i], x.at, x.len, y.at, y.len);
        }
    if (one_script)
        word->symbol_len = add(word->symbols, a->symbols, a->symbol_len, b->symbols, b->symbol_len);
    else
        word->symbol_len = keep(word->symbols, (rt_str){word->latin, word->len});
    word->truncated = b->truncated;
    const float both = a->info + b->info;
    if (!look_up(word, organisation) && both < word->info) word->info = both;
}
