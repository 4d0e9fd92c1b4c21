#include "names/index_remembered.h"

#include "names/word_of.h"
#include "test.h"

static const rt_index one, other;

static void what_was_put_is_there_for_its_index_and_word_alone(void **state) {
    (void)state;
    const rt_index_near near[] = {{7, 70}, {8, 80}}, *nears;
    const rt_word usama = word_of("usama"), osama = word_of("osama");
    rt_word elsewhere = usama;
    size_t n;
    rt_remembered *r = rt_remembered_open();
    assert_false(rt_remembered_get(r, &one, &usama, &nears, &n));
    memcpy(rt_remembered_put(r, &one, &usama, 2), near, sizeof near);
    rt_remembered_put(r, &one, &osama, 0);
    elsewhere.place = 3;
    assert_true(rt_remembered_get(r, &one, &elsewhere, &nears, &n));
    assert_int_equal(n, 2);
    assert_memory_equal(nears, near, sizeof near);
    assert_true(rt_remembered_get(r, &one, &osama, &nears, &n));
    assert_int_equal(n, 0);
    assert_false(rt_remembered_get(r, &other, &usama, &nears, &n));
    elsewhere.truncated = true; /* cut short it may mean more */
    assert_false(rt_remembered_get(r, &one, &elsewhere, &nears, &n));
    rt_remembered_close(r);
}

static void it_forgets_before_it_grows_too_large(void **state) {
    (void)state;
    enum { WORDS = 40000, NEARS = 200 };
    const rt_index_near *nears;
    size_t n, kept = 0;
    rt_remembered *r = rt_remembered_open();
    for (unsigned i = 0; i < WORDS; i++) {
        char name[16];
        snprintf(name, sizeof name, "a%u", i);
        const rt_word w = word_of(name);
        rt_remembered_put(r, &one, &w, NEARS);
        assert_true(rt_remembered_get(r, &one, &w, &nears, &n));
    }
    for (unsigned i = 0; i < WORDS; i++) {
        char name[16];
        snprintf(name, sizeof name, "a%u", i);
        const rt_word w = word_of(name);
        kept += rt_remembered_get(r, &one, &w, &nears, &n);
    }
    assert_true(kept > 0 && kept < WORDS);
    rt_remembered_close(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_put_is_there_for_its_index_and_word_alone),
        cmocka_unit_test(it_forgets_before_it_grows_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
