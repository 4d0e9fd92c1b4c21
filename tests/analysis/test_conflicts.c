/* What contradicts what: the rules between an entity and its events, their weight, and the whole case. */
#include "analysis/conflict.h"
#include "analysis/world.h"

/* The first contradiction of this rule, or NULL. */
static const rt_value *found(const rt_value *o, const char *rule) {
    for (const rt_value *v = rt_value_first(node(o, "conflicts")); v != NULL; v = v->next)
        if (rt_str_is(rt_value_get_text(v, RT_S("rule")), rule)) return v;
    return NULL;
}

static void begin(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "c1 PublicBody name = Camp Alpha");
    say(w, "c2 PublicBody name = Camp Beta");
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static void a_death_before_the_birth_is_a_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person birthDate = 1984-05");
    say(&w, "p1 Person deathDate = 1983");
    const rt_value *c = found(look(&w, &rt_view_conflicts, "p1"), "deathBeforeBirth");
    assert_str(at(c, "certainty"), "certain");
    assert_int_equal(count_at(c, "sides"), 2);
}

static void a_death_before_one_of_two_births_is_only_possibly_one(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person birthDate = 1984 | dataset a");
    say(&w, "p1 Person birthDate = 1964 | dataset b");
    say(&w, "p1 Person deathDate = 1983");
    assert_str(at(found(look(&w, &rt_view_conflicts, "p1"), "deathBeforeBirth"), "certainty"), "possible");
}

static void an_end_before_the_start_counts_within_one_source(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "d1 Detention detainee = p1");
    say(&w, "d1 Detention startDate = 2006 | dataset a");
    say(&w, "d1 Detention endDate = 2005 | dataset b");
    assert_null(found(look(&w, &rt_view_conflicts, "p1"), "endBeforeStart"));
    say(&w, "d1 Detention endDate = 2005 | dataset a");
    assert_non_null(found(look(&w, &rt_view_conflicts, "p1"), "endBeforeStart"));
}

static void a_visit_after_the_death_is_a_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person deathDate = 2010-03");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit date = 2010-04-02");
    const rt_value *c = found(look(&w, &rt_view_conflicts, "p1"), "eventAfterDeath");
    assert_str(at(c, "certainty"), "certain");
    assert_str(at(c, "sides.1.about.id"), "v");
}

static void a_visit_in_the_month_of_the_death_is_none(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person deathDate = 2010-03");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit date = 2010-03");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

static void an_arrest_before_a_birth_that_an_age_gives_is_a_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person age = 22 | valid 2006-07");
    hold(&w, "d1", "p1", "c1", "1980", "1981", "");
    assert_str(at(found(look(&w, &rt_view_conflicts, "p1"), "eventBeforeBirth"), "certainty"), "certain");
}

static void what_is_held_over_the_dead_is_none(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person deathDate = 2010-03");
    say(&w, "s Sanction entity = p1");
    say(&w, "s Sanction startDate = 2012");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static void two_prisons_on_the_same_days_are_a_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "c1", "2005-01-10", "2005-06-01", "");
    hold(&w, "d2", "p1", "c2", "2005-05-01", "2005-09-01", "");
    const rt_value *o = look(&w, &rt_view_conflicts, "p1");
    assert_str(at(o, "conflicts.0.rule"), "twoPlaces");
    assert_str(at(o, "conflicts.0.certainty"), "certain");
}

static void the_day_of_a_transfer_belongs_to_both_prisons(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "c1", "2005-01-10", "2005-06-01", "");
    hold(&w, "d2", "p1", "c2", "2005-06-01", "2005-09-01", "");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

static void stays_whose_dates_leave_room_are_no_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    hold(&w, "d1", "p1", "c1", "[2006-07..2012-08]", "[2006-07..2012-08]", "");
    hold(&w, "d2", "p1", "c2", "2006", "2012", "");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

static void a_block_within_a_camp_is_the_same_place(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "c2 PublicBody parent = c1");
    hold(&w, "d1", "p1", "c1", "2005-01-10", "2005-06-01", "");
    hold(&w, "d2", "p1", "c2", "2005-05-01", "2005-09-01", "");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

/* Days of two random stays, and whether they surely share two of them: the sweep against the plain question. */
static void the_sweep_over_stays_finds_what_comparing_all_pairs_finds(void **state) {
    unsigned seed = 7;
    (void)state;
    for (int round = 0; round < 12; round++) {
        RT_AUTO(world) w;
        int from[5], to[5];
        bool any = false;
        begin(&w);
        for (int i = 0; i < 5; i++) {
            char id[8], place[8], start[16], end[16];
            seed = seed * 1103515245U + 12345U;
            from[i] = 1 + (int)(seed >> 16) % 25;
            to[i] = from[i] + (int)(seed >> 8) % 5;
            snprintf(id, sizeof id, "d%d", i);
            snprintf(place, sizeof place, "place-%d", i % 3);
            snprintf(start, sizeof start, "2005-01-%02d", from[i]);
            snprintf(end, sizeof end, "2005-01-%02d", to[i]);
            hold(&w, id, "p1", place, start, end, "");
        }
        for (int i = 0; i < 5; i++)
            for (int k = 0; k < i; k++) {
                const int first = from[i] > from[k] ? from[i] : from[k], last = to[i] < to[k] ? to[i] : to[k];
                any = any || (i % 3 != k % 3 && last - first >= 1);
            }
        assert_int_equal(found(look(&w, &rt_view_conflicts, "p1"), "twoPlaces") != NULL, any);
    }
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static void two_facilities_that_one_speaker_lists_are_no_conflict(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit facility = c1 | speaker Guard | dataset a");
    say(&w, "v Visit facility = c2 | speaker Guard | dataset a");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
    say(&w, "v Visit facility = c2 | speaker Warden | dataset a");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 1);
}

static void a_retraction_by_somebody_else_stands_beside_as_opposed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str claim = say(&w, "p1 Person notes = was ill | speaker Campaign");
    const rt_str other = say(&w, "p1 Person notes = was well | speaker Doctor");
    link_by(&w, "retracts", other, claim, "Doctor");
    assert_str(at(look(&w, &rt_view_conflicts, "p1"), "conflicts.0.rule"), "opposed");
}

/* --- weight ------------------------------------------------------------------------------------------------------ */

static void what_is_certain_and_grave_stands_first(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit count = 3");
    say(&w, "v Visit count = 4");
    say(&w, "p1 Person topics = wanted | speaker Court");
    say(&w, "p1 Person topics = wanted | speaker Lawyer | stance denies");
    const rt_value *o = look(&w, &rt_view_conflicts, "p1");
    assert_str(at(o, "conflicts.0.rule"), "denied");
    assert_str(at(o, "conflicts.1.rule"), "count");
    assert_true(node(o, "conflicts.0.weight")->integer > node(o, "conflicts.1.weight")->integer);
}

static void a_side_that_is_graded_improbable_has_no_support(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person gender = male | dataset a | reliability B | credibility 2");
    say(&w, "p1 Person gender = female | dataset b | credibility 5");
    const rt_value *o = look(&w, &rt_view_conflicts, "p1");
    assert_str(at(o, "conflicts.0.sides.0.grade"), "B2");
    assert_int_equal(node(o, "conflicts.0.sides.0.support")->integer, 1);
    assert_int_equal(node(o, "conflicts.0.sides.1.support")->integer, 0);
}

static rt_str rule_told(world *w, const rt_value **o) {
    *o = look(w, &rt_view_conflicts, "p1");
    return at(*o, "conflicts.0.rule");
}

static void a_visit_to_one_place_while_held_at_another_is_a_contradiction(void **state) {
    RT_AUTO(world) w;
    const rt_value *o;
    (void)state;
    world_of_people(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-12-31", "");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit facility = f2");
    say(&w, "v Visit date = 2005-06-01");
    assert_str(rule_told(&w, &o), "heldElsewhere");
    assert_str(at(o, "conflicts.0.certainty"), "certain");
}

static void a_visit_on_the_day_of_release_or_of_no_sure_day_is_none(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-12-31", "");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit facility = f2");
    say(&w, "v Visit date = 2005-12-31");
    say(&w, "u Visit visitor = p1");
    say(&w, "u Visit facility = f2");
    say(&w, "u Visit date = [2005-12-01..2006-01-10]");
    say(&w, "x Visit visited = p1");
    say(&w, "x Visit facility = f2");
    say(&w, "x Visit date = 2005-03-01");
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), 0);
}

static void a_journey_while_held_may_be_one_in_custody(void **state) {
    RT_AUTO(world) w;
    const rt_value *o;
    (void)state;
    world_of_people(&w);
    hold(&w, "d1", "p1", "f1", "2005-01-01", "2005-12-31", "");
    say(&w, "t Travel traveller = p1");
    say(&w, "t Travel endDate = 2005-06-02");
    say(&w, "t Travel startDate = 2005-06-01");
    assert_str(rule_told(&w, &o), "heldElsewhere");
    assert_str(at(o, "conflicts.0.certainty"), "possible");
}

static void a_letter_that_came_before_it_went_is_a_contradiction(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "m Message date = 2005-02-01 | dataset a");
    say(&w, "m Message receivedAt = 2005-01-01 | dataset a");
    assert_str(at(look(&w, &rt_view_conflicts, "m"), "conflicts.0.rule"), "receivedBeforeSent");
}

static void what_opposes_a_hub_is_told_once_each_from_either_side(void **state) {
    enum { N = 300 };
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    const rt_str hub = say(&w, "p1 Person notes = the hub");
    for (int i = 0; i < N; i++) {
        char line[64];
        snprintf(line, sizeof line, "p1 Person notes = note %d", i);
        link_by(&w, "opposes", say(&w, line), hub, "");
    }
    assert_int_equal(count_at(look(&w, &rt_view_conflicts, "p1"), "conflicts"), N);
}

static void every_contradiction_names_a_rule_of_the_table(void **state) {
    (void)state;
    for (const rt_conflict_rule *rule = rt_conflict_rules; rule->name != NULL; rule++) {
        assert_ptr_equal(rt_conflict_rule_named(rt_str_of(rule->name)), rule);
        assert_true(rule->grave >= 1 && rule->grave <= 9);
    }
}

static void every_rule_stands_in_the_docs(void **state) {
    static char docs[1 << 16];
    char name[64];
    (void)state;
    FILE *f = fopen(TESTS_DIR "/../docs/disagreement.md", "rb");
    assert_non_null(f);
    const size_t n = fread(docs, 1, sizeof docs, f);
    fclose(f);
    for (const rt_conflict_rule *rule = rt_conflict_rules; rule->name != NULL; rule++) {
        snprintf(name, sizeof name, "`%s`", rule->name);
        if (rt_str_find((rt_str){docs, n}, rt_str_of(name)) == SIZE_MAX)
            fail_msg("docs/disagreement.md lacks %s", name);
    }
}

/* --- the whole case ---------------------------------------------------------------------------------------------- */

static void the_whole_case_tells_each_contradiction_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_str a = say(&w, "p1 Person notes = was ill | speaker Campaign");
    const rt_str b = say(&w, "p2 Person notes = nobody was ill | speaker Doctor");
    link_by(&w, "opposes", a, b, "");
    link_by(&w, "opposes", b, a, "");
    hold(&w, "d1", "p1", "c1", "2005-01-10", "2005-06-01", "");
    hold(&w, "d2", "p1", "c2", "2005-05-01", "2005-09-01", "");
    const rt_value *o = look_at_all(&w, &rt_view_conflicts);
    assert_int_equal(count_at(o, "conflicts"), 2);
    assert_int_equal(node(o, "about")->kind, RT_NULL);
}

static void two_ids_that_are_one_are_looked_at_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person gender = male");
    say(&w, "p2 Person gender = female");
    assert_int_equal(count_at(look_at_all(&w, &rt_view_conflicts), "conflicts"), 0);
    judge(&w, "p1", "same", "p2");
    assert_int_equal(count_at(look_at_all(&w, &rt_view_conflicts), "conflicts"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_death_before_the_birth_is_a_conflict),
        cmocka_unit_test(a_death_before_one_of_two_births_is_only_possibly_one),
        cmocka_unit_test(an_end_before_the_start_counts_within_one_source),
        cmocka_unit_test(a_visit_after_the_death_is_a_conflict),
        cmocka_unit_test(a_visit_in_the_month_of_the_death_is_none),
        cmocka_unit_test(an_arrest_before_a_birth_that_an_age_gives_is_a_conflict),
        cmocka_unit_test(what_is_held_over_the_dead_is_none),
        cmocka_unit_test(two_prisons_on_the_same_days_are_a_conflict),
        cmocka_unit_test(the_day_of_a_transfer_belongs_to_both_prisons),
        cmocka_unit_test(stays_whose_dates_leave_room_are_no_conflict),
        cmocka_unit_test(a_block_within_a_camp_is_the_same_place),
        cmocka_unit_test(the_sweep_over_stays_finds_what_comparing_all_pairs_finds),
        cmocka_unit_test(two_facilities_that_one_speaker_lists_are_no_conflict),
        cmocka_unit_test(a_retraction_by_somebody_else_stands_beside_as_opposed),
        cmocka_unit_test(what_is_certain_and_grave_stands_first),
        cmocka_unit_test(a_side_that_is_graded_improbable_has_no_support),
        cmocka_unit_test(a_visit_to_one_place_while_held_at_another_is_a_contradiction),
        cmocka_unit_test(a_visit_on_the_day_of_release_or_of_no_sure_day_is_none),
        cmocka_unit_test(a_journey_while_held_may_be_one_in_custody),
        cmocka_unit_test(a_letter_that_came_before_it_went_is_a_contradiction),
        cmocka_unit_test(what_opposes_a_hub_is_told_once_each_from_either_side),
        cmocka_unit_test(every_contradiction_names_a_rule_of_the_table),
        cmocka_unit_test(every_rule_stands_in_the_docs),
        cmocka_unit_test(the_whole_case_tells_each_contradiction_once),
        cmocka_unit_test(two_ids_that_are_one_are_looked_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
