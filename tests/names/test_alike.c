#include "names/alike.h"

#include <math.h>

#include "test.h"

static rt_word word_of(const char *latin) {
    rt_word word;
    rt_word_of_latin(rt_str_of(latin), false, &word);
    return word;
}

/* Both ways, which must agree. */
static rt_alike both(const rt_word *a, const rt_word *b, float most) {
    const rt_alike one = rt_alike_words(a, b, most), other = rt_alike_words(b, a, most);
    assert_true((isinf(one.cost) && isinf(other.cost)) || fabsf(one.cost - other.cost) < 0.01F);
    assert_int_equal(one.how, other.how);
    return one;
}

static rt_alike alike(const char *a, const char *b) {
    const rt_word x = word_of(a), y = word_of(b);
    return both(&x, &y, 30);
}

static void within(const char *a, const char *b, double low, double high, rt_alike_how how) {
    const rt_alike got = alike(a, b);
    if (!((double)got.cost >= low && (double)got.cost <= high) || got.how != how)
        fail_msg("%s and %s cost %.2f (%s), not %.1f to %.1f (%s)", a, b, (double)got.cost, rt_alike_name(got.how), low,
                 high, rt_alike_name(how));
}

static void equal_words_cost_nothing(void **state) {
    (void)state;
    within("bakraoui", "bakraoui", 0, 0, RT_ALIKE_EQUAL);
    within("x", "x", 0, 0, RT_ALIKE_EQUAL);
    within("737", "737", 0, 0, RT_ALIKE_EQUAL);
}

static void letters_that_stand_for_each_other_are_a_spelling(void **state) {
    (void)state;
    within("oussama", "usama", 0.3, 4, RT_ALIKE_SPELLING);
    within("ivanov", "ivanoff", 0.2, 2.5, RT_ALIKE_SPELLING);
    within("catherine", "katherine", 0.3, 2, RT_ALIKE_SPELLING);
    within("petrosian", "petrosyan", 0.3, 2, RT_ALIKE_SPELLING);
    within("stephan", "stefan", 0.2, 2, RT_ALIKE_SPELLING);
    within("khan", "chan", 0.3, 4, RT_ALIKE_SPELLING);
    within("mohammed", "mohamed", 0.2, 2, RT_ALIKE_SPELLING);
}

static void a_typing_error_in_a_long_word_is_cheaper_than_in_a_short_one(void **state) {
    (void)state;
    within("bartholomew", "barthplomew", 3.5, 6.5, RT_ALIKE_TYPO);
    within("rutherford", "ruthefrord", 2.5, 5, RT_ALIKE_TYPO);
    assert_true(alike("wen", "wem").cost > 1.2F * alike("rutherwen", "rutherwem").cost);
    assert_true(alike("nk", "pk").cost > 7);
}

static void the_kinds_of_typing_errors_have_their_order(void **state) {
    (void)state;
    const float swapped = alike("rutherford", "ruthefrord").cost, near = alike("rutherford", "rutnerford").cost,
                other = alike("rutherford", "rutzerford").cost, first = alike("rutherford", "futherford").cost;
    assert_true(swapped < near);
    assert_true(near < other);
    assert_true(first > near);
}

static void other_names_cost_much(void **state) {
    (void)state;
    const char *const names[] = {"oussama", "ibrahim", "smith", "jonathan", "wei", "dmitriy", "fatima", "gonzalez"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < i; k++)
            if (alike(names[i], names[k]).cost < 9)
                fail_msg("%s and %s cost %.2f", names[i], names[k], (double)alike(names[i], names[k]).cost);
}

static void an_initial_stands_for_words_that_begin_with_it(void **state) {
    (void)state;
    within("m", "mohammed", 1.5, 4, RT_ALIKE_INITIAL);
    assert_true(isinf(alike("k", "mohammed").cost));
    assert_true(isinf(alike("k", "m").cost));
}

/* A word as it is when no file of data/names holds it. */
static rt_word unknown(const char *latin) {
    rt_word word = word_of(latin);
    word.uses = word.nickname = 0;
    memset(word.families, 0, sizeof word.families);
    return word;
}

static void words_of_companies_may_be_cut_short(void **state) {
    (void)state;
    rt_word a = unknown("comm"), b = unknown("communications");
    assert_true(both(&a, &b, 30).cost > 4);
    b.part = a.part = RT_PART_CORE;
    assert_int_equal(both(&a, &b, 30).how, RT_ALIKE_SHORT);
    assert_true(both(&a, &b, 30).cost < 4);
    const rt_word srvces = unknown("srvces"), mgmt = unknown("mgmt"), mars = unknown("mars");
    rt_word services = unknown("services"), management = unknown("management"), cut = unknown("manageri");
    services.part = management.part = RT_PART_GENERIC;
    assert_true(both(&srvces, &services, 30).cost < 4);
    assert_int_equal(both(&mgmt, &management, 30).how, RT_ALIKE_SHORT);
    cut.part = RT_PART_GENERIC;
    assert_true(both(&mars, &cut, 30).cost > 5);
}

static void a_word_with_a_dot_was_cut(void **state) {
    (void)state;
    rt_word a = unknown("moh");
    const rt_word b = unknown("mohammed");
    assert_true(both(&a, &b, 5).how == RT_ALIKE_NOT);
    a.truncated = true;
    assert_int_equal(both(&a, &b, 5).how, RT_ALIKE_SHORT);
}

static void another_number_is_another_thing(void **state) {
    (void)state;
    assert_true(isinf(alike("4", "5").cost));
    assert_true(isinf(alike("737", "747").cost));
    assert_true(isinf(alike("unit4", "unit5").cost));
    assert_true(isinf(alike("unit4", "unit").cost));
    assert_true(alike("unit47", "unyt47").cost < 7);
}

static void words_of_one_family_are_a_spelling_and_pet_names_a_nickname(void **state) {
    (void)state;
    rt_word a = unknown("william"), b = unknown("bill"), c = unknown("gugliermu");
    a.families[0] = b.families[1] = c.families[0] = 7;
    b.families[0] = 9;
    b.nickname = 2;
    assert_int_equal(both(&a, &b, 30).how, RT_ALIKE_NICKNAME);
    assert_true(both(&a, &b, 30).cost > 1.8F && both(&a, &b, 30).cost < 3.2F);
    assert_int_equal(both(&a, &c, 30).how, RT_ALIKE_SPELLING);
    assert_true(both(&a, &c, 30).cost < 1.6F);
    c.families[0] = 8;
    assert_true(both(&a, &c, 30).cost > 4);
}

static void the_best_of_all_readings_counts(void **state) {
    (void)state;
    rt_word a = word_of("muller");
    const rt_word b = word_of("mueller");
    const float before = both(&a, &b, 30).cost;
    memcpy(a.other[0], "mueller", 8);
    a.other_len[0] = 7;
    assert_true(before > 0.2F);
    assert_true(both(&a, &b, 30).cost < 0.01F);
}

static void what_costs_more_than_asked_for_is_not_alike(void **state) {
    (void)state;
    const rt_word a = word_of("rutherford"), b = word_of("rutgerford");
    const float cost = both(&a, &b, 30).cost;
    assert_true(isinf(both(&a, &b, cost - 0.1F).cost));
    assert_int_equal(both(&a, &b, cost - 0.1F).how, RT_ALIKE_NOT);
    assert_true(both(&a, &b, cost + 0.1F).cost == cost); /* the same number, whatever was asked for */
}

static void the_longest_words_are_within_bounds(void **state) {
    (void)state;
    char long_a[RT_TOKEN_LETTERS + 1] = {0}, long_b[RT_TOKEN_LETTERS + 1] = {0};
    memset(long_a, 'a', RT_TOKEN_LETTERS);
    memset(long_b, 'z', RT_TOKEN_LETTERS);
    assert_true(alike(long_a, long_b).cost > 20);
    long_b[0] = 'a';
    assert_true(alike(long_a, long_b).cost > 20);
    assert_true(alike("a", long_a).cost > 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_cost_nothing),
        cmocka_unit_test(letters_that_stand_for_each_other_are_a_spelling),
        cmocka_unit_test(a_typing_error_in_a_long_word_is_cheaper_than_in_a_short_one),
        cmocka_unit_test(the_kinds_of_typing_errors_have_their_order),
        cmocka_unit_test(other_names_cost_much),
        cmocka_unit_test(an_initial_stands_for_words_that_begin_with_it),
        cmocka_unit_test(words_of_companies_may_be_cut_short),
        cmocka_unit_test(a_word_with_a_dot_was_cut),
        cmocka_unit_test(another_number_is_another_thing),
        cmocka_unit_test(words_of_one_family_are_a_spelling_and_pet_names_a_nickname),
        cmocka_unit_test(the_best_of_all_readings_counts),
        cmocka_unit_test(what_costs_more_than_asked_for_is_not_alike),
        cmocka_unit_test(the_longest_words_are_within_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
