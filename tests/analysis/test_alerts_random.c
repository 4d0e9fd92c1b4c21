/* Rules on random cases: against slow and obvious versions, as of a day against a case that ended there, and what is
 * new against what changed. REDTHREAD_SEED chooses one case. */
#include "analysis/world.h"

enum { CASES = 40, REPLAYS = 8, DAYS = 8 };

static unsigned first_seed(void) {
    const char *asked = getenv("REDTHREAD_SEED");
    return asked != NULL ? (unsigned)strtoul(asked, NULL, 10) : 1;
}

static unsigned below(unsigned *seed, unsigned n) { return next_random(seed) % n; }

/* --- forbid, day by day ----------------------------------------------------------------------------------------------
 */

/* Days of January 2013 on which something was, one of first to last. */
typedef struct days {
    unsigned first, last;
    bool doubted;
} days;

static days some_days(unsigned *seed) {
    days d = {1 + below(seed, 20), 0, below(seed, 12) == 0};
    d.last = d.first + (below(seed, 2) == 0 ? 0 : below(seed, 6));
    return d;
}

static const char *edtf(const days *d, char text[40]) {
    if (d->first == d->last)
        snprintf(text, 40, "2013-01-%02u%s", d->first, d->doubted ? "?" : "");
    else
        snprintf(text, 40, "[2013-01-%02u..2013-01-%02u]", d->first, d->last);
    return text;
}

/* Whether a passport issued on one of these days is issued while a condition holds: on all readings, or on some. */
static int issued_during(const days *issued, const days *start, const days *end) {
    bool all = true, some = false;
    for (unsigned i = issued->first; i <= issued->last; i++)
        for (unsigned s = start->first; s <= start->last; s++)
            for (unsigned e = end->first; e <= end->last; e++) {
                if (e < s) continue;
                const bool in = i >= s && i <= e;
                all = all && in;
                some = some || in;
            }
    const bool doubted = (issued->doubted && issued->first == issued->last) ||
                         (start->doubted && start->first == start->last) || (end->doubted && end->first == end->last);
    return !some ? 0 : all && !doubted ? 2 : 1;
}

static const char *const outcomes[] = {"kept", "possibly", "broken"};

static void one_passport(unsigned seed) {
    RT_AUTO(world) w;
    char a[40], b[40], c[40], line[200];
    const unsigned begun = seed;
    world_init(&w);
    const days issued = some_days(&seed), start = some_days(&seed);
    days end = some_days(&seed);
    if (end.first < start.last) end = (days){start.last + end.first % 5, start.last + end.first % 5 + 2, false};
    const unsigned stance = below(&seed, 4);
    say(&w, "k Condition subject = p1");
    say(&w, "k Condition rule = forbid Passport where holder is $subject starts during condition");
    snprintf(line, sizeof line, "k Condition startDate = %s", edtf(&start, a));
    say(&w, line);
    snprintf(line, sizeof line, "k Condition endDate = %s", edtf(&end, b));
    say(&w, line);
    say(&w, stance == 1 ? "b Passport holder = p1 | stance suspects" : "b Passport holder = p1 | speaker A");
    if (stance == 2) say(&w, "b Passport holder = p1 | stance denies | speaker B");
    snprintf(line, sizeof line, "b Passport startDate = %s", edtf(&issued, c));
    say(&w, line);
    int expected = issued_during(&issued, &start, &end);
    if (expected == 2 && (stance == 1 || stance == 2)) expected = 1;
    /* Of a condition whose dates are doubted nobody can say that it is over. */
    const bool doubted = (start.doubted && start.first == start.last) || (end.doubted && end.first == end.last);
    const char *outcome = expected == 0 && doubted ? "open" : outcomes[expected];
    w.asked.all = true;
    const rt_value *o = look_at_all(&w, &rt_view_alerts);
    if (count_at(o, "alerts") != 1 || !rt_str_is(at(o, "alerts.0.certainty"), outcome))
        fail_msg("REDTHREAD_SEED=%u: issued %s, condition %s to %s, stance %u: expected %s: %.*s", begun, c, a, b,
                 stance, outcome, RT_FMT(json_of(&w, o)));
}

static void forbidden_is_what_every_reading_of_the_dates_says(void **state) {
    (void)state;
    for (unsigned i = 0; i < CASES; i++) one_passport(first_seed() + i);
}

/* --- count, window by window
 * ------------------------------------------------------------------------------------------ */

typedef struct visits {
    days at;
    unsigned least, most;
} visits;

/* Of all periods of so many days the one that surely holds most, and the one that may touch most. */
static void count_slowly(const visits *v, size_t n, unsigned period, unsigned *least, unsigned *most) {
    *least = *most = 0;
    for (int first = -40; first <= 60; first++) {
        unsigned sure = 0, maybe = 0;
        const int last = first + (int)period - 1;
        for (size_t i = 0; i < n; i++) {
            const int a = (int)v[i].at.first, b = (int)v[i].at.last;
            if (a >= first && b <= last && !(v[i].at.doubted && a == b)) sure += v[i].least;
            if (a <= last && b >= first) maybe += v[i].most;
        }
        if (sure > *least) *least = sure;
        if (maybe > *most) *most = maybe;
    }
}

static void some_visits(unsigned seed) {
    RT_AUTO(world) w;
    visits v[6];
    char text[40], line[200];
    const unsigned begun = seed;
    world_init(&w);
    const size_t n = 1 + below(&seed, 6);
    const unsigned period = 1 + below(&seed, 10), asked = 1 + below(&seed, 8);
    say(&w, "k Condition subject = p1");
    snprintf(line, sizeof line, "k Condition rule = count Visit where visitor is $subject at least %u within %u days",
             asked, period);
    say(&w, line);
    for (size_t i = 0; i < n; i++) {
        v[i] = (visits){some_days(&seed), 1 + below(&seed, 4), 0};
        v[i].most = v[i].least + (below(&seed, 3) == 0 ? 2 : 0);
        snprintf(line, sizeof line, "v%zu Visit visitor = p1", i);
        say(&w, line);
        snprintf(line, sizeof line, "v%zu Visit date = %s", i, edtf(&v[i].at, text));
        say(&w, line);
        snprintf(line, sizeof line, "v%zu Visit count = %u", i, v[i].least);
        say(&w, line);
        snprintf(line, sizeof line, "v%zu Visit count = %u | dataset b", i, v[i].most);
        if (v[i].most > v[i].least) say(&w, line);
    }
    unsigned least, most;
    count_slowly(v, n, period, &least, &most);
    const char *expected = least >= asked ? "broken" : most >= asked ? "possibly" : "open";
    w.asked.all = true;
    const rt_value *o = look_at_all(&w, &rt_view_alerts);
    if (!rt_str_is(at(o, "alerts.0.certainty"), expected))
        fail_msg("REDTHREAD_SEED=%u: %u to %u of %u within %u days: expected %s: %.*s", begun, least, most, asked,
                 period, expected, RT_FMT(json_of(&w, o)));
}

static void counted_is_what_the_fullest_period_holds(void **state) {
    (void)state;
    for (unsigned i = 0; i < CASES; i++) some_visits(first_seed() + i);
}

/* --- cases that grow
 * --------------------------------------------------------------------------------------------------- */

static const char *const rules[] = {
    "forbid Passport where holder is $subject",
    "forbid Passport where holder is $subject and authority is o0 or unknown starts during condition",
    "forbid Travel where traveller is $subject and endLocation.country is not be",
    "forbid Travel where traveller is $subject within 30 days after (Release where person is $subject)",
    "forbid Travel where traveller is $subject after z0",
    "forbid Visit where facility is c0",
    "expect Visit where visitor is $subject within 10 days after z0",
    "expect Visit where visitor is $subject within 2 weeks after (Release where person is $subject) on record",
    "count Visit where visitor is $subject at least 4",
    "count Visit where visitor is $subject at least 3 per facility",
    "count Visit where visitor is $subject at least 2 across 2 facility within 30 days",
    "count Visit at least 3 per visitor",
    "count Visit at least 3 across 2 facility",
    "no passport",
    "forbid nothing",
};
enum { RULES = sizeof rules / sizeof *rules };

/* What is said in one line: letters, how many there are, what they say. */
typedef struct sort {
    const char *letters;
    unsigned many;
    const char *schema, *prop, *value; /* value: letters and how many, or a text that begins with = */
    unsigned of;
} sort;

static const sort sorts[] = {
    {"p", 3, "Person", "name", "=Ali Example", 0},   {"b", 2, "Passport", "holder", "p", 3},
    {"b", 2, "Passport", "startDate", "day", 0},     {"b", 2, "Passport", "authority", "o", 2},
    {"o", 2, "PublicBody", "name", "=The Court", 0}, {"v", 4, "Visit", "visitor", "p", 3},
    {"v", 4, "Visit", "facility", "c", 2},           {"v", 4, "Visit", "date", "day", 0},
    {"v", 4, "Visit", "count", "number", 0},         {"t", 3, "Travel", "traveller", "p", 3},
    {"t", 3, "Travel", "endLocation", "a", 2},       {"t", 3, "Travel", "date", "day", 0},
    {"a", 2, "Address", "country", "country", 0},    {"z", 2, "Release", "person", "p", 3},
    {"z", 2, "Release", "date", "day", 0},           {"k", 3, "Condition", "rule", "rule", 0},
    {"k", 3, "Condition", "rule", "rule", 0},        {"k", 3, "Condition", "subject", "p", 3},
    {"k", 3, "Condition", "startDate", "day", 0},    {"k", 3, "Condition", "release", "z", 2},
};
enum { SORTS = sizeof sorts / sizeof *sorts, LINES = 70 };

static void make_value(unsigned *seed, const sort *s, char text[200]) {
    const days d = some_days(seed);
    if (s->value[0] == '=')
        snprintf(text, 200, "%s %u", s->value + 1, below(seed, 2));
    else if (strcmp(s->value, "day") == 0)
        edtf(&d, text);
    else if (strcmp(s->value, "number") == 0)
        snprintf(text, 200, "%u", 1 + below(seed, 3));
    else if (strcmp(s->value, "country") == 0)
        snprintf(text, 200, "%s", below(seed, 2) == 0 ? "be" : "tn");
    else if (strcmp(s->value, "rule") == 0)
        snprintf(text, 200, "%s", rules[below(seed, RULES)]);
    else
        snprintf(text, 200, "%s%u", s->value, below(seed, s->of));
}

/* Says the lines of the days up to and with `last`, as recorded on 2020-01-DAY; the same for the same seed. */
static void grow(world *w, unsigned seed, unsigned last) {
    rt_str said[LINES];
    size_t n = 0;
    for (unsigned i = 0; i < LINES; i++) {
        const sort *s = &sorts[below(&seed, SORTS)];
        const unsigned day = 1 + i * DAYS / LINES, which = below(&seed, s->many), stance = below(&seed, 10),
                       speaker = below(&seed, 3), link = below(&seed, 12), other = below(&seed, i + 1);
        char value[200], line[400];
        make_value(&seed, s, value);
        if (day > last) continue;
        snprintf(line, sizeof line,
                 "%s%u %s %s = %s | speaker S%u%s | recorded_at 2020-01-%02uT00:00:00.%06uZ | recorded_by R",
                 s->letters, which, s->schema, s->prop, value, speaker,
                 stance == 0   ? " | stance denies"
                 : stance == 1 ? " | stance suspects"
                               : "",
                 day, i);
        said[n++] = say(w, line);
        if (link == 0 && other < n) {
            rt_entry e = rt_entry_new(RT_LINK);
            char id[32];
            e.link = RT_S("replaces");
            e.from = said[n - 1];
            e.to = said[other];
            e.recorded_at = rt_str_printf(&w->arena, "2020-01-%02uT00:00:00.%06uZ", day, i);
            e.recorded_by = RT_S("R");
            if (!rt_str_eq(e.from, e.to)) world_add(w, &e, id);
        }
        if (link == 1) {
            rt_entry e = rt_entry_new(RT_JUDGEMENT);
            char id[32];
            const char sort_of = "ppco"[other / 2 % 4];
            e.a = rt_str_printf(&w->arena, "%c0", sort_of);
            e.b = rt_str_printf(&w->arena, "%c1", sort_of);
            e.judgement = other % 2 == 0 ? RT_S("same") : RT_S("unsure");
            e.why = RT_S("a test");
            e.recorded_at = rt_str_printf(&w->arena, "2020-01-%02uT00:00:00.%06uZ", day, i);
            e.recorded_by = RT_S("R");
            world_add(w, &e, id);
        }
        if (below(&(unsigned){seed}, 9) == 0) world_commit(w);
    }
    world_commit(w);
}

static rt_str as_of(world *w, unsigned day) {
    w->asked.all = true;
    w->spec.as_of = rt_str_printf(&w->arena, "2020-01-%02u", day);
    return json_of(w, look_at_all(w, &rt_view_alerts));
}

static void as_of_a_day_the_alerts_are_those_of_a_case_that_ended_there(void **state) {
    (void)state;
    for (unsigned i = 0; i < REPLAYS; i++) {
        RT_AUTO(world) whole;
        const unsigned seed = first_seed() + 100 * i;
        world_init(&whole);
        grow(&whole, seed, DAYS);
        for (unsigned day = 1; day <= DAYS; day++) {
            RT_AUTO(world) part;
            world_init(&part);
            grow(&part, seed, day);
            const rt_str a = as_of(&whole, day), b = as_of(&part, day);
            if (!rt_str_eq(a, b)) fail_msg("REDTHREAD_SEED=%u, day %u:\n%.*s\n%.*s", seed, day, RT_FMT(a), RT_FMT(b));
        }
    }
}

/* An alert without what the other alerts of its page decide. */
static const rt_value *alert_like(const rt_value *list, const rt_value *alert) {
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next)
        if (rt_str_eq(rt_value_get_text(v, RT_S("id")), rt_value_get_text(alert, RT_S("id")))) return v;
    return NULL;
}

/* Whether both say the same: certainty and statements. That somebody got a name changes words only. */
static bool says_the_same(world *w, const rt_value *a, const rt_value *b) {
    const char *const parts[] = {"certainty", "statements", "against"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!rt_str_eq(json_of(w, node(a, parts[i])), json_of(w, node(b, parts[i])))) return false;
    return true;
}

static void what_changed_since_a_day_is_among_what_is_new(void **state) {
    size_t changed = 0, skipped = 0;
    (void)state;
    for (unsigned i = 0; i < REPLAYS; i++) {
        RT_AUTO(world) w;
        const unsigned seed = first_seed() + 100 * i + 7;
        world_init(&w);
        grow(&w, seed, DAYS);
        for (unsigned day = 2; day <= DAYS; day++) {
            w.asked.all = true;
            w.spec.at = RT_S("2015"); /* the same day for both: that time passes is no news */
            w.asked.since = (rt_str){"", 0};
            w.spec.as_of = rt_str_printf(&w.arena, "2020-01-%02u", day - 1);
            const rt_value *before = node(look_at_all(&w, &rt_view_alerts), "alerts");
            w.spec.as_of = rt_str_printf(&w.arena, "2020-01-%02u", day);
            const rt_value *now = node(look_at_all(&w, &rt_view_alerts), "alerts");
            w.asked.since = w.spec.as_of;
            const rt_value *news = node(look_at_all(&w, &rt_view_alerts), "alerts");
            for (const rt_value *v = rt_value_first(now); v != NULL; v = v->next) {
                const rt_value *old = alert_like(before, v), *new = alert_like(news, v);
                if (new == NULL) skipped++;
                if (old != NULL && says_the_same(&w, old, v)) continue;
                changed++;
                if (new == NULL || !says_the_same(&w, new, v))
                    fail_msg("REDTHREAD_SEED=%u, day %u: missed\n%.*s\nbefore\n%.*s", seed, day, RT_FMT(json_of(&w, v)),
                             RT_FMT(old != NULL ? json_of(&w, old) : RT_S("-")));
            }
        }
    }
    assert_true(changed > 20 && skipped > 0); /* else nothing was tried */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forbidden_is_what_every_reading_of_the_dates_says),
        cmocka_unit_test(counted_is_what_the_fullest_period_holds),
        cmocka_unit_test(as_of_a_day_the_alerts_are_those_of_a_case_that_ended_there),
        cmocka_unit_test(what_changed_since_a_day_is_among_what_is_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
