/* Connections to a case file: as to a hostile one. Private to src/store. */
#pragma once

#include "store/minder.h"
#include "store/sql.h"

/* Beside SQLite's flags: pages are read whether their sums are right or not. */
enum { RT_CONNECT_UNCHECKED = 1 << 30 };

/* flags: SQLITE_OPEN_READWRITE or SQLITE_OPEN_READONLY, and perhaps that. The connection waits for others, tells of it,
 * and is stopped, as the minder says, which must live as long. *db is the caller's to close, also on failure. */
RT_RESULT rt_connect(const char *path, int flags, rt_minder *minder, sqlite3 **db, rt_error *err);

/* For a folder that cannot be written to, and so holds no -wal beside the case: the file alone is read. Closes the
 * connection that is there. flags: 0 or RT_CONNECT_UNCHECKED. */
RT_RESULT rt_connect_still(const char *path, int flags, rt_minder *minder, sqlite3 **db, rt_error *err);

/* All of the -wal into the file, and the -wal emptied; RT_BUSY with this message while another reads what was there
 * before. */
RT_RESULT rt_connect_settle(sqlite3 *db, const char *busy, rt_error *err);

/* Begins to write, waiting for others: RT_BUSY when they take too long, RT_STOPPED. */
RT_RESULT rt_connect_begin(sqlite3 *db, const rt_minder *minder, rt_error *err);

/* Removes a file that was made in vain, with what SQLite keeps beside it. */
void rt_connect_remove(const char *path);
