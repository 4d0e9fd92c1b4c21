/* Who stands between whom, and slices of time. Where igraph was left out, only degrees are known. */
#include "analysis/measures.h"
#include "analysis/slices.h"
#include "analysis/world.h"

/* --- measures ---------------------------------------------------------------------------------------------------- */

enum { NODES = 8 };

/* Two groups of three, all joined with each other, and a bridge of two between them: a b c - d - e - f g h. */
static const rt_joined bridge[] = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {5, 7}};

static rt_measures measured(rt_arena *arena, const rt_joined *pairs, size_t n, const int order[NODES]) {
    rt_error err = {0};
    rt_strs ids = {RT_NEW_N(arena, rt_str, NODES), NODES};
    rt_joined *moved = RT_NEW_N(arena, rt_joined, n);
    rt_measures m;
    for (size_t i = 0; i < NODES; i++) ids.at[order[i]] = rt_str_printf(arena, "n%zu", i);
    for (size_t i = 0; i < n; i++) moved[i] = (rt_joined){(size_t)order[pairs[i].a], (size_t)order[pairs[i].b]};
    OK(rt_measures_of(ids, moved, n, arena, &m, &err));
    return m;
}

static const int as_they_come[NODES] = {0, 1, 2, 3, 4, 5, 6, 7}, turned[NODES] = {5, 2, 7, 0, 3, 6, 1, 4};

static void a_node_has_as_many_neighbours_as_others_name_it_once_or_more(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_joined twice[] = {{0, 1}, {1, 0}, {0, 0}, {0, 2}};
    (void)state;
    const rt_measures m = measured(&arena, twice, 4, as_they_come);
    assert_int_equal(m.at[0].degree, 2);
    assert_int_equal(m.at[1].degree, 1);
    assert_int_equal(m.at[3].degree, 0);
}

static void who_joins_two_groups_stands_between_them(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    (void)state;
    const rt_measures m = measured(&arena, bridge, 9, as_they_come);
    if (!m.measured) skip();
    assert_true(m.at[0].graph.betweenness < 0.0001);
    assert_true(m.at[3].graph.betweenness > 0.57 && m.at[3].graph.betweenness < 0.58); /* 12 of 21 pairs */
    assert_true(m.at[3].graph.cut);
    assert_false(m.at[0].graph.cut);
    assert_true(m.at[3].graph.closeness > m.at[0].graph.closeness);
}

static void those_who_hold_together_are_one_community(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    (void)state;
    const rt_measures m = measured(&arena, bridge, 9, as_they_come);
    if (!m.measured) skip();
    assert_int_equal(m.at[0].graph.community, m.at[1].graph.community);
    assert_int_equal(m.at[0].graph.community, 1); /* of equal ones that of the first id */
    assert_int_equal(m.at[6].graph.community, m.at[7].graph.community);
    assert_int_not_equal(m.at[0].graph.community, m.at[7].graph.community);
}

static void the_order_in_which_it_was_found_changes_nothing(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    rt_joined backwards[9];
    (void)state;
    for (size_t i = 0; i < 9; i++) backwards[i] = (rt_joined){bridge[8 - i].b, bridge[8 - i].a};
    const rt_measures m = measured(&arena, bridge, 9, as_they_come), t = measured(&arena, backwards, 9, turned);
    for (size_t i = 0; i < NODES; i++) {
        const rt_measure *a = &m.at[i], *b = &t.at[turned[i]];
        assert_int_equal(a->degree, b->degree);
        assert_true(a->graph.betweenness >= b->graph.betweenness && a->graph.betweenness <= b->graph.betweenness);
        assert_int_equal(a->graph.community, b->graph.community);
    }
}

static void a_network_without_ties_falls_into_single_nodes(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    (void)state;
    const rt_measures m = measured(&arena, bridge, 0, as_they_come);
    if (!m.measured) skip();
    for (size_t i = 0; i < NODES; i++) assert_int_equal(m.at[i].graph.community, i + 1);
}

/* --- in the view ------------------------------------------------------------------------------------------------- */

static void what_is_denied_or_derived_is_not_measured(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", "");
    say_kin(&w, "g", "p2", "mother", "p3", "");
    say_kin(&w, "h", "p1", "friend", "p4", " | stance denies");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "edges"), 4); /* one of them derived: the grandmother */
    assert_int_equal(number_at(o, "nodes.0.degree"), 1);
    if (!is_set(o, "measured")) assert_int_equal(node(o, "nodes.0.betweenness")->kind, RT_NULL);
}

/* --- slices ------------------------------------------------------------------------------------------------------ */

static rt_slices cut(rt_arena *arena, const char *const *dates, size_t n, const char *how) {
    rt_error err = {0};
    rt_slicing slicing;
    const rt_when **when = RT_NEW_N(arena, const rt_when *, n);
    OK(rt_slicing_read(rt_str_of(how), &slicing, &err));
    for (size_t i = 0; i < n; i++) {
        rt_when *w = RT_NEW(arena, rt_when);
        if (dates[i] == NULL) continue;
        OK(rt_edtf_read(rt_str_of(dates[i]), w, &err));
        when[i] = w;
    }
    return rt_slices_of(when, n, slicing, arena);
}

static void a_slice_holds_what_was_in_it_certainly_or_possibly(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const char *const dates[] = {"2004/2006-02", "2005", "[2004..2006]", NULL};
    (void)state;
    const rt_slices s = cut(&arena, dates, 4, "year");
    assert_int_equal(s.n, 3);
    assert_str(rt_slice_text(&s.at[1], RT_SLICE_YEAR, &arena), "2005");
    assert_int_equal(s.at[0].ties[0], RT_CERTAIN);
    assert_int_equal(s.at[0].ties[1], RT_IMPOSSIBLE);
    assert_int_equal(s.at[1].ties[1], RT_CERTAIN);
    assert_int_equal(s.at[1].ties[2], RT_POSSIBLE);
    assert_int_equal(s.at[2].ties[0], RT_CERTAIN);
    assert_int_equal(s.at[1].ties[3], RT_IMPOSSIBLE);
}

static void a_time_in_which_there_was_nothing_has_no_slice(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const char *const dates[] = {"1990-12", "2005-01-02"};
    (void)state;
    const rt_slices s = cut(&arena, dates, 2, "month");
    assert_int_equal(s.n, 2);
    assert_str(rt_slice_text(&s.at[0], RT_SLICE_MONTH, &arena), "1990-12");
    assert_str(rt_slice_text(&s.at[1], RT_SLICE_MONTH, &arena), "2005-01");
}

static void equal_slices_cover_every_day_once(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const char *const dates[] = {"2005-01-01/2005-01-10"};
    (void)state;
    const rt_slices s = cut(&arena, dates, 1, "3");
    assert_int_equal(s.n, 3);
    assert_str(rt_slice_text(&s.at[0], RT_SLICE_EQUAL, &arena), "2005-01-01/2005-01-03");
    assert_int_equal(s.at[1].first, s.at[0].last + 1);
    assert_str(rt_slice_text(&s.at[2], RT_SLICE_EQUAL, &arena), "2005-01-07/2005-01-10");
}

static void no_more_than_600_slices_are_looked_at(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const char *const dates[] = {"1200", "2005"};
    (void)state;
    const rt_slices s = cut(&arena, dates, 2, "year");
    assert_int_equal(s.n, 1);
    assert_true(s.more);
}

static void what_goes_on_goes_on_to_the_last_day_that_is_told(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const char *const dates[] = {"2004/..", "2007"};
    (void)state;
    const rt_slices s = cut(&arena, dates, 2, "year");
    assert_int_equal(s.n, 4);
    assert_int_equal(s.at[3].ties[0], RT_CERTAIN);
}

static void only_years_months_and_whole_numbers_cut(void **state) {
    rt_error err = {0};
    rt_slicing slicing;
    (void)state;
    assert_int_equal(rt_slicing_read(RT_S("day"), &slicing, &err).code, RT_USAGE);
    assert_int_equal(rt_slicing_read(RT_S("0"), &slicing, &err).code, RT_USAGE);
    assert_int_equal(rt_slicing_read(RT_S("601"), &slicing, &err).code, RT_USAGE);
}

static void the_view_tells_what_came_and_what_went(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "m Associate person = p1");
    say(&w, "m Associate associate = p2");
    say(&w, "m Associate startDate = 2004");
    say(&w, "m Associate endDate = 2005");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit date = 2006-05");
    say_kin(&w, "f", "p1", "friend", "p3", "");
    w.asked.slices = RT_S("year");
    const rt_value *o = look(&w, &rt_view_network, "p1");
    assert_int_equal(count_at(o, "slices"), 3);
    assert_str(at(o, "slices.0.when"), "2004");
    assert_int_equal(count_at(o, "slices.0.appeared"), 1);
    assert_int_equal(count_at(o, "slices.1.appeared"), 0);
    assert_int_equal(count_at(o, "slices.1.certain"), 1);
    assert_int_equal(count_at(o, "slices.2.went"), 1);
    assert_int_equal(count_at(o, "slices.2.appeared"), 1);
    assert_int_equal(count_at(o, "undated"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_node_has_as_many_neighbours_as_others_name_it_once_or_more),
        cmocka_unit_test(who_joins_two_groups_stands_between_them),
        cmocka_unit_test(those_who_hold_together_are_one_community),
        cmocka_unit_test(the_order_in_which_it_was_found_changes_nothing),
        cmocka_unit_test(a_network_without_ties_falls_into_single_nodes),
        cmocka_unit_test(what_is_denied_or_derived_is_not_measured),
        cmocka_unit_test(a_slice_holds_what_was_in_it_certainly_or_possibly),
        cmocka_unit_test(a_time_in_which_there_was_nothing_has_no_slice),
        cmocka_unit_test(equal_slices_cover_every_day_once),
        cmocka_unit_test(no_more_than_600_slices_are_looked_at),
        cmocka_unit_test(what_goes_on_goes_on_to_the_last_day_that_is_told),
        cmocka_unit_test(only_years_months_and_whole_numbers_cut),
        cmocka_unit_test(the_view_tells_what_came_and_what_went),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
