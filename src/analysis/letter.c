#include "analysis/letter.h"

#include "analysis/happening.h"
#include "base/date_allen.h"

/* --- when -------------------------------------------------------------------------------------------------------- */

static rt_sent sent_on(const rt_dating *d) {
    rt_sent s = {.dated = d->dated};
    if (!d->dated) return s;
    s.doubted = d->when.uncertain;
    s.first = d->when.start_unknown ? RT_DAY_OPEN_START : d->when.wide.start_min;
    s.last = d->when.end_unknown ? RT_DAY_OPEN_END : d->when.wide.end_max;
    return s;
}

rt_sent rt_letter_sent(const rt_entity *letter, rt_arena *arena) {
    const rt_dating d = rt_dating_by(letter, arena);
    return sent_on(&d);
}

rt_sent rt_letter_arrived(const rt_entity *letter, rt_arena *arena) {
    const rt_claims received = rt_claims_named(letter->claims, RT_S("receivedAt"));
    for (size_t i = 0; i < received.n; i++) {
        const rt_dating d = rt_dating_of((rt_str){"", 0}, (rt_str){"", 0}, received.at[i].value, arena);
        if (d.dated && rt_claim_affirmed(&received.at[i])) return sent_on(&d);
    }
    return rt_letter_sent(letter, arena);
}

/* --- how long ---------------------------------------------------------------------------------------------------- */

static bool is_open(rt_day d) { return d == RT_DAY_OPEN_START || d == RT_DAY_OPEN_END; }

static int64_t between(rt_day from, rt_day to) {
    return is_open(from) || is_open(to) ? RT_DAYS_UNBOUNDED : to > from ? to - from : 0;
}

rt_wait rt_wait_between(const rt_sent *asked, const rt_sent *answered) {
    rt_wait w = {.follows = RT_POSSIBLE};
    if (!asked->dated || !answered->dated) return w;
    const bool doubted = asked->doubted || answered->doubted;
    if (answered->last < asked->first) w.follows = doubted ? RT_POSSIBLE : RT_IMPOSSIBLE;
    if (answered->first >= asked->last && !doubted) w.follows = RT_CERTAIN;
    w.known = answered->last >= asked->first;
    w.least = is_open(asked->last) || is_open(answered->first) ? 0 : between(asked->last, answered->first);
    w.most = between(asked->first, answered->last);
    return w;
}

/* Days between are no more than those after which an answer is late; so both ends of what may be are tried. */
rt_certainty rt_wait_exceeds(const rt_sent *asked, const rt_sent *until, const rt_period *due) {
    if (!asked->dated || !until->dated) return RT_POSSIBLE;
    const rt_day late_by = rt_day_after(asked->last, due), late_from = rt_day_after(asked->first, due);
    const bool doubted = asked->doubted || until->doubted;
    if (until->first > late_by) return doubted ? RT_POSSIBLE : RT_CERTAIN;
    return until->last > late_from ? RT_POSSIBLE : RT_IMPOSSIBLE;
}

/* --- what became of it ------------------------------------------------------------------------------------------- */

static const struct {
    const char *begins, *fate;
} fates[] = {
    {"refus", "refused"},       {"declin", "refused"},      {"reject", "refused"},    {"denied", "refused"},
    {"turned down", "refused"}, {"not granted", "refused"}, {"answered", "answered"}, {"granted", "answered"},
    {"complied", "answered"},   {"fulfilled", "answered"},  {"replied", "answered"},  {"accepted", "answered"},
    {"withdrawn", "withdrawn"},
};

rt_str rt_letter_fate(rt_str text, rt_arena *arena) {
    const rt_str lower = rt_str_lower(arena, rt_str_trim(text));
    for (size_t i = 0; i < sizeof fates / sizeof *fates; i++)
        if (rt_str_starts(lower, rt_str_of(fates[i].begins))) return rt_str_of(fates[i].fate);
    return (rt_str){"", 0};
}
