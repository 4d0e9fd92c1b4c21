#include "test.h"

static void splitting_keeps_empty_parts(void **state) {
    (void)state;
    rt_str rest = RT_S("a,,b,"), part;
    const char *want[] = {"a", "", "b", ""};
    size_t n = 0;
    while (rt_str_split(&rest, RT_S(","), &part)) assert_str(part, want[n++]);
    assert_int_equal(n, 4);
}

static void numbers_are_whole_and_fit(void **state) {
    (void)state;
    int64_t n;
    assert_true(rt_str_int(RT_S("-9223372036854775808"), &n) && n == INT64_MIN);
    assert_true(rt_str_int(RT_S("9223372036854775807"), &n) && n == INT64_MAX);
    assert_false(rt_str_int(RT_S("9223372036854775808"), &n));
    assert_false(rt_str_int(RT_S(""), &n) || rt_str_int(RT_S("-"), &n) || rt_str_int(RT_S("1 "), &n));
}

static void utf8_is_checked_strictly(void **state) {
    (void)state;
    size_t bad;
    assert_true(
        rt_utf8_valid(RT_S("plain ascii, and \xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \xf0\x9f\x98\x80"), &bad));
    const struct {
        rt_str text;
        size_t at;
    } wrong[] = {
        {RT_S("12345678\xff"), 8},     {RT_S("a\xc0\x80"), 1},  {RT_S("\xed\xa0\x80"), 0},
        {RT_S("\xf4\x90\x80\x80"), 0}, {RT_S("ab\xe2\x82"), 2},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(rt_utf8_valid(wrong[i].text, &bad));
        assert_int_equal(bad, wrong[i].at);
    }
}

static void blanks_are_squeezed(void **state) {
    (void)state;
    rt_arena arena = {0};
    assert_str(rt_str_squeeze(&arena, RT_S("  a \t b\n")), "a b");
    assert_str(rt_str_squeeze(&arena, RT_S(" \n ")), "");
    rt_arena_close(&arena);
}

static void a_reset_arena_hands_out_zeroed_memory(void **state) {
    (void)state;
    rt_arena arena = {0};
    for (int round = 0; round < 3; round++) {
        for (size_t n = 1; n < 100000; n *= 3) {
            char *at = rt_arena_alloc(&arena, n);
            for (size_t i = 0; i < n; i++) assert_int_equal(at[i], 0);
            memset(at, 0xAA, n);
        }
        rt_arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    rt_arena_close(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splitting_keeps_empty_parts),
        cmocka_unit_test(numbers_are_whole_and_fit),
        cmocka_unit_test(utf8_is_checked_strictly),
        cmocka_unit_test(blanks_are_squeezed),
        cmocka_unit_test(a_reset_arena_hands_out_zeroed_memory),
    };
    return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
