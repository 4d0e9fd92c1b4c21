/* Whose name is like a name, in a case where its words are common. */
#include "analysis/namesakes.h"
#include "store/tiny_case.h"

enum { MANY = 260 }; /* more bear each word than are looked at */

/* Entities "fN" and "lN" with one word of the name each, then the lines. */
static void make(test_case *c, const char *lines) {
    rt_error err = {0};
    char line[96];
    case_make(c);
    rt_batch *b = case_begin_batch(c);
    for (int i = 0; i < MANY; i++) {
        snprintf(line, sizeof line, "f%d Person.name Karim Xx%dq", i, i);
        OK(case_put(c, b, line, NULL, &err));
        snprintf(line, sizeof line, "l%d Person.name Zz%dq Benali", i, i);
        OK(case_put(c, b, line, NULL, &err));
    }
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
    case_add(c, lines);
    case_look_all(c);
}

static rt_namesakes find(test_case *c, rt_str name) {
    rt_error err = {0};
    rt_namesakes found;
    OK(rt_namesakes_find(c->lens, (rt_strs){&name, 1}, 0.5, NULL, NULL, &c->arena, &found, &err));
    return found;
}

static void equal_names_are_found_however_common_their_words(void **state) {
    (void)state;
    test_case c;
    make(&c, "x Person.name Karim Benali\ny Person.name BENALI, Karim");
    const rt_namesakes found = find(&c, RT_S("Karim Benali"));
    assert_int_equal(found.n, 2);
    assert_true(rt_str_is(found.at[0].entity, "x") && rt_str_is(found.at[1].entity, "y"));
    case_close(&c);
}

static void names_that_share_a_rare_word_are_found_among_the_common_ones(void **state) {
    (void)state;
    test_case c;
    make(&c, "x Person.name Karim Oulahriri\ny Person.name Carim Oulahriri");
    const rt_namesakes found = find(&c, RT_S("Karim Oulahriri"));
    assert_int_equal(found.n, 2);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_names_are_found_however_common_their_words),
        cmocka_unit_test(names_that_share_a_rare_word_are_found_among_the_common_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
