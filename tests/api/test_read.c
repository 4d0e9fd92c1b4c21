/* Reading through the public API. */
#include "place.h"

static void the_library_and_the_header_are_of_one_version(void **state) {
    (void)state;
    assert_string_equal(rt_version(), RT_CASE_VERSION);
    assert_string_equal(rt_version(), PROJECT_VERSION);
}

static void a_lens_hides_what_the_reader_may_not_see(void **state) {
    place *p = *state;
    const char *who = "x", *json;
    rt_case_lens lens;
    put(p, NAME("Maria Example"));
    put(p, HIDDEN_NAME);
    RT_CASE_INIT(lens, rt_case_lens);
    CONTAINS(show(p, &lens), "Maria Hidden");
    lens.clear = "green";
    assert_null(strstr(show(p, &lens), "Hidden"));
    lens.clear = "hawk,amber";
    CONTAINS(show(p, &lens), "Maria Hidden");
    lens.clear = "not a clearance!";
    assert_int_equal(rt_case_view(p->c, "show", &who, 1, &lens, &json), RT_CASE_USAGE);
}

static void a_view_can_be_asked_as_if_two_were_one(void **state) {
    place *p = *state;
    const char *who = "x", *json, *same[] = {"x=y"};
    rt_case_lens lens;
    put(p, NAME("Maria Example"));
    put(p, "{\"type\":\"statement\",\"entity\":\"y\",\"schema\":\"Person\",\"prop\":\"nationality\",\"value\":\"be\"}");
    RT_CASE_INIT(lens, rt_case_lens);
    lens.as_if_same = same;
    lens.as_if_same_count = 1;
    CONTAINS(show(p, &lens), "Belgium");
    CONTAINS(show(p, &lens), "\"as_if\":[{\"as\":\"same\"");
    assert_null(strstr(show(p, NULL), "Belgium"));
    same[0] = "x=nobody";
    assert_int_equal(rt_case_view(p->c, "show", &who, 1, &lens, &json), RT_CASE_ABSENT);
}

static void an_older_program_with_a_shorter_lens_is_served(void **state) {
    place *p = *state;
    const char *who = "x", *json;
    rt_case_lens lens = {.size = offsetof(rt_case_lens, as_of), .clear = "green"};
    lens.as_of = "this is behind the size, and no day";
    put(p, NAME("Maria Example"));
    put(p, HIDDEN_NAME);
    assert_null(strstr(show(p, &lens), "Hidden"));
    lens.size = 0;
    assert_int_equal(rt_case_view(p->c, "show", &who, 1, &lens, &json), RT_CASE_USAGE);
}

static void a_source_and_a_day_narrow_what_is_read(void **state) {
    place *p = *state;
    static const char *const one[] = {"one"};
    rt_case_lens lens;
    put(p, LINE("name", "Early Name", ",\"dataset\":\"one\",\"said_at\":\"2001\""));
    put(p, LINE("name", "Late Name", ",\"dataset\":\"two\",\"said_at\":\"2010\""));
    RT_CASE_INIT(lens, rt_case_lens);
    lens.sources = one;
    lens.source_count = 1;
    assert_null(strstr(show(p, &lens), "Late Name"));
    RT_CASE_INIT(lens, rt_case_lens);
    lens.said_by = "2005";
    CONTAINS(show(p, &lens), "Early Name");
    assert_null(strstr(show(p, &lens), "Late Name"));
}

static void a_view_takes_as_many_names_as_it_says(void **state) {
    place *p = *state;
    const char *who[] = {"x", "x"}, *json;
    put(p, NAME("Maria Example"));
    OK(p, rt_case_view(p->c, "timeline", who, 2, NULL, &json));
    OK(p, rt_case_view(p->c, "stats", NULL, 0, NULL, &json));
    CONTAINS(json, "\"entities\":1");
    assert_int_equal(rt_case_view(p->c, "show", who, 2, NULL, &json), RT_CASE_USAGE);
    assert_int_equal(rt_case_view(p->c, "show", NULL, 0, NULL, &json), RT_CASE_USAGE);
    assert_int_equal(rt_case_view(p->c, "shwo", who, 1, NULL, &json), RT_CASE_USAGE);
    CONTAINS(rt_case_last_error(p->c)->message, "shwo");
    assert_int_equal(rt_case_view(p->c, "conflicts", who, 2, NULL, &json), RT_CASE_USAGE);
    CONTAINS(rt_case_last_error(p->c)->message, "conflicts takes 0 to 1 names, not 2");
    assert_int_equal(rt_case_view(p->c, "timeline", NULL, 0, NULL, &json), RT_CASE_USAGE);
    CONTAINS(rt_case_last_error(p->c)->message, "timeline takes 1 names or more, not 0");
}

typedef struct gathered {
    char text[4096];
    size_t n;
} gathered;

static int gather(void *to, const char *bytes, size_t n) {
    gathered *g = to;
    if (g->n + n >= sizeof g->text) return 1;
    memcpy(g->text + g->n, bytes, n);
    g->n += n;
    return 0;
}

static int refuse(void *to, const char *bytes, size_t n) {
    (void)bytes;
    (void)n;
    return ++*(int *)to;
}

static void an_export_goes_out_in_pieces_until_it_is_refused(void **state) {
    place *p = *state;
    gathered lines = {.n = 0}, entities = {.n = 0};
    int refused = 0;
    put(p, NAME("Maria Example"));
    OK(p, rt_case_export(p->c, NULL, NULL, gather, &lines));
    CONTAINS(lines.text, "\"type\":\"statement\"");
    OK(p, rt_case_export(p->c, "ftm", NULL, gather, &entities));
    assert_string_equal(entities.text,
                        "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Maria Example\"]}}\n");
    assert_int_equal(rt_case_export(p->c, NULL, NULL, refuse, &refused), RT_CASE_IO);
    assert_int_equal(refused, 1);
    assert_int_equal(rt_case_export(p->c, "un", NULL, gather, &lines), RT_CASE_USAGE);
}

static void an_export_to_somebody_is_noted_before_it_goes(void **state) {
    place *p = *state;
    gathered lines = {.n = 0}, again = {.n = 0};
    int refused = 0;
    const char *json;
    rt_case_sending to;
    rt_case_lens lens;
    RT_CASE_INIT(to, rt_case_sending);
    RT_CASE_INIT(lens, rt_case_lens);
    lens.clear = "green";
    put(p, NAME("Maria Example"));
    assert_int_equal(rt_case_export_to(p->c, NULL, NULL, &to, gather, &lines), RT_CASE_USAGE);
    to.to = "A Ministry", to.by = "A Clerk", to.purpose = "a request";
    to.handling = "no handling";
    assert_int_equal(rt_case_export_to(p->c, NULL, NULL, &to, gather, &lines), RT_CASE_USAGE);
    to.handling = "hawk";
    OK(p, rt_case_export_to(p->c, NULL, &lens, &to, gather, &lines));
    CONTAINS(lines.text, "Maria Example");
    assert_null(strstr(lines.text, "\"sent\""));
    assert_int_equal(rt_case_export_to(p->c, "ftm", NULL, &to, refuse, &refused), RT_CASE_IO);
    OK(p, rt_case_view(p->c, "sent", NULL, 0, NULL, &json));
    CONTAINS(json, "\"to\":\"A Ministry\",\"purpose\":\"a request\",\"formats\":[\"jsonl\"]");
    CONTAINS(json, "\"clear\":\"green\"");
    CONTAINS(json, "\"handling\":\"hawk,green\"");
    CONTAINS(json, "\"formats\":[\"ftm\"]");
    OK(p, rt_case_export(p->c, NULL, NULL, gather, &again));
    CONTAINS(again.text, "\"type\":\"sent\"");
    OK(p, rt_case_verify(p->c, NULL, &json));
}

static void the_log_is_verified_against_an_earlier_head(void **state) {
    place *p = *state;
    const char *text, *json;
    char head[256];
    put(p, NAME("Maria Example"));
    OK(p, rt_case_head(p->c, &text));
    snprintf(head, sizeof head, "%s", text);
    put(p, NAME("Maria Other"));
    OK(p, rt_case_verify(p->c, head, &json));
    CONTAINS(json, "\"sound\":true");
    memset(strrchr(head, '=') - 20, 'A', 8); /* another root */
    assert_int_equal(rt_case_verify(p->c, head, &json), RT_CASE_BAD);
    CONTAINS(json, "\"sound\":false");
    assert_int_equal(rt_case_verify(p->c, "no head", &json), RT_CASE_BAD);
    assert_null(json);
}

static void a_reader_sees_the_case_as_it_was_until_it_asks_anew(void **state) {
    place *p = *state;
    const rt_case_import how = by("A Clerk");
    place reader = {.c = rt_case_new()};
    put(p, NAME("Maria Example"));
    OK(&reader, rt_case_open(reader.c, p->path, RT_CASE_READ));
    put(p, NAME("Maria Later"));
    assert_null(strstr(show(&reader, NULL), "Later"));
    OK(&reader, rt_case_refresh(reader.c));
    CONTAINS(show(&reader, NULL), "Maria Later");
    assert_int_equal(rt_case_state(reader.c, NAME("A"), &how, NULL, NULL), RT_CASE_USAGE);
    rt_case_free(reader.c);
}

static void a_date_is_described_without_a_case(void **state) {
    (void)state;
    place p = {.c = rt_case_new()};
    const char *json;
    OK(&p, rt_case_date(p.c, "circa 1942", 0, &json));
    CONTAINS(json, "\"edtf\":\"1942~\"");
    assert_int_equal(rt_case_date(p.c, "circa 1942", 1, &json), RT_CASE_BAD);
    CONTAINS(json, "\"error\":");
    assert_true(rt_case_last_error(p.c)->byte >= 0);
    rt_case_free(p.c);
}

static void what_needs_a_case_says_that_none_is_open(void **state) {
    (void)state;
    rt_case *c = rt_case_new();
    const char *text, *who = "x";
    const rt_case_import how = by("A Clerk");
    assert_int_equal(rt_case_head(c, &text), RT_CASE_USAGE);
    assert_int_equal(rt_case_view(c, "show", &who, 1, NULL, &text), RT_CASE_USAGE);
    assert_int_equal(rt_case_state(c, NAME("A"), &how, NULL, NULL), RT_CASE_USAGE);
    CONTAINS(rt_case_last_error(c)->message, "no case is open");
    rt_case_free(c);
    rt_case_free(NULL);
}

static void a_case_that_is_not_there_is_named(void **state) {
    (void)state;
    rt_case *c = rt_case_new();
    assert_int_equal(rt_case_open(c, "/nowhere/at/all.case", RT_CASE_READ), RT_CASE_ABSENT);
    assert_string_equal(rt_case_last_error(c)->file, "/nowhere/at/all.case");
    assert_int_equal(rt_case_open(c, NULL, RT_CASE_READ), RT_CASE_USAGE);
    rt_case_close(c);
    assert_string_equal(rt_case_last_error(c)->message, "");
    rt_case_free(c);
}

#define IN_PLACE(name) cmocka_unit_test_setup_teardown(name, place_begin, place_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_and_the_header_are_of_one_version),
        IN_PLACE(a_lens_hides_what_the_reader_may_not_see),
        IN_PLACE(a_view_can_be_asked_as_if_two_were_one),
        IN_PLACE(an_older_program_with_a_shorter_lens_is_served),
        IN_PLACE(a_source_and_a_day_narrow_what_is_read),
        IN_PLACE(a_view_takes_as_many_names_as_it_says),
        IN_PLACE(an_export_goes_out_in_pieces_until_it_is_refused),
        IN_PLACE(an_export_to_somebody_is_noted_before_it_goes),
        IN_PLACE(the_log_is_verified_against_an_earlier_head),
        IN_PLACE(a_reader_sees_the_case_as_it_was_until_it_asks_anew),
        cmocka_unit_test(a_date_is_described_without_a_case),
        cmocka_unit_test(what_needs_a_case_says_that_none_is_open),
        cmocka_unit_test(a_case_that_is_not_there_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
