/* The dossier, and the rules of reading that all views share. */
#include "analysis/world.h"

/* --- values ------------------------------------------------------------------------------------------------------ */

static void a_value_that_two_sources_give_stands_once_with_both(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person nationality = be | speaker Court | dataset a");
    say(&w, "p1 Person nationality = be | speaker Police | dataset b");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(count_at(o, "properties.nationality"), 1);
    assert_str(at(o, "properties.nationality.0.label"), "Belgium");
    assert_str(at(o, "properties.nationality.0.sources.1"), "b");
    assert_int_equal(count_at(o, "properties.nationality.0.statements"), 2);
    assert_int_equal(count_at(o, "statements"), 2);
}

static void the_value_of_most_sources_stands_first_then_the_first_that_was_said(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person nationality = fr | dataset a");
    say(&w, "p1 Person nationality = iq | dataset a");
    say(&w, "p1 Person nationality = be | dataset a");
    say(&w, "p1 Person nationality = be | dataset b");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "properties.nationality.0.value"), "be");
    assert_str(at(o, "properties.nationality.1.value"), "fr");
    assert_str(at(o, "properties.nationality.2.value"), "iq");
}

static void a_value_that_its_type_refuses_is_shown_with_the_reason(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person birthDate = some day in May");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "properties.birthDate.0.value"), "some day in May");
    assert_true(at(o, "properties.birthDate.0.refused").len > 12);
    assert_int_equal(count_at(o, "birth.by"), 0);
}

static void every_field_of_a_dossier_is_printed_even_when_it_is_empty(void **state) {
    static const char *const fields[] = {"id",        "caption",    "schema",    "aliases",   "properties",
                                         "birth",     "birth.span", "birth.by",  "relations", "events",
                                         "conflicts", "alerts",     "candidates"};
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (node(o, fields[i]) == NULL) fail_msg("%s is not there", fields[i]);
}

/* --- captions ---------------------------------------------------------------------------------------------------- */

static void the_caption_is_the_name_that_most_sources_give(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Muhammad Example | dataset a");
    say(&w, "p1 Person name = Ali Example | dataset a");
    say(&w, "p1 Person name = Ali Example | dataset b");
    assert_str(at(look(&w, &rt_view_show, "p1"), "caption"), "Ali Example");
}

static void of_names_that_as_many_sources_give_the_longest_is_the_caption(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali | dataset a");
    say(&w, "p1 Person name = Ali Zed | dataset b");
    say(&w, "p1 Person name = Ali Abe | dataset b");
    assert_str(at(look(&w, &rt_view_show, "p1"), "caption"), "Ali Abe");
}

static void a_name_that_is_only_denied_is_no_caption_and_no_alias(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example the Longer | stance denies");
    say(&w, "p1 Person name = Ali Example");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "caption"), "Ali Example");
    assert_int_equal(count_at(o, "aliases"), 0);
}

/* --- what is taken out ------------------------------------------------------------------------------------------- */

static void what_its_speaker_takes_back_counts_no_more_but_stays_on_show(void **state) {
    RT_AUTO(world) w;
    char path[80];
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person name = A Longer Wrong Name | speaker Court");
    const rt_str second = say(&w, "p1 Person name = Ali Example | speaker Court");
    link_by(&w, "retracts", second, first, "Court");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    snprintf(path, sizeof path, "statements.%.*s.retracted_by", RT_FMT(first));
    assert_str(at(o, "caption"), "Ali Example");
    assert_int_equal(count_at(o, "properties.name"), 2);
    assert_true(rt_str_eq(at(o, path), second));
    assert_non_null(node(o, "properties.name.0.retracted"));
}

static void a_retraction_by_another_speaker_takes_nothing_out(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person name = A Longer Name | speaker Court");
    const rt_str second = say(&w, "p1 Person name = Ali Example | speaker Police");
    link_by(&w, "retracts", second, first, "Police");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "caption"), "A Longer Name");
    assert_false(holds(&w, o, "retracted"));
}

static void what_is_replaced_counts_no_more_whoever_replaces_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person name = A Longer Name | speaker Court");
    const rt_str second = say(&w, "p1 Person name = Ali Example | speaker Clerk");
    link_by(&w, "replaces", second, first, "Clerk");
    assert_str(at(look(&w, &rt_view_show, "p1"), "caption"), "Ali Example");
}

static void a_statement_that_retracts_takes_back_what_its_speaker_said_of_the_same_value(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person status = ill | speaker Doctor | said_at 2010");
    say(&w, "p1 Person status = ill | speaker Lawyer | said_at 2010");
    say(&w, "p1 Person status = ill | speaker Doctor | said_at 2011 | stance retracts");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_int_equal(count_at(o, "properties.status"), 2);
    assert_true(holds(&w, o, "retracted_by"));
    assert_null(node(o, "properties.status.0.retracted")); /* the lawyer stands by it */
}

static void a_retraction_counts_from_its_day_on(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str first = say(&w, "p1 Person name = A Longer Name | speaker Court | said_at 2010");
    say(&w, "p1 Person name = Ali Example | speaker Court | said_at 2010");
    const rt_str third = say(&w, "p1 Person name = Ali | speaker Court | said_at 2012");
    link_by(&w, "retracts", third, first, "Court");
    w.spec.said_by = RT_S("2011-12-31");
    assert_str(at(look(&w, &rt_view_show, "p1"), "caption"), "A Longer Name");
}

/* --- judgements -------------------------------------------------------------------------------------------------- */

static void entities_judged_the_same_are_shown_as_one(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "a Person name = Ali Example");
    say(&w, "b Person nationality = be");
    say(&w, "c Person gender = male");
    judge(&w, "a", "same", "b");
    judge(&w, "c", "same", "b");
    const rt_value *o = look(&w, &rt_view_show, "c");
    assert_str(at(o, "caption"), "Ali Example");
    assert_str(at(o, "id"), "a");
    assert_int_equal(count_at(o, "properties"), 3);
    assert_int_equal(count_at(o, "members"), 3);
}

static void a_later_judgement_on_the_same_two_takes_the_earlier_back(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "a Person name = Ali Example");
    say(&w, "b Person nationality = be");
    judge(&w, "a", "same", "b");
    judge(&w, "b", "different", "a");
    assert_int_equal(count_at(look(&w, &rt_view_show, "b"), "properties"), 1);
    judge(&w, "b", "same", "a");
    assert_int_equal(count_at(look(&w, &rt_view_show, "b"), "properties"), 2);
}

/* --- who is meant ------------------------------------------------------------------------------------------------ */

static void who_is_found_by_id_by_name_in_any_order_of_words_and_by_alias(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Éxample");
    say(&w, "p1 Person alias = Abu Zed");
    assert_str(at(look(&w, &rt_view_show, "p1"), "id"), "p1");
    assert_str(at(look(&w, &rt_view_show, "EXAMPLE, ali"), "id"), "p1");
    assert_str(at(look(&w, &rt_view_show, "abu zed"), "id"), "p1");
}

static void of_several_that_bear_a_name_the_one_that_has_it_as_name_and_most_sources_is_shown(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "a Person alias = Ali Example | dataset one");
    say(&w, "a Person name = Zed | dataset two");
    say(&w, "b Person name = Ali Example | dataset one");
    say(&w, "c Person name = Ali Example | dataset one");
    say(&w, "c Person gender = male | dataset two");
    const rt_value *o = look(&w, &rt_view_show, "Ali Example");
    assert_str(at(o, "id"), "c");
    assert_str(at(o, "also.0.id"), "b");
    assert_str(at(o, "also.1.id"), "a");
}

static void who_is_hidden_is_told_in_the_words_for_who_never_was(void **state) {
    RT_AUTO(world) w;
    rt_str ghost = RT_S("ghost"), nobody = RT_S("gh0st");
    (void)state;
    world_init(&w);
    say(&w, "ghost Person name = Ghost Example | handling hawk");
    say(&w, "p1 Person name = Ali Example");
    w.spec.narrowed = true;
    assert_null(try_look(&w, &rt_view_show, (rt_strs){&ghost, 1}));
    assert_int_equal(w.err.code, RT_ABSENT);
    const rt_str hidden = rt_str_copy(&w.arena, rt_str_of(w.err.message));
    assert_null(try_look(&w, &rt_view_show, (rt_strs){&nobody, 1}));
    assert_int_equal(rt_str_of(w.err.message).len, hidden.len);
}

static void a_mistyped_name_brings_names_that_share_its_words(void **state) {
    RT_AUTO(world) w;
    rt_str typed = RT_S("Zed Example");
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    assert_null(try_look(&w, &rt_view_show, (rt_strs){&typed, 1}));
    assert_true(strstr(w.err.message, "did you mean Ali Example (p1)?") != NULL);
}

static void people_are_suggested_before_what_mentions_them(void **state) {
    RT_AUTO(world) w;
    rt_str typed = RT_S("Exampel");
    (void)state;
    world_init(&w);
    say(&w, "a1 Visit name = Visit of Mr Example");
    say(&w, "a2 Release name = Release of Ali Example");
    say(&w, "z9 Person name = Ali Example");
    assert_null(try_look(&w, &rt_view_show, (rt_strs){&typed, 1}));
    assert_true(strstr(w.err.message, "did you mean Ali Example (z9), ") != NULL);
}

static void who_bears_a_name_like_the_one_asked_for_is_shown_and_it_is_said(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Oussama Atar");
    say(&w, "p2 Person name = Maria Example");
    const rt_value *o = look(&w, &rt_view_show, "ATTAR, Usama");
    assert_str(at(o, "id"), "p1");
    assert_str(at(o, "asked.name"), "ATTAR, Usama");
    assert_str(at(o, "asked.like"), "Oussama Atar");
    assert_null(node(look(&w, &rt_view_show, "Oussama Atar"), "asked"));
}

/* --- what is hidden ---------------------------------------------------------------------------------------------- */

/* What everybody may see: the same in both worlds. */
static void say_what_is_open(world *w) {
    say(w, "p1 Person name = Ali Example | dataset a");
    say(w, "d1 Detention detainee = p1 | dataset a");
    say(w, "d1 Detention facility = c1 | dataset a");
    say(w, "d1 Detention startDate = 2005-02 | dataset a");
    say(w, "p2 Person name = Ali Muhammad Example | dataset b");
}

static void hidden_entries_change_nothing(void **state) {
    RT_AUTO(world) one;
    RT_AUTO(world) other;
    (void)state;
    world_init(&one);
    world_init(&other);
    say(&one, "p1 Person name = Ali The Hidden | dataset z | handling hawk");
    say(&one, "c1 PublicBody name = Camp Hidden | handling red");
    say(&one, "p9 Person name = Ali Example | dataset z | handling hawk");
    say(&one, "d1 Detention startDate = 2004 | dataset z | handling hawk");
    say_what_is_open(&one);
    judge(&one, "p1", "same", "p9");
    say_what_is_open(&other);
    one.spec.narrowed = other.spec.narrowed = true;
    const rt_view *const views[] = {&rt_view_show, &rt_view_timeline, &rt_view_sources, &rt_view_stats};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        const rt_str a = json_of(&one, look(&one, views[i], "Ali Example"));
        const rt_str b = json_of(&other, look(&other, views[i], "Ali Example"));
        if (!rt_str_eq(a, b)) fail_msg("%s:\n%.*s\n%.*s", views[i]->name, RT_FMT(a), RT_FMT(b));
    }
}

static void what_a_statement_names_but_nobody_visible_speaks_of_has_its_id_for_caption(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "c1 PublicBody name = Camp Hidden | handling red");
    say_what_is_open(&w);
    w.spec.narrowed = true;
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "events.0.where.caption"), "c1");
    assert_int_equal(node(o, "events.0.where.schema")->kind, RT_NULL);
}

/* --- birth ------------------------------------------------------------------------------------------------------- */

static void dates_ranges_and_ages_agree_on_the_days_that_all_allow(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person age = 22 | valid 2006-07 | dataset a");
    say(&w, "p1 Person birthDate = 1984 | dataset b");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "birth.span.0"), "1984-01-01");
    assert_str(at(o, "birth.span.1"), "1984-07-31");
    assert_str(at(o, "birth.by.1.how"), "age");
    assert_int_equal(count_at(o, "birth.disagree"), 0);
}

static void a_birth_date_that_disagrees_is_named_and_is_a_contradiction(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person birthDate = 1984 | speaker A | dataset a");
    say(&w, "p1 Person birthDate = 1984-05 | speaker B | dataset b");
    say(&w, "p1 Person birthDate = 1971-03-02 | speaker C | dataset c");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "birth.span.0"), "1984-05-01");
    assert_str(at(o, "birth.disagree.0.edtf"), "1971-03-02");
    assert_str(at(o, "conflicts.0.rule"), "birthDate");
    assert_str(at(o, "conflicts.0.certainty"), "certain");
    assert_int_equal(count_at(o, "conflicts.0.sides"), 3);
}

static void alternatives_of_one_speaker_contradict_each_other_only_possibly(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person birthDate = 1984 | speaker OFAC | dataset ofac");
    say(&w, "p1 Person birthDate = 1985 | speaker OFAC | dataset ofac");
    assert_str(at(look(&w, &rt_view_show, "p1"), "conflicts.0.certainty"), "possible");
}

/* --- relations --------------------------------------------------------------------------------------------------- */

static void a_relation_is_told_from_either_side(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Usama Example");
    say(&w, "p2 Person name = Maria Example");
    say(&w, "f Family person = p1");
    say(&w, "f Family relative = p2");
    say(&w, "f Family relationship = mother");
    const rt_value *son = look(&w, &rt_view_show, "p1"), *mother = look(&w, &rt_view_show, "p2");
    assert_str(at(son, "relations.0.what"), "mother");
    assert_str(at(son, "relations.0.other.caption"), "Maria Example");
    assert_str(at(mother, "relations.0.what"), "mother of");
    assert_str(at(mother, "relations.0.other.id"), "p1");
}

static void a_role_is_told_with_what_the_relation_is(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    say(&w, "e Employment employee = p1");
    say(&w, "e Employment employer = c1");
    say(&w, "e Employment role = guard");
    say(&w, "e Employment startDate = 2004");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "relations.0.what"), "works for (guard)");
    assert_str(at(o, "relations.0.when"), "2004/");
    assert_int_equal(count_at(o, "events"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_that_two_sources_give_stands_once_with_both),
        cmocka_unit_test(the_value_of_most_sources_stands_first_then_the_first_that_was_said),
        cmocka_unit_test(a_value_that_its_type_refuses_is_shown_with_the_reason),
        cmocka_unit_test(every_field_of_a_dossier_is_printed_even_when_it_is_empty),
        cmocka_unit_test(the_caption_is_the_name_that_most_sources_give),
        cmocka_unit_test(of_names_that_as_many_sources_give_the_longest_is_the_caption),
        cmocka_unit_test(a_name_that_is_only_denied_is_no_caption_and_no_alias),
        cmocka_unit_test(what_its_speaker_takes_back_counts_no_more_but_stays_on_show),
        cmocka_unit_test(a_retraction_by_another_speaker_takes_nothing_out),
        cmocka_unit_test(what_is_replaced_counts_no_more_whoever_replaces_it),
        cmocka_unit_test(a_statement_that_retracts_takes_back_what_its_speaker_said_of_the_same_value),
        cmocka_unit_test(a_retraction_counts_from_its_day_on),
        cmocka_unit_test(entities_judged_the_same_are_shown_as_one),
        cmocka_unit_test(a_later_judgement_on_the_same_two_takes_the_earlier_back),
        cmocka_unit_test(who_is_found_by_id_by_name_in_any_order_of_words_and_by_alias),
        cmocka_unit_test(of_several_that_bear_a_name_the_one_that_has_it_as_name_and_most_sources_is_shown),
        cmocka_unit_test(who_is_hidden_is_told_in_the_words_for_who_never_was),
        cmocka_unit_test(a_mistyped_name_brings_names_that_share_its_words),
        cmocka_unit_test(people_are_suggested_before_what_mentions_them),
        cmocka_unit_test(who_bears_a_name_like_the_one_asked_for_is_shown_and_it_is_said),
        cmocka_unit_test(hidden_entries_change_nothing),
        cmocka_unit_test(what_a_statement_names_but_nobody_visible_speaks_of_has_its_id_for_caption),
        cmocka_unit_test(dates_ranges_and_ages_agree_on_the_days_that_all_allow),
        cmocka_unit_test(a_birth_date_that_disagrees_is_named_and_is_a_contradiction),
        cmocka_unit_test(alternatives_of_one_speaker_contradict_each_other_only_possibly),
        cmocka_unit_test(a_relation_is_told_from_either_side),
        cmocka_unit_test(a_role_is_told_with_what_the_relation_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
