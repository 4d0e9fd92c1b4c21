/* Days without holder in a chain of custody, against all that the dates may mean. */
#include "analysis/world.h"

#include "analysis/custody.h"

static rt_when of(const char *edtf) {
    rt_when w;
    rt_error err = {0};
    OK(rt_edtf_read(rt_str_of(edtf), &w, &err));
    return w;
}

static void days_between_two_who_held_it_are_a_gap(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_when dates[] = {of("2006-07-01/2006-07-10"), of("2006-07-15/2006-08-01")};
    (void)state;
    const rt_unheld_list gaps = rt_unheld_between(dates, 2, &arena);
    assert_int_equal(gaps.n, 1);
    assert_int_equal(gaps.at[0].least, 4);
    assert_int_equal(gaps.at[0].most, 4);
    assert_int_equal(gaps.at[0].after, 0);
    assert_int_equal(gaps.at[0].before, 1);
    assert_int_equal(gaps.at[0].from, rt_day_of(2006, 7, 11));
}

static void a_transfer_on_one_day_or_the_next_leaves_no_gap(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_when same[] = {of("2006-07-01/2006-07-10"), of("2006-07-10/2006-08-01")};
    const rt_when next[] = {of("2006-07-01/2006-07-10"), of("2006-07-11/2006-08-01")};
    (void)state;
    assert_int_equal(rt_unheld_between(same, 2, &arena).n, 0);
    assert_int_equal(rt_unheld_between(next, 2, &arena).n, 0);
}

static void dates_of_a_month_leave_a_gap_possible_only(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_when dates[] = {of("2006-01-01/2006-07"), of("2006-07/2006-08-01")};
    (void)state;
    const rt_unheld_list gaps = rt_unheld_between(dates, 2, &arena);
    assert_int_equal(gaps.n, 1);
    assert_int_equal(gaps.at[0].least, 0);
    assert_int_equal(gaps.at[0].most, 29);
}

static void a_doubted_date_makes_no_gap_certain(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_when dates[] = {of("2006-07-01/2006-07-10"), of("2006-07-15?/2006-08-01")};
    (void)state;
    const rt_unheld_list gaps = rt_unheld_between(dates, 2, &arena);
    assert_true(gaps.n > 0);
    for (size_t i = 0; i < gaps.n; i++) assert_int_equal(gaps.at[i].least, 0);
}

static void an_end_that_is_not_told_may_be_the_transfer(void **state) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_when dates[] = {of("2006-07-01/"), of("2006-07-15/")};
    (void)state;
    const rt_unheld_list gaps = rt_unheld_between(dates, 2, &arena);
    assert_int_equal(gaps.n, 1);
    assert_int_equal(gaps.at[0].least, 0);
    assert_int_equal(gaps.at[0].most, 13);
}

/* --- against all that may be -------------------------------------------------------------------------------------- */

enum { LAST = 6, HOLDERS = 3, CASES = 3000 };

typedef struct possible_days {
    bool bare[LAST + 1], held[LAST + 1]; /* some reading leaves the day bare, some does not */
} possible_days;

typedef struct span {
    int from, to;
} span;

/* A day is bare when nobody holds it, somebody did before, and somebody does later. */
static void look_at_days(const span *spans, size_t n, possible_days *days) {
    for (int d = 1; d <= LAST; d++) {
        bool on = false, before = false, after = false;
        for (size_t i = 0; i < n; i++) {
            on = on || (spans[i].from <= d && d <= spans[i].to);
            before = before || spans[i].to < d;
            after = after || spans[i].from > d;
        }
        days->bare[d] = days->bare[d] || (!on && before && after);
        days->held[d] = days->held[d] || on || !before || !after;
    }
}

static void each_reading(const rt_when *dates, size_t n, span *spans, size_t i, possible_days *days) {
    if (i == n) {
        look_at_days(spans, n, days);
        return;
    }
    const rt_bounds *w = &dates[i].wide;
    for (rt_day from = w->start_min; from <= w->start_max; from++)
        for (rt_day to = w->end_min > from ? w->end_min : from; to <= w->end_max; to++) {
            spans[i] = (span){(int)from, (int)to};
            each_reading(dates, n, spans, i + 1, days);
        }
}

/* Bounds as EDTF gives them: no start behind the last end, no end before the first start. */
static rt_when random_when(unsigned *seed) {
    rt_day at[4];
    for (size_t i = 0; i < 4; i++) at[i] = 1 + next_random(seed) % LAST;
    rt_bounds b = {at[0], at[1], at[2], at[3]};
    if (b.start_min > b.start_max) b = (rt_bounds){b.start_max, b.start_min, b.end_min, b.end_max};
    if (b.end_min > b.end_max) b = (rt_bounds){b.start_min, b.start_max, b.end_max, b.end_min};
    if (b.end_min < b.start_min) b.end_min = b.start_min;
    if (b.end_max < b.start_max) b.end_max = b.start_max;
    return (rt_when){
        .start_min = b.start_min, .start_max = b.start_max, .end_min = b.end_min, .end_max = b.end_max, .wide = b};
}

static void compare_days(const rt_unheld_list *gaps, const possible_days *days, unsigned case_number) {
    int64_t surely = 0, least = 0;
    for (int d = 1; d <= LAST; d++) {
        bool in = false;
        for (size_t i = 0; i < gaps->n; i++) in = in || (gaps->at[i].from <= d && d <= gaps->at[i].to);
        if (in != days->bare[d]) fail_msg("case %u, day %d: %d, and all readings say %d", case_number, d, in, !in);
        surely += days->bare[d] && !days->held[d];
    }
    for (size_t i = 0; i < gaps->n; i++) least += gaps->at[i].least;
    if (least != surely)
        fail_msg("case %u: surely %d days, and all readings say %d", case_number, (int)least, (int)surely);
}

static void gaps_are_the_days_that_all_readings_of_the_dates_leave(void **state) {
    unsigned seed = 7, with_gaps = 0;
    (void)state;
    for (unsigned n = 0; n < CASES; n++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_when dates[HOLDERS];
        span spans[HOLDERS];
        possible_days days = {0};
        const size_t holders = 2 + next_random(&seed) % (HOLDERS - 1);
        for (size_t i = 0; i < holders; i++) dates[i] = random_when(&seed);
        each_reading(dates, holders, spans, 0, &days);
        const rt_unheld_list gaps = rt_unheld_between(dates, holders, &arena);
        compare_days(&gaps, &days, n);
        with_gaps += gaps.n > 0;
    }
    assert_true(with_gaps > CASES / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_between_two_who_held_it_are_a_gap),
        cmocka_unit_test(a_transfer_on_one_day_or_the_next_leaves_no_gap),
        cmocka_unit_test(dates_of_a_month_leave_a_gap_possible_only),
        cmocka_unit_test(a_doubted_date_makes_no_gap_certain),
        cmocka_unit_test(an_end_that_is_not_told_may_be_the_transfer),
        cmocka_unit_test(gaps_are_the_days_that_all_readings_of_the_dates_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
