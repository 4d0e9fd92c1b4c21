/* What is told of long work. Times are set into the past, so that nothing waits. */
#include "test.h"

#include <stdlib.h>

#include "cli/progress.h"

enum { SECOND = 1000000 };

typedef struct fixture {
    rt_output err;
    rt_progress p;
} fixture;

/* Work that began so many seconds ago. */
static void begin(fixture *f, int seconds) {
    rt_buf_close(&f->err.buf);
    f->err = (rt_output){.fd = -1};
    f->p = rt_progress_of(&f->err, "entries read");
    f->p.begun -= (int64_t)seconds * SECOND;
    f->p.part = f->p.begun;
}

static void nothing_is_told_in_the_first_two_seconds_and_then_once_a_second(void **state) {
    (void)state;
    fixture f = {0};
    begin(&f, 1);
    rt_progress_tell(&f.p, 5, 0.5);
    assert_int_equal(f.err.buf.len, 0);
    begin(&f, 10);
    rt_progress_tell(&f.p, 1000, 0.5);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 100 a second, about 10 s left\n");
    rt_progress_tell(&f.p, 1001, 0.5);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 100 a second, about 10 s left\n");
    rt_buf_close(&f.err.buf);
}

static void the_time_left_is_told_where_the_whole_is_known(void **state) {
    (void)state;
    fixture f = {0};
    begin(&f, 100);
    rt_progress_tell(&f.p, 1000, 0.1);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 10 a second, about 15 min left\n");
    begin(&f, 100);
    rt_progress_tell(&f.p, 1000, 0.01);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 10 a second, about 2.8 h left\n");
    begin(&f, 100);
    rt_progress_tell(&f.p, 1000, -1);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 10 a second\n");
    rt_buf_close(&f.err.buf);
}

static void another_part_of_the_work_has_a_rate_of_its_own_and_no_silence(void **state) {
    (void)state;
    fixture f = {0};
    begin(&f, 100);
    rt_progress_next(&f.p, "bytes searched");
    rt_progress_tell(&f.p, 1, 0.5);
    assert_int_equal(f.err.buf.len, 0); /* no rate yet */
    f.p.part -= SECOND;
    rt_progress_tell(&f.p, 200, 0.5);
    assert_str(rt_buf_str(&f.err.buf), "200 bytes searched, 200 a second, about 1 s left\n");
    rt_buf_close(&f.err.buf);
}

static void what_can_not_be_counted_is_told_with_how_long_it_takes(void **state) {
    (void)state;
    fixture f = {0};
    begin(&f, 100);
    rt_progress_next(&f.p, "writing the file anew");
    rt_progress_still(&f.p);
    assert_int_equal(f.err.buf.len, 0);
    f.p.part -= (int64_t)7 * SECOND;
    rt_progress_still(&f.p);
    assert_str(rt_buf_str(&f.err.buf), "writing the file anew, for 7 s\n");
    rt_buf_close(&f.err.buf);
}

static void on_a_terminal_one_line_is_written_over_and_taken_away(void **state) {
    (void)state;
    fixture f = {0};
    begin(&f, 10);
    f.err.screen = true;
    rt_progress_tell(&f.p, 1000, -1);
    assert_str(rt_buf_str(&f.err.buf), "\r1000 entries read, 100 a second\x1b[K");
    rt_progress_end(&f.p);
    rt_progress_end(&f.p);
    assert_str(rt_buf_str(&f.err.buf), "\r1000 entries read, 100 a second\x1b[K\r\x1b[K");
    rt_buf_close(&f.err.buf);
}

static void a_line_that_is_written_over_is_no_wider_than_the_screen(void **state) {
    (void)state;
    fixture f = {0};
    setenv("COLUMNS", "24", 1);
    begin(&f, 10);
    f.err.screen = true;
    rt_progress_tell(&f.p, 1000, 0.5);
    assert_str(rt_buf_str(&f.err.buf), "\r1000 entries read, 100 \x1b[K");
    unsetenv("COLUMNS");
    rt_buf_close(&f.err.buf);
}

static void a_terminal_that_can_do_nothing_is_told_line_by_line(void **state) {
    (void)state;
    fixture f = {0};
    setenv("TERM", "dumb", 1);
    begin(&f, 10);
    f.err.screen = true;
    rt_progress_tell(&f.p, 1000, 0.5);
    rt_progress_end(&f.p);
    assert_str(rt_buf_str(&f.err.buf), "1000 entries read, 100 a second, about 10 s left\n");
    unsetenv("TERM");
    rt_buf_close(&f.err.buf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_told_in_the_first_two_seconds_and_then_once_a_second),
        cmocka_unit_test(the_time_left_is_told_where_the_whole_is_known),
        cmocka_unit_test(another_part_of_the_work_has_a_rate_of_its_own_and_no_silence),
        cmocka_unit_test(what_can_not_be_counted_is_told_with_how_long_it_takes),
        cmocka_unit_test(a_line_that_is_written_over_is_no_wider_than_the_screen),
        cmocka_unit_test(a_terminal_that_can_do_nothing_is_told_line_by_line),
        cmocka_unit_test(on_a_terminal_one_line_is_written_over_and_taken_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
