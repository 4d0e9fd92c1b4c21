/* Competing explanations: evidence for and against, counted by origins, and what leaving somebody out changes. */
#include "analysis/world.h"

/* Two hypotheses on p1. */
static void begin(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "h1 Hypothesis name = He led them | speaker Police");
    say(w, "h1 Hypothesis subject = p1 | speaker Police");
    say(w, "h2 Hypothesis name = He followed | speaker Lawyer");
    say(w, "h2 Hypothesis subject = p1 | speaker Lawyer");
}

static void evidence_stands_for_or_against_and_what_nobody_links_is_neutral(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str call = say(&w, "p1 Person notes = gave orders by phone | speaker Witness");
    link_by(&w, "supports", call, RT_S("h1"), "");
    const rt_value *o = look(&w, &rt_view_hypotheses, "p1");
    assert_int_equal(count_at(o, "hypotheses"), 2);
    assert_str(at(o, "hypotheses.0.id"), "h1");
    assert_int_equal(number_at(o, "hypotheses.0.for_origins"), 1);
    assert_str(at(o, "matrix.0.reads.h1"), "for");
    assert_str(at(o, "matrix.0.reads.h2"), "neutral");
    assert_true(is_set(o, "matrix.0.discriminates"));
}

static void evidence_that_fits_all_does_not_discriminate(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str there = say(&w, "p1 Person notes = was there | speaker Witness");
    link_by(&w, "supports", there, RT_S("h1"), "");
    link_by(&w, "supports", there, RT_S("h2"), "");
    assert_false(is_set(look(&w, &rt_view_hypotheses, "p1"), "matrix.0.discriminates"));
}

static void the_one_with_the_least_against_it_stands_first(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str a = say(&w, "p1 Person notes = gave orders | speaker A");
    const rt_str b = say(&w, "p1 Person notes = was abroad | speaker B");
    link_by(&w, "supports", a, RT_S("h1"), "");
    link_by(&w, "opposes", b, RT_S("h1"), "");
    const rt_value *o = look_at_all(&w, &rt_view_hypotheses);
    assert_str(at(o, "hypotheses.0.id"), "h2");
    assert_int_equal(number_at(o, "hypotheses.1.against_origins"), 1);
}

static void a_speaker_is_one_origin_however_often_he_speaks(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    link_by(&w, "supports", say(&w, "p1 Person notes = gave orders | speaker A"), RT_S("h1"), "");
    link_by(&w, "supports", say(&w, "p1 Person notes = had money | speaker A"), RT_S("h1"), "");
    assert_int_equal(number_at(look(&w, &rt_view_hypotheses, "p1"), "hypotheses.0.for_origins"), 1);
}

static void a_denial_of_what_a_hypothesis_says_is_against_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "h1 Hypothesis name = He led them | speaker Lawyer | stance denies");
    const rt_value *o = look(&w, &rt_view_hypotheses, "p1");
    assert_str(at(o, "hypotheses.0.id"), "h2");
    assert_int_equal(count_at(o, "hypotheses.1.against"), 1);
}

static void whose_leaving_out_changes_the_order_is_told(void **state) {
    RT_AUTO(world) w;
    size_t changing = 0;
    (void)state;
    begin(&w);
    link_by(&w, "opposes", say(&w, "p1 Person notes = was abroad | speaker B"), RT_S("h1"), "");
    link_by(&w, "supports", say(&w, "p1 Person notes = gave orders | speaker A"), RT_S("h1"), "");
    const rt_value *o = look(&w, &rt_view_hypotheses, "p1");
    for (const rt_value *v = rt_value_first(node(o, "without")); v != NULL; v = v->next)
        if (is_set(v, "changes_order")) {
            assert_str(at(v, "speaker"), "B");
            changing++;
        }
    assert_int_equal(changing, 1);
}

static void what_was_taken_back_is_no_evidence(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str id = say(&w, "p1 Person notes = was abroad | speaker B");
    link_by(&w, "opposes", id, RT_S("h1"), "");
    link_by(&w, "retracts", say(&w, "p1 Person notes = was at home | speaker B"), id, "B");
    const rt_value *o = look(&w, &rt_view_hypotheses, "p1");
    assert_int_equal(count_at(o, "matrix"), 0);
}

static void evidence_on_one_is_neutral_on_the_others_and_has_its_grade(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p Person name = Ali Example");
    say(&w, "h1 Hypothesis name = He left");
    say(&w, "h1 Hypothesis subject = p");
    say(&w, "h2 Hypothesis name = He stayed");
    say(&w, "h2 Hypothesis subject = p");
    const rt_str seen =
        say(&w, "p Person notes = was seen at the border | speaker Guard | reliability B | credibility 2");
    link_by(&w, "supports", seen, RT_S("h1"), "");
    const rt_value *o = look(&w, &rt_view_hypotheses, "p");
    assert_str(at(o, "hypotheses.0.id"), "h1");
    assert_int_equal(count_at(o, "hypotheses.0.neutral"), 0);
    assert_true(rt_str_eq(at(o, "hypotheses.1.neutral.0"), seen));
    assert_str(at(o, "matrix.0.grade"), "B2");
    assert_str(at(o, "matrix.0.reads.h2"), "neutral");
    assert_true(is_set(o, "matrix.0.discriminates"));
    assert_true(is_set(o, "without.0.changes_first") == is_set(o, "without.0.changes_order"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evidence_stands_for_or_against_and_what_nobody_links_is_neutral),
        cmocka_unit_test(evidence_that_fits_all_does_not_discriminate),
        cmocka_unit_test(the_one_with_the_least_against_it_stands_first),
        cmocka_unit_test(a_speaker_is_one_origin_however_often_he_speaks),
        cmocka_unit_test(a_denial_of_what_a_hypothesis_says_is_against_it),
        cmocka_unit_test(whose_leaving_out_changes_the_order_is_told),
        cmocka_unit_test(what_was_taken_back_is_no_evidence),
        cmocka_unit_test(evidence_on_one_is_neutral_on_the_others_and_has_its_grade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
