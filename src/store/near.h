/* Who names whom, read lightly: what a search through a whole case looks at before it reads an entity. A row is a
 * statement whose value names an entity, without its texts and its id; whether something takes it out of what counts is
 * not looked at. So rows are at least what the entities say when they are read in full, and whoever finds a way by rows
 * must look at what stands on it.
 *
 * Entities are numbers here: for comparing only, never to be shown, and without an order that means anything. */
#pragma once

#include "model/schema.h"
#include "store/cursor.h"

typedef struct rt_near_row {
    int64_t holder, named;   /* whose statement it is, and whom it names */
    const rt_schema *schema; /* of the statement; NULL where it is not known */
    const rt_prop *prop;
    uint64_t voice;        /* a hash of who speaks (else of the source): equal for equal ones */
    bool affirms, asserts; /* its stance: says that it is so; and not only suspects or believes it */
} rt_near_row;

typedef struct rt_near_rows {
    rt_near_row *at; /* in the order of the log, in the arena that was handed down */
    size_t n;
    bool more;  /* there are more than were asked for */
    bool there; /* of rt_near_own: some visible statement is about it */
} rt_near_rows;

/* RT_AUTO(rt_near) near = {0}; a reader through a lens, which must outlive it. */
typedef struct rt_near {
    rt_lens *lens;
    struct sqlite3_stmt *naming, *own, *number, *id, *mention;
} rt_near;

RT_RESULT rt_near_open(rt_near *near, rt_lens *lens, rt_error *err);
void rt_near_close(rt_near *near); /* {0} is fine */

/* The number of an id; -1 when nothing was ever said of it. And the id of a number, in the arena. */
RT_RESULT rt_near_number(rt_near *near, rt_str id, int64_t *number, rt_error *err);
RT_RESULT rt_near_id(rt_near *near, int64_t number, rt_arena *arena, rt_str *id, rt_error *err);

/* Whether any two may be one: somebody may have judged them so, or it is supposed. */
bool rt_near_joins(const rt_near *near);

/* The numbers of all that are judged the same as this one, that of the first id in code point order first. */
RT_RESULT rt_near_members(rt_near *near, int64_t number, rt_arena *arena, int64_t **members, size_t *n, rt_error *err);

/* The statements that name an entity: the first `most` of them that the lens shows. */
RT_RESULT rt_near_naming(rt_near *near, int64_t entity, size_t most, rt_arena *arena, rt_near_rows *rows,
                         rt_error *err);

/* The statements of an entity that name others: the first `most`. */
RT_RESULT rt_near_own(rt_near *near, int64_t entity, size_t most, rt_arena *arena, rt_near_rows *rows, rt_error *err);
