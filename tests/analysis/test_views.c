/* Events in time, contradictions, possible matches, and the smaller views. */
#include <math.h>

#include "analysis/dating.h"
#include "analysis/world.h"

/* --- when -------------------------------------------------------------------------------------------------------- */

static rt_dating dating(world *w, const char *start, const char *end, const char *date) {
    return rt_dating_of(rt_str_of(start), rt_str_of(end), rt_str_of(date), &w->arena);
}

static rt_str span_of(world *w, const rt_dating *d) { return json_of(w, rt_dating_span(d, &w->arena)); }

static void a_start_and_an_end_make_one_interval(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_dating d = dating(&w, "2005-02", "2006-07", "2010");
    assert_str(d.edtf, "2005-02/2006-07");
    assert_str(span_of(&w, &d), "[\"2005-02-01\",\"2006-07-31\"]");
}

static void an_end_that_nobody_gives_is_unknown(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_dating d = dating(&w, "2005-02", "", "");
    assert_str(d.edtf, "2005-02/");
    assert_str(span_of(&w, &d), "[\"2005-02-01\",null]");
}

static void a_start_that_is_one_of_several_days_has_bounds_but_no_text_of_its_own(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_dating d = dating(&w, "[2005-02,2006-02]", "2006-07", "");
    assert_int_equal(d.edtf.len, 0);
    assert_str(span_of(&w, &d), "[\"2005-02-01\",\"2006-07-31\"]");
    assert_int_equal(d.when.start_max, rt_day_of(2006, 2, 28));
}

static void what_is_no_date_counts_as_not_given(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_dating d = dating(&w, "some day", "", "2010");
    assert_str(d.edtf, "2010");
    assert_false(dating(&w, "", "", "never").dated);
}

/* --- timeline ---------------------------------------------------------------------------------------------------- */

static void say_a_life(world *w) {
    say(w, "p1 Person name = Ali Example");
    say(w, "v Visit visitor = p1");
    say(w, "v Visit date = 2013-05");
    say(w, "d Detention detainee = p1");
    say(w, "d Detention facility = c1");
    say(w, "d Detention startDate = 2005-02");
    say(w, "d Detention endDate = 2006-07");
    say(w, "c1 PublicBody name = Camp Alpha");
    say(w, "u Event involved = p1");
    say(w, "u Event name = something at some time");
}

static void events_stand_in_the_order_of_time_and_undated_ones_last(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_life(&w);
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_str(at(o, "events.0.id"), "d");
    assert_str(at(o, "events.0.where.caption"), "Camp Alpha");
    assert_str(at(o, "events.1.id"), "v");
    assert_str(at(o, "events.2.id"), "u");
}

static void a_time_in_which_nothing_is_known_is_a_gap(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_life(&w);
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_int_equal(count_at(o, "gaps"), 1);
    assert_str(at(o, "gaps.0.from"), "2006-08-01");
    assert_str(at(o, "gaps.0.to"), "2013-04-30");
}

static void what_held_on_a_day_is_marked_certain_or_possible(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_life(&w);
    w.spec.at = RT_S("2005-12-01");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_str(at(o, "events.0.id"), "d");
    assert_str(at(o, "events.0.certainty"), "certain");
    assert_str(at(o, "events.1.id"), "u");
    assert_str(at(o, "events.1.certainty"), "possible");
    assert_int_equal(count_at(o, "events"), 2);
}

static void an_event_that_two_have_part_in_stands_once(void **state) {
    RT_AUTO(world) w;
    rt_str both[] = {RT_S("p1"), RT_S("p2")};
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "p2 Person name = Maria Example");
    say(&w, "v Visit visitor = p1");
    say(&w, "v Visit visited = p2");
    const rt_value *o = try_look(&w, &rt_view_timeline, (rt_strs){both, 2});
    assert_int_equal(count_at(o, "events"), 1);
    assert_int_equal(count_at(o, "events.0.who"), 2);
}

static void a_source_that_is_silent_is_filled_from_another_and_marked(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "d Detention detainee = p1 | dataset a");
    say(&w, "d Detention startDate = 2005-02 | dataset a");
    say(&w, "d Detention endDate = 2006-07 | dataset b");
    const rt_value *o = look(&w, &rt_view_timeline, "p1");
    assert_str(at(o, "events.0.when"), "2005-02/2006-07");
    assert_str(at(o, "events.0.filled.0"), "endDate");
    assert_str(at(o, "events.0.versions.0.when"), "2005-02/");
    assert_str(at(o, "events.0.versions.1.when"), "/2006-07");
}

/* --- contradictions ---------------------------------------------------------------------------------------------- */

static void versions_whose_dates_exclude_each_other_are_a_contradiction(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "d Detention detainee = p1 | dataset a");
    say(&w, "d Detention endDate = 2004-12 | dataset a");
    say(&w, "d Detention endDate = 2009 | dataset b");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "conflicts.0.rule"), "endDate");
    assert_str(at(o, "conflicts.0.entity.id"), "d");
    assert_str(at(o, "conflicts.0.certainty"), "certain");
}

static void a_date_within_another_is_no_contradiction(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "d Detention detainee = p1");
    say(&w, "d Detention startDate = 2005");
    say(&w, "d Detention startDate = 2005-02");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "conflicts"), 0);
}

static void dates_that_meet_only_when_widened_contradict_possibly(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "d Detention detainee = p1");
    say(&w, "d Detention startDate = 2004-02");
    say(&w, "d Detention startDate = 2005~");
    assert_str(at(look(&w, &rt_view_show, "p1"), "conflicts.0.certainty"), "possible");
}

static void who_asserts_and_who_denies_stand_on_two_sides(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person topics = crime.terror | speaker Court");
    say(&w, "p1 Person topics = crime.terror | speaker Lawyer | stance denies");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "conflicts.0.rule"), "denied");
    assert_str(at(o, "conflicts.0.sides.0.stance"), "asserts");
    assert_str(at(o, "conflicts.0.sides.1.stance"), "denies");
}

static void what_was_taken_back_contradicts_nothing(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person gender = female | speaker Court");
    const rt_str second = say(&w, "p1 Person gender = male | speaker Court");
    link_by(&w, "retracts", second, first, "Court");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "conflicts"), 0);
}

static void a_link_that_opposes_two_statements_is_a_contradiction_once(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person notes = was ill | speaker Campaign");
    const rt_str second = say(&w, "p1 Person notes = was well | speaker Doctor");
    link_by(&w, "opposes", second, first, "");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(count_at(o, "conflicts"), 1);
    assert_str(at(o, "conflicts.0.rule"), "opposed");
    assert_str(at(o, "conflicts.0.certainty"), "possible");
}

/* --- possible matches -------------------------------------------------------------------------------------------- */

/* The part of a candidate's score that this feature gives, or NULL. */
static const rt_value *part(const rt_value *o, const char *feature) {
    for (const rt_value *v = rt_value_first(node(o, "candidates.0.why")); v != NULL; v = v->next)
        if (rt_str_is(rt_value_get_text(v, RT_S("feature")), feature)) return v;
    return NULL;
}

static void a_possible_match_is_shown_with_the_births_compared(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Oussama Atar");
    say(&w, "p1 Person age = 22 | valid 2006-07");
    say(&w, "ofac-1 Person name = Oussama Ahmad ATAR");
    say(&w, "ofac-1 Person birthDate = 1983/1985");
    say(&w, "ofac-2 Person name = Ahmad PETROV");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(count_at(o, "candidates"), 1);
    assert_str(at(o, "candidates.0.id"), "ofac-1");
    const rt_value *births = part(o, "birthDate");
    assert_non_null(births);
    assert_true(holds(&w, births, "1983/1985"));
    assert_true(node(births, "score")->real > 0);
}

static void whom_nobody_calls_person_or_company_is_a_possible_match_too(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Oussama Bakraoui");
    say(&w, "p2 LegalEntity name = Usama Bakraoui");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "candidates.0.id"), "p2");
}

static void births_that_exclude_each_other_speak_against(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Oussama Bakraoui");
    say(&w, "p1 Person birthDate = 1982");
    say(&w, "p2 Person name = Oussama Bakraoui");
    say(&w, "p2 Person birthDate = 1984");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    const rt_value *births = part(o, "birthDate");
    assert_non_null(births);
    assert_true(node(births, "score")->real < 0);
}

static void the_parts_of_a_possible_match_add_up_to_its_score(void **state) {
    RT_AUTO(world) w;
    double sum = 0;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Oussama Atar");
    say(&w, "p2 Person name = Usama ATTAR");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    for (const rt_value *v = rt_value_first(node(o, "candidates.0.why")); v != NULL; v = v->next)
        sum += node(v, "score")->kind == RT_REAL ? node(v, "score")->real : (double)node(v, "score")->integer;
    assert_true(fabs(1 / (1 + exp(-sum)) - node(o, "candidates.0.score")->real) < 0.001);
}

static void a_name_in_another_script_is_a_possible_match(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Vladimir Kuznetsov");
    say(&w, "p2 Person name = Владимир Кузнецов");
    assert_str(at(look(&w, &rt_view_show, "p1"), "candidates.0.id"), "p2");
}

static void who_was_judged_the_same_or_different_is_no_candidate(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "p2 Person name = Ali Example");
    say(&w, "p3 Person name = Ali Example");
    judge(&w, "p1", "different", "p2");
    judge(&w, "p1", "same", "p3");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "candidates"), 0);
}

static void a_vessel_is_no_match_for_a_person(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "c1 Vessel name = Ali Example");
    assert_int_equal(count_at(look(&w, &rt_view_show, "p1"), "candidates"), 0);
}

/* --- sources, statement, stats ----------------------------------------------------------------------------------- */

static void each_source_holds_what_it_says_and_lacks_what_others_say(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset a | speaker Court");
    say(&w, "p1 Person name = Ali Example | dataset b | speaker Police");
    say(&w, "p1 Person birthDate = 1984 | dataset b | speaker Police");
    say(&w, "o Offence accused = p1 | dataset a");
    say(&w, "o Offence charge = illegal entry | dataset a");
    const rt_value *o = look(&w, &rt_view_sources, "p1");
    assert_str(at(o, "sources.0.source"), "a");
    assert_int_equal(count_at(o, "sources.0.holds"), 2);
    assert_str(at(o, "sources.0.lacks.0.prop"), "birthDate");
    assert_str(at(o, "sources.0.lacks.0.held_by.0"), "b");
    assert_str(at(o, "sources.1.lacks.0.prop"), "Offence");
}

static void a_source_that_denies_a_value_does_not_lack_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person topics = crime.terror | dataset a");
    say(&w, "p1 Person topics = crime.terror | dataset b | stance denies");
    const rt_value *o = look(&w, &rt_view_sources, "p1");
    assert_int_equal(count_at(o, "sources.1.lacks"), 0);
    assert_str(at(o, "sources.1.holds.0.stance"), "denies");
}

static void a_statement_has_all_its_fields_and_links_in_both_directions(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person name = Ali | speaker Court");
    const rt_str second = say(&w, "p1 Person name = Ali Example | via Le Soir");
    link_by(&w, "repeats", second, first, "");
    const rt_value *o = look(&w, &rt_view_statement, rt_str_z(&w.arena, first));
    assert_str(at(o, "entity"), "p1");
    assert_str(at(o, "recorded_by"), "tester");
    assert_int_equal(node(o, "quote")->kind, RT_NULL);
    assert_int_equal(node(o, "via")->kind, RT_LIST);
    assert_int_equal(count_at(o, "links"), 0);
    assert_true(rt_str_eq(at(o, "linked_from.0.from"), second));
    assert_str(at(look(&w, &rt_view_statement, rt_str_z(&w.arena, second)), "links.0.type"), "repeats");
}

static void a_hidden_statement_is_not_there(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    rt_str id = say(&w, "p1 Person name = Ali | handling hawk");
    w.spec.narrowed = true;
    assert_null(try_look(&w, &rt_view_statement, (rt_strs){&id, 1}));
    assert_int_equal(w.err.code, RT_ABSENT);
}

static void stats_count_what_the_lens_lets_through(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali | dataset a");
    say(&w, "p1 Person gender = male | dataset a");
    say(&w, "p2 Person name = Zed | dataset b | handling hawk");
    w.spec.narrowed = true;
    const rt_value *o = look(&w, &rt_view_stats, "");
    assert_int_equal(node(o, "entities")->integer, 1);
    assert_int_equal(node(o, "statements")->integer, 2);
    assert_int_equal(node(o, "datasets.a")->integer, 2);
    assert_null(node(o, "datasets.b"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_start_and_an_end_make_one_interval),
        cmocka_unit_test(an_end_that_nobody_gives_is_unknown),
        cmocka_unit_test(a_start_that_is_one_of_several_days_has_bounds_but_no_text_of_its_own),
        cmocka_unit_test(what_is_no_date_counts_as_not_given),
        cmocka_unit_test(events_stand_in_the_order_of_time_and_undated_ones_last),
        cmocka_unit_test(a_time_in_which_nothing_is_known_is_a_gap),
        cmocka_unit_test(what_held_on_a_day_is_marked_certain_or_possible),
        cmocka_unit_test(an_event_that_two_have_part_in_stands_once),
        cmocka_unit_test(a_source_that_is_silent_is_filled_from_another_and_marked),
        cmocka_unit_test(versions_whose_dates_exclude_each_other_are_a_contradiction),
        cmocka_unit_test(a_date_within_another_is_no_contradiction),
        cmocka_unit_test(dates_that_meet_only_when_widened_contradict_possibly),
        cmocka_unit_test(who_asserts_and_who_denies_stand_on_two_sides),
        cmocka_unit_test(what_was_taken_back_contradicts_nothing),
        cmocka_unit_test(a_link_that_opposes_two_statements_is_a_contradiction_once),
        cmocka_unit_test(a_possible_match_is_shown_with_the_births_compared),
        cmocka_unit_test(whom_nobody_calls_person_or_company_is_a_possible_match_too),
        cmocka_unit_test(births_that_exclude_each_other_speak_against),
        cmocka_unit_test(the_parts_of_a_possible_match_add_up_to_its_score),
        cmocka_unit_test(a_name_in_another_script_is_a_possible_match),
        cmocka_unit_test(who_was_judged_the_same_or_different_is_no_candidate),
        cmocka_unit_test(a_vessel_is_no_match_for_a_person),
        cmocka_unit_test(each_source_holds_what_it_says_and_lacks_what_others_say),
        cmocka_unit_test(a_source_that_denies_a_value_does_not_lack_it),
        cmocka_unit_test(a_statement_has_all_its_fields_and_links_in_both_directions),
        cmocka_unit_test(a_hidden_statement_is_not_there),
        cmocka_unit_test(stats_count_what_the_lens_lets_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
