/* The keys under which words that are alike meet.
 *
 * A word is found by what it sounds like (sounds.h): by one code among Latin words, by a wider one across scripts; by
 * its letters less one, so that of two words that one typing error parts such keys agree; by its families; and a word
 * that is cut short by the beginnings of the longer one. */
#include <string.h>

#include "names/sounds.h"

/* Kinds of keys, so that no kind is taken for another. */
enum { KEY_WORD = 1, KEY_FAMILY, KEY_NEAR, KEY_LATIN, KEY_NATIVE, KEY_FEW, KEY_LESS = 8, KEY_START = 64, KEY_WHOLE };

enum { FEWEST_OF_START = 3, CODES_KEPT = 8, CODES_ASKED = 12 };

typedef struct keys {
    uint64_t *at;
    unsigned n, most;
    bool asking;
} keys;

static const size_t with_all = SIZE_MAX;

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

static bool is_vowel(char c) { return c >= 'a'; }

/* The codes as they are, and less one vowel each: whether two spellings have the same vowels is least sure. */
static void put_near(keys *out, const rt_sound_codes *codes) {
    for (unsigned i = 0; i < codes->n; i++) {
        const size_t n = strlen(codes->at[i]);
        put(out, hash(KEY_NEAR, codes->at[i], n, with_all));
        for (size_t k = 0; k < n && n > 2 && i < 2; k++)
            if (is_vowel(codes->at[i][k])) put(out, hash(KEY_NEAR, codes->at[i], n, k));
    }
}

static void put_codes(keys *out, unsigned kind, const rt_sound_codes *codes) {
    for (unsigned i = 0; i < codes->n; i++) put(out, hash(kind, codes->at[i], strlen(codes->at[i]), with_all));
}

/* All codes, and of the likeliest one, when it is long, what is left without one sound. */
static void put_far(keys *out, unsigned kind, const rt_sound_codes *codes) {
    put_codes(out, kind, codes);
    const size_t n = strlen(codes->at[0]);
    if (n < 5) return;
    put(out, hash(kind + KEY_LESS, codes->at[0], n, with_all));
    for (size_t i = 0; i < n; i++) put(out, hash(kind + KEY_LESS, codes->at[0], n, i));
}

static bool is_alphabet(rt_script script) {
    return script == RT_LATIN || script == RT_CYRILLIC || script == RT_GREEK || script == RT_ARMENIAN ||
           script == RT_GEORGIAN || script == RT_OTHER_SCRIPT;
}

static void put_sounds(keys *out, const char *latin, rt_script script) {
    const unsigned most = out->asking ? CODES_ASKED : CODES_KEPT;
    const bool near = is_alphabet(script);
    rt_sound_codes codes;
    if (near) {
        rt_sound(latin, script, RT_SOUND_NEAR, out->asking, most, &codes);
        put_near(out, &codes);
    }
    rt_sound(latin, script, RT_SOUND_FAR, out->asking, most, &codes);
    /* Words of alphabets ask for those of other scripts, these for both. */
    if (out->asking || !near) put_far(out, KEY_NATIVE, &codes);
    if (out->asking != near) put_far(out, KEY_LATIN, &codes);
}

static void put_letters(keys *out, const char *latin, size_t n) {
    put(out, hash(KEY_WORD, latin, n, with_all));
    if (n < 4) return;
    for (size_t i = 0; i < n; i++) put(out, hash(KEY_WORD, latin, n, i));
}

/* What is kept as a beginning is asked for as a whole, and the other way round: two long words that begin alike have no
 * key in common by that. */
static void put_starts(keys *out, const char *latin, size_t n) {
    put(out, hash(out->asking ? KEY_START : KEY_WHOLE, latin, n, with_all));
    for (size_t k = FEWEST_OF_START; k < n; k++)
        put(out, hash(out->asking ? KEY_WHOLE : KEY_START, latin, k, with_all));
}

static void put_families(keys *out, const rt_word *word) {
    for (unsigned i = 0; i < RT_LEXEME_FAMILIES && word->families[i] != 0; i++)
        put(out, hash(KEY_FAMILY, (const char *)&word->families[i], sizeof *word->families, with_all));
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written to through keys */
unsigned rt_word_few_sounds(const rt_word *word, uint64_t *to, unsigned most) {
    keys out = {to, 0, most, false};
    rt_sound_codes codes;
    rt_sound(word->latin, (rt_script)word->script, RT_SOUND_FAR, false, CODES_KEPT, &codes);
    for (unsigned i = 0; i < codes.n; i++) {
        put(&out, hash(KEY_FEW, codes.at[i], strlen(codes.at[i]), with_all));
        if (i == 0) put_families(&out, word);
    }
    return out.n;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written to through keys */
unsigned rt_word_close_sounds(const rt_word *word, uint64_t *to, unsigned most) {
    keys out = {to, 0, most, true};
    const rt_script script = (rt_script)word->script;
    rt_sound_codes codes;
    if (script == RT_LATIN)
        put_letters(&out, word->latin, word->len);
    else
        put(&out, hash(KEY_WORD, word->latin, word->len, with_all));
    if (is_alphabet(script)) {
        rt_sound(word->latin, script, RT_SOUND_NEAR, true, CODES_ASKED, &codes);
        put_codes(&out, KEY_NEAR, &codes);
    }
    rt_sound(word->latin, script, RT_SOUND_FAR, true, CODES_ASKED, &codes);
    put_codes(&out, KEY_NATIVE, &codes);
    if (!is_alphabet(script)) put_codes(&out, KEY_LATIN, &codes);
    return out.n;
}

/* The keys that say most come first: who stops early has lost the least. */
/* NOLINTNEXTLINE(readability-non-const-parameter): it is written to through keys */
unsigned rt_word_sounds(const rt_word *word, bool asking, uint64_t *to, unsigned most) {
    keys out = {to, 0, most, asking};
    const rt_script script = (rt_script)word->script;
    put(&out, hash(KEY_WORD, word->latin, word->len, with_all));
    for (unsigned i = 0; i < 2; i++)
        if (word->other_len[i] > 0) put(&out, hash(KEY_WORD, word->other[i], word->other_len[i], with_all));
    if (script == RT_LATIN) put_letters(&out, word->latin, word->len);
    put_families(&out, word);
    put_sounds(&out, word->latin, script);
    for (unsigned i = 0; i < 2; i++)
        if (word->other_len[i] > 0) put_sounds(&out, word->other[i], script);
    if (script == RT_LATIN) put_starts(&out, word->latin, word->len);
    return out.n;
}
