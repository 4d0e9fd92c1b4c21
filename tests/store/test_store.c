#include <sys/stat.h>

#include "store/tamper.h"

/* --- files that are no case -----------------------------------------------------------------------------------------
 */

static void write_file(const char *path, const void *bytes, size_t n) {
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static rt_code open_code(const test_case *c, rt_open_mode mode, rt_error *err) {
    rt_store *store;
    const rt_status s = rt_store_open(c->path, mode, &store, err);
    assert_true((s.code == RT_OK) == (store != NULL));
    if (s.code != RT_OK) assert_string_equal(err->file, c->path);
    rt_store_close(store);
    return s.code;
}

static void refuses(const test_case *c, rt_code wanted) {
    for (int mode = RT_OPEN_READ; mode <= RT_OPEN_WRITE; mode++) {
        rt_error err = {0};
        const rt_code code = open_code(c, (rt_open_mode)mode, &err);
        if (code != wanted) fail_msg("mode %d gives %d, not %d: %s", mode, (int)code, (int)wanted, err.message);
        assert_true(err.message[0] != '\0');
    }
}

static void a_case_that_is_not_there_is_absent(void **state) {
    (void)state;
    test_case c;
    case_folder(&c);
    refuses(&c, RT_ABSENT);
    case_close(&c);
}

static void what_is_no_case_is_refused(void **state) {
    (void)state;
    test_case c;
    char text[8192];
    memset(text, 'x', sizeof text);
    case_folder(&c);
    write_file(c.path, "", 0);
    refuses(&c, RT_CORRUPT);
    write_file(c.path, text, 1);
    refuses(&c, RT_CORRUPT);
    write_file(c.path, text, sizeof text);
    refuses(&c, RT_CORRUPT);
    write_file(c.path, "SQLite format 3", 16);
    refuses(&c, RT_CORRUPT);
    assert_int_equal(unlink(c.path), 0);
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "CREATE TABLE statement (x)");
    sqlite3_close(db);
    refuses(&c, RT_CORRUPT);
    case_close(&c);
}

static void a_folder_is_no_case(void **state) {
    (void)state;
    test_case c;
    case_folder(&c);
    assert_int_equal(mkdir(c.path, 0700), 0);
    refuses(&c, RT_CORRUPT);
    assert_int_equal(rmdir(c.path), 0);
    assert_int_equal(mkfifo(c.path, 0600), 0); /* opening it would wait forever */
    refuses(&c, RT_CORRUPT);
    case_close(&c);
}

/* --- files that were a case -----------------------------------------------------------------------------------------
 */

static char *read_file(test_case *c, size_t *n) {
    struct stat is;
    FILE *f = fopen(c->path, "rb");
    assert_non_null(f);
    assert_int_equal(fstat(fileno(f), &is), 0);
    char *bytes = rt_arena_alloc(&c->arena, (size_t)is.st_size);
    *n = fread(bytes, 1, (size_t)is.st_size, f);
    assert_int_equal(fclose(f), 0);
    return bytes;
}

static void read_damaged(rt_store *store, rt_arena *arena) {
    rt_error err = {0};
    rt_lens *lens;
    rt_cursor *cursor;
    rt_seen_list list;
    if (rt_lens_open(store, &(rt_lens_spec){.narrowed = true, .said_by = RT_S("2004")}, &lens, &err).code != RT_OK)
        return;
    rt_status (*const all[])(rt_lens *, rt_cursor **, rt_error *) = {rt_cursor_all, rt_cursor_entities};
    rt_status (*const some[])(rt_lens *, rt_str, rt_cursor **, rt_error *) = {rt_cursor_about, rt_cursor_naming,
                                                                              rt_cursor_name, rt_cursor_acts};
    for (int i = 0; i < 2; i++)
        if (all[i](lens, &cursor, &err).code == RT_OK && rt_cursor_list(cursor, arena, &list, &err).code == RT_OK)
            assert_true(list.n < 1000);
    for (int i = 0; i < 4; i++)
        if (some[i](lens, i == 2 ? RT_S("Abe") : RT_S("p"), &cursor, &err).code == RT_OK)
            (void)rt_cursor_list(cursor, arena, &list, &err).code;
    rt_lens_close(lens);
}

/* To write to it, and to make anew what is derived, is refused or done. */
static void write_damaged(test_case *c) {
    rt_error err = {0};
    rt_batch *b;
    rt_store *store;
    if (rt_store_open(c->path, RT_OPEN_MEND, &store, &err).code != RT_OK) return;
    if (rt_batch_begin(store, &case_batch, &b, &err).code == RT_OK) {
        bool added;
        if (case_put(c, b, "p Person.name Ben", &added, &err).code == RT_OK &&
            case_put(c, b, "judgement; a=p; b=q; judgement=same", &added, &err).code == RT_OK)
            (void)rt_batch_commit(b, NULL, &err).code;
        rt_batch_close(b);
    }
    (void)rt_projections_rebuild(store, &err).code;
    rt_store_close(store);
}

/* A case that was cut off is refused, or its damage is found: nothing of it passes for whole, and nothing crashes. */
static void look_at_damaged(test_case *c, const char *what, size_t at) {
    rt_error err = {0};
    rt_verdict v;
    rt_store *store;
    RT_AUTO(rt_arena) arena = {0};
    if (rt_store_open(c->path, RT_OPEN_AUDIT, &store, &err).code != RT_OK) return;
    if (rt_audit_verify(store, NULL, &arena, &v, &err).code == RT_OK && v.sound && strcmp(what, "cut") == 0)
        fail_msg("cut at %zu it is sound", at);
    read_damaged(store, &arena);
    rt_store_close(store);
}

static void a_case_that_was_cut_off_never_passes_for_whole(void **state) {
    (void)state;
    test_case c;
    size_t n;
    case_make(&c);
    case_add_many(&c, 600);
    case_close_store(&c);
    const char *bytes = read_file(&c, &n);
    for (size_t at = 0; at < n; at += at < 200 ? 20 : 1531) {
        write_file(c.path, bytes, at);
        look_at_damaged(&c, "cut", at);
    }
    case_close(&c);
}

static void a_case_whose_bytes_were_changed_crashes_nothing(void **state) {
    (void)state;
    test_case c;
    size_t n;
    const char *chosen = getenv("REDTHREAD_SEED");
    uint32_t random = chosen != NULL ? (uint32_t)strtoul(chosen, NULL, 10) : 12345;
    printf("REDTHREAD_SEED=%u\n", random);
    case_make(&c);
    case_add_many(&c, 300);
    case_add(&c, "p Person.name Abe; speaker=A; via=B+C; as=a\nlink; link=repeats; from=@a; to=@a");
    case_close_store(&c);
    char *bytes = read_file(&c, &n);
    for (int round = 0; round < 200; round++) {
        size_t at[8];
        char was[8];
        for (int i = 0; i < 8; i++) {
            random = random * 1664525U + 1013904223U;
            at[i] = 100 + (random >> 4) % (n - 100);
            was[i] = bytes[at[i]];
            bytes[at[i]] = (char)(random >> 24);
        }
        write_file(c.path, bytes, n);
        look_at_damaged(&c, "changed", 0);
        write_damaged(&c);
        for (int i = 7; i >= 0; i--) bytes[at[i]] = was[i];
    }
    case_close(&c);
}

static void a_case_of_a_later_program_is_named_as_such(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_close_store(&c);
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "PRAGMA user_version = 99");
    refuses(&c, RT_NEWER);
    tamper_run(db, "PRAGMA user_version = 0");
    refuses(&c, RT_CORRUPT);
    tamper_run(db, "PRAGMA user_version = 1; PRAGMA application_id = 7");
    refuses(&c, RT_CORRUPT);
    sqlite3_close(db);
    case_close(&c);
}

static void a_later_program_that_sums_pages_otherwise_is_no_damage(void **state) {
    (void)state;
    test_case c;
    sqlite3 *db;
    case_make(&c);
    case_close_store(&c);
    assert_int_equal(sqlite3_open(c.path, &db), SQLITE_OK); /* leaves its first page without a right sum */
    tamper_run(db, "PRAGMA user_version = 99");
    sqlite3_close(db);
    refuses(&c, RT_NEWER);
    case_close(&c);
}

static void a_case_with_tables_or_rules_of_somebody_else_is_refused(void **state) {
    (void)state;
    static const char *const changes[] = {
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON act BEGIN DELETE FROM head; END",
        "CREATE TEMP TABLE unused (x); CREATE INDEX more ON act (line)",
        "DROP TRIGGER act_stays",
        "DROP TRIGGER act_stays; CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT 1; END",
        "DROP INDEX provenance_key",
        "DROP TABLE node",
        "ALTER TABLE act ADD COLUMN more TEXT",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'entity'",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        test_case c;
        case_make(&c);
        case_close_store(&c);
        sqlite3 *db = tamper_open(&c);
        tamper_run(db, changes[i]);
        sqlite3_close(db);
        printf("%s\n", changes[i]);
        refuses(&c, RT_CORRUPT);
        case_close(&c);
    }
}

static void the_log_refuses_to_be_changed_within_the_rules(void **state) {
    (void)state;
    static const char *const changes[] = {"UPDATE statement SET value = 'x'", "DELETE FROM statement",
                                          "UPDATE act SET line = 'x'", "DELETE FROM act"};
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name Abe\njudgement; a=p; b=p; judgement=same");
    case_close_store(&c);
    sqlite3 *db = tamper_open(&c);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(sqlite3_exec(db, changes[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
        assert_string_equal(sqlite3_errmsg(db), "the log is append-only");
    }
    sqlite3_close(db);
    case_close(&c);
}

/* --- rights ---------------------------------------------------------------------------------------------------------
 */

/* The mode bits count for root too, whom the system would let through. */
static void a_read_only_case_is_read_and_not_written(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, "p Person.name Abe");
    case_close_store(&c);
    assert_int_equal(chmod(c.path, 0400), 0);
    assert_int_equal(open_code(&c, RT_OPEN_WRITE, &err), RT_IO);
    assert_non_null(strstr(err.message, "read-only"));
    case_reopen(&c, RT_OPEN_READ);
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p"), "Abe");
    case_close(&c);
}

/* Root may write anywhere, so another reads. */
static void become(uid_t uid) {
    if (getuid() == 0 || uid == 0) assert_int_equal(setresuid(uid, uid, 0), 0);
}

static void a_case_in_a_folder_that_takes_no_files_is_read(void **state) {
    enum { SOMEBODY = 65534 };
    (void)state;
    test_case c;
    const uid_t self = getuid();
    case_make(&c);
    case_add(&c, "p Person.name Abe");
    case_close_store(&c);
    assert_int_equal(chmod(c.path, 0444), 0);
    assert_int_equal(chmod(c.folder, 0555), 0);
    become(SOMEBODY);
    case_reopen(&c, RT_OPEN_READ);
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p"), "Abe");
    case_close_store(&c);
    if (self == 0) become(0);
    assert_int_equal(chmod(c.folder, 0700), 0);
    case_close(&c);
}

static void what_waits_beside_a_case_that_takes_no_files_is_not_passed_over(void **state) {
    enum { SOMEBODY = 65534 };
    (void)state;
    test_case c;
    rt_error err = {0};
    char wal[160];
    const uid_t self = getuid();
    case_make(&c);
    case_close_store(&c);
    snprintf(wal, sizeof wal, "%s-wal", c.path);
    write_file(wal, "something", 9);
    assert_int_equal(chmod(c.path, 0444), 0);
    assert_int_equal(chmod(c.folder, 0555), 0);
    become(SOMEBODY);
    assert_int_equal(open_code(&c, RT_OPEN_READ, &err), RT_IO);
    if (self == 0) become(0);
    assert_non_null(strstr(err.message, "-wal"));
    assert_int_equal(chmod(c.folder, 0700), 0);
    case_close(&c);
}

static void a_new_case_is_its_owners_alone_and_needs_a_free_name(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    struct stat is;
    case_make(&c);
    assert_int_equal(stat(c.path, &is), 0);
    assert_int_equal(is.st_mode & 0777, 0600);
    case_add(&c, "p Person.name Abe");
    const char *before = tamper_dump(&c);
    FAILS(rt_store_make(c.path, &err), RT_BAD);
    assert_string_equal(err.file, c.path);
    assert_string_equal(tamper_dump(&c), before);
    char deep[160];
    snprintf(deep, sizeof deep, "%s/no/such/folder.case", c.folder);
    FAILS(rt_store_make(deep, &err), RT_IO);
    snprintf(deep, sizeof deep, "%s", c.folder);
    FAILS(rt_store_make(deep, &err), RT_BAD);
    case_close(&c);
}

static void a_name_that_points_to_nothing_is_not_followed(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    char target[160];
    case_folder(&c);
    snprintf(target, sizeof target, "%s/elsewhere", c.folder);
    assert_int_equal(symlink(target, c.path), 0);
    FAILS(rt_store_make(c.path, &err), RT_BAD);
    assert_int_equal(access(target, F_OK), -1);
    case_close(&c);
}

static void two_cases_have_two_origins(void **state) {
    (void)state;
    test_case a, b;
    case_make(&a);
    case_make(&b);
    assert_int_equal(rt_store_origin(a.store).len, strlen("redthread/") + 32);
    assert_false(rt_str_eq(rt_store_origin(a.store), rt_store_origin(b.store)));
    case_close(&a);
    case_close(&b);
}

/* --- side by side ---------------------------------------------------------------------------------------------------
 */

static void a_reader_sees_the_case_as_it_was_when_it_was_opened(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_store *writer;
    case_make(&c);
    case_add(&c, "p Person.name Abe");
    case_reopen(&c, RT_OPEN_READ);
    OK(rt_store_open(c.path, RT_OPEN_WRITE, &writer, &err));
    rt_batch *b;
    OK(rt_batch_begin(writer, &case_batch, &b, &err));
    OK(case_put(&c, b, "p Person.name Ben", NULL, &err));
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p"), "Abe");
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
    rt_store_close(writer);
    case_look_all(&c);
    assert_string_equal(case_about(&c, "p"), "Abe");
    assert_string_equal(case_all(&c), "Abe");
    rt_checkpoint head;
    rt_verdict v;
    OK(rt_audit_head(c.store, &head, &err));
    assert_int_equal(head.size, 2);
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    assert_true(v.sound);
    case_reopen(&c, RT_OPEN_READ);
    case_look_all(&c);
    assert_string_equal(case_all(&c), "Abe Ben");
    case_close(&c);
}

static void a_case_that_was_opened_for_reading_takes_nothing(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    case_make(&c);
    case_reopen(&c, RT_OPEN_READ);
    rt_status s = rt_batch_begin(c.store, &case_batch, &b, &err);
    assert_true(s.code != RT_OK && b == NULL);
    assert_true(rt_projections_rebuild(c.store, &err).code != RT_OK);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_that_is_not_there_is_absent),
        cmocka_unit_test(what_is_no_case_is_refused),
        cmocka_unit_test(a_folder_is_no_case),
        cmocka_unit_test(a_case_that_was_cut_off_never_passes_for_whole),
        cmocka_unit_test(a_case_whose_bytes_were_changed_crashes_nothing),
        cmocka_unit_test(a_case_of_a_later_program_is_named_as_such),
        cmocka_unit_test(a_later_program_that_sums_pages_otherwise_is_no_damage),
        cmocka_unit_test(a_case_with_tables_or_rules_of_somebody_else_is_refused),
        cmocka_unit_test(the_log_refuses_to_be_changed_within_the_rules),
        cmocka_unit_test(a_read_only_case_is_read_and_not_written),
        cmocka_unit_test(a_case_in_a_folder_that_takes_no_files_is_read),
        cmocka_unit_test(what_waits_beside_a_case_that_takes_no_files_is_not_passed_over),
        cmocka_unit_test(a_new_case_is_its_owners_alone_and_needs_a_free_name),
        cmocka_unit_test(a_name_that_points_to_nothing_is_not_followed),
        cmocka_unit_test(two_cases_have_two_origins),
        cmocka_unit_test(a_reader_sees_the_case_as_it_was_when_it_was_opened),
        cmocka_unit_test(a_case_that_was_opened_for_reading_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
