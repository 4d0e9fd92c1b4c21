#include "names/alike.h"

#include "test.h"
#include "word_of.h"

static bool finds(const rt_word *asked, const rt_word *kept) {
    uint64_t x[RT_WORD_SOUNDS], y[RT_WORD_SOUNDS];
    const unsigned n = rt_word_sounds(asked, true, x, RT_WORD_SOUNDS),
                   k = rt_word_sounds(kept, false, y, RT_WORD_SOUNDS);
    assert_true(n > 0 && n < RT_WORD_SOUNDS && k > 0 && k < RT_WORD_SOUNDS);
    for (unsigned i = 0; i < n; i++)
        for (unsigned j = 0; j < k; j++)
            if (x[i] == y[j]) return true;
    return false;
}

static bool meet(const char *a, const char *b) {
    const rt_word x = word_of(a), y = word_of(b);
    assert_int_equal(finds(&x, &y), finds(&y, &x));
    return finds(&x, &y);
}

static void other_spellings_meet(void **state) {
    (void)state;
    const char *const pairs[][2] = {
        {"oussama", "usama"}, {"mohammed", "muhamad"}, {"yousef", "yusuf"},           {"qadhafi", "gaddafi"},
        {"hassan", "hasan"},  {"ivanov", "ivanoff"},   {"katherine", "catherin"},     {"sergey", "sergei"},
        {"jorge", "jorje"},   {"schmidt", "shmidt"},   {"tchaikovsky", "chaykovski"}, {"aouad", "awad"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!meet(pairs[i][0], pairs[i][1])) fail_msg("%s and %s do not meet", pairs[i][0], pairs[i][1]);
}

static void one_typing_error_never_parts_two_words(void **state) {
    (void)state;
    const char word[] = "rutherford";
    for (size_t i = 0; i + 1 < sizeof word; i++) {
        char other[16], less[16], more[16];
        memcpy(other, word, sizeof word);
        other[i] = 'x';
        memcpy(less, word, i);
        memcpy(less + i, word + i + 1, sizeof word - i - 1);
        memcpy(more, word, i);
        more[i] = 'k';
        memcpy(more + i + 1, word + i, sizeof word - i);
        assert_true(meet(word, other));
        assert_true(meet(word, less));
        assert_true(meet(word, more));
        if (i + 2 < sizeof word) {
            memcpy(other, word, sizeof word);
            other[i] = word[i + 1];
            other[i + 1] = word[i];
            assert_true(meet(word, other));
        }
    }
}

static void digits_that_look_like_letters_meet_the_letters(void **state) {
    (void)state;
    assert_true(meet("m0hamed", "mohammad"));
    assert_true(meet("ha55anov", "khassanov"));
    assert_true(meet("zdri1yuk", "zdriliuk"));
    assert_false(meet("m0hamed", "ibrahim"));
}

static void unlike_words_do_not_meet(void **state) {
    (void)state;
    const char *const words[] = {"oussama", "ibrahim", "smith",    "jonathan",
                                 "dmitriy", "fatima",  "gonzalez", "bakraoui"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; k < i; k++)
            if (meet(words[i], words[k])) fail_msg("%s and %s meet", words[i], words[k]);
}

static void a_word_cut_short_is_found_by_its_beginning_and_two_long_ones_are_not(void **state) {
    (void)state;
    assert_true(meet("comm", "communications"));
    assert_true(meet("abdol", "abdolreza"));
    assert_false(meet("communications", "communards"));
}

static void words_of_one_family_meet(void **state) {
    (void)state;
    rt_word a = word_of("zzblagk"), b = word_of("mrepf");
    assert_false(finds(&a, &b));
    a.families[0] = b.families[0] = 11;
    assert_true(finds(&a, &b));
    assert_true(finds(&b, &a));
}

static void words_of_two_scripts_meet_by_their_consonants(void **state) {
    (void)state;
    const rt_word latin = word_of("muhammad"), other = word_of("bakraoui");
    rt_word arabic = word_of("mhmd");
    arabic.script = RT_ARABIC;
    assert_true(finds(&arabic, &latin));
    assert_true(finds(&latin, &arabic));
    assert_false(finds(&arabic, &other));
    rt_word kana = word_of("arubato");
    kana.script = RT_KANA;
    const rt_word albert = word_of("albert");
    assert_true(finds(&kana, &albert));
    assert_true(finds(&albert, &kana));
}

static void keys_stay_within_what_was_asked_for(void **state) {
    (void)state;
    uint64_t keys[8] = {0};
    const rt_word word = word_of("tschechtschchthkhghjxwcgehjxwcg");
    for (unsigned most = 0; most < 7; most++) {
        assert_true(rt_word_sounds(&word, true, keys, most) == most);
        assert_true(keys[most] == 0);
    }
    uint64_t all[RT_WORD_SOUNDS];
    assert_true(rt_word_sounds(&word, true, all, RT_WORD_SOUNDS) < RT_WORD_SOUNDS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_spellings_meet),
        cmocka_unit_test(one_typing_error_never_parts_two_words),
        cmocka_unit_test(digits_that_look_like_letters_meet_the_letters),
        cmocka_unit_test(unlike_words_do_not_meet),
        cmocka_unit_test(a_word_cut_short_is_found_by_its_beginning_and_two_long_ones_are_not),
        cmocka_unit_test(words_of_one_family_meet),
        cmocka_unit_test(words_of_two_scripts_meet_by_their_consonants),
        cmocka_unit_test(keys_stay_within_what_was_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
