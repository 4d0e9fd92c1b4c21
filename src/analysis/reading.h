/* What one run of a view has read: the lens, the arena of the answer, the entities met so far, the statements that the
 * answer names. */
#pragma once

#include "analysis/entity.h"
#include "base/date_allen.h"
#include "base/map.h"
#include "base/value.h"

typedef struct rt_reading {
    rt_lens *lens;
    rt_arena *arena;
    bool alone;                   /* each id by itself, as if nobody had judged any to be one */
    rt_map ids;                   /* that were read */
    struct rt_reading_of *of_ids; /* with the same numbers */
    rt_map fact_ids;              /* of statements of the entities that were looked into */
    struct rt_reading_said *said; /* with the same numbers */
    rt_map looked_into;           /* their ids */
    const rt_fact **cited;        /* in the order in which they were first named */
    size_t cited_count;
    bool more; /* of what names some entity not all was read (around.h) */
} rt_reading;

rt_reading rt_reading_new(rt_lens *lens, rt_arena *arena);

/* How surely that was on the day of --at; RT_CERTAIN where no day is asked for. When, nobody says: NULL. */
rt_certainty rt_reading_held(const rt_reading *r, const rt_when *when);

/* The entity with this id, read once; NULL in *e when no visible statement is about it. */
RT_RESULT rt_reading_entity(rt_reading *r, rt_str id, const rt_entity **e, rt_error *err);

/* The same; where no visible statement is about it, one that has nothing but the id: the same each time. */
RT_RESULT rt_reading_named(rt_reading *r, rt_str id, const rt_entity **e, rt_error *err);

/* The statement with this id, and its entity; NULL in *f when the lens shows none. */
RT_RESULT rt_reading_fact(rt_reading *r, rt_str id, const rt_entity **e, rt_fact **f, rt_error *err);

/* Notes that the answer names these statements, so that `statements` tells of them. */
void rt_reading_cite(rt_reading *r, rt_facts facts);
