/* The tables of a case file, version by version. Private to src/store.
 *
 * To add or change something: raise RT_LAYOUT_VERSION by one, add rows to `parts` in layout.c that begin by it, let end
 * what goes, and, only where rows have to be moved or made anew, add a row to `steps`. The README says how a case of
 * the version before is kept. */
#pragma once

#include "store/sql.h"

#define RT_LAYOUT_VERSION 4
#define RT_APPLICATION_ID 0x72746864 /* "rthd", in the file's header: file(1) and we know a case by it */

/* A table, an index or a trigger, as the file holds it to the letter. */
typedef struct rt_part {
    const char *sql;
    int since, until; /* the version that brought it, and the one that took it away; 0: it is still there */
    bool along;       /* SQLite makes it along with another part (a virtual table's own tables): not made by us */
} rt_part;

/* How a case of the version before becomes one of version `to`. */
typedef struct rt_step {
    int to;          /* 0: the end of the table */
    const char *sql; /* run before the parts that begin by this version are made: ALTER TABLE ...; or NULL */
    rt_status (*change)(sqlite3 *db, rt_error *err); /* run when they are there, before those that end go; or NULL */
    bool rebuild; /* what is derived from the log is made anew when all steps are done */
} rt_step;

typedef struct rt_layout {
    int version; /* the newest */
    const rt_part *parts;
    size_t n;
    const rt_step *steps;
} rt_layout;

extern const rt_layout rt_case_layout;

bool rt_part_is_of(const rt_part *part, int version);

/* Makes the tables of the newest version in an empty database. */
RT_RESULT rt_layout_make(sqlite3 *db, const rt_layout *layout, rt_error *err);

/* Which version the file is of: RT_CORRUPT when it is no case, RT_NEWER when the layout does not know it. */
RT_RESULT rt_layout_version(sqlite3 *db, const rt_layout *layout, int *version, rt_error *err);

/* What could not be read (`failed`) may be of a later program, which sums its pages otherwise, and is no damage then:
 * RT_NEWER where the bytes of its header say so, else `failed` with its message. */
RT_RESULT rt_layout_refuse_later(sqlite3 *db, const rt_layout *layout, rt_status failed, rt_error *err);

/* That its tables, indexes and triggers are to the letter those of this version: a file that brings triggers or views
 * of its own is refused. */
RT_RESULT rt_layout_check(sqlite3 *db, const rt_layout *layout, int version, rt_error *err);

/* Writes the version into the file. */
RT_RESULT rt_layout_mark(sqlite3 *db, int version, rt_error *err);
