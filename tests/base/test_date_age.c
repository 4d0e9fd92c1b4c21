#include "test.h"

#include "base/date_age.h"

static rt_when read_date(const char *text) {
    rt_error err = {0};
    rt_when when = {0};
    OK(rt_edtf_read(rt_str_of(text), &when, &err));
    return when;
}

static void born(int64_t least, int64_t most, const char *said, const char *want) {
    rt_arena arena = {0};
    rt_error err = {0};
    rt_when birth;
    const rt_when when = read_date(said);
    OK(rt_age_birth(least, most, &when, &birth, &err));
    const rt_str got = rt_days_edtf(birth.wide.start_min, birth.wide.end_max, &arena);
    if (!rt_str_is(got, want))
        fail_msg("%d to %d on %s: born %.*s, not %s", (int)least, (int)most, said, RT_FMT(got), want);
    rt_arena_close(&arena);
}

static void an_age_on_a_day_is_a_year_of_births(void **state) {
    (void)state;
    born(32, 32, "2016-10-20", "[1983-10-21..1984-10-20]");
    born(0, 0, "2016-10-20", "[2015-10-21..2016-10-20]");
    born(30, 35, "2016-10-20", "[1980-10-21..1986-10-20]");
    born(32, 32, "2016", "[1983-01-02..1984-12-31]");
    born(32, 32, "2016-10~", "[1983-09-02..1984-11-30]");
    born(32, 32, "../2016", "[..1984-12-31]");
}

static void a_birthday_on_29_february_is_kept_on_28_february_or_1_march(void **state) {
    (void)state;
    born(1, 1, "2016-02-29", "[2014-03-01..2015-02-28]");
    born(2, 2, "2015-02-28", "[2012-02-29..2013-02-28]");
    born(3, 3, "2015-02-28", "[2011-03-01..2012-02-29]");
    born(3, 3, "2015-03-01", "[2011-03-02..2012-03-01]");
}

/* Whether somebody born then can be this old on that day, counted birthday by birthday. */
static bool can_be(rt_day birth, int age, rt_day on) {
    int64_t y, on_y;
    int m, d, on_m, on_d;
    rt_day_parts(birth, &y, &m, &d);
    rt_day_parts(on, &on_y, &on_m, &on_d);
    const bool leapling = m == 2 && d == 29;
    const rt_day this_year = leapling && rt_month_days(on_y, 2) == 28 ? rt_day_of(on_y, 2, 28) : rt_day_of(on_y, m, d);
    const int early = (int)(on_y - y) - (on < this_year);
    return age == early || (leapling && on == this_year && rt_month_days(on_y, 2) == 28 && age == early - 1);
}

static void births_are_those_whose_birthdays_count_to_the_age(void **state) {
    (void)state;
    for (rt_day on = rt_day_of(2015, 2, 20); on < rt_day_of(2016, 3, 10); on++) {
        rt_when birth;
        rt_error err = {0};
        const rt_when said = rt_when_day(on);
        OK(rt_age_birth(3, 3, &said, &birth, &err));
        for (rt_day day = rt_day_of(2010, 12, 1); day < rt_day_of(2014, 1, 1); day++) {
            const bool within = day >= birth.start_min && day <= birth.end_max;
            if (within != can_be(day, 3, on)) fail_msg("born on day %d, on day %d", (int)day, (int)on);
        }
    }
}

static void ages_that_nobody_has_are_refused(void **state) {
    (void)state;
    const rt_when said = rt_when_day(0);
    rt_when birth;
    FAILS(rt_age_birth(-1, 3, &said, &birth, NULL), RT_BAD);
    FAILS(rt_age_birth(5, 3, &said, &birth, NULL), RT_BAD);
    FAILS(rt_age_birth(5, 201, &said, &birth, NULL), RT_BAD);
}

static void sources_agree_on_the_days_that_all_allow(void **state) {
    (void)state;
    rt_when dates[3] = {read_date("1984"), read_date("[1983-10-21..1984-10-20]"), read_date("1984-05/1984-12")};
    const rt_agreement r = rt_dates_agree(dates, 3);
    assert_true(r.agree);
    assert_false(r.uncertain);
    assert_int_equal(r.first, rt_day_of(1984, 5, 1));
    assert_int_equal(r.last, rt_day_of(1984, 10, 20));
}

static void where_sources_disagree_two_of_them_are_named(void **state) {
    (void)state;
    rt_when dates[4] = {read_date("1984"), read_date("1985-01?"), read_date("1983/1985"), read_date("1984~")};
    const rt_agreement r = rt_dates_agree(dates, 4);
    assert_false(r.agree);
    assert_true(r.uncertain);
    assert_int_equal(r.a, 1);
    assert_int_equal(r.b, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_age_on_a_day_is_a_year_of_births),
        cmocka_unit_test(a_birthday_on_29_february_is_kept_on_28_february_or_1_march),
        cmocka_unit_test(births_are_those_whose_birthdays_count_to_the_age),
        cmocka_unit_test(ages_that_nobody_has_are_refused),
        cmocka_unit_test(sources_agree_on_the_days_that_all_allow),
        cmocka_unit_test(where_sources_disagree_two_of_them_are_named),
    };
    return cmocka_run_group_tests_name("base/date_age", tests, NULL, NULL);
}
