#include "test.h"

#include "base/date_english.h"

static void assert_words(const char *edtf, const char *want, rt_month_form form) {
    rt_arena arena = {0};
    const rt_str got = rt_date_words(&arena, rt_str_of(edtf), form);
    if (!rt_str_is(got, want)) fail_msg("%s is \"%.*s\", not \"%s\"", edtf, RT_FMT(got), want);
    rt_arena_close(&arena);
}

static void dates_are_said_in_words(void **state) {
    (void)state;
    const char *const want[][2] = {
        {"2006", "2006"},
        {"2006-07", "July 2006"},
        {"1928-01-18", "18 January 1928"},
        {"2006-02-30", "2006-02-30"},
        {"2012-08-03T10:30:00Z", "3 August 2012, 10:30 UTC"},
        {"2012-08-03T10:30:05+02:00", "3 August 2012, 10:30:05+02:00"},
        {"1942~", "about 1942"},
        {"2004-06?", "perhaps June 2004"},
        {"2004-06-11%", "perhaps about 11 June 2004"},
        {"201X", "the 2010s"},
        {"20XX", "some year from 2000 to 2099"},
        {"2004-XX", "some month of 2004"},
        {"2004-06-XX", "some day in June 2004"},
        {"2004-XX-XX", "some day in 2004"},
        {"2001-21", "spring 2001"},
        {"2001-34", "the second quarter of 2001"},
        {"-0043", "44 BC"},
        {"0000", "1 BC"},
        {"Y170000002", "the year 170000002"},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) assert_words(want[i][0], want[i][1], RT_MONTHS_LONG);
}

static void intervals_and_sets_are_said_in_words(void **state) {
    (void)state;
    const char *const want[][2] = {
        {"[2005-02,2006-02]", "February 2005 or February 2006"},
        {"[2005,2006,2008]", "2005, 2006 or 2008"},
        {"{2005,2006-03}", "2005 and March 2006"},
        {"[2004..2006]", "between 2004 and 2006"},
        {"[2016-09..2016-12]", "between September and December 2016"},
        {"{2016-09..2016-12}", "all of September to December 2016"},
        {"2012-08/2012-09", "August to September 2012"},
        {"2012-08-03/2012-08-09", "3 August to 9 August 2012"},
        {"2012-33/2012-34", "the first quarter of 2012 to the second quarter of 2012"},
        {"2012-08/2013-09", "August 2012 to September 2013"},
        {"2012-08~/2012-09", "about August 2012 to September 2012"},
        {"[..1984]", "1984 or before"},
        {"[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"},
        {"1983/1985", "1983 to 1985"},
        {"2012-08/..", "from August 2012"},
        {"../2013", "until 2013"},
        {"/1928-01-18", "before or on 18 January 1928"},
        {"/1928", "in or before 1928"},
        {"2004-02/", "from February 2004, end unknown"},
        {"1942~/1943?", "about 1942 to perhaps 1943"},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) assert_words(want[i][0], want[i][1], RT_MONTHS_LONG);
}

static void short_months_save_room(void **state) {
    (void)state;
    assert_words("[2005-02,2006-02]", "Feb 2005 or Feb 2006", RT_MONTHS_SHORT);
}

static void what_has_no_words_stays_as_it_is(void **state) {
    (void)state;
    const char *const same[] = {
        "",  "Y17E7",      "1950S2",      "2004-06~-11", "XXXX-12-25", "XXXX", "2004-1X",    "2006-13",        "../..",
        "/", "[",          "[]",          "{",           "2004-06-",   "-",    "2001-21-03", "2004/2005/2006", "soon",
        "~", "2004-XX-05", "[2005,soon]", "2004T10:00",  "199"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) assert_words(same[i], same[i], RT_MONTHS_LONG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_said_in_words),
        cmocka_unit_test(intervals_and_sets_are_said_in_words),
        cmocka_unit_test(short_months_save_room),
        cmocka_unit_test(what_has_no_words_stays_as_it_is),
    };
    return cmocka_run_group_tests_name("base/date_english", tests, NULL, NULL);
}
