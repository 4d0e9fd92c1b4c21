/* Subjects gathered value by value. */
#include "names/gather.h"
#include "test.h"

#define NOBODY RT_S("")

static rt_gather person(rt_arena *arena) {
    rt_gather g;
    rt_gather_begin(&g, arena, RT_S("p1"), RT_S("Person"));
    return g;
}

static void what_is_said_twice_is_kept_once(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g = person(&arena);
    rt_gather_add(&g, RT_S("name"), RT_S("Maria Example"), RT_S("a"));
    rt_gather_add(&g, RT_S("alias"), RT_S("Maria Example"), RT_S("b"));
    rt_gather_add(&g, RT_S("birthDate"), RT_S("1960"), RT_S("a"));
    rt_gather_add(&g, RT_S("birthDate"), RT_S("1960"), RT_S("b"));
    const rt_subject s = rt_gather_end(&g);
    assert_int_equal(s.names.n, 1);
    assert_int_equal(s.trait_count, 1);
}

static void what_tells_nothing_of_who_it_is_falls_away(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g = person(&arena);
    rt_gather_add(&g, RT_S("notes"), RT_S("was seen"), NOBODY);
    rt_gather_add(&g, RT_S("name"), RT_S(""), NOBODY);
    const rt_subject s = rt_gather_end(&g);
    assert_int_equal(s.names.n + s.trait_count, 0);
    assert_str(s.caption, "p1");
}

static void the_caption_is_the_name_that_most_sources_give(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g = person(&arena);
    rt_gather_add(&g, RT_S("alias"), RT_S("The Longest Alias Of All"), RT_S("a"));
    rt_gather_add(&g, RT_S("name"), RT_S("Maria Longer Example"), RT_S("a"));
    rt_gather_add(&g, RT_S("name"), RT_S("Maria Longer Example"), RT_S("a"));
    rt_gather_add(&g, RT_S("name"), RT_S("M. Example"), RT_S("a"));
    rt_gather_add(&g, RT_S("name"), RT_S("M. Example"), RT_S("b"));
    const rt_subject s = rt_gather_end(&g);
    assert_str(s.caption, "M. Example");
    assert_str(s.names.at[0], "The Longest Alias Of All");
}

static void of_names_of_as_many_sources_the_longest_is_the_caption(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g = person(&arena);
    rt_gather_add(&g, RT_S("name"), RT_S("M. Example"), NOBODY);
    rt_gather_add(&g, RT_S("name"), RT_S("Maria Example"), NOBODY);
    rt_gather_add(&g, RT_S("name"), RT_S("Marie Example"), NOBODY);
    assert_str(rt_gather_end(&g).caption, "Maria Example");
}

static void parts_make_a_name_only_where_there_is_none(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g = person(&arena);
    rt_gather_add(&g, RT_S("lastName"), RT_S("Example"), NOBODY);
    rt_gather_add(&g, RT_S("firstName"), RT_S("Maria"), NOBODY);
    assert_str(rt_gather_end(&g).caption, "Maria Example");
    g = person(&arena);
    rt_gather_add(&g, RT_S("name"), RT_S("M. Example"), NOBODY);
    rt_gather_add(&g, RT_S("firstName"), RT_S("Maria"), NOBODY);
    assert_int_equal(rt_gather_end(&g).names.n, 1);
}

static void the_more_specific_schema_is_kept(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_gather g;
    rt_gather_begin(&g, &arena, RT_S("x"), RT_S("LegalEntity"));
    rt_gather_schema(&g, RT_S("Person"));
    rt_gather_schema(&g, RT_S("LegalEntity"));
    rt_gather_schema(&g, RT_S("Vessel"));
    assert_str(rt_gather_end(&g).schema, "Person");
}

static void a_hostile_entity_takes_bounded_room(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    char text[32];
    rt_gather g = person(&arena);
    for (int i = 0; i < RT_GATHER_MOST + 500; i++) {
        snprintf(text, sizeof text, "name %d", i);
        rt_gather_add(&g, RT_S("name"), rt_str_of(text), NOBODY);
        rt_gather_add(&g, RT_S("idNumber"), rt_str_of(text), NOBODY);
    }
    const rt_subject s = rt_gather_end(&g);
    assert_int_equal(s.names.n, RT_GATHER_MOST);
    assert_int_equal(s.trait_count, RT_GATHER_MOST);
}

static void a_copy_outlives_what_it_was_made_of(void **state) {
    (void)state;
    RT_AUTO(rt_arena) kept = {0};
    rt_arena moment = {0};
    rt_gather g = person(&moment);
    rt_gather_add(&g, RT_S("name"), RT_S("Maria Example"), NOBODY);
    rt_gather_add(&g, RT_S("birthDate"), RT_S("1960"), NOBODY);
    const rt_subject made = rt_gather_end(&g), copy = rt_subject_copy(&kept, &made);
    rt_arena_close(&moment);
    assert_str(copy.caption, "Maria Example");
    assert_str(copy.names.at[0], "Maria Example");
    assert_str(copy.traits[0].value, "1960");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_twice_is_kept_once),
        cmocka_unit_test(what_tells_nothing_of_who_it_is_falls_away),
        cmocka_unit_test(the_caption_is_the_name_that_most_sources_give),
        cmocka_unit_test(of_names_of_as_many_sources_the_longest_is_the_caption),
        cmocka_unit_test(parts_make_a_name_only_where_there_is_none),
        cmocka_unit_test(the_more_specific_schema_is_kept),
        cmocka_unit_test(a_hostile_entity_takes_bounded_room),
        cmocka_unit_test(a_copy_outlives_what_it_was_made_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
