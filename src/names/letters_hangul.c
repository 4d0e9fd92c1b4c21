/* Hangul: syllables into letters, and names without blanks into family and given name. */
#include "names/letters_units.h"

static const char *custom(uint32_t syllable) {
    for (size_t i = 0; i < rt_hangul_custom_count; i++)
        if (rt_hangul_customs[i].syllable == syllable) return rt_hangul_customs[i].latin;
    return NULL;
}

/* ㄹ behind ㄹ is l (Bella). */
static const char *initial_of(uint32_t letter, uint32_t final_before, unsigned k) {
    return letter == 5 && final_before == 8 ? "l" : rt_hangul_initials[letter][k];
}

static void add_syllable(rt_reading *r, uint32_t code, uint32_t final_before) {
    const uint32_t at = code - RT_HANGUL_FIRST;
    const char *own = custom(code);
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) {
        if (k == 1 && own) {
            rt_reading_add(r, k, own);
            continue;
        }
        rt_reading_add(r, k, initial_of(at / 588, final_before, k));
        rt_reading_add(r, k, rt_hangul_vowels[at % 588 / 28][k]);
        rt_reading_add(r, k, rt_hangul_finals[at % 28][k]);
    }
}

static void add_token(rt_letters_job *job, size_t begin, size_t end) {
    const rt_letters_word word = {begin, end, RT_HANGUL};
    rt_reading reading = {0};
    uint32_t final = 0;
    for (size_t i = begin; i < end; i++) {
        const rt_unit *u = &job->units.at[i];
        const bool syllable = u->kind == RT_LETTER_HANGUL && u->code >= RT_HANGUL_FIRST;
        if (syllable) add_syllable(&reading, u->code, final);
        if (u->kind == RT_LETTER_DIGIT) rt_reading_add_all(&reading, (const char[]){(char)('0' + u->letter), '\0'});
        final = syllable ? (u->code - RT_HANGUL_FIRST) % 28 : 0;
    }
    rt_letters_token(job, &word, &reading);
}

/* A name of two to four syllables alone, of which the first are a family name, is parted; of four only behind a family
 * name of two. Longer ones are organisations or foreign names. */
static const rt_known_name *family_of(const rt_letters_job *job, const rt_letters_word *word) {
    const size_t n = word->end - word->begin;
    const rt_known_name *name = rt_letters_known(job, &rt_surnames_korean, word->begin, word->end, n > 2 ? 2 : 1);
    if (job->words[RT_HANGUL] > 1) /* there are blanks: the first word is the family name, or none is */
        return name && job->tokens.n == 0 && name->n == n ? name : NULL;
    return name && n <= 4 && (n < 4 || name->n == 2) ? name : NULL;
}

void rt_letters_hangul(rt_letters_job *job, const rt_letters_word *word) {
    const rt_known_name *family = family_of(job, word);
    if (job->tokens.n == 0) job->surname_first = family != NULL;
    rt_letters_word part = {word->begin, word->begin + (family ? family->n : 0), RT_HANGUL};
    if (family) rt_letters_known_token(job, family, &part);
    if (part.end < word->end) add_token(job, part.end, word->end);
}
