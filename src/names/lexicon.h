/* What is known of a word as part of names: how common it is, which words are forms of it, what it is for.
 *
 * Made from the readable files of data/names by tools/lexicon_gen.py at build time; constant tables. */
#pragma once

#include "names/letters.h"

/* What a word or phrase can be; one may be several things ("van": particle; "general": rank, ordinary word of
 * companies). */
typedef enum rt_word_use {
    RT_USE_TITLE = 1 << 0,    /* Dr, Sheikh, Haji, Mullah, Mr, Gen: says nothing about who it is */
    RT_USE_PARTICLE = 1 << 1, /* al, el, de, van, von, der, del, la, y */
    RT_USE_SON = 1 << 2,   /* bin, ibn, ben, bint, oglu, kyzy, walad, s/o: a father's name follows (or stands before) */
    RT_USE_KUNYA = 1 << 3, /* abu, abou, umm, um: with the next word one name */
    RT_USE_SERVANT = 1 << 4,    /* abd, abdul, abdel: with the next word one name */
    RT_USE_DIVINE = 1 << 5,     /* rahman, aziz, ..., what follows abd; "allah", "din" (of "nur al-din") too */
    RT_USE_GENERATION = 1 << 6, /* Jr, Sr, II, III */
    RT_USE_AKA = 1 << 7,        /* "alias", "aka", "né", "dit" between two names */
    RT_USE_LEGAL_FORM = 1 << 8, /* Ltd, GmbH, OOO; also phrases */
    RT_USE_GENERIC = 1 << 9,    /* ordinary word of companies: trading, company, group, international, services */
    RT_USE_PLACE = 1 << 10,  /* country, nationality word ("Iranian"), large city: in a company's name it tells apart */
    RT_USE_NUMBER = 1 << 11, /* number word or ordinal: first, second, two, III; `number` holds it */
    RT_USE_STOP = 1 << 12,   /* the, and, of, for, et, und, y */
    RT_USE_VESSEL = 1 << 13, /* MV, M/T, SS, vessel marks */
    RT_USE_GIVEN = 1 << 14,  /* known as a given name */
    RT_USE_FAMILY = 1 << 15, /* known as a family name */
    RT_USE_FEMALE = 1 << 16,
    RT_USE_MALE = 1 << 17,
} rt_word_use;

enum { RT_LEXEME_FAMILIES = 4 };

typedef struct rt_lexeme {
    uint32_t uses; /* of rt_word_use */
    /* Groups of words that are one name (data/names/families.txt, nicknames.txt, forms.txt): two lexemes that share a
     * number are forms of one. 0: no more. For a legal form, generic word or place the group is what it means ("ltd",
     * "limited", "ogranichennoy otvetstvennostyu"). */
    uint16_t families[RT_LEXEME_FAMILIES];
    uint8_t nickname; /* bit i: in families[i] it is a short or pet form, or another language's form, rather than a
                         spelling */
    uint16_t number;  /* of RT_USE_NUMBER */
    uint16_t origins; /* bit i: among the common names of people i of data/names/origins.txt */
    /* How common the word is among the names of people, and of organisations, in nats: -ln of its share of all words.
     * Of a word that the tables do not hold: what rt_lexicon_rare gives. */
    float person_info, org_info;
} rt_lexeme;

/* How rarely somebody of the world is of a people of data/names/origins.txt, in nats. */
enum { RT_ORIGINS = 16 };
extern const float rt_origin_nats[RT_ORIGINS];

/* The peoples that write in a script of their own, by script. */
extern const uint16_t rt_script_origins[RT_SCRIPTS];

/* What is known of one Latin word (a-z, 0-9, as rt_letters gives it). False when nothing is: *lexeme then has no uses
 * and the infos of a rare word of that length. A hash look-up. */
bool rt_lexicon_find(rt_str word, rt_lexeme *lexeme);

/* The longest phrase of two to six words (legal forms: "limited liability company"; titles, places) with which
 * words[0..n) begins: its number of words, or 0. */
size_t rt_lexicon_phrase(const rt_str *words, size_t n, rt_lexeme *lexeme);

/* Information of a word that no table holds, by its length (short words are shared by chance). */
float rt_lexicon_rare(size_t letters);
