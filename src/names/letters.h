/* The words of a name, in any script, in Latin letters.
 *
 * A name is NFKC-folded, loses case, marks and what cannot be seen, and is cut into tokens. Each token keeps the
 * letters it was written in and gets the readings that it has in Latin letters. data/names/scripts holds the letters, a
 * file a script.
 */
#pragma once

#include "base/str.h"

typedef enum rt_script {
    RT_LATIN,
    RT_CYRILLIC,
    RT_GREEK,
    RT_ARABIC, /* Persian, Urdu, Pashto, Kurdish too */
    RT_HEBREW,
    RT_ARMENIAN,
    RT_GEORGIAN,
    RT_HAN,
    RT_KANA,
    RT_HANGUL,
    RT_OTHER_SCRIPT, /* through ICU: Thai, Devanagari, Amharic and all the rest */
    RT_SCRIPTS,
} rt_script;

enum {
    RT_NAME_TOKENS = 24,   /* of a name; what is behind is not looked at (truncated says so) */
    RT_TOKEN_LETTERS = 31, /* of a reading; what is behind is cut */
    RT_TOKEN_READINGS = 3,
    RT_NAME_BYTES = 4096, /* of a name that are looked at */
};

typedef struct rt_token {
    /* How it reads in Latin letters: only a-z and 0-9, never empty. The first is the usual one (pinyin, Hepburn,
     * revised romanisation of Korean, BGN-like Cyrillic, Arabic consonants with the long vowels that are written);
     * others are what the word may be just as well (Müller: muller, mueller; Cyrillic х: kh, h is left to the odds of
     * letters). */
    rt_str readings[RT_TOKEN_READINGS];
    unsigned reading_count;
    /* Its letters, one printable ASCII symbol each, by data/names/scripts/SCRIPT.txt, so that ط and ت stay apart.
     * Latin, kana, Hangul and Han have their first reading here. */
    rt_str symbols;
    rt_script script;
    bool surname_first;  /* Han, Hangul, kana: the first token is the family name */
    uint32_t begin, end; /* bytes of the name as it was given */
    /* What stands between it and the token before, the strongest of , ( ) : " / & @ + . - ' and blank (other signs
     * count as the one they resemble, or as a blank); 0: nothing, it is the first. The same behind it: "J." has '.'. */
    char before, after;
    bool capitals; /* all its letters are upper case (Latin, Cyrillic, Greek, Armenian), and there are two or more */
} rt_token;

typedef struct rt_tokens {
    rt_token *at;
    size_t n;
    bool truncated;
} rt_tokens;

/* Cuts and reads a name. Any bytes are taken: invalid UTF-8, marks alone and what has no letters give no token. ASCII
 * takes a path of its own without ICU. Apostrophes, ayn and hamza join ("O'Neil": oneil), other signs part. Han, kana
 * and Hangul that stand together without a blank are parted into family and given name
 * (data/names/scripts/surnames-*.txt, longest first). A word that mixes Latin with look-alikes of Cyrillic or Greek is
 * read as the script of most of its letters. Slices live in the arena; O(length), and of a name only the first
 * RT_NAME_BYTES bytes. */
rt_tokens rt_letters(rt_arena *arena, rt_str name);

const char *rt_script_name(rt_script script); /* "arabic" */
