/* What is expected, and what is counted. */
#include "analysis/watching.h"

/* --- expect ---------------------------------------------------------------------------------------------------------
 */

static const char report_due[] = "expect Visit where visitor is $subject within 30 days after z";

static void what_is_expected_and_came_in_time_is_kept(void **state) {
    ONE_WORLD;
    bind(&w, report_due);
    say(&w, "z Release date = 2013-01-01");
    visit(&w, "v", "", "2013-01-31", "");
    assert_str(only(&w, NULL), "kept");
}

static void silence_is_possibly_a_breach_and_surely_one_where_such_things_are_on_record(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, report_due);
    say(&w, "z Release date = 2013-01-01");
    visit(&w, "v", "", "2013-02-01", "");
    w.spec.at = RT_S("2013-01-31");
    assert_str(only(&w, NULL), "open");
    w.spec.at = (rt_str){"", 0};
    assert_str(only(&w, &o), "possibly");
    assert_true(holds(&w, o, "one came later: Visit (2013-02-01)"));
    say(&w, "k2 Condition subject = p1");
    say(&w, "k2 Condition rule = expect Visit where visitor is $subject within 30 days after z on record");
    assert_str(at(all_alerts(&w), "alerts.0.certainty"), "broken");
}

static void what_is_denied_was_not_done(void **state) {
    ONE_WORLD;
    bind(&w, report_due);
    say(&w, "z Release date = 2013-01-01");
    say(&w, "v Visit date = 2013-01-05");
    say(&w, "v Visit visitor = p1 | stance denies | speaker Police");
    assert_str(only(&w, NULL), "broken");
}

static void each_release_is_followed_by_an_obligation_of_its_own(void **state) {
    ONE_WORLD;
    say(&w, "k Condition rule = expect Visit where visitor is $subject within 30 days after (Release where person is "
            "$subject)");
    say(&w, "z1 Release person = p1");
    say(&w, "z1 Release date = 2010-01-01");
    say(&w, "z2 Release person = p1");
    say(&w, "z2 Release date = 2013-01-01");
    say(&w, "z3 Release person = p2");
    say(&w, "z3 Release date = 2013-01-01");
    visit(&w, "v", "", "2010-01-20", "");
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 3);
    assert_str(at(o, "alerts.0.entity.id"), "p1");
    assert_str(at(o, "alerts.0.certainty"), "possibly");
    assert_str(at(o, "alerts.1.entity.id"), "p2");
    assert_str(at(o, "alerts.1.certainty"), "possibly");
    assert_str(at(o, "alerts.2.certainty"), "kept");
}

/* --- count ----------------------------------------------------------------------------------------------------------
 */

static void visits_are_counted_as_many_as_they_say(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, "count Visit where visitor is $subject at least 20 across 2 facility");
    visit(&w, "v1", "c1", "2013", "12");
    visit(&w, "v2", "c2", "2013", "7");
    assert_str(only(&w, NULL), "open");
    visit(&w, "v3", "c2", "2014", "");
    assert_str(only(&w, &o), "broken");
    assert_true(holds(&w, o, "20 counted"));
}

static void counts_that_differ_are_from_the_least_to_the_most(void **state) {
    ONE_WORLD;
    bind(&w, "count Visit where visitor is $subject at least 20");
    visit(&w, "v1", "c1", "2013", "20");
    say(&w, "v1 Visit count = 15 | dataset b");
    assert_str(only(&w, NULL), "possibly");
}

static void an_event_at_two_places_was_at_each_at_least_once(void **state) {
    ONE_WORLD;
    bind(&w, "count Visit where visitor is $subject at least 19 per facility");
    visit(&w, "v1", "c1", "2013", "20");
    say(&w, "v1 Visit facility = c2");
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 2);
    assert_str(at(o, "alerts.0.certainty"), "possibly");
    assert_true(holds(&w, o, "1 to 19 counted, at c1"));
}

static void a_period_holds_what_surely_lies_within_it(void **state) {
    ONE_WORLD;
    bind(&w, "count Visit where visitor is $subject at least 2 within 10 days");
    visit(&w, "v1", "", "2013-01-01", "");
    visit(&w, "v2", "", "2013-01-11", "");
    assert_str(only(&w, NULL), "open");
    visit(&w, "v3", "", "2013-01", "");
    assert_str(only(&w, NULL), "possibly");
    visit(&w, "v4", "", "2013-01-10", "");
    assert_str(only(&w, NULL), "broken");
}

/* --- after each event of its own kind: reports every month ------------------------------------------------------- */

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

static void no_event_fulfils_the_obligation_that_it_brings(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-12-31");
    report(&w, "v1", "2019-07-15");
    report(&w, "v2", "2019-08-14"); /* in time */
    report(&w, "v3", "2019-10-02"); /* seven weeks later */
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_of(o, "broken"), 2); /* after v2, and after v3 */
    assert_int_equal(count_of(o, "kept"), 1);
}

static void what_falls_due_after_the_condition_has_ended_is_not_owed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-08-31");
    report(&w, "v1", "2019-08-10");
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_of(o, "kept"), 1);
    assert_true(holds(&w, o, "the condition ended before one was due"));
}

static void where_the_end_is_not_sure_it_is_possibly_owed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_reports(&w, "2019-09");
    report(&w, "v1", "2019-08-10"); /* due by 14 September */
    assert_int_equal(count_of(all_alerts(&w), "possibly"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_expected_and_came_in_time_is_kept),
        cmocka_unit_test(silence_is_possibly_a_breach_and_surely_one_where_such_things_are_on_record),
        cmocka_unit_test(what_is_denied_was_not_done),
        cmocka_unit_test(each_release_is_followed_by_an_obligation_of_its_own),
        cmocka_unit_test(visits_are_counted_as_many_as_they_say),
        cmocka_unit_test(counts_that_differ_are_from_the_least_to_the_most),
        cmocka_unit_test(an_event_at_two_places_was_at_each_at_least_once),
        cmocka_unit_test(a_period_holds_what_surely_lies_within_it),
        cmocka_unit_test(no_event_fulfils_the_obligation_that_it_brings),
        cmocka_unit_test(what_falls_due_after_the_condition_has_ended_is_not_owed),
        cmocka_unit_test(where_the_end_is_not_sure_it_is_possibly_owed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
