#include "words/tokenizer.h"

#include "base/buf.h"
#include "test.h"

/* "word@place word@place" */
static const char *words_of(const char *text) {
    static char out[4096];
    rt_tokenizer *t = rt_tokenizer_new();
    rt_term term;
    size_t n = 0;
    out[0] = '\0';
    rt_tokenizer_start(t, rt_str_of(text));
    while (n < sizeof out - 80 && rt_tokenizer_next(t, &term))
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s@%zu", n > 0 ? " " : "", RT_FMT(term.folded), term.place);
    rt_tokenizer_free(t);
    return out;
}

#define PARTS(text, wanted) assert_string_equal(words_of(text), wanted)

static void words_are_runs_of_letters_and_digits(void **state) {
    (void)state;
    PARTS("Oussama ATAR, born 1984-05.", "oussama@0 atar@1 born@2 1984@3 05@4");
    PARTS("O'Neil's", "o@0 neil@1 s@2");
    PARTS(" --- ... ", "");
    PARTS("", "");
}

static void accents_points_and_vowel_signs_do_not_matter(void **state) {
    (void)state;
    PARTS("Žižek Ångström Łódź Strauß İzmir", "zizek@0 angstrom@1 lodz@2 strauss@3 izmir@4");
    PARTS("e\u0301te\u0301", "ete@0");
    PARTS("\u0623\u064F\u0633\u0627\u0645\u064E\u0629", "\u0627\u0633\u0627\u0645\u0647@0"); /* Usama, with vowels */
    PARTS("\u0627\u0633\u0627\u0645\u0640\u0640\u0647", "\u0627\u0633\u0627\u0645\u0647@0"); /* stretched */
    PARTS("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", "\u05E9\u05DC\u05D5\u05DD@0");       /* shalom, pointed */
}

static void signs_that_make_another_letter_stay(void **state) {
    (void)state;
    PARTS("\u304C \u304B", "\u304C@0 \u304B@1");                                 /* ga, ka */
    PARTS("\u0915\u093F \u0915", "\u0915\u093F@0 \u0915@1");                     /* ki, ka */
    PARTS("\u0915\u094D\u0937\u0924\u093F", "\u0915\u094D\u0937\u0924\u093F@0"); /* one word with a virama */
}

static void chinese_japanese_and_thai_are_parted_by_dictionaries(void **state) {
    (void)state;
    PARTS("警察在仓库里找到了护照。", "警察@0 在@1 仓库@2 里@3 找到@4 了@5 护照@6");
    PARTS("ผู้ต้องหาหนีออกจากเรือนจำ", "ผู้@0 ต้องหา@1 หนี@2 ออก@3 จาก@4 เรือน@5 จ\u0E4Dา@6");
    PARTS("東京へ行く", "東京@0 へ@1 行く@2");
}

static void a_word_that_a_lines_end_parts_is_whole_and_in_parts(void **state) {
    (void)state;
    PARTS("could be recu-\nperated soon", "could@0 be@1 recu@2 recuperated@2 perated@2 soon@3");
    PARTS("well-\r\n   known", "well@0 wellknown@0 known@0");
    PARTS("recu\u00ADperated recu\u00AD\nperated", "recuperated@0 recu@1 recuperated@1 perated@1");
    PARTS("recu-\rperated recu-\xC2\x85 perated", "recu@0 recuperated@0 perated@0 recu@1 recuperated@1 perated@1");
    PARTS("recu-\u2028perated recu-\u2029perated", "recu@0 recuperated@0 perated@0 recu@1 recuperated@1 perated@1");
    PARTS("a para-\r\rgraph", "a@0 para@1 graph@2");
    PARTS("first -\nsecond", "first@0 second@1");
    PARTS("a para-\n\ngraph", "a@0 para@1 graph@2");
}

static void ligatures_and_wide_letters_come_apart(void **state) {
    (void)state;
    PARTS("the \uFB01rst o\uFB03cer", "the@0 first@1 officer@2");
    PARTS("\uFF21\uFF22\uFF23 \u216B", "abc@0");
}

static void what_is_no_utf8_ends_the_text(void **state) {
    (void)state;
    PARTS("one two\xff three", "one@0 two@1");
}

static void words_name_their_bytes(void **state) {
    const rt_str text = RT_S("in Łódź");
    rt_tokenizer *t = rt_tokenizer_new();
    rt_term term;
    (void)state;
    rt_tokenizer_start(t, text);
    assert_true(rt_tokenizer_next(t, &term) && rt_tokenizer_next(t, &term));
    assert_int_equal(term.start, 3);
    assert_int_equal(term.end, text.len);
    rt_tokenizer_free(t);
}

static void a_text_without_blanks_is_read_to_its_end(void **state) {
    RT_AUTO(rt_buf) text = {0};
    rt_tokenizer *t = rt_tokenizer_new();
    rt_term term;
    size_t end = 0;
    (void)state;
    for (int i = 0; i < 5000; i++) rt_buf_add(&text, RT_S("护照"));
    rt_tokenizer_start(t, rt_buf_str(&text));
    while (rt_tokenizer_next(t, &term)) {
        assert_true(term.start >= end && term.folded.len <= RT_TERM_MOST);
        end = term.end;
    }
    assert_int_equal(end, text.len);
    rt_tokenizer_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters_and_digits),
        cmocka_unit_test(accents_points_and_vowel_signs_do_not_matter),
        cmocka_unit_test(signs_that_make_another_letter_stay),
        cmocka_unit_test(chinese_japanese_and_thai_are_parted_by_dictionaries),
        cmocka_unit_test(a_word_that_a_lines_end_parts_is_whole_and_in_parts),
        cmocka_unit_test(ligatures_and_wide_letters_come_apart),
        cmocka_unit_test(what_is_no_utf8_ends_the_text),
        cmocka_unit_test(words_name_their_bytes),
        cmocka_unit_test(a_text_without_blanks_is_read_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
