/* Japanese names in kanji: family names by a list, given names by a list, else by what their letters mostly read.
 * Behind the Japanese readings stands pinyin, since a Chinese may have the same letters. */
#include "names/letters_units.h"

enum { GIVEN = 4, GIVEN_KANA = 8 }; /* the most letters of a given name, in kanji and with kana */

/* Adds pinyin as the first reading that is empty, or as the last. */
static void add_pinyin(const rt_letters_job *job, const rt_letters_word *word, rt_reading *r) {
    unsigned which = 0;
    while (which < RT_TOKEN_READINGS && r->len[which] > 0) which++;
    for (size_t i = word->begin; which < RT_TOKEN_READINGS && i < word->end; i++)
        if (job->units.at[i].kind == RT_LETTER_HAN)
            rt_reading_add(r, which, rt_han_syllables[rt_han_readings[job->units.at[i].code - RT_HAN_FIRST].pinyin]);
}

static void add_known(rt_letters_job *job, const rt_known_name *name, const rt_letters_word *word) {
    rt_reading reading = {0};
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) rt_reading_add(&reading, k, name->readings[k]);
    add_pinyin(job, word, &reading);
    rt_letters_token(job, word, &reading);
}

/* Adds what stands at i: known letters, kana up to the next kanji, or one kanji; returns where the next begins. The
 * first reading is that of names, the second Sino-Japanese. */
static size_t add_part(const rt_letters_job *job, size_t i, size_t end, rt_reading *r) {
    const rt_known_name *part = rt_letters_known(job, &rt_given_japanese_part, i, end, GIVEN);
    size_t next = i + (part ? part->n : 1);
    if (job->units.at[i].kind == RT_LETTER_HAN) {
        const char *chinese = rt_han_syllables[rt_han_readings[job->units.at[i].code - RT_HAN_FIRST].japanese];
        rt_reading_add(r, 0, part ? part->readings[0] : chinese);
        rt_reading_add(r, 1, part && part->n > 1 ? part->readings[0] : chinese);
        return next;
    }
    while (next < end && job->units.at[next].kind != RT_LETTER_HAN) next++;
    rt_reading kana = {0};
    rt_letters_kana_reading(job, i, next, &kana);
    for (unsigned k = 0; k < 2; k++) rt_reading_add(r, k, kana.text[0]);
    return next;
}

static void add_given(rt_letters_job *job, const rt_letters_word *word) {
    const rt_known_name *whole = rt_letters_known(job, &rt_given_japanese_whole, word->begin, word->end, GIVEN);
    if (whole && whole->n == word->end - word->begin) {
        add_known(job, whole, word);
        return;
    }
    rt_reading reading = {0};
    for (size_t i = word->begin; i < word->end;) i = add_part(job, i, word->end, &reading);
    add_pinyin(job, word, &reading);
    rt_letters_token(job, word, &reading);
}

/* Whether what stands behind a family name may be a given name. */
static bool may_be_given(const rt_letters_job *job, size_t begin, size_t end) {
    size_t kanji = 0;
    for (size_t i = begin; i < end; i++) kanji += job->units.at[i].kind == RT_LETTER_HAN;
    return kanji < GIVEN && end - begin <= GIVEN_KANA;
}

static bool is_chinese(const rt_letters_job *job, const rt_letters_word *word, size_t letters) {
    const rt_known_name *name = rt_letters_known(job, &rt_surnames_chinese, word->begin, word->end, letters);
    return name && name->n == letters;
}

/* The Japanese family name with which a word begins. One letter must be no Chinese family name, two no Chinese one of
 * two. */
static const rt_known_name *family_of(const rt_letters_job *job, const rt_letters_word *word) {
    const rt_known_name *name = rt_letters_known(job, &rt_surnames_japanese, word->begin, word->end, GIVEN);
    if (!name || is_chinese(job, word, name->n < 2 ? 1 : 2)) return NULL;
    if (name->n == 1 && word->end - word->begin == 1) return NULL;
    return may_be_given(job, word->begin + name->n, word->end) ? name : NULL;
}

bool rt_letters_japanese(rt_letters_job *job, const rt_letters_word *word) {
    if (job->dotted) return false;
    if (job->japanese && may_be_given(job, word->begin, word->end)) {
        add_given(job, word);
        return true;
    }
    const rt_known_name *family = family_of(job, word);
    if (!family) return false;
    job->japanese = true;
    if (job->tokens.n == 0) job->surname_first = true;
    const rt_letters_word first = {word->begin, word->begin + family->n, RT_HAN}, rest = {first.end, word->end, RT_HAN};
    add_known(job, family, &first);
    if (rest.begin < rest.end) add_given(job, &rest);
    return true;
}
