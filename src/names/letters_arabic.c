/* Words of the Arabic script: the article and what is written together in Arabic and apart in Latin letters. */
#include "names/letters_units.h"

enum {
    ALEF = 0x627,
    ALEF_HAMZA = 0x623,
    LAM = 0x644,
    WAW = 0x648,
    AIN = 0x639,
    BEH = 0x628,
    DAL = 0x62F,
    YEH = 0x64A,
    NOON = 0x646,
    HEH = 0x647
};

/* The letters of a word as they are read, without signs; where each stands. */
typedef struct bare {
    uint16_t code[RT_TOKEN_LETTERS + 8];
    size_t at[RT_TOKEN_LETTERS + 8], n, end;
} bare;

static bare bare_of(const rt_letters_job *job, size_t begin, size_t end) {
    bare b = {.end = end};
    for (size_t i = begin; i < end && b.n < RT_TOKEN_LETTERS + 8; i++) {
        const rt_unit *u = &job->units.at[i];
        const rt_letter *letter = &rt_letters_table[u->kind == RT_LETTER_RULED ? rt_letters_table[u->letter].as : 0];
        if (!letter->symbol) continue;
        b.code[b.n] = (uint16_t)letter->code;
        b.at[b.n++] = i;
    }
    return b;
}

static bool has(const bare *b, size_t at, const uint16_t *letters, size_t n) {
    if (at + n > b->n) return false;
    for (size_t k = 0; k < n; k++)
        if (b->code[at + k] != letters[k]) return false;
    return true;
}

static const uint16_t article[] = {ALEF, LAM}, and_article[] = {WAW, ALEF, LAM}, servant[] = {AIN, BEH, DAL},
                      allah[] = {ALEF, LAM, LAM, HEH}, religion[] = {ALEF, LAM, DAL, YEH, NOON};
static const uint16_t father[] = {ALEF, BEH, WAW}, father_too[] = {ALEF_HAMZA, BEH, WAW};
#define HAS(b, at, letters) has((b), (at), (letters), sizeof(letters) / sizeof *(letters))

static void add_token(rt_letters_job *job, size_t begin, size_t end) {
    const rt_letters_word word = {begin, end, RT_ARABIC};
    rt_letters_ruled(job, &word);
}

/* Where the second of two words that are written as one begins: behind عبد and أبو, behind و before the article, and
 * before الله and الدين; 0: nowhere. */
static size_t second_word(const bare *b) {
    if (HAS(b, 0, servant) && HAS(b, 3, article) && b->n >= 7) return 3;
    if ((HAS(b, 0, father) || HAS(b, 0, father_too)) && HAS(b, 3, article) && b->n >= 8) return 3;
    if (HAS(b, 0, and_article) && b->n >= 6) return 1;
    for (size_t i = 2; i + 4 <= b->n; i++) {
        if (HAS(b, i, allah) && i + 4 == b->n) return i;
        if (HAS(b, i, religion) && i + 5 == b->n) return i;
    }
    return 0;
}

/* الياس and others begin with the letters of the article and have none: data/names/scripts/arabic-whole.txt. */
static bool is_whole(const bare *b) {
    if (b->n < 4 || HAS(b, 0, allah)) return true;
    for (size_t w = 0; w < rt_arabic_whole_count; w++) {
        const uint16_t *letters = rt_arabic_whole[w];
        size_t n = 0;
        while (n < RT_ARABIC_WHOLE && letters[n]) n++;
        if (n == b->n && has(b, 0, letters, n)) return true;
    }
    return false;
}

static void read_part(rt_letters_job *job, size_t begin, size_t end) {
    const bare b = bare_of(job, begin, end);
    if (!HAS(&b, 0, article) || is_whole(&b)) {
        add_token(job, begin, end);
        return;
    }
    add_token(job, begin, b.at[2]);
    add_token(job, b.at[2], end);
}

void rt_letters_arabic(rt_letters_job *job, const rt_letters_word *word) {
    const bare b = bare_of(job, word->begin, word->end);
    if (b.n == 0) return; /* signs alone */
    const size_t second = second_word(&b);
    if (second) read_part(job, word->begin, b.at[second]);
    read_part(job, second ? b.at[second] : word->begin, word->end);
}
