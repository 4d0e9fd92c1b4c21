/* The kind of rule that holds a list against the people of a case. */
#include "analysis/watch_kind.h"
#include "analysis/world.h"

static void say_people_and_a_list(world *w) {
    world_init(w);
    say(w, "p1 Person name = Samir Haddad | dataset police | speaker Police");
    say(w, "p1 Person birthDate = 1969 | dataset police | speaker Police");
    say(w, "p2 Person name = Clara Lindqvist | dataset police | speaker Police");
    say(w, "l1 Person name = Samir HADDAD | dataset isles | speaker Isles");
    say(w, "l1 Person birthDate = 1969 | dataset isles | speaker Isles");
    say(w, "l2 Person name = Samir Hadad | dataset isles | speaker Isles");
    say(w, "k Condition rule = match isles | speaker Desk | dataset rules");
}

static const rt_value *alerts(world *w) { return look_at_all(w, &rt_view_alerts); }

static void whoever_is_like_an_entry_of_the_list_is_told_with_what_speaks_for_and_against(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_people_and_a_list(&w);
    const rt_value *o = alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 2);
    assert_str(at(o, "alerts.0.certainty"), "possibly");
    assert_str(at(o, "alerts.0.kind"), "match");
    assert_str(at(o, "alerts.0.entity.id"), "p1");
    assert_str(at(o, "alerts.1.entity.id"), "p1");
    assert_true(holds(&w, o, "haddad ~ haddad"));
    assert_true(holds(&w, o, "Against: "));
    assert_true(count_at(o, "alerts.0.statements") >= 3); /* the rule and both names */
    assert_int_equal(count_at(o, "alerts.0.doubts"), 1);
}

static void who_is_judged_to_be_the_entry_is_on_the_list(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_people_and_a_list(&w);
    judge(&w, "p1", "different", "l2");
    judge(&w, "p1", "same", "l1");
    const rt_value *o = alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 1);
    assert_str(at(o, "alerts.0.certainty"), "broken");
}

static void an_entry_tells_of_the_same_alert_as_the_person(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_people_and_a_list(&w);
    const rt_str id = at(look(&w, &rt_view_alerts, "p1"), "alerts.0.id");
    assert_str(at(look(&w, &rt_view_alerts, "p1"), "alerts.0.event.id"), "l1");
    const rt_value *o = look(&w, &rt_view_alerts, "l1");
    assert_int_equal(count_at(o, "alerts"), 1);
    assert_str(at(o, "alerts.0.entity.id"), "p1");
    assert_true(rt_str_eq(at(o, "alerts.0.id"), id));
}

static void a_rule_that_binds_one_looks_for_nobody_else(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_people_and_a_list(&w);
    say(&w, "k Condition subject = p2 | speaker Desk | dataset rules");
    assert_int_equal(count_at(alerts(&w), "alerts"), 0);
    say(&w, "k Condition subject = p1 | speaker Desk | dataset rules");
    assert_int_equal(count_at(alerts(&w), "alerts"), 2);
}

static void since_a_day_only_what_is_new_on_the_list_is_looked_at(void **state) {
    RT_AUTO(world) w;
    (void)state;
    say_people_and_a_list(&w);
    w.asked.since = RT_S("2100-01-01");
    assert_int_equal(count_at(alerts(&w), "alerts"), 0);
    w.asked.since = RT_S("2000-01-01");
    assert_int_equal(count_at(alerts(&w), "alerts"), 2);
}

static void every_kind_of_rule_that_is_read_finds_something(void **state) {
    (void)state;
    for (size_t i = 0; rt_rule_kinds[i] != NULL; i++) {
        bool found = false;
        for (size_t k = 0; rt_watch_kinds[k] != NULL; k++) found = found || rt_watch_kinds[k]->rule == rt_rule_kinds[i];
        if (!found) fail_msg("%s is read, and nothing looks for it", rt_rule_kinds[i]->name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_rule_that_is_read_finds_something),
        cmocka_unit_test(whoever_is_like_an_entry_of_the_list_is_told_with_what_speaks_for_and_against),
        cmocka_unit_test(who_is_judged_to_be_the_entry_is_on_the_list),
        cmocka_unit_test(an_entry_tells_of_the_same_alert_as_the_person),
        cmocka_unit_test(a_rule_that_binds_one_looks_for_nobody_else),
        cmocka_unit_test(since_a_day_only_what_is_new_on_the_list_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
