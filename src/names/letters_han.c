/* Han letters: Chinese and Japanese names without blanks are parted and read. */
#include "names/letters_units.h"

#include <string.h>

void rt_letters_han_reading(rt_reading *r, uint32_t code) {
    const rt_han_reading *han = &rt_han_readings[code - RT_HAN_FIRST];
    rt_reading_add(r, 0, rt_han_syllables[han->pinyin]);
    rt_reading_add(r, 1, rt_han_syllables[han->cantonese]);
    rt_reading_add(r, 2, rt_han_syllables[han->wade]);
}

static void add_token(rt_letters_job *job, size_t begin, size_t end) {
    const rt_letters_word word = {begin, end, RT_HAN};
    rt_reading reading = {0};
    if (begin == end) return;
    for (size_t i = begin; i < end; i++) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind == RT_LETTER_HAN) rt_letters_han_reading(&reading, u->code);
        if (u->kind == RT_LETTER_DIGIT) rt_reading_add_all(&reading, (const char[]){(char)('0' + u->letter), '\0'});
    }
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

/* Letters of the family name of a name of n letters: two of four (欧阳 .., or two family names of a married woman), two
 * of three when they are one; else one. */
static size_t family_letters(const rt_letters_job *job, size_t begin, size_t end) {
    const size_t n = end - begin;
    if (n == 4) return 2;
    const rt_known_name *name = n == 3 ? chinese(job, begin, end) : NULL;
    return name ? name->n : 1;
}

static void add_pairs(rt_letters_job *job, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i += 2) add_token(job, i, i + 2 < end ? i + 2 : end);
}

static void read_han(rt_letters_job *job, size_t begin, size_t end) {
    const size_t n = end - begin;
    const bool alone = job->words[RT_HAN] == 1, first = job->tokens.n == 0;
    if (first) job->surname_first = !job->dotted && n <= 4;
    if (job->dotted)
        add_token(job, begin, end);
    else if (n > 4)
        add_pairs(job, begin, end);
    else if (!alone)
        first ? add_family(job, begin, end) : add_token(job, begin, end);
    else {
        const size_t family = n > 1 ? family_letters(job, begin, end) : n;
        add_family(job, begin, begin + family);
        add_token(job, begin + family, end);
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
