/* What the terminal is like: whether one is there, how wide, whether it shows colours. */
#pragma once

#include "base/str.h"

typedef struct rt_terminal {
    bool screen;            /* a terminal reads standard output */
    bool colour;            /* styles may be used */
    bool dumb;              /* TERM says that it obeys nothing: a line is not written over */
    unsigned columns, rows; /* of the window; 80 and 24 where nothing says */
} rt_terminal;

/* The terminal behind a file descriptor. COLUMNS and LINES go before the window's size. Colours: never with a non-empty
 * NO_COLOR (no-color.org), CLICOLOR=0 or TERM=dumb; also without a terminal with CLICOLOR_FORCE
 * (bixense.com/clicolors).
 */
rt_terminal rt_terminal_of(int fd);
