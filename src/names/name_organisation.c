/* Names of organisations, vessels and other things: core, legal form, ordinary words, places and numbers. */
#include <string.h>

#include "names/name_read.h"

enum { LONGEST_PHRASE = 6 };

static rt_part part_of(uint32_t uses) {
    if ((uses & RT_USE_STOP) != 0) return RT_PART_STOP;
    if ((uses & RT_USE_NUMBER) != 0) return RT_PART_NUMBER;
    if ((uses & RT_USE_LEGAL_FORM) != 0) return RT_PART_LEGAL_FORM;
    if ((uses & RT_USE_PLACE) != 0) return RT_PART_PLACE;
    if ((uses & RT_USE_GENERIC) != 0) return RT_PART_GENERIC;
    if ((uses & RT_USE_VESSEL) != 0) return RT_PART_TITLE;
    return RT_PART_CORE;
}

static bool all_digits(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!rt_is_digit(s.at[i])) return false;
    return s.len > 0;
}

/* How many tokens from i on are single letters with a dot, a slash or an ampersand between: "S.A.", "A/S", "L.L.C.". */
static size_t dotted(const rt_name_reading *r, size_t i) {
    size_t n = 0;
    while (i + n < r->tokens.n && rt_name_latin(r, i + n).len == 1 &&
           (n == 0 || strchr("./&", r->tokens.at[i + n].before) != NULL))
        n++;
    return n;
}

static rt_word *add_known(rt_name_reading *r, rt_word *w, const rt_lexeme *lexeme) {
    if (w == NULL) return NULL;
    memcpy(w->families, lexeme->families, sizeof w->families);
    w->uses = lexeme->uses;
    w->nickname = lexeme->nickname;
    w->number = lexeme->number;
    if (lexeme->org_info < w->info) w->info = lexeme->org_info;
    (void)r;
    return w;
}

/* A legal form, ordinary expression or place of several words is one word. */
static size_t take_phrase(rt_name_reading *r, size_t i) {
    rt_str words[LONGEST_PHRASE];
    rt_lexeme lexeme;
    size_t n = 0;
    for (; n < LONGEST_PHRASE && i + n < r->tokens.n; n++) words[n] = rt_name_latin(r, i + n);
    const size_t taken = rt_lexicon_phrase(words, n, &lexeme);
    if (taken > 0) add_known(r, rt_name_add_joined(r, i, taken, part_of(lexeme.uses)), &lexeme);
    return taken;
}

static size_t take_dotted(rt_name_reading *r, size_t i) {
    const size_t n = dotted(r, i);
    if (n < 2) return 0;
    rt_word *w = rt_name_add_joined(r, i, n, RT_PART_CORE);
    if (w != NULL) w->part = (uint8_t)part_of(w->uses);
    return n;
}

/* A short legal form in the midst is rather a word ("AS Roma", "PT Sejahtera" stand at an end). */
static bool at_an_end(const rt_name_reading *r, size_t i) {
    return i == 0 || i + 2 >= r->tokens.n || rt_name_latin(r, i).len > 2;
}

static size_t take_word(rt_name_reading *r, size_t i) {
    rt_part part = all_digits(rt_name_latin(r, i)) ? RT_PART_NUMBER : part_of(r->lexemes[i].uses);
    if (part == RT_PART_LEGAL_FORM && !at_an_end(r, i)) part = RT_PART_CORE;
    if (part == RT_PART_STOP && rt_name_latin(r, i).len == 1 && i == 0) part = RT_PART_CORE;
    rt_name_add(r, i, part);
    return 1;
}

static bool tells_apart(const rt_word *w) {
    return w->part != RT_PART_STOP && w->part != RT_PART_LEGAL_FORM && w->part != RT_PART_TITLE;
}

/* "The AS": when nothing else is there, this is the name. */
static void keep_something(rt_name *n) {
    for (size_t i = 0; i < n->n; i++)
        if (tells_apart(&n->words[i])) return;
    for (size_t i = 0; i < n->n; i++) n->words[i].part = RT_PART_CORE;
}

void rt_name_read_organisation(rt_name_reading *r) {
    for (size_t i = 0; i < r->tokens.n;) {
        size_t taken = take_dotted(r, i);
        if (taken == 0) taken = take_phrase(r, i);
        if (taken == 0) taken = take_word(r, i);
        i += taken;
    }
    keep_something(r->name);
}

/* Words that people are not called by, and no name of a person ends in such a form. */
bool rt_name_is_organisation(const rt_name_reading *r) {
    const size_t n = r->tokens.n;
    if (n < 2) return false;
    if (dotted(r, n - 1 - (n > 2)) > 2) return false;
    const rt_lexeme *last = &r->lexemes[n - 1];
    return (last->uses & RT_USE_LEGAL_FORM) != 0 &&
           (last->uses & (RT_USE_GIVEN | RT_USE_FAMILY | RT_USE_GENERATION)) == 0 && rt_name_latin(r, n - 1).len >= 3;
}
