/* Written dates as words with a meaning: the first step of date_written.h. English. Inside src/base only. */
#pragma once

#include "base/str.h"

typedef enum rt_word_kind {
    RT_WORD_END,     /* behind the last word */
    RT_WORD_UNKNOWN, /* what we have no meaning for: no date holds one */
    RT_WORD_NUMBER,  /* value; digits; suffix */
    RT_WORD_SIGN,    /* value is the character; dashes of all lengths are '-' */
    RT_WORD_MONTH,   /* value 1 to 12 */
    RT_WORD_WEEKDAY, /* value 0 Monday to 6 Sunday */
    RT_WORD_SEASON,  /* value is its EDTF code */
    RT_WORD_MARK,    /* value RT_EDTF_APPROXIMATE or RT_EDTF_UNCERTAIN */
    RT_WORD_PART,    /* value is an rt_part */
    RT_WORD_BEFORE,
    RT_WORD_AFTER,
    RT_WORD_SINCE,
    RT_WORD_UNTIL, /* also between two dates */
    RT_WORD_BETWEEN,
    RT_WORD_FROM,
    RT_WORD_TO,
    RT_WORD_AND,
    RT_WORD_OR,
    RT_WORD_CENTURY,
    RT_WORD_ERA,    /* value 1 after, -1 before year 1 */
    RT_WORD_FILLER, /* "the", "of" */
} rt_word_kind;

typedef enum rt_part { RT_PART_WHOLE, RT_PART_EARLY, RT_PART_MID, RT_PART_LATE } rt_part;
typedef enum rt_suffix { RT_SUFFIX_NONE, RT_SUFFIX_ORDINAL, RT_SUFFIX_PLURAL } rt_suffix;

typedef struct rt_word {
    rt_word_kind kind;
    rt_suffix suffix; /* of a number: "3rd"; "1860s" */
    int value;        /* of a number: at most 9999, else -1 */
    unsigned digits;  /* of a number */
    rt_str text;
    size_t at; /* its first byte in the text */
} rt_word;

enum { RT_WORDS_MAX = 48 };

/* All words of a text, and how far they are read. */
typedef struct rt_words {
    rt_word at[RT_WORDS_MAX + 1]; /* the last is RT_WORD_END */
    size_t next;
    rt_error *err;
} rt_words;

/* RT_BAD when text has more words than a date has. */
RT_RESULT rt_words_read(rt_str text, rt_words *words, rt_error *err);

/* The n-th word from the next on; RT_WORD_END behind the last. */
const rt_word *rt_words_peek(const rt_words *words, size_t n);

/* The next word, if it is of this kind, else NULL. */
const rt_word *rt_words_take(rt_words *words, rt_word_kind kind);

bool rt_word_is_sign(const rt_word *word, char sign);
bool rt_words_take_sign(rt_words *words, char sign);
void rt_words_skip_filler(rt_words *words);

/* RT_BAD with a message and the byte at fault. */
RT_RESULT rt_words_fault(const rt_words *words, size_t byte, const char *message);
