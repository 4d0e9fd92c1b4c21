#include "cli/progress.h"

#include "base/clock.h"

enum { QUIET_MICROSECONDS = 2000000 };

rt_progress rt_progress_of(rt_output *err, const char *what) {
    return (rt_progress){.err = err, .what = what, .begun = rt_clock_now()};
}

void rt_progress_tell(rt_progress *p, int64_t done) {
    if (rt_clock_now() - p->begun < QUIET_MICROSECONDS) return;
    p->counting = p->err->screen;
    rt_outf(p->err, p->err->screen ? "\r%lld %s" : "%lld %s\n", (long long)done, p->what);
    p->begun = rt_clock_now() - QUIET_MICROSECONDS / 2;
}

void rt_progress_end(rt_progress *p) {
    if (p->counting) rt_outf(p->err, "\r\x1b[K");
    p->counting = false;
}
