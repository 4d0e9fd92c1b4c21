/* What changed since a day: against two looks at the case that differ in as-of. */
#include "analysis/random_case.h"

static void on_day(world *w, const char *day, rt_entry *e) {
    e->recorded_at = rt_str_printf(&w->arena, "%sT00:00:00.000000Z", day);
    e->recorded_by = RT_S("A. Clerk");
}

static rt_str say_on(world *w, const char *day, const char *text) {
    rt_entry e = statement_of(w, text);
    char *id = rt_arena_alloc(&w->arena, 32);
    on_day(w, day, &e);
    world_add(w, &e, id);
    return (rt_str){id, 32};
}

static void link_on(world *w, const char *day, const char *how, rt_str from, rt_str to, const char *why) {
    rt_entry e = rt_entry_new(RT_LINK);
    char id[32];
    e.link = rt_str_of(how);
    e.from = from;
    e.to = to;
    e.speaker = RT_S("Court");
    e.why = rt_str_of(why);
    on_day(w, day, &e);
    world_add(w, &e, id);
}

static const rt_value *changes(world *w, const char *who, const char *since) {
    w->asked.since = rt_str_of(since);
    return who[0] != '\0' ? look(w, &rt_view_changes, who) : look_at_all(w, &rt_view_changes);
}

static void what_was_recorded_since_is_added_and_what_was_before_is_not(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_on(&w, "2020-01-01", "p1 Person name = Ali Example | dataset a");
    say_on(&w, "2020-01-03", "p1 Person gender = male | dataset a");
    const rt_value *o = changes(&w, "", "2020-01-02");
    assert_int_equal(number_at(o, "counts.added"), 1);
    assert_str(at(o, "added.0.prop"), "gender");
    assert_int_equal(number_at(o, "datasets.a"), 1);
    assert_int_equal(number_at(changes(&w, "", "2020-01-01"), "counts.added"), 2);
    assert_int_equal(number_at(changes(&w, "", "2020-01-04"), "counts.added"), 0);
}

static void a_retraction_since_names_what_it_took_back_by_what_and_why(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str old = say_on(&w, "2020-01-01", "p1 Person notes = was ill | speaker Court");
    const rt_str new = say_on(&w, "2020-01-03", "p1 Person notes = was well | speaker Court");
    link_on(&w, "2020-01-03", "retracts", new, old, "the doctor lied");
    const rt_value *o = changes(&w, "p1", "2020-01-02");
    assert_int_equal(number_at(o, "counts.retracted"), 1);
    assert_str(at(o, "retracted.0.value"), "was ill");
    assert_str(at(o, "retracted.0.why"), "the doctor lied");
    assert_true(rt_str_eq(at(o, "retracted.0.by"), new));
    assert_int_equal(number_at(changes(&w, "p1", "2020-01-04"), "counts.retracted"), 0);
}

static void a_second_link_takes_nothing_out_that_was_out_before(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    const rt_str old = say_on(&w, "2020-01-01", "p1 Person notes = was ill | speaker Court");
    const rt_str new = say_on(&w, "2020-01-01", "p1 Person notes = was well | speaker Court");
    link_on(&w, "2020-01-01", "retracts", new, old, "once");
    link_on(&w, "2020-01-03", "replaces", new, old, "twice");
    const rt_value *o = changes(&w, "", "2020-01-02");
    assert_int_equal(number_at(o, "counts.replaced"), 0);
    assert_int_equal(number_at(o, "counts.linked"), 1);
}

static void a_statement_that_retracts_takes_back_what_its_speaker_said(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_on(&w, "2020-01-01", "p1 Person notes = was ill | speaker Court");
    say_on(&w, "2020-01-03", "p1 Person notes = was ill | speaker Court | stance retracts");
    assert_str(at(changes(&w, "", "2020-01-02"), "retracted.0.value"), "was ill");
}

static void a_judgement_is_told_with_what_counted_before(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_on(&w, "2020-01-01", "p1 Person name = Ali Example");
    say_on(&w, "2020-01-01", "p2 Person name = Ali Sample");
    judge_at(&w, "p1", "unsure", "p2", "2020-01-01");
    judge_at(&w, "p1", "same", "p2", "2020-01-03");
    const rt_value *o = changes(&w, "p2", "2020-01-02");
    assert_int_equal(number_at(o, "counts.judged"), 1);
    assert_str(at(o, "judged.0.judgement"), "same");
    assert_str(at(o, "judged.0.before"), "unsure");
}

static void of_one_is_told_what_is_new_about_what_names_them(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say_on(&w, "2020-01-01", "p1 Person name = Ali Example");
    say_on(&w, "2020-01-01", "v Visit visitor = p1");
    say_on(&w, "2020-01-03", "v Visit date = 2013");
    say_on(&w, "2020-01-03", "p2 Person name = Zoe Sample");
    const rt_value *o = changes(&w, "p1", "2020-01-02");
    assert_int_equal(number_at(o, "counts.added"), 1);
    assert_str(at(o, "added.0.entity.id"), "v");
}

static void a_hundred_rows_are_listed_and_all_are_counted(void **state) {
    RT_AUTO(world) w;
    char line[64];
    (void)state;
    world_init(&w);
    for (int i = 0; i < 130; i++) {
        snprintf(line, sizeof line, "p1 Person notes = note %d", i);
        say_on(&w, "2020-01-03", line);
    }
    const rt_value *o = changes(&w, "", "2020-01-02");
    assert_int_equal(count_at(o, "added"), 100);
    assert_int_equal(number_at(o, "counts.added"), 130);
    assert_true(is_set(o, "more"));
    w.asked.all = true;
    o = changes(&w, "", "2020-01-02");
    assert_int_equal(count_at(o, "added"), 130);
    assert_false(is_set(o, "more"));
}

static void what_is_no_day_is_refused(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p1 Person name = Ali Example");
    w.asked.since = RT_S("soon");
    assert_null(try_look(&w, &rt_view_changes, (rt_strs){NULL, 0}));
    assert_int_equal(w.err.code, RT_USAGE);
    w.asked.since = RT_S("00000000000000000000000000000000");
    assert_null(try_look(&w, &rt_view_changes, (rt_strs){NULL, 0}));
    assert_int_equal(w.err.code, RT_ABSENT);
}

/* --- against two looks -------------------------------------------------------------------------------------------- */

enum { SAID = 60, LINKED = 25 };

/* Statements and links whose days rise, as they do in a log. */
static void say_much(world *w, random_case *c, rt_str *ids) {
    static const char *const how[] = {"retracts", "replaces", "opposes", "repeats"};
    static const char *const stances[] = {"asserts", "asserts", "denies", "retracts"};
    for (unsigned i = 0; i < SAID; i++) {
        const char *day = days_of_recording[i * 4 / SAID];
        ids[i] = say_on(
            w, day,
            rt_str_z(&w->arena, rt_str_printf(&w->arena, "p%u Person notes = %u | speaker %s | stance %s | locator %u",
                                              chance(c, 3), chance(c, 4), chance(c, 2) ? "Court" : "Police",
                                              PICK(c, stances), i)));
        if (i < 2 || chance(c, SAID) > LINKED) continue;
        link_on(w, day, PICK(c, how), ids[i], ids[chance(c, i)], "a test");
    }
}

/* Marks the statements that were taken out of what counts, and counts those that were there. */
static int look_as_of(world *w, const rt_str *ids, const char *as_of, bool *out) {
    int there = 0;
    w->spec = (rt_lens_spec){.as_of = rt_str_of(as_of)};
    for (size_t i = 0; i < SAID; i++) {
        rt_str id = ids[i];
        const rt_value *o = try_look(w, &rt_view_statement, (rt_strs){&id, 1});
        there += o != NULL;
        out[i] = o != NULL && rt_value_get(o, RT_S("retracted_by")) != NULL;
    }
    return there;
}

static void added_and_taken_out_are_the_difference_of_two_looks(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        RT_AUTO(world) w;
        random_case c = {.chance = seed * 2 + 1};
        rt_str ids[SAID];
        bool before[SAID], after[SAID];
        int taken = 0;
        world_init(&w);
        say_much(&w, &c, ids);
        const int then = look_as_of(&w, ids, "2020-01-02", before), now = look_as_of(&w, ids, "2020-01-04", after);
        for (size_t i = 0; i < SAID; i++) taken += after[i] && !before[i];
        w.spec = (rt_lens_spec){.narrowed = false};
        w.asked.all = true;
        const rt_value *o = changes(&w, "", "2020-01-03");
        assert_int_equal(number_at(o, "counts.added"), now - then);
        if (number_at(o, "counts.retracted") + number_at(o, "counts.replaced") != taken)
            fail_msg("seed %d: %d retracted and %d replaced, not %d", (int)seed, number_at(o, "counts.retracted"),
                     number_at(o, "counts.replaced"), taken);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_recorded_since_is_added_and_what_was_before_is_not),
        cmocka_unit_test(a_retraction_since_names_what_it_took_back_by_what_and_why),
        cmocka_unit_test(a_second_link_takes_nothing_out_that_was_out_before),
        cmocka_unit_test(a_statement_that_retracts_takes_back_what_its_speaker_said),
        cmocka_unit_test(a_judgement_is_told_with_what_counted_before),
        cmocka_unit_test(of_one_is_told_what_is_new_about_what_names_them),
        cmocka_unit_test(a_hundred_rows_are_listed_and_all_are_counted),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(added_and_taken_out_are_the_difference_of_two_looks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
