#include "test.h"

#include <math.h>

#include "report/clean.h"
#include "report/svg.h"

static rt_arena arena;

static rt_str svg_of(const rt_picture *p) {
    RT_AUTO(rt_buf) out = {0};
    rt_svg_write(&out, p, "p");
    return rt_str_copy(&arena, rt_buf_str(&out));
}

static bool has(rt_str s, const char *part) { return rt_str_find(s, rt_str_of(part)) != SIZE_MAX; }

static const rt_font plain = {.size = 10, .colour = 0x101010};
static const rt_pen line = {RT_NO_COLOUR, 0x336699, 1.5, RT_DASH_LONG};

static rt_picture *empty(void) { return rt_picture_new(&arena, 200, 100.125, RT_S("A <b>"), RT_S("\"All\" & more")); }

static void a_picture_says_what_it_shows_to_those_who_cannot_see_it(void **state) {
    (void)state;
    const rt_str svg = svg_of(empty());
    assert_true(has(svg, "role=\"img\" aria-labelledby=\"p-title p-text\""));
    assert_true(has(svg, "<title id=\"p-title\">A &lt;b&gt;</title>"));
    assert_true(has(svg, "<desc id=\"p-text\">&quot;All&quot; &amp; more</desc>"));
}

static void foreign_text_cannot_leave_its_element(void **state) {
    (void)state;
    rt_picture *p = empty();
    rt_picture_text(p, (rt_point){1, 2}, plain, RT_S("</text><script>alert(1)</script>\x1b[31m\x01"));
    const rt_str svg = svg_of(p);
    assert_false(has(svg, "<script"));
    assert_false(has(svg, "\x1b"));
    assert_true(has(svg, "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;\xef\xbf\xbd[31m\xef\xbf\xbd</text>"));
}

static void numbers_are_bounded_and_short(void **state) {
    (void)state;
    rt_picture *p = empty();
    rt_picture_line(p, (rt_point){1.0 / 3, -0.001}, (rt_point){(double)NAN, (double)INFINITY}, line);
    rt_picture_circle(p, (rt_point){1e300, -1e300}, 2.5, line);
    const rt_str svg = svg_of(p);
    assert_true(has(svg, "viewBox=\"0 0 200 100.13\""));
    assert_true(has(svg, "d=\"M0.33 0L0 0\""));
    assert_true(has(svg, "cx=\"100000\" cy=\"-100000\" r=\"2.5\" fill=\"none\" stroke=\"#336699\" stroke-width=\"1.5\" "
                         "stroke-dasharray=\"4 3\""));
}

static void a_hatch_stays_within_its_box(void **state) {
    (void)state;
    rt_picture *p = empty();
    rt_picture_hatch(p, (rt_point){10, 20}, 30, 7, 3, line);
    for (size_t i = 0; i < p->first->n; i++) {
        assert_true(p->first->points[i].x >= 10 && p->first->points[i].x <= 40);
        assert_true(p->first->points[i].y >= 20 && p->first->points[i].y <= 27);
    }
    assert_int_equal(p->first->n, 24);
    assert_true(has(svg_of(p), "M13 20L10 23M16 20L10 26M"));
}

static void text_is_shortened_to_the_room_it_has(void **state) {
    (void)state;
    const rt_str name = RT_S("Abu Bakr al-Baghdadi");
    assert_str(rt_letters_fit(&arena, name, plain, 200), "Abu Bakr al-Baghdadi");
    assert_str(rt_letters_fit(&arena, name, plain, 60), "Abu Bakr\xe2\x80\xa6");
    assert_true(rt_letters_width(rt_letters_fit(&arena, name, plain, 60), plain) <= 60);
    assert_true(rt_letters_width(RT_S("警察"), plain) > rt_letters_width(RT_S("ab"), plain));
    assert_true(rt_letters_width(RT_S("cafe\xcc\x81"), plain) <= rt_letters_width(RT_S("cafe"), plain) + 0.001);
}

static void text_is_cleaned_of_what_steers(void **state) {
    (void)state;
    assert_str(rt_clean_line(&arena, RT_S("a\tb\r\nc")), "a b  c");
    assert_str(rt_clean_line(&arena, RT_S("\xe2\x80\xae"
                                          "gpj.exe")),
               "\xef\xbf\xbdgpj.exe");
    assert_str(rt_clean_line(&arena, RT_S("a\xff\xc3")), "a\xef\xbf\xbd\xef\xbf\xbd");
    assert_str(rt_clean_line(&arena, RT_S("\xef\xbf\xbf\xc2\x9b")), "\xef\xbf\xbd\xef\xbf\xbd");
    assert_str(rt_clean_line(&arena, RT_S("أسامة عطار\xe2\x80\x8f")), "أسامة عطار\xe2\x80\x8f");
    assert_str(rt_clean_brief(&arena, RT_S("cafe\xcc\x81s"), 4), "caf…");
    assert_str(rt_clean_brief(&arena, RT_S("cafe\xcc\x81s"), 5), "cafe\xcc\x81…");
    assert_str(rt_clean_brief(&arena, RT_S("four"), 4), "four");
}

static void the_direction_of_text_is_that_of_its_first_letter(void **state) {
    (void)state;
    assert_true(rt_is_rtl(RT_S("12 أسامة Atar")));
    assert_false(rt_is_rtl(RT_S("Atar أسامة")));
    assert_false(rt_is_rtl(RT_S("12")));
}

static int close_arena(void **state) {
    (void)state;
    rt_arena_close(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_says_what_it_shows_to_those_who_cannot_see_it),
        cmocka_unit_test(foreign_text_cannot_leave_its_element),
        cmocka_unit_test(numbers_are_bounded_and_short),
        cmocka_unit_test(a_hatch_stays_within_its_box),
        cmocka_unit_test(text_is_shortened_to_the_room_it_has),
        cmocka_unit_test(text_is_cleaned_of_what_steers),
        cmocka_unit_test(the_direction_of_text_is_that_of_its_first_letter),
    };
    return cmocka_run_group_tests_name("report/picture", tests, NULL, close_arena);
}
