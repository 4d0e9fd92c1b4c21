/* What several threads do at once, for ThreadSanitizer above all (./dev tsan): the two threads of a batch, the two of
 * verify, and readers and a writer of one program, each with a store of its own. */
#include <pthread.h>

#include "store/case.h"
#include "store/tiny_case.h"

enum { READERS = 3, BATCHES = 8 };

/* More than a block is handed over, and each entry asks for one before it. */
static void a_batch_is_made_by_one_thread_and_shelved_by_another(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch_report report;
    rt_batch *b;
    case_make(&c);
    b = case_begin_batch(&c);
    for (int i = 0; i < 3000; i++) {
        char line[96];
        bool there = false;
        snprintf(line, sizeof line, "p%d Person.name Name Number%d; as=n", i % 50, i);
        c.n_named = 0;
        OK(case_put(&c, b, line, NULL, &err));
        if (i % 500 == 0) OK(rt_batch_has(b, case_id(&c, "n"), &there, &err));
        if (i % 500 == 0) assert_true(there);
    }
    OK(rt_batch_commit(b, &report, &err));
    rt_batch_close(b);
    assert_int_equal(report.added, 3000);
    case_close(&c);
}

static void a_batch_that_fails_in_its_second_thread_leaves_nothing(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_batch *b;
    rt_status s = rt_ok;
    case_make(&c);
    b = case_begin_batch(&c);
    assert_int_equal(sqlite3_exec(c.store->db, "PRAGMA max_page_count = 60", NULL, NULL, NULL), SQLITE_OK);
    for (int i = 0; i < 20000 && s.code == RT_OK; i++) {
        char line[96];
        snprintf(line, sizeof line, "p%d Person.notes a text of some length, number %d", i, i);
        s = case_put(&c, b, line, NULL, &err);
    }
    assert_int_equal(s.code, RT_IO); /* the file is full */
    rt_batch_close(b);
    case_reopen(&c, RT_OPEN_READ);
    case_look_all(&c);
    assert_string_equal(case_all(&c), "");
    case_close(&c);
}

static void two_threads_verify_a_long_log(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_verdict v;
    case_make(&c);
    case_add_many(&c, 9000);
    case_reopen(&c, RT_OPEN_READ);
    OK(rt_audit_verify(c.store, NULL, &c.arena, &v, &err));
    assert_true(v.sound);
    assert_int_equal(v.entries, 9001);
    case_close(&c);
}

typedef struct reader {
    const char *path;
    pthread_t thread;
    bool sound;
} reader;

/* Fails no test from within a thread: it says so when it has ended. */
static void *read_often(void *self) {
    reader *r = self;
    r->sound = true;
    for (int i = 0; i < BATCHES && r->sound; i++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_error err;
        rt_store *store;
        rt_verdict v;
        r->sound = rt_store_open(r->path, RT_OPEN_READ, &store, &err).code == RT_OK;
        if (!r->sound) return NULL;
        r->sound = rt_audit_verify(store, NULL, &arena, &v, &err).code == RT_OK && v.sound;
        rt_store_close(store);
    }
    return NULL;
}

static void readers_and_a_writer_share_a_case(void **state) {
    (void)state;
    test_case c;
    reader readers[READERS];
    case_make(&c);
    for (int i = 0; i < READERS; i++) {
        readers[i].path = c.path;
        assert_int_equal(pthread_create(&readers[i].thread, NULL, read_often, &readers[i]), 0);
    }
    for (int i = 0; i < BATCHES; i++) {
        char line[64];
        snprintf(line, sizeof line, "p Person.notes number %d", i);
        case_add(&c, line);
    }
    for (int i = 0; i < READERS; i++) {
        assert_int_equal(pthread_join(readers[i].thread, NULL), 0);
        assert_true(readers[i].sound);
    }
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_batch_is_made_by_one_thread_and_shelved_by_another),
        cmocka_unit_test(a_batch_that_fails_in_its_second_thread_leaves_nothing),
        cmocka_unit_test(two_threads_verify_a_long_log),
        cmocka_unit_test(readers_and_a_writer_share_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
