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

/* Letters with dots become one token, before phrases are looked for: "S.A. de C.V." is "sa de cv". */
static rt_token merged(rt_name_reading *r, size_t first, size_t n) {
    rt_token t = r->tokens.at[first];
    char *text = rt_arena_alloc(r->arena, n + 1);
    for (size_t i = 0; i < n; i++) text[i] = rt_name_latin(r, first + i).at[0];
    t.readings[0] = t.symbols = (rt_str){text, n};
    t.reading_count = 1;
    t.end = r->tokens.at[first + n - 1].end;
    t.after = r->tokens.at[first + n - 1].after == '.' ? ' ' : r->tokens.at[first + n - 1].after;
    return t;
}

static void merge_dotted(rt_name_reading *r) {
    size_t to = 0;
    for (size_t i = 0; i < r->tokens.n; to++) {
        const size_t n = dotted(r, i);
        const rt_token t = n >= 2 ? merged(r, i, n) : r->tokens.at[i];
        r->lexemes[to] = r->lexemes[i];
        if (n >= 2) rt_lexicon_find(t.readings[0], &r->lexemes[to]);
        r->tokens.at[to] = t;
        i += n >= 2 ? n : 1;
    }
    r->tokens.n = to;
}

static void add_known(rt_word *w, const rt_lexeme *lexeme) {
    if (w == NULL) return;
    memcpy(w->families, lexeme->families, sizeof w->families);
    w->uses = lexeme->uses;
    w->nickname = lexeme->nickname;
    w->number = lexeme->number;
    if (lexeme->org_info < w->info) w->info = lexeme->org_info;
}

/* A legal form, ordinary expression or place of several words is one word. */
static size_t take_phrase(rt_name_reading *r, size_t i) {
    rt_str words[LONGEST_PHRASE];
    rt_lexeme lexeme;
    size_t n = 0;
    for (; n < LONGEST_PHRASE && i + n < r->tokens.n; n++) words[n] = rt_name_latin(r, i + n);
    const size_t taken = rt_lexicon_phrase(words, n, &lexeme);
    if (taken > 0) add_known(rt_name_add_joined(r, i, taken, part_of(lexeme.uses)), &lexeme);
    return taken;
}

/* The number that a token of digits is, alone or as an ordinal ("2nd", "3e"); 0 when it is none or too large to hold.
 */
static uint16_t number_of(rt_str s) {
    static const char *const ordinals[] = {"", "st", "nd", "rd", "th", "er", "e", "eme", "o", "a", "ya", "y", "yi"};
    uint32_t number = 0;
    size_t n = 0;
    for (; n < s.len && n < 5 && rt_is_digit(s.at[n]); n++) number = number * 10 + (uint32_t)(s.at[n] - '0');
    if (n == 0 || number > UINT16_MAX) return 0;
    for (size_t k = 0; k < sizeof ordinals / sizeof *ordinals; k++)
        if (rt_str_is(rt_str_from(s, n), ordinals[k])) return (uint16_t)number;
    return 0;
}

/* A short legal form in the midst is rather a word ("AS Roma", "PT Sejahtera" stand at an end). */
static bool at_an_end(const rt_name_reading *r, size_t i) {
    return i == 0 || i + 2 >= r->tokens.n || rt_name_latin(r, i).len > 2;
}

static size_t take_word(rt_name_reading *r, size_t i) {
    const rt_str latin = rt_name_latin(r, i);
    const uint16_t number = number_of(latin);
    rt_part part = number > 0 || all_digits(latin) ? RT_PART_NUMBER : part_of(r->lexemes[i].uses);
    if (part == RT_PART_LEGAL_FORM && !at_an_end(r, i)) part = RT_PART_CORE;
    if (part == RT_PART_STOP && latin.len == 1 && i == 0) part = RT_PART_CORE;
    rt_word *w = rt_name_add(r, i, part);
    if (w != NULL && number > 0) w->number = number;
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
    merge_dotted(r);
    for (size_t i = 0; i < r->tokens.n;) {
        size_t taken = take_phrase(r, i);
        if (taken == 0) taken = take_word(r, i);
        i += taken;
    }
    keep_something(r->name);
}
