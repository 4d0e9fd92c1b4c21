/* What happened, in the order of time as far as it is certain; where nothing is known. */
#include "analysis/chronology.h"
#include "analysis/world.h"

static void begin(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
}

static void held(world *w, const char *id, const char *start, const char *end) {
    hold(w, id, "p1", "f1", start, end, "");
}

static const rt_value *event(const rt_value *o, const char *id) {
    for (const rt_value *v = rt_value_first(node(o, "events")); v != NULL; v = v->next)
        if (rt_str_is(at(v, "id"), id)) return v;
    return NULL;
}

static void an_event_whose_place_in_the_order_is_not_certain_says_so(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    held(&w, "d1", "2004-01-01", "2004-01-02");
    held(&w, "d2", "[2005..2008]", "2009");
    held(&w, "d3", "2006-05-01", "2006-05-02");
    held(&w, "d4", "2010-01-01", "2010-01-02");
    held(&w, "d5", "", "");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_true(holds(&w, event(o, "d1"), "\"order\":[1,1]"));
    assert_true(holds(&w, event(o, "d2"), "\"order\":[2,3]"));
    assert_true(holds(&w, event(o, "d3"), "\"order\":[2,3]"));
    assert_true(holds(&w, event(o, "d4"), "\"order\":[4,4]"));
    assert_int_equal(node(event(o, "d5"), "order")->kind, RT_NULL);
}

static void a_doubted_date_has_no_certain_place(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    held(&w, "d1", "2004-01-01", "2004-01-02");
    held(&w, "d2", "2006?", "2006");
    held(&w, "d3", "2010-01-01", "2010-01-02");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_true(holds(&w, event(o, "d2"), "\"order\":[1,3]"));
    assert_true(holds(&w, event(o, "d1"), "\"order\":[1,2]"));
}

static void what_has_no_date_or_no_place_is_told_and_counted(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    held(&w, "d1", "", "");
    say(&w, "d2 Detention detainee = p1");
    say(&w, "d2 Detention startDate = 2005");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_int_equal(count_at(o, "events"), 2);
    assert_int_equal(count_at(o, "undated"), 1);
    assert_str(at(o, "undated.0"), "d1");
    assert_int_equal(count_at(o, "unplaced"), 1);
    assert_str(at(o, "unplaced.0"), "d2");
}

static void nothing_is_known_between_2013_and_august_2016(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "e1 Event involved = p1");
    say(&w, "e1 Event date = 2013");
    say(&w, "e2 Event involved = p1");
    say(&w, "e2 Event date = 2016-08");
    say(&w, "e3 Event involved = p1");
    say(&w, "e3 Event date = [2013..2016-08]");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_int_equal(count_at(o, "gaps"), 1);
    assert_str(at(o, "gaps.0.after"), "2013");
    assert_str(at(o, "gaps.0.before"), "2016-08");
    assert_str(at(o, "gaps.0.from"), "2014-01-01");
    assert_str(at(o, "gaps.0.to"), "2016-07-31");
    assert_int_equal(number_at(o, "gaps.0.may_hold"), 1);
}

static void a_stay_of_which_both_ends_are_known_leaves_no_gap(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    held(&w, "d1", "2005", "2010");
    held(&w, "d2", "2010-02", "2010-03");
    assert_int_equal(count_at(look(&w, &rt_view_timeline, "p1"), "gaps"), 0);
}

static void what_is_said_for_some_time_and_a_relation_that_is_dated_are_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person status = ill | valid 2012-09");
    say(&w, "p1 Person status = well");
    say(&w, "e Employment employee = p1");
    say(&w, "e Employment employer = m");
    say(&w, "e Employment role = guard");
    say(&w, "e Employment startDate = 2010");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_int_equal(count_at(o, "events"), 2);
    assert_str(at(o, "events.0.schema"), "Employment");
    assert_str(at(o, "events.1.when"), "2012-09");
    assert_true(holds(&w, node(o, "events.1.what"), "ill"));
}

static void what_two_are_asked_about_have_part_in_is_told_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p2 Person name = Omar Example");
    say(&w, "e Event involved = p1");
    say(&w, "e Event involved = p2");
    say(&w, "e Event date = 2010");
    say(&w, "f Event involved = p2");
    say(&w, "f Event date = 2009");
    const rt_value *o = look_at_two(&w, &rt_view_timeline, "p1", "p2");
    assert_int_equal(count_at(o, "events"), 2);
    assert_str(at(o, "events.0.id"), "f");
    assert_int_equal(count_at(o, "events.1.who"), 2);
}

static void versions_of_one_event_stand_under_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d", "p1", "f1", "2004", "2004", " | dataset file-a");
    hold(&w, "d", "p1", "f1", "2005", "2009", " | dataset file-b");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_int_equal(count_at(o, "events"), 1);
    assert_int_equal(count_at(o, "events.0.versions"), 2);
    assert_str(at(o, "events.0.versions.1.dataset"), "file-b");
}

/* --- against a loop over all pairs ------------------------------------------------------------------------------- */

enum { DATES = 40 };

static rt_str random_date(unsigned *seed, rt_arena *arena) {
    static const char *const forms[] = {"%u",      "%u-0%u", "%u-0%u-1%u", "%u~",   "%u?",        "[%u,%u]",
                                        "%u/2010", "/%u",    "../%u",      "%u/..", "[%u..2008]", "%u/"};
    const unsigned year = 2003 + next_random(seed) % 5, month = 1 + next_random(seed) % 9;
    const char *form = forms[next_random(seed) % 12];
    if (form[0] == '[' && form[3] == ',') return rt_str_printf(arena, "[%u,%u]", year, year + 1);
    char text[40];
    snprintf(text, sizeof text, form, year, month, next_random(seed) % 10);
    return rt_str_copy(arena, rt_str_of(text));
}

/* The first and the last day on which it may have begun, or (gone on since ever) ended. */
static void anchor(const rt_dating *d, rt_day *first, rt_day *last) {
    const rt_bounds *w = &d->when.wide;
    const bool ever = w->start_max == RT_DAY_OPEN_START;
    *first = ever ? w->end_min : w->start_min;
    *last = ever ? w->end_max : w->start_max;
}

static bool surely_before(const rt_dating *a, const rt_dating *b) {
    rt_day first, last, other_first, other_last;
    anchor(a, &first, &last);
    anchor(b, &other_first, &other_last);
    return !a->when.uncertain && !b->when.uncertain && last < other_first;
}

static void the_places_in_the_order_are_those_that_a_loop_over_all_pairs_gives(void **state) {
    unsigned seed = 9;
    (void)state;
    for (unsigned round = 0; round < 100; round++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_dating all[DATES] = {0};
        const rt_dating *at[DATES];
        const size_t n = next_random(&seed) % DATES;
        size_t dated = 0;
        for (size_t i = 0; i < n; i++) {
            const rt_str none = {"", 0};
            all[i] = rt_dating_of(none, none, next_random(&seed) % 8 == 0 ? none : random_date(&seed, &arena), &arena);
            at[i] = &all[i];
            dated += all[i].dated;
        }
        const rt_standing *order = rt_chronology_order(at, n, &arena);
        for (size_t i = 0; i < n; i++) {
            size_t first = 1, last = dated;
            for (size_t k = 0; k < n; k++) {
                if (!all[i].dated || !all[k].dated) continue;
                first += surely_before(&all[k], &all[i]);
                last -= surely_before(&all[i], &all[k]);
            }
            if (!all[i].dated) first = last = 0;
            if (order[i].first != first || order[i].last != last)
                fail_msg("round %u, %.*s: %zu to %zu, not %zu to %zu", round, RT_FMT(all[i].edtf), order[i].first,
                         order[i].last, first, last);
        }
    }
}

/* Of each day apart: whether something is known, or may be. */
static void the_gaps_are_the_days_of_which_nothing_is_known(void **state) {
    enum { YEARS = 12, DAYS = YEARS * 366 };
    static bool known[DAYS];
    unsigned seed = 4;
    (void)state;
    for (unsigned round = 0; round < 60; round++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_dating all[8];
        const rt_dating *at[8];
        const rt_day zero = rt_day_of(2000, 1, 1);
        const rt_str none = {"", 0};
        memset(known, 0, sizeof known);
        for (size_t i = 0; i < 8; i++) {
            const unsigned year = 2000 + next_random(&seed) % (YEARS - 2);
            const rt_str start = rt_str_printf(&arena, "%u-0%u", year, 1 + next_random(&seed) % 9);
            const bool one = next_random(&seed) % 2 == 0;
            all[i] = one ? rt_dating_of(none, none, start, &arena)
                         : rt_dating_of(start, rt_str_printf(&arena, "%u-02-03", year + 1), none, &arena);
            at[i] = &all[i];
            for (rt_day d = all[i].when.start_min; d <= all[i].when.end_max; d++) known[d - zero] = true;
        }
        const rt_gaps gaps = rt_chronology_gaps(at, 8, &arena);
        rt_day day = 0;
        size_t g = 0;
        while (!known[day]) day++;
        for (rt_day last = day; day < DAYS; day++) {
            if (!known[day]) continue;
            if (day - last > 90) {
                assert_true(g < gaps.n);
                assert_int_equal(gaps.at[g].from - zero, last + 1);
                assert_int_equal(gaps.at[g].to - zero, day - 1);
                g++;
            }
            last = day;
        }
        assert_int_equal(g, gaps.n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_whose_place_in_the_order_is_not_certain_says_so),
        cmocka_unit_test(a_doubted_date_has_no_certain_place),
        cmocka_unit_test(what_has_no_date_or_no_place_is_told_and_counted),
        cmocka_unit_test(nothing_is_known_between_2013_and_august_2016),
        cmocka_unit_test(a_stay_of_which_both_ends_are_known_leaves_no_gap),
        cmocka_unit_test(what_is_said_for_some_time_and_a_relation_that_is_dated_are_told),
        cmocka_unit_test(what_two_are_asked_about_have_part_in_is_told_once),
        cmocka_unit_test(versions_of_one_event_stand_under_it),
        cmocka_unit_test(the_places_in_the_order_are_those_that_a_loop_over_all_pairs_gives),
        cmocka_unit_test(the_gaps_are_the_days_of_which_nothing_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
