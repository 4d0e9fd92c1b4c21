/* Progress of long work on stderr: nothing in the first two seconds; then how much is done, how much of it a second,
 * and where the whole is known how long it will take. Written over on a terminal, a line a second elsewhere. */
#pragma once

#include "cli/output.h"

typedef struct rt_progress {
    rt_output *err;
    const char *what;   /* "entries read" */
    int64_t begun;      /* all of it: for the silence at first */
    int64_t part, told; /* the part of the work that is counted now, and when it was told last */
} rt_progress;

rt_progress rt_progress_of(rt_output *err, const char *what);

/* share: how much of all work that is, 0 to 1; below 0 where nobody knows. */
void rt_progress_tell(rt_progress *p, int64_t done, double share);

/* Clears the line of a terminal, where one was written. */
void rt_progress_end(rt_progress *p);

/* Another part of the same work begins, of which other things are counted. The silence of the first seconds is over
 * when it is over for the whole. */
void rt_progress_next(rt_progress *p, const char *what);

/* The same where nothing can be counted: what goes on, and for how long. */
void rt_progress_still(rt_progress *p);
