/* Cases with a condition, and what its rule finds. */
#pragma once

#include "analysis/world.h"

/* A condition on p1, from 2012-08 on. */
static inline void bind(world *w, const char *rule) {
    char line[512];
    say(w, "p1 Person name = Ali Example");
    say(w, "k Condition name = A condition");
    say(w, "k Condition subject = p1");
    say(w, "k Condition startDate = 2012-08-01");
    snprintf(line, sizeof line, "k Condition rule = %s | speaker Court", rule);
    say(w, line);
}

static inline void issue(world *w, const char *date, const char *rest) {
    const pair pairs[] = {{"holder", "p1"}, {"startDate", date}};
    say_pairs(w, "pass", "Passport", pairs, 2, rest);
}

static inline void visit(world *w, const char *id, const char *facility, const char *date, const char *count) {
    const pair pairs[] = {{"visitor", "p1"}, {"facility", facility}, {"date", date}, {"count", count}};
    say_pairs(w, id, "Visit", pairs, 4, "");
}

static inline const rt_value *all_alerts(world *w) {
    w->asked.all = true;
    return look_at_all(w, &rt_view_alerts);
}

/* The certainty of the only alert; the object is at *o where it is asked for. */
static inline rt_str only(world *w, const rt_value **o) {
    const rt_value *found = all_alerts(w);
    if (o != NULL) *o = found;
    if (count_at(found, "alerts") != 1) fail_msg("%.*s", RT_FMT(json_of(w, found)));
    return at(found, "alerts.0.certainty");
}

#define ONE_WORLD                                                                                                      \
    RT_AUTO(world) w;                                                                                                  \
    (void)state;                                                                                                       \
    world_init(&w)
