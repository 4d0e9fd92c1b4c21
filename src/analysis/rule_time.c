#include "analysis/rule_time.h"

#include "base/grow.h"

enum { MOST_DATINGS = 8 };

/* --- how an event is dated -----------------------------------------------------------------------------------------
 */

static const rt_str other_dates[] = {
    RT_S_INIT("date"),        RT_S_INIT("listingDate"), RT_S_INIT("authoredAt"),
    RT_S_INIT("publishedAt"), RT_S_INIT("receivedAt"),
};

static bool holds(const rt_bounds *wider, const rt_bounds *b) {
    return wider->start_min <= b->start_min && wider->start_max >= b->start_max && wider->end_min <= b->end_min &&
           wider->end_max >= b->end_max;
}

/* Whether b is as good a date as a, and says more. */
static bool is_narrower(const rt_when *b, const rt_when *a) {
    return holds(&a->wide, &b->wide) && !holds(&b->wide, &a->wide) && (a->uncertain || !b->uncertain);
}

static bool is_same(const rt_when *a, const rt_when *b) {
    return holds(&a->wide, &b->wide) && holds(&b->wide, &a->wide) && a->uncertain == b->uncertain;
}

static void add_facts(rt_facts *to, rt_facts from, rt_arena *arena) {
    for (size_t i = 0; i < from.n; i++) {
        bool there = false;
        for (size_t k = 0; k < to->n; k++) there = there || to->at[k] == from.at[i];
        if (!there) rt_facts_add(to, from.at[i], arena);
    }
}

static void add_dating(rt_rule_datings *all, rt_rule_dating d, rt_arena *arena) {
    for (size_t i = 0; i < all->n; i++) {
        if (is_same(&all->at[i].dating.when, &d.dating.when)) {
            add_facts(&all->at[i].starts, d.starts, arena);
            add_facts(&all->at[i].ends, d.ends, arena);
            return;
        }
        if (is_narrower(&all->at[i].dating.when, &d.dating.when)) return;
        if (!is_narrower(&d.dating.when, &all->at[i].dating.when)) continue;
        all->at[i--] = all->at[--all->n];
    }
    if (all->n == MOST_DATINGS) return;
    all->at = rt_grow(arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = d;
}

static rt_facts affirming(const rt_claim *c, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; c != NULL && i < c->facts.n; i++)
        if (rt_fact_affirms(c->facts.at[i])) rt_facts_add(&facts, c->facts.at[i], arena);
    return facts;
}

/* A date that is only possibly said, or only suspected, is doubted as a whole. */
static bool is_doubted(rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++)
        if (rt_fact_asserts(facts.at[i]) && facts.at[i]->out == RT_NO && facts.at[i]->s.said == RT_SURELY) return false;
    return facts.n > 0;
}

static void add_pair(rt_rule_datings *all, const rt_claim *start, const rt_claim *end, const rt_claim *date,
                     rt_arena *arena) {
    const rt_str none = {"", 0};
    rt_rule_dating d = {.dating = rt_dating_of(start != NULL ? start->value : none, end != NULL ? end->value : none,
                                               date != NULL ? date->value : none, arena)};
    d.starts = affirming(start != NULL ? start : date, arena);
    d.ends = affirming(end, arena);
    rt_when *w = &d.dating.when;
    if (!d.dating.dated || w->wide.end_max < w->wide.start_min) return;
    w->uncertain = w->uncertain || is_doubted(d.starts) || is_doubted(d.ends);
    add_dating(all, d, arena);
}

static size_t affirmed(const rt_entity *e, rt_str prop, const rt_claim *found[MOST_DATINGS]) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    size_t n = 0;
    for (size_t i = 0; i < claims.n && n < MOST_DATINGS; i++) {
        rt_when unused;
        if (!rt_claim_affirmed(&claims.at[i]) || rt_edtf_read(claims.at[i].value, &unused, NULL).code != RT_OK)
            continue;
        found[n++] = &claims.at[i];
    }
    return n;
}

rt_rule_datings rt_rule_datings_of(const rt_entity *e, rt_arena *arena) {
    const rt_claim *starts[MOST_DATINGS] = {0}, *ends[MOST_DATINGS] = {0}, *dates[MOST_DATINGS];
    rt_rule_datings all = {0};
    const size_t s = affirmed(e, RT_S("startDate"), starts), n = affirmed(e, RT_S("endDate"), ends);
    for (size_t i = 0; s + n > 0 && i < (s > 0 ? s : 1); i++)
        for (size_t k = 0; k < (n > 0 ? n : 1); k++)
            add_pair(&all, s > 0 ? starts[i] : NULL, n > 0 ? ends[k] : NULL, NULL, arena);
    for (size_t p = 0; p < sizeof other_dates / sizeof *other_dates && all.n == 0; p++) {
        const size_t d = affirmed(e, other_dates[p], dates);
        for (size_t i = 0; i < d; i++) add_pair(&all, NULL, NULL, dates[i], arena);
    }
    return all;
}

/* --- how two lie to each other -------------------------------------------------------------------------------------
 */

/* The day on which it begins. */
static rt_when start_of(const rt_when *when) {
    rt_when s = *when;
    s.start_max = s.start_max < s.end_max ? s.start_max : s.end_max;
    s.wide.start_max = s.wide.start_max < s.wide.end_max ? s.wide.start_max : s.wide.end_max;
    s.end_min = s.start_min;
    s.end_max = s.start_max;
    s.wide.end_min = s.wide.start_min;
    s.wide.end_max = s.wide.start_max;
    s.end_unknown = false;
    return s;
}

/* From the end of what is named to so long after it; or so long before it to its beginning. */
static rt_when window_of(const rt_rule_when *w, const rt_when *named) {
    const rt_bounds *b = &named->wide;
    rt_when out = {.uncertain = named->uncertain};
    if (w->kind == RT_RULE_WITHIN_AFTER)
        out.wide = (rt_bounds){b->end_min, b->end_max, rt_rule_day_after(b->end_min, w->period, 1),
                               rt_rule_day_after(b->end_max, w->period, 1)};
    else if (w->kind == RT_RULE_WITHIN_BEFORE)
        out.wide = (rt_bounds){rt_rule_day_after(b->start_min, w->period, -1),
                               rt_rule_day_after(b->start_max, w->period, -1), b->start_min, b->start_max};
    else /* by */
        out.wide = (rt_bounds){RT_DAY_OPEN_START, RT_DAY_OPEN_START, b->end_max, b->end_max};
    out.start_min = out.wide.start_min;
    out.start_max = out.wide.start_max;
    out.end_min = out.wide.end_min;
    out.end_max = out.wide.end_max;
    return out;
}

static rt_certainty relate(const rt_rule_when *w, const rt_when *event, const rt_when *named) {
    const unsigned before = RT_ALLEN_BIT(RT_BEFORE) | RT_ALLEN_BIT(RT_MEETS),
                   after = RT_ALLEN_BIT(RT_AFTER) | RT_ALLEN_BIT(RT_MET_BY);
    const rt_when start = start_of(event);
    switch (w->kind) {
    case RT_RULE_DURING: return rt_allen_share(event, named);
    case RT_RULE_STARTS: return rt_allen_share(&start, named);
    case RT_RULE_BEFORE: return rt_allen_any(event, named, before);
    case RT_RULE_AFTER: return rt_allen_any(event, named, after);
    case RT_RULE_BY:
    case RT_RULE_WITHIN_AFTER:
    case RT_RULE_WITHIN_BEFORE: break;
    }
    const rt_when window = window_of(w, named);
    return rt_allen_share(&start, &window);
}

rt_certainty rt_rule_relate(const rt_rule_when *when, const rt_rule_datings *event, const rt_rule_datings *named) {
    bool all = true, some = false;
    if (event->n == 0 || named->n == 0) return RT_POSSIBLE;
    for (size_t i = 0; i < event->n; i++)
        for (size_t k = 0; k < named->n; k++) {
            const rt_certainty c = relate(when, &event->at[i].dating.when, &named->at[k].dating.when);
            all = all && c == RT_CERTAIN;
            some = some || c != RT_IMPOSSIBLE;
        }
    return all ? RT_CERTAIN : some ? RT_POSSIBLE : RT_IMPOSSIBLE;
}

bool rt_rule_is_late(const rt_rule_when *when, const rt_rule_datings *event, const rt_rule_datings *named) {
    const rt_rule_due due = rt_rule_due_of(when, named);
    for (size_t i = 0; i < event->n; i++)
        if (event->at[i].dating.when.uncertain || event->at[i].dating.when.wide.start_min <= due.latest) return false;
    return event->n > 0 && due.latest != RT_DAY_OPEN_END;
}

static rt_rule_due due_of(const rt_rule_when *w, const rt_when *named) {
    const rt_bounds *b = &named->wide;
    if (w->kind == RT_RULE_AFTER) return (rt_rule_due){RT_DAY_OPEN_END, RT_DAY_OPEN_END};
    if (w->kind == RT_RULE_BEFORE) return (rt_rule_due){b->start_min, b->start_max};
    if (w->kind == RT_RULE_DURING || w->kind == RT_RULE_STARTS) return (rt_rule_due){b->end_min, b->end_max};
    const rt_when window = window_of(w, named);
    return (rt_rule_due){window.wide.end_min, window.wide.end_max};
}

rt_rule_due rt_rule_due_of(const rt_rule_when *when, const rt_rule_datings *named) {
    rt_rule_due due = {RT_DAY_OPEN_END, RT_DAY_OPEN_START};
    if (named->n == 0) due.latest = RT_DAY_OPEN_END;
    for (size_t i = 0; i < named->n; i++) {
        const rt_rule_due d = due_of(when, &named->at[i].dating.when);
        if (d.earliest < due.earliest) due.earliest = d.earliest;
        if (d.latest > due.latest || named->at[i].dating.when.uncertain)
            due.latest = named->at[i].dating.when.uncertain ? RT_DAY_OPEN_END : d.latest;
    }
    return due;
}

/* --- today ---------------------------------------------------------------------------------------------------------
 */

static bool last_day_of(rt_str text, rt_day *day) {
    rt_when when;
    if (rt_edtf_read(text, &when, NULL).code != RT_OK) return false;
    *day = when.end_max;
    return true;
}

rt_status rt_rule_today(rt_lens *lens, rt_arena *arena, rt_day *today, rt_error *err) {
    rt_str latest;
    const rt_when *at = rt_lens_at(lens);
    if (at != NULL) return *today = at->end_max, rt_ok;
    RT_TRY(rt_lens_latest(lens, arena, &latest, err));
    if (!last_day_of(latest, today)) *today = RT_DAY_OPEN_START;
    return rt_ok;
}
