#include "cli/term.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_UNLESS_TOLD = 80, ROWS_UNLESS_TOLD = 24, FEWEST_COLUMNS = 20, MOST = 1000 };

static rt_str env(const char *name) { return rt_str_of(getenv(name)); }

static unsigned size_of(const char *name, unsigned window, unsigned otherwise) {
    int64_t n;
    if (rt_str_int(env(name), &n) && n > 0 && n <= MOST) return (unsigned)n;
    return window > 0 && window <= MOST ? window : otherwise;
}

static bool colour(bool screen) {
    if (env("NO_COLOR").len > 0) return false;
    const rt_str force = env("CLICOLOR_FORCE");
    if (force.len > 0 && !rt_str_is(force, "0")) return true;
    return screen && !rt_str_is(env("CLICOLOR"), "0") && !rt_str_is(env("TERM"), "dumb");
}

rt_terminal rt_terminal_of(int fd) {
    struct winsize w = {0};
    const bool screen = isatty(fd) != 0;
    if (!screen || ioctl(fd, TIOCGWINSZ, &w) != 0) w = (struct winsize){0};
    const unsigned columns = size_of("COLUMNS", w.ws_col, COLUMNS_UNLESS_TOLD);
    return (rt_terminal){
        .screen = screen,
        .colour = colour(screen),
        .dumb = rt_str_is(env("TERM"), "dumb"),
        .columns = columns < FEWEST_COLUMNS ? FEWEST_COLUMNS : columns,
        .rows = size_of("LINES", w.ws_row, ROWS_UNLESS_TOLD),
    };
}
