/* Devanagari, Bengali, Tamil and their kin: ICU writes what stands there, and names are written as they are spoken. A
 * short a that no sign stands for is silent at the end and between single consonants (Abadula Karima: Abdul Karim), but
 * not in the South. */
#include "names/letters_units.h"

#include <string.h>

enum { ROOM = 256, SOUTH = 0xB80, END = 0xE00 };

bool rt_letters_is_indic(uint32_t code) { return code >= 0x900 && code < END; }

static bool is_vowel(char c) { return c && strchr("aAeiou", c); }

/* What one letter of ISO 15919 is; NULL for what is left out. */
static const char *plain(uint16_t code, char one[2]) {
    for (size_t i = 0; i < rt_indic_letter_count; i++)
        if (rt_indic_letters[i].code == code) return rt_indic_letters[i].latin;
    one[0] = (char)code;
    one[1] = '\0';
    return code < 0x80 && (rt_is_alpha(one[0]) || rt_is_digit(one[0])) ? one : NULL;
}

static size_t spell(const uint16_t *from, size_t n, char to[ROOM]) {
    char one[2];
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        const char *text = plain(from[i], one);
        for (; text && *text && len + 1 < ROOM; text++) to[len++] = *text;
    }
    return len;
}

/* One consonant, in one or more letters: t, th, chh. */
static bool is_single(const char *at, size_t n) {
    while (n > 1 && at[n - 1] == 'h') n--;
    return n == 1;
}

/* Whether the short a at i is silent: behind one consonant that has a vowel before it, and before the end or one
 * consonant that has a vowel behind it. */
static bool is_silent(const char *text, size_t n, size_t i) {
    size_t before = i, behind = i + 1;
    while (before > 0 && !is_vowel(text[before - 1])) before--;
    while (behind < n && !is_vowel(text[behind])) behind++;
    if (text[i] != 'a' || before == 0 || before == i || !is_single(text + before, i - before)) return false;
    if (i + 1 == n) return true;
    return behind < n && behind > i + 1 && is_single(text + i + 1, behind - i - 1);
}

/* From the end, so that what was left out no longer counts; returns the new length. */
static size_t drop_silent(char *text, size_t n) {
    for (size_t i = n; i-- > 0;)
        if (is_silent(text, n, i)) {
            memmove(text + i, text + i + 1, n - i - 1);
            n--;
        }
    return n;
}

static void add(rt_reading *r, unsigned which, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) rt_reading_add(r, which, (const char[]){rt_to_lower(text[i]), '\0'});
}

void rt_letters_indic(rt_letters_job *job, const rt_letters_word *word) {
    uint16_t iso[ROOM];
    char text[ROOM] = "";
    rt_reading reading = {0};
    const size_t n = spell(iso, rt_letters_by_icu(job, word, RT_ICU_ISO, iso, ROOM), text);
    add(&reading, 1, text, n);
    add(&reading, 0, text, job->units.at[word->begin].code < SOUTH ? drop_silent(text, n) : n);
    rt_letters_token(job, word, &reading);
}
