/* From bytes to folded letters. The tables know nearly all that is met; ICU is asked about the rest. */
#include "names/letters_units.h"

enum { INVALID = 0x110000, FORMS = 18 }; /* no code point grows to more by NFKC */

static bool follows(rt_str s, size_t i) { return i < s.len && ((unsigned char)s.at[i] & 0xC0) == 0x80; }

static bool well_formed(uint32_t c, size_t n) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return c >= least[n] && c < INVALID && (c < 0xD800 || c > 0xDFFF);
}

/* The code point at *i, or INVALID for a byte that is no part of one; moves *i behind it. */
static uint32_t next(rt_str s, size_t *i) {
    const unsigned char first = (unsigned char)s.at[(*i)++];
    if (first < 0x80) return first;
    const size_t n = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return INVALID;
    uint32_t c = first & (0xFFU >> (n + 1));
    for (size_t k = 1; k < n; k++) {
        if (!follows(s, *i + k - 1)) return INVALID;
        c = c << 6 | ((unsigned char)s.at[*i + k - 1] & 0x3F);
    }
    if (!well_formed(c, n)) return INVALID;
    *i += n - 1;
    return c;
}

static uint32_t entry_of(uint32_t code) {
    return code < 0x10000 ? rt_letter_pages[rt_letter_page_of[code / RT_LETTER_PAGE]][code % RT_LETTER_PAGE]
                          : RT_LETTER_UNKNOWN;
}

static void push(rt_units *units, rt_unit unit) {
    if (units->n < units->room) units->at[units->n++] = unit;
}

static uint16_t composed(uint32_t letter, uint32_t mark) {
    size_t low = 0, high = rt_letter_pair_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const rt_letter_pair *p = &rt_letter_pairs[middle];
        if (p->letter == letter && p->mark == mark) return p->both;
        if (p->letter < letter || (p->letter == letter && p->mark < mark))
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* A mark makes one letter of itself and the one before, where that is a letter of its own; else it is left out. */
static void add_mark(rt_units *units, uint32_t mark, const rt_unit *at) {
    rt_unit *last = units->n > 0 ? &units->at[units->n - 1] : NULL;
    if (!last || last->kind != RT_LETTER_RULED) return;
    last->bytes = (uint16_t)(at->begin + at->bytes - last->begin);
    const uint16_t both = composed(last->code, mark);
    if (!both) return;
    last->code = both;
    last->letter = (uint16_t)(entry_of(both) >> 12);
}

/* Letters of Hangul that stand alone make syllables: Unicode 15, section 3.12. */
static bool joins_syllable(rt_units *units, uint32_t code) {
    rt_unit *last = units->n > 0 ? &units->at[units->n - 1] : NULL;
    if (!last || last->kind != RT_LETTER_HANGUL) return false;
    if (code >= 0x1161 && code < 0x1161 + 21 && last->code >= 0x1100 && last->code < 0x1100 + 19)
        last->code = RT_HANGUL_FIRST + ((last->code - 0x1100) * 21 + code - 0x1161) * 28;
    else if (code > 0x11A7 && code < 0x11A7 + 28 && last->code >= RT_HANGUL_FIRST &&
             (last->code - RT_HANGUL_FIRST) % 28 == 0)
        last->code += code - 0x11A7;
    else
        return false;
    return true;
}

/* The letter before once more: 々 of kanji, ヽ and ゝ of kana, ヾ and ゞ with its sound changed. */
static bool repeats(rt_units *units, uint32_t code, const rt_unit *at) {
    const bool kanji = code == 0x3005, changed = code == 0x30FE || code == 0x309E;
    if (units->n == 0 || !(kanji || changed || code == 0x30FD || code == 0x309D)) return false;
    rt_unit again = units->at[units->n - 1];
    if (again.kind != (kanji ? RT_LETTER_HAN : RT_LETTER_RULED)) return false;
    again.begin = at->begin;
    again.bytes = at->bytes;
    push(units, again);
    if (changed) add_mark(units, 0x3099, at);
    return true;
}

/* Adds a code point at its place in the name (at->begin, at->bytes, at->capital). */
static void add(rt_units *units, uint32_t code, const rt_unit *at, unsigned depth);

static void add_unknown(rt_units *units, uint32_t code, const rt_unit *at, unsigned depth) {
    uint32_t forms[FORMS] = {0};
    rt_unit unit = *at;
    if (joins_syllable(units, code) || repeats(units, code, at)) return;
    const size_t n =
        depth > 0 ? rt_letters_unknown(code, &unit, NULL, 0) : rt_letters_unknown(code, &unit, forms, FORMS);
    for (size_t i = 0; i < n; i++) add(units, forms[i], &unit, depth + 1);
    if (n == 0 && unit.kind != RT_LETTER_DROP) push(units, unit);
}

static void add_known(rt_units *units, uint32_t entry, const rt_unit *at) {
    rt_unit unit = *at;
    const uint32_t value = entry >> 12;
    unit.kind = entry & 15;
    unit.script = entry >> 4 & 15;
    unit.capital = unit.capital || (entry >> 8 & 1);
    switch (unit.kind) {
    case RT_LETTER_DROP: return;
    case RT_LETTER_MARK: add_mark(units, value, at); return;
    case RT_LETTER_SIGN: unit.sign = (char)value; break;
    case RT_LETTER_RULED: unit.code = rt_letters_table[value].code; break;
    default: break;
    }
    unit.letter = (uint16_t)value;
    push(units, unit);
}

static void add_syllable(rt_units *units, rt_unit unit, rt_letter_kind kind, rt_script script) {
    unit.kind = (uint8_t)kind;
    unit.script = (uint8_t)script;
    push(units, unit);
}

static void add(rt_units *units, uint32_t code, const rt_unit *at, unsigned depth) {
    const uint32_t entry = entry_of(code);
    rt_unit unit = *at;
    unit.code = code;
    if (code >= RT_HAN_FIRST && code <= RT_HAN_LAST)
        add_syllable(units, unit, RT_LETTER_HAN, RT_HAN);
    else if (code >= RT_HANGUL_FIRST && code <= RT_HANGUL_LAST)
        add_syllable(units, unit, RT_LETTER_HANGUL, RT_HANGUL);
    else if ((entry & 15) == RT_LETTER_UNKNOWN)
        add_unknown(units, code, &unit, depth);
    else if ((entry & 15) != RT_LETTER_MANY)
        add_known(units, entry, &unit);
    else
        for (const uint32_t *c = &rt_letter_sequences[entry >> 12]; *c; c++) {
            unit.capital = entry >> 8 & 1;
            add(units, *c, &unit, depth + 1);
        }
}

void rt_letters_fold(rt_str name, rt_units *units) {
    for (size_t i = 0; i < name.len && units->n < units->room;) {
        rt_unit at = {.begin = (uint32_t)i};
        const uint32_t code = next(name, &i);
        at.bytes = (uint16_t)(i - at.begin);
        at.kind = RT_LETTER_SIGN;
        at.sign = ' ';
        if (code == INVALID)
            push(units, at);
        else
            add(units, code, &at, 0);
    }
}
