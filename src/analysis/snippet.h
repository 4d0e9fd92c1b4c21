/* The piece of a text in which what was looked for stands. */
#pragma once

#include "base/value.h"
#include "words/query.h"
#include "words/tokenizer.h"

typedef struct rt_mark {
    size_t start, end; /* code points of the snippet, end exclusive */
} rt_mark;

enum { RT_SNIPPET_MARKS = 32 };

typedef struct rt_snippet {
    rt_str text; /* on one line; "…" where the text goes on */
    rt_mark marks[RT_SNIPPET_MARKS];
    size_t n;
    size_t words; /* how many different words of the query stand in it */
} rt_snippet;

/* The words of a query that are wanted: those under NOT are not. */
typedef struct rt_wanted {
    const rt_query *at[RT_QUERY_WORDS_MOST];
    size_t n;
} rt_wanted;
void rt_wanted_of(const rt_query *query, rt_wanted *wanted);

/* The piece of about 200 bytes that holds the most different wanted words, the first such, and where it lacks some
 * another one with most of those; the begin of the text where it holds none. */
void rt_snippet_of(rt_tokenizer *tokenizer, rt_str text, const rt_wanted *wanted, rt_arena *arena, rt_snippet *snippet);
