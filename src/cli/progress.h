/* Progress of long work on stderr: nothing in the first two seconds; then a count that is written over on a terminal,
 * and a line a second elsewhere. */
#pragma once

#include "cli/output.h"

typedef struct rt_progress {
    rt_output *err;
    const char *what; /* "entries read" */
    int64_t begun;
    bool counting;
} rt_progress;

rt_progress rt_progress_of(rt_output *err, const char *what);
void rt_progress_tell(rt_progress *p, int64_t done);

/* Clears the line of a terminal, where one was written. */
void rt_progress_end(rt_progress *p);
