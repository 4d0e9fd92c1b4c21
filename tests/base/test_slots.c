#include "base/fnv.h"
#include "base/slots.h"
#include "test.h"

enum { MANY = 3000 };

static size_t found(rt_probe p, size_t wanted) {
    size_t times = 0;
    while (rt_probe_next(&p)) times += p.place == wanted;
    return times;
}

static rt_str name_of(rt_arena *arena, size_t i) { return rt_str_printf(arena, "name %zu", i); }

static void each_place_is_found_under_its_key(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    rt_slots texts = {0}, pairs = {0}, numbers = {0};
    for (size_t i = 0; i < MANY; i++) {
        rt_slots_add_text(&texts, name_of(&arena, i), i, &arena);
        rt_slots_add_texts(&pairs, name_of(&arena, i), RT_S("x"), i, &arena);
        rt_slots_add_number(&numbers, (int64_t)i << 40, i, &arena);
    }
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(found(rt_slots_text(&texts, name_of(&arena, i)), i), 1);
        assert_int_equal(found(rt_slots_texts(&pairs, name_of(&arena, i), RT_S("x")), i), 1);
        assert_int_equal(found(rt_slots_number(&numbers, (int64_t)i << 40), i), 1);
    }
}

static void a_key_may_have_several_places(void **state) {
    (void)state;
    rt_slots s = {0};
    for (size_t i = 0; i < 20; i++) rt_slots_add_number(&s, -1, i, NULL);
    for (size_t i = 0; i < 20; i++) assert_int_equal(found(rt_slots_number(&s, -1), i), 1);
    rt_slots_close(&s);
}

static void nothing_is_found_in_an_empty_one(void **state) {
    (void)state;
    rt_slots s = {0};
    rt_probe p = rt_slots_text(&s, RT_S("a"));
    assert_false(rt_probe_next(&p));
    rt_slots_add_text(&s, RT_S("a"), 0, NULL);
    rt_slots_clear(&s);
    p = rt_slots_text(&s, RT_S("a"));
    assert_false(rt_probe_next(&p));
    rt_slots_add_text(&s, RT_S("a"), 7, NULL);
    assert_int_equal(found(rt_slots_text(&s, RT_S("a")), 7), 1);
    rt_slots_close(&s);
}

/* How many slots are passed to find them all. */
static size_t steps(const rt_slots *s, const rt_str *names, size_t n) {
    size_t all = 0;
    for (size_t i = 0; i < n; i++) {
        rt_probe p = rt_slots_text(s, names[i]);
        const size_t begin = p.at;
        while (rt_probe_next(&p) && p.place != i) continue;
        all += p.at - begin;
    }
    return all;
}

/* Names that any hash without a seed lets a file's maker find: here those of FNV-1a. */
static void names_made_to_fall_together_are_spread(void **state) {
    (void)state;
    enum { N = 512, ROOM = 1024 };
    RT_AUTO(rt_arena) arena = {0};
    rt_slots s = {0}, other = {0};
    rt_str names[N];
    size_t n = 0;
    for (size_t i = 0; n < N; i++) {
        char text[24];
        const int len = snprintf(text, sizeof text, "%zu", i);
        const rt_str name = {text, (size_t)len};
        if (rt_fnv(RT_FNV_BEGIN, name) % ROOM != 0) continue;
        names[n] = rt_str_copy(&arena, name);
        rt_slots_add_text(&s, names[n], n, &arena);
        rt_slots_add_text(&other, names[n], n, &arena);
        n++;
    }
    assert_true(steps(&s, names, N) < 8 * N);
    assert_true(s.seed != other.seed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_is_found_under_its_key),
        cmocka_unit_test(a_key_may_have_several_places),
        cmocka_unit_test(nothing_is_found_in_an_empty_one),
        cmocka_unit_test(names_made_to_fall_together_are_spread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
