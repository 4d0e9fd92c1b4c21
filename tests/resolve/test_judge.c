/* Judgements and the clusters that follow from them. */
#include "resolve/judging.h"

/* --- merge and split ---------------------------------------------------------------------------------------------- */

static void a_merge_makes_two_one_and_a_split_restores_them(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2");
    assert_string_equal(cluster_of(&c, "p2"), "p1 p2");
    judged(&c, "p2 split p1");
    assert_string_equal(cluster_of(&c, "p1"), "p1");
    assert_string_equal(cluster_of(&c, "p2"), "p2");
    case_close(&c);
}

static void a_merge_after_a_split_counts_though_its_reason_is_an_old_one(void **state) {
    test_case c;
    (void)state;
    make(&c);
    for (int i = 0; i < 3; i++) {
        judged(&c, "p1 same p2");
        assert_true(done.added);
        assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
        judged(&c, "p1 split p2");
        assert_string_equal(cluster_of(&c, "p1"), "p1");
    }
    case_close(&c);
}

static void what_one_person_judges_twice_for_one_reason_is_recorded_once(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2");
    const rt_str first = done.e.id;
    judged(&c, "p1 same p2");
    assert_false(done.added);
    assert_true(rt_str_eq(first, done.e.id));
    judged(&c, "p1 same p2 | why another reason");
    assert_true(done.added);
    case_close(&c);
}

static void a_judgement_keeps_the_score_and_the_reasons_of_its_day(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 unsure p2");
    assert_int_equal(done.e.score.len, 6);
    assert_true(rt_str_find(done.e.explanation, RT_S("aly")) != SIZE_MAX);
    case_close(&c);
}

static void a_judgement_needs_a_reason_and_two_who_are_there(void **state) {
    test_case c;
    (void)state;
    make(&c);
    refused(&c, RT_USAGE, "p1 same p2 | why ");
    refused(&c, RT_ABSENT, "p1 same p9");
    refused(&c, RT_BAD, "p1 same p1");
    refused(&c, RT_BAD, "p1 split p2");
    assert_string_equal(cluster_of(&c, "p1"), "p1");
    case_close(&c);
}

/* --- different ---------------------------------------------------------------------------------------------------- */

static void a_merge_that_would_join_two_judged_different_is_refused_with_the_chain(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 different p4 | why two passports");
    judged(&c, "p1 same p2");
    judged(&c, "p5 same p4");
    judged(&c, "p2 same p3");
    refused(&c, RT_BAD, "p3 same p5");
    SAYS("p1 and p4 were judged different");
    SAYS("two passports");
    SAYS("p1 = p2 = p3 = p5 = p4");
    refused(&c, RT_BAD, "p1 same p4");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2 p3");
    case_close(&c);
}

static void different_is_refused_while_a_chain_holds_the_two_together(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2");
    judged(&c, "p2 same p3");
    refused(&c, RT_BAD, "p1 different p3");
    SAYS("p1 = p2 = p3");
    judged(&c, "p2 different p3");
    assert_string_equal(cluster_of(&c, "p3"), "p3");
    case_close(&c);
}

static void what_was_judged_different_may_be_one_after_somebody_is_unsure(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 different p2");
    refused(&c, RT_BAD, "p1 same p2");
    judged(&c, "p1 unsure p2");
    judged(&c, "p1 same p2");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
    case_close(&c);
}

/* Two people judged without seeing each other's judgements; both were brought into one case. */
static void what_would_join_two_judged_different_is_held_back(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "judgement; a=p1; b=p2; judgement=same");
    case_add(&c, "judgement; a=p2; b=p3; judgement=same");
    case_add(&c, "judgement; a=p1; b=p3; judgement=different");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
    assert_string_equal(cluster_of(&c, "p3"), "p3");
    case_close(&c);
}

/* --- chains ------------------------------------------------------------------------------------------------------- */

static void a_split_of_two_that_are_one_through_a_chain_is_refused_with_the_chain(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2");
    judged(&c, "p2 same p3");
    refused(&c, RT_BAD, "p1 split p3");
    SAYS("p1 = p2 = p3");
    judged(&c, "p2 split p3");
    assert_string_equal(cluster_of(&c, "p1"), "p1 p2");
    case_close(&c);
}

static void a_split_that_would_leave_the_two_one_is_refused_until_the_way_round_is_taken_back(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2");
    judged(&c, "p2 same p3");
    judged(&c, "p3 same p1");
    refused(&c, RT_BAD, "p3 split p1");
    SAYS("p3 = p2 = p1");
    judged(&c, "p2 unsure p3");
    judged(&c, "p3 split p1");
    assert_string_equal(cluster_of(&c, "p3"), "p3");
    case_close(&c);
}

/* --- who may see what --------------------------------------------------------------------------------------------- */

static void nobody_judges_what_they_may_not_read(void **state) {
    test_case c;
    (void)state;
    make(&c);
    char hidden[sizeof wrong.message];
    refused(&c, RT_ABSENT, "p1 same h1 | clear amber");
    snprintf(hidden, sizeof hidden, "%s", wrong.message);
    refused(&c, RT_ABSENT, "p1 same x1 | clear amber");
    wrong.message[strcspn(wrong.message, "x")] = 'h';
    assert_string_equal(hidden, wrong.message);
    refused(&c, RT_DENIED, "p1 same p2 | clear amber | handling hawk");
    judged(&c, "p1 same h1 | clear hawk | handling hawk");
    case_close(&c);
}

static void a_hidden_judgement_forbids_nothing_and_is_respected_by_who_sees_it(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 different p2 | handling hawk");
    judged(&c, "p2 same p3");
    judged(&c, "p1 same p3 | clear amber");
    const rt_lens_spec narrow = {.narrowed = true, .clear = RT_S("amber")};
    assert_string_equal(cluster(&c, narrow, "p1"), "p1 p2 p3");
    assert_string_equal(cluster_of(&c, "p1"), "p1");
    assert_string_equal(cluster_of(&c, "p2"), "p2 p3");
    case_close(&c);
}

static void a_split_is_seen_by_those_who_saw_the_merge(void **state) {
    test_case c;
    (void)state;
    make(&c);
    judged(&c, "p1 same p2 | handling hawk,amber");
    judged(&c, "p1 split p2");
    assert_str(done.e.handling, "hawk,amber");
    case_close(&c);
}

static void the_reasons_tell_nothing_that_a_reader_of_the_judgement_may_not_see(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.alias Qzsecret; handling=hawk\np2 Person.alias Qzsecret; handling=hawk");
    judged(&c, "p1 same p2");
    assert_true(rt_str_find(done.e.explanation, RT_S("secret")) == SIZE_MAX);
    case_close(&c);
}

/* --- time --------------------------------------------------------------------------------------------------------- */

static void clusters_of_a_past_day_follow_from_what_was_judged_by_then(void **state) {
    test_case c;
    (void)state;
    make(&c);
    case_add(&c, "p1 Person.alias A; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=x\n"
                 "p2 Person.alias B; recorded_at=2020-01-01T00:00:00.000000Z; recorded_by=x\n"
                 "judgement; a=p1; b=p2; judgement=unsure; recorded_at=2021-06-02T10:00:00.000000Z; recorded_by=x\n"
                 "judgement; a=p1; b=p2; judgement=same; recorded_at=2021-06-01T10:00:00.000000Z; recorded_by=x");
    assert_string_equal(cluster(&c, (rt_lens_spec){.as_of = RT_S("2021-05-31")}, "p1"), "p1");
    assert_string_equal(cluster(&c, (rt_lens_spec){.as_of = RT_S("2021-06-01")}, "p1"), "p1 p2");
    assert_string_equal(cluster(&c, (rt_lens_spec){.as_of = RT_S("2021-06-02")}, "p1"), "p1");
    assert_string_equal(cluster_of(&c, "p1"), "p1");
    case_close(&c);
}

/* --- any order, against a slow and obvious version ------------------------------------------------------------------
 */

enum { PEOPLE = 7, STEPS = 60 };

typedef struct slow {
    struct {
        int a, b;
        char judgement; /* s, d, u */
    } said[STEPS + 1];
    int n;
    int label[PEOPLE];
} slow;

static bool on_pair(const slow *s, int i, int a, int b) {
    return (s->said[i].a == a && s->said[i].b == b) || (s->said[i].a == b && s->said[i].b == a);
}

static char last_on(const slow *s, int a, int b) {
    for (int i = s->n - 1; i >= 0; i--)
        if (on_pair(s, i, a, b)) return s->said[i].judgement;
    return 0;
}

/* Whether a pair is judged the same from here on, and was not before. */
static bool holds_since(const slow *s, int i) {
    slow earlier = *s;
    earlier.n = i;
    if (s->said[i].judgement != 's' || last_on(&earlier, s->said[i].a, s->said[i].b) == 's') return false;
    for (int k = i + 1; k < s->n; k++)
        if (on_pair(s, k, s->said[i].a, s->said[i].b) && s->said[k].judgement != 's') return false;
    return true;
}

static bool would_join_different(const slow *s, int x, int y) {
    for (int a = 0; a < PEOPLE; a++)
        for (int b = 0; b < PEOPLE; b++)
            if (s->label[a] == x && s->label[b] == y && last_on(s, a, b) == 'd') return true;
    return false;
}

static void relabel(slow *s) {
    for (int i = 0; i < PEOPLE; i++) s->label[i] = i;
    for (int i = 0; i < s->n; i++) {
        const int x = s->label[s->said[i].a], y = s->label[s->said[i].b];
        if (!holds_since(s, i) || would_join_different(s, x, y)) continue;
        for (int k = 0; k < PEOPLE; k++)
            if (s->label[k] == y) s->label[k] = x;
    }
}

static void say(slow *s, int a, int b, char judgement) {
    s->said[s->n].a = a;
    s->said[s->n].b = b;
    s->said[s->n++].judgement = judgement;
    relabel(s);
}

/* Whether it is to be taken: m merge, x split, d different, u unsure. */
static bool is_right(const slow *s, int a, int b, char what) {
    slow without = *s;
    if (what == 'u') return true;
    if (what == 'm')
        return last_on(s, a, b) != 'd' &&
               (s->label[a] == s->label[b] || !would_join_different(s, s->label[a], s->label[b]));
    say(&without, a, b, 'u');
    return without.label[a] != without.label[b] && (what == 'd' || last_on(s, a, b) == 's');
}

static void compare(test_case *c, const slow *s, int step) {
    for (int a = 0; a < PEOPLE; a++) {
        char id[4], expected[64] = "";
        snprintf(id, sizeof id, "q%d", a);
        for (int b = 0; b < PEOPLE; b++)
            if (s->label[b] == s->label[a])
                snprintf(expected + strlen(expected), 8, "%sq%d", expected[0] != 0 ? " " : "", b);
        const char *found = cluster_of(c, id);
        if (strcmp(found, expected) != 0) fail_msg("step %d: %s is with %s, not %s", step, id, found, expected);
    }
}

static void step_at_random(test_case *c, slow *s, unsigned *seed, int step) {
    static const char *const names[] = {"same", "split", "different", "unsure"};
    const int a = rand_r(seed) % PEOPLE, b = (a + 1 + rand_r(seed) % (PEOPLE - 1)) % PEOPLE, what = rand_r(seed) % 8;
    char line[96];
    if (what == 7) { /* from elsewhere, without a look at what stands against it */
        const char *judgement = names[rand_r(seed) % 2 * 2];
        snprintf(line, sizeof line, "judgement; a=q%d; b=q%d; judgement=%s; why=step %d", a, b, judgement, step);
        case_add(c, line);
        say(s, a, b, judgement[0]);
        return;
    }
    const int kind = what < 4 ? 0 : what - 3;
    const bool right = is_right(s, a, b, "mxdu"[kind]);
    snprintf(line, sizeof line, "q%d %s q%d | why step %d", a, names[kind], b, step);
    const rt_code code = judge(c, line);
    if ((code == RT_OK) != right) fail_msg("%s: %s", line, right ? wrong.message : "taken");
    if (right) say(s, a, b, "sudu"[kind]);
}

static void judgements_in_any_order_give_what_a_slow_and_obvious_version_gives(void **state) {
    (void)state;
    for (unsigned seed = 1; seed <= 3; seed++) {
        test_case c;
        slow s = {0};
        unsigned random = seed;
        case_make(&c);
        for (int i = 0; i < PEOPLE; i++) {
            char line[64];
            snprintf(line, sizeof line, "q%d Person.name Person %c", i, 'A' + i);
            case_add(&c, line);
        }
        relabel(&s);
        for (int i = 0; i < STEPS; i++) {
            step_at_random(&c, &s, &random, i);
            compare(&c, &s, i);
        }
        case_close(&c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_merge_makes_two_one_and_a_split_restores_them),
        cmocka_unit_test(a_merge_after_a_split_counts_though_its_reason_is_an_old_one),
        cmocka_unit_test(what_one_person_judges_twice_for_one_reason_is_recorded_once),
        cmocka_unit_test(a_judgement_keeps_the_score_and_the_reasons_of_its_day),
        cmocka_unit_test(a_judgement_needs_a_reason_and_two_who_are_there),
        cmocka_unit_test(a_merge_that_would_join_two_judged_different_is_refused_with_the_chain),
        cmocka_unit_test(different_is_refused_while_a_chain_holds_the_two_together),
        cmocka_unit_test(what_was_judged_different_may_be_one_after_somebody_is_unsure),
        cmocka_unit_test(what_would_join_two_judged_different_is_held_back),
        cmocka_unit_test(a_split_of_two_that_are_one_through_a_chain_is_refused_with_the_chain),
        cmocka_unit_test(a_split_that_would_leave_the_two_one_is_refused_until_the_way_round_is_taken_back),
        cmocka_unit_test(nobody_judges_what_they_may_not_read),
        cmocka_unit_test(a_hidden_judgement_forbids_nothing_and_is_respected_by_who_sees_it),
        cmocka_unit_test(a_split_is_seen_by_those_who_saw_the_merge),
        cmocka_unit_test(the_reasons_tell_nothing_that_a_reader_of_the_judgement_may_not_see),
        cmocka_unit_test(clusters_of_a_past_day_follow_from_what_was_judged_by_then),
        cmocka_unit_test(judgements_in_any_order_give_what_a_slow_and_obvious_version_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
