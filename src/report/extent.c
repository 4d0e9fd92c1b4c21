#include "report/extent.h"

#include "base/pick.h"

static bool is_day(rt_day d) { return d != RT_DAY_OPEN_START && d != RT_DAY_OPEN_END; }

static bool read(rt_str edtf, rt_when *when) { return edtf.len > 0 && rt_edtf_read(edtf, when, NULL).code == RT_OK; }

/* A beginning lies somewhere in its date, as does an end. */
static rt_when from_ends(const rt_when *start, const rt_when *end) {
    rt_when w = {.start_min = RT_DAY_OPEN_START,
                 .start_max = RT_DAY_OPEN_END,
                 .end_min = RT_DAY_OPEN_START,
                 .end_max = RT_DAY_OPEN_END,
                 .start_unknown = start == NULL,
                 .end_unknown = end == NULL};
    if (start != NULL) {
        w.start_min = w.end_min = start->start_min;
        w.start_max = start->end_max;
    }
    if (end != NULL) {
        w.end_min = end->start_min;
        w.end_max = end->end_max;
        if (start == NULL) w.start_max = end->end_max;
    }
    return w;
}

static bool bound(const rt_when *w, rt_extent *x) {
    const rt_day days[] = {w->start_min, w->start_max, w->end_min, w->end_max};
    rt_day first = RT_DAY_OPEN_END, last = RT_DAY_OPEN_START;
    for (size_t i = 0; i < 4; i++) {
        if (!is_day(days[i])) continue;
        if (days[i] < first) first = days[i];
        if (days[i] > last) last = days[i];
    }
    if (first > last) return false;
    *x = (rt_extent){.first = first,
                     .last = last,
                     .core_first = w->start_max,
                     .core_last = w->end_min,
                     .unknown_start = w->start_unknown,
                     .unknown_end = w->end_unknown,
                     .open_start = !is_day(w->start_min) && !w->start_unknown,
                     .open_end = !is_day(w->end_max) && !w->end_unknown};
    if (w->uncertain || !is_day(w->start_max)) x->core_first = last, x->core_last = last - 1;
    if (x->core_last > last) x->core_last = last;
    if (!is_day(x->core_last)) x->core_last = x->core_first - 1;
    return true;
}

bool rt_extent_of(const rt_value *holder, rt_extent *extent) {
    rt_when when, start, end;
    if (read(text(holder, "when"), &when)) return bound(&when, extent);
    const bool has_start = read(text(holder, "start"), &start), has_end = read(text(holder, "end"), &end);
    if (!has_start && !has_end) return false;
    when = from_ends(has_start ? &start : NULL, has_end ? &end : NULL);
    return bound(&when, extent);
}
