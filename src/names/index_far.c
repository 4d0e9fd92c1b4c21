#include "names/index_far.h"

#include <string.h>

#include "names/index_sounds.h"

void rt_far_make(const rt_word *word, bool joined, rt_far *far) {
    char consonants[RT_TOKEN_LETTERS];
    far->word = word;
    far->joined = joined;
    rt_edits_make(word->latin, word->len, &far->letters);
    rt_edits_make(consonants, rt_index_consonants(word->latin, word->len, consonants), &far->consonants);
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

/* Between scripts vowels are often not written, so consonants tell. */
static bool consonants_far(const rt_far *far, const char *latin, unsigned len) {
    char consonants[RT_TOKEN_LETTERS];
    const unsigned n = (unsigned)rt_index_consonants(latin, len, consonants);
    const unsigned least = shorter(n, far->consonants.len), most = least < 2 ? 0 : least < 5 ? 1 : 2;
    return apart(n, far->consonants.len) > most || rt_edits_count(&far->consonants, consonants, n) > most;
}

static bool letters_far(const rt_far *far, const rt_index_word *w, const char *latin) {
    const unsigned least = shorter(far->word->len, w->len), most = least < 3 ? 1 : least < 6 ? 2 : 3;
    if (apart(far->word->len, w->len) > most) return true;
    if ((unsigned)__builtin_popcount(far->word->letters ^ w->letters) > 2 * most) return true;
    return rt_edits_count(&far->letters, latin, w->len) > most;
}

/* The letters of the word, or NULL. */
static const char *latin_of(const rt_index *index, uint32_t number) {
    if (number >= index->word_count) return NULL;
    const rt_index_word *w = &index->words[number];
    if (w->len > RT_TOKEN_LETTERS || w->text > index->letters.len || w->len > index->letters.len - w->text) return NULL;
    return index->letters.at + w->text;
}

bool rt_far_nearly(const rt_far *far, const rt_index *index, uint32_t number) {
    if (number >= index->word_count) return false;
    const rt_index_word *w = &index->words[number];
    const bool is_short = w->len <= 2 || far->word->len <= 2; /* an initial begins alike */
    if (!is_short && far->word->script != w->script) {
        const char *letters = latin_of(index, number);
        return letters != NULL && !consonants_far(far, letters, w->len);
    }
    const unsigned longer = w->len > far->word->len ? w->len : far->word->len, most = 1 + longer / 3;
    if (!is_short && apart(far->word->len, w->len) > most) return false;
    if (!is_short && (unsigned)__builtin_popcount(far->word->letters ^ w->letters) > 2 * most) return false;
    const char *latin = latin_of(index, number);
    if (latin == NULL || w->len == 0) return false;
    return is_short ? latin[0] == far->word->latin[0] : rt_edits_count(&far->letters, latin, w->len) <= most;
}

static bool leaves_vowels_out(unsigned script) {
    return script == RT_ARABIC || script == RT_HEBREW || script == RT_HAN;
}

/* Scripts that write vowels differ in them by some more than spellings do. */
static bool vowels_far(const rt_far *far, const rt_index_word *w, const char *latin) {
    if (leaves_vowels_out(far->word->script) || leaves_vowels_out(w->script)) return false;
    const unsigned least = shorter(far->word->len, w->len), most = least < 3 ? 2 : least < 6 ? 3 : 4;
    return rt_edits_count(&far->letters, latin, w->len) > most;
}

bool rt_far_is(const rt_far *far, const rt_index *index, uint32_t number) {
    const char *latin = latin_of(index, number);
    if (latin == NULL) return true;
    const rt_index_word *w = &index->words[number];
    if (far->joined && joined_far(far, w)) return true;
    if (share_a_family(far->word->families, w->families)) return false;
    const bool other_readings = far->word->other_len[0] > 0 || w->other_len[0] > 0;
    if (far->word->script != RT_LATIN || w->script != RT_LATIN)
        return !other_readings && far->word->script != w->script &&
               (consonants_far(far, latin, w->len) || vowels_far(far, w, latin));
    if (may_be_cut(far, latin, w->len)) return false;
    return letters_far(far, w, latin);
}
