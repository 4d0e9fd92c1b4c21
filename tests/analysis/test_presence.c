/* Who was where with whom. */
#include "analysis/world.h"

static void begin(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "p2 Person name = Omar Example");
    say(w, "p3 Person name = Zaid Example");
    say(w, "f1 PublicBody name = Camp Example");
    say(w, "f2 PublicBody name = Other Camp");
}

static void two_who_are_held_at_one_place_share_the_days_that_both_are_there(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-01-10", "");
    hold(&w, "d2", "p2", "f1", "2005-01-08", "2005-02-01", "");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_int_equal(count_at(o, "overlaps"), 1);
    assert_str(at(o, "overlaps.0.b.caption"), "Omar Example");
    assert_str(at(o, "overlaps.0.place.caption"), "Camp Example");
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_true(holds(&w, o, "\"days\":[3,3]"));
    assert_true(holds(&w, o, "\"span\":[\"2005-01-08\",\"2005-01-10\"]"));
}

static void who_was_there_at_another_time_or_elsewhere_is_not_named(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-01-10", "");
    hold(&w, "d2", "p2", "f1", "2006", "2007", "");
    hold(&w, "d3", "p3", "f2", "2005-01-01", "2005-01-10", "");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 0);
}

static void dates_that_are_not_sure_make_it_possible(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2005-01", "2005-03", "");
    hold(&w, "d2", "p2", "f1", "2005-03", "2006", "");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_str(at(o, "overlaps.0.certainty"), "possible");
    assert_true(holds(&w, o, "\"days\":[0,31]"));
}

static void two_are_impossible_by_one_source_and_possible_by_another(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2006", "2008", " | dataset file-a");
    hold(&w, "d2", "p2", "f1", "2004-02", "2004-12", " | dataset file-b");
    hold(&w, "d2", "p2", "f1", "2005~", "2009", " | dataset file-c");
    const rt_value *o = look_at_two(&w, &rt_view_presence, "p1", "p2");
    assert_int_equal(count_at(o, "overlaps"), 2);
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_str(at(o, "overlaps.0.stay_b.source"), "file-c");
    assert_str(at(o, "overlaps.1.certainty"), "impossible");
    assert_str(at(o, "overlaps.1.stay_b.source"), "file-b");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 1);
}

static void a_source_that_gives_only_dates_takes_who_and_where_from_the_others(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2006", "2008", "");
    hold(&w, "d2", "p2", "f1", "", "", " | dataset file-b");
    hold(&w, "d2", "", "", "2007", "2007", " | dataset file-c");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_int_equal(count_at(o, "overlaps"), 1);
    assert_str(at(o, "overlaps.0.stay_b.source"), "file-c");
    assert_str(at(o, "overlaps.0.stay_b.filled.0"), "who");
    assert_str(at(o, "overlaps.0.stay_b.filled.1"), "where");
}

static void a_stay_without_dates_may_have_been_at_any_time(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2006-01-01", "2006-01-31", "");
    hold(&w, "d2", "p2", "f1", "", "", "");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_str(at(o, "overlaps.0.certainty"), "possible");
    assert_true(holds(&w, o, "\"days\":[0,31]"));
}

static void who_take_part_in_one_event_met_whenever_it_was(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    say(&w, "v Visit facility = f1");
    say(&w, "v Visit date = 2010");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_true(holds(&w, o, "\"together\":true"));
}

static void at_which_of_two_places_they_met_is_not_sure(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    say(&w, "v Visit facility = f1");
    say(&w, "v Visit facility = f2");
    say(&w, "v Visit count = 20");
    say(&w, "v Visit date = 2010");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_int_equal(count_at(o, "overlaps"), 2);
    assert_str(at(o, "overlaps.0.certainty"), "possible");
    assert_true(holds(&w, o, "\"days\":[0,20]"));
}

static void a_visitor_need_not_be_there_on_each_day_but_is_on_some(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit facility = f1");
    say(&w, "v Visit startDate = 2010-01-01");
    say(&w, "v Visit endDate = 2010-01-31");
    hold(&w, "d2", "p2", "f1", "2010-01-01", "2010-01-15", "");
    hold(&w, "d3", "p3", "f1", "2009-01-01", "2011-01-01", "");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_str(at(o, "overlaps.0.b.caption"), "Zaid Example");
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_str(at(o, "overlaps.1.b.caption"), "Omar Example");
    assert_str(at(o, "overlaps.1.certainty"), "possible");
}

static void what_is_only_suspected_is_never_certain(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-01-10", "");
    hold(&w, "d2", "p2", "f1", "2005-01-01", "2005-01-10", " | stance suspects");
    assert_str(at(look(&w, &rt_view_presence, "p1"), "overlaps.0.certainty"), "possible");
}

static void an_end_that_was_taken_back_leaves_the_end_open(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2008", "2009", "");
    hold(&w, "d2", "p2", "f1", "2005", "", " | speaker Court");
    const rt_str end = say(&w, "d2 Detention endDate = 2006 | speaker Court");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 0);
    const rt_str later = say(&w, "d2 Detention endDate = 2006 | speaker Court | said_at 2020 | stance retracts");
    link_by(&w, "retracts", later, end, "Court");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 1);
}

static void a_text_that_is_the_name_of_one_place_means_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2008", "2009", "");
    hold(&w, "d2", "p2", "CAMP EXAMPLE", "2008", "2009", "");
    hold(&w, "d3", "p3", "a cellar", "2008", "2009", "");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 1);
    assert_str(at(look(&w, &rt_view_presence, "p2"), "overlaps.0.place.id"), "f1");
}

static void who_live_at_one_address_in_the_same_years_may_have_met(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person address = 1 Example Street, Brussels | valid 2010/2012");
    say(&w, "p2 Person address = 1 Example Street, Brussels | valid 2011/2015");
    say(&w, "p3 Person address = 1 Example Street, Brussels | valid 2013/2015");
    const rt_value *o = look(&w, &rt_view_presence, "p1");
    assert_int_equal(count_at(o, "overlaps"), 1);
    assert_str(at(o, "overlaps.0.certainty"), "possible");
    assert_str(at(o, "overlaps.0.place"), "1 Example Street, Brussels");
}

static void what_a_reader_may_not_see_puts_nobody_anywhere(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2008", "2009", "");
    hold(&w, "d2", "p2", "f1", "2008", "2009", " | handling hawk");
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 1);
    w.spec = (rt_lens_spec){.narrowed = true};
    assert_int_equal(count_at(look(&w, &rt_view_presence, "p1"), "overlaps"), 0);
}

static void the_last_known_place_has_the_gap_before_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d2", "p1", "f2", "2010-02-01", "2010-02-05", "");
    hold(&w, "d1", "p1", "f1", "2010-01-01", "[2010-01-05..2010-01-10]", "");
    const rt_value *o = look(&w, &rt_view_movements, "p1");
    assert_str(at(o, "stays.0.place.id"), "f1");
    assert_str(at(o, "last.place.id"), "f2");
    assert_str(at(o, "gap.from"), "2010-01-06");
    assert_str(at(o, "gap.to"), "2010-01-31");
    assert_true(holds(&w, o, "\"days\":[21,26]"));
}

/* --- against a slow, obvious version ----------------------------------------------------------------------------- */

/* Two days of January 2006 with what lies between them, as a set: "[2006-01-03..2006-01-07]". */
typedef struct days {
    int from, to;
} days;

static days some_days(unsigned *seed) {
    const int a = 1 + (int)(next_random(seed) % 28), b = a + (int)(next_random(seed) % 4);
    return (days){a, b < 28 ? b : 28};
}

static void print_days(char *to, size_t n, days d) { snprintf(to, n, "[2006-01-%02d..2006-01-%02d]", d.from, d.to); }

typedef struct truth {
    int least, most; /* days shared, over every way in which the four days can lie */
} truth;

static truth by_trying_all(days s1, days e1, days s2, days e2) {
    truth t = {1000, -1};
    for (int a = s1.from; a <= s1.to; a++)
        for (int b = e1.from; b <= e1.to; b++)
            for (int c = s2.from; c <= s2.to; c++)
                for (int d = e2.from; d <= e2.to; d++) {
                    if (b < a || d < c) continue;
                    const int first = a > c ? a : c, last = b < d ? b : d;
                    const int n = last < first ? 0 : last - first + 1;
                    t.least = n < t.least ? n : t.least;
                    t.most = n > t.most ? n : t.most;
                }
    return t;
}

static void the_days_shared_are_those_that_trying_all_gives(void **state) {
    unsigned seed = 7;
    (void)state;
    for (int round = 0; round < 60; round++) {
        RT_AUTO(world) w;
        char text[4][64], want[64];
        days d[4];
        world_init(&w);
        for (size_t i = 0; i < 4; i++) d[i] = some_days(&seed);
        if (d[1].to < d[0].from || d[3].to < d[2].from) continue;
        for (size_t i = 0; i < 4; i++) print_days(text[i], sizeof text[i], d[i]);
        hold(&w, "d1", "p1", "f1", text[0], text[1], "");
        hold(&w, "d2", "p2", "f1", text[2], text[3], "");
        say(&w, "p1 Person name = Ali Example");
        say(&w, "p2 Person name = Omar Example");
        const truth t = by_trying_all(d[0], d[1], d[2], d[3]);
        const rt_value *o = look_at_two(&w, &rt_view_presence, "p1", "p2");
        snprintf(want, sizeof want, "\"days\":[%d,%d]", t.least, t.most);
        if (!holds(&w, o, want)) fail_msg("%s %s, %s %s: not %s", text[0], text[1], text[2], text[3], want);
        assert_str(at(o, "overlaps.0.certainty"), t.most == 0 ? "impossible" : t.least > 0 ? "certain" : "possible");
    }
}

/* Random stays with sources, secrets, retractions and judgements. */
static void say_at_random(world *w, unsigned *seed) {
    char line[256], event[8], who[8], where[8], start[16], end[16], rest[64];
    rt_str said[80];
    for (unsigned i = 1; i <= 6; i++) {
        snprintf(line, sizeof line, "p%u Person name = Person Number %u", i, i);
        say(w, line);
    }
    for (unsigned i = 0; i < 30; i++) {
        const unsigned year = 2000 + next_random(seed) % 10;
        snprintf(event, sizeof event, "d%u", next_random(seed) % 24);
        snprintf(who, sizeof who, "p%u", 1 + next_random(seed) % 6);
        snprintf(where, sizeof where, "f%u", next_random(seed) % 3);
        snprintf(start, sizeof start, "%u", year);
        snprintf(end, sizeof end, "%u", year + next_random(seed) % 3);
        snprintf(rest, sizeof rest, " | dataset file-%u | speaker s%s", next_random(seed) % 3,
                 next_random(seed) % 4 == 0 ? " | handling hawk" : "");
        hold(w, event, who, next_random(seed) % 6 > 0 ? where : "", next_random(seed) % 6 > 0 ? start : "",
             next_random(seed) % 6 > 0 ? end : "", rest);
        snprintf(line, sizeof line, "%s Detention endDate = %u%s", event, year + 2 + i % 3, rest);
        said[i] = say(w, line);
        if (next_random(seed) % 5 == 0) world_commit(w);
    }
    for (unsigned i = 0; i < 4; i++)
        link_by(w, "retracts", said[next_random(seed) % 30], said[next_random(seed) % 30], "s");
    snprintf(event, sizeof event, "d%u", next_random(seed) % 24);
    judge(w, "d0", "same", event);
    judge(w, "f0", "same", "f2");
}

/* How many overlaps with b it holds that are not impossible. */
static size_t count_with(const rt_value *o, const char *b) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(node(o, "overlaps")); v != NULL; v = v->next)
        n += rt_str_is(at(v, "b.id"), b) && !rt_str_is(at(v, "certainty"), "impossible");
    return n;
}

/* With everybody, stays are found by place and time; with one, by what names the two: both must find the same. Returns
 * how many. */
static size_t compare_ways(world *w, unsigned round) {
    size_t n = 0;
    for (unsigned a = 1; a <= 6; a++)
        for (unsigned b = 1; b <= 6; b++) {
            char x[8], y[8];
            snprintf(x, sizeof x, "p%u", a);
            snprintf(y, sizeof y, "p%u", b);
            if (a == b) continue;
            const size_t by_place = count_with(look(w, &rt_view_presence, x), y),
                         by_name = count_with(look_at_two(w, &rt_view_presence, x, y), y);
            n += by_place;
            if (by_place != by_name)
                fail_msg("round %u, %s with %s: %zu by place and time, %zu by name", round, x, y, by_place, by_name);
        }
    return n;
}

static void what_is_found_by_place_and_time_is_what_is_found_by_name(void **state) {
    unsigned seed = 11;
    (void)state;
    for (unsigned round = 0; round < 12; round++) {
        RT_AUTO(world) w;
        world_init(&w);
        say_at_random(&w, &seed);
        const size_t n = compare_ways(&w, round);
        w.spec = (rt_lens_spec){.narrowed = true};
        assert_in_range(compare_ways(&w, round), 1, n - 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_who_are_held_at_one_place_share_the_days_that_both_are_there),
        cmocka_unit_test(who_was_there_at_another_time_or_elsewhere_is_not_named),
        cmocka_unit_test(dates_that_are_not_sure_make_it_possible),
        cmocka_unit_test(two_are_impossible_by_one_source_and_possible_by_another),
        cmocka_unit_test(a_source_that_gives_only_dates_takes_who_and_where_from_the_others),
        cmocka_unit_test(a_stay_without_dates_may_have_been_at_any_time),
        cmocka_unit_test(who_take_part_in_one_event_met_whenever_it_was),
        cmocka_unit_test(at_which_of_two_places_they_met_is_not_sure),
        cmocka_unit_test(a_visitor_need_not_be_there_on_each_day_but_is_on_some),
        cmocka_unit_test(what_is_only_suspected_is_never_certain),
        cmocka_unit_test(an_end_that_was_taken_back_leaves_the_end_open),
        cmocka_unit_test(a_text_that_is_the_name_of_one_place_means_it),
        cmocka_unit_test(who_live_at_one_address_in_the_same_years_may_have_met),
        cmocka_unit_test(what_a_reader_may_not_see_puts_nobody_anywhere),
        cmocka_unit_test(the_last_known_place_has_the_gap_before_it),
        cmocka_unit_test(the_days_shared_are_those_that_trying_all_gives),
        cmocka_unit_test(what_is_found_by_place_and_time_is_what_is_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
