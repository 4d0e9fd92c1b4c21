#include "names/index_far.h"

#include <string.h>

#include "names/index_sounds.h"

static void reading_make(const char *latin, size_t len, rt_far *far) {
    char consonants[RT_TOKEN_LETTERS];
    rt_edits_make(latin, len, &far->readings[far->n].letters);
    rt_edits_make(consonants, rt_index_consonants(latin, len, consonants), &far->readings[far->n].consonants);
    far->n++;
}

void rt_far_make(const rt_word *word, bool joined, rt_far *far) {
    far->word = word;
    far->joined = joined;
    far->n = 0;
    reading_make(word->latin, word->len, far);
    for (unsigned i = 0; i < 2; i++)
        if (word->other_len[i] > 0) reading_make(word->other[i], word->other_len[i], far);
}

static bool share_a_family(const uint16_t a[RT_LEXEME_FAMILIES], const uint16_t b[RT_LEXEME_FAMILIES]) {
    for (size_t i = 0; i < RT_LEXEME_FAMILIES && a[i] != 0; i++)
        for (size_t k = 0; k < RT_LEXEME_FAMILIES && b[k] != 0; k++)
            if (a[i] == b[k]) return true;
    return false;
}

static unsigned shorter(unsigned a, unsigned b) { return a < b ? a : b; }
static unsigned apart(unsigned a, unsigned b) { return a < b ? b - a : a - b; }

/* What two neighbours written as one are held against differs little from them (as pair.h has it). */
static bool joined_far(const rt_far *far, const rt_index_word *w) {
    if (far->word->script != w->script) return apart(far->word->len, w->len) > 6;
    return apart(far->word->len, w->len) > 2 || __builtin_popcount(far->word->letters ^ w->letters) > 3;
}

/* One may be the other cut short: it begins so, or has lost its vowels. */
static bool may_be_cut(const rt_far *far, const char *latin, unsigned len) {
    const unsigned n = shorter(far->word->len, len);
    return n >= 3 && far->word->len != len && memcmp(far->word->latin, latin, n < 4 ? n : 4) == 0 &&
           (n == 3 || memcmp(far->word->latin, latin, n) == 0);
}

static bool letters_far(const rt_far *far, const rt_index_word *w, const char *latin) {
    const unsigned least = shorter(far->word->len, w->len), most = least < 3 ? 1 : least < 6 ? 2 : 3;
    if (apart(far->word->len, w->len) > most) return true;
    if ((unsigned)__builtin_popcount(far->word->letters ^ w->letters) > 2 * most) return true;
    return rt_edits_count(&far->readings[0].letters, latin, w->len) > most;
}

/* The letters of the word, or NULL. */
static const char *latin_of(const rt_index *index, uint32_t number) {
    if (number >= index->word_count) return NULL;
    const rt_index_word *w = &index->words[number];
    const size_t all = rt_index_word_letters(w);
    if (w->len > RT_TOKEN_LETTERS || w->text > index->letters.len || all > index->letters.len - w->text) return NULL;
    return index->letters.at + w->text;
}

/* These leave vowels out, or write a foreign name in syllables, with vowels that it has not. */
static bool vowels_are_unsure(unsigned script) {
    return script == RT_ARABIC || script == RT_HEBREW || script == RT_HAN || script == RT_HANGUL || script == RT_KANA;
}

/* A reading of the word of the dictionary. */
typedef struct read {
    const char *latin;
    unsigned len;
    char consonants[RT_TOKEN_LETTERS];
    unsigned n;
} read;

static bool edits_far(const rt_edits *of, const char *letters, unsigned n, unsigned most) {
    return apart(n, of->len) > most || rt_edits_count(of, letters, n) > most;
}

static bool consonants_far(const rt_edits *of, const read *r, unsigned more) {
    const unsigned least = shorter(r->n, of->len), most = (least < 2 ? 0 : least < 5 ? 1 : 2) + more;
    return edits_far(of, r->consonants, r->n, most);
}

/* Scripts that write vowels differ in them by some more than spellings do. */
static bool letters_near(const rt_edits *of, const read *r, unsigned more) {
    const unsigned least = shorter(of->len, r->len), most = (least < 3 ? 1 : least < 6 ? 2 : 3) + more;
    return !edits_far(of, r->latin, r->len, most);
}

static bool reading_far(const rt_far *far, const char *latin, unsigned len, bool vowels) {
    read r = {.latin = latin, .len = len};
    r.n = (unsigned)rt_index_consonants(latin, len, r.consonants);
    for (unsigned i = 0; i < far->n; i++) {
        const rt_edits *letters = &far->readings[i].letters, *consonants = &far->readings[i].consonants;
        if (!vowels && !consonants_far(consonants, &r, 0)) return false;
        if (vowels && letters_near(letters, &r, 0) && !consonants_far(consonants, &r, 1)) return false;
        if (vowels && letters_near(letters, &r, 1) && !consonants_far(consonants, &r, 0)) return false;
    }
    return true;
}

/* Between scripts, or where words have several readings: far when all readings are from all. */
static bool readings_far(const rt_far *far, const rt_index_word *w, const char *latin) {
    const bool vowels = !vowels_are_unsure(far->word->script) && !vowels_are_unsure(w->script);
    if (!reading_far(far, latin, w->len, vowels)) return false;
    const char *other = latin + w->len + (w->symbol_len == RT_INDEX_SYMBOLS_ARE_LATIN ? 0 : w->symbol_len);
    for (unsigned i = 0; i < 2; other += w->other_len[i++])
        if (w->other_len[i] > 0 && !reading_far(far, other, w->other_len[i], vowels)) return false;
    return true;
}

bool rt_far_nearly(const rt_far *far, const rt_index *index, uint32_t number) {
    if (number >= index->word_count) return false;
    const rt_index_word *w = &index->words[number];
    const bool is_short = w->len <= 2 || far->word->len <= 2; /* an initial begins alike */
    if (!is_short && far->word->script != w->script) {
        const char *letters = latin_of(index, number);
        return letters != NULL && !reading_far(far, letters, w->len, false);
    }
    const unsigned longer = w->len > far->word->len ? w->len : far->word->len, most = 1 + longer / 3;
    if (!is_short && apart(far->word->len, w->len) > most) return false;
    if (!is_short && (unsigned)__builtin_popcount(far->word->letters ^ w->letters) > 2 * most) return false;
    const char *latin = latin_of(index, number);
    if (latin == NULL || w->len == 0) return false;
    return is_short ? latin[0] == far->word->latin[0]
                    : rt_edits_count(&far->readings[0].letters, latin, w->len) <= most;
}

bool rt_far_is(const rt_far *far, const rt_index *index, uint32_t number) {
    const char *latin = latin_of(index, number);
    if (latin == NULL) return true;
    const rt_index_word *w = &index->words[number];
    if (far->joined && joined_far(far, w)) return true;
    if (share_a_family(far->word->families, w->families)) return false;
    if (far->word->script != w->script) return readings_far(far, w, latin);
    if (w->script != RT_LATIN) return false;
    if (may_be_cut(far, latin, w->len)) return false;
    return letters_far(far, w, latin);
}
