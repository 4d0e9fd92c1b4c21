#include "base/digests.h"
#include "test.h"

static void a_set_of_hashes_finds_what_was_put_and_nothing_else(void **state) {
    (void)state;
    rt_digests set = {0};
    rt_hash h = {{0}};
    assert_null(rt_digests_find(&set, &h));
    for (int i = 2; i < 5000; i++) {
        memcpy(h.bytes, &i, sizeof i);
        rt_digests_put(&set, &h)->n = i + 1;
    }
    assert_int_equal(set.count, 4998);
    for (int i = 2; i < 6000; i++) {
        memcpy(h.bytes, &i, sizeof i);
        const rt_digest *d = rt_digests_find(&set, &h);
        assert_int_equal(d == NULL ? 0 : d->n, i < 5000 ? i + 1 : 0);
    }
    rt_digests_close(&set);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set_of_hashes_finds_what_was_put_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
