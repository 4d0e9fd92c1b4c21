/* Kana in Hepburn: long vowels and small tsu, which the rules leave as L and Q, become letters. */
#include "names/letters_units.h"

#include <string.h>

static bool is_vowel(char c) { return c && strchr("aiueo", c); }

/* What a small tsu makes of the consonant behind it: tch, kk, and nothing before a vowel or at the end. */
static const char *doubled(char c, char *one) {
    one[0] = c == 'c' ? 't' : c;
    one[1] = '\0';
    return is_vowel(c) || c == 'n' || c == 'Q' || c == 'L' || !c ? "" : one;
}

/* A long vowel is written once: ou, oo and uu as in Toru and Yuki. Those of two parts (Inoue) look the same in kana;
 * the other reading has them. */
static bool lengthens(char before, char c) {
    return (before == 'o' && (c == 'o' || c == 'u')) || (before == 'u' && c == 'u');
}

typedef enum kana_style { SHORT, LONG, OLD } kana_style;

static void spell(const char *from, kana_style style, rt_reading *to, unsigned which) {
    char one[2], last = '\0';
    for (; *from; from++) {
        const char c = *from;
        const bool labial = c == 'n' && from[1] && strchr("bpm", from[1]);
        if (c == 'Q')
            rt_reading_add(to, which, doubled(from[1], one));
        else if (c == 'L') {
            if (style == LONG && is_vowel(last))
                rt_reading_add(to, which, (const char[]){last == 'o' ? 'u' : last, '\0'});
        } else if (style != LONG && lengthens(last, c))
            last = '\0';
        else {
            rt_reading_add(to, which, (const char[]){style == OLD && labial ? 'm' : c, '\0'});
            last = c;
        }
    }
}

void rt_letters_kana_reading(const rt_letters_job *job, size_t begin, size_t end, rt_reading *to) {
    rt_reading raw = {0};
    rt_letters_by_rules(job, begin, end, &raw);
    spell(raw.text[0], SHORT, to, 0);
    spell(raw.text[0], LONG, to, 1);
    spell(strcmp(raw.text[0], raw.text[1]) != 0 ? raw.text[1] : raw.text[0], OLD, to, 2);
}

void rt_letters_kana(rt_letters_job *job, const rt_letters_word *word) {
    rt_reading reading = {0};
    rt_letters_kana_reading(job, word->begin, word->end, &reading);
    rt_letters_token(job, word, &reading);
}
