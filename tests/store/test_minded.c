/* Long work on a case tells how far it is, and may be stopped: the case is the one before, or the work can be asked for
 * again. */
#include <stdatomic.h>

#include "store/backup.h"
#include "store/sending_case.h"
#include "store/tiles.h"

typedef struct minding {
    atomic_int asked; /* how often it was asked whether to stop */
    int stop_at;      /* the time at which it says yes; 0: never */
    rt_buf told;      /* what was counted, each once, in its order */
    const char *what;
    const char *goes_on; /* what was last told to go on without a count */
    int64_t last;
    int wrong; /* counts that went back, or beyond all */
} minding;

static bool stop(void *to) {
    minding *m = to;
    return atomic_fetch_add(&m->asked, 1) + 1 == m->stop_at || (m->stop_at > 0 && m->asked > m->stop_at);
}

static void progress(void *to, const char *what, int64_t done, int64_t all) {
    minding *m = to;
    if (done < 0) m->goes_on = what;
    if (what[0] == 0 || done < 0) return;
    if (m->what != what) m->last = 0;
    m->wrong += (done < m->last && done > 0) || (all >= 0 && done > all);
    m->last = done;
    if (m->what != what) rt_buf_printf(&m->told, "%s%s", m->told.len > 0 ? ", " : "", what);
    m->what = what;
}

static void mind(test_case *c, minding *m, int stop_at) {
    rt_error err = {0};
    const rt_minder minder = {.to = m, .stop = stop, .progress = progress};
    rt_buf_close(&m->told);
    *m = (minding){.stop_at = stop_at};
    case_close_store(c);
    OK(rt_store_open_minded(c->path, RT_OPEN_WRITE, &minder, &c->store, &err));
}

static void has_told(minding *m, const char *expected) {
    assert_str(rt_buf_str(&m->told), expected);
    assert_int_equal(m->wrong, 0);
    rt_buf_clear(&m->told);
    m->what = NULL;
}

static rt_status drop(void *to, rt_str path, rt_str bytes, rt_error *err) {
    (void)to, (void)path, (void)bytes, (void)err;
    return rt_ok;
}

enum { MANY = 9000 };

static void what_takes_long_tells_how_far_it_is(void **state) {
    (void)state;
    test_case c;
    minding m = {.stop_at = 0};
    rt_error err = {0};
    char to[160];
    rt_backup_report report;
    case_make(&c);
    case_add_many(&c, MANY);
    case_add(&c, "p Person.name Abe Bee; as=s");
    mind(&c, &m, 0);
    OK(rt_projections_rebuild(c.store, &err));
    has_told(&m, "entries indexed");
    assert_string_equal(m.goes_on, "writing indexes");
    assert_true(verify(&c, NULL).sound);
    has_told(&m, "entries checked");
    went(&c, "jsonl", (rt_lens_spec){0}, "Anna");
    has_told(&m, "entries counted");
    rt_store_goes_on(c.store, "looking");
    OK(rt_tiles_write(c.store, drop, NULL, &err));
    assert_string_equal(m.goes_on, "looking");
    has_told(&m, "entries put into tiles");
    snprintf(to, sizeof to, "%s/copy", c.folder);
    OK(rt_store_backup(c.store, to, false, &report, &err));
    has_told(&m, "pages copied");
    (void)erase(&c, "s");
    has_told(&m, "entries looked at, entries indexed, entries searched, bytes searched");
    unlink(to);
    rt_buf_close(&m.told);
    case_close(&c);
}

static void a_verification_may_be_stopped(void **state) {
    (void)state;
    test_case c;
    minding m = {.stop_at = 0};
    rt_error err = {0};
    rt_verdict v;
    case_make(&c);
    case_add_many(&c, MANY); /* in two threads */
    mind(&c, &m, 0);
    m.stop_at = atomic_load(&m.asked) + 2;
    FAILS(rt_audit_verify(c.store, NULL, &c.arena, &v, &err), RT_STOPPED);
    mind(&c, &m, 0);
    assert_true(verify(&c, NULL).sound);
    rt_buf_close(&m.told);
    case_close(&c);
}

static void the_count_of_what_goes_out_may_be_stopped_and_nothing_is_noted(void **state) {
    (void)state;
    test_case c;
    minding m = {.stop_at = 0};
    rt_error err = {0};
    char id[33];
    rt_str format = RT_S("jsonl");
    const rt_sending sending = {
        .who = RT_S("Anna"), .formats = {&format, 1}, .count = true, .by = RT_S("B"), .program = RT_S("tests 1")};
    case_make(&c);
    case_add_many(&c, MANY);
    mind(&c, &m, 0);
    case_look_all(&c);
    m.stop_at = atomic_load(&m.asked) + 1;
    FAILS(rt_sending_note(c.store, c.lens, &sending, id, &err), RT_STOPPED);
    mind(&c, &m, 0);
    rt_cursor *cursor;
    case_look_all(&c);
    OK(rt_cursor_sent(c.lens, &cursor, &err));
    assert_int_equal(case_list(&c, cursor).n, 0);
    rt_buf_close(&m.told);
    case_close(&c);
}

/* Stopped at the n-th time of asking: before it is committed nothing is erased, afterwards it can be asked for again.
 */
static bool erased_in_spite(test_case *c, minding *m, int n) {
    rt_error err = {0};
    rt_erase_report report;
    bool unfinished;
    const char *const name = "s", *before = log_of(c);
    const rt_erase_asked asked = asked_for(c, &name, 1);
    mind(c, m, 0);
    m->stop_at = atomic_load(&m->asked) + n;
    const rt_status s = try_erase(c, &asked, &report, &err);
    m->stop_at = 0;
    if (s.code == RT_OK) return true;
    assert_int_equal(s.code, RT_STOPPED);
    OK(rt_erase_is_unfinished(c->store, &unfinished, &err));
    if (!unfinished) {
        assert_non_null(strstr(err.message, "the case is as it was"));
        assert_string_equal(log_of(c), before);
        return false;
    }
    assert_non_null(strstr(err.message, "ask for the erasure again"));
    OK(try_erase(c, &asked, &report, &err));
    return true;
}

static void an_erasure_that_is_stopped_is_nothing_or_can_be_asked_again(void **state) {
    (void)state;
    test_case c;
    minding m = {.stop_at = 0};
    char line[64];
    int before = 0, after = 0;
    case_make(&c);
    case_add_many(&c, MANY);
    for (int n = 1; n < 60; n += n / 4 + 1) {
        if (after + before == 0 || after > 0) {
            snprintf(line, sizeof line, "p Person.name Abe the %dth; as=s", n);
            case_add(&c, line);
        }
        if (erased_in_spite(&c, &m, n))
            after++;
        else
            before++;
        is_sound(&c, NULL, after);
    }
    assert_true(before > 0 && after > 0);
    rt_buf_close(&m.told);
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_takes_long_tells_how_far_it_is),
        cmocka_unit_test(a_verification_may_be_stopped),
        cmocka_unit_test(the_count_of_what_goes_out_may_be_stopped_and_nothing_is_noted),
        cmocka_unit_test(an_erasure_that_is_stopped_is_nothing_or_can_be_asked_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
