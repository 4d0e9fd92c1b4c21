/* What tools/letters_gen.py makes of data/names/scripts: constant tables. */
#pragma once

#include "names/letters.h"

/* What a code point is. */
typedef enum rt_letter_kind {
    RT_LETTER_UNKNOWN, /* ICU is asked */
    RT_LETTER_DROP,    /* not there: joiners, bidi controls */
    RT_LETTER_MARK,    /* value: the combining mark, which may make another letter of the one before */
    RT_LETTER_JOIN,    /* an apostrophe */
    RT_LETTER_SIGN,    /* value: the ASCII sign that it counts as */
    RT_LETTER_DIGIT,   /* value: 0 to 9 */
    RT_LETTER_RULED,   /* value: its number in rt_letters_table */
    RT_LETTER_MANY,    /* value: where in rt_letter_sequences what it stands for begins; it ends with 0 */
    RT_LETTER_HAN,     /* this and the next are told by their range, and have no entry */
    RT_LETTER_HANGUL,
    RT_LETTER_OTHER, /* a letter that ICU reads */
} rt_letter_kind;

/* Entries of code points below 0x10000: kind (4 bits), script (4), capital (1), 3 free, value (20); pages of 128 that
 * are equal stand once. */
enum {
    RT_LETTER_PAGE = 128,
    RT_HAN_FIRST = 0x4E00,
    RT_HAN_LAST = 0x9FFF,
    RT_HANGUL_FIRST = 0xAC00,
    RT_HANGUL_LAST = 0xD7A3
};
extern const uint16_t rt_letter_page_of[];
extern const uint32_t rt_letter_pages[][RT_LETTER_PAGE];
extern const uint32_t rt_letter_sequences[];

/* Of ASCII: the small letter or digit; 0: joins; 128 and more: a sign, by its place in rt_letter_signs. */
extern const unsigned char rt_letter_ascii[128];
#define RT_LETTER_SIGNS " '-.+@&/\":)(," /* the weakest first; tools/letters_gen.py has the same */

/* A letter that is read by rules. */
typedef struct rt_letter {
    uint32_t code;
    uint16_t rule; /* its first, of `rules` that follow each other: the most particular one first */
    uint16_t as;   /* the letter that it is read as: itself, or another */
    uint8_t rules;
    char symbol; /* 0: none (signs that are left out); of scripts whose symbols are the reading too */
    bool vowel;
    bool hint; /* may tell of a language */
} rt_letter;

enum { RT_RULE_LETTERS = 4, RT_RULE_OUT = 8 };
enum { RT_RULE_BEGIN = 1, RT_RULE_AFTER_VOWEL = 2, RT_RULE_END = 4 };

typedef struct rt_letter_rule {
    uint16_t more[RT_RULE_LETTERS]; /* the letters behind the first */
    uint8_t letters;                /* with the first */
    uint8_t context;                /* of RT_RULE_BEGIN ... */
    uint8_t language;               /* 0: any */
    char out[RT_TOKEN_READINGS][RT_RULE_OUT];
} rt_letter_rule;

extern const rt_letter rt_letters_table[];
extern const rt_letter_rule rt_letter_rules[];

/* A letter, or two that follow each other, that tell of a language. next: 0 any, 1 the end of the word, else the letter
 * and 1. */
typedef struct rt_letter_hint {
    uint16_t letter, next;
    uint8_t language;
} rt_letter_hint;

extern const rt_letter_hint rt_letter_hints[];
extern const size_t rt_letter_hint_count;

/* A letter and a mark that are one letter; in order of letter and mark. */
typedef struct rt_letter_pair {
    uint16_t letter, mark, both;
} rt_letter_pair;

extern const rt_letter_pair rt_letter_pairs[];
extern const size_t rt_letter_pair_count;

/* Letters that look alike, in the order of rt_script: Latin, Cyrillic, Greek. 0: none. */
typedef struct rt_letter_shape {
    uint16_t letter[3];
    bool rare[3]; /* no other becomes it */
    bool capital;
} rt_letter_shape;

extern const rt_letter_shape rt_letter_shapes[];
extern const size_t rt_letter_shape_count;

/* Han: numbers of syllables. Where one is not known it is that of pinyin; 0: none is known. */
typedef struct rt_han_reading {
    uint16_t pinyin, cantonese, wade, japanese;
} rt_han_reading;

extern const char rt_han_syllables[][8];
extern const rt_han_reading rt_han_readings[]; /* by code point from RT_HAN_FIRST */

/* Letters of ISO 15919 as names have them; A is a long a. */
typedef struct rt_indic_letter {
    uint16_t code;
    char latin[4];
} rt_indic_letter;

extern const rt_indic_letter rt_indic_letters[];
extern const size_t rt_indic_letter_count;

/* Han letters with which Chinese writes foreign names; in order. */
extern const uint16_t rt_han_foreign[];
extern const size_t rt_han_foreign_count;

/* The letters of Hangul syllables, in Unicode's order, with their readings. */
extern const char rt_hangul_initials[][3][4];
extern const char rt_hangul_vowels[][3][4];
extern const char rt_hangul_finals[][3][4]; /* the first is none */

/* Syllables that people spell in a way of their own; in order. */
typedef struct rt_hangul_custom {
    uint16_t syllable;
    char latin[8];
} rt_hangul_custom;

extern const rt_hangul_custom rt_hangul_customs[];
extern const size_t rt_hangul_custom_count;

/* Names of one to four letters with their readings; empty: no more. */
typedef struct rt_known_name {
    uint16_t letters[4];
    uint8_t n;
    char readings[RT_TOKEN_READINGS][16];
} rt_known_name;

/* In order of their first letter, then the longest first. */
typedef struct rt_known_names {
    const rt_known_name *at;
    size_t n;
} rt_known_names;

extern const rt_known_names rt_surnames_chinese, rt_surnames_japanese, rt_surnames_korean;
extern const rt_known_names rt_given_japanese_whole, rt_given_japanese_part;
extern const rt_known_names rt_phrases_chinese; /* words that read otherwise than their letters */

/* Words of the Arabic script that are not cut behind the article's letters; 0 behind the last letter. */
enum { RT_ARABIC_WHOLE = 12 };
extern const uint16_t rt_arabic_whole[][RT_ARABIC_WHOLE];
extern const size_t rt_arabic_whole_count;
