/* What `import --keep-going` leaves out, in a file that can be mended and imported.
 *
 * JSON lines, rows of OFAC's files and rules stand as they stood, below a line "# FILE:LINE:COLUMN: WHY", which readers
 * pass over. Rows of a table stand as they stood (in UTF-8, with a byte order mark), below the table's header, with the
 * reason in a column `redthread_skipped` in front, of which no mapping speaks. Entries of the UN's list are elements of
 * such a list, each below a comment. */
#pragma once

#include "exchange/format.h"

typedef struct rt_skipped rt_skipped;

/* For what is skipped of the file `input`. Where asked (NULL: no) names a file, it is made there and must not exist;
 * else beside the input, as NAME.skipped, or NAME.skipped-2, ... where that exists. No file is made before the first
 * record is skipped. */
rt_skipped *rt_skipped_new(const char *asked, const char *input);

/* raw NULL: the record does not stand by itself, and only the reason is written. RT_IO when the file cannot be made or
 * written: another place may be asked for. */
RT_RESULT rt_skipped_add(rt_skipped *s, const rt_error *why, const rt_raw_record *raw, rt_error *err);

/* All is on the disk; *path is where, or NULL when nothing was skipped. Valid until it is closed. */
RT_RESULT rt_skipped_end(rt_skipped *s, const char **path, rt_error *err);

/* As if it had not been ended: what it was for failed. NULL is fine. */
void rt_skipped_forget(rt_skipped *s);

/* Takes the file away where it was not ended. NULL is fine. */
void rt_skipped_close(rt_skipped *s);
