/* Ctrl-C and SIGTERM while something is done that is done whole or not at all: it ends with RT_STOPPED, and the case is
 * as it was. A second signal ends the program at once, which a case stands as well. */
#pragma once

#include <stdbool.h>

/* From now on a signal asks to stop; one that the program was started to ignore stays ignored. False when it was so
 * already: whoever began it ends it. */
bool rt_stop_begin(void);

/* A signal ends the program again. */
void rt_stop_end(void);

/* Whether somebody asked; any thread may call it. */
bool rt_stop_asked(void);
