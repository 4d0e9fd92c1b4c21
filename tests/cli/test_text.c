#include "test.h"

#include "cli/text.h"

static void widths_are_those_of_a_terminal(void **state) {
    (void)state;
    const struct {
        const char *text;
        unsigned width;
    } want[] = {
        {"", 0},
        {"Atar", 4},
        {"警察", 4},
        {"ﾊﾝｶｸ", 4},
        {"ＡＢ", 4},
        {"e\xcc\x81tat", 4}, /* a combining acute */
        {"أُسامة عطار", 10},  /* a damma above */
        {"שָׁלוֹם", 4},
        {"한국", 4},
        {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2}, /* the first of them in three letters */
        {"👨‍👩‍👧", 2},
        {"🇧🇪", 2},
        {"🇧🇪🇧🇪", 4},
        {"❤️", 2},
        {"👍🏽", 2},
        {"हिन्दी", 5},
        {"a\xe2\x80\x8d", 1},
        {"…–“”", 4},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        if (rt_text_width(rt_str_of(want[i].text)) != want[i].width)
            fail_msg("%s is %u wide, not %u", want[i].text, rt_text_width(rt_str_of(want[i].text)), want[i].width);
}

static void text_is_cut_between_characters(void **state) {
    (void)state;
    assert_str(rt_text_fit(RT_S("警察x"), 3), "警");
    assert_str(rt_text_fit(RT_S("cafe\xcc\x81s"), 4), "cafe\xcc\x81");
    assert_str(rt_text_fit(RT_S("👨‍👩‍👧!"), 2), "👨‍👩‍👧");
    assert_str(rt_text_fit(RT_S("👨‍👩‍👧!"), 1), "");
}

static void assert_lines(const char *text, unsigned width, const char *const *lines) {
    rt_str rest = rt_str_of(text), line;
    for (; *lines != NULL; lines++) {
        if (!rt_text_line(&rest, width, &line)) fail_msg("%s ends before \"%s\"", text, *lines);
        assert_str(line, *lines);
    }
    assert_false(rt_text_line(&rest, width, &line));
}

static void lines_break_at_blanks_and_beside_wide_letters(void **state) {
    (void)state;
    assert_lines("held at Camp Bucca", 10, (const char *const[]){"held at", "Camp Bucca", NULL});
    assert_lines("held at Camp Bucca", 7, (const char *const[]){"held at", "Camp", "Bucca", NULL});
    assert_lines("  a   b ", 3, (const char *const[]){"a", "b", NULL});
    assert_lines("警察在仓库里", 5, (const char *const[]){"警察", "在仓", "库里", NULL});
    assert_lines("0123456789", 4, (const char *const[]){"0123", "4567", "89", NULL});
    assert_lines("警", 1, (const char *const[]){"警", NULL});
    assert_lines("", 5, (const char *const[]){NULL});
}

static void wrapping_loses_nothing(void **state) {
    (void)state;
    const rt_str text = RT_S("one two 警察在 three e\xcc\x81"
                             "e\xcc\x81 four-five 👨‍👩‍👧 six");
    for (unsigned width = 1; width < 40; width++) {
        rt_str rest = text, line;
        size_t letters = 0, want = 0;
        while (rt_text_line(&rest, width, &line)) {
            if (width > 1) assert_true(rt_text_width(line) <= width);
            for (size_t i = 0; i < line.len; i++) letters += line.at[i] != ' ';
        }
        for (size_t i = 0; i < text.len; i++) want += text.at[i] != ' ';
        assert_int_equal(letters, want);
    }
}

static void assert_safe(const char *text, size_t len, const char *want) {
    rt_arena arena = {0};
    assert_str(rt_text_made_safe(&arena, (rt_str){text, len}), want);
    rt_arena_close(&arena);
}

static void what_would_steer_the_terminal_is_shown(void **state) {
    (void)state;
#define SAFE(text, want) assert_safe(text, sizeof(text) - 1, want)
    SAFE("plain, \xd8\xa3", "plain, \xd8\xa3");
    SAFE("\x1b]0;title\x07", "␛]0;title␇");
    SAFE("a\0b", "a␀b");
    SAFE("a\tb\r\nc", "a b  c");
    SAFE("\x7f", "␡");
    SAFE("\xc2\x9b"
         "2J",
         "<U+009B>2J");
    SAFE("a\xe2\x80\xae"
         "b",
         "a<U+202E>b");
    SAFE("a\xe2\x81\xa9"
         "b",
         "a<U+2069>b");
    SAFE("a\xff\x80z", "a\xef\xbf\xbd\xef\xbf\xbdz");
    SAFE("\xe2\x80\x8f", "\xe2\x80\x8f"); /* a weak mark stays */
}

static void right_to_left_text_is_isolated(void **state) {
    (void)state;
    RT_AUTO(rt_buf) out = {0};
    rt_text_isolated(&out, RT_S("Atar"));
    rt_text_isolated(&out, RT_S("عطار"));
    assert_str(rt_buf_str(&out), "Atar\xe2\x81\xa8عطار\xe2\x81\xa9");
    assert_int_equal(rt_text_width(rt_buf_str(&out)), 8);
}

/* Bytes that are often the beginnings of something: marks, joiners, flags, controls, broken UTF-8. */
static rt_str noise(rt_arena *arena, uint32_t *seed) {
    static const char *const parts[] = {"a",  " ",   "\n",           "\x1b",         "\xff",         "\xe2\x80",
                                        "警", "ا",   "\xcc\x81",     "\xe2\x80\x8d", "\xef\xb8\x8f", "🇧",
                                        "👩",  "한",  "\xe1\x84\x92", "\xe1\x85\xa1", "\xe2\x80\xae", "\xc2\x9b",
                                        "हि", "\x7f"};
    RT_AUTO(rt_buf) out = {0};
    for (int i = 0; i < 24; i++) {
        *seed = *seed * 1664525 + 1013904223;
        rt_buf_add(&out, rt_str_of(parts[(*seed >> 16) % (sizeof parts / sizeof *parts)]));
    }
    return rt_str_copy(arena, rt_buf_str(&out));
}

static void check_noise(rt_arena *arena, rt_str raw) {
    const rt_str s = rt_text_made_safe(arena, raw);
    unsigned sum = 0, w;
    assert_true(rt_utf8_valid(s, NULL));
    for (size_t i = 0; i < s.len; i++) assert_true((unsigned char)s.at[i] >= 0x20 && s.at[i] != 0x7F);
    for (rt_str rest = s; rest.len > 0; rest = rt_str_from(rest, rt_text_character(rest, &w).len)) {
        rt_text_character(rest, &w);
        sum += w;
    }
    assert_int_equal(rt_text_width(s), sum);
    for (unsigned width = 1; width < 30; width += 4) {
        assert_true(rt_text_width(rt_text_fit(s, width)) <= width);
        rt_str rest = s, line;
        while (rt_text_line(&rest, width, &line)) assert_true(line.len > 0);
    }
}

static void noise_is_measured_and_wrapped_without_harm(void **state) {
    (void)state;
    rt_arena arena = {0};
    uint32_t seed = 10;
    for (int i = 0; i < 3000; i++) {
        check_noise(&arena, noise(&arena, &seed));
        rt_arena_reset(&arena);
    }
    rt_arena_close(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(lines_break_at_blanks_and_beside_wide_letters),
        cmocka_unit_test(wrapping_loses_nothing),
        cmocka_unit_test(what_would_steer_the_terminal_is_shown),
        cmocka_unit_test(right_to_left_text_is_isolated),
        cmocka_unit_test(noise_is_measured_and_wrapped_without_harm),
    };
    return cmocka_run_group_tests_name("cli/text", tests, NULL, NULL);
}
