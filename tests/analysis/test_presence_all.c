/* All pairs at a place, and places within others. */
#include "analysis/sweep.h"
#include "analysis/world.h"

static void begin(world *w) {
    world_of_people(w);
    say(w, "f1 PublicBody name = Camp Example");
    say(w, "f2 PublicBody name = Other Camp");
}

/* --- sweeps against a loop over all pairs ------------------------------------------------------------------------ */

enum { SPANS = 60 };

static bool share(const rt_swept *a, const rt_swept *b) {
    const bool x = a->to < a->from, y = b->to < b->from; /* some one day of many */
    if (x && y) return false;
    if (x) return b->from <= a->to && b->to >= a->from;
    if (y) return a->from <= b->to && a->to >= b->from;
    return a->from <= b->to && b->from <= a->to;
}

typedef struct told {
    bool pairs[SPANS][SPANS];
    size_t n, most;
} told;

static bool take(void *context, rt_swept_pair p) {
    told *t = context;
    assert_false(t->pairs[p.a][p.b] || t->pairs[p.b][p.a]);
    t->pairs[p.a][p.b] = true;
    return ++t->n < t->most;
}

static void a_sweep_finds_the_pairs_that_a_loop_over_all_finds(void **state) {
    unsigned seed = 3;
    (void)state;
    for (unsigned round = 0; round < 200; round++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_swept spans[SPANS] = {0}, as_made[SPANS];
        told all = {.most = SIZE_MAX}, few = {.most = 3};
        const size_t n = next_random(&seed) % SPANS;
        uint64_t count = 0;
        for (size_t i = 0; i < n; i++) {
            const rt_day from = next_random(&seed) % 40;
            spans[i] = (rt_swept){from, from + (rt_day)(next_random(&seed) % 14) - 4, next_random(&seed) % 12, i};
        }
        memcpy(as_made, spans, sizeof spans);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++) count += spans[i].who != spans[k].who && share(&spans[i], &spans[k]);
        assert_int_equal(rt_sweep_count(spans, n, &arena), count);
        rt_sweep_each(spans, n, take, &all, &arena);
        assert_int_equal(all.n, count);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < n; k++)
                if (all.pairs[i][k]) assert_true(share(&as_made[i], &as_made[k]) && as_made[i].who != as_made[k].who);
        rt_sweep_each(spans, n, take, &few, &arena);
        assert_int_equal(few.n, count < 3 ? count : 3);
    }
}

/* --- all pairs against asking for each two ----------------------------------------------------------------------- */

static void say_one_at_random(world *w, unsigned *seed, unsigned i) {
    static const char *const ends[] = {"2005-03", "2005-03-10", "[2005-03-01..2005-03-20]", "2005-04?", "2006", ""};
    char line[256], event[8], rest[80];
    const bool visit = next_random(seed) % 3 == 0;
    snprintf(event, sizeof event, "%c%u", visit ? 'v' : 'd', i % 14);
    snprintf(rest, sizeof rest, " | dataset file-%u | speaker s%s%s", next_random(seed) % 2,
             next_random(seed) % 5 == 0 ? " | stance suspects" : "",
             next_random(seed) % 4 == 0 ? " | handling hawk" : "");
    snprintf(line, sizeof line, "%s %s %s = p%u%s", event, visit ? "Visit" : "Detention",
             visit ? "visitor" : "detainee", 1 + next_random(seed) % 4, rest);
    say(w, line);
    snprintf(line, sizeof line, "%s %s facility = f%u%s", event, visit ? "Visit" : "Detention",
             1 + (next_random(seed) % 4 == 0), rest);
    say(w, line);
    for (unsigned k = 0; k < 2; k++) {
        const char *day = ends[next_random(seed) % 6];
        snprintf(line, sizeof line, "%s %s %s = %s%s", event, visit ? "Visit" : "Detention",
                 k == 0 ? "startDate" : "endDate", day, rest);
        if (day[0] != '\0') say(w, line);
    }
}

typedef struct tally {
    int pairs, certain;
} tally;

/* p2 is left out where it was judged to be p1. */
static tally by_asking_for_each_two(world *w, const char *place, bool judged) {
    tally t = {0};
    for (unsigned a = 1; a <= 4; a++)
        for (unsigned b = a + 1; b <= 4; b++) {
            char x[8], y[8];
            snprintf(x, sizeof x, "p%u", a);
            snprintf(y, sizeof y, "p%u", b);
            if (judged && (a == 2 || b == 2)) continue;
            const rt_value *o = look_at_two(w, &rt_view_presence, x, y);
            for (const rt_value *v = rt_value_first(node(o, "overlaps")); v != NULL; v = v->next) {
                if (!rt_str_is(at(v, "place.id"), place)) continue;
                t.pairs += !rt_str_is(at(v, "certainty"), "impossible");
                t.certain += rt_str_is(at(v, "certainty"), "certain");
            }
        }
    return t;
}

static int count_certain(const rt_value *o) {
    int n = 0;
    for (const rt_value *v = rt_value_first(node(o, "overlaps")); v != NULL; v = v->next)
        n += rt_str_is(at(v, "certainty"), "certain");
    return n;
}

static void compare(world *w, const char *during, unsigned round) {
    w->asked = (rt_view_args){.during = rt_str_of(during)};
    const tally want = by_asking_for_each_two(w, "f1", round % 3 == 0);
    const rt_value *o = look(w, &rt_view_presence, "f1");
    if (number_at(o, "at.pairs") != want.pairs || (int)count_at(o, "overlaps") != want.pairs)
        fail_msg("round %u, %s: %d pairs, %zu told, by asking for each two %d", round, during, number_at(o, "at.pairs"),
                 count_at(o, "overlaps"), want.pairs);
    assert_int_equal(number_at(o, "at.certain"), count_certain(o));
    if (strcmp(during, "../..") == 0) assert_int_equal(count_certain(o), want.certain);
    assert_false(is_set(o, "at.more"));
}

static void all_pairs_at_a_place_are_those_of_asking_for_each_two(void **state) {
    unsigned seed = 5;
    (void)state;
    for (unsigned round = 0; round < 12; round++) {
        RT_AUTO(world) w;
        begin(&w);
        for (unsigned i = 0; i < 22; i++) say_one_at_random(&w, &seed, i);
        if (round % 3 == 0) judge(&w, "p1", "same", "p2");
        compare(&w, "../..", round);
        compare(&w, "2005-03-05", round);
        w.spec = (rt_lens_spec){.narrowed = true};
        compare(&w, "../..", round);
    }
}

static void of_many_pairs_the_certain_ones_are_told_first(void **state) {
    RT_AUTO(world) w;
    char line[64], id[8], who[8];
    (void)state;
    begin(&w);
    for (unsigned i = 0; i < 50; i++) {
        snprintf(id, sizeof id, "d%u", i);
        snprintf(who, sizeof who, "q%u", i);
        snprintf(line, sizeof line, "%s Person name = Number %u", who, i);
        say(&w, line);
        hold(&w, id, who, "f1", i < 4 ? "2007-01-01" : "[2007-01-01..2007-12-31]", i < 4 ? "2007-02-01" : "2007", "");
    }
    w.asked.during = RT_S("2007");
    const rt_value *o = look(&w, &rt_view_presence, "f1");
    assert_int_equal(number_at(o, "at.people"), 50);
    assert_int_equal(number_at(o, "at.pairs"), 50 * 49 / 2);
    assert_int_equal(number_at(o, "at.certain"), 6);
    assert_int_equal(count_at(o, "overlaps"), 1000);
    assert_true(is_set(o, "at.more"));
    assert_str(at(o, "overlaps.5.certainty"), "certain");
    assert_str(at(o, "overlaps.6.certainty"), "possible");
}

/* --- places within others ---------------------------------------------------------------------------------------- */

static const rt_value *within(world *w, const char *level, const char *a) {
    w->asked.within = rt_str_of(level);
    return look(w, &rt_view_presence, a);
}

static void who_are_held_in_one_town_meet_in_it_when_towns_are_asked_for(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "a1 Address full = Example Quarter, Exampletown");
    say(&w, "a1 Address city = Exampletown");
    say(&w, "a1 Address country = be");
    say(&w, "f1 PublicBody addressEntity = a1");
    const rt_str address = say(&w, "f2 PublicBody address = 2 Example Road, Exampletown, Belgium");
    hold(&w, "d1", "p1", "f1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d2", "p2", "f2", "2007-01-20", "2007-02-20", "");
    assert_int_equal(count_at(within(&w, "", "p1"), "overlaps"), 0);
    const rt_value *o = within(&w, "place", "p1");
    assert_int_equal(count_at(o, "overlaps"), 1);
    assert_str(at(o, "overlaps.0.level"), "place");
    assert_str(at(o, "overlaps.0.place"), "Exampletown, Belgium");
    assert_str(at(o, "overlaps.0.stay_b.place.id"), "f2");
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_true(holds(&w, node(o, "overlaps.0.statements"), rt_str_z(&w.arena, address)));
}

static void one_country_is_told_only_when_it_is_asked_for(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "f1 PublicBody country = iq");
    say(&w, "d2 Detention detainee = p2");
    say(&w, "d2 Detention country = iq");
    say(&w, "d2 Detention date = 2007-01-10");
    hold(&w, "d1", "p1", "f1", "2007-01-01", "2007-01-31", "");
    assert_int_equal(count_at(within(&w, "place", "p1"), "overlaps"), 0);
    const rt_value *o = within(&w, "country", "p1");
    assert_str(at(o, "overlaps.0.level"), "country");
    assert_str(at(o, "overlaps.0.place"), "Iraq");
    o = within(&w, "country", "p2");
    assert_str(at(o, "overlaps.0.b.id"), "p1");
}

static void a_block_is_within_its_camp_but_a_prison_is_not_within_its_ministry(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "m PublicBody name = Ministry");
    say(&w, "f1 PublicBody parent = m");
    say(&w, "f2 PublicBody parent = m");
    say(&w, "b1 PublicBody name = Block One");
    say(&w, "b1 PublicBody parent = f1");
    hold(&w, "d1", "p1", "b1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d2", "p2", "f1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d3", "p3", "f2", "2007-01-01", "2007-01-31", "");
    const rt_value *o = within(&w, "place", "p1");
    assert_int_equal(count_at(o, "overlaps"), 1);
    assert_str(at(o, "overlaps.0.place.id"), "f1");
    assert_str(at(o, "overlaps.0.level"), "facility");
}

static void all_pairs_in_a_town_are_those_of_all_that_is_in_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "a1 Address full = Exampletown");
    say(&w, "a1 Address city = Exampletown");
    say(&w, "a1 Address country = be");
    say(&w, "f1 PublicBody address = 1 Example Road, Exampletown, Belgium");
    hold(&w, "d1", "p1", "f1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d2", "p2", "a cellar, Exampletown, Belgium", "2007-01-01", "2007-01-31", "");
    hold(&w, "d3", "p3", "a1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d4", "p4", "f2", "2007-01-01", "2007-01-31", "");
    w.asked = (rt_view_args){.during = RT_S("2007"), .within = RT_S("place")};
    const rt_value *o = look(&w, &rt_view_presence, "a1");
    assert_int_equal(number_at(o, "at.people"), 3);
    assert_int_equal(number_at(o, "at.certain"), 3);
    w.asked.within = RT_S("");
    assert_int_equal(number_at(look(&w, &rt_view_presence, "a1"), "at.people"), 1);
}

/* --- what does not count ----------------------------------------------------------------------------------------- */

static void a_stay_that_was_taken_back_or_is_only_denied_is_shown_and_not_counted(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d2", "", "f1", "2007-01-01", "2007-01-31", "");
    const rt_str said = say(&w, "d2 Detention detainee = p2 | speaker Court");
    link_by(&w, "retracts", say(&w, "d2 Detention notes = a mistake | speaker Court"), said, "Court");
    hold(&w, "d3", "", "f1", "2007-01-01", "2007-01-31", "");
    say(&w, "d3 Detention detainee = p3 | speaker Court | stance denies");
    w.asked.during = RT_S("2007");
    const rt_value *o = look(&w, &rt_view_presence, "f1");
    assert_int_equal(number_at(o, "at.stays"), 1);
    assert_int_equal(count_at(o, "not_counted"), 2);
    assert_str(at(o, "not_counted.0.mark"), "taken back");
    assert_str(at(o, "not_counted.0.who.id"), "p2");
    assert_str(at(o, "not_counted.1.mark"), "denied");
    o = look_at_two(&w, &rt_view_presence, "p1", "p2");
    assert_int_equal(count_at(o, "overlaps"), 0);
    assert_str(at(o, "not_counted.0.place.id"), "f1");
}

static void a_stay_that_somebody_denies_counts_with_the_denial_beside_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "f1", "2007-01-01", "2007-01-31", "");
    hold(&w, "d2", "p2", "f1", "2007-01-01", "2007-01-31", " | speaker Court");
    say(&w, "d2 Detention facility = f1 | speaker Guard | stance denies");
    const rt_value *o = look_at_two(&w, &rt_view_presence, "p1", "p2");
    assert_str(at(o, "overlaps.0.certainty"), "certain");
    assert_int_equal(count_at(o, "overlaps.0.stay_b.denied_by"), 1);
    assert_int_equal(count_at(o, "overlaps.0.stay_a.denied_by"), 0);
}

static void what_is_no_level_or_no_date_is_refused(void **state) {
    RT_AUTO(world) w;
    rt_str one = RT_S("p1");
    (void)state;
    begin(&w);
    w.asked.within = RT_S("planet");
    assert_null(try_look(&w, &rt_view_presence, (rt_strs){&one, 1}));
    assert_int_equal(w.err.code, RT_USAGE);
    w.asked = (rt_view_args){.during = RT_S("some day")};
    assert_null(try_look(&w, &rt_view_presence, (rt_strs){&one, 1}));
    assert_int_equal(w.err.code, RT_USAGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sweep_finds_the_pairs_that_a_loop_over_all_finds),
        cmocka_unit_test(all_pairs_at_a_place_are_those_of_asking_for_each_two),
        cmocka_unit_test(of_many_pairs_the_certain_ones_are_told_first),
        cmocka_unit_test(who_are_held_in_one_town_meet_in_it_when_towns_are_asked_for),
        cmocka_unit_test(one_country_is_told_only_when_it_is_asked_for),
        cmocka_unit_test(a_block_is_within_its_camp_but_a_prison_is_not_within_its_ministry),
        cmocka_unit_test(all_pairs_in_a_town_are_those_of_all_that_is_in_it),
        cmocka_unit_test(a_stay_that_was_taken_back_or_is_only_denied_is_shown_and_not_counted),
        cmocka_unit_test(a_stay_that_somebody_denies_counts_with_the_denial_beside_it),
        cmocka_unit_test(what_is_no_level_or_no_date_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
