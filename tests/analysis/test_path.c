/* Ways between two entities; the search against a slow one that knows the whole case. */
#include "analysis/world.h"

static const rt_value *path(world *w, const char *a, const char *b) { return look_at_two(w, &rt_view_path, a, b); }

static void a_relation_is_one_step_and_told_as_the_schema_directs_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "mother", "p2", " | speaker Court");
    const rt_value *o = path(&w, "p2", "p1");
    assert_int_equal(count_at(o, "paths"), 1);
    assert_int_equal(count_at(o, "paths.0.nodes"), 2);
    assert_str(at(o, "paths.0.nodes.0.id"), "p2");
    assert_str(at(o, "paths.0.edges.0.type"), "Family");
    assert_str(at(o, "paths.0.edges.0.what"), "mother");
    assert_str(at(o, "paths.0.edges.0.from"), "p1");
    assert_int_equal(count_at(o, "paths.0.edges.0.statements"), 3);
    assert_int_equal(number_at(o, "paths.0.support"), 1);
}

static void an_event_that_names_both_joins_them_in_two_steps(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(count_at(o, "paths.0.edges"), 2);
    assert_str(at(o, "paths.0.nodes.1.id"), "v");
    assert_str(at(o, "paths.0.edges.0.type"), "visitor");
    assert_str(at(o, "paths.0.edges.1.type"), "visited");
}

static void a_longer_way_stands_behind_when_it_is_better_supported(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "cousin", "p2", " | speaker Court");
    for (int i = 0; i < 2; i++) {
        say_kin(&w, "g", "p1", "brother", "p3", i == 0 ? " | speaker Court" : " | speaker Police");
        say_kin(&w, "h", "p3", "sister", "p2", i == 0 ? " | speaker Court" : " | speaker Police");
    }
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(count_at(o, "paths"), 2);
    assert_int_equal(count_at(o, "paths.0.edges"), 1);
    assert_true(is_set(o, "paths.0.shortest"));
    assert_int_equal(count_at(o, "paths.1.edges"), 2);
    assert_int_equal(number_at(o, "paths.1.support"), 2);
}

static void what_is_only_suspected_joins_with_support_0(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "f Family person = p1 | speaker Court");
    say(&w, "f Family relative = p2 | speaker Court | stance suspects");
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(number_at(o, "paths.0.support"), 0);
    assert_str(at(o, "paths.0.edges.0.stance"), "suspects");
}

static void what_is_denied_or_taken_back_joins_nobody(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "f Family person = p1 | speaker Court");
    say(&w, "f Family relative = p2 | speaker Court | stance denies");
    say(&w, "g Family person = p1 | speaker Court");
    const rt_str earlier = say(&w, "g Family relative = p2 | speaker Court");
    link_by(&w, "retracts", say(&w, "n Note description = an error | speaker Court"), earlier, "Court");
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths"), 0);
}

static void what_the_reader_may_not_see_joins_nobody(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "f Family person = p1 | speaker Court | handling red");
    say(&w, "f Family relative = p2 | speaker Court | handling red");
    say_kin(&w, "g", "p1", "brother", "p3", " | speaker Court");
    say_kin(&w, "h", "p3", "brother", "p2", " | speaker Court");
    w.spec.narrowed = true;
    w.spec.clear = RT_S("green");
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths.0.edges"), 2);
    w.spec.narrowed = false;
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths.0.edges"), 1);
}

static void two_that_are_judged_the_same_are_one_step_on_the_way(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "brother", "p3", " | speaker Court");
    say_kin(&w, "g", "p4", "brother", "p2", " | speaker Court");
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths"), 0);
    judge(&w, "p3", "same", "p4");
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths.0.edges"), 2);
}

static void what_surely_was_not_on_the_day_joins_nobody(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "m Membership member = p1");
    say(&w, "m Membership organization = o");
    say(&w, "m Membership endDate = 2005");
    say(&w, "o Organization name = Example Club");
    w.spec.at = RT_S("2004-05-01");
    assert_int_equal(count_at(path(&w, "p1", "o"), "paths"), 1);
    w.spec.at = RT_S("2007");
    assert_int_equal(count_at(path(&w, "p1", "o"), "paths"), 0);
}

static void from_one_to_itself_is_a_way_without_steps(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    const rt_value *o = path(&w, "p1", "Ali Example");
    assert_int_equal(count_at(o, "paths.0.nodes"), 1);
    assert_int_equal(count_at(o, "paths.0.edges"), 0);
}

static void ways_that_share_no_step_stand_behind(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "cousin", "p2", " | speaker Court");
    say_kin(&w, "g", "p1", "brother", "p3", " | speaker Court");
    say_kin(&w, "h", "p3", "sister", "p2", " | speaker Court");
    say_kin(&w, "i", "p3", "friend", "p4", " | speaker Court");
    say_kin(&w, "j", "p4", "friend", "p2", " | speaker Court");
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(count_at(o, "paths"), 2); /* by p3 and p4 it would go over the brother again */
    assert_str(at(o, "paths.0.why"), "shortest");
    assert_str(at(o, "paths.1.why"), "apart");
    assert_str(at(o, "paths.1.nodes.1.id"), "p3");
    w.asked.most = 1;
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths"), 1);
}

static void kinds_of_ties_may_be_left_out(void **state) {
    RT_AUTO(world) w;
    rt_str kinds[] = {RT_S("relations"), RT_S("places")};
    (void)state;
    world_of_people(&w);
    say_kin(&w, "f", "p1", "cousin", "p2", "");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    w.asked.without = (rt_strs){kinds, 2};
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(count_at(o, "paths"), 1);
    assert_str(at(o, "paths.0.nodes.1.id"), "v");
    kinds[0] = RT_S("friends");
    rt_str who[] = {RT_S("p1"), RT_S("p2")};
    assert_null(try_look(&w, &rt_view_path, (rt_strs){who, 2}));
    assert_int_equal(w.err.code, RT_USAGE);
}

static void two_stays_at_one_place_join_where_they_may_have_met(void **state) {
    RT_AUTO(world) w;
    rt_str kinds[] = {RT_S("presences"), RT_S("places")};
    (void)state;
    world_of_people(&w);
    say(&w, "c PublicBody name = Camp Alpha");
    hold(&w, "d1", "p1", "c", "2004", "2006", " | speaker Court");
    hold(&w, "d2", "p2", "c", "2005-02", "2005-03", " | speaker Police");
    hold(&w, "d3", "p3", "c", "2009", "2010", " | speaker Police");
    const rt_value *o = path(&w, "p1", "p2");
    assert_int_equal(count_at(o, "paths.0.edges"), 3);
    assert_str(at(o, "paths.0.edges.1.type"), "presence");
    assert_str(at(o, "paths.0.edges.1.certainty"), "certain");
    assert_str(at(o, "paths.0.edges.1.place.caption"), "Camp Alpha");
    /* The 28th of February and the 1st of March. */
    assert_int_equal(number_at(o, "paths.0.edges.1.days.0"), 2);
    assert_true(count_at(o, "paths.0.edges.1.statements") > 5);
    o = path(&w, "p1", "p3");
    assert_int_equal(count_at(o, "paths.0.edges"), 4); /* by the place alone */
    w.asked.without = (rt_strs){kinds, 2};
    assert_int_equal(count_at(path(&w, "p1", "p2"), "paths"), 0);
}

static void a_place_of_many_is_crossed_without_reading_all_of_them(void **state) {
    RT_AUTO(world) w;
    char line[80];
    (void)state;
    world_of_people(&w);
    say(&w, "a Address full = 1 Example Street");
    say(&w, "p1 Person addressEntity = a");
    for (int i = 0; i < 5000; i++) {
        snprintf(line, sizeof line, "q%d Person addressEntity = a", i);
        say(&w, line);
    }
    say(&w, "p2 Person addressEntity = a");
    const rt_value *o = path(&w, "p1", "p2"); /* p2 is behind the 4,096 that are read of the address */
    assert_int_equal(count_at(o, "paths.0.edges"), 2);
    assert_str(at(o, "paths.0.nodes.1.id"), "a");
}

/* --- against a slow search --------------------------------------------------------------------------------------- */

enum { PEOPLE = 14, RELATIONS = 16, FAR = 99 };

/* Random relations, some of them told by two; how many speakers tell of each pair, at best. */
static void say_random(world *w, unsigned *seed, size_t support[PEOPLE][PEOPLE]) {
    char text[100];
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(text, sizeof text, "n%d Person name = Person %d", i, i);
        say(w, text);
    }
    for (int i = 0; i < RELATIONS; i++) {
        const unsigned a = next_random(seed) % PEOPLE, b = next_random(seed) % PEOPLE, by = 1 + next_random(seed) % 2;
        if (a == b) continue;
        for (unsigned s = 0; s < by; s++) {
            snprintf(text, sizeof text, "r%d Associate person = n%u | speaker S%u", i, a, s);
            say(w, text);
            snprintf(text, sizeof text, "r%d Associate associate = n%u | speaker S%u", i, b, s);
            say(w, text);
        }
        if (by > support[a][b]) support[a][b] = support[b][a] = by;
    }
}

/* R. W. Floyd, "Algorithm 97: Shortest Path", CACM 5(6), 1962. */
static void slow(size_t support[PEOPLE][PEOPLE], size_t least, size_t far[PEOPLE][PEOPLE]) {
    for (int a = 0; a < PEOPLE; a++)
        for (int b = 0; b < PEOPLE; b++) far[a][b] = a == b ? 0 : support[a][b] >= least ? 1 : FAR;
    for (int k = 0; k < PEOPLE; k++)
        for (int a = 0; a < PEOPLE; a++)
            for (int b = 0; b < PEOPLE; b++)
                if (far[a][k] + far[k][b] < far[a][b]) far[a][b] = far[a][k] + far[k][b];
}

static size_t best_of_support(const rt_value *o, int64_t least) {
    size_t best = FAR;
    for (const rt_value *p = rt_value_first(node(o, "paths")); p != NULL; p = p->next) {
        const size_t n = rt_value_count(rt_value_get(p, RT_S("edges")));
        if (rt_value_get(p, RT_S("support"))->integer >= least && n < best) best = n;
    }
    return best;
}

static void the_ways_are_as_long_as_those_of_a_slow_search(void **state) {
    (void)state;
    for (unsigned seed = 1, round = 0; round < 8; round++) {
        RT_AUTO(world) w;
        size_t support[PEOPLE][PEOPLE] = {0}, any[PEOPLE][PEOPLE], two[PEOPLE][PEOPLE];
        world_init(&w);
        say_random(&w, &seed, support);
        slow(support, 1, any);
        slow(support, 2, two);
        for (int b = 1; b < PEOPLE; b++) {
            char id[8];
            snprintf(id, sizeof id, "n%d", b);
            const rt_value *o = path(&w, "n0", id);
            if (best_of_support(o, 1) != any[0][b]) fail_msg("round %u, n0 to %s: any support", round, id);
            const bool near = two[0][b] < FAR && two[0][b] <= any[0][b] + 3;
            if (best_of_support(o, 2) != (near ? two[0][b] : FAR)) fail_msg("round %u, n0 to %s: support 2", round, id);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_relation_is_one_step_and_told_as_the_schema_directs_it),
        cmocka_unit_test(an_event_that_names_both_joins_them_in_two_steps),
        cmocka_unit_test(a_longer_way_stands_behind_when_it_is_better_supported),
        cmocka_unit_test(what_is_only_suspected_joins_with_support_0),
        cmocka_unit_test(what_is_denied_or_taken_back_joins_nobody),
        cmocka_unit_test(what_the_reader_may_not_see_joins_nobody),
        cmocka_unit_test(two_that_are_judged_the_same_are_one_step_on_the_way),
        cmocka_unit_test(what_surely_was_not_on_the_day_joins_nobody),
        cmocka_unit_test(ways_that_share_no_step_stand_behind),
        cmocka_unit_test(kinds_of_ties_may_be_left_out),
        cmocka_unit_test(two_stays_at_one_place_join_where_they_may_have_met),
        cmocka_unit_test(a_place_of_many_is_crossed_without_reading_all_of_them),
        cmocka_unit_test(from_one_to_itself_is_a_way_without_steps),
        cmocka_unit_test(the_ways_are_as_long_as_those_of_a_slow_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
