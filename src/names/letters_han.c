/* Han letters: Chinese and Japanese names without blanks are parted and read. */
#include "names/letters_units.h"

#include <string.h>

/* Latin letters of a syllable of pinyin in Wade and Giles' way. */
static void add_wade(rt_reading *r, unsigned which, const char *pinyin) {
    for (size_t i = 0; i < rt_wade_syllable_count; i++)
        if (strcmp(rt_wade_syllables[i][0], pinyin) == 0) {
            rt_reading_add(r, which, rt_wade_syllables[i][1]);
            return;
        }
    for (size_t i = 0; i < rt_wade_initial_count; i++) {
        const char *initial = rt_wade_initials[i][0];
        const size_t n = strlen(initial);
        if (strncmp(pinyin, initial, n) != 0) continue;
        rt_reading_add(r, which, rt_wade_initials[i][1]);
        pinyin += n;
        break;
    }
    rt_reading_add(r, which, pinyin);
}

static void add_or(rt_reading *r, unsigned which, uint16_t syllable, uint16_t instead) {
    rt_reading_add(r, which, rt_han_syllables[syllable ? syllable : instead]);
}

/* Chinese: pinyin, Cantonese, Wade and Giles. With kana the name is Japanese: pinyin still first. */
static void add_letter(const rt_letters_job *job, rt_reading *r, uint32_t code) {
    const rt_han_reading *han = &rt_han_readings[code - RT_HAN_FIRST];
    rt_reading_add(r, 0, rt_han_syllables[han->pinyin]);
    add_or(r, 1, han->cantonese, han->pinyin);
    if (job->japanese)
        add_or(r, 2, han->japanese, han->pinyin);
    else
        add_wade(r, 2, rt_han_syllables[han->pinyin]);
}

static void add_token(rt_letters_job *job, size_t begin, size_t end) {
    const rt_letters_word word = {begin, end, RT_HAN};
    rt_reading reading = {0};
    if (begin == end) return;
    for (size_t i = begin; i < end; i++) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind == RT_LETTER_HAN) add_letter(job, &reading, u->code);
        if (u->kind == RT_LETTER_DIGIT) rt_reading_add_all(&reading, (const char[]){(char)('0' + u->letter), '\0'});
    }
    rt_letters_token(job, &word, &reading);
}

static const rt_surname *chinese(const rt_letters_job *job, size_t begin, size_t end, size_t most) {
    return rt_letters_surname(job, rt_surnames_chinese, rt_surname_chinese_count, begin, end, most);
}

/* A family name as it reads as one; what is none is read letter by letter. */
static void add_family(rt_letters_job *job, size_t begin, size_t end) {
    const rt_surname *name = chinese(job, begin, end, end - begin);
    const rt_letters_word word = {begin, end, RT_HAN};
    rt_reading reading = {0};
    if (!name || name->n != end - begin) {
        add_token(job, begin, end);
        return;
    }
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) rt_reading_add(&reading, k, name->readings[k]);
    rt_letters_token(job, &word, &reading);
}

/* Letters of the family name of a name of n letters: two of four (欧阳 .., or two family names of a married woman), two
 * of three when they are one; else one. */
static size_t family_letters(const rt_letters_job *job, size_t begin, size_t end) {
    const size_t n = end - begin;
    if (n == 4) return 2;
    const rt_surname *name = n == 3 ? chinese(job, begin, end, 2) : NULL;
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

/* Han and kana in turn. */
void rt_letters_han(rt_letters_job *job, const rt_letters_word *word) {
    for (size_t i = word->begin; i < word->end;) {
        const bool kana = is_kana(&job->units.at[i]);
        const rt_letters_word part = {i, 0, kana ? RT_KANA : RT_HAN};
        rt_letters_word run = part;
        while (i < word->end && (is_kana(&job->units.at[i]) == kana || job->units.at[i].kind == RT_LETTER_JOIN)) i++;
        run.end = i;
        if (kana)
            rt_letters_kana(job, &run);
        else
            read_han(job, run.begin, run.end);
    }
}
