/* Several at one case: who waits, who is told, who is stopped, and copies that are made meanwhile. */
#include <sys/stat.h>

#include "store/backup.h"
#include "store/tamper.h"

/* --- who minds it ---------------------------------------------------------------------------------------------------
 */

typedef struct minding {
    rt_buf said;
    rt_batch *other; /* is closed when somebody waits for it */
    int stop_after;  /* times that it is asked; -1: never */
    test_case *busy; /* gets a batch while pages are copied */
} minding;

static void tell(void *to, const char *message) {
    minding *m = to;
    rt_buf_printf(&m->said, "%s\n", message);
    rt_batch_close(m->other);
    m->other = NULL;
}

static bool stop(void *to) {
    minding *m = to;
    if (m->stop_after > 0) m->stop_after--;
    return m->stop_after == 0;
}

static void write_meanwhile(void *to, const char *what, int64_t done, int64_t all) {
    const minding *m = to;
    char line[64];
    if (m->busy == NULL || done == all || strcmp(what, "pages copied") != 0) return;
    snprintf(line, sizeof line, "later Person.notes written at page %lld", (long long)done);
    case_add(m->busy, line);
}

static rt_store *open_minded(const test_case *c, rt_open_mode mode, minding *m, int wait) {
    rt_error err = {0};
    rt_store *store;
    const rt_minder minder = {.to = m, .tell = tell, .stop = stop, .progress = write_meanwhile, .wait = wait};
    OK(rt_store_open_minded(c->path, mode, &minder, &store, &err));
    return store;
}

static void close_minded(rt_store *store, minding *m) {
    rt_store_close(store);
    rt_buf_close(&m->said);
}

/* --- waiting --------------------------------------------------------------------------------------------------------
 */

static void who_writes_waits_for_another_is_told_so_and_has_its_turn(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    case_make(&c);
    minding m = {.other = case_begin_batch(&c), .stop_after = -1};
    rt_store *second = open_minded(&c, RT_OPEN_WRITE, &m, 30);
    OK(rt_batch_begin(second, &case_batch, &b, &err));
    assert_non_null(strstr(rt_buf_str(&m.said).at, "waiting for another program that writes to the case"));
    OK(case_put(&c, b, "p Person.name Abe", NULL, &err));
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
    close_minded(second, &m);
    case_close(&c);
}

static void who_does_not_wait_is_refused_at_once(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    minding m = {.stop_after = -1};
    case_make(&c);
    rt_batch *first = case_begin_batch(&c);
    rt_store *second = open_minded(&c, RT_OPEN_WRITE, &m, RT_WAIT_NOT_AT_ALL);
    FAILS(rt_batch_begin(second, &case_batch, &b, &err), RT_BUSY);
    FAILS(rt_projections_rebuild(second, &err), RT_BUSY);
    assert_int_equal(m.said.len, 0);
    rt_batch_close(first);
    OK(rt_projections_rebuild(second, &err));
    close_minded(second, &m);
    case_close(&c);
}

static void who_waits_may_be_stopped(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    minding m = {.stop_after = -1};
    case_make(&c);
    rt_batch *first = case_begin_batch(&c);
    rt_store *second = open_minded(&c, RT_OPEN_WRITE, &m, 30);
    m.stop_after = 0;
    FAILS(rt_batch_begin(second, &case_batch, &b, &err), RT_STOPPED);
    rt_batch_close(first);
    close_minded(second, &m);
    case_close(&c);
}

static void readers_wait_for_nobody(void **state) {
    (void)state;
    test_case c, readers[3];
    case_make(&c);
    case_add(&c, "p Person.name Abe");
    rt_batch *b = case_begin_batch(&c);
    for (int i = 0; i < 3; i++) {
        readers[i] = (test_case){0};
        memcpy(readers[i].path, c.path, sizeof c.path);
        case_reopen(&readers[i], RT_OPEN_READ);
        case_look_all(&readers[i]);
        assert_string_equal(case_all(&readers[i]), "Abe");
    }
    rt_batch_close(b);
    for (int i = 0; i < 3; i++) {
        case_close_store(&readers[i]);
        rt_arena_close(&readers[i].arena);
        rt_arena_close(&readers[i].moment);
    }
    case_close(&c);
}

/* --- stopping -------------------------------------------------------------------------------------------------------
 */

static void a_batch_that_is_stopped_leaves_nothing(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    rt_status s = rt_ok;
    minding m = {.stop_after = -1};
    case_make(&c);
    case_add(&c, "p Person.name Abe");
    const char *before = tamper_dump(&c);
    rt_store *store = open_minded(&c, RT_OPEN_WRITE, &m, 0);
    OK(rt_batch_begin(store, &case_batch, &b, &err));
    m.stop_after = 1000;
    for (int i = 0; i < 2000 && s.code == RT_OK; i++) {
        char line[64];
        snprintf(line, sizeof line, "p%d Person.notes number %d", i, i);
        s = case_put(&c, b, line, NULL, &err);
    }
    assert_int_equal(s.code, RT_STOPPED);
    rt_batch_close(b);
    close_minded(store, &m);
    assert_string_equal(tamper_dump(&c), before);
    case_close(&c);
}

static void a_rebuild_that_is_stopped_leaves_what_was_derived(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    minding m = {.stop_after = -1};
    case_make(&c);
    case_add_many(&c, 3000);
    const char *before = tamper_dump(&c);
    rt_store *store = open_minded(&c, RT_OPEN_WRITE, &m, 0);
    m.stop_after = 1;
    FAILS(rt_projections_rebuild(store, &err), RT_STOPPED);
    m.stop_after = -1;
    assert_string_equal(tamper_dump(&c), before);
    OK(rt_projections_rebuild(store, &err));
    close_minded(store, &m);
    assert_string_equal(tamper_dump(&c), before);
    case_close(&c);
}

/* --- copies ---------------------------------------------------------------------------------------------------------
 */

static void copy_path(const test_case *c, char path[160]) { snprintf(path, 160, "%s/copy.case", c->folder); }

static void a_copy_that_is_stopped_is_not_there(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_backup_report report;
    char path[160];
    minding m = {.stop_after = -1};
    case_make(&c);
    case_add_many(&c, 30);
    copy_path(&c, path);
    rt_store *store = open_minded(&c, RT_OPEN_READ, &m, 0);
    m.stop_after = 0;
    FAILS(rt_store_backup(store, path, false, &report, &err), RT_STOPPED);
    close_minded(store, &m);
    case_close(&c); /* fails when anything is left in the folder */
}

static void a_copy_is_the_case_of_its_beginning_whatever_is_written_meanwhile(void **state) {
    (void)state;
    test_case c, copy = {0};
    rt_error err = {0};
    rt_backup_report report;
    rt_checkpoint head, kept;
    rt_verdict v;
    char path[160];
    minding m = {.stop_after = -1};
    case_make(&c);
    case_add_many(&c, 20000); /* more pages than are copied at once */
    rt_store *store = open_minded(&c, RT_OPEN_READ, &m, 0);
    OK(rt_audit_head(store, &head, &err));
    m.busy = &c;
    copy_path(&c, path);
    OK(rt_store_backup(store, path, false, &report, &err));
    close_minded(store, &m);
    snprintf(copy.path, sizeof copy.path, "%.127s", path);
    case_reopen(&copy, RT_OPEN_READ);
    OK(rt_audit_head(copy.store, &kept, &err));
    assert_int_equal(kept.size, head.size);
    assert_true(rt_hash_eq(&kept.root, &head.root));
    OK(rt_audit_verify(copy.store, NULL, &copy.arena, &v, &err));
    assert_true(v.sound);
    OK(rt_audit_head(c.store, &head, &err));
    assert_true(head.size > kept.size); /* something was written */
    case_close_store(&copy);
    rt_arena_close(&copy.arena);
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

static void a_copy_goes_in_the_place_of_a_file_only_when_asked(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_backup_report report;
    struct stat is;
    char path[160];
    case_make(&c);
    copy_path(&c, path);
    OK(rt_store_backup(c.store, path, false, &report, &err));
    FAILS(rt_store_backup(c.store, path, false, &report, &err), RT_BAD);
    OK(rt_store_backup(c.store, path, true, &report, &err));
    assert_int_equal(stat(path, &is), 0);
    assert_int_equal(is.st_size, report.bytes);
    assert_int_equal(is.st_mode & 0777, 0600);
    FAILS(rt_store_backup(c.store, c.path, true, &report, &err), RT_BAD);
    assert_int_equal(unlink(path), 0);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_writes_waits_for_another_is_told_so_and_has_its_turn),
        cmocka_unit_test(who_does_not_wait_is_refused_at_once),
        cmocka_unit_test(who_waits_may_be_stopped),
        cmocka_unit_test(readers_wait_for_nobody),
        cmocka_unit_test(a_batch_that_is_stopped_leaves_nothing),
        cmocka_unit_test(a_rebuild_that_is_stopped_leaves_what_was_derived),
        cmocka_unit_test(a_copy_that_is_stopped_is_not_there),
        cmocka_unit_test(a_copy_is_the_case_of_its_beginning_whatever_is_written_meanwhile),
        cmocka_unit_test(a_copy_goes_in_the_place_of_a_file_only_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
