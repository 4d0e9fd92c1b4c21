/* The tables of a case file, version by version. Private to src/store. */
#pragma once

#include "store/sql.h"

#define RT_LAYOUT_VERSION 1
#define RT_APPLICATION_ID 0x72746864 /* "rthd", in the file's header: file(1) and we know a case by it */

/* Makes the tables in an empty database. */
RT_RESULT rt_layout_make(sqlite3 *db, rt_error *err);

/* That the file is a case of a version that we know, and that its tables, indexes and triggers are to the letter those
 * that rt_layout_make makes: a file that brings triggers or views of its own is refused. */
RT_RESULT rt_layout_check(sqlite3 *db, rt_error *err);
