/* Letters read by rules: data/names/scripts tells how, this applies it. The most particular rule of a letter comes
 * first in its table, so the first that fits is the one. */
#include "names/letters_units.h"

#include <string.h>

void rt_reading_add(rt_reading *r, unsigned which, const char *text) {
    for (; *text && r->len[which] < RT_TOKEN_LETTERS; text++) r->text[which][r->len[which]++] = *text;
}

void rt_reading_add_all(rt_reading *r, const char *text) {
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) rt_reading_add(r, k, text);
}

void rt_reading_symbol(rt_reading *r, char symbol) {
    if (r->symbol_len < RT_TOKEN_LETTERS) r->symbols[r->symbol_len++] = symbol;
}

static const rt_letter *letter_at(const rt_letters_job *job, size_t i) {
    const rt_unit *u = &job->units.at[i];
    return &rt_letters_table[u->kind == RT_LETTER_RULED || u->kind == RT_LETTER_JOIN ? u->letter : 0];
}

/* Where the letters of a rule stand in the word. */
typedef struct place {
    const rt_letters_job *job;
    size_t begin, end, at;
} place;

static bool behind_vowel(const place *p) {
    size_t i = p->at;
    while (i > p->begin && p->job->units.at[i - 1].kind == RT_LETTER_JOIN) i--;
    return i > p->begin && letter_at(p->job, i - 1)->vowel;
}

static bool fits(const rt_letter_rule *rule, const place *p, uint8_t language) {
    if (rule->language && rule->language != language) return false;
    if (p->at + rule->letters > p->end) return false;
    for (size_t k = 1; k < rule->letters; k++)
        if (letter_at(p->job, p->at + k)->as != rule->more[k - 1]) return false;
    if ((rule->context & RT_RULE_BEGIN) && p->at != p->begin) return false;
    if ((rule->context & RT_RULE_END) && p->at + rule->letters != p->end) return false;
    return !(rule->context & RT_RULE_AFTER_VOWEL) || behind_vowel(p);
}

static const rt_letter_rule *rule_for(const place *p) {
    const rt_letter *letter = letter_at(p->job, p->at);
    const uint8_t language = p->job->language[p->job->units.at[p->at].script];
    for (size_t k = 0; k < letter->rules; k++)
        if (fits(&rt_letter_rules[letter->rule + k], p, language)) return &rt_letter_rules[letter->rule + k];
    return NULL;
}

static bool is_short_vowel(char c) { return c == 'a' || c == 'i' || c == 'u'; }

/* Doubles the last consonant; a short vowel may have been written before the sign that doubles. What two letters stand
 * for (sh, kh) stays. */
static void double_last(char *text, uint8_t *len, bool digraph) {
    if (*len == 0 || *len >= RT_TOKEN_LETTERS || digraph) return;
    const size_t last = *len - 1U, at = is_short_vowel(text[last]) && last > 0 ? last - 1 : last;
    memmove(text + at + 1, text + at, *len - at);
    (*len)++;
}

static void apply(const rt_letter_rule *rule, rt_reading *r) {
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) {
        const uint8_t n = r->len[k];
        if (rule->out[k][0] == '+')
            double_last(r->text[k], &r->len[k], n > 1 && r->text[k][n - 1] == 'h');
        else
            rt_reading_add(r, k, rule->out[k]);
    }
}

/* A letter of another script in a word of a script with symbols stands for itself. */
static void add_symbol(const rt_letters_job *job, size_t i, rt_reading *r) {
    const rt_letter *letter = letter_at(job, i);
    if (letter->symbol)
        rt_reading_symbol(r, letter->symbol);
    else if (letter->code >= 'a' && letter->code <= 'z')
        rt_reading_symbol(r, (char)letter->code);
}

void rt_letters_by_rules(const rt_letters_job *job, size_t begin, size_t end, rt_reading *r) {
    for (place p = {job, begin, end, begin}; p.at < end;) {
        const rt_unit *u = &job->units.at[p.at];
        const rt_letter_rule *rule = u->kind == RT_LETTER_RULED ? rule_for(&p) : NULL;
        const size_t letters = rule ? rule->letters : 1;
        if (rule) apply(rule, r);
        if (u->kind == RT_LETTER_DIGIT) {
            rt_reading_add_all(r, (const char[]){(char)('0' + u->letter), '\0'});
            rt_reading_symbol(r, (char)('0' + u->letter));
        }
        for (size_t k = 0; k < letters; k++) add_symbol(job, p.at + k, r);
        p.at += letters;
    }
}

static bool hinted(const rt_letters_job *job, size_t i, const rt_letter_hint *hint) {
    const rt_units *units = &job->units;
    if (units->at[i].letter != hint->letter) return false;
    const bool last = i + 1 == units->n || units->at[i + 1].kind != RT_LETTER_RULED;
    return hint->next == 0 || (hint->next == 1 ? last : !last && units->at[i + 1].letter == hint->next - 1);
}

void rt_letters_languages(rt_letters_job *job) {
    for (size_t i = 0; i < job->units.n; i++) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind != RT_LETTER_RULED || !rt_letters_table[u->letter].hint) continue;
        uint8_t *language = &job->language[u->script];
        for (size_t k = 0; k < rt_letter_hint_count; k++)
            if (hinted(job, i, &rt_letter_hints[k]) && (*language == 0 || rt_letter_hints[k].language < *language))
                *language = rt_letter_hints[k].language;
    }
}
