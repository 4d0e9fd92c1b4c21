/* Entities whose names are like a name, found by the words that they share: rare words first, bounded work. The name
 * engine will take its place; what it finds then is what it finds now and more. */
#pragma once

#include "analysis/likeness.h"
#include "store/cursor.h"

typedef struct rt_namesake {
    rt_str entity, schema; /* as the statement gives them */
    rt_str name;           /* its name that is most like */
    rt_str like;           /* the one that it is like */
    rt_likeness likeness;
} rt_namesake;

typedef struct rt_namesakes {
    rt_namesake *at; /* the most alike first, then by id in code point order */
    size_t n;
} rt_namesakes;

/* Whether this one is wanted: asked before anything is compared. */
typedef bool rt_namesake_filter(const void *with, rt_str entity, rt_str schema);

/* Those with a likeness of `least` or more. Of each word at most 200 names are read; words that more names bear are
 * looked up only when all are so common. filter may be NULL. */
RT_RESULT rt_namesakes_find(rt_lens *lens, rt_strs names, double least, rt_namesake_filter *filter, const void *with,
                            rt_arena *arena, rt_namesakes *found, rt_error *err);
