#include "names/fold.h"

#include "test.h"

static const char *folded(const char *name) {
    static char out[16384];
    RT_AUTO(rt_arena) arena = {0};
    size_t n = 0;
    const rt_strs words = rt_name_fold(&arena, rt_str_of(name));
    out[0] = '\0';
    for (size_t i = 0; i < words.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i > 0 ? " " : "", RT_FMT(words.at[i]));
    return out;
}

#define FOLDS(name, wanted) assert_string_equal(folded(name), wanted)

static void same(const char *a, const char *b) {
    char once[1024];
    RT_AUTO(rt_arena) arena = {0};
    snprintf(once, sizeof once, "%s", folded(a));
    if (strcmp(once, folded(b)) != 0) fail_msg("\"%s\" folds to \"%s\", \"%s\" to \"%s\"", a, once, b, folded(b));
    assert_true(rt_name_key(rt_name_fold(&arena, rt_str_of(a))) == rt_name_key(rt_name_fold(&arena, rt_str_of(b))));
}

static void words_are_cut_put_in_order_and_have_no_case(void **state) {
    (void)state;
    FOLDS("Oussama ATAR", "atar oussama");
    FOLDS("  ATAR,\tOussama. ", "atar oussama");
    FOLDS("al-Baghdadi", "al baghdadi");
    FOLDS("Abu  Abu", "abu abu");
    FOLDS("9th Street 12", "12 9th street");
    FOLDS("", "");
    FOLDS("--- ...", "");
    same("Stra\xc3\x9f"
         "e",
         "STRASSE");
    same("\xce\x91\xce\xa3\xce\x97\xce\xa3", "\xce\xb1\xcf\x83\xce\xb7\xcf\x82"); /* both small sigmas */
    same("\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd", "\xd0\xb8\xd0\xb2\xd0\xb0\xd0\xbd");
}

static void marks_and_apostrophes_are_left_out(void **state) {
    (void)state;
    FOLDS("O'Neil", "oneil");
    FOLDS("O\xe2\x80\x99Neil", "oneil");
    FOLDS("Ma\xca\xbcmun", "mamun");
    FOLDS("'Abd", "abd");
    FOLDS("Jos\xc3\xa9", "jose");
    FOLDS("Jose\xcc\x81", "jose");
    FOLDS("Nguy\xe1\xbb\x85n", "nguyen");
    same("\xd0\x99", "\xd0\x98");
}

static void arabic_is_the_same_with_and_without_vowels_and_stretching(void **state) {
    (void)state;
    same("\xd9\x85\xd9\x8f\xd8\xad\xd9\x8e\xd9\x85\xd9\x91\xd9\x8e\xd8\xaf", "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf");
    same("\xd9\x85\xd8\xad\xd9\x80\xd9\x80\xd9\x85\xd8\xaf", "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf");
    same("\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9", "\xd8\xa7\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9"); /* hamza above */
    same("\xef\xba\xa3\xef\xba\xb3\xef\xbb\xa6", "\xd8\xad\xd8\xb3\xd9\x86"); /* presentation forms */
}

static void scripts_keep_what_makes_their_syllables(void **state) {
    (void)state;
    same("\xea\xb9\x80", "\xe1\x84\x80\xe1\x85\xb5\xe1\x86\xb7"); /* Hangul: whole and in its letters */
    same("\xea\xb9\x80 \xec\xb2\xa0\xec\x88\x98", "\xec\xb2\xa0\xec\x88\x98 \xea\xb9\x80");
    assert_string_not_equal(folded("\xe0\xa4\x95\xe0\xa4\xbe"), "\xe0\xa4\x95"); /* Devanagari: a spacing vowel */
    FOLDS("\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e", "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e");
}

static void wide_and_odd_forms_are_what_they_stand_for(void **state) {
    (void)state;
    FOLDS("\xef\xbc\xa1\xef\xbd\x82\xef\xbd\x95", "abu"); /* full width */
    FOLDS("\xef\xac\x81sh", "fish");                      /* ligature */
    same("\xef\xbd\xb6\xef\xbe\x9e", "\xe3\x82\xac");     /* half width katakana */
    FOLDS("a\xc2\xad"
          "b",
          "ab"); /* soft hyphen */
    FOLDS("a\xe2\x80\x8d"
          "b",
          "ab"); /* joiner */
    FOLDS("Abu\xc2\xa0"
          "Ahmad",
          "abu ahmad"); /* no-break space */
    FOLDS("Abu\xe3\x80\x80"
          "Ahmad\xe2\x80\x93X",
          "abu ahmad x");
}

static void long_and_broken_names_are_bounded(void **state) {
    (void)state;
    static char name[20000];
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < sizeof name; i++) name[i] = i % 3 == 2 ? ' ' : 'a';
    assert_int_equal(rt_name_fold(&arena, (rt_str){name, sizeof name}).n, RT_NAME_WORDS);
    for (size_t i = 0; i + 2 < sizeof name; i += 3) memcpy(name + i, "\xef\xb7\xba", 3); /* grows eighteenfold */
    assert_true(rt_name_fold(&arena, (rt_str){name, sizeof name}).n > 0);
    assert_true(rt_name_fold(&arena, (rt_str){"a\0b\xc3\xa9", 5}).n > 0);
    for (size_t n = 1; n < 12; n++)
        (void)rt_name_fold(&arena, rt_str_cut(RT_S("\xef\xb7\xba\xf0\x9f\x98\x80\xd9\x85\xff\xc3"), n));
}

static void keys_do_not_depend_on_order_but_on_every_word(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    const char *const names[] = {"abu", "abu ahmad", "abuahmad", "abu abu", "ahmad", "", "abu ahmad x"};
    for (size_t i = 0; i < 7; i++)
        for (size_t k = 0; k < i; k++)
            assert_true(rt_name_key(rt_name_fold(&arena, rt_str_of(names[i]))) !=
                        rt_name_key(rt_name_fold(&arena, rt_str_of(names[k]))));
    assert_true(rt_word_key(RT_S("abu")) != rt_word_key(RT_S("Abu")));
    assert_true(rt_word_key(RT_S("")) == 14695981039346656037U); /* FNV-1a's offset basis */
    assert_true(rt_word_key(RT_S("a")) == 0xaf63dc4c8601ec8cU);  /* its published vector */
    same("Ahmad Abu", "abu AHMAD");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_put_in_order_and_have_no_case),
        cmocka_unit_test(marks_and_apostrophes_are_left_out),
        cmocka_unit_test(arabic_is_the_same_with_and_without_vowels_and_stretching),
        cmocka_unit_test(scripts_keep_what_makes_their_syllables),
        cmocka_unit_test(wide_and_odd_forms_are_what_they_stand_for),
        cmocka_unit_test(long_and_broken_names_are_bounded),
        cmocka_unit_test(keys_do_not_depend_on_order_but_on_every_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
