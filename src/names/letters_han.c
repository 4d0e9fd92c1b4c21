/* Han letters: Chinese and Japanese names without blanks are parted and read. */
#include "names/letters_units.h"

#include <string.h>

void rt_letters_han_reading(rt_reading *r, uint32_t code) {
    const rt_han_reading *han = &rt_han_readings[code - RT_HAN_FIRST];
    rt_reading_add(r, 0, rt_han_syllables[han->pinyin]);
    rt_reading_add(r, 1, rt_han_syllables[han->cantonese]);
    rt_reading_add(r, 2, rt_han_syllables[han->wade]);
}

/* Adds the phrase or letter at i; returns where the next begins. */
static size_t add_next(const rt_letters_job *job, size_t i, size_t end, rt_reading *r) {
    const rt_unit *u = &job->units.at[i];
    const rt_known_name *phrase = rt_letters_known(job, &rt_phrases_chinese, i, end, 4);
    if (phrase) {
        for (unsigned k = 0; k < RT_TOKEN_READINGS; k++)
            rt_reading_add(r, k, phrase->readings[phrase->readings[k][0] ? k : 0]);
        return i + phrase->n;
    }
    if (u->kind == RT_LETTER_HAN) rt_letters_han_reading(r, u->code);
    if (u->kind == RT_LETTER_DIGIT) rt_reading_add_all(r, (const char[]){(char)('0' + u->letter), '\0'});
    return i + 1;
}

static void add_token(rt_letters_job *job, size_t begin, size_t end) {
    const rt_letters_word word = {begin, end, RT_HAN};
    rt_reading reading = {0};
    if (begin == end) return;
    for (size_t i = begin; i < end;) i = add_next(job, i, end, &reading);
    rt_letters_token(job, &word, &reading);
}

static const rt_known_name *chinese(const rt_letters_job *job, size_t begin, size_t end) {
    return rt_letters_known(job, &rt_surnames_chinese, begin, end, 2);
}

/* A family name as it reads as one; what is none is read letter by letter. */
static void add_family(rt_letters_job *job, size_t begin, size_t end) {
    const rt_known_name *name = chinese(job, begin, end);
    const rt_letters_word word = {begin, end, RT_HAN};
    if (name && name->n == end - begin)
        rt_letters_known_token(job, name, &word);
    else
        add_token(job, begin, end);
}

static bool is_foreign_letter(uint32_t code) {
    size_t low = 0, high = rt_han_foreign_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (rt_han_foreign[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rt_han_foreign_count && rt_han_foreign[low] == code;
}

/* A foreign name of four letters or more: more than three of four are those with which such names are written. Of the
 * names of bench/names/han_foreign.py 97 % are; of people and organisations of China very few. */
static bool is_foreign(const rt_letters_job *job, size_t begin, size_t end) {
    size_t n = 0;
    for (size_t i = begin; i < end; i++) n += is_foreign_letter(job->units.at[i].code);
    return end - begin >= 4 && 4 * n > 3 * (end - begin);
}

/* Letters of the family name of a name of n letters; 0: none is known. Two of four are one (欧阳) or those of a married
 * woman (林鄭). */
static size_t family_letters(const rt_letters_job *job, size_t begin, size_t end) {
    const size_t n = end - begin;
    const rt_known_name *name = chinese(job, begin, end);
    if (n == 4) return name ? 2 : 0;
    return !name || (n == 2 && name->n == 2) ? 0 : name->n;
}

static void add_pairs(rt_letters_job *job, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i += 2) add_token(job, i, i + 2 < end ? i + 2 : end);
}

/* Stands alone, without blanks: a person's name is parted, a foreign name and what begins with no family name are one
 * token, an organisation is pairs of letters. */
static void read_alone(rt_letters_job *job, size_t begin, size_t end) {
    const size_t n = end - begin;
    const bool foreign = is_foreign(job, begin, end);
    const size_t family = n <= 4 && !foreign ? family_letters(job, begin, end) : 0;
    if (job->tokens.n == 0) job->surname_first = family > 0;
    if (family > 0) {
        add_family(job, begin, begin + family);
        add_token(job, begin + family, end);
    } else if (foreign || n < 4)
        add_token(job, begin, end);
    else
        add_pairs(job, begin, end);
}

static void read_han(rt_letters_job *job, size_t begin, size_t end) {
    const bool alone = job->words[RT_HAN] == 1, first = job->tokens.n == 0;
    if (job->dotted)
        add_token(job, begin, end);
    else if (alone)
        read_alone(job, begin, end);
    else {
        if (first) job->surname_first = end - begin <= 2;
        if (end - begin > 4)
            add_pairs(job, begin, end);
        else if (first)
            add_family(job, begin, end);
        else
            add_token(job, begin, end);
    }
}

static bool is_kana(const rt_unit *u) { return u->script == RT_KANA; }

/* Where what begins at i, kana or not, ends. */
static size_t run_end(const rt_letters_job *job, size_t i, size_t end) {
    const bool kana = is_kana(&job->units.at[i]);
    while (i < end && (is_kana(&job->units.at[i]) == kana || job->units.at[i].kind == RT_LETTER_JOIN)) i++;
    return i;
}

/* A Japanese name, or Han letters and kana in turn. */
void rt_letters_han(rt_letters_job *job, const rt_letters_word *word) {
    const bool kana = is_kana(&job->units.at[word->begin]);
    if (!kana && rt_letters_japanese(job, word)) return;
    for (size_t i = word->begin, end; i < word->end; i = end) {
        end = run_end(job, i, word->end);
        const rt_letters_word run = {i, end, RT_KANA};
        if (is_kana(&job->units.at[i]))
            rt_letters_kana(job, &run);
        else
            read_han(job, i, end);
    }
}
