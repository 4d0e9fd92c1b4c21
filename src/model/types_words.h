/* The words that a type knows: what people and lists call a country, a gender, a language, a topic, and the code that
 * stands for it. The tables are written from the files in data
 * by tools/words_gen.py when the program is built. */
#pragma once

#include "base/str.h"

typedef struct rt_word {
    rt_str key, value; /* a code and its label, or a word's key and its code */
} rt_word;

typedef struct rt_words {
    const rt_word *codes; /* by code */
    size_t code_count;
    const rt_word *names; /* by key */
    size_t name_count;
} rt_words;

extern const rt_words rt_words_countries, rt_words_genders, rt_words_languages, rt_words_topics;

#define RT_WORDS_KEY_MAX 512

/* What is compared of a word: compatibility forms (NFKC) without case, accents and punctuation, "&" as "and", words by
 * one space, "the" left out. false when there is nothing left, when it is longer than any word that is known, or not
 * UTF-8. */
bool rt_words_key(rt_str raw, char to[RT_WORDS_KEY_MAX], rt_str *key);

/* The code that raw stands for: O(log n). */
bool rt_words_find(const rt_words *words, rt_str raw, rt_str *code);

/* The label of a code; empty when it is none. */
rt_str rt_words_label(const rt_words *words, rt_str code);
