/* Vettings: what is frozen, what is known today that was not shown, and what had not reached who decided. */
#include "analysis/random_case.h"
#include "analysis/vet.h"
#include "analysis/vet_page.h"
#include "store/cursor.h"

static rt_vet_asked question(const char *name, const char *purpose) {
    return (rt_vet_asked){.name = rt_str_of(name),
                          .purpose = rt_str_of(purpose),
                          .by = RT_S("A. Clerk"),
                          .program = RT_S("redthread test"),
                          .day = RT_S("2026-11-27")};
}

static const rt_value *try_vet(world *w, const rt_vet_asked *q) {
    rt_value *done;
    world_commit(w);
    world_open(w, RT_OPEN_WRITE);
    w->err = (rt_error){0};
    return rt_vet(w->store, q, &w->arena, &done, &w->err).code == RT_OK ? done : NULL;
}

static const rt_value *vet_asked(world *w, const rt_vet_asked *q) {
    const rt_value *done = try_vet(w, q);
    if (done == NULL) fail_msg("vet: %s", w->err.message);
    return done;
}

static const rt_value *vet(world *w, const char *name, const char *purpose) {
    const rt_vet_asked q = question(name, purpose);
    return vet_asked(w, &q);
}

static const rt_value *decide(world *w, rt_str id, const char *decision) {
    rt_value *done;
    rt_error err = {0};
    rt_vet_asked q = question("", "");
    q.name = id;
    q.decision = rt_str_of(decision);
    q.decided_by = RT_S("The Ministry");
    q.why = RT_S("a test");
    world_commit(w);
    world_open(w, RT_OPEN_WRITE);
    OK(rt_vet_decide(w->store, &q, &w->arena, &done, &err));
    return done;
}

static const rt_value *only(world *w) { return node(look_at_all(w, &rt_view_vettings), "vettings.0"); }

static void begin(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example | speaker Court");
    say(w, "p1 Person birthDate = 1980 | speaker Court");
    say(w, "p2 Person name = Maria Example | speaker Court");
}

/* --- what is frozen ------------------------------------------------------------------------------------------------
 */

static void what_was_shown_is_frozen_with_its_hash_and_stays_intact(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *done = vet(&w, "Ali Example", "passport");
    const rt_str bytes = rt_vet_page_bytes(node(done, "page"), &w.arena);
    assert_str(at(done, "frozen.sha256"), rt_str_z(&w.arena, rt_vet_hash(bytes, &w.arena)));
    assert_int_equal(number_at(done, "frozen.statements"), 2);
    const rt_value *v = only(&w);
    assert_str(at(v, "subject.0.value"), "p1");
    assert_str(at(v, "purpose.0.value"), "passport");
    assert_str(at(v, "query.0.value"), "Ali Example");
    assert_str(at(v, "frozen.check"), "intact");
    assert_int_equal(number_at(v, "frozen.shown"), 2);
    assert_int_equal(count_at(v, "unknown"), 0);
}

static void the_head_is_that_of_the_log_before_it_and_only_for_who_sees_all(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *done = vet(&w, "Ali Example", "passport");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.head.root"), rt_str_z(&w.arena, at(done, "frozen.head.root")));
    assert_int_equal(number_at(v, "frozen.head.size"), number_at(done, "frozen.head.size"));
    w.spec.narrowed = true;
    v = only(&w);
    assert_str(at(v, "frozen.check"), "intact");
    assert_int_equal(node(v, "frozen.head")->kind, RT_NULL);
}

static void that_nothing_is_known_is_frozen_too(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *done = vet(&w, "Zoltan Nowhere", "visa");
    assert_str(at(done, "page.found"), "nobody");
    assert_str(at(only(&w), "subject.0.value"), "Zoltan Nowhere");
    assert_str(at(only(&w), "frozen.check"), "intact");
    say(&w, "p9 Person name = Zoltan Nowhere | speaker Police");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.check"), "intact");
    assert_str(at(v, "unknown.0.value"), "Zoltan Nowhere");
    assert_str(at(v, "unknown.0.how"), "later");
}

static void of_several_who_bear_the_name_all_are_shown_and_none_is_chosen(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p3 Person name = Ali Example");
    const rt_value *done = vet(&w, "Ali Example", "visa");
    assert_str(at(done, "page.found"), "several");
    assert_int_equal(count_at(done, "page.subjects"), 2);
    assert_int_equal(number_at(done, "frozen.statements"), 3);
    const rt_value *v = only(&w);
    assert_int_equal(count_at(v, "subject"), 3);
    assert_true(holds(&w, v, "\"value\":\"p3\",\"entity\""));
    assert_true(holds(&w, v, "\"stance\":\"suspects\""));
    assert_int_equal(count_at(look(&w, &rt_view_vettings, "p3"), "vettings"), 1);
}

static void who_bears_a_name_that_is_like_it_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *done = vet(&w, "Ali Exampel", "visa");
    assert_str(at(done, "page.found"), "like");
    assert_str(at(done, "page.like.0.id"), "p1");
}

/* --- without knowing -----------------------------------------------------------------------------------------------
 */

static void what_was_recorded_later_was_not_known(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    const rt_value *done = vet(&w, "Ali Example", "passport");
    const rt_str late = say(&w, "p1 Person notes = was seen at the border | speaker Police");
    world_commit(&w);
    decide(&w, at(done, "id"), "issued");
    say(&w, "p1 Person notes = has two passports | speaker Police");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.check"), "intact");
    assert_int_equal(count_at(v, "unknown"), 2);
    assert_str(at(v, "unknown.0.statement"), rt_str_z(&w.arena, late));
    assert_str(at(v, "unknown.0.recorded_by"), "tester");
    assert_true(is_set(v, "unknown.0.before_decision"));
    assert_false(is_set(v, "unknown.1.before_decision"));
    assert_str(at(v, "decision.0.value"), "issued");
    assert_str(at(v, "decisions.0.why"), "a test");
}

static void what_was_hidden_from_who_asked_is_told_to_who_may_see_both(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person notes = is watched | speaker Service | handling hawk");
    rt_vet_asked q = question("Ali Example", "passport");
    q.reader = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    vet_asked(&w, &q);
    const rt_value *v = only(&w);
    assert_str(at(v, "unknown.0.how"), "hidden");
    assert_str(at(v, "unknown.0.value"), "is watched");
    assert_str(at(v, "frozen.clearance"), "green");
    assert_str(at(v, "frozen.check"), "intact");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    assert_int_equal(count_at(only(&w), "unknown"), 0);
    assert_str(at(only(&w), "frozen.clearance"), "green");
    w.spec.clear = RT_S("");
    assert_int_equal(node(only(&w), "frozen.clearance")->kind, RT_NULL);
}

static void what_came_to_count_as_theirs_by_a_judgement_is_told_apart(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    vet(&w, "Ali Example", "passport");
    judge(&w, "p1", "same", "p2");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.check"), "intact");
    assert_str(at(v, "unknown.0.how"), "elsewhere");
    assert_str(at(v, "unknown.0.value"), "Maria Example");
}

static void later_vettings_say_nothing_new_of_whom_they_are_about(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    vet(&w, "Ali Example", "passport");
    const rt_value *second = vet(&w, "Ali Example", "visa");
    assert_true(number_at(second, "frozen.statements") < 20); /* the first vetting's, not what it was shown again */
    const rt_value *o = look_at_all(&w, &rt_view_vettings);
    assert_int_equal(count_at(o, "vettings"), 2);
    assert_int_equal(count_at(o, "vettings.0.unknown"), 0);
    assert_str(at(o, "vettings.1.frozen.check"), "intact");
}

static void a_past_that_was_written_afterwards_makes_it_differ(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    vet(&w, "Ali Example", "passport");
    const rt_str forged = say(&w, "p1 Person notes = was known before | recorded_by X | recorded_at "
                                  "2020-01-01T00:00:00.000000Z");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.check"), "differs");
    assert_str(at(v, "frozen.added.0"), rt_str_z(&w.arena, forged));
    assert_int_equal(count_at(v, "frozen.missing"), 0);
}

static void a_hash_that_does_not_fit_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    vet(&w, "Ali Example", "passport");
    const rt_str screen = rt_str_copy(&w.arena, at(only(&w), "frozen.screen"));
    const rt_value *hash = look(&w, &rt_view_show, rt_str_z(&w.arena, screen));
    const rt_str old = rt_str_copy(&w.arena, at(hash, "properties.contentHash.0.statements.0"));
    const rt_str wrong =
        say(&w, rt_str_z(&w.arena, rt_str_printf(&w.arena, "%.*s Screen contentHash = %064d | speaker A. Clerk",
                                                 RT_FMT(screen), 7)));
    link_by(&w, "replaces", wrong, old, "A. Clerk");
    const rt_value *v = only(&w);
    assert_str(at(v, "frozen.check"), "differs");
    assert_int_equal(count_at(v, "frozen.missing"), 0);
}

static void where_its_reader_narrows_by_source_it_is_not_checked(void **state) {
    RT_AUTO(world) w;
    rt_str all[] = {RT_S("file-a")};
    (void)state;
    begin(&w);
    say(&w, "v Vetting purpose = passport | dataset file-a");
    say(&w, "v Vetting subject = p1 | dataset file-a");
    say(&w, "v Vetting evidence = s | dataset file-a");
    say(&w, "s Screen contentHash = 00 | dataset file-a");
    say(&w, "s Screen asked = Ali Example | dataset file-a");
    say(&w, "s Screen lens = {} | dataset file-a");
    w.spec.sources = (rt_strs){all, 1};
    assert_str(at(only(&w), "frozen.check"), "not checked");
}

/* --- handling ------------------------------------------------------------------------------------------------------
 */

static void its_handling_covers_all_that_was_shown(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "p1 Person notes = is watched | handling hawk,amber");
    const rt_value *done = vet(&w, "Ali Example", "passport");
    assert_str(at(done, "handling"), "hawk,amber");
    w.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    assert_int_equal(count_at(look_at_all(&w, &rt_view_vettings), "vettings"), 0);
}

static void what_a_hidden_judgement_had_a_part_in_is_covered_by_its_handling(void **state) {
    RT_AUTO(world) w;
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    char id[32];
    (void)state;
    begin(&w);
    e.a = RT_S("p1"), e.b = RT_S("p2"), e.judgement = RT_S("same"), e.why = RT_S("seen"), e.handling = RT_S("kite");
    world_add(&w, &e, id);
    assert_str(at(vet(&w, "Ali Example", "passport"), "handling"), "kite");
}

static void who_asks_writes_nothing_that_they_may_not_read(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    rt_vet_asked q = question("Ali Example", "passport");
    q.reader = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    q.handling = RT_S("hawk");
    assert_null(try_vet(&w, &q));
    assert_int_equal(rt_str_find(rt_str_of(w.err.message), RT_S("nobody writes what they may not read")), 0);
    assert_int_equal(count_at(look_at_all(&w, &rt_view_vettings), "vettings"), 0);
}

static void what_covers_two_handlings_holds_the_compartments_of_both_and_the_higher_label(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    static const char *const rows[][3] = {{"", "", ""},
                                          {"hawk", "", "hawk"},
                                          {"", "amber", "amber"},
                                          {"kite,green", "hawk,amber+strict", "hawk,kite,amber+strict"},
                                          {"hawk,red", "hawk", "hawk,red"},
                                          {"clear", "", "clear"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_str(rt_handling_joined(&arena, rt_str_of(rows[i][0]), rt_str_of(rows[i][1])), rows[i][2]);
}

/* --- told of in the sources ----------------------------------------------------------------------------------------
 */

static void of_one_that_is_told_of_what_had_not_reached_who_decided_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    begin(&w);
    say(&w, "m PublicBody name = The Ministry");
    say(&w, "v Vetting subject = p1 | speaker Press");
    say(&w, "v Vetting purpose = passport | speaker Press");
    say(&w, "v Vetting decidedBy = The Ministry | speaker Press");
    say(&w, "v Vetting date = 2012 | speaker Press");
    say(&w, "p1 Person notes = is dangerous | speaker Service | said_at 2009");
    say(&w, "p1 Person notes = is ill | speaker The Ministry | said_at 2010");
    say(&w, "p1 Person notes = was here | speaker Police | said_at 2013");
    const rt_value *v = only(&w);
    assert_int_equal(node(v, "frozen")->kind, RT_NULL);
    assert_true(holds(&w, node(v, "unknown"), "is dangerous"));
    assert_true(holds(&w, node(v, "unknown"), "Service"));
    assert_true(holds(&w, node(v, "had"), "is ill"));
    assert_false(holds(&w, node(v, "unknown"), "was here"));
}

/* --- two worlds ----------------------------------------------------------------------------------------------------
 */

enum { CASES = 4, ASKED = 5 };

/* Vettings of all kinds: by who sees all and by who does not, of names that many bear, that are hidden, of ids. */
static void vet_at_random(random_case *c, world *w) {
    static const char *const clearances[] = {"", "", "hawk", "hawk,green", "kite,amber"};
    for (int i = 0; i < ASKED; i++) {
        const char *clear = PICK(c, clearances);
        rt_vet_asked q = question("", "passport");
        q.name = chance(c, 2) ? random_id(c, w, "p")
                              : rt_str_printf(&w->arena, "%s %s", PICK(c, given_names), PICK(c, family_names));
        q.decision = chance(c, 2) ? RT_S("issued") : RT_S("");
        q.reader = (rt_lens_spec){.narrowed = clear[0] != '\0', .clear = rt_str_of(clear)};
        if (try_vet(w, &q) == NULL) assert_int_equal(rt_str_find(rt_str_of(w->err.message), RT_S("nobody writes")), 0);
    }
}

/* All that a reader may see of one case, as a case of its own. */
static void copy_seen(world *from, world *to) {
    rt_error err = {0};
    rt_cursor *cursor;
    char id[32];
    world_open(from, RT_OPEN_READ);
    OK(rt_lens_open(from->store, &from->spec, &from->lens, &err));
    OK(rt_cursor_all(from->lens, &cursor, &err));
    for (bool more;;) {
        rt_seen_entry entry;
        OK(rt_cursor_next(cursor, &entry, &more, &err));
        if (!more) break;
        world_add(to, &entry.e, id);
    }
    rt_cursor_close(cursor);
    world_commit(to);
}

static size_t count_intact(const rt_value *o) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(node(o, "vettings")); v != NULL; v = v->next) {
        const bool made_here = rt_str_starts(at(v, "id"), RT_S("vetting-"));
        if (!made_here || node(v, "frozen")->kind != RT_OBJECT) continue;
        assert_str(at(v, "frozen.check"), "intact");
        n++;
    }
    return n;
}

static void who_may_see_a_vetting_could_have_been_shown_the_same(void **state) {
    static random_case c;
    static const char *const clearances[] = {"clear", "hawk,green", "kite,amber", "hawk,kite,red"};
    size_t seen = 0;
    (void)state;
    for (unsigned n = 0; n < CASES; n++) {
        RT_AUTO(world) all, part;
        world_init(&all);
        world_init(&part);
        random_case_fill(&c, &all, 40 + n);
        vet_at_random(&c, &all);
        all.spec = (rt_lens_spec){.narrowed = true, .clear = rt_str_of(clearances[n])};
        part.spec = all.spec;
        copy_seen(&all, &part);
        const rt_value *one = look_at_all(&all, &rt_view_vettings), *other = look_at_all(&part, &rt_view_vettings);
        assert_str(json_of(&all, one), rt_str_z(&part.arena, json_of(&part, other)));
        seen += count_intact(one);
        all.spec = (rt_lens_spec){0};
        assert_true(count_intact(look_at_all(&all, &rt_view_vettings)) > 0);
    }
    assert_true(seen >= 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_shown_is_frozen_with_its_hash_and_stays_intact),
        cmocka_unit_test(the_head_is_that_of_the_log_before_it_and_only_for_who_sees_all),
        cmocka_unit_test(that_nothing_is_known_is_frozen_too),
        cmocka_unit_test(of_several_who_bear_the_name_all_are_shown_and_none_is_chosen),
        cmocka_unit_test(who_bears_a_name_that_is_like_it_is_told),
        cmocka_unit_test(what_was_recorded_later_was_not_known),
        cmocka_unit_test(what_was_hidden_from_who_asked_is_told_to_who_may_see_both),
        cmocka_unit_test(what_came_to_count_as_theirs_by_a_judgement_is_told_apart),
        cmocka_unit_test(later_vettings_say_nothing_new_of_whom_they_are_about),
        cmocka_unit_test(a_past_that_was_written_afterwards_makes_it_differ),
        cmocka_unit_test(a_hash_that_does_not_fit_is_told),
        cmocka_unit_test(where_its_reader_narrows_by_source_it_is_not_checked),
        cmocka_unit_test(its_handling_covers_all_that_was_shown),
        cmocka_unit_test(what_a_hidden_judgement_had_a_part_in_is_covered_by_its_handling),
        cmocka_unit_test(what_covers_two_handlings_holds_the_compartments_of_both_and_the_higher_label),
        cmocka_unit_test(who_asks_writes_nothing_that_they_may_not_read),
        cmocka_unit_test(who_may_see_a_vetting_could_have_been_shown_the_same),
        cmocka_unit_test(of_one_that_is_told_of_what_had_not_reached_who_decided_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
