#include "base/parallel.h"

#include <stdatomic.h>

#include "test.h"

enum { PIECES = 10000 };

typedef struct counted {
    atomic_int times[PIECES];
    atomic_uint highest;
} counted;

static void count(void *with, size_t i, unsigned worker) {
    counted *c = with;
    atomic_fetch_add(&c->times[i], 1);
    if (worker > atomic_load(&c->highest)) atomic_store(&c->highest, worker);
}

static void each_piece_is_done_once_whatever_the_threads(void **state) {
    (void)state;
    static const unsigned threads[] = {0, 1, 2, 7, 1000};
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        static counted c;
        memset(&c, 0, sizeof c);
        rt_parallel(threads[k], PIECES, count, &c);
        for (size_t i = 0; i < PIECES; i++) assert_int_equal(c.times[i], 1);
        assert_true(c.highest < RT_THREADS_MOST);
    }
}

static void nothing_to_do_is_done_at_once(void **state) {
    (void)state;
    static counted c;
    rt_parallel(4, 0, count, &c);
    assert_int_equal(c.times[0], 0);
    assert_true(rt_cores() >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_done_once_whatever_the_threads),
        cmocka_unit_test(nothing_to_do_is_done_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
