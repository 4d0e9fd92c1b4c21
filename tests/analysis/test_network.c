/* Who is joined with whom, and kinship that follows from what is stated. */
#include "analysis/kin_rules.h"
#include "analysis/world.h"

/* The edge between two, in this direction; NULL when there is none. */
static const rt_value *edge(const rt_value *o, const char *from, const char *to) {
    for (const rt_value *e = rt_value_first(node(o, "edges")); e != NULL; e = e->next)
        if (rt_str_is(at(e, "from"), from) && rt_str_is(at(e, "to"), to)) return e;
    return NULL;
}

static void a_cousin_follows_from_a_mother_her_sister_and_that_ones_son(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", " | speaker Court");
    say_kin(&w, "g", "p2", "sister", "p3", " | speaker Police");
    say_kin(&w, "h", "p4", "mother", "p3", " | speaker The family");
    const rt_value *o = look(&w, &rt_view_network, "p1"), *e = edge(o, "p1", "p4");
    assert_non_null(e);
    assert_str(at(e, "what"), "cousin");
    assert_str(at(e, "derived.certainty"), "certain");
    assert_int_equal(count_at(e, "derived.rules"), 2);
    assert_str(at(e, "derived.steps.1.from"), "p2");
    assert_str(at(e, "derived.steps.1.what"), "sister");
    assert_str(at(e, "derived.steps.2.what"), "child");
    assert_int_equal(count_at(e, "statements"), 9);
    assert_str(at(edge(o, "p1", "p3"), "what"), "aunt");
}

static void what_a_sibling_has_is_shared_possibly_only(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "older brother", "p2", "");
    say_kin(&w, "g", "p2", "cousin", "p3", "");
    const rt_value *e = edge(look(&w, &rt_view_network, "p1"), "p1", "p3");
    assert_str(at(e, "what"), "cousin");
    assert_str(at(e, "derived.certainty"), "possible");
}

static void what_follows_from_a_suspicion_is_possible_only(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", "");
    say_kin(&w, "g", "p2", "mother", "p3", " | stance suspects");
    const rt_value *e = edge(look(&w, &rt_view_network, "p1"), "p1", "p3");
    assert_str(at(e, "what"), "grandmother");
    assert_str(at(e, "derived.certainty"), "possible");
}

static void what_is_stated_is_not_derived_again(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "father", "p2", "");
    say_kin(&w, "g", "p2", "son", "p3", "");
    say_kin(&w, "h", "p1", "half-brother", "p3", "");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "edges"), 3);
    assert_str(at(edge(o, "p1", "p3"), "what"), "half-brother");
    assert_int_equal(count_at(edge(o, "p1", "p3"), "derived"), 0);
}

static void nothing_follows_from_what_is_denied_or_hidden(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", "");
    say_kin(&w, "g", "p2", "brother", "p3", " | stance denies");
    say_kin(&w, "h", "p2", "sister", "p4", " | handling red");
    w.spec.narrowed = true;
    w.spec.clear = RT_S("amber");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "nodes"), 2);
    assert_int_equal(count_at(o, "edges"), 1);
}

static void what_is_denied_stands_marked_and_leads_no_further(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "wife", "p2", " | stance denies");
    say_kin(&w, "g", "p2", "friend", "p3", "");
    w.asked.depth = 2;
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "nodes"), 2);
    assert_str(at(o, "edges.0.stance"), "denies");
}

static void a_further_step_is_shown_when_it_is_asked_for(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    say_kin(&w, "f", "p2", "friend", "p3", "");
    assert_int_equal(count_at(look(&w, &rt_view_network, "p1"), "nodes"), 2);
    w.asked.depth = 2;
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "nodes"), 3);
    assert_non_null(edge(o, "v", "p2"));
    assert_null(edge(o, "p2", "p3"));
    w.asked.depth = 1;
    w.asked.relations = true;
    assert_int_equal(count_at(look(&w, &rt_view_network, "p1"), "nodes"), 1);
}

static void ties_among_those_who_are_met_are_shown_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "friend", "p2", "");
    say_kin(&w, "g", "p3", "friend", "p1", "");
    say_kin(&w, "h", "p2", "rival", "p3", "");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "edges"), 3);
    assert_str(at(edge(o, "p2", "p3"), "what"), "rival");
}

/* --- the rules --------------------------------------------------------------------------------------------------- */

static void words_of_kinship_are_known_in_any_case_and_with_an_age(void **state) {
    rt_gender gender;
    (void)state;
    assert_int_equal(rt_kin_of_word(RT_S(" Older Brother "), &gender), RT_KIN_SIBLING);
    assert_int_equal(gender, RT_MALE);
    assert_int_equal(rt_kin_of_word(RT_S("cousine"), &gender), RT_KIN_COUSIN);
    assert_int_equal(gender, RT_FEMALE);
    assert_int_equal(rt_kin_of_word(RT_S("half-sister"), &gender), RT_KIN_NONE);
}

/* Who is my X has me as the inverse of X; the inverse of what follows must not contradict what follows of inverses. */
static void rules_read_backwards_do_not_contradict_each_other(void **state) {
    (void)state;
    for (int a = RT_KIN_NONE + 1; a < RT_KINS; a++) {
        assert_int_equal(rt_kin_inverse(rt_kin_inverse((rt_kin)a)), a);
        for (int b = RT_KIN_NONE + 1; b < RT_KINS; b++) {
            const rt_kin_rule *there = rt_kin_rule_of((rt_kin)a, (rt_kin)b);
            const rt_kin_rule *back = rt_kin_rule_of(rt_kin_inverse((rt_kin)b), rt_kin_inverse((rt_kin)a));
            if (there != NULL && back != NULL && back->gives != rt_kin_inverse(there->gives))
                fail_msg("\"%s\" and \"%s\"", there->says, back->says);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cousin_follows_from_a_mother_her_sister_and_that_ones_son),
        cmocka_unit_test(what_a_sibling_has_is_shared_possibly_only),
        cmocka_unit_test(what_follows_from_a_suspicion_is_possible_only),
        cmocka_unit_test(what_is_stated_is_not_derived_again),
        cmocka_unit_test(nothing_follows_from_what_is_denied_or_hidden),
        cmocka_unit_test(what_is_denied_stands_marked_and_leads_no_further),
        cmocka_unit_test(a_further_step_is_shown_when_it_is_asked_for),
        cmocka_unit_test(ties_among_those_who_are_met_are_shown_once),
        cmocka_unit_test(words_of_kinship_are_known_in_any_case_and_with_an_age),
        cmocka_unit_test(rules_read_backwards_do_not_contradict_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
