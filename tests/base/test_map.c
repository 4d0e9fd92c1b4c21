#include "base/map.h"
#include "test.h"

static void texts_have_numbers_in_the_order_in_which_they_came(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_map m = {0};
    for (size_t i = 0; i < 1000; i++) {
        const rt_str text = rt_str_printf(&arena, "%zu", i);
        assert_int_equal(rt_map_find(&m, text), SIZE_MAX);
        assert_int_equal(rt_map_add(&m, text, &arena), i);
        for (size_t k = 0; k <= i; k += 1 + i / 16)
            assert_int_equal(rt_map_add(&m, rt_str_printf(&arena, "%zu", k), &arena), k);
    }
    assert_int_equal(m.n, 1000);
    assert_str(m.keys[999], "999");
}

static void the_empty_text_is_one_too(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_map m = {0};
    assert_int_equal(rt_map_find(&m, (rt_str){0}), SIZE_MAX);
    assert_true(rt_map_meet(&m, RT_S(""), &arena));
    assert_int_equal(rt_map_find(&m, (rt_str){0}), 0);
}

static void what_is_met_is_copied(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    char text[] = "one";
    rt_map m = {0};
    assert_true(rt_map_meet(&m, rt_str_of(text), &arena));
    text[0] = 'O';
    assert_true(rt_map_meet(&m, rt_str_of(text), &arena));
    assert_false(rt_map_meet(&m, RT_S("one"), &arena));
    assert_int_equal(m.n, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_numbers_in_the_order_in_which_they_came),
        cmocka_unit_test(the_empty_text_is_one_too),
        cmocka_unit_test(what_is_met_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
