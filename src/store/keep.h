/* Copies of statements that follow each other. Most share with the one before who says it, where and when: that is
 * copied once. Private to src/store. */
#pragma once

#include "store/cursor.h"
#include "store/rows.h"

typedef struct rt_keeper {
    rt_arena *arena; /* NULL: nothing was kept yet */
    int64_t provenance, entity;
    rt_provenance shared;
    rt_str name; /* of the entity */
} rt_keeper;

/* Makes the statement in the current row of a query over RT_STATEMENT_COLUMNS live in the arena, which must not be
 * reset while the keeper is used. */
void rt_keep_statement(rt_keeper *k, rt_arena *arena, const rt_store *store, sqlite3_stmt *row, rt_entry *e);
