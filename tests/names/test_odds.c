#include "names/odds.h"

#include <math.h>

#include "test.h"

/* The same words at every run. */
static uint32_t next(uint32_t *state) {
    *state = *state * 1664525U + 1013904223U;
    return *state >> 16;
}

typedef struct text {
    char at[16];
    size_t n;
    uint32_t letters;
} text;

static rt_str str_of(const text *t) { return (rt_str){t->at, t->n}; }

/* Of few letters, so that words have many in common. */
static text some_word(uint32_t *state) {
    static const char letters[] = "aeioumnrcdshktzxqvw";
    text t = {.n = 1 + next(state) % 9};
    for (size_t i = 0; i < t.n; i++) {
        t.at[i] = letters[next(state) % (sizeof letters - 1)];
        t.letters |= 1U << (t.at[i] - 'a');
    }
    return t;
}

static void no_walk_costs_less_than_its_letters_say(void **state) {
    (void)state;
    const rt_odds *odds = rt_odds_of[RT_LATIN];
    uint32_t seed = 7;
    int walked = 0;
    for (int i = 0; i < 20000; i++) {
        const text a = some_word(&seed), b = some_word(&seed);
        const float cost = rt_odds_walk(odds, str_of(&a), str_of(&b), 60).cost;
        walked += cost < 60;
        if (cost < 60 && rt_odds_apart(odds, a.letters, b.letters, cost))
            fail_msg("%.*s and %.*s cost %.2f", RT_FMT(str_of(&a)), RT_FMT(str_of(&b)), (double)cost);
    }
    assert_true(walked > 10000);
}

static void a_walk_costs_the_same_whatever_was_asked_for(void **state) {
    (void)state;
    const rt_odds *odds = rt_odds_of[RT_LATIN];
    uint32_t seed = 11;
    int walked = 0;
    for (int i = 0; i < 20000; i++) {
        const text a = some_word(&seed), b = some_word(&seed);
        const float cost = rt_odds_walk(odds, str_of(&a), str_of(&b), 60).cost;
        if (!(cost < 60)) continue;
        walked++;
        const float again = rt_odds_walk(odds, str_of(&a), str_of(&b), cost).cost;
        if (again != cost)
            fail_msg("%.*s and %.*s cost %.2f, then %.2f", RT_FMT(str_of(&a)), RT_FMT(str_of(&b)), (double)cost,
                     (double)again);
    }
    assert_true(walked > 10000);
}

static void letters_that_the_other_lacks_part_words(void **state) {
    (void)state;
    const rt_odds *odds = rt_odds_of[RT_LATIN];
    const uint32_t mp = 1U << 12 | 1U << 15, gz = 1U << 6 | 1U << 25;
    assert_true(rt_odds_apart(odds, mp, gz, 7));
    assert_false(rt_odds_apart(odds, mp, mp, 0));
    assert_false(rt_odds_apart(odds, mp, gz, INFINITY));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_walk_costs_less_than_its_letters_say),
        cmocka_unit_test(a_walk_costs_the_same_whatever_was_asked_for),
        cmocka_unit_test(letters_that_the_other_lacks_part_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
