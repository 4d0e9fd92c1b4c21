/* Who is believed to be the same, on the dossiers of both. */
#include "analysis/world.h"

static void make(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example | speaker Court");
    say(w, "p2 Person name = Abu Test | speaker Police");
    say(w, "p3 Person name = Omar Other | speaker Police");
    say(w, "e1 Event name = Attack");
}

static rt_str suppose(world *w, const char *id, const char *a, const char *b, const char *rest) {
    char line[128];
    snprintf(line, sizeof line, "%s Hypothesis name = They are one%s", id, rest);
    const rt_str name = say(w, line);
    const pair ends[] = {{"subject", a}, {"object", b}};
    say_pairs(w, id, "Hypothesis", ends, 2, rest);
    return name;
}

static const char police[] = " | speaker Police | via CNN | stance believes | reliability B";

/* --- hypotheses --------------------------------------------------------------------------------------------------- */

static void a_hypothesis_that_two_are_one_stands_on_the_dossier_of_each_with_its_holder(void **state) {
    static const char *const who[] = {"p1", "p2"}, *const other[] = {"p2", "p1"};
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", police);
    for (int i = 0; i < 2; i++) {
        const rt_value *o = look(&w, &rt_view_show, who[i]);
        assert_int_equal(count_at(o, "identity"), 1);
        assert_true(rt_str_is(at(o, "identity.0.other.id"), other[i]));
        assert_str(at(o, "identity.0.hypothesis.id"), "h1");
        assert_int_equal(count_at(o, "identity.0.held"), 1);
        assert_str(at(o, "identity.0.held.0.by"), "Police");
        assert_str(at(o, "identity.0.held.0.via.0"), "CNN");
        assert_str(at(o, "identity.0.held.0.stance"), "believes");
        assert_true(rt_str_find(at(o, "identity.0.held.0.grade"), RT_S("B")) == 0);
        assert_int_equal(count_at(o, "identity.0.held.0.statements"), 2);
        assert_int_equal(node(o, "identity.0.judged")->kind, RT_NULL);
        assert_null(node(o, "members"));
    }
}

static void who_holds_it_and_who_denies_it_stand_side_by_side(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", police);
    suppose(&w, "h1", "p1", "p2", " | speaker Lawyer | stance denies");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(count_at(o, "identity"), 1);
    assert_int_equal(count_at(o, "identity.0.held"), 2);
    assert_str(at(o, "identity.0.held.1.by"), "Lawyer");
    assert_str(at(o, "identity.0.held.1.stance"), "denies");
}

static void evidence_for_and_against_is_counted_by_origins_and_named(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    const rt_str h = suppose(&w, "h1", "p1", "p2", police);
    link_by(&w, "supports", say(&w, "p2 Person notes = same voice | speaker A"), h, "");
    link_by(&w, "supports", say(&w, "p2 Person notes = same scar | speaker B"), RT_S("h1"), "");
    const rt_str against = say(&w, "p2 Person notes = was elsewhere | speaker C");
    link_by(&w, "opposes", against, h, "");
    const rt_value *o = look(&w, &rt_view_show, "p2");
    assert_int_equal(number_at(o, "identity.0.for_origins"), 2);
    assert_int_equal(number_at(o, "identity.0.against_origins"), 1);
    assert_true(rt_str_eq(at(o, "identity.0.against.0"), against));
}

static void a_hypothesis_that_was_taken_back_is_shown_and_marked(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", " | speaker Police | stance believes");
    suppose(&w, "h1", "p1", "p2", " | speaker Police | stance retracts");
    assert_true(is_set(look(&w, &rt_view_show, "p1"), "identity.0.held.0.retracted"));
}

static void what_is_no_hypothesis_of_identity_is_not_shown_as_one(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "e1", police);
    suppose(&w, "h2", "p1", "p3", police);
    say(&w, "h2 Hypothesis kind = other | speaker Police");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "identity"), 0);
}

static void what_was_judged_of_the_two_stands_beside_it_and_changes_nothing_else(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", police);
    judge_at(&w, "p2", "different", "p1", "2021-01-02");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "identity.0.judged.judgement"), "different");
    assert_str(at(o, "identity.0.judged.recorded_by"), "A. Clerk");
    judge_at(&w, "p2", "same", "p1", "2021-01-03");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "identity"), 0);
}

/* --- aliases ------------------------------------------------------------------------------------------------------ */

static void an_alias_that_is_only_believed_and_is_anothers_name_stands_on_both_dossiers(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    const rt_str alias = say(&w, "p1 Person alias = Abu Test | speaker French | stance believes");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(node(o, "identity.0.hypothesis")->kind, RT_NULL);
    assert_str(at(o, "identity.0.other.id"), "p2");
    assert_str(at(o, "identity.0.held.0.how"), "alias");
    assert_str(at(o, "identity.0.held.0.value"), "Abu Test");
    assert_true(rt_str_eq(at(o, "identity.0.held.0.statements.0"), alias));
    o = look(&w, &rt_view_show, "p2");
    assert_str(at(o, "identity.0.other.id"), "p1");
    assert_true(rt_str_eq(at(o, "identity.0.held.0.statements.0"), alias));
}

static void an_alias_joins_the_hypothesis_on_the_same_two(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", police);
    say(&w, "p1 Person alias = Abu Test | speaker French | stance believes");
    const rt_value *o = look(&w, &rt_view_show, "p2");
    assert_int_equal(count_at(o, "identity"), 1);
    assert_int_equal(count_at(o, "identity.0.held"), 2);
    assert_str(at(o, "identity.0.held.1.by"), "French");
}

static void a_name_that_two_bear_by_assertion_is_no_hypothesis(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    say(&w, "p1 Person alias = Abu Test | speaker French");
    say(&w, "p3 Person alias = Omar Test | speaker French | stance believes");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "identity"), 0);
    assert_int_equal(count_at(look(&w, &rt_view_show, "p3"), "identity"), 0);
}

/* --- who may see what --------------------------------------------------------------------------------------------- */

static void a_hidden_hypothesis_is_on_no_dossier(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    suppose(&w, "h1", "p1", "p2", " | speaker Police | handling hawk");
    say(&w, "p1 Person alias = Omar Other | speaker French | stance believes | handling hawk");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "identity"), 2);
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("amber")};
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "identity"), 0);
    assert_int_equal(count_at(look(&w, &rt_view_show, "p3"), "identity"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hypothesis_that_two_are_one_stands_on_the_dossier_of_each_with_its_holder),
        cmocka_unit_test(who_holds_it_and_who_denies_it_stand_side_by_side),
        cmocka_unit_test(evidence_for_and_against_is_counted_by_origins_and_named),
        cmocka_unit_test(a_hypothesis_that_was_taken_back_is_shown_and_marked),
        cmocka_unit_test(what_is_no_hypothesis_of_identity_is_not_shown_as_one),
        cmocka_unit_test(what_was_judged_of_the_two_stands_beside_it_and_changes_nothing_else),
        cmocka_unit_test(an_alias_that_is_only_believed_and_is_anothers_name_stands_on_both_dossiers),
        cmocka_unit_test(an_alias_joins_the_hypothesis_on_the_same_two),
        cmocka_unit_test(a_name_that_two_bear_by_assertion_is_no_hypothesis),
        cmocka_unit_test(a_hidden_hypothesis_is_on_no_dossier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
