#include "model/types_words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define UNITS 1024 /* UTF-16 units on the way: what people call a country is shorter by far */

typedef struct key {
    char *at;
    size_t len, word; /* word: where the last one begins */
    bool full;
} key;

static void add(key *k, char c) {
    if (k->len < RT_WORDS_KEY_MAX)
        k->at[k->len++] = c;
    else
        k->full = true;
}

static void end_word(key *k) {
    const rt_str word = {k->at + k->word, k->len - k->word};
    if (word.len == 0) return;
    if (rt_str_eq(word, RT_S("the")))
        k->len = k->word;
    else
        add(k, ' ');
    k->word = k->len;
}

static void add_ascii(key *k, char c) {
    if (rt_is_alpha(c) || rt_is_digit(c)) {
        add(k, rt_to_lower(c));
        return;
    }
    end_word(k);
    if (c != '&') return;
    for (const char *and = "and"; *and != 0; and++) add(k, *and);
    end_word(k);
}

/* The code point at *at of text, which must be UTF-8. */
static void add_code_point(key *k, rt_str text, size_t *at) {
    const size_t begin = *at;
    const uint32_t c = rt_utf8_next(text, at);
    if (c < 0x80) {
        add_ascii(k, (char)c);
        return;
    }
    const uint32_t kind = U_GET_GC_MASK((UChar32)c);
    if (kind & (U_GC_MN_MASK | U_GC_ME_MASK)) return;
    if (!(kind & (U_GC_L_MASK | U_GC_N_MASK | U_GC_MC_MASK))) {
        end_word(k);
        return;
    }
    for (size_t i = begin; i < *at; i++) add(k, text.at[i]);
}

static bool ascii(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x80) return false;
    return true;
}

/* NFKC, folded, NFD. false when raw is not UTF-8, or longer than any word. */
static bool fold(rt_str raw, char out[3 * UNITS], rt_str *folded) {
    UErrorCode code = U_ZERO_ERROR;
    UChar a[UNITS], b[UNITS];
    int32_t n = 0;
    u_strFromUTF8(a, UNITS, &n, raw.at, (int32_t)raw.len, &code);
    n = unorm2_normalize(unorm2_getNFKCInstance(&code), a, n, b, UNITS, &code);
    n = u_strFoldCase(a, UNITS, b, n, U_FOLD_CASE_DEFAULT, &code);
    n = unorm2_normalize(unorm2_getNFDInstance(&code), a, n, b, UNITS, &code);
    u_strToUTF8(out, 3 * UNITS, &n, b, n, &code);
    *folded = (rt_str){out, (size_t)n};
    return U_SUCCESS(code);
}

static bool add_folded(key *k, rt_str raw) {
    char out[3 * UNITS];
    rt_str folded;
    if (!fold(raw, out, &folded)) return false;
    for (size_t at = 0; at < folded.len;) add_code_point(k, folded, &at);
    return true;
}

bool rt_words_key(rt_str raw, char to[RT_WORDS_KEY_MAX], rt_str *found) {
    key k = {0};
    k.at = to;
    if (raw.len > RT_WORDS_KEY_MAX) return false;
    if (ascii(raw)) {
        for (size_t i = 0; i < raw.len; i++) add_ascii(&k, raw.at[i]);
    } else if (!add_folded(&k, raw)) {
        return false;
    }
    end_word(&k);
    *found = (rt_str){to, k.len > 0 && to[k.len - 1] == ' ' ? k.len - 1 : k.len};
    return !k.full && found->len > 0;
}

static const rt_word *look_up(const rt_word *words, size_t count, rt_str wanted) {
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = rt_str_cmp(wanted, words[middle].key);
        if (order == 0) return &words[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool rt_words_find(const rt_words *words, rt_str raw, rt_str *code) {
    char at[RT_WORDS_KEY_MAX];
    rt_str wanted;
    if (!rt_words_key(raw, at, &wanted)) return false;
    const rt_word *found = look_up(words->names, words->name_count, wanted);
    if (found == NULL) return false;
    *code = found->value;
    return true;
}

rt_str rt_words_label(const rt_words *words, rt_str code) {
    const rt_word *found = look_up(words->codes, words->code_count, code);
    return found != NULL ? found->value : (rt_str){0};
}
