/* The keys under which words that are alike meet: rt_word_sounds.
 *
 * A word sounds like its consonants, in nine classes; vowels, h and y are left out, since scripts and spellings differ
 * most in them. What a letter sounds like is often not to be told ("ch", "g" before "e", a Hebrew bet), so it has
 * several classes, and the word a code for each choice. Beside its codes a word is found by itself and by its letters
 * less one: of two words that one typing error parts, such keys agree. */
#include <string.h>

#include "names/alike.h"

enum { MOST_CODES = 8, MOST_SLOTS = RT_TOKEN_LETTERS + 2 };

/* Kinds of keys, so that a code is never taken for a word. */
enum { KEY_CODE = 1, KEY_CODE_LESS, KEY_WORD, KEY_FAMILY };

/* What a letter or two may sound like: up to three texts of classes, in the order of their odds. */
typedef struct slot {
    const char *choice[3];
    unsigned n;
} slot;

typedef struct codes {
    char at[MOST_CODES][MOST_SLOTS];
    unsigned n;
} codes;

typedef struct keys {
    uint64_t *at;
    unsigned n, most;
} keys;

static uint64_t hash(unsigned kind, const char *text, size_t n, size_t without) {
    uint64_t h = 0xcbf29ce484222325U ^ kind;
    for (size_t i = 0; i < n; i++)
        if (i != without) h = (h ^ (unsigned char)text[i]) * 0x100000001b3U;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93U;
    return h ^ (h >> 32);
}

static void put(keys *out, uint64_t key) {
    for (unsigned i = 0; i < out->n; i++)
        if (out->at[i] == key) return;
    if (out->n < out->most) out->at[out->n++] = key;
}

static bool is_soft(char c) { /* c and g before it have another sound */
    return c == 'e' || c == 'i' || c == 'y';
}

/* What is written in two or three letters. 0: nothing here; else how many letters it takes. */
static size_t digraph(const char *s, slot *out) {
    static const struct {
        char text[5];
        slot is;
    } table[] = {
        {"tsch", {{"S", "TS"}, 2}}, {"sch", {{"S", "SK"}, 2}},   {"tch", {{"S"}, 1}},     {"dzh", {{"S"}, 1}},
        {"tsh", {{"S"}, 1}},        {"ch", {{"S", "K", ""}, 3}}, {"kh", {{"K", ""}, 2}},  {"gh", {{"K", ""}, 2}},
        {"th", {{"T", "S"}, 2}},    {"dh", {{"T", "S"}, 2}},     {"ph", {{"F", "P"}, 2}}, {"sh", {{"S"}, 1}},
        {"zh", {{"S"}, 1}},         {"ts", {{"S", "TS"}, 2}},    {"tz", {{"S"}, 1}},      {"cz", {{"S"}, 1}},
        {"sz", {{"S"}, 1}},         {"dz", {{"S"}, 1}},          {"dj", {{"S"}, 1}},      {"ng", {{"NK", "N"}, 2}},
        {"ck", {{"K"}, 1}},         {"cq", {{"K"}, 1}},          {"rh", {{"L"}, 1}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].text[0] != *s) continue;
        const size_t n = strlen(table[i].text);
        if (strncmp(s, table[i].text, n) != 0) continue;
        *out = table[i].is;
        return n;
    }
    return 0;
}

static slot letter(const char *s) {
    switch (*s) {
    case 'b':
    case 'p': return (slot){{"P"}, 1};
    case 'f':
    case 'v': return (slot){{"F"}, 1};
    case 'w': return (slot){{"F", ""}, 2};
    case 'c':
        if (is_soft(s[1])) return (slot){{"S", "K"}, 2};
        return s[1] == '\0' ? (slot){{"K", "S"}, 2} : (slot){{"K"}, 1};
    case 'g': return is_soft(s[1]) ? (slot){{"K", "S"}, 2} : (slot){{"K"}, 1};
    case 'k':
    case 'q': return (slot){{"K"}, 1};
    case 'x': return (slot){{"KS", "S"}, 2};
    case 'j': return (slot){{"S", ""}, 2};
    case 'd':
    case 't': return (slot){{"T"}, 1};
    case 's':
    case 'z': return (slot){{"S"}, 1};
    case 'l':
    case 'r': return (slot){{"L"}, 1};
    case 'm': return (slot){{"M"}, 1};
    case 'n': return (slot){{"N"}, 1};
    default: return (slot){{""}, 1};
    }
}

/* What only a script leaves open. */
static void widen(unsigned script, char c, slot *s) {
    const bool labial = c == 'b' || c == 'p';
    if ((script == RT_HEBREW || script == RT_KANA || script == RT_HANGUL) && labial && s->n == 1)
        *s = (slot){{"P", "F"}, 2};
    if (script == RT_ARABIC && c == 'j') *s = (slot){{"S", "K"}, 2};
    if ((script == RT_ARABIC || script == RT_HEBREW) && c == 'w') *s = (slot){{"", "F"}, 2};
    if (script == RT_KANA && (c == 'c' || c == 't') && s->choice[0][0] == 'S') *s = (slot){{"S", "T"}, 2};
}

/* Adds a choice behind a code; one sound twice is one sound. */
static void extend(char *code, const char *choice) {
    size_t n = strlen(code);
    for (; *choice != '\0' && n + 1 < MOST_SLOTS; choice++)
        if (n == 0 || code[n - 1] != *choice) code[n++] = *choice;
    code[n] = '\0';
}

static void choose(codes *all, const slot *s) {
    const unsigned before = all->n;
    for (unsigned k = 1; k < s->n; k++)
        for (unsigned i = 0; i < before && all->n < MOST_CODES; i++) {
            memcpy(all->at[all->n], all->at[i], MOST_SLOTS);
            extend(all->at[all->n++], s->choice[k]);
        }
    for (unsigned i = 0; i < before; i++) extend(all->at[i], s->choice[0]);
}

static void code_of(const char *latin, unsigned script, codes *all) {
    all->n = 1;
    all->at[0][0] = '\0';
    while (*latin != '\0') {
        slot s;
        size_t n = digraph(latin, &s);
        if (n == 0) {
            n = 1;
            s = letter(latin);
        }
        widen(script, *latin, &s);
        choose(all, &s);
        latin += n;
    }
}

static void codes_of(const char *latin, unsigned script, keys *out) {
    codes all;
    code_of(latin, script, &all);
    for (unsigned i = 0; i < all.n; i++) put(out, hash(KEY_CODE, all.at[i], strlen(all.at[i]), SIZE_MAX));
    const size_t n = strlen(all.at[0]);
    if (n < 5) return;
    put(out, hash(KEY_CODE_LESS, all.at[0], n, SIZE_MAX));
    for (size_t i = 0; i < n; i++) put(out, hash(KEY_CODE_LESS, all.at[0], n, i));
}

static void letters_of(const char *latin, size_t n, keys *out) {
    put(out, hash(KEY_WORD, latin, n, SIZE_MAX));
    if (n < 4) return;
    for (size_t i = 0; i < n; i++) put(out, hash(KEY_WORD, latin, n, i));
}

static void families_of(const rt_word *word, keys *out) {
    for (unsigned i = 0; i < RT_LEXEME_FAMILIES && word->families[i] != 0; i++)
        put(out, hash(KEY_FAMILY, (const char *)&word->families[i], sizeof *word->families, SIZE_MAX));
}

unsigned rt_word_few_sounds(const rt_word *word, uint64_t *to, unsigned most) {
    keys out = {to, 0, most};
    codes all;
    code_of(word->latin, word->script, &all);
    for (unsigned i = 0; i < all.n; i++) {
        put(&out, hash(KEY_CODE, all.at[i], strlen(all.at[i]), SIZE_MAX));
        if (i == 0) families_of(word, &out);
    }
    return out.n;
}

unsigned rt_word_sounds(const rt_word *word, uint64_t *to, unsigned most) {
    keys out = {to, 0, most};
    letters_of(word->latin, word->len, &out);
    families_of(word, &out);
    codes_of(word->latin, word->script, &out);
    for (unsigned i = 0; i < 2; i++) {
        if (word->other_len[i] == 0) continue;
        if (word->script == RT_LATIN) put(&out, hash(KEY_WORD, word->other[i], word->other_len[i], SIZE_MAX));
        codes_of(word->other[i], word->script, &out);
    }
    return out.n;
}
