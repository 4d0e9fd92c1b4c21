/* Who acknowledged an alert. The decision stands about the statement that says the rule, since an alert is no entry: it
 * is seen by whoever may see both, and found by that statement. */
#include <stdlib.h>

#include "analysis/alert.h"
#include "base/grow.h"

static const char word[] = "acknowledged";

rt_str rt_alert_decision(rt_str outcome, rt_str alert, rt_arena *arena) {
    return rt_str_printf(arena, "%s %.*s %.*s", word, RT_FMT(outcome), RT_FMT(alert));
}

static void take(rt_alerts_seen *seen, const rt_entry *decision, rt_arena *arena) {
    const rt_entry e = rt_entry_copy(arena, decision);
    rt_str rest = e.decision, first = {"", 0}, outcome = {"", 0}, alert = {"", 0};
    rt_str_split(&rest, RT_S(" "), &first);
    if (!rt_str_is(first, word) || !rt_str_split(&rest, RT_S(" "), &outcome)) return;
    rt_str_split(&rest, RT_S(" "), &alert);
    if (alert.len != 32) return;
    seen->at = rt_grow(arena, seen->at, seen->n, sizeof *seen->at);
    seen->at[seen->n++] = (rt_alert_seen){alert, outcome, e.recorded_by, e.recorded_at, e.why};
}

static rt_status take_all(rt_reading *r, rt_cursor *c, rt_alerts_seen *seen, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry act;
        RT_TRY(rt_cursor_next(c, &act, &more, err));
        if (!more) return rt_ok;
        if (act.e.type == RT_DECISION) take(seen, &act.e, r->arena);
    }
}

static int by_alert(const void *x, const void *y) {
    const rt_alert_seen *a = x, *b = y;
    const int c = rt_str_cmp(a->alert, b->alert);
    if (c != 0) return c;
    const int when = rt_str_cmp(a->when, b->when);
    return when != 0 ? when : rt_str_cmp(a->outcome, b->outcome);
}

rt_status rt_alerts_seen_of(rt_reading *r, const rt_watch *watch, rt_alerts_seen *seen, rt_error *err) {
    *seen = (rt_alerts_seen){0};
    for (size_t i = 0; i < watch->facts.n; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_acts(r->lens, watch->facts.at[i]->s.e.id, &c, err));
        const rt_status s = take_all(r, c, seen, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    if (seen->n > 1) qsort(seen->at, seen->n, sizeof *seen->at, by_alert);
    return rt_ok;
}

const rt_alert_seen *rt_alert_seen_find(const rt_alerts_seen *seen, rt_str alert) {
    size_t low = 0, high = seen->n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rt_str_cmp(seen->at[middle].alert, alert) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && rt_str_eq(seen->at[low - 1].alert, alert) ? &seen->at[low - 1] : NULL;
}
