#include "cli/progress.h"

#include "base/clock.h"

enum { SECOND = 1000000, QUIET = 2 * SECOND };

rt_progress rt_progress_of(rt_output *err, const char *what) {
    return (rt_progress){.err = err, .what = what, .begun = rt_clock_now()};
}

/* "about 3 min left"; nothing where it cannot be told. */
static void add_left(rt_buf *line, int64_t taken, double share) {
    if (share <= 0 || share >= 1) return;
    const double seconds = (double)taken / SECOND * (1 - share) / share;
    if (seconds < 90)
        rt_buf_printf(line, ", about %.0f s left", seconds);
    else if (seconds < 5400)
        rt_buf_printf(line, ", about %.0f min left", seconds / 60);
    else
        rt_buf_printf(line, ", about %.1f h left", seconds / 3600);
}

void rt_progress_tell(rt_progress *p, int64_t done, double share) {
    RT_AUTO(rt_buf) line = {0};
    const int64_t now = rt_clock_now(), taken = now - p->begun;
    if (taken < QUIET || now - p->told < SECOND) return;
    rt_buf_printf(&line, "%lld %s, %.0f a second", (long long)done, p->what, (double)done * SECOND / (double)taken);
    add_left(&line, taken, share);
    p->told = now;
    p->counting = p->err->screen;
    rt_outf(p->err, p->err->screen ? "\r%.*s\x1b[K" : "%.*s\n", RT_FMT(rt_buf_str(&line)));
}

void rt_progress_end(rt_progress *p) {
    if (p->counting) rt_outf(p->err, "\r\x1b[K");
    p->counting = false;
}
