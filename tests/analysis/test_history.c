/* What was judged of an entity. */
#include "analysis/world.h"

static void make(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "p2 Person name = Aly Example");
    say(w, "p3 Person name = Omar Other");
}

static void the_history_of_an_entity_holds_every_judgement_on_its_members_in_order(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p2", "different", "p3", "2021-01-02");
    judge_at(&w, "p1", "same", "p2", "2021-01-01");
    const rt_value *o = look(&w, &rt_view_history, "p2");
    assert_int_equal(count_at(o, "members"), 2);
    assert_str(at(o, "members.1.caption"), "Aly Example");
    assert_int_equal(count_at(o, "judgements"), 2);
    assert_str(at(o, "judgements.0.judgement"), "same");
    assert_str(at(o, "judgements.0.a.caption"), "Ali Example");
    assert_str(at(o, "judgements.0.recorded_by"), "A. Clerk");
    assert_str(at(o, "judgements.1.b.caption"), "Omar Other");
    assert_str(at(o, "judgements.1.standing"), "counts");
}

static void a_judgement_that_was_taken_back_or_is_held_back_is_marked(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p1", "same", "p2", "2021-01-01");
    judge_at(&w, "p1", "unsure", "p2", "2021-01-02");
    judge_at(&w, "p1", "same", "p2", "2021-01-03");
    judge_at(&w, "p1", "different", "p3", "2021-01-04");
    judge_at(&w, "p2", "same", "p3", "2021-01-05");
    const rt_value *o = look(&w, &rt_view_history, "p1");
    assert_str(at(o, "judgements.0.standing"), "overruled");
    assert_str(at(o, "judgements.1.standing"), "overruled");
    assert_str(at(o, "judgements.2.standing"), "counts");
    assert_str(at(o, "judgements.4.standing"), "held back");
}

static void judgements_that_the_lens_does_not_let_through_are_not_there(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    say(&w, "h1 Person name = Ali Secret | handling hawk");
    judge_at(&w, "p1", "same", "h1", "2021-01-01");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("amber")};
    const rt_value *o = look(&w, &rt_view_history, "p1");
    assert_int_equal(count_at(o, "judgements"), 0);
    assert_int_equal(count_at(o, "members"), 1);
}

static void every_field_of_a_history_is_printed_even_when_it_is_empty(void **state) {
    static const char *const fields[] = {"id", "caption", "schema", "members", "judgements", "also"};
    static const char *const of_one[] = {"id",          "a",           "b",     "judgement",   "standing", "why",
                                         "recorded_at", "recorded_by", "score", "explanation", "handling"};
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p1", "same", "p2", "2021-01-01");
    const rt_value *o = look(&w, &rt_view_history, "p1");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) assert_non_null(node(o, fields[i]));
    for (size_t i = 0; i < sizeof of_one / sizeof *of_one; i++)
        assert_non_null(rt_value_get(node(o, "judgements.0"), rt_str_of(of_one[i])));
}

/* The cluster {p2, p4} is like p1, and p4 is judged different from it. */
static void somebody_one_of_whose_ids_is_judged_different_is_no_candidate(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    say(&w, "p4 Person name = Aly Example");
    judge_at(&w, "p2", "same", "p4", "2021-01-01");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "candidates"), 1);
    judge_at(&w, "p4", "different", "p1", "2021-01-02");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "candidates"), 0);
    assert_int_equal(count_at(look(&w, &rt_view_show, "p4"), "candidates"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_history_of_an_entity_holds_every_judgement_on_its_members_in_order),
        cmocka_unit_test(a_judgement_that_was_taken_back_or_is_held_back_is_marked),
        cmocka_unit_test(judgements_that_the_lens_does_not_let_through_are_not_there),
        cmocka_unit_test(every_field_of_a_history_is_printed_even_when_it_is_empty),
        cmocka_unit_test(somebody_one_of_whose_ids_is_judged_different_is_no_candidate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
