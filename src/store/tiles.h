/* The log as C2SP tiles (https://c2sp.org/tlog-tiles): hashes of the tree in files of 256, and the entries, of which
 * these know the bare commitments alone. They tell nothing of what was stated, and no erasure changes them: an auditor
 * may keep them, and so name the first entry that is not what it was. */
#pragma once

#include "store/checkpoint.h"
#include "store/store.h"

/* Takes one file: its path below the folder ("tile/0/x001/234", "tile/entries/000.p/17"), and its bytes. */
typedef rt_status rt_tiles_put(void *to, rt_str path, rt_str bytes, rt_error *err);

/* All tiles of the log as it is. */
RT_RESULT rt_tiles_write(rt_store *store, rt_tiles_put *put, void *to, rt_error *err);

/* Holds the log against tiles in a folder, which must be those of `head`: *first_bad is the place of the first entry
 * whose commitment is another, -1 when there is none. RT_BAD when the tiles do not lead to that head themselves. */
RT_RESULT rt_tiles_compare(rt_store *store, const char *folder, const rt_checkpoint *head, int64_t *first_bad,
                           rt_error *err);
