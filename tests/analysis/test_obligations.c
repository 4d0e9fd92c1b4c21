/* What is expected after each event of its own kind: reports every month. */
#include "analysis/world.h"

static void say_reports(world *w, const char *ends) {
    char line[128];
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "k Condition subject = p1");
    say(w, "k Condition startDate = 2019-06-20");
    snprintf(line, sizeof line, "k Condition endDate = %s", ends);
    say(w, line);
    say(w, "k Condition rule = expect Visit where visitor is $subject and facility is station within 5 weeks after "
           "(Visit where visitor is $subject and facility is station) during condition on record");
}

static void report(world *w, const char *id, const char *date) {
    const pair pairs[] = {{"visitor", "p1"}, {"facility", "station"}, {"date", date}};
    say_pairs(w, id, "Visit", pairs, 3, "");
}

static size_t count_of(const rt_value *o, const char *certainty) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(rt_value_get(o, RT_S("alerts"))); v != NULL; v = v->next)
        n += rt_str_is(rt_value_get_text(v, RT_S("certainty")), certainty);
    return n;
}

static const rt_value *all(world *w) {
    w->asked.all = true;
    return look_at_all(w, &rt_view_alerts);
}

static void no_event_fulfils_the_obligation_that_it_brings(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-12-31");
    report(&w, "v1", "2019-07-15");
    report(&w, "v2", "2019-08-14"); /* in time */
    report(&w, "v3", "2019-10-02"); /* seven weeks later */
    const rt_value *o = all(&w);
    assert_int_equal(count_of(o, "broken"), 2); /* after v2, and after v3 */
    assert_int_equal(count_of(o, "kept"), 1);
}

static void what_falls_due_after_the_condition_has_ended_is_not_owed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-08-31");
    report(&w, "v1", "2019-08-10");
    const rt_value *o = all(&w);
    assert_int_equal(count_of(o, "kept"), 1);
    assert_true(holds(&w, o, "the condition ended before one was due"));
}

static void where_the_end_is_not_sure_it_is_possibly_owed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-09");
    report(&w, "v1", "2019-08-10"); /* due by 14 September */
    assert_int_equal(count_of(all(&w), "possibly"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_event_fulfils_the_obligation_that_it_brings),
        cmocka_unit_test(what_falls_due_after_the_condition_has_ended_is_not_owed),
        cmocka_unit_test(where_the_end_is_not_sure_it_is_possibly_owed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
