/* Cases of earlier programs: the row of files that these left (tests/store/versions), and steps that are made up. */
#include <sys/stat.h>
#include <sys/wait.h>

#include "exchange/format.h"
#include "store/connect.h"
#include "store/tamper.h"
#include "store/upgrade.h"

extern const rt_format rt_format_entries;

/* --- a layout that goes one version further -------------------------------------------------------------------------
 */

enum { PARTS_MOST = 100 };

typedef struct further {
    rt_part parts[PARTS_MOST];
    rt_step steps[2];
    rt_layout layout;
} further;

/* The case's own layout, and what a later version brings: these parts, by this step. */
static void go_further(further *f, const rt_part *more, size_t n, rt_step step) {
    const int version = rt_case_layout.version + 1;
    memset(f, 0, sizeof *f);
    assert_true(rt_case_layout.n + n <= PARTS_MOST);
    memcpy(f->parts, rt_case_layout.parts, rt_case_layout.n * sizeof *f->parts);
    if (n > 0) memcpy(f->parts + rt_case_layout.n, more, n * sizeof *f->parts);
    for (size_t i = rt_case_layout.n; i < rt_case_layout.n + n; i++) f->parts[i].since = version;
    f->steps[0] = step;
    f->steps[0].to = version;
    f->layout = (rt_layout){version, f->parts, rt_case_layout.n + n, f->steps};
}

static rt_part *part_named(further *f, const char *begins) {
    for (size_t i = 0; i < f->layout.n; i++)
        if (strncmp(f->parts[i].sql, begins, strlen(begins)) == 0) return &f->parts[i];
    fail_msg("no part begins \"%s\"", begins);
    return NULL;
}

static int version_of(const char *path) {
    sqlite3 *db;
    rt_error err = {0};
    int64_t version;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    OK(rt_sql_number(db, "PRAGMA user_version", 0, &version, &err));
    sqlite3_close(db);
    return (int)version;
}

static const char *copy_path(test_case *c, int version, const char *more) {
    RT_AUTO(rt_buf) path = {0};
    rt_buf_printf(&path, "%s.version-%d%s", c->path, version, more);
    return rt_str_z(&c->arena, rt_buf_str(&path));
}

static void remove_copy(const char *path) {
    RT_AUTO(rt_buf) beside = {0};
    assert_int_equal(unlink(path), 0);
    rt_buf_printf(&beside, "%s-shm", path);
    rt_buf_byte(&beside, '\0');
    assert_int_equal(access(beside.at, F_OK), -1);
}

static const rt_part notes[] = {{.sql = "CREATE TABLE notes (seq INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT"},
                                {.sql = "CREATE INDEX notes_note ON notes (note)"}};

static rt_status fill_notes(sqlite3 *db, rt_error *err) {
    return rt_sql_run(db, "INSERT INTO notes SELECT seq, value FROM statement", err);
}

static rt_status fail_now(sqlite3 *db, rt_error *err) {
    RT_TRY(fill_notes(db, err));
    return rt_fail(err, RT_BAD, "this step fails");
}

static rt_status die_now(sqlite3 *db, rt_error *err) {
    (void)fill_notes(db, err).code;
    _exit(9);
}

/* A case of two statements, open for writing. */
static void make_small(test_case *c) {
    case_make(c);
    case_add(c, "p Person.name Abe\np Person.notes tall");
}

/* --- steps ----------------------------------------------------------------------------------------------------------
 */

static void a_step_makes_what_begins_fills_it_and_drops_what_ends(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    const int before = rt_case_layout.version;
    make_small(&c);
    go_further(&f, notes, 2, (rt_step){.change = fill_notes});
    part_named(&f, "CREATE INDEX provenance_key")->until = before + 1;
    OK(rt_upgrade(c.store, &f.layout, &err));
    OK(rt_layout_check(c.store->db, &f.layout, before + 1, &err));
    assert_string_equal(tamper_rows(&c, "SELECT note FROM notes ORDER BY note"), "Abe\ntall\n");
    assert_string_equal(tamper_rows(&c, "SELECT name FROM sqlite_schema WHERE name = 'provenance_key'"), "");
    assert_int_equal(version_of(c.path), before + 1);
    remove_copy(copy_path(&c, before, ""));
    case_close(&c);
}

static void a_step_may_alter_a_table(void **state) {
    (void)state;
    static const rt_part wider = {
        .sql = "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL, more TEXT) STRICT, WITHOUT ROWID"};
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    go_further(&f, &wider, 1, (rt_step){.sql = "ALTER TABLE about ADD COLUMN more TEXT"});
    part_named(&f, "CREATE TABLE about")->until = f.layout.version;
    OK(rt_upgrade(c.store, &f.layout, &err));
    OK(rt_layout_check(c.store->db, &f.layout, f.layout.version, &err));
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    case_close(&c);
}

static void what_is_derived_is_made_anew_where_a_step_asks(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    case_close_store(&c);
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "DELETE FROM run");
    sqlite3_close(db);
    case_reopen(&c, RT_OPEN_WRITE);
    go_further(&f, NULL, 0, (rt_step){.rebuild = true});
    OK(rt_upgrade(c.store, &f.layout, &err));
    assert_string_equal(tamper_rows(&c, "SELECT first, last FROM run"), "1|2\n");
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    case_close(&c);
}

static void told(void *to, const char *message) { rt_buf_printf(to, "%s\n", message); }

static void a_whole_copy_of_what_it_was_is_kept_and_named(void **state) {
    (void)state;
    test_case c, copy;
    further f;
    rt_error err = {0};
    rt_buf said = {0};
    make_small(&c);
    c.store->minder = (rt_minder){.to = &said, .tell = told};
    const char *before = tamper_dump(&c);
    go_further(&f, notes, 2, (rt_step){0});
    OK(rt_upgrade(c.store, &f.layout, &err));
    copy = c;
    snprintf(copy.path, sizeof copy.path, "%s", copy_path(&c, rt_case_layout.version, ""));
    assert_string_equal(tamper_dump(&copy), before);
    assert_int_equal(version_of(copy.path), rt_case_layout.version);
    assert_non_null(strstr(rt_buf_str(&said).at, copy.path));
    struct stat is;
    assert_int_equal(stat(copy.path, &is), 0);
    assert_int_equal(is.st_mode & 0777, 0600);
    remove_copy(copy.path);
    rt_buf_close(&said);
    c.arena = copy.arena;
    case_close(&c);
}

static void count_told(void *to, const char *what, int64_t done, int64_t all) {
    rt_buf *said = to;
    (void)all;
    if (done == 0 && what[0] != 0) rt_buf_printf(said, "%s; ", what);
}

static void an_upgrade_tells_how_far_it_is(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    rt_buf said = {0};
    make_small(&c);
    c.store->minder = (rt_minder){.to = &said, .progress = count_told};
    go_further(&f, notes, 2, (rt_step){.rebuild = true});
    OK(rt_upgrade(c.store, &f.layout, &err));
    assert_str(rt_buf_str(&said), "entries indexed; ");
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    rt_buf_close(&said);
    case_close(&c);
}

static void a_copy_that_is_there_is_not_overwritten(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    const char *first = copy_path(&c, rt_case_layout.version, ""),
               *second = copy_path(&c, rt_case_layout.version, ".2");
    FILE *kept = fopen(first, "w");
    assert_non_null(kept);
    assert_int_equal(fclose(kept), 0);
    go_further(&f, notes, 2, (rt_step){0});
    OK(rt_upgrade(c.store, &f.layout, &err));
    assert_int_equal(version_of(second), rt_case_layout.version);
    remove_copy(second);
    remove_copy(first);
    case_close(&c);
}

static void what_somebody_else_brought_up_meanwhile_stays(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    go_further(&f, notes, 2, (rt_step){.change = fill_notes});
    OK(rt_upgrade(c.store, &f.layout, &err));
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    OK(rt_upgrade(c.store, &f.layout, &err));
    assert_int_equal(access(copy_path(&c, rt_case_layout.version, ""), F_OK), -1);
    case_close(&c);
}

/* --- what goes wrong ------------------------------------------------------------------------------------------------
 */

static bool stop_at_once(void *to) {
    (void)to;
    return true;
}

static void what_fails_or_is_stopped_leaves_the_old_version(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    const char *before = tamper_dump(&c);
    go_further(&f, notes, 2, (rt_step){.change = fail_now});
    FAILS(rt_upgrade(c.store, &f.layout, &err), RT_BAD);
    assert_int_equal(version_of(c.path), rt_case_layout.version);
    assert_string_equal(tamper_dump(&c), before);
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    c.store->minder = (rt_minder){.stop = stop_at_once};
    FAILS(rt_upgrade(c.store, &f.layout, &err), RT_STOPPED);
    assert_int_equal(access(copy_path(&c, rt_case_layout.version, ""), F_OK), -1);
    case_reopen(&c, RT_OPEN_WRITE);
    assert_int_equal(version_of(c.path), rt_case_layout.version);
    case_close(&c);
}

static void a_crash_within_a_step_leaves_the_old_version(void **state) {
    (void)state;
    test_case c;
    further f;
    int status;
    make_small(&c);
    const char *before = tamper_dump(&c);
    case_close_store(&c);
    go_further(&f, notes, 2, (rt_step){.change = die_now});
    const pid_t child = fork();
    if (child == 0) {
        rt_error err = {0};
        case_reopen(&c, RT_OPEN_WRITE);
        (void)rt_upgrade(c.store, &f.layout, &err).code;
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 9);
    assert_int_equal(version_of(c.path), rt_case_layout.version);
    assert_string_equal(tamper_dump(&c), before);
    remove_copy(copy_path(&c, rt_case_layout.version, ""));
    case_close(&c);
}

static void a_case_that_was_altered_is_not_brought_up(void **state) {
    (void)state;
    test_case c;
    further f;
    rt_error err = {0};
    make_small(&c);
    sqlite3 *db = tamper_open(&c);
    tamper_run(db, "CREATE TRIGGER more AFTER INSERT ON act BEGIN DELETE FROM head; END");
    sqlite3_close(db);
    go_further(&f, notes, 2, (rt_step){0});
    FAILS(rt_upgrade(c.store, &f.layout, &err), RT_CORRUPT);
    assert_int_equal(access(copy_path(&c, rt_case_layout.version, ""), F_OK), -1);
    case_close(&c);
}

/* --- the row --------------------------------------------------------------------------------------------------------
 */

static rt_str read_row(test_case *c, int version, const char *suffix) {
    char path[512];
    rt_error err = {0};
    rt_input *in;
    rt_str bytes;
    RT_AUTO(rt_buf) whole = {0};
    snprintf(path, sizeof path, "%s/store/versions/%d%s", TESTS_DIR, version, suffix);
    if (access(path, R_OK) != 0)
        fail_msg("%s is missing: tests/store/versions/make.sh, run by that version's program", path);
    OK(rt_input_open(path, &in, &err));
    do {
        OK(rt_input_bytes(in, &bytes, &err));
        rt_buf_add(&whole, bytes);
    } while (bytes.len > 0);
    rt_input_close(in);
    return rt_str_copy(&c->arena, rt_buf_str(&whole));
}

static void unpack(test_case *c, int version) {
    case_folder(c);
    const rt_str bytes = read_row(c, version, ".case.xz");
    FILE *f = fopen(c->path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

static rt_status gather(void *to, rt_str bytes, rt_error *err) {
    (void)err;
    rt_buf_add(to, bytes);
    return rt_ok;
}

static void holds_what_it_held(test_case *c, int version) {
    rt_error err = {0};
    rt_buf text = {0};
    rt_checkpoint head;
    rt_verdict verdict;
    const rt_writer writer = {.to = &text, .write = gather};
    case_look_all(c);
    OK(rt_format_entries.write(c->lens, &writer, &err));
    assert_true(rt_str_eq(rt_buf_str(&text), read_row(c, version, ".jsonl")));
    rt_buf_clear(&text);
    OK(rt_audit_head(c->store, &head, &err));
    rt_checkpoint_write(&text, &head);
    assert_true(rt_str_eq(rt_buf_str(&text), read_row(c, version, ".head")));
    OK(rt_audit_verify(c->store, &head, &c->arena, &verdict, &err));
    if (!verdict.sound) fail_msg("version %d: %s", version, verdict.what);
    rt_buf_close(&text);
}

/* Each is opened as it was left, by a reader, and tells the same; the copy that is kept of an older one is that one. */
static void what_earlier_programs_left_tells_the_same(void **state) {
    (void)state;
    for (int version = 1; version <= rt_case_layout.version; version++) {
        test_case c;
        rt_error err = {0};
        const bool older = version < rt_case_layout.version;
        if (version > 1 && !older) continue; /* its last program makes it */
        unpack(&c, version);
        case_reopen(&c, RT_OPEN_READ);
        if (!rt_store_is_current(c.store)) {
            case_reopen(&c, RT_OPEN_WRITE);
            OK(rt_projections_rebuild(c.store, &err));
            case_reopen(&c, RT_OPEN_READ);
        }
        assert_int_equal(version_of(c.path), rt_case_layout.version);
        holds_what_it_held(&c, version);
        if (older) {
            assert_int_equal(version_of(copy_path(&c, version, "")), version);
            remove_copy(copy_path(&c, version, ""));
        }
        case_close(&c);
    }
}

/* A program may have read the header before another one brought the case up, and then put pages into the file. The
 * first page came to it from the -wal, and went into the file by the other: nothing says that there is room for sums.
 */
static void who_opened_it_before_writes_sums_too(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_minder nobody = {0};
    sqlite3 *before = NULL;
    rt_verdict v;
    unpack(&c, 2);
    OK(rt_connect(c.path, SQLITE_OPEN_READWRITE, &nobody, &before, &err));
    tamper_run(before, "SELECT count(*) FROM act");
    case_reopen(&c, RT_OPEN_WRITE);
    tamper_run(before, "BEGIN; SELECT count(*) FROM about");
    tamper_run(c.store->db, "PRAGMA wal_checkpoint(PASSIVE)");
    tamper_run(before, "INSERT INTO about VALUES ('more', 'and more'); COMMIT; PRAGMA wal_checkpoint(PASSIVE)");
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    if (!v.sound) fail_msg("%s", v.what);
    case_reopen(&c, RT_OPEN_READ);
    sqlite3_close(before);
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    assert_int_equal(v.damaged, 0);
    remove_copy(copy_path(&c, 2, ""));
    case_close(&c);
}

/* Whatever ended an upgrade when there was room for sums and the version was not marked: it is brought up again. */
static void room_for_sums_alone_is_no_promise(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    unpack(&c, 2);
    sqlite3 *db = tamper_open(&c);
    rt_sums_reserve(db);
    tamper_run(db, "VACUUM");
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_int_equal(sqlite3_open(c.path, &db), SQLITE_OK); /* an earlier program, which knows nothing of sums */
    tamper_run(db, "INSERT INTO about VALUES ('more', 'and more')");
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    OK(rt_store_open(c.path, RT_OPEN_READ, &c.store, &err));
    holds_what_it_held(&c, 2);
    remove_copy(copy_path(&c, 2, ""));
    case_close(&c);
}

static void who_may_not_write_is_told_who_can_help(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_store *store;
    if (rt_case_layout.version == 1) {
        printf("skipped: there is no earlier version yet\n");
        skip();
    }
    unpack(&c, 1);
    assert_int_equal(chmod(c.path, 0400), 0);
    FAILS(rt_store_open(c.path, RT_OPEN_READ, &store, &err), RT_IO);
    assert_non_null(strstr(err.message, "somebody who may write to it has to open it once"));
    assert_int_equal(version_of(c.path), 1);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_makes_what_begins_fills_it_and_drops_what_ends),
        cmocka_unit_test(a_step_may_alter_a_table),
        cmocka_unit_test(what_is_derived_is_made_anew_where_a_step_asks),
        cmocka_unit_test(a_whole_copy_of_what_it_was_is_kept_and_named),
        cmocka_unit_test(an_upgrade_tells_how_far_it_is),
        cmocka_unit_test(a_copy_that_is_there_is_not_overwritten),
        cmocka_unit_test(what_somebody_else_brought_up_meanwhile_stays),
        cmocka_unit_test(what_fails_or_is_stopped_leaves_the_old_version),
        cmocka_unit_test(a_crash_within_a_step_leaves_the_old_version),
        cmocka_unit_test(a_case_that_was_altered_is_not_brought_up),
        cmocka_unit_test(what_earlier_programs_left_tells_the_same),
        cmocka_unit_test(who_opened_it_before_writes_sums_too),
        cmocka_unit_test(room_for_sums_alone_is_no_promise),
        cmocka_unit_test(who_may_not_write_is_told_who_can_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
