/* Readings asked as if two were one, or were not; and on what judgements rest. */
#include "analysis/as_if.h"
#include "analysis/world.h"

static const rt_lens_spec amber = {.narrowed = true, .clear = RT_S_INIT("amber")};

static void make(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example | speaker Court");
    say(w, "p1 Person birthDate = 1984 | speaker Court");
    say(w, "p2 Person name = Abu Test | speaker Police");
    say(w, "p2 Person birthDate = 1985 | speaker Police");
    say(w, "p3 Person name = Omar Other");
    say(w, "x1 Person name = Hidden One | handling hawk");
    say(w, "h1 Hypothesis name = Ali is Abu | speaker Police | stance believes");
    say(w, "h1 Hypothesis subject = p1 | speaker Police | stance believes");
    say(w, "h1 Hypothesis object = p2 | speaker Police | stance believes");
    say(w, "h2 Hypothesis name = Ali is behind it | speaker Police | stance suspects");
    say(w, "h2 Hypothesis subject = p1 | speaker Police | stance suspects");
    say(w, "h2 Hypothesis object = e1 | speaker Police | stance suspects");
    say(w, "e1 Event name = Attack");
}

/* The view asked as if; NULL with w->err. */
static const rt_value *ask(world *w, const rt_view *view, const char *who, const char *same, const char *apart) {
    rt_str one = rt_str_of(who), s = rt_str_of(same), a = rt_str_of(apart);
    const rt_as_if asked = {{&s, s.len > 0}, {&a, a.len > 0}};
    const rt_view_args args = {.who = {&one, 1}};
    rt_value *object;
    world_commit(w);
    world_open(w, RT_OPEN_READ);
    w->err = (rt_error){0};
    if (rt_as_if_open(w->store, &w->spec, &asked, &w->arena, &w->lens, &w->err).code != RT_OK) return NULL;
    return rt_view_look(view, w->lens, &args, &w->arena, &object, &w->err).code == RT_OK ? object : NULL;
}

static const rt_value *asked(world *w, const rt_view *view, const char *who, const char *same, const char *apart) {
    const rt_value *o = ask(w, view, who, same, apart);
    if (o == NULL) fail_msg("%s", w->err.message);
    return o;
}

static void refused(world *w, rt_code code, const char *same, const char *apart) {
    assert_null(ask(w, &rt_view_show, "p1", same, apart));
    assert_int_equal(w->err.code, code);
}

/* --- as if the same ----------------------------------------------------------------------------------------------- */

static void a_view_asked_as_if_two_were_one_shows_one_and_says_so(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    const rt_value *o = asked(&w, &rt_view_show, "p2", "p1=p2", "");
    assert_int_equal(count_at(o, "members"), 2);
    assert_int_equal(count_at(o, "properties.birthDate"), 2);
    assert_str(at(o, "as_if.0.as"), "same");
    assert_str(at(o, "as_if.0.a.caption"), "Ali Example");
    assert_str(at(o, "as_if.0.b.caption"), "Abu Test");
    assert_int_equal(node(o, "as_if.0.judged")->kind, RT_NULL);
    assert_int_equal(count_at(look(&w, &rt_view_show, "p2"), "properties.birthDate"), 1);
}

static void every_view_can_be_asked_as_if_and_says_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    for (const rt_view *const *v = rt_views; *v != NULL; v++) {
        if ((*v)->least != 1) continue;
        const rt_value *o = ask(&w, *v, "p1", "Ali Example=p2", "");
        if (o != NULL) assert_str(at(o, "as_if.0.a.id"), "p1");
        if (o == NULL) assert_int_equal(w.err.code, RT_ABSENT); /* of `statement` it is no id */
    }
}

static void a_view_that_is_not_asked_as_if_says_nothing_of_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    assert_null(node(look(&w, &rt_view_show, "p1"), "as_if"));
}

static void a_hypothesis_that_two_are_one_can_be_asked_by_its_id_or_name(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    assert_int_equal(count_at(asked(&w, &rt_view_show, "p1", "h1", ""), "members"), 2);
    const rt_value *o = asked(&w, &rt_view_show, "p1", "Ali is Abu", "");
    assert_str(at(o, "as_if.0.hypothesis.id"), "h1");
    refused(&w, RT_BAD, "h2", "");
    refused(&w, RT_BAD, "p1", "");
}

static void two_judged_different_may_be_asked_about_and_who_judged_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p1", "different", "p2", "2021-01-02");
    const rt_value *o = asked(&w, &rt_view_show, "p1", "p1=p2", "");
    assert_int_equal(count_at(o, "members"), 2);
    assert_str(at(o, "as_if.0.judged.judgement"), "different");
    assert_str(at(o, "as_if.0.judged.recorded_by"), "A. Clerk");
    assert_str(at(o, "as_if.0.judged.why"), "a test");
}

static void a_judgement_on_others_that_is_set_aside_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p2", "same", "p3", "2021-01-01");
    judge_at(&w, "p1", "different", "p3", "2021-01-02");
    const rt_value *o = asked(&w, &rt_view_show, "p1", "p1=p2", "");
    assert_int_equal(count_at(o, "members"), 3);
    assert_int_equal(node(o, "as_if.0.judged")->kind, RT_NULL);
    assert_int_equal(count_at(o, "as_if.0.overrides"), 1);
    assert_str(at(o, "as_if.0.overrides.0.b"), "p3");
}

/* --- as if apart -------------------------------------------------------------------------------------------------- */

static void two_judged_the_same_can_be_asked_about_as_if_they_were_not(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judge_at(&w, "p1", "same", "p2", "2021-01-02");
    const rt_value *o = asked(&w, &rt_view_show, "p1", "", "p1=p2");
    assert_null(node(o, "members"));
    assert_str(at(o, "as_if.0.as"), "apart");
    assert_str(at(o, "as_if.0.judged.judgement"), "same");
}

static void what_is_asked_as_if_must_not_contradict_itself(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    refused(&w, RT_BAD, "p1=p2", "p2=p1");
    refused(&w, RT_BAD, "p1=p1", "");
    refused(&w, RT_USAGE, "=p1", "");
}

/* --- who may see what --------------------------------------------------------------------------------------------- */

static void who_is_hidden_is_as_absent_as_who_never_was(void **state) {
    RT_AUTO(world) w;
    char hidden[sizeof w.err.message];
    (void)state;
    make(&w);
    w.spec = amber;
    refused(&w, RT_ABSENT, "p1=x1", "");
    snprintf(hidden, sizeof hidden, "%s", w.err.message);
    refused(&w, RT_ABSENT, "p1=x9", "");
    *strchr(w.err.message, '9') = '1';
    assert_string_equal(hidden, w.err.message);
    w.spec = (rt_lens_spec){0};
    assert_int_equal(count_at(asked(&w, &rt_view_show, "p1", "p1=x1", ""), "members"), 2);
}

static void a_hidden_judgement_is_not_told_of(void **state) {
    RT_AUTO(world) w;
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    char id[32];
    (void)state;
    make(&w);
    e.a = RT_S("p1"), e.b = RT_S("p2"), e.judgement = RT_S("different"), e.handling = RT_S("hawk");
    world_add(&w, &e, id);
    assert_str(at(asked(&w, &rt_view_show, "p1", "p1=p2", ""), "as_if.0.judged.judgement"), "different");
    w.spec = amber;
    assert_int_equal(node(asked(&w, &rt_view_show, "p1", "p1=p2", ""), "as_if.0.judged")->kind, RT_NULL);
}

/* --- on what judgements rest -------------------------------------------------------------------------------------- */

static rt_str judgement_on(world *w, rt_str statement) {
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    char *id = rt_arena_alloc(&w->arena, 32);
    e.a = RT_S("p1"), e.b = RT_S("p2"), e.judgement = RT_S("same"), e.why = RT_S("one passport");
    world_add(w, &e, id);
    link_by(w, "supports", statement, (rt_str){id, 32}, "");
    return (rt_str){id, 32};
}

static void a_judgement_shows_the_statements_on_which_it_rests(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    const rt_str ground = say(&w, "p2 Person passportNumber = X1 | speaker Police");
    const rt_str id = judgement_on(&w, ground);
    const rt_value *o = look(&w, &rt_view_history, "p1");
    assert_true(rt_str_eq(at(o, "judgements.0.on.0.statement"), ground));
    assert_str(at(o, "judgements.0.on.0.standing"), "counts");
    assert_int_equal(node(o, "judgements.0.shaken")->kind, RT_NULL);
    const rt_value *s = look(&w, &rt_view_statement, rt_str_z(&w.arena, ground));
    assert_true(rt_str_eq(at(s, "judgements.0.id"), id));
    assert_str(at(s, "judgements.0.a.caption"), "Ali Example");
    assert_str(at(s, "judgements.0.standing"), "counts");
}

static void a_judgement_that_rests_on_what_was_taken_back_is_flagged(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    judgement_on(&w, say(&w, "p2 Person passportNumber = X1 | speaker Police"));
    say(&w, "p2 Person passportNumber = X1 | speaker Police | stance retracts");
    const rt_value *o = look(&w, &rt_view_history, "p1");
    assert_str(at(o, "judgements.0.on.0.standing"), "taken back");
    assert_str(at(o, "judgements.0.shaken"), "certain");
    assert_int_equal(count_at(o, "members"), 2); /* nothing is undone by itself */
}

static void a_replaced_ground_shakes_a_judgement_from_the_day_of_its_replacement_on(void **state) {
    RT_AUTO(world) w;
    (void)state;
    make(&w);
    const rt_str ground = say(&w, "p2 Person passportNumber = X1");
    judgement_on(&w, ground);
    link_by(&w, "replaces", say(&w, "p2 Person passportNumber = X2"), ground, "");
    assert_str(at(look(&w, &rt_view_history, "p2"), "judgements.0.shaken"), "certain");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_view_asked_as_if_two_were_one_shows_one_and_says_so),
        cmocka_unit_test(every_view_can_be_asked_as_if_and_says_it),
        cmocka_unit_test(a_view_that_is_not_asked_as_if_says_nothing_of_it),
        cmocka_unit_test(a_hypothesis_that_two_are_one_can_be_asked_by_its_id_or_name),
        cmocka_unit_test(two_judged_different_may_be_asked_about_and_who_judged_is_told),
        cmocka_unit_test(a_judgement_on_others_that_is_set_aside_is_told),
        cmocka_unit_test(two_judged_the_same_can_be_asked_about_as_if_they_were_not),
        cmocka_unit_test(what_is_asked_as_if_must_not_contradict_itself),
        cmocka_unit_test(who_is_hidden_is_as_absent_as_who_never_was),
        cmocka_unit_test(a_hidden_judgement_is_not_told_of),
        cmocka_unit_test(a_judgement_shows_the_statements_on_which_it_rests),
        cmocka_unit_test(a_judgement_that_rests_on_what_was_taken_back_is_flagged),
        cmocka_unit_test(a_replaced_ground_shakes_a_judgement_from_the_day_of_its_replacement_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
