/* Requests and what became of them. */
#include "analysis/world.h"

#include "analysis/letter.h"

static void ask(world *w, const char *id, const char *from, const char *to, const char *date, const char *status) {
    const pair pairs[] = {{"sender", from}, {"recipients", to}, {"date", date}, {"status", status}};
    say_pairs(w, id, "Request", pairs, 4, "");
}

static void answer(world *w, const char *id, const char *to, const char *date, const char *outcome) {
    const pair pairs[] = {{"sender", "p2"}, {"inReplyToMessage", to}, {"date", date}, {"outcome", outcome}};
    say_pairs(w, id, "Reply", pairs, 4, "");
}

/* All was recorded on the last day of June 2020. */
static void begin(world *w) {
    world_of_people(w);
    say(w, "p1 Person notes = the clock | recorded_by A. Clerk | recorded_at 2020-06-30T10:00:00.000000Z");
    w->spec.as_of = RT_S("2020-06-30");
}

static void say_then(world *w, const char *id, const pair *pairs, size_t n, const char *schema) {
    say_pairs(w, id, schema, pairs, n, " | recorded_by A. Clerk | recorded_at 2020-06-30T10:00:00.000000Z");
}

static void an_answer_takes_the_days_between_the_two(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01-01", "");
    answer(&w, "a", "q", "2020-01-11", "here it is");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "requests.0.standing"), "answered");
    assert_str(at(o, "requests.0.by"), "reply");
    assert_int_equal(number_at(o, "requests.0.days.0"), 10);
    assert_int_equal(number_at(o, "requests.0.days.1"), 10);
    assert_str(at(o, "requests.0.overdue"), "no");
}

static void uncertain_dates_make_it_an_interval(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01", "");
    answer(&w, "a", "q", "2020-02", "");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_int_equal(number_at(o, "requests.0.days.0"), 1);
    assert_int_equal(number_at(o, "requests.0.days.1"), 59);
    assert_str(at(o, "requests.0.overdue"), "possible");
}

static void the_day_of_receipt_counts_where_it_is_told(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01-01", "");
    answer(&w, "a", "q", "2020-01-11", "");
    say(&w, "a Reply receivedAt = 2020-03-01");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_int_equal(number_at(o, "requests.0.days.0"), 60);
    assert_str(at(o, "requests.0.overdue"), "certain");
}

static void what_was_refused_is_refused_by_reply_or_by_status(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q1", "p1", "p2", "2020-01-01", "");
    answer(&w, "a", "q1", "2020-01-11", "Refused: not ours to give");
    ask(&w, "q2", "p1", "p2", "2020-01-02", "declined by the sister");
    ask(&w, "q3", "p1", "p2", "2020-01-03", "put again and again");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "requests.0.standing"), "refused");
    assert_str(at(o, "requests.0.by"), "reply");
    assert_str(at(o, "requests.1.standing"), "refused");
    assert_str(at(o, "requests.1.by"), "status");
    assert_str(at(o, "requests.2.standing"), "told");
}

static void what_is_open_is_overdue_by_the_last_recorded_day_and_not_by_the_clock(void **state) {
    RT_AUTO(world) w;
    const pair early[] = {{"sender", "p1"}, {"date", "2020-01-01"}},
               late[] = {{"sender", "p1"}, {"date", "2020-06-10"}},
               vague[] = {{"sender", "p1"}, {"date", "2020-05/2020-06"}};
    (void)state;
    begin(&w);
    say_then(&w, "q1", early, 2, "Request");
    say_then(&w, "q2", vague, 2, "Request");
    say_then(&w, "q3", late, 2, "Request");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "today"), "2020-06-30");
    assert_str(at(o, "requests.0.standing"), "open");
    assert_str(at(o, "requests.0.overdue"), "certain");
    assert_str(at(o, "requests.1.overdue"), "possible");
    assert_str(at(o, "requests.2.overdue"), "no");
    assert_int_equal(count_at(o, "overdue"), 2);
    assert_str(at(o, "overdue.0.certainty"), "certain");
    assert_str(at(o, "overdue.1.id"), "q2");
    w.asked.due = RT_S("P1W");
    assert_str(at(look_at_all(&w, &rt_view_requests), "requests.2.overdue"), "certain");
}

static void a_reply_to_a_reply_stands_behind_it(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01-01", "");
    answer(&w, "a", "q", "2020-01-11", "");
    answer(&w, "b", "a", "2020-01-21", "");
    answer(&w, "c", "q", "2020-01-31", "");
    const rt_value *o = look(&w, &rt_view_requests, "b");
    assert_str(at(o, "requests.0.id"), "q");
    assert_int_equal(count_at(o, "requests.0.answers"), 3);
    assert_str(at(o, "requests.0.answers.1.id"), "b");
    assert_int_equal(number_at(o, "requests.0.answers.1.depth"), 1);
    assert_str(at(o, "requests.0.answers.1.answers"), "a");
    assert_int_equal(number_at(o, "requests.0.answers.1.days.0"), 10);
}

static void letters_that_answer_each_other_end(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    answer(&w, "a", "b", "2020-01-11", "");
    answer(&w, "b", "a", "2020-01-11", "");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_true(count_at(o, "replies") >= 1);
}

static void a_reply_to_nothing_that_is_there_stands_by_itself(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    answer(&w, "a", "letter of 3 May", "2020-01-11", "no");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_int_equal(count_at(o, "requests"), 0);
    assert_str(at(o, "replies.0.id"), "a");
    assert_str(at(o, "replies.0.in_reply_to.0.value"), "letter of 3 May");
}

static void a_reply_that_somebody_denies_answers_nothing(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01-01", "");
    say(&w, "a Reply inReplyToMessage = q | stance denies");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "requests.0.standing"), "open");
    assert_str(at(o, "requests.0.answers.0.answers_stance"), "denies");
}

static void a_reply_that_is_dated_before_its_request_is_said_to_be(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q", "p1", "p2", "2020-01-10", "");
    answer(&w, "a", "q", "2019", "");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "requests.0.answers.0.follows"), "impossible");
    assert_int_equal(node(o, "requests.0.days")->kind, RT_NULL);
}

static void of_one_person_only_what_they_asked_or_were_asked_is_shown(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    ask(&w, "q1", "p1", "p2", "2020-01-01", "");
    ask(&w, "q2", "p3", "p4", "2020-01-02", "");
    ask(&w, "q3", "Maria Example", "p4", "2020-01-03", "");
    const rt_value *o = look(&w, &rt_view_requests, "p2");
    assert_int_equal(count_at(o, "requests"), 2);
    assert_str(at(o, "requests.1.id"), "q3");
}

static void a_period_that_is_none_is_refused(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    w.asked.due = RT_S("a month");
    assert_null(try_look(&w, &rt_view_requests, (rt_strs){NULL, 0}));
    assert_int_equal(rt_str_find(rt_str_of(w.err.message), RT_S("--due takes a period")), 0);
}

static void what_the_reader_may_not_see_neither_answers_nor_is_the_last_day(void **state) {
    RT_AUTO(world) w;
    const pair early[] = {{"sender", "p1"}, {"date", "2020-06-25"}};
    (void)state;
    begin(&w);
    say_then(&w, "q", early, 2, "Request");
    say(&w, "a Reply inReplyToMessage = q | handling red | recorded_by B | recorded_at 2020-09-30T10:00:00.000000Z");
    w.spec.as_of = RT_S("2020-12-31");
    w.spec.narrowed = true;
    w.spec.clear = RT_S("amber");
    const rt_value *o = look_at_all(&w, &rt_view_requests);
    assert_str(at(o, "today"), "2020-06-30");
    assert_str(at(o, "requests.0.standing"), "open");
    assert_str(at(o, "requests.0.overdue"), "no");
}

/* --- durations against all days that the dates may mean ------------------------------------------------------------
 */

static void waits_are_those_of_all_days_that_may_be_meant(void **state) {
    unsigned seed = 11;
    (void)state;
    for (unsigned n = 0; n < 5000; n++) {
        rt_sent a = {.dated = true}, b = {.dated = true};
        int64_t least = INT64_MAX, most = -1;
        bool late = false, in_time = false;
        const rt_period due = {0, next_random(&seed) % 6};
        a.first = next_random(&seed) % 8;
        a.last = a.first + next_random(&seed) % 4;
        b.first = next_random(&seed) % 12;
        b.last = b.first + next_random(&seed) % 4;
        for (rt_day x = a.first; x <= a.last; x++)
            for (rt_day y = b.first; y <= b.last; y++) {
                late = late || y - x > due.days;
                in_time = in_time || y - x <= due.days;
                if (y < x) continue;
                if (y - x < least) least = y - x;
                if (y - x > most) most = y - x;
            }
        const rt_wait w = rt_wait_between(&a, &b);
        assert_int_equal(w.known, most >= 0);
        if (w.known) assert_int_equal(w.least, least);
        if (w.known) assert_int_equal(w.most, most);
        assert_int_equal(rt_wait_exceeds(&a, &b, &due), !late ? RT_IMPOSSIBLE : in_time ? RT_POSSIBLE : RT_CERTAIN);
    }
}

static void a_month_after_the_last_of_january_is_the_last_of_february(void **state) {
    rt_period p;
    rt_error err = {0};
    (void)state;
    OK(rt_period_read(RT_S("P1M"), &p, &err));
    assert_int_equal(rt_day_after(rt_day_of(2020, 1, 31), &p), rt_day_of(2020, 2, 29));
    OK(rt_period_read(RT_S("P1Y2M1W3D"), &p, &err));
    assert_int_equal(rt_day_after(rt_day_of(2019, 12, 31), &p), rt_day_of(2021, 3, 10));
    assert_int_equal(rt_day_after(RT_DAY_OPEN_END, &p), RT_DAY_OPEN_END);
    static const char *const wrong[] = {"", "P", "30D", "P30", "PD", "P1D1M", "P-1D", "P1.5D", "PT1H", "P99999999Y"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(rt_period_read(rt_str_of(wrong[i]), &p, &err).code, RT_BAD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_takes_the_days_between_the_two),
        cmocka_unit_test(uncertain_dates_make_it_an_interval),
        cmocka_unit_test(the_day_of_receipt_counts_where_it_is_told),
        cmocka_unit_test(what_was_refused_is_refused_by_reply_or_by_status),
        cmocka_unit_test(what_is_open_is_overdue_by_the_last_recorded_day_and_not_by_the_clock),
        cmocka_unit_test(a_reply_to_a_reply_stands_behind_it),
        cmocka_unit_test(letters_that_answer_each_other_end),
        cmocka_unit_test(a_reply_to_nothing_that_is_there_stands_by_itself),
        cmocka_unit_test(a_reply_that_somebody_denies_answers_nothing),
        cmocka_unit_test(a_reply_that_is_dated_before_its_request_is_said_to_be),
        cmocka_unit_test(of_one_person_only_what_they_asked_or_were_asked_is_shown),
        cmocka_unit_test(a_period_that_is_none_is_refused),
        cmocka_unit_test(what_the_reader_may_not_see_neither_answers_nor_is_the_last_day),
        cmocka_unit_test(waits_are_those_of_all_days_that_may_be_meant),
        cmocka_unit_test(a_month_after_the_last_of_january_is_the_last_of_february),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
