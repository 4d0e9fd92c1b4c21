/* Writing through the public API. */
#include "place.h"

static void a_stated_entry_is_shown_and_stated_once(void **state) {
    place *p = *state;
    char id[33], again[33];
    int added;
    const rt_case_import how = by("A Clerk");
    OK(p, rt_case_state(p->c, NAME("Maria Example"), &how, id, &added));
    assert_int_equal(strlen(id), 32);
    assert_int_equal(added, 1);
    OK(p, rt_case_state(p->c, NAME("Maria Example"), &how, again, &added));
    assert_string_equal(id, again);
    assert_int_equal(added, 0);
    CONTAINS(show(p, NULL), "\"caption\":\"Maria Example\"");
}

static void a_link_names_an_entry_that_is_there(void **state) {
    place *p = *state;
    char id[33], line[256];
    const rt_case_import how = by("A Clerk");
    OK(p, rt_case_state(p->c, NAME("Maria Example"), &how, id, NULL));
    snprintf(line, sizeof line, "{\"type\":\"link\",\"link\":\"opposes\",\"from\":\"%s\",\"to\":\"%s\"}", id, id);
    OK(p, rt_case_state(p->c, line, &how, NULL, NULL));
    memset(strstr(line, id), '0', 32);
    assert_int_equal(rt_case_state(p->c, line, &how, NULL, NULL), RT_CASE_BAD);
    CONTAINS(rt_case_last_error(p->c)->message, "which is not in the case");
}

static void a_wrong_line_is_refused_with_its_column_and_leaves_nothing(void **state) {
    place *p = *state;
    const rt_case_import how = by("A Clerk");
    static const char *const lines[] = {
        "{\"type\":\"statement\"",
        "{\"type\":\"statement\",\"entity\":\"x\",\"schema\":\"Persona\",\"prop\":\"name\",\"value\":\"v\"}",
        LINE("nome", "v", ""),
        "{\"type\":\"batch\"}",
        "{\"type\":\"sent\",\"who\":\"X\",\"formats\":[\"jsonl\"]}",
    };
    const char *who = "x", *json;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_int_equal(rt_case_state(p->c, lines[i], &how, NULL, NULL), RT_CASE_BAD);
        const rt_case_error *e = rt_case_last_error(p->c);
        if (e->message[0] == 0 || e->column == 0) fail_msg("%s: \"%s\"", lines[i], e->message);
    }
    assert_int_equal(rt_case_view(p->c, "show", &who, 1, NULL, &json), RT_CASE_ABSENT);
    assert_null(json);
}

static void write_file(const place *p, const char *text) {
    FILE *f = fopen(p->file, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void count(void *to, const rt_case_error *what, int skipped) {
    int *counts = to;
    CONTAINS(what->message, skipped ? "no property" : "kept as text");
    counts[skipped != 0]++;
}

#define THREE_LINES NAME("Maria Example") "\n" LINE("birthDate", "soon", "") "\n" LINE("nome", "v", "") "\n"

static void an_import_that_fails_names_file_and_line(void **state) {
    place *p = *state;
    const rt_case_import how = by("A Clerk");
    const char *path = p->file;
    write_file(p, THREE_LINES);
    assert_int_equal(rt_case_import_files(p->c, &path, 1, &how, NULL), RT_CASE_BAD);
    assert_int_equal(rt_case_last_error(p->c)->line, 3);
    assert_string_equal(rt_case_last_error(p->c)->file, path);
}

static void an_import_tells_what_it_kept_as_text_and_what_it_skipped(void **state) {
    place *p = *state;
    int counts[2] = {0};
    const char *path = p->file;
    rt_case_import how = by("A Clerk");
    rt_case_report report = {.size = sizeof report};
    write_file(p, THREE_LINES);
    how.keep_going = 1;
    how.to = counts;
    how.tell = count;
    OK(p, rt_case_import_files(p->c, &path, 1, &how, &report));
    assert_int_equal(counts[0], 1);
    assert_int_equal(counts[1], 1);
    assert_int_equal(report.kept_as_text, 1);
    assert_int_equal(report.skipped, 1);
    assert_int_equal(report.files, 1);
    assert_int_equal(report.size, sizeof report);
}

static void a_table_is_read_by_its_mapping_and_what_is_skipped_is_written_down(void **state) {
    place *p = *state;
    char mapping[128], skipped[128], line[200] = "";
    const char *path = p->file;
    rt_case_import how = by("A Clerk");
    rt_case_report report = {.size = sizeof report};
    snprintf(mapping, sizeof mapping, "%s/map.yml", p->folder);
    snprintf(skipped, sizeof skipped, "%s/skipped", p->folder);
    FILE *f = fopen(mapping, "w");
    assert_non_null(f);
    assert_true(fputs("entities: {x: {schema: Person, id_column: id, properties: {name: {column: n}}}}\n", f) >= 0);
    assert_int_equal(fclose(f), 0);
    write_file(p, "id;n\n1;Ann\n2;Ben;more\n");
    how.mapping = mapping;
    how.skipped = skipped;
    how.keep_going = 1;
    OK(p, rt_case_import_files(p->c, &path, 1, &how, &report));
    assert_int_equal(report.skipped, 1);
    f = fopen(skipped, "r");
    assert_non_null(f);
    assert_non_null(fgets(line, sizeof line, f));
    assert_non_null(fgets(line, sizeof line, f));
    CONTAINS(line, "more fields than the header has columns\";2;Ben;more\n");
    assert_int_equal(fclose(f), 0);
    assert_int_equal(unlink(skipped), 0);
    assert_int_equal(unlink(mapping), 0);
}

static void a_value_that_its_property_does_not_take_is_kept_and_told(void **state) {
    place *p = *state;
    int counts[2] = {0};
    rt_case_import how = by("A Clerk");
    how.to = counts;
    how.tell = count;
    OK(p, rt_case_state(p->c, LINE("birthDate", "soon", ""), &how, NULL, NULL));
    assert_int_equal(counts[0], 1);
    CONTAINS(show(p, NULL), "\"soon\"");
}

static void handling_is_of_what_says_nothing_itself(void **state) {
    place *p = *state;
    rt_case_import how = by("A Clerk");
    rt_case_lens lens;
    RT_CASE_INIT(lens, rt_case_lens);
    lens.clear = "green";
    how.handling = "hawk,amber";
    OK(p, rt_case_state(p->c, NAME("Maria Hidden"), &how, NULL, NULL));
    OK(p, rt_case_state(p->c, LINE("name", "Maria Example", ",\"handling\":\"green\""), &how, NULL, NULL));
    CONTAINS(show(p, &lens), "Maria Example");
    assert_null(strstr(show(p, &lens), "Hidden"));
}

static void who_records_is_given_and_all_text_is_utf8(void **state) {
    place *p = *state;
    rt_case_import how = by(NULL);
    assert_int_equal(rt_case_state(p->c, NAME("A"), &how, NULL, NULL), RT_CASE_USAGE);
    assert_int_equal(rt_case_state(p->c, NAME("A"), NULL, NULL, NULL), RT_CASE_USAGE);
    how.by = "\xff";
    assert_int_equal(rt_case_state(p->c, NAME("A"), &how, NULL, NULL), RT_CASE_USAGE);
    how.by = "A Clerk";
    assert_int_equal(rt_case_state(p->c, NAME("\xff"), &how, NULL, NULL), RT_CASE_BAD);
    how.handling = "Not, a handling!";
    assert_int_equal(rt_case_state(p->c, NAME("A"), &how, NULL, NULL), RT_CASE_USAGE);
}

static void a_judgement_rests_on_the_statements_that_are_given_with_it(void **state) {
    place *p = *state;
    rt_case_import how = by("A. Clerk");
    char id[33];
    const char *json, *on[] = {id, "00000000000000000000000000000000"};
    OK(p, rt_case_state(p->c,
                        "{\"type\":\"statement\",\"entity\":\"x\",\"schema\":\"Person\",\"prop\":\"name\","
                        "\"value\":\"Ali Example\",\"stance\":\"asserts\"}",
                        &how, NULL, NULL));
    OK(p, rt_case_state(p->c,
                        "{\"type\":\"statement\",\"entity\":\"y\",\"schema\":\"Person\",\"prop\":\"name\","
                        "\"value\":\"Abu Test\",\"stance\":\"asserts\"}",
                        &how, id, NULL));
    how.on = on;
    how.on_count = 1;
    OK(p, rt_case_judge(p->c, "x", "y", "same", "one face", &how, NULL, &json));
    CONTAINS(json, id);
    how.on_count = 2;
    assert_int_equal(rt_case_judge(p->c, "x", "y", "same", "one face", &how, NULL, &json), RT_CASE_ABSENT);
}

static void what_is_judged_the_same_is_one_until_it_is_split(void **state) {
    place *p = *state;
    const rt_case_import how = by("A Clerk");
    const char *json;
    put(p, NAME("Maria Example"));
    put(p, "{\"type\":\"statement\",\"entity\":\"y\",\"schema\":\"Person\",\"prop\":\"nationality\",\"value\":\"be\"}");
    OK(p, rt_case_judge(p->c, "Maria Example", "y", "same", "one passport", &how, NULL, &json));
    CONTAINS(json, "\"members\":[\"x\",\"y\"]");
    CONTAINS(show(p, NULL), "Belgium");
    OK(p, rt_case_judge(p->c, "x", "y", "split", "it was forged", &how, NULL, &json));
    assert_null(strstr(show(p, NULL), "Belgium"));
    assert_int_equal(rt_case_judge(p->c, "x", "y", "split", "again", &how, NULL, &json), RT_CASE_BAD);
    assert_int_equal(rt_case_judge(p->c, "x", "y", "perhaps", "why", &how, NULL, &json), RT_CASE_USAGE);
    assert_int_equal(rt_case_judge(p->c, "x", "nobody", "same", "why", &how, NULL, &json), RT_CASE_ABSENT);
    assert_null(json);
}

static void a_case_is_not_made_over_another(void **state) {
    place *p = *state;
    const char *text;
    assert_int_equal(rt_case_make(p->c, p->path), RT_CASE_BAD);
    assert_int_equal(rt_case_head(p->c, &text), RT_CASE_USAGE); /* the one that was open was closed first */
}

#define IN_PLACE(name) cmocka_unit_test_setup_teardown(name, place_begin, place_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_stated_entry_is_shown_and_stated_once),
        IN_PLACE(a_link_names_an_entry_that_is_there),
        IN_PLACE(a_wrong_line_is_refused_with_its_column_and_leaves_nothing),
        IN_PLACE(an_import_that_fails_names_file_and_line),
        IN_PLACE(an_import_tells_what_it_kept_as_text_and_what_it_skipped),
        IN_PLACE(a_table_is_read_by_its_mapping_and_what_is_skipped_is_written_down),
        IN_PLACE(a_value_that_its_property_does_not_take_is_kept_and_told),
        IN_PLACE(handling_is_of_what_says_nothing_itself),
        IN_PLACE(who_records_is_given_and_all_text_is_utf8),
        IN_PLACE(a_judgement_rests_on_the_statements_that_are_given_with_it),
        IN_PLACE(what_is_judged_the_same_is_one_until_it_is_split),
        IN_PLACE(a_case_is_not_made_over_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
