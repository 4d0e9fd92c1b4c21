#include "exchange/import.h"

#include "exchange/importing.h"

#define ENTITY(id, name) "{\"id\":\"" id "\",\"schema\":\"Person\",\"properties\":{\"name\":[\"" name "\"]}}\n"
#define STATEMENT(value)                                                                                               \
    "{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"name\",\"value\":\"" value "\"}\n"

static void the_same_file_again_adds_nothing(void **state) {
    (void)state;
    importing im;
    rt_error err = {0};
    rt_checkpoint once, twice;
    importing_begin(&im);
    importing_takes(&im, "x.ftm.json", RT_S(ENTITY("a", "Abe") ENTITY("b", "Ben")));
    assert_int_equal(im.report.batch.added, 2);
    assert_int_equal(im.report.files, 1);
    OK(rt_audit_head(im.c.store, &once, &err));
    importing_takes(&im, "x.ftm.json", RT_S(ENTITY("a", "Abe") ENTITY("b", "Ben")));
    assert_int_equal(im.report.batch.added, 0);
    OK(rt_audit_head(im.c.store, &twice, &err));
    assert_int_equal(once.size, twice.size);
    importing_end(&im);
}

static void the_dataset_is_named_or_is_the_name_of_the_file(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "people.ftm.json", RT_S(ENTITY("a", "Abe")));
    assert_non_null(strstr(importing_export(&im, "jsonl"), "\"dataset\":\"people\""));
    im.options.dataset = RT_S("police");
    importing_takes(&im, "people.ftm.json", RT_S(ENTITY("a", "Abe")));
    assert_int_equal(im.report.batch.added, 1); /* another source says it too */
    assert_non_null(strstr(importing_export(&im, "jsonl"), "\"dataset\":\"police\""));
    importing_end(&im);
}

static void the_format_is_told_by_the_file_or_given(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    importing_takes(&im, "x", RT_S(ENTITY("a", "Abe")));
    importing_takes(&im, "y", RT_S("\xef\xbb\xbf\r\n" STATEMENT("Ben")));
    assert_int_equal(importing_read(&im, "z", RT_S("what is this?\n")), RT_BAD);
    assert_non_null(strstr(im.err.message, "format"));
    assert_int_equal(importing_read(&im, "empty", RT_S("")), RT_BAD);
    im.options.format = RT_S("ftm");
    importing_takes(&im, "empty", RT_S(""));
    assert_int_equal(im.report.batch.added, 0);
    assert_int_equal(importing_read(&im, "x", RT_S(STATEMENT("Ben"))), RT_BAD);
    im.options.format = RT_S("stix");
    assert_int_equal(importing_read(&im, "x", RT_S(STATEMENT("Ben"))), RT_USAGE);
    importing_end(&im);
}

static void several_files_are_one_batch_or_none(void **state) {
    (void)state;
    importing im;
    rt_error err = {0};
    rt_checkpoint head;
    char paths[3][160];
    const char *list[3];
    importing_begin(&im);
    const rt_str texts[] = {RT_S(ENTITY("a", "Abe")), RT_S(STATEMENT("Ben")), RT_S(ENTITY("c", "Cid") "{\"id\":7}\n")};
    const char *const names[] = {"a.ftm.json", "b.jsonl", "c.ftm.json"};
    for (int i = 0; i < 3; i++) {
        snprintf(paths[i], sizeof paths[i], "%s", importing_file(&im, names[i], texts[i]));
        list[i] = paths[i];
    }
    FAILS(rt_import(im.c.store, list, 3, &im.options, &im.report, &err), RT_BAD);
    assert_string_equal(err.file, paths[2]);
    assert_int_equal(err.line, 2);
    OK(rt_audit_head(im.c.store, &head, &err));
    assert_int_equal(head.size, 0);
    OK(rt_import(im.c.store, list, 2, &im.options, &im.report, &err));
    assert_int_equal(im.report.files, 2);
    assert_int_equal(im.report.batch.size, 5); /* the batch, two statements, two files that were read */
    snprintf(im.path, sizeof im.path, "%s", paths[2]);
    im.options.keep_going = true;
    OK(rt_import(im.c.store, list + 2, 1, &im.options, &im.report, &err));
    assert_int_equal(im.report.skipped, 1);
    assert_int_equal(im.report.batch.added, 1);
    for (int i = 0; i < 3; i++) assert_int_equal(unlink(paths[i]), 0);
    importing_end(&im);
}

static void a_file_that_is_not_there_leaves_the_case_as_it_was(void **state) {
    (void)state;
    importing im;
    rt_error err = {0};
    rt_checkpoint head;
    char good[160];
    importing_begin(&im);
    snprintf(good, sizeof good, "%s", importing_file(&im, "a.ftm.json", RT_S(ENTITY("a", "Abe"))));
    const char *paths[] = {good, "/nowhere/at/all.jsonl"};
    FAILS(rt_import(im.c.store, paths, 2, &im.options, &im.report, &err), RT_ABSENT);
    assert_string_equal(err.file, paths[1]);
    OK(rt_audit_head(im.c.store, &head, &err));
    assert_int_equal(head.size, 0);
    assert_int_equal(unlink(good), 0);
    importing_end(&im);
}

static void what_was_read_is_noted_with_its_hash(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.handling = RT_S("hawk");
    importing_takes(&im, "x.ftm.json", RT_S(ENTITY("a", "Abe")));
    sqlite3 *db;
    sqlite3_stmt *s;
    assert_int_equal(sqlite3_open(im.c.path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT line FROM act WHERE line LIKE '%\"type\":\"read\"%'", -1, &s, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    const char *line = (const char *)sqlite3_column_text(s, 0);
    assert_non_null(strstr(line, "\"name\":\"x.ftm.json\""));
    assert_non_null(strstr(line, "\"handling\":\"hawk\""));
    assert_non_null(strstr(line, "\"dataset\":\"x\""));
    char size[32];
    snprintf(size, sizeof size, "\"size\":%zu", strlen(ENTITY("a", "Abe")));
    assert_non_null(strstr(line, size));
    sqlite3_finalize(s);
    sqlite3_close(db);
    importing_end(&im);
}

static void crlf_a_byte_order_mark_and_a_missing_last_newline_change_nothing(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.dataset = RT_S("x");
    importing_takes(&im, "x.ftm.json", RT_S(ENTITY("a", "Abe") ENTITY("b", "Ben")));
    importing_takes(&im, "x.ftm.json",
                    RT_S("\xef\xbb\xbf{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Abe\"]}}\r\n\r\n"
                         "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ben\"]}}"));
    assert_int_equal(im.report.batch.added, 0);
    assert_int_equal(im.report.batch.there, 2);
    importing_end(&im);
}

/* Names of files are bytes, the log is UTF-8. */
static void a_file_whose_name_is_no_text_leaves_a_case_that_can_be_read(void **state) {
    (void)state;
    importing im;
    rt_error err = {0};
    rt_verdict v;
    importing_begin(&im);
    importing_takes(&im, "a\xff\xc3.ftm.json", RT_S(ENTITY("a", "Abe")));
    assert_non_null(strstr(importing_export(&im, "jsonl"), "\"dataset\":\"a\xef\xbf\xbd\xef\xbf\xbd\""));
    OK(rt_audit_verify(im.c.store, NULL, &im.c.arena, &v, &err));
    assert_true(v.sound);
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_file_again_adds_nothing),
        cmocka_unit_test(the_dataset_is_named_or_is_the_name_of_the_file),
        cmocka_unit_test(the_format_is_told_by_the_file_or_given),
        cmocka_unit_test(several_files_are_one_batch_or_none),
        cmocka_unit_test(a_file_that_is_not_there_leaves_the_case_as_it_was),
        cmocka_unit_test(what_was_read_is_noted_with_its_hash),
        cmocka_unit_test(a_file_whose_name_is_no_text_leaves_a_case_that_can_be_read),
        cmocka_unit_test(crlf_a_byte_order_mark_and_a_missing_last_newline_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
