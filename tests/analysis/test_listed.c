/* Who was on a list that day, by which edition; and what each edition brought. */
#include "analysis/world.h"

/* An edition of a list: what came since the last commit came with it. */
static void edition(world *w, const char *dataset, const char *day, const char *handling) {
    rt_entry e = rt_entry_new(RT_READ);
    rt_error err = {0};
    e.name = RT_S("list.xml");
    e.sha256 = RT_S("0000000000000000000000000000000000000000000000000000000000000000");
    e.dataset = rt_str_of(dataset);
    e.edition = rt_str_of(day);
    e.handling = rt_str_of(handling);
    if (w->batch == NULL) {
        const rt_batch_options options = {.by = RT_S("tester"), .program = RT_S("test")};
        world_open(w, RT_OPEN_WRITE);
        OK(rt_batch_begin(w->store, &options, &w->batch, &err));
    }
    OK(rt_batch_note(w->batch, &e, &err));
    world_commit(w);
}

static void gone(world *w, const char *entity, const char *dataset, const char *day, rt_str statement) {
    rt_entry e = rt_entry_new(RT_ABSENT_FROM);
    char id[32];
    e.entity = rt_str_of(entity);
    e.dataset = rt_str_of(dataset);
    e.edition = rt_str_of(day);
    e.statement = statement;
    world_add(w, &e, id);
}

/* p1 is on the editions of January and February, not on that of March, and again on that of April. */
static void say_editions(world *w) {
    say(w, "p1 Person name = Ali Example | dataset un | said_at 2026-01-01");
    say(w, "p2 Person name = Zoe Sample | dataset un | said_at 2026-01-01");
    edition(w, "un", "2026-01-01", "");
    edition(w, "un", "2026-02-01", "");
    gone(w, "p1", "un", "2026-03-01", RT_S(""));
    edition(w, "un", "2026-03-01", "");
    say(w, "p1 Person name = Ali Example | dataset un | said_at 2026-04-01");
    edition(w, "un", "2026-04-01", "");
}

static rt_str on(world *w, const char *who, const char *day) {
    w->spec.at = rt_str_of(day);
    return at(look(w, &rt_view_listed, who), "lists.0.at.certainty");
}

static void on_a_day_between_two_editions_that_have_it_it_was_on_the_list(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    assert_str(on(&w, "p1", "2026-01-01"), "certain");
    assert_str(on(&w, "p1", "2026-01-15"), "certain");
    assert_str(on(&w, "p1", "2026-02-01"), "certain");
    assert_str(on(&w, "p2", "2026-03-15"), "certain");
}

static void between_an_edition_that_has_it_and_one_that_has_not_it_is_possible(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    assert_str(on(&w, "p1", "2026-02-02"), "possible");
    assert_str(on(&w, "p1", "2026-02-28"), "possible");
    assert_str(on(&w, "p1", "2026-03-15"), "possible");
}

static void on_the_day_of_an_edition_that_has_it_not_it_was_off(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    assert_str(on(&w, "p1", "2026-03-01"), "impossible");
}

static void before_the_first_edition_and_after_the_last_nothing_is_known(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    assert_str(on(&w, "p1", "2025"), "possible");
    assert_str(on(&w, "p1", "2026-04-01"), "certain");
    assert_str(on(&w, "p1", "2026-04-02"), "possible");
}

static void a_span_is_certain_only_when_all_of_it_is(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    assert_str(on(&w, "p1", "2026-01"), "certain");
    assert_str(on(&w, "p1", "2026-02"), "possible");
    assert_str(on(&w, "p1", "2026-01?"), "possible");
}

static void when_it_came_and_left_is_one_of_the_days_between_editions(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    const rt_value *o = look(&w, &rt_view_listed, "p1");
    assert_int_equal(count_at(o, "lists.0.spells"), 2);
    assert_str(at(o, "lists.0.spells.0.came"), "[..2026-01-01]");
    assert_str(at(o, "lists.0.spells.0.came_by"), "2026-01-01");
    assert_str(at(o, "lists.0.spells.0.left"), "[2026-02-02..2026-03-01]");
    assert_str(at(o, "lists.0.spells.0.left_by"), "2026-03-01");
    assert_str(at(o, "lists.0.spells.1.came"), "[2026-03-02..2026-04-01]");
    assert_int_equal(node(o, "lists.0.spells.1.left")->kind, RT_NULL);
    assert_true(is_set(o, "lists.0.on"));
}

static void as_of_a_day_before_it_came_back_it_has_left(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    w.spec.said_by = RT_S("2026-03-31");
    const rt_value *o = look(&w, &rt_view_listed, "p1");
    assert_false(is_set(o, "lists.0.on"));
    assert_str(at(o, "lists.0.last"), "2026-03-01");
}

static void a_member_of_a_cluster_brings_its_list(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    say(&w, "q Person name = Someone");
    judge(&w, "q", "same", "p1");
    assert_str(at(look(&w, &rt_view_listed, "q"), "lists.0.entity"), "p1");
}

static void who_may_be_the_same_and_left_a_list_is_shown_beside(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset un");
    edition(&w, "un", "2026-01-01", "");
    gone(&w, "p1", "un", "2026-02-01", RT_S(""));
    edition(&w, "un", "2026-02-01", "");
    say(&w, "q Person name = Ali Example");
    const rt_value *o = look(&w, &rt_view_listed, "q");
    assert_int_equal(count_at(o, "lists"), 0);
    assert_str(at(o, "candidates.0.id"), "p1");
    assert_str(at(o, "candidates.0.lists.0.spells.0.left_by"), "2026-02-01");
}

static void a_dataset_that_was_never_given_whole_is_no_list(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset police");
    assert_int_equal(count_at(look(&w, &rt_view_listed, "p1"), "lists"), 0);
}

/* --- what a list dropped ------------------------------------------------------------------------------------------ */

static void what_a_list_dropped_counts_and_is_marked_with_the_edition_that_lacks_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset un");
    const rt_str alias = say(&w, "p1 Person alias = Abu Example | dataset un");
    edition(&w, "un", "2026-01-01", "");
    gone(&w, "p1", "un", "2026-02-01", alias);
    edition(&w, "un", "2026-02-01", "");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "aliases.0"), "Abu Example");
    assert_null(node(o, "properties.alias.0.retracted"));
    assert_str(rt_value_get_text(rt_value_get(node(o, "statements"), alias), RT_S("left")), "2026-02-01");
    assert_str(at(look(&w, &rt_view_statement, rt_str_z(&w.arena, alias)), "left"), "2026-02-01");
    assert_int_equal(count_at(o, "left"), 0);
}

static void of_births_that_disagree_the_one_that_is_still_said_goes_first(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str old = say(&w, "p1 Person birthDate = 1984 | dataset un");
    edition(&w, "un", "2026-01-01", "");
    say(&w, "p1 Person birthDate = 1985 | dataset un");
    gone(&w, "p1", "un", "2026-02-01", old);
    edition(&w, "un", "2026-02-01", "");
    const rt_value *o = look(&w, &rt_view_show, "p1");
    assert_str(at(o, "birth.span.0"), "1985-01-01");
    assert_str(at(o, "birth.disagree.0.edtf"), "1984");
}

static void the_dossier_and_possible_matches_say_which_lists_were_left(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset un");
    edition(&w, "un", "2026-01-01", "");
    gone(&w, "p1", "un", "2026-02-01", RT_S(""));
    edition(&w, "un", "2026-02-01", "");
    say(&w, "q Person name = Ali Example");
    assert_str(at(look(&w, &rt_view_show, "p1"), "left.0.left_by"), "2026-02-01");
    const rt_value *o = look(&w, &rt_view_show, "q");
    assert_int_equal(count_at(o, "left"), 0);
    assert_str(at(o, "candidates.0.left.0.dataset"), "un");
    assert_str(at(o, "candidates.0.left.0.left"), "[2026-01-02..2026-02-01]");
}

/* --- a list against the people ------------------------------------------------------------------------------------ */

static const rt_value *matches(world *w, const char *since) {
    w->asked.since = rt_str_of(since);
    return look(w, &rt_view_matches, "un");
}

static void say_a_list_and_guests(world *w) {
    say(w, "un-1 Person name = Zoe Sample | dataset un | recorded_at 2020-01-01T00:00:00.000000Z | recorded_by c");
    say(w, "q1 Person name = Zoe Sample | dataset guests | recorded_at 2020-01-01T00:00:00.000000Z | recorded_by c");
    say(w, "q2 Person name = Omar Specimen | dataset guests | recorded_at 2020-01-01T00:00:00.000000Z | recorded_by c");
    say(w, "un-2 Person name = Omar Specimen | dataset un | recorded_at 2020-01-03T00:00:00.000000Z | recorded_by c");
    say(w, "un-3 Person name = Omar Specimen | dataset un | recorded_at 2020-01-01T00:00:00.000000Z | recorded_by c");
}

static void a_list_is_held_against_all_others_and_not_against_itself(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_list_and_guests(&w);
    const rt_value *o = matches(&w, "");
    assert_int_equal(count_at(o, "matches"), 3);
    assert_int_equal(number_at(o, "compared"), 2);
    for (int i = 0; i < 3; i++) {
        char path[40];
        snprintf(path, sizeof path, "matches.%d.entry.id", i);
        assert_true(rt_str_starts(at(o, path), RT_S("un-")));
    }
}

static void since_a_day_only_what_is_new_on_either_side_is_compared(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_list_and_guests(&w);
    const rt_value *o = matches(&w, "2020-01-02");
    assert_int_equal(count_at(o, "matches"), 1);
    assert_str(at(o, "matches.0.entry.id"), "un-2");
    assert_str(at(o, "matches.0.person.id"), "q2");
    assert_str(at(o, "matches.0.changed"), "entry");
    assert_int_equal(count_at(o, "matches.0.new"), 1);
    say(&w, "q3 Person name = Zoe Sample | dataset guests");
    o = matches(&w, "2021");
    assert_int_equal(count_at(o, "matches"), 1);
    assert_str(at(o, "matches.0.person.id"), "q3");
    assert_str(at(o, "matches.0.changed"), "person");
}

static void who_was_judged_is_not_told_again(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_a_list_and_guests(&w);
    judge(&w, "q2", "different", "un-2");
    assert_int_equal(count_at(matches(&w, "2020-01-02"), "matches"), 0);
}

/* Most of a list is new: the people are asked, and what is not new on either side is left out. */
static void a_first_edition_gives_the_same_whoever_is_asked(void **state) {
    RT_AUTO(world) w;
    char line[80];
    (void)state;
    world_init(&w);
    say_a_list_and_guests(&w);
    for (int i = 0; i < 220; i++) {
        snprintf(line, sizeof line, "un-n%d Person name = Nobody%dx Particular%dz | dataset un", i, i, i);
        say(&w, line);
    }
    say(&w, "un-9 Person name = Zoe Sample | dataset un");
    const rt_value *o = matches(&w, "2021");
    assert_int_equal(number_at(o, "compared"), 2);
    assert_int_equal(count_at(o, "matches"), 1);
    assert_str(at(o, "matches.0.entry.id"), "un-9");
    assert_str(at(o, "matches.0.changed"), "entry");
}

/* --- editions ----------------------------------------------------------------------------------------------------- */

static const rt_value *editions_of(world *w, const char *dataset, const char *day) {
    w->asked.edition = rt_str_of(day);
    return look(w, &rt_view_editions, dataset);
}

static void each_edition_counts_what_came_and_went_and_how_many_are_on_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_editions(&w);
    const rt_value *o = editions_of(&w, "un", "");
    static const int wanted[][3] = {{2, 2, 0}, {2, 0, 0}, {1, 0, 1}, {2, 1, 0}};
    assert_int_equal(count_at(o, "lists.0.editions"), 4);
    for (int i = 0; i < 4; i++) {
        char path[64];
        snprintf(path, sizeof path, "lists.0.editions.%d.entries", i);
        assert_int_equal(number_at(o, path), wanted[i][0]);
        snprintf(path, sizeof path, "lists.0.editions.%d.came", i);
        assert_int_equal(number_at(o, path), wanted[i][1]);
        snprintf(path, sizeof path, "lists.0.editions.%d.went", i);
        assert_int_equal(number_at(o, path), wanted[i][2]);
    }
}

static void one_edition_says_who_and_by_which_statements(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str old = say(&w, "p1 Person birthDate = 1984 | dataset un");
    edition(&w, "un", "2026-01-01", "");
    const rt_str new = say(&w, "p1 Person birthDate = 1985 | dataset un");
    say(&w, "p2 Person name = Zoe Sample | dataset un");
    gone(&w, "p1", "un", "2026-02-01", old);
    edition(&w, "un", "2026-02-01", "");
    const rt_value *o = editions_of(&w, "un", "2026-02-01");
    assert_int_equal(count_at(o, "lists.0.editions"), 1);
    assert_str(at(o, "lists.0.editions.0.who_came.0.id"), "p2");
    assert_str(at(o, "lists.0.editions.0.who_changed.0.id"), "p1");
    assert_true(rt_str_eq(at(o, "lists.0.editions.0.who_changed.0.new.0"), new));
    assert_true(rt_str_eq(at(o, "lists.0.editions.0.who_changed.0.gone.0"), old));
    assert_int_equal(number_at(o, "lists.0.editions.0.changed"), 1);
}

static void who_may_not_see_a_list_sees_no_edition_of_it(void **state) {
    RT_AUTO(world) w;
    rt_str un = RT_S("un");
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example | dataset un | handling hawk");
    edition(&w, "un", "2026-01-01", "hawk");
    w.spec.narrowed = true;
    assert_null(try_look(&w, &rt_view_editions, (rt_strs){&un, 1}));
    assert_int_equal(w.err.code, RT_ABSENT);
    assert_int_equal(count_at(look_at_all(&w, &rt_view_editions), "lists"), 0);
    w.spec.clear = RT_S("hawk");
    assert_int_equal(count_at(look_at_all(&w, &rt_view_editions), "lists"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_a_day_between_two_editions_that_have_it_it_was_on_the_list),
        cmocka_unit_test(between_an_edition_that_has_it_and_one_that_has_not_it_is_possible),
        cmocka_unit_test(on_the_day_of_an_edition_that_has_it_not_it_was_off),
        cmocka_unit_test(before_the_first_edition_and_after_the_last_nothing_is_known),
        cmocka_unit_test(a_span_is_certain_only_when_all_of_it_is),
        cmocka_unit_test(when_it_came_and_left_is_one_of_the_days_between_editions),
        cmocka_unit_test(as_of_a_day_before_it_came_back_it_has_left),
        cmocka_unit_test(a_member_of_a_cluster_brings_its_list),
        cmocka_unit_test(who_may_be_the_same_and_left_a_list_is_shown_beside),
        cmocka_unit_test(a_dataset_that_was_never_given_whole_is_no_list),
        cmocka_unit_test(what_a_list_dropped_counts_and_is_marked_with_the_edition_that_lacks_it),
        cmocka_unit_test(of_births_that_disagree_the_one_that_is_still_said_goes_first),
        cmocka_unit_test(the_dossier_and_possible_matches_say_which_lists_were_left),
        cmocka_unit_test(a_list_is_held_against_all_others_and_not_against_itself),
        cmocka_unit_test(since_a_day_only_what_is_new_on_either_side_is_compared),
        cmocka_unit_test(who_was_judged_is_not_told_again),
        cmocka_unit_test(a_first_edition_gives_the_same_whoever_is_asked),
        cmocka_unit_test(each_edition_counts_what_came_and_went_and_how_many_are_on_it),
        cmocka_unit_test(one_edition_says_who_and_by_which_statements),
        cmocka_unit_test(who_may_not_see_a_list_sees_no_edition_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
