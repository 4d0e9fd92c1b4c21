/* The language of rules: what is read, how it is printed, and what is said where it stops. */
#include "test.h"

#include "model/rule_kind.h"

static rt_str printed(const char *text, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_rule rule;
    if (rt_rule_read(rt_str_of(text), arena, &rule, &err).code != RT_OK) fail_msg("%s: %s", text, err.message);
    rt_rule_print(&out, &rule);
    return rt_str_copy(arena, rt_buf_str(&out));
}

/* text is read, and printed so. */
static void reads_as(const char *text, const char *line) {
    RT_AUTO(rt_arena) arena = {0};
    assert_str(printed(text, &arena), line);
    assert_str(printed(line, &arena), line);
}

static void stops_at(const char *text, size_t byte, const char *message) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_rule rule;
    assert_int_equal(rt_rule_read(rt_str_of(text), &arena, &rule, &err).code, RT_BAD);
    if (strstr(err.message, message) == NULL || err.byte != byte)
        fail_msg("%s: at %llu: %s", text, (unsigned long long)err.byte, err.message);
}

static void a_rule_has_one_line_however_it_is_written(void **state) {
    (void)state;
    reads_as("forbid  Passport\n where holder is $subject", "forbid Passport where holder is $subject");
    reads_as("forbid Visit where facility is \"c1\" or $subject", "forbid Visit where facility is $subject or c1");
    reads_as("count Visit at least 3 within 1 days per facility", "count Visit at least 3 per facility within 1 day");
}

static void every_part_of_the_language_is_read(void **state) {
    (void)state;
    reads_as("forbid Travel where traveller is $subject and endLocation.country is not be starts during condition",
             "forbid Travel where traveller is $subject and endLocation.country is not be starts during condition");
    reads_as("expect Reply where inReplyToMessage is m1 within 30 days after m1 on record",
             "expect Reply where inReplyToMessage is m1 within 30 days after m1 on record");
    reads_as("expect Visit where visitor is $subject within 2 weeks after (Release where person is $subject)",
             "expect Visit where visitor is $subject within 2 weeks after (Release where person is $subject)");
    reads_as("count Visit where visitor is $subject at least 20 per visited across 2 facility during 2012-08/2013",
             "count Visit where visitor is $subject at least 20 per visited across 2 facility during 2012-08/2013");
    reads_as("forbid Event where name says \"bomb\" and summary is said before 2013 after \"2\" by 2014",
             "forbid Event where name says bomb and summary is said before 2013 after \"2\" by 2014");
}

static void a_country_is_its_code_and_a_word_of_the_language_is_quoted(void **state) {
    (void)state;
    reads_as("forbid Event where country is Belgium", "forbid Event where country is be");
    reads_as("forbid Event where name is \"where\" or \"a \\\"b\\\"\" or unknown",
             "forbid Event where name is \"where\" or \"a \\\"b\\\"\" or unknown");
}

static void a_list_is_the_name_of_its_dataset(void **state) {
    (void)state;
    reads_as("match ofac", "match ofac");
    reads_as("match \"list of us\"", "match \"list of us\"");
    reads_as("match a\\b", "match \"a\\\\b\"");
    stops_at("match", 5, "dataset");
    stops_at("match \"\"", 6, "dataset");
    stops_at("match a\\b\001c", 10, "");
}

static void what_is_wrong_is_told_with_its_place_and_what_was_expected(void **state) {
    (void)state;
    stops_at("permit Visit", 0, "expected");
    stops_at("forbid Passsport", 7, "a schema");
    stops_at("forbid Visit where visitr is p1", 19, "a Visit has no property \"visitr\"");
    stops_at("forbid Visit where visitor = p1", 27, "`is`");
    stops_at("forbid Visit where visitor is", 29, "the rule ends here");
    stops_at("forbid Visit where visitor is and", 30, "quotation marks");
    stops_at("forbid Visit where visitor is \"Ali", 30, "has no end");
    stops_at("forbid Visit where count is $subject", 28, "names nobody");
    stops_at("forbid Visit where visitor is $someone", 30, "$subject");
    stops_at("forbid Visit where count.country is be", 19, "followed by");
    stops_at("forbid Visit where visitor.wings is 2", 19, "no property \"wings\"");
    stops_at("forbid Visit during 2013-13", 20, "a date");
    stops_at("forbid Visit within 3 days", 26, "`after` or `before`");
    stops_at("forbid Visit within 3 moons after 2013", 22, "months");
    stops_at("expect Visit where visitor is p1", 32, "by when");
    stops_at("count Visit where visitor is p1", 31, "`at`");
    stops_at("count Visit at least 0", 21, "a whole number");
    stops_at("forbid Visit after (Visit", 25, "`)`");
    stops_at("forbid Visit where visitor is p1 please", 33, "the end of the rule");
    stops_at("forbid Visit after (Release where person is $subject)", 53, "not in what the rule is about");
}

static void words_are_no_rule_unless_they_begin_as_one(void **state) {
    rt_error err = {0};
    (void)state;
    assert_false(rt_is_rule_like(RT_S("no passport")));
    assert_true(rt_is_rule_like(RT_S(" forbid him to travel")));
    assert_true(rt_rule_is_faulty(RT_S("Condition"), RT_S("rule"), RT_S("forbid him to travel"), &err));
    assert_int_equal(err.byte, 7);
    assert_false(rt_rule_is_faulty(RT_S("Condition"), RT_S("rule"), RT_S("no passport"), &err));
    assert_false(rt_rule_is_faulty(RT_S("Condition"), RT_S("name"), RT_S("forbid him"), &err));
}

static void months_before_and_after_a_day_end_with_their_last_day(void **state) {
    const rt_rule_period month = {1, RT_RULE_MONTHS}, year = {1, RT_RULE_YEARS}, weeks = {2, RT_RULE_WEEKS};
    (void)state;
    assert_int_equal(rt_rule_day_after(rt_day_of(2013, 1, 31), month, 1), rt_day_of(2013, 2, 28));
    assert_int_equal(rt_rule_day_after(rt_day_of(2013, 1, 31), month, -1), rt_day_of(2012, 12, 31));
    assert_int_equal(rt_rule_day_after(rt_day_of(2012, 2, 29), year, -1), rt_day_of(2011, 2, 28));
    assert_int_equal(rt_rule_day_after(rt_day_of(2013, 1, 1), weeks, -1), rt_day_of(2012, 12, 18));
    assert_true(rt_rule_day_after(RT_DAY_OPEN_END, month, -1) == RT_DAY_OPEN_END);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_has_one_line_however_it_is_written),
        cmocka_unit_test(every_part_of_the_language_is_read),
        cmocka_unit_test(a_country_is_its_code_and_a_word_of_the_language_is_quoted),
        cmocka_unit_test(a_list_is_the_name_of_its_dataset),
        cmocka_unit_test(what_is_wrong_is_told_with_its_place_and_what_was_expected),
        cmocka_unit_test(words_are_no_rule_unless_they_begin_as_one),
        cmocka_unit_test(months_before_and_after_a_day_end_with_their_last_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
