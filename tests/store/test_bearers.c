/* Who bears a name with a word: places first, statements then. */
#include "names/name_sounds.h"
#include "store/tiny_case.h"

static rt_bearers find(test_case *c, int64_t key, size_t most) {
    rt_error err = {0};
    rt_bearers found;
    OK(rt_bearers_find(c->lens, key, most, &c->arena, &found, &err));
    for (size_t i = 1; i < found.places.n; i++) assert_true(found.places.at[i - 1] < found.places.at[i]);
    return found;
}

static const char *values_at(test_case *c, rt_places places) {
    rt_error err = {0};
    rt_cursor *cursor;
    OK(rt_cursor_at(c->lens, places, &cursor, &err));
    return case_values(c, cursor);
}

static const char three[] = "p Person.name Abe Ben\nq Person.alias Ben Zed; handling=hawk\nr Person.name Cy Ben\n"
                            "s Person.notes Ben";

static void a_common_word_gives_its_first_bearers_and_says_that_there_are_more(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, three);
    case_look_all(&c);
    const rt_bearers two = find(&c, rt_bearers_word(RT_S("ben")), 2), all = find(&c, rt_bearers_word(RT_S("ben")), 3);
    assert_true(two.more && two.places.n == 2);
    assert_string_equal(values_at(&c, two.places), "Abe Ben Ben Zed");
    assert_true(!all.more && all.places.n == 3);
    assert_string_equal(values_at(&c, all.places), "Abe Ben Ben Zed Cy Ben");
    assert_int_equal(find(&c, rt_bearers_word(RT_S("zoe")), 3).places.n, 0);
    case_close(&c);
}

static void who_is_hidden_is_not_counted_and_not_read(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, three);
    case_look_all(&c);
    const rt_places hidden = find(&c, rt_bearers_word(RT_S("zed")), 1).places;
    assert_string_equal(values_at(&c, hidden), "Ben Zed");
    case_look(&c, (rt_lens_spec){.narrowed = true, .clear = RT_S("green")});
    const rt_bearers two = find(&c, rt_bearers_word(RT_S("ben")), 2);
    assert_true(!two.more && two.places.n == 2);
    assert_string_equal(values_at(&c, two.places), "Abe Ben Cy Ben");
    assert_string_equal(values_at(&c, hidden), "");
    case_close(&c);
}

static void a_word_that_sounds_alike_leads_to_them_too(void **state) {
    (void)state;
    test_case c;
    uint64_t keys[64];
    bool met = false;
    case_make(&c);
    case_add(&c, "p Person.name Mohammed Atar\nq Person.name Zoe Low");
    case_look_all(&c);
    const size_t n = rt_name_sounds(&c.arena, RT_S("Muhamad"), 8, keys, 64);
    for (size_t i = 0; i < n && !met; i++)
        met = strcmp(values_at(&c, find(&c, (int64_t)keys[i], 9).places), "Mohammed Atar") == 0;
    assert_true(met);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_common_word_gives_its_first_bearers_and_says_that_there_are_more),
        cmocka_unit_test(who_is_hidden_is_not_counted_and_not_read),
        cmocka_unit_test(a_word_that_sounds_alike_leads_to_them_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
