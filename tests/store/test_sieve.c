#include "store/sieve.h"

#include "base/hash.h"
#include "test.h"

enum { KEYS = 200000 };

static int64_t key(rt_hasher *h, int i) {
    rt_hash sum;
    int64_t k;
    rt_hash_two(h, (rt_str){(const char *)&i, sizeof i}, (rt_str){"", 0}, &sum);
    memcpy(&k, sum.bytes, sizeof k);
    return k;
}

static void what_was_added_comes_through_and_little_else(void **state) {
    (void)state;
    rt_sieve s = {.whole = true};
    rt_hasher *h = rt_hasher_new();
    int others = 0;
    assert_false(rt_sieve_may_have(&s, key(h, 0)));
    for (int i = 0; i < KEYS; i++) rt_sieve_add(&s, key(h, i));
    for (int i = 0; i < KEYS; i++) assert_true(rt_sieve_may_have(&s, key(h, i)));
    for (int i = KEYS; i < 2 * KEYS; i++) others += rt_sieve_may_have(&s, key(h, i));
    assert_true(others < KEYS / 1000);
    rt_hasher_free(h);
    rt_sieve_close(&s);
}

static void before_it_has_all_it_denies_nothing(void **state) {
    (void)state;
    const rt_sieve s = {0};
    assert_true(rt_sieve_may_have(&s, 5));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_added_comes_through_and_little_else),
        cmocka_unit_test(before_it_has_all_it_denies_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
