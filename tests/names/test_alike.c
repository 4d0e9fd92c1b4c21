#include "names/alike.h"

#include <math.h>

#include "test.h"
#include "word_of.h"

/* Both ways, which must agree. */
static rt_alike both(const rt_word *a, const rt_word *b, float most) {
    const rt_alike one = rt_alike_words(a, b, most), other = rt_alike_words(b, a, most);
    assert_true((isinf(one.cost) && isinf(other.cost)) || fabsf(one.cost - other.cost) < 0.01F);
    assert_int_equal(one.how, other.how);
    return one;
}

static rt_alike alike(const char *a, const char *b) {
    const rt_word x = word_of(a), y = word_of(b);
    return both(&x, &y, 30);
}

static void within(const char *a, const char *b, double low, double high, rt_alike_how how) {
    const rt_alike got = alike(a, b);
    if (!((double)got.cost >= low && (double)got.cost <= high) || got.how != how)
        fail_msg("%s and %s cost %.2f (how %u), not %.1f to %.1f (how %u)", a, b, (double)got.cost, got.how, low, high,
                 how);
}

static void equal_words_cost_nothing(void **state) {
    (void)state;
    const char *const words[] = {"bakraoui", "x", "737"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) within(words[i], words[i], 0, 0, RT_ALIKE_EQUAL);
}

static void letters_that_stand_for_each_other_are_a_spelling(void **state) {
    (void)state;
    const struct {
        const char *a, *b;
        double low, high;
    } pairs[] = {{"oussama", "usama", 0.3, 4},       {"ivanov", "ivanoff", 0.2, 2.5},
                 {"catherine", "katherine", 0.3, 2}, {"petrosian", "petrosyan", 0.3, 2},
                 {"stephan", "stefan", 0.2, 2},      {"khan", "chan", 0.3, 4},
                 {"mohammed", "mohamed", 0.2, 2}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        within(pairs[i].a, pairs[i].b, pairs[i].low, pairs[i].high, RT_ALIKE_SPELLING);
}

static void a_typing_error_in_a_long_word_is_cheaper_than_in_a_short_one(void **state) {
    (void)state;
    within("bartholomew", "barthplomew", 3.5, 6.5, RT_ALIKE_TYPO);
    within("rutherford", "ruthefrord", 2.5, 5, RT_ALIKE_TYPO);
    assert_true(alike("wen", "wem").cost > 1.2F * alike("rutherwen", "rutherwem").cost);
    assert_true(alike("nk", "pk").cost > 7);
}

static void the_kinds_of_typing_errors_have_their_order(void **state) {
    (void)state;
    const float swapped = alike("rutherford", "ruthefrord").cost, near = alike("rutherford", "rutnerford").cost,
                other = alike("rutherford", "rutzerford").cost, first = alike("rutherford", "futherford").cost;
    assert_true(swapped < near);
    assert_true(near < other);
    assert_true(first > near);
}

static void other_names_cost_much(void **state) {
    (void)state;
    const char *const names[] = {"oussama", "ibrahim", "smith", "jonathan", "wei", "dmitriy", "fatima", "gonzalez"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < i; k++)
            if (alike(names[i], names[k]).cost < 9)
                fail_msg("%s and %s cost %.2f", names[i], names[k], (double)alike(names[i], names[k]).cost);
}

static void an_initial_stands_for_words_that_begin_with_it(void **state) {
    (void)state;
    within("m", "mohammed", 1.5, 4, RT_ALIKE_INITIAL);
    assert_true(isinf(alike("k", "mohammed").cost));
    assert_true(isinf(alike("k", "m").cost));
}

/* A word as it is when no file of data/names holds it. */
static rt_word unknown(const char *latin) {
    rt_word word = word_of(latin);
    word.uses = word.nickname = 0;
    memset(word.families, 0, sizeof word.families);
    return word;
}

static void words_of_companies_may_be_cut_short(void **state) {
    (void)state;
    rt_word a = unknown("comm"), b = unknown("communications");
    assert_true(both(&a, &b, 30).cost > 4);
    b.part = a.part = RT_PART_CORE;
    assert_int_equal(both(&a, &b, 30).how, RT_ALIKE_SHORT);
    assert_true(both(&a, &b, 30).cost < 4);
    const rt_word srvces = unknown("srvces"), mgmt = unknown("mgmt"), mars = unknown("mars");
    rt_word services = unknown("services"), management = unknown("management"), cut = unknown("manageri");
    services.part = management.part = RT_PART_GENERIC;
    assert_true(both(&srvces, &services, 30).cost < 4);
    assert_int_equal(both(&mgmt, &management, 30).how, RT_ALIKE_SHORT);
    cut.part = RT_PART_GENERIC;
    assert_true(both(&mars, &cut, 30).cost > 5);
}

static void a_word_with_a_dot_was_cut(void **state) {
    (void)state;
    rt_word a = unknown("moh");
    const rt_word b = unknown("mohammed");
    assert_true(both(&a, &b, 5).how == RT_ALIKE_NOT);
    a.truncated = true;
    assert_int_equal(both(&a, &b, 5).how, RT_ALIKE_SHORT);
}

static void another_number_is_another_thing(void **state) {
    (void)state;
    assert_true(isinf(alike("4", "5").cost));
    assert_true(isinf(alike("737", "747").cost));
    assert_true(isinf(alike("unit4", "unit5").cost));
    assert_true(isinf(alike("unit4", "unit").cost));
    assert_true(alike("unit47", "unyt47").cost < 7);
}

static void digits_among_letters_may_be_the_letters_they_look_like(void **state) {
    (void)state;
    within("m0hamed", "mohamed", 1.9, 2.1, RT_ALIKE_TYPO);
    within("ha5san", "hassan", 1.9, 2.1, RT_ALIKE_TYPO);
    within("ma1ik", "malik", 1.9, 2.1, RT_ALIKE_TYPO);
    within("mar1a", "maria", 1.9, 2.1, RT_ALIKE_TYPO);
    within("m0hamed", "mohammad", 2.1, 5, RT_ALIKE_TYPO);
    within("m0hamed", "moham3d", 3.9, 4.1, RT_ALIKE_TYPO);
    assert_true(alike("m0hamed", "ibrahim").cost > 9);
    assert_true(isinf(alike("unit5", "units").cost));
    assert_true(isinf(alike("b52", "bsz").cost));
    const rt_word digits = word_of("ha5san"), letters = word_of("hassan");
    assert_true(isinf(both(&digits, &letters, 1.5F).cost));
}

static void letters_that_look_like_another_are_misread_as_it(void **state) {
    (void)state;
    const char *const misread[][2] = {{"rnahmoud", "mahmoud"}, {"javacl", "javad"}, {"vvilliams", "williams"}};
    for (size_t i = 0; i < sizeof misread / sizeof *misread; i++)
        within(misread[i][0], misread[i][1], 2.5, 5, RT_ALIKE_SPELLING);
}

static void words_of_one_family_are_a_spelling_and_pet_names_a_nickname(void **state) {
    (void)state;
    rt_word a = unknown("william"), b = unknown("bill"), c = unknown("gugliermu");
    a.families[0] = b.families[1] = c.families[0] = 7;
    b.families[0] = 9;
    b.nickname = 2;
    assert_int_equal(both(&a, &b, 30).how, RT_ALIKE_NICKNAME);
    assert_true(both(&a, &b, 30).cost > 1.8F && both(&a, &b, 30).cost < 3.2F);
    assert_int_equal(both(&a, &c, 30).how, RT_ALIKE_SPELLING);
    assert_true(both(&a, &c, 30).cost < 1.6F);
    c.families[0] = 8;
    assert_true(both(&a, &c, 30).cost > 4);
}

static void the_best_of_all_readings_counts(void **state) {
    (void)state;
    rt_word a = word_of("muller");
    const rt_word b = word_of("mueller");
    const float before = both(&a, &b, 30).cost;
    memcpy(a.other[0], "mueller", 8);
    a.other_len[0] = 7;
    assert_true(before > 0.2F);
    assert_true(both(&a, &b, 30).cost < 0.01F);
}

static void what_costs_more_than_asked_for_is_not_alike(void **state) {
    (void)state;
    const rt_word a = word_of("rutherford"), b = word_of("rutgerford");
    const float cost = both(&a, &b, 30).cost;
    assert_true(isinf(both(&a, &b, cost - 0.1F).cost));
    assert_int_equal(both(&a, &b, cost - 0.1F).how, RT_ALIKE_NOT);
    assert_true(both(&a, &b, cost + 0.1F).cost == cost); /* the same number, whatever was asked for */
}

static void the_longest_words_are_within_bounds(void **state) {
    (void)state;
    char long_a[RT_TOKEN_LETTERS + 1] = {0}, long_b[RT_TOKEN_LETTERS + 1] = {0};
    memset(long_a, 'a', RT_TOKEN_LETTERS);
    memset(long_b, 'z', RT_TOKEN_LETTERS);
    assert_true(alike(long_a, long_b).cost > 20);
    long_b[0] = 'a';
    assert_true(alike(long_a, long_b).cost > 20);
    assert_true(alike("a", long_a).cost > 1);
}

/* The first word of a name in any script. */
static rt_word first_of(const char *name) {
    RT_AUTO(rt_arena) arena = {0};
    rt_word word = {0};
    const rt_tokens tokens = rt_letters(&arena, rt_str_of(name));
    assert_true(tokens.n > 0);
    rt_word_make(&tokens.at[0], false, &word);
    memset(word.families, 0, sizeof word.families); /* letters alone */
    return word;
}

static void other_scripts_are_read_by_their_own_odds(void **state) {
    (void)state;
    const char *const same[][2] = {
        {"\xd0\xa9\xd1\x83\xd0\xba\xd0\xb8\xd0\xbd", "shchukin"},                   /* Cyrillic */
        {"\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9", "oussama"},                    /* Arabic */
        {"\xd7\x99\xd7\xa6\xd7\x97\xd7\xa7", "yitzhak"},                            /* Hebrew */
        {"\xe3\x82\xa2\xe3\x83\xab\xe3\x83\x90\xe3\x83\xbc\xe3\x83\x88", "albert"}, /* katakana */
        {"\xce\x93\xce\xb9\xcf\x8e\xcf\x81\xce\xb3\xce\xbf\xcf\x82", "giorgos"},    /* Greek, by its reading */
        {"\xe1\x83\x92\xe1\x83\x98\xe1\x83\x9d\xe1\x83\xa0\xe1\x83\x92\xe1\x83\x98", "giorgi"}, /* Georgian */
    };
    const size_t n = sizeof same / sizeof *same;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            const rt_word native = first_of(same[i][0]), latin = word_of(same[k][1]);
            const rt_alike got = both(&native, &latin, 30);
            if (i == k ? got.cost > 6 : got.cost < 7.5F)
                fail_msg("%s and %s cost %.2f", native.latin, latin.latin, (double)got.cost);
            if (i == k) assert_int_equal(got.how, RT_ALIKE_SCRIPT);
        }
}

static void names_of_a_scripts_own_people_are_read_as_they_spell_them(void **state) {
    (void)state;
    const rt_word kim = first_of("\xea\xb9\x80 \xec\xb2\xa0\xec\x88\x98"),
                  wang = first_of("\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e"), latin_kim = word_of("kim"),
                  latin_wang = word_of("wang"), latin_wong = word_of("wong");
    assert_true(both(&kim, &latin_kim, 30).cost < 1);
    assert_true(both(&wang, &latin_wang, 30).cost < 1);
    assert_true(both(&wang, &latin_wong, 30).cost < 2);
    assert_true(both(&kim, &latin_wang, 30).cost > 6);
}

static void two_scripts_are_compared_by_their_readings(void **state) {
    (void)state;
    const rt_word arabic = first_of("\xd9\x85\xd8\xad\xd9\x85\xd8\xaf"), /* Muhammad */
        cyrillic = first_of("\xd0\x9c\xd1\x83\xd1\x85\xd0\xb0\xd0\xbc\xd0\xbc\xd0\xb0\xd0\xb4"),
                  other = first_of("\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe\xd0\xb2"); /* Ivanov */
    assert_true(both(&arabic, &cyrillic, 30).cost < 6);
    assert_true(both(&arabic, &other, 30).cost > 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_cost_nothing),
        cmocka_unit_test(letters_that_stand_for_each_other_are_a_spelling),
        cmocka_unit_test(a_typing_error_in_a_long_word_is_cheaper_than_in_a_short_one),
        cmocka_unit_test(the_kinds_of_typing_errors_have_their_order),
        cmocka_unit_test(other_names_cost_much),
        cmocka_unit_test(an_initial_stands_for_words_that_begin_with_it),
        cmocka_unit_test(words_of_companies_may_be_cut_short),
        cmocka_unit_test(a_word_with_a_dot_was_cut),
        cmocka_unit_test(another_number_is_another_thing),
        cmocka_unit_test(digits_among_letters_may_be_the_letters_they_look_like),
        cmocka_unit_test(letters_that_look_like_another_are_misread_as_it),
        cmocka_unit_test(words_of_one_family_are_a_spelling_and_pet_names_a_nickname),
        cmocka_unit_test(the_best_of_all_readings_counts),
        cmocka_unit_test(what_costs_more_than_asked_for_is_not_alike),
        cmocka_unit_test(other_scripts_are_read_by_their_own_odds),
        cmocka_unit_test(names_of_a_scripts_own_people_are_read_as_they_spell_them),
        cmocka_unit_test(two_scripts_are_compared_by_their_readings),
        cmocka_unit_test(the_longest_words_are_within_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
