/* A name read into its parts: given and family names, patronymics, kunyas, titles; or core, legal form, generic words,
 * numbers and places of an organisation. */
#pragma once

#include "names/word.h"

typedef enum rt_name_kind {
    RT_NAME_PERSON,
    RT_NAME_ORGANISATION,
    RT_NAME_THING,   /* a vessel, an aircraft, anything else */
    RT_NAME_UNKNOWN, /* a person or an organisation: told by its words, so that no name that was read is of this kind */
} rt_name_kind;

enum { RT_NAME_MOST_WORDS = 20 };

typedef struct rt_name {
    rt_str text; /* as given */
    rt_name_kind kind;
    rt_word *words; /* those that are compared, in their order; particles, titles and stops too, each with its part */
    size_t n;
    bool ordered;   /* which word is family and which given is known ("FAMILY, Given", Han, Hangul) */
    bool truncated; /* longer than is looked at */
} rt_name;

/* Reads a name. Any bytes are taken; a name without letters has n = 0. Words live in the arena. */
void rt_name_read(rt_arena *arena, rt_str text, rt_name_kind kind, rt_name *name);

/* The same for a name of unknown kind whose words do not tell it: read as a person's and as an organisation's. Returns
 * how many of the two were filled. */
size_t rt_name_readings(rt_arena *arena, rt_str text, rt_name_kind kind, rt_name names[2]);

/* Which kind of name entities of a FollowTheMoney schema have (its name, in any case of letters; an unknown or empty
 * one: person). */
rt_name_kind rt_name_kind_of(rt_str schema);
