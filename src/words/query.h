/* What somebody looks for in full text, read into a tree.
 *
 *     passport ministry          both words, in any order (AND may stand between them)
 *     "foreign ministry"         the words one after the other
 *     passport OR visa           either; AND binds closer than OR; ( ) groups
 *     passport NOT issued        the first without the second; -issued is the same
 *     minist*  "foreign minist*" words that begin so; at least two letters, or one that is a word by itself
 *     prop:notes source:ofac     only statements of this property, only what stands in this dataset or document
 *
 * Words are parted and folded as the texts are (tokenizer.h): what is written without blanks and is several words
 * ("O'Neil", "2006-07-31", Chinese) is looked for as a phrase. */
#pragma once

#include "base/str.h"

typedef enum rt_query_kind {
    RT_QUERY_WORDS,  /* one word, or several one after the other */
    RT_QUERY_PROP,   /* `name` */
    RT_QUERY_SOURCE, /* `name` */
    RT_QUERY_NOT,    /* of its one child */
    RT_QUERY_AND,
    RT_QUERY_OR,
} rt_query_kind;

enum { RT_QUERY_WORDS_MOST = 64, RT_QUERY_DEPTH = 32 };

typedef struct rt_query {
    rt_query_kind kind;
    size_t at;     /* its first byte in what was asked */
    rt_strs words; /* folded */
    bool prefix;   /* the last word is the beginning of one */
    rt_str name;
    struct rt_query *first, *next; /* children; of the same parent */
} rt_query;

/* Reads what is asked. RT_USAGE, with the byte, when it cannot be read or does not say which
 * words to look for: each side of OR must name one, and NOT and filters need one beside them. */
RT_RESULT rt_query_read(rt_str text, rt_arena *arena, rt_query **query, rt_error *err);

/* Whether it names no words but only filters entries. */
bool rt_query_is_filter(const rt_query *query);
