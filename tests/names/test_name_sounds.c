/* Keys by which a case's names are found. */
#include "names/name_sounds.h"

#include "test.h"

enum { MOST = 64, STORED = 3, ASKED = 8 };

/* Whether who asks for a finds b among what is stored. */
static bool meet(const char *a, const char *b) {
    RT_AUTO(rt_arena) arena = {0};
    uint64_t asked[MOST], stored[MOST];
    const size_t n = rt_name_sounds(&arena, rt_str_of(a), ASKED, asked, MOST),
                 m = rt_name_sounds(&arena, rt_str_of(b), STORED, stored, MOST);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++)
            if (asked[i] == stored[k]) return true;
    return false;
}

static void spellings_and_scripts_of_a_name_meet(void **state) {
    (void)state;
    assert_true(meet("Oussama", "Usama"));
    assert_true(meet("Kuznetsov", "Кузнецов"));
    assert_true(meet("Atar", "عطار"));
    assert_true(meet("Muhammad", "Mohamed"));
}

static void other_names_do_not_meet(void **state) {
    (void)state;
    assert_false(meet("Petrov", "Example"));
    assert_false(meet("Kim", "Soto"));
}

static void keys_are_few_and_none_comes_twice(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    uint64_t keys[MOST];
    const size_t n = rt_name_sounds(&arena, RT_S("Example example EXAMPLE Exampel"), STORED, keys, MOST);
    assert_in_range(n, 1, 2 * STORED);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) assert_true(keys[i] != keys[k]);
    assert_int_equal(rt_name_sounds(&arena, RT_S("a b c d e f g"), ASKED, keys, 2) <= 2, 1);
    assert_int_equal(rt_name_sounds(&arena, RT_S("..."), ASKED, keys, MOST), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_and_scripts_of_a_name_meet),
        cmocka_unit_test(other_names_do_not_meet),
        cmocka_unit_test(keys_are_few_and_none_comes_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
