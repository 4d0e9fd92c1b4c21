/* One word of a name, made ready for comparison: a plain value, so that an index may hold it as it is. */
#pragma once

#include "names/letters.h"
#include "names/lexicon.h"

/* Which part of a name a word is, as far as can be told. */
typedef enum rt_part {
    RT_PART_NAME,  /* given or family, not known which */
    RT_PART_GIVEN, /* behind the comma of "FAMILY, Given" or known by the script's order */
    RT_PART_FAMILY,
    RT_PART_PATRONYMIC, /* after bin, ibn, or -ovich, -ovna, -oglu, s/o */
    RT_PART_KUNYA,      /* Abu Ahmad: one word "abuahmad" */
    RT_PART_INITIAL,
    RT_PART_TITLE,
    RT_PART_PARTICLE,
    RT_PART_GENERATION,
    RT_PART_CORE, /* of an organisation, vessel or thing: what tells it apart */
    RT_PART_GENERIC,
    RT_PART_LEGAL_FORM,
    RT_PART_PLACE,
    RT_PART_NUMBER,
    RT_PART_STOP,
    RT_PARTS,
} rt_part;

typedef struct rt_word {
    /* What tells most words apart comes first: it is read most. */
    char latin[RT_TOKEN_LETTERS + 1]; /* the first reading, padded with NUL */
    uint64_t key;                     /* hash of latin: equal words have equal keys */
    uint32_t letters;                 /* which letters of a-z occur in latin: bit 0 is a */
    uint32_t uses;                    /* rt_word_use */
    float info;                       /* nats: how much it says that two names share this word */
    uint8_t len, symbol_len, other_len[2];
    uint8_t script;   /* rt_script */
    uint8_t part;     /* rt_part */
    uint8_t nickname; /* as of rt_lexeme */
    uint8_t place;    /* position in the name, of words that count */
    uint16_t families[RT_LEXEME_FAMILIES];
    uint16_t number;
    uint16_t origins;                   /* of rt_lexeme, and what the script says */
    bool truncated;                     /* ends in a dot, or the name was cut here */
    char symbols[RT_TOKEN_LETTERS + 1]; /* as of rt_token; equal to latin for Latin script */
    char other[2][RT_TOKEN_LETTERS + 1];
} rt_word;

/* A word of one token. `organisation`: which of the two infos it takes. */
void rt_word_make(const rt_token *token, bool organisation, rt_word *word);

/* A word from Latin letters (a-z, 0-9) alone; for joins of two words and for tests. */
void rt_word_of_latin(rt_str latin, bool organisation, rt_word *word);

/* Two words written as one; what does not fit is cut. */
void rt_word_join(const rt_word *a, const rt_word *b, bool organisation, rt_word *word);
