#include "names/word.h"

#include "test.h"
#include "word_of.h"

static void a_word_carries_its_letters_padded_with_nul(void **state) {
    (void)state;
    const rt_word word = word_of("bakraoui");
    assert_string_equal(word.latin, "bakraoui");
    assert_string_equal(word.symbols, "bakraoui");
    assert_int_equal(word.len, 8);
    assert_int_equal(word.script, RT_LATIN);
    assert_true(word.letters == (1U << 0 | 1U << 1 | 1U << 8 | 1U << 10 | 1U << 14 | 1U << 17 | 1U << 20));
    for (size_t i = word.len; i < sizeof word.latin; i++) assert_int_equal(word.latin[i], 0);
}

static void equal_words_have_equal_keys_and_others_do_not(void **state) {
    (void)state;
    const char *const words[] = {"a", "b", "ab", "ba", "atar", "attar", "aaaaaaaa", "aaaaaaaaaaaaaaaa", "abcdefgh"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_true(word_of(words[i]).key == word_of(words[i]).key);
        for (size_t k = 0; k < i; k++) assert_true(word_of(words[i]).key != word_of(words[k]).key);
    }
}

static void a_token_brings_its_script_symbols_and_other_readings(void **state) {
    (void)state;
    const rt_token token = {.readings = {RT_S_INIT("muller"), RT_S_INIT("mueller")},
                            .reading_count = 2,
                            .symbols = RT_S("muller"),
                            .script = RT_LATIN,
                            .after = '.'};
    rt_word word;
    rt_word_make(&token, false, &word);
    assert_string_equal(word.latin, "muller");
    assert_string_equal(word.other[0], "mueller");
    assert_int_equal(word.other_len[0], 7);
    assert_int_equal(word.other_len[1], 0);
    assert_true(word.truncated);
    assert_true(word.key == word_of("muller").key);
    const rt_token arabic = {
        .readings = {RT_S("mhmd")}, .reading_count = 1, .symbols = RT_S("mHmd"), .script = RT_ARABIC, .after = ' '};
    rt_word_make(&arabic, false, &word);
    assert_string_equal(word.symbols, "mHmd");
    assert_int_equal(word.script, RT_ARABIC);
    assert_false(word.truncated);
}

static void long_words_are_cut(void **state) {
    (void)state;
    static const char name[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    const rt_word word = word_of(name);
    assert_int_equal(word.len, RT_TOKEN_LETTERS);
    assert_int_equal(word.latin[RT_TOKEN_LETTERS], 0);
    rt_word joined;
    rt_word_join(&word, &word, false, &joined);
    assert_int_equal(joined.len, RT_TOKEN_LETTERS);
    assert_int_equal(joined.latin[RT_TOKEN_LETTERS], 0);
}

static void joining_gives_the_word_that_both_are_when_written_as_one(void **state) {
    (void)state;
    const rt_word abd = word_of("abd"), rahman = word_of("rahman"), whole = word_of("abdrahman");
    rt_word joined;
    rt_word_join(&abd, &rahman, false, &joined);
    assert_string_equal(joined.latin, "abdrahman");
    assert_string_equal(joined.symbols, "abdrahman");
    assert_true(joined.key == whole.key);
    assert_true(joined.letters == whole.letters);
    assert_true(joined.info > 0 && joined.info <= abd.info + rahman.info);
}

static void joining_keeps_every_reading(void **state) {
    (void)state;
    const rt_token token = {.readings = {RT_S_INIT("muller"), RT_S_INIT("mueller")},
                            .reading_count = 2,
                            .symbols = RT_S("muller"),
                            .script = RT_LATIN};
    rt_word muller, joined;
    rt_word_make(&token, false, &muller);
    const rt_word abt = word_of("abt");
    rt_word_join(&abt, &muller, false, &joined);
    assert_string_equal(joined.latin, "abtmuller");
    assert_string_equal(joined.other[0], "abtmueller");
    assert_int_equal(joined.other_len[0], 10);
}

static void digits_among_letters_are_read_as_letters_too(void **state) {
    (void)state;
    const rt_word one = word_of("m0hamed"), two = word_of("ma1ik");
    assert_string_equal(one.latin, "m0hamed");
    assert_string_equal(one.other[0], "mohamed");
    assert_int_equal(one.other_len[0], 7);
    assert_int_equal(one.other_len[1], 0);
    assert_string_equal(two.other[0], "malik");
    assert_string_equal(two.other[1], "maiik");
    const rt_token token = {.readings = {RT_S_INIT("mu11er"), RT_S_INIT("mue11er")},
                            .reading_count = 2,
                            .symbols = RT_S("mu11er"),
                            .script = RT_LATIN};
    rt_word word;
    rt_word_make(&token, false, &word);
    assert_string_equal(word.other[0], "mue11er");
    assert_string_equal(word.other[1], "muller");
}

static void numbers_and_codes_have_no_letters_instead(void **state) {
    (void)state;
    const char *const codes[] = {"737",   "b52",     "iso9001", "unit4",  "unit10", "mp3",
                                 "16eme", "covid19", "h2o",     "a1b2c3", "21st"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (word_of(codes[i]).other_len[0] != 0) fail_msg("%s reads as %s", codes[i], word_of(codes[i]).other[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_carries_its_letters_padded_with_nul),
        cmocka_unit_test(equal_words_have_equal_keys_and_others_do_not),
        cmocka_unit_test(a_token_brings_its_script_symbols_and_other_readings),
        cmocka_unit_test(long_words_are_cut),
        cmocka_unit_test(joining_gives_the_word_that_both_are_when_written_as_one),
        cmocka_unit_test(joining_keeps_every_reading),
        cmocka_unit_test(digits_among_letters_are_read_as_letters_too),
        cmocka_unit_test(numbers_and_codes_have_no_letters_instead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
