#include "cli/progress.h"

#include "base/clock.h"
#include "cli/term.h"
#include "cli/text.h"

enum { SECOND = 1000000, QUIET = 2 * SECOND, SHORTEST = SECOND / 4 /* of which a rate is told */ };

rt_progress rt_progress_of(rt_output *err, const char *what) {
    const int64_t now = rt_clock_now();
    return (rt_progress){.err = err, .what = what, .begun = now, .part = now};
}

void rt_progress_next(rt_progress *p, const char *what) {
    rt_progress_end(p);
    p->what = what;
    p->part = rt_clock_now();
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

static bool is_due(const rt_progress *p, int64_t now) { return now - p->begun >= QUIET && now - p->told >= SECOND; }

/* A line that is wider than the screen could not be written over. */
static void put_line(rt_progress *p, int64_t now, rt_str line) {
    const rt_terminal t = rt_terminal_of(p->err->fd);
    const bool over = p->err->screen && !t.dumb;
    p->told = now;
    p->err->counting = over;
    rt_outf(p->err, over ? "\r%.*s\x1b[K" : "%.*s\n", RT_FMT(over ? rt_text_fit(line, t.columns - 1) : line));
}

void rt_progress_tell(rt_progress *p, int64_t done, double share) {
    RT_AUTO(rt_buf) line = {0};
    const int64_t now = rt_clock_now(), taken = now - p->part;
    if (!is_due(p, now) || taken < SHORTEST) return;
    rt_buf_printf(&line, "%lld %s, %.0f a second", (long long)done, p->what, (double)done * SECOND / (double)taken);
    add_left(&line, taken, share);
    put_line(p, now, rt_buf_str(&line));
}

void rt_progress_still(rt_progress *p) {
    RT_AUTO(rt_buf) line = {0};
    const int64_t now = rt_clock_now();
    if (!is_due(p, now) || now - p->part < SECOND) return;
    rt_buf_printf(&line, "%s, for %lld s", p->what, (long long)((now - p->part) / SECOND));
    put_line(p, now, rt_buf_str(&line));
}

void rt_progress_end(rt_progress *p) { rt_output_clear_count(p->err); }
