/* What the parts of rt_letters share: the folded letters of a name, and the making of tokens from them. */
#pragma once

#include "names/letters_tables.h"

/* One letter, digit or sign of a folded name. */
typedef struct rt_unit {
    uint32_t code;
    uint32_t begin;  /* byte of the name; it takes `bytes` */
    uint16_t letter; /* RT_LETTER_RULED: its number; RT_LETTER_DIGIT: its value */
    uint16_t bytes;
    uint8_t kind;   /* JOIN, SIGN, DIGIT, RULED, HAN, HANGUL, OTHER */
    uint8_t script; /* of RULED, HAN, HANGUL, OTHER */
    bool capital;
    char sign; /* of SIGN */
} rt_unit;

typedef struct rt_units {
    rt_unit *at;
    size_t n, room;
} rt_units;

/* Folds a name: NFKC, small letters, composed where that is one letter of ours, without marks and what cannot be seen.
 * What does not fit into `room` is left out. */
void rt_letters_fold(rt_str name, rt_units *units);

/* What ICU says of a code point that the tables do not know: kind, script and sign of the unit are set; RT_LETTER_DROP
 * for marks and what cannot be seen. When it is a compatibility form, `forms` gets what it stands for (at most `room`),
 * whose count is returned. */
size_t rt_letters_unknown(uint32_t code, rt_unit *unit, uint32_t *forms, size_t room);

/* The readings of one token while they grow; what does not fit is cut. */
typedef struct rt_reading {
    char text[RT_TOKEN_READINGS][RT_TOKEN_LETTERS + 1];
    uint8_t len[RT_TOKEN_READINGS];
    char symbols[RT_TOKEN_LETTERS + 1];
    uint8_t symbol_len; /* 0: the symbols are the first reading */
} rt_reading;

void rt_reading_add(rt_reading *reading, unsigned which, const char *text);
void rt_reading_add_all(rt_reading *reading, const char *text);
void rt_reading_symbol(rt_reading *reading, char symbol);

/* One name on its way. */
typedef struct rt_letters_job {
    rt_arena *arena;
    rt_tokens tokens;
    rt_units units;
    uint8_t language[RT_SCRIPTS]; /* told by the name's letters; 0: not */
    size_t words[RT_SCRIPTS];     /* words of a script */
    bool dotted;                  /* its parts stand between middle dots */
    bool kana;                    /* it has some */
    bool japanese;                /* a Japanese family name stood in it */
    bool surname_first;           /* of the tokens that follow */
    char before;                  /* of the next token */
} rt_letters_job;

/* A word: units[begin..end), of one group of scripts. */
typedef struct rt_letters_word {
    size_t begin, end;
    rt_script script;
} rt_letters_word;

/* Adds a token of units[begin..end), unless it has no letters or there are RT_NAME_TOKENS. */
void rt_letters_token(rt_letters_job *job, const rt_letters_word *word, rt_reading *reading);

/* Each reads a word of its scripts and adds its tokens. */
void rt_letters_ruled(rt_letters_job *job, const rt_letters_word *word);
void rt_letters_arabic(rt_letters_job *job, const rt_letters_word *word);
void rt_letters_kana(rt_letters_job *job, const rt_letters_word *word);
void rt_letters_han(rt_letters_job *job, const rt_letters_word *word);
void rt_letters_hangul(rt_letters_job *job, const rt_letters_word *word);
void rt_letters_other(rt_letters_job *job, const rt_letters_word *word);

/* The readings of kana, added to `to`: Hepburn as in names, with long vowels, as before 1946 (m before b, p and m). */
void rt_letters_kana_reading(const rt_letters_job *job, size_t begin, size_t end, rt_reading *to);

/* Adds the readings of units[begin..end) by the rules of their letters. */
void rt_letters_by_rules(const rt_letters_job *job, size_t begin, size_t end, rt_reading *reading);

/* Which languages the letters of a name tell of. */
void rt_letters_languages(rt_letters_job *job);

/* The name with which units[begin..end) begins, the longest of at most `most` letters; NULL when none does. */
const rt_known_name *rt_letters_known(const rt_letters_job *job, const rt_known_names *names, size_t begin, size_t end,
                                      size_t most);

/* Adds a known name as a token. */
void rt_letters_known_token(rt_letters_job *job, const rt_known_name *name, const rt_letters_word *word);

/* Reads a word of Han letters, with or without kana behind, as a Japanese family name and given name; false, and
 * nothing added, when it begins with no family name that is known. */
bool rt_letters_japanese(rt_letters_job *job, const rt_letters_word *word);

/* Adds the readings of a Han letter: pinyin, Cantonese, Wade and Giles. */
void rt_letters_han_reading(rt_reading *reading, uint32_t code);

/* What ICU makes of a word, in UTF-16: plain ASCII, or Latin letters as ISO 15919 and others have them. At most `room`,
 * which should be some times as long as the word; 0 when it does not fit. */
typedef enum rt_icu_way { RT_ICU_ASCII, RT_ICU_ISO, RT_ICU_WAYS } rt_icu_way;
size_t rt_letters_by_icu(const rt_letters_job *job, const rt_letters_word *word, rt_icu_way way, uint16_t *text,
                         size_t room);

/* Words of the scripts of India and its neighbours. */
bool rt_letters_is_indic(uint32_t code);
void rt_letters_indic(rt_letters_job *job, const rt_letters_word *word);

/* The path for names that are ASCII alone. */
rt_tokens rt_letters_ascii(rt_arena *arena, rt_str name);

/* The stronger of two signs. */
char rt_letters_stronger(char a, char b);
