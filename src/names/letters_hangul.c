/* Hangul: syllables into letters, and names without blanks into family and given name. */
#include "names/letters_units.h"

const rt_surname *rt_letters_surname(const rt_letters_job *job, const rt_surname *names, size_t n, size_t begin,
                                     size_t end, size_t most) {
    const uint32_t first = job->units.at[begin].code;
    size_t low = 0, high = n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (names[middle].letters[0] < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n && names[low].letters[0] == first; low++) {
        const rt_surname *name = &names[low];
        bool same = name->n <= most && begin + name->n <= end;
        for (size_t k = 1; same && k < name->n; k++) same = job->units.at[begin + k].code == name->letters[k];
        if (same) return name;
    }
    return NULL;
}

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

static void add_surname(rt_letters_job *job, const rt_surname *name, size_t begin) {
    const rt_letters_word word = {begin, begin + name->n, RT_HANGUL};
    rt_reading reading = {0};
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) rt_reading_add(&reading, k, name->readings[k]);
    rt_letters_token(job, &word, &reading);
}

/* A name of two to four syllables alone, of which the first are a family name, is parted; of four only behind a family
 * name of two. Longer ones are organisations or foreign names. */
static const rt_surname *family_of(const rt_letters_job *job, const rt_letters_word *word) {
    const size_t n = word->end - word->begin;
    if (n < 1 || n > 4) return NULL;
    const rt_surname *name =
        rt_letters_surname(job, rt_surnames_korean, rt_surname_korean_count, word->begin, word->end, n > 2 ? 2 : 1);
    return name && (n < 4 || name->n == 2) ? name : NULL;
}

void rt_letters_hangul(rt_letters_job *job, const rt_letters_word *word) {
    const bool alone = job->words[RT_HANGUL] == 1, first = job->tokens.n == 0;
    const rt_surname *family = alone || (first && word->end - word->begin <= 2) ? family_of(job, word) : NULL;
    if (!alone && family && family->n != word->end - word->begin) family = NULL;
    if (first) job->surname_first = family != NULL;
    if (family) add_surname(job, family, word->begin);
    if (!family || word->begin + family->n < word->end)
        add_token(job, word->begin + (family ? family->n : 0), word->end);
}
