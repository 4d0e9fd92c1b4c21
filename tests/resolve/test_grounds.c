/* On what judgements rest, for whose eyes they are, and what judging once more means. */
#include "resolve/judging.h"

static const rt_lens_spec amber = {.narrowed = true, .clear = RT_S_INIT("amber")};

static bool sees(test_case *c, rt_lens_spec spec, rt_str id) {
    rt_error err = {0};
    bool seen;
    OK(rt_lens_sees_entry(case_look(c, spec), id, &seen, &err));
    return seen;
}

/* --- grounds ------------------------------------------------------------------------------------------------------ */

static void a_judgement_rests_on_the_statements_that_are_named_with_it(void **state) {
    test_case c;
    rt_strs on;
    rt_error err = {0};
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.passportNumber X1; as=passport");
    judged(&c, "p1 same p2 | on @passport");
    assert_int_equal(done.on.n, 1);
    OK(rt_judged_on(case_look_all(&c), done.e.id, &c.arena, &on, &err));
    assert_int_equal(on.n, 1);
    assert_true(rt_str_eq(on.at[0], case_id(&c, "passport")));
    case_close(&c);
}

static void the_same_judgement_with_a_further_ground_is_a_new_one(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.passportNumber X1; as=passport");
    judged(&c, "p1 same p2");
    judged(&c, "p1 same p2 | on @passport");
    assert_true(done.added);
    judged(&c, "p1 same p2 | on @passport");
    assert_false(done.added);
    case_close(&c);
}

static void a_judgement_cannot_rest_on_what_is_not_there_or_no_longer_counts(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.passportNumber X1; speaker=Police; as=old\n"
                 "p1 Person.passportNumber X2; speaker=Police; as=new\n"
                 "p1 Person.notes secret; handling=hawk; as=hidden\n"
                 "p1 Person.notes lame; speaker=Court; as=lame");
    case_add(&c, "link; link=replaces; from=@new; to=@old\n"
                 "p1 Person.notes lame; speaker=Court; stance=retracts");
    refused(&c, RT_BAD, "p1 same p2 | on @old");
    refused(&c, RT_BAD, "p1 same p2 | on @lame");
    refused(&c, RT_ABSENT, "p1 same p2 | on 00000000000000000000000000000000");
    refused(&c, RT_ABSENT, "p1 same p2 | on @hidden | clear amber");
    judged(&c, "p1 same p2 | on @new | clear amber");
    case_close(&c);
}

static void who_does_not_see_a_ground_sees_the_judgement_without_it(void **state) {
    test_case c;
    rt_strs on;
    rt_error err = {0};
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.notes secret; handling=hawk; as=hidden");
    judged(&c, "p1 same p2 | on @hidden");
    assert_true(sees(&c, amber, done.e.id));
    OK(rt_judged_on(case_look(&c, amber), done.e.id, &c.arena, &on, &err));
    assert_int_equal(on.n, 0);
    case_close(&c);
}

/* --- for whose eyes ----------------------------------------------------------------------------------------------- */

static void a_judgement_of_a_hidden_entity_has_its_handling(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same h1");
    assert_str(done.e.handling, "hawk");
    assert_int_equal(done.e.score.len, 6);
    judged(&c, "p1 split h1 | handling amber");
    assert_str(done.e.handling, "hawk,amber");
    case_close(&c);
}

/* Later somebody may say of the hidden one what all may read: what was judged of it is none of theirs all the same. */
static void what_was_judged_of_a_hidden_entity_stays_hidden_when_it_comes_to_light(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same h1 | why the informer says so");
    const rt_str id = done.e.id;
    case_add(&c, "h1 Person.name Ali Public");
    assert_false(sees(&c, amber, id));
    assert_string_equal(cluster(&c, amber, "p1"), "p1");
    assert_string_equal(cluster_of(&c, "p1"), "h1 p1");
    case_close(&c);
}

static void where_an_entity_is_seen_under_several_handlings_one_must_be_chosen(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "h1 Person.notes also; handling=kite");
    refused(&c, RT_BAD, "p1 same h1");
    SAYS("--handling");
    judged(&c, "p1 same h1 | handling kite");
    assert_str(done.e.handling, "kite");
    judged(&c, "p1 split h1");
    assert_str(done.e.handling, "kite");
    case_close(&c);
}

static void what_overrules_a_judgement_is_for_the_same_eyes_unless_told(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2 | handling hawk");
    judged(&c, "p1 unsure p2");
    assert_str(done.e.handling, "hawk");
    judged(&c, "p1 same p2 | handling clear");
    assert_str(done.e.handling, "clear");
    case_close(&c);
}

/* The batch says when and by whom something was recorded. */
static void the_batch_of_a_hidden_judgement_is_hidden_too(void **state) {
    test_case c;
    rt_error err = {0};
    sqlite3 *db;
    (void)state;
    make(&c);
    judged(&c, "p1 same h1");
    case_close_store(&c);
    assert_int_equal(sqlite3_open(c.path, &db), SQLITE_OK);
    sqlite3_stmt *s;
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM act WHERE line LIKE '%\"handling\":\"hawk\"%batch%'",
                                        -1, &s, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(s, 0), 1);
    sqlite3_finalize(s);
    sqlite3_close(db);
    OK(rt_store_open(c.path, RT_OPEN_WRITE, &c.store, &err));
    case_close(&c);
}

/* --- once more ---------------------------------------------------------------------------------------------------- */

/* Else who confirms a judgement would undo it: it would be the later one, and so the one that is held back. */
static void to_judge_the_same_once_more_does_not_hold_it_back(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "judgement; a=p1; b=p2; judgement=same");
    case_add(&c, "judgement; a=p2; b=p3; judgement=same");
    case_add(&c, "judgement; a=p1; b=p3; judgement=different");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
    judged(&c, "p1 same p2 | why looked again");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
    case_close(&c);
}

static void what_was_taken_back_and_is_judged_again_stands_since_then(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "judgement; a=p1; b=p2; judgement=same");
    case_add(&c, "judgement; a=p2; b=p3; judgement=same");
    case_add(&c, "judgement; a=p1; b=p3; judgement=different");
    judged(&c, "p1 unsure p2");
    assert_string_equal(cluster_of(&c, "p2"), "p2 p3");
    refused(&c, RT_BAD, "p1 same p2");
    SAYS("p1 = p2 = p3");
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_judgement_rests_on_the_statements_that_are_named_with_it),
        cmocka_unit_test(the_same_judgement_with_a_further_ground_is_a_new_one),
        cmocka_unit_test(a_judgement_cannot_rest_on_what_is_not_there_or_no_longer_counts),
        cmocka_unit_test(who_does_not_see_a_ground_sees_the_judgement_without_it),
        cmocka_unit_test(a_judgement_of_a_hidden_entity_has_its_handling),
        cmocka_unit_test(what_was_judged_of_a_hidden_entity_stays_hidden_when_it_comes_to_light),
        cmocka_unit_test(where_an_entity_is_seen_under_several_handlings_one_must_be_chosen),
        cmocka_unit_test(what_overrules_a_judgement_is_for_the_same_eyes_unless_told),
        cmocka_unit_test(the_batch_of_a_hidden_judgement_is_hidden_too),
        cmocka_unit_test(to_judge_the_same_once_more_does_not_hold_it_back),
        cmocka_unit_test(what_was_taken_back_and_is_judged_again_stands_since_then),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
