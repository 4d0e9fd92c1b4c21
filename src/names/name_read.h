/* What the readers of persons' and organisations' names share: one name as it is taken apart. */
#pragma once

#include "names/name.h"

/* A name while it is read. Tokens are looked up once; what they make is appended to the name's words. */
typedef struct rt_name_reading {
    rt_arena *arena;
    rt_tokens tokens;
    rt_lexeme *lexemes; /* one a token, of its first reading */
    rt_name *name;
} rt_name_reading;

/* Appends the word that a token makes; NULL when the name has as many words as are looked at. */
rt_word *rt_name_add(rt_name_reading *r, size_t token, rt_part part);

/* Appends tokens[first..first+n) written as one word. */
rt_word *rt_name_add_joined(rt_name_reading *r, size_t first, size_t n, rt_part part);

/* Appends a word of Latin letters that were put together by a rule. */
rt_word *rt_name_add_latin(rt_name_reading *r, rt_str latin, rt_part part);

bool rt_name_token_is(const rt_name_reading *r, size_t token, uint32_t use); /* false beyond the end */
rt_str rt_name_latin(const rt_name_reading *r, size_t token);                /* its first reading */

void rt_name_read_person(rt_name_reading *r);
void rt_name_read_organisation(rt_name_reading *r);

/* What the words of a name tell of its kind, when nobody gave it: a person's has "FAMILY, Given" or mostly words that
 * people bear, an organisation's a word that only these have. */
typedef enum rt_name_told { RT_TOLD_NOTHING, RT_TOLD_PERSON, RT_TOLD_ORGANISATION } rt_name_told;
rt_name_told rt_name_tell(const rt_name_reading *r);

/* Whether what is given as a person's name is plainly an organisation's: it ends in a legal form or in a word that only
 * organisations have. */
bool rt_name_is_organisation(const rt_name_reading *r);
