/* A subject gathered value by value: from the statements of a file or a case, from the properties of a JSON entity,
 * from the cells of a row. What tells nothing of who it is falls away, and what is said twice is kept once. */
#pragma once

#include "names/subject.h"

/* Names and traits of one subject that are kept; what comes behind them is dropped. */
enum { RT_GATHER_MOST = 1000 };

/* Where subjects go, one by one; valid during the call. */
typedef rt_status rt_subject_take(void *to, const rt_subject *subject, rt_error *err);

/* A copy whose texts live in the arena. */
rt_subject rt_subject_copy(rt_arena *arena, const rt_subject *from);

/* Subjects kept, in the order in which they came; {.arena = ...} is an empty list. */
typedef struct rt_subject_list {
    rt_arena *arena;
    rt_subject *at;
    size_t n;
} rt_subject_list;
rt_subject_take rt_subject_list_take; /* `to` is the list; subjects without a name are passed over */

typedef struct rt_gather {
    rt_arena *arena;
    rt_str id, schema;
    struct rt_gathered_name *names; /* a list, the first first */
    struct rt_gathered_name **name_end;
    size_t name_count;
    rt_trait *traits;
    size_t trait_count;
    rt_str parts[5]; /* firstName ... lastName */
} rt_gather;

/* Copies id and schema. All that is gathered lives in the arena. */
void rt_gather_begin(rt_gather *g, rt_arena *arena, rt_str id, rt_str schema);

/* Takes a further schema of the same entity: of two of which one extends the other, the more specific is kept. */
void rt_gather_schema(rt_gather *g, rt_str schema);

/* Takes one value, and copies it. source: who gives it (it counts for the caption alone; empty: nobody in particular).
 */
void rt_gather_add(rt_gather *g, rt_str prop, rt_str value, rt_str source);

/* The subject: of its own names in the order in which they came. The caption is the `name` that most sources give, then
 * the longest, then the first in code point order; without a `name` the same of the alias, and so on; without any
 * name the id. Where there is no name at all, firstName and lastName (and what stands between) make one. */
rt_subject rt_gather_end(rt_gather *g);
