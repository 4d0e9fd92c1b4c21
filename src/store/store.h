/* The case file: one SQLite database that holds the log and what is derived from it.
 *
 * What is called from outside: this header (open, close), batch.h (writing), lens.h and cursor.h (reading), audit.h
 * (the log as a whole), backup.h and project.h (rebuild). Nothing reads without a lens. */
#pragma once

#include "base/hash.h"
#include "store/minder.h"

typedef struct rt_store rt_store;

/* The last two also read pages that were damaged: for those who see for themselves whether what they read is right. */
typedef enum rt_open_mode { RT_OPEN_READ, RT_OPEN_WRITE, RT_OPEN_AUDIT, RT_OPEN_MEND } rt_open_mode;

/* Makes a new case file; RT_BAD when something is there already. */
RT_RESULT rt_store_make(const char *path, rt_error *err);

/* Opens a case as a hostile file: RT_ABSENT when there is none, RT_CORRUPT when it is no case or damaged, RT_NEWER when
 * a later program made it, RT_IO when it is to be written but read-only. A reader sees the case as it is now, until it
 * is closed, whatever others write. A case of an earlier program is brought up to this one's version first, and a copy
 * of what it was is kept beside it: RT_IO when that cannot be. */
RT_RESULT rt_store_open(const char *path, rt_open_mode mode, rt_store **store, rt_error *err);

/* The same, and whatever is done with this store is minded. The minder is copied; NULL: by nobody. */
RT_RESULT rt_store_open_minded(const char *path, rt_open_mode mode, const rt_minder *minder, rt_store **store,
                               rt_error *err);
void rt_store_close(rt_store *store); /* NULL is fine */

/* The name under which heads of this case are known: "redthread/" and a random number made by `init`. */
rt_str rt_store_origin(const rt_store *store);
const char *rt_store_path(const rt_store *store);

/* What goes on from now on and can't be counted, "looking": its minder is told while SQLite is at work. */
void rt_store_goes_on(rt_store *store, const char *what);

/* Whether what is derived from the log is of this program's making; if not, `rebuild` is due. */
bool rt_store_is_current(const rt_store *store);
