/* Conditions and watch rules, and what they find. */
#include "analysis/acknowledge.h"
#include "analysis/watching.h"

static const char no_passport[] = "forbid Passport where holder is $subject starts during condition";

/* --- forbid --------------------------------------------------------------------------------------------------------
 */

static void what_is_forbidden_and_surely_happened_breaks_the_condition(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013-02-03", " | speaker Ministry");
    assert_str(only(&w, &o), "broken");
    assert_str(at(o, "alerts.0.entity.id"), "p1");
    assert_str(at(o, "alerts.0.event.id"), "pass");
    assert_str(at(o, "alerts.0.condition.id"), "k");
    assert_str(at(o, "alerts.0.rule"), no_passport);
    assert_int_equal(count_at(o, "alerts.0.statements"), 5);
    assert_int_equal(count_at(o, "alerts.0.doubts"), 0);
}

static void an_uncertain_date_breaks_it_possibly_and_one_that_is_too_early_does_not(void **state) {
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "[2012-06..2013]", "");
        assert_str(only(&w, NULL), "possibly");
    }
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "2012-07", "");
        assert_str(only(&w, NULL), "open");
    }
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "2013?", "");
        assert_str(only(&w, NULL), "possibly");
    }
}

static void a_vaguer_date_beside_an_exact_one_says_nothing_against_it(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013-02-03", "");
    say(&w, "pass Passport startDate = 2013");
    assert_str(only(&w, NULL), "broken");
}

static void sources_that_date_it_differently_leave_it_open(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013-02-03", " | dataset a");
    say(&w, "pass Passport startDate = 2011 | dataset b");
    assert_str(only(&w, NULL), "possibly");
}

static void what_is_suspected_or_denied_breaks_it_possibly_at_most(void **state) {
    const rt_value *o;
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "2013-02-03", " | stance suspects");
        assert_str(only(&w, NULL), "possibly");
    }
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "2013-02-03", "");
        say(&w, "pass Passport holder = p1 | stance denies | speaker Ministry");
        assert_str(only(&w, &o), "possibly");
        assert_int_equal(count_at(o, "alerts.0.against"), 1);
        assert_str(at(o, "alerts.0.doubts.0"), "Ministry denies it (Identification holder)");
    }
    {
        ONE_WORLD;
        bind(&w, no_passport);
        issue(&w, "2013-02-03", " | stance denies");
        assert_str(only(&w, NULL), "open");
    }
}

static void what_was_taken_back_breaks_nothing(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    say(&w, "pass Passport startDate = 2013");
    const rt_str said = say(&w, "pass Passport holder = p1 | speaker Ministry");
    const rt_str back = say(&w, "pass Passport notes = it was another's | speaker Ministry");
    link_by(&w, "retracts", back, said, "Ministry");
    assert_str(only(&w, NULL), "open");
}

static void a_condition_whose_time_is_over_without_a_breach_is_kept(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    say(&w, "k Condition endDate = 2014-01");
    assert_str(only(&w, NULL), "kept");
    w.spec.at = RT_S("2013-05-01");
    assert_str(only(&w, NULL), "open");
}

static void what_had_not_happened_on_the_day_asked_for_is_not_told(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013-02-03", "");
    w.spec.at = RT_S("2012-12-31");
    assert_str(only(&w, NULL), "open");
    w.spec.at = RT_S("2013-02-03");
    assert_str(only(&w, NULL), "broken");
}

static void a_condition_without_dates_begins_with_its_release(void **state) {
    ONE_WORLD;
    say(&w, "k Condition subject = p1");
    say(&w, "k Condition release = z");
    say(&w, "k Condition rule = forbid Passport where holder is $subject");
    say(&w, "z Release date = 2012-08");
    say(&w, "pass Passport holder = p1");
    say(&w, "pass Passport date = 2011");
    assert_str(only(&w, NULL), "open");
    say(&w, "pass Passport startDate = 2013");
    assert_str(only(&w, NULL), "broken");
}

static void where_nobody_says_it_the_rule_decides_what_that_means(void **state) {
    {
        ONE_WORLD;
        bind(&w, "forbid Passport where holder is $subject and authority is o1");
        issue(&w, "2013", "");
        assert_str(only(&w, NULL), "open");
    }
    {
        ONE_WORLD;
        bind(&w, "forbid Passport where holder is $subject and authority is o1 or unknown");
        issue(&w, "2013", "");
        assert_str(only(&w, NULL), "possibly");
    }
    {
        ONE_WORLD;
        bind(&w, "forbid Travel where traveller is $subject and endLocation.country is not be");
        say(&w, "t Travel traveller = p1");
        say(&w, "t Travel date = 2013");
        assert_str(only(&w, NULL), "possibly");
        say(&w, "t Travel endLocation = a1");
        say(&w, "a1 Address country = be");
        assert_str(only(&w, NULL), "open");
        say(&w, "t Travel endLocation = a2");
        say(&w, "a2 Address country = tn");
        assert_str(only(&w, NULL), "possibly");
    }
}

static void a_name_means_who_alone_bears_it_and_possibly_each_of_two(void **state) {
    ONE_WORLD;
    bind(&w, "forbid Passport where holder is $subject and authority is o1");
    issue(&w, "2013", "");
    say(&w, "o1 PublicBody name = The Ministry");
    say(&w, "pass Passport authority = The Ministry");
    assert_str(only(&w, NULL), "broken");
    say(&w, "o2 PublicBody name = The Ministry");
    assert_str(only(&w, NULL), "possibly");
}

static void who_is_judged_the_same_broke_the_same_condition(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    say(&w, "pass Passport holder = p7");
    say(&w, "pass Passport startDate = 2013");
    say(&w, "p7 Person name = Abu Example");
    assert_str(only(&w, NULL), "open");
    judge(&w, "p1", "same", "p7");
    assert_str(only(&w, NULL), "broken");
}

/* --- words and faults -----------------------------------------------------------------------------------------------
 */

static void words_that_nobody_put_into_the_language_are_told_as_open(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, "no passport");
    assert_str(only(&w, &o), "open");
    assert_true(holds(&w, o, "no rule says what these words mean"));
    assert_str(at(o, "alerts.0.words.0.value"), "no passport");
    issue(&w, "2013", "");
    say(&w, "k Condition rule = forbid Passport where holder is $subject | speaker Analyst | basis inferred");
    assert_str(only(&w, &o), "broken");
    assert_str(at(o, "alerts.0.words.0.value"), "no passport");
}

static void a_rule_that_cannot_be_read_is_told_with_the_place(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, "forbid Passsport where holder is $subject");
    assert_str(only(&w, &o), "open");
    assert_true(holds(&w, o, "this rule can't be read, so nothing is looked for: at byte 7"));
}

static void a_rule_that_was_taken_back_is_no_rule(void **state) {
    ONE_WORLD;
    say(&w, "p1 Person name = Ali Example");
    issue(&w, "2013", "");
    const rt_str rule = say(&w, "k Condition rule = forbid Passport where holder is $subject | speaker Court");
    say(&w, "k Condition subject = p1");
    assert_str(only(&w, NULL), "broken");
    const rt_str lifted = say(&w, "k Condition notes = lifted | speaker Court");
    link_by(&w, "retracts", lifted, rule, "Court");
    assert_int_equal(count_at(all_alerts(&w), "alerts"), 0);
}

/* --- for everybody --------------------------------------------------------------------------------------------------
 */

static void a_rule_that_names_nobody_is_for_everybody(void **state) {
    ONE_WORLD;
    say(&w, "k Condition rule = forbid Passport where holder is $subject");
    issue(&w, "2013", "");
    say(&w, "b2 Passport holder = p2");
    say(&w, "b3 Passport number = 7");
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 2);
    assert_str(at(o, "alerts.0.entity.id"), "p1");
    assert_str(at(o, "alerts.1.entity.id"), "p2");
    assert_int_equal(count_at(look(&w, &rt_view_alerts, "pass"), "alerts"), 0);
}

static void a_subject_that_was_taken_back_does_not_make_a_rule_for_everybody(void **state) {
    ONE_WORLD;
    say(&w, "k Condition rule = forbid Passport where holder is $subject");
    const rt_str bound = say(&w, "k Condition subject = p1 | speaker Court");
    const rt_str back = say(&w, "k Condition notes = not him | speaker Court");
    issue(&w, "2013", "");
    link_by(&w, "retracts", back, bound, "Court");
    assert_int_equal(count_at(all_alerts(&w), "alerts"), 0);
}

static void alerts_stand_on_the_dossier_too(void **state) {
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013-02-03", "");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "alerts.0.certainty"), "broken");
}

static void rules_that_come_with_the_question_are_held_against_the_case(void **state) {
    rt_given_rule rules[] = {
        {.id = RT_S("g"), .line = RT_S("forbid Passport where holder is $subject"), .speaker = RT_S("me")},
        {.condition = RT_S("k"), .line = RT_S("forbid Visit where visitor is $subject")}};
    ONE_WORLD;
    bind(&w, "no visits");
    issue(&w, "2013", "");
    visit(&w, "v", "c1", "2013", "");
    w.asked.rules = (rt_given_rules){rules, 2};
    const rt_value *o = all_alerts(&w);
    assert_int_equal(count_at(o, "alerts"), 2);
    assert_str(at(o, "alerts.0.caption"), "A condition");
    assert_str(at(o, "alerts.0.event.id"), "v");
    assert_str(at(o, "alerts.1.caption"), "g");
}

/* --- who held it, who looked at it ----------------------------------------------------------------------------------
 */

static void who_held_what_it_rests_on_at_that_time_is_told(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, no_passport);
    say(&w, "k Condition authority = o1");
    say(&w, "o1 PublicBody name = The Court");
    issue(&w, "2013-02-03", "");
    assert_str(only(&w, &o), "broken");
    assert_true(holds(&w, o, "\"holder\":{\"id\":\"o1\",\"caption\":\"The Court\",\"schema\":\"PublicBody\"}"));
    assert_str(at(o, "alerts.0.held.0.of.id"), "k");
}

static bool acknowledge(world *w, rt_str alert, const char *handling, rt_error *err) {
    rt_value *done;
    const rt_acknowledge_asked asked = {.alert = rt_str_copy(&w->arena, alert),
                                        .why = RT_S("passed on"),
                                        .by = RT_S("A. Clerk"),
                                        .program = RT_S("test"),
                                        .handling = rt_str_of(handling),
                                        .reader = w->spec};
    world_commit(w);
    world_open(w, RT_OPEN_WRITE);
    return rt_acknowledge(w->store, &asked, &w->arena, &done, err).code == RT_OK;
}

static void an_acknowledged_alert_keeps_its_id_and_is_open_again_when_it_changes(void **state) {
    const rt_value *o;
    rt_error err = {0};
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "[2012-06..2013]", "");
    assert_str(only(&w, &o), "possibly");
    const rt_str id = rt_str_copy(&w.arena, at(o, "alerts.0.id"));
    assert_true(acknowledge(&w, id, "", &err));
    assert_str(only(&w, &o), "possibly");
    assert_str(at(o, "alerts.0.id"), rt_str_z(&w.arena, id));
    assert_str(at(o, "alerts.0.acknowledged.by"), "A. Clerk");
    assert_str(at(o, "alerts.0.acknowledged.why"), "passed on");
    say(&w, "pass Passport startDate = 2013-02 | dataset b");
    assert_str(only(&w, &o), "broken");
    assert_str(at(o, "alerts.0.id"), rt_str_z(&w.arena, id));
    assert_int_equal(node(o, "alerts.0.acknowledged")->kind, RT_NULL);
    assert_str(at(o, "alerts.0.was_acknowledged.certainty"), "possibly");
}

static void an_acknowledgement_is_for_those_who_may_see_all_that_it_rests_on(void **state) {
    const rt_value *o;
    rt_error err = {0};
    ONE_WORLD;
    bind(&w, no_passport);
    issue(&w, "2013", " | handling hawk,amber");
    assert_str(only(&w, &o), "broken");
    const rt_str id = rt_str_copy(&w.arena, at(o, "alerts.0.id"));
    assert_false(acknowledge(&w, id, "green", &err));
    assert_int_equal(err.code, RT_DENIED);
    assert_true(acknowledge(&w, id, "", &err));
    assert_str(at(all_alerts(&w), "alerts.0.acknowledged.by"), "A. Clerk");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    assert_str(only(&w, &o), "open");
    assert_false(holds(&w, o, "Clerk"));
    assert_false(acknowledge(&w, id, "", &err));
    assert_int_equal(err.code, RT_ABSENT);
}

static void raised_is_when_all_that_makes_it_true_was_recorded(void **state) {
    const rt_value *o;
    ONE_WORLD;
    bind(&w, no_passport);
    say(&w, "pass Passport holder = p1");
    const rt_str first = say(&w, "pass Passport startDate = 2013-02-03 | dataset a");
    say(&w, "pass Passport startDate = 2013-02-03 | dataset b");
    (void)first;
    assert_str(only(&w, &o), "broken");
    assert_int_equal(at(o, "alerts.0.raised").len, 27);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_forbidden_and_surely_happened_breaks_the_condition),
        cmocka_unit_test(an_uncertain_date_breaks_it_possibly_and_one_that_is_too_early_does_not),
        cmocka_unit_test(a_vaguer_date_beside_an_exact_one_says_nothing_against_it),
        cmocka_unit_test(sources_that_date_it_differently_leave_it_open),
        cmocka_unit_test(what_is_suspected_or_denied_breaks_it_possibly_at_most),
        cmocka_unit_test(what_was_taken_back_breaks_nothing),
        cmocka_unit_test(a_condition_whose_time_is_over_without_a_breach_is_kept),
        cmocka_unit_test(what_had_not_happened_on_the_day_asked_for_is_not_told),
        cmocka_unit_test(a_condition_without_dates_begins_with_its_release),
        cmocka_unit_test(where_nobody_says_it_the_rule_decides_what_that_means),
        cmocka_unit_test(a_name_means_who_alone_bears_it_and_possibly_each_of_two),
        cmocka_unit_test(who_is_judged_the_same_broke_the_same_condition),
        cmocka_unit_test(words_that_nobody_put_into_the_language_are_told_as_open),
        cmocka_unit_test(a_rule_that_cannot_be_read_is_told_with_the_place),
        cmocka_unit_test(a_rule_that_was_taken_back_is_no_rule),
        cmocka_unit_test(a_rule_that_names_nobody_is_for_everybody),
        cmocka_unit_test(a_subject_that_was_taken_back_does_not_make_a_rule_for_everybody),
        cmocka_unit_test(alerts_stand_on_the_dossier_too),
        cmocka_unit_test(rules_that_come_with_the_question_are_held_against_the_case),
        cmocka_unit_test(who_held_what_it_rests_on_at_that_time_is_told),
        cmocka_unit_test(an_acknowledged_alert_keeps_its_id_and_is_open_again_when_it_changes),
        cmocka_unit_test(an_acknowledgement_is_for_those_who_may_see_all_that_it_rests_on),
        cmocka_unit_test(raised_is_when_all_that_makes_it_true_was_recorded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
