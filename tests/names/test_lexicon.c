#include "names/lexicon.h"

#include "test.h"

static rt_lexeme of(const char *word) {
    rt_lexeme lexeme;
    (void)rt_lexicon_find(rt_str_of(word), &lexeme);
    return lexeme;
}

/* 0: no family in common; 1: in one of them one is another form; 2: spellings of one name. */
static int related(const char *a, const char *b) {
    const rt_lexeme x = of(a), y = of(b);
    int most = 0;
    for (unsigned i = 0; i < RT_LEXEME_FAMILIES; i++)
        for (unsigned k = 0; k < RT_LEXEME_FAMILIES && x.families[i] != 0; k++) {
            if (x.families[i] != y.families[k]) continue;
            const int how = (x.nickname >> i & 1) != 0 || (y.nickname >> k & 1) != 0 ? 1 : 2;
            if (how > most) most = how;
        }
    return most;
}

#define SPELLINGS(a, b) assert_int_equal(related(a, b), 2)
#define FORMS(a, b) assert_int_equal(related(a, b), 1)
#define APART(a, b) assert_int_equal(related(a, b), 0)
#define USE(word, use) assert_true((of(word).uses & (uint32_t)(use)) != 0)
#define NO_USE(word, use) assert_true((of(word).uses & (uint32_t)(use)) == 0)

static size_t phrase(const char *text, rt_lexeme *lexeme) {
    rt_str words[12], rest = rt_str_of(text);
    size_t n = 0;
    while (n < 12 && rt_str_split(&rest, RT_S(" "), &words[n])) n++;
    return rt_lexicon_phrase(words, n, lexeme);
}

static void spellings_of_one_name_share_a_family(void **state) {
    (void)state;
    SPELLINGS("mohammed", "muhammad");
    SPELLINGS("usama", "oussama");
    SPELLINGS("abd", "abdul");
    SPELLINGS("rahman", "rehman");
    SPELLINGS("sheikh", "shaykh");
}

static void different_names_share_none(void **state) {
    (void)state;
    APART("hassan", "hussein");
    APART("ali", "alia");
    APART("ahmad", "muhammad");
    APART("kamal", "kamil");
    APART("salim", "salam");
    APART("nobody", "anything");
}

static void another_languages_form_and_a_pet_form_are_no_spelling(void **state) {
    (void)state;
    FORMS("john", "ivan");
    FORMS("yousef", "joseph"); /* through the family of yusuf */
    FORMS("bill", "william");
    APART("bill", "john");
}

static void words_have_their_uses(void **state) {
    (void)state;
    USE("bin", RT_USE_SON);
    USE("abu", RT_USE_KUNYA);
    USE("abd", RT_USE_SERVANT);
    USE("rahman", RT_USE_DIVINE);
    USE("van", RT_USE_PARTICLE);
    USE("dr", RT_USE_TITLE);
    USE("gmbh", RT_USE_LEGAL_FORM);
    USE("trading", RT_USE_GENERIC);
    USE("iranian", RT_USE_PLACE);
    USE("general", RT_USE_GENERIC);
    USE("general", RT_USE_TITLE);
    USE("smith", RT_USE_FAMILY);
    USE("mary", RT_USE_FEMALE);
    NO_USE("dr", RT_USE_FAMILY);
    NO_USE("smith", RT_USE_TITLE);
    USE("second", RT_USE_NUMBER);
    assert_int_equal(of("second").number, 2);
    assert_int_equal(of("iii").number, 3);
    assert_int_equal(of("2005").number, 2005);
}

static void meanings_are_shared_across_languages(void **state) {
    (void)state;
    SPELLINGS("company", "sherkat");
    SPELLINGS("ltd", "limited");
    FORMS("ltd", "gmbh"); /* both limited companies, under two laws */
    APART("ltd", "inc");
    SPELLINGS("centre", "center");
    SPELLINGS("kyiv", "kiev");
    SPELLINGS("iran", "iranian");
    APART("iran", "iraq");
    SPELLINGS("first", "pervyy");
    APART("first", "second");
}

static void phrases_are_found_the_longest_first(void **state) {
    (void)state;
    rt_lexeme lexeme = {0};
    assert_int_equal(phrase("limited liability company", &lexeme), 3);
    assert_true((lexeme.uses & RT_USE_LEGAL_FORM) != 0);
    assert_int_equal(phrase("limited liability partnership x", &lexeme), 3);
    assert_int_equal(phrase("s a r l paris", &lexeme), 4);
    assert_int_equal(phrase("s a paris", &lexeme), 2);
    assert_int_equal(phrase("south africa", &lexeme), 2);
    assert_true((lexeme.uses & RT_USE_PLACE) != 0);
    assert_int_equal(phrase("limited", &lexeme), 0);
    assert_int_equal(phrase("obshchestvo s nothing", &lexeme), 0); /* only a beginning */
    assert_int_equal(phrase("", &lexeme), 0);
}

static void common_names_say_less_than_rare_ones(void **state) {
    (void)state;
    assert_true(of("muhammad").person_info < of("bakraoui").person_info);
    assert_true(of("john").person_info < of("oussama").person_info);
    assert_true(of("trading").org_info < of("bakraoui").org_info);
    assert_true(of("john").person_info > 2);
}

static void what_is_unknown_says_as_much_as_a_rare_word_of_its_length(void **state) {
    (void)state;
    rt_lexeme lexeme;
    assert_false(rt_lexicon_find(RT_S("xqzjvwkq"), &lexeme));
    assert_true(lexeme.uses == 0 && lexeme.families[0] == 0);
    assert_true(lexeme.person_info == rt_lexicon_rare(8));
    assert_true(lexeme.org_info == rt_lexicon_rare(8));
    assert_false(rt_lexicon_find(RT_S(""), &lexeme));
    assert_false(rt_lexicon_find(RT_S("99999999999999999999999"), &lexeme));
    for (size_t n = 1; n < 64; n++) assert_true(rt_lexicon_rare(n) >= rt_lexicon_rare(n - 1));
}

static void no_known_word_says_more_than_an_unknown_one(void **state) {
    (void)state;
    const char *const words[] = {"li", "kim", "nguyen", "mohamed", "bakraoui", "zzyzx", "gmbh", "iranian"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_true(of(words[i]).person_info <= rt_lexicon_rare(strlen(words[i])));
        assert_true(of(words[i]).org_info <= rt_lexicon_rare(strlen(words[i])));
        assert_true(of(words[i]).person_info > 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_of_one_name_share_a_family),
        cmocka_unit_test(different_names_share_none),
        cmocka_unit_test(another_languages_form_and_a_pet_form_are_no_spelling),
        cmocka_unit_test(words_have_their_uses),
        cmocka_unit_test(meanings_are_shared_across_languages),
        cmocka_unit_test(phrases_are_found_the_longest_first),
        cmocka_unit_test(common_names_say_less_than_rare_ones),
        cmocka_unit_test(what_is_unknown_says_as_much_as_a_rare_word_of_its_length),
        cmocka_unit_test(no_known_word_says_more_than_an_unknown_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
