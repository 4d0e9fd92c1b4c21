#include "test.h"

#include "base/date.h"

/* "start_min start_max end_min end_max" of a text, as written or widened. */
static const char *days(const char *text, bool wide) {
    static char all[160];
    rt_error err = {0};
    rt_when w = {0};
    OK(rt_edtf_read(rt_str_of(text), &w, &err));
    if (wide) w = rt_when_widened(&w);
    const rt_day day[] = {w.start_min, w.start_max, w.end_min, w.end_max};
    size_t n = 0;
    for (int i = 0; i < 4; i++) {
        if (i > 0) all[n++] = ' ';
        n += rt_day_print(day[i], all + n);
    }
    return all;
}

/* Begins and ends within the same days. */
static void within(const char *text, bool wide, const char *first, const char *last) {
    char want[160];
    snprintf(want, sizeof want, "%s %s %s %s", first, last, first, last);
    const char *got = days(text, wide);
    if (strcmp(want, got) != 0) fail_msg("%s is %s, not %s", text, got, want);
}

static void means(const char *text, const char *want) {
    const char *got = days(text, false);
    if (strcmp(want, got) != 0) fail_msg("%s is %s, not %s", text, got, want);
}

static void a_date_is_one_day_or_more_within_what_it_names(void **state) {
    (void)state;
    within("2006-07", false, "2006-07-01", "2006-07-31");
    within("2004-02", false, "2004-02-01", "2004-02-29");
    within("1984", false, "1984-01-01", "1984-12-31");
    within("0000", false, "0000-01-01", "0000-12-31");
    within("-0044-03-15", false, "-0044-03-15", "-0044-03-15");
    within("Y170000002", false, "Y170000002-01-01", "Y170000002-12-31");
    within("Y-17E7", false, "Y-170000000-01-01", "Y-170000000-12-31");
    within("2012-10-10T23:30:00-05:00", false, "2012-10-10", "2012-10-10");
}

static void unspecified_digits_are_any_that_make_a_real_day(void **state) {
    (void)state;
    within("156X-12-25", false, "1560-12-25", "1569-12-25");
    within("15XX-12-XX", false, "1500-12-01", "1599-12-31");
    within("1XXX-XX", false, "1000-01-01", "1999-12-31");
    within("1560-XX-25", false, "1560-01-25", "1560-12-25");
    within("15XX-02-29", false, "1504-02-29", "1596-02-29");
    within("1999-0X-30", false, "1999-01-30", "1999-09-30");
    within("1999-XX-31", false, "1999-01-31", "1999-12-31");
    within("2020-05-3X", false, "2020-05-30", "2020-05-31");
    within("1984-1X", false, "1984-10-01", "1984-12-31");
    within("-156X", false, "-1569-01-01", "-1560-12-31");
    within("-000X", false, "-0009-01-01", "-0001-12-31");
    within("XXXX-XX-23", false, "0000-01-23", "9999-12-23");
}

static void significant_digits_leave_the_others_open(void **state) {
    (void)state;
    within("1950S2", false, "1900-01-01", "1999-12-31");
    within("1950S4", false, "1950-01-01", "1950-12-31");
    within("-1950S2", false, "-1999-01-01", "-1900-12-31");
    within("Y171010000S3", false, "Y171000000-01-01", "Y171999999-12-31");
    within("Y3388E2S3", false, "Y338000-01-01", "Y338999-12-31");
}

static void seasons_are_northern_unless_they_say_southern(void **state) {
    (void)state;
    within("2001-21", false, "2001-03-01", "2001-05-31");
    within("2001-24", false, "2001-12-01", "2002-02-28");
    within("2019-28", false, "2019-12-01", "2020-02-29");
    within("2001-29", false, "2001-09-01", "2001-11-30");
    within("2001-30", false, "2001-12-01", "2002-02-28");
    within("2001-34", false, "2001-04-01", "2001-06-30");
    within("2001-38", false, "2001-05-01", "2001-08-31");
    within("2001-41", false, "2001-07-01", "2001-12-31");
    within("198X-22", false, "1980-06-01", "1989-08-31");
}

static void an_interval_begins_in_one_date_and_ends_in_the_other(void **state) {
    (void)state;
    means("2012-08-03/2012-09", "2012-08-03 2012-08-03 2012-09-01 2012-09-30");
    means("2013/..", "2013-01-01 2013-12-31 .. ..");
    means("../2013", ".. .. 2013-01-01 2013-12-31");
    means("2013-05-02/", "2013-05-02 2013-05-02 2013-05-02 ..");
    means("/1928-01-18", ".. 1928-01-18 1928-01-18 1928-01-18");
}

static void one_of_a_set_is_anything_in_it_and_all_of_a_set_spans_it(void **state) {
    (void)state;
    within("[2004..2006]", false, "2004-01-01", "2006-12-31");
    within("[1667,1760-12]", false, "1667-01-01", "1760-12-31");
    within("[2013-08-11,2013-11-08]", false, "2013-08-11", "2013-11-08");
    within("[..1760-12-03]", false, "..", "1760-12-03");
    within("[1760-12..]", false, "1760-12-01", "..");
    means("{1960,1961-12}", "1960-01-01 1960-12-31 1961-12-01 1961-12-31");
    means("{1667,1668,1670..1672}", "1667-01-01 1667-12-31 1672-01-01 1672-12-31");
    means("{..1984}", ".. .. 1984-01-01 1984-12-31");
}

static void approximate_dates_widen_by_one_unit_of_what_is_marked(void **state) {
    (void)state;
    within("1984~", true, "1983-01-01", "1985-12-31");
    within("1984~", false, "1984-01-01", "1984-12-31");
    within("2004-06~", true, "2004-05-01", "2004-07-31");
    within("2004-01%", true, "2003-12-01", "2004-02-29");
    within("2004-06-11~", true, "2004-06-10", "2004-06-12");
    within("2004-06~-11", true, "2004-05-11", "2004-07-11");
    within("2004~-06-11", true, "2003-06-11", "2005-06-11");
    within("2004-06-~11", true, "2004-06-10", "2004-06-12");
    within("2004~-06-~11", true, "2003-06-10", "2005-06-12");
    within("2004-03-31?", true, "2004-03-31", "2004-03-31");
    within("156X~", true, "1550-01-01", "1579-12-31");
    within("1950S2~", true, "1800-01-01", "2099-12-31");
    within("2004-XX~", true, "2003-01-01", "2005-12-31");
    within("2001-22~", true, "2001-03-01", "2001-11-30");
    within("[1984~,1990]", true, "1983-01-01", "1990-12-31");
}

static void days_and_dates_convert_both_ways(void **state) {
    (void)state;
    assert_int_equal(rt_day_of(1970, 1, 1), 0);
    assert_int_equal(rt_day_of(2000, 3, 1), 11017);
    assert_int_equal(rt_day_weekday(0), 3);
    assert_int_equal(rt_day_weekday(rt_day_of(1969, 12, 28)), 6);
    for (rt_day day = -1000000; day < 1000000; day += 17) {
        int64_t year;
        int month, of_month;
        rt_day_parts(day, &year, &month, &of_month);
        assert_int_equal(rt_day_of(year, month, of_month), day);
    }
}

static void the_farthest_years_are_taken_and_no_farther(void **state) {
    (void)state;
    rt_when w;
    within("Y25000000000000000", false, "Y25000000000000000-01-01", "Y25000000000000000-12-31");
    within("Y-25E15", false, "Y-25000000000000000-01-01", "Y-25000000000000000-12-31");
    FAILS(rt_edtf_read(RT_S("Y25000000000000001"), &w, NULL), RT_BAD);
    FAILS(rt_edtf_read(RT_S("Y26E15"), &w, NULL), RT_BAD);
    FAILS(rt_edtf_read(RT_S("Y99999999999999999999999"), &w, NULL), RT_BAD);
    days("Y25E15S1~", true);
    days("Y-25E15~", true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_one_day_or_more_within_what_it_names),
        cmocka_unit_test(unspecified_digits_are_any_that_make_a_real_day),
        cmocka_unit_test(significant_digits_leave_the_others_open),
        cmocka_unit_test(seasons_are_northern_unless_they_say_southern),
        cmocka_unit_test(an_interval_begins_in_one_date_and_ends_in_the_other),
        cmocka_unit_test(one_of_a_set_is_anything_in_it_and_all_of_a_set_spans_it),
        cmocka_unit_test(approximate_dates_widen_by_one_unit_of_what_is_marked),
        cmocka_unit_test(days_and_dates_convert_both_ways),
        cmocka_unit_test(the_farthest_years_are_taken_and_no_farther),
    };
    return cmocka_run_group_tests_name("base/date_meaning", tests, NULL, NULL);
}
