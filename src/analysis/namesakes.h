/* Entities of a case whose names are like a name, found by the words that they share and by words that sound like
 * theirs: rare ones first, bounded work; how like they are says the name engine. */
#pragma once

#include "base/str.h"
#include "store/cursor.h"

typedef struct rt_namesake {
    rt_str entity, schema; /* as the statement gives them */
    rt_str name;           /* its name that is most like */
    rt_str like;           /* the one that it is like */
    double score;          /* 0 to 1: the chance that the two names are one bearer's */
} rt_namesake;

typedef struct rt_namesakes {
    rt_namesake *at; /* the most alike first, then by id in code point order */
    size_t n;
} rt_namesakes;

/* Whether this one is wanted: asked before anything is compared. */
typedef bool rt_namesake_filter(const void *with, rt_str entity, rt_str schema);

/* Those with a score of `least` or more. Of each word at most 200 names are read, of each sound 50; what more names
 * bear is looked at only when all is so common. filter may be NULL. */
RT_RESULT rt_namesakes_find(rt_lens *lens, rt_strs names, double least, rt_namesake_filter *filter, const void *with,
                            rt_arena *arena, rt_namesakes *found, rt_error *err);
