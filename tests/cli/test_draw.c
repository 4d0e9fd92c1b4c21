/* Views drawn from the JSON files in files/draw, against golden files beside them. REDTHREAD_GOLDEN=write writes what
 * is drawn now: read the diff before you commit it. */
#include "test.h"

#include <stdlib.h>

#include "base/json.h"
#include "cli/draw.h"
#include "cli/text.h"

typedef struct page {
    rt_arena arena;
    rt_buf text;
    rt_value *view;
} page;

static void page_close(page *p) {
    rt_arena_close(&p->arena);
    rt_buf_close(&p->text);
}

static bool read_file(const char *path, rt_buf *to) {
    FILE *f = fopen(path, "rb");
    if (f == NULL) return false;
    for (size_t n = 1; n > 0; to->len += n) n = fread(rt_buf_room(to, 65536), 1, 65536, f);
    fclose(f);
    return true;
}

static void write_file(const char *path, rt_str text) {
    FILE *f = fopen(path, "wb");
    if (f == NULL || fwrite(text.at, 1, text.len, f) != text.len || fclose(f) != 0)
        fail_msg("%s cannot be written", path);
}

static rt_value *read_text(rt_arena *arena, rt_str json) {
    rt_error err = {0};
    rt_value *view = NULL;
    rt_json_reader *reader = rt_json_reader_new();
    OK(rt_json_read(reader, json, arena, &view, &err));
    rt_json_reader_free(reader);
    return view;
}

static rt_value *read_view(rt_arena *arena, const char *name) {
    char path[512];
    RT_AUTO(rt_buf) json = {0};
    snprintf(path, sizeof path, TESTS_DIR "/cli/files/draw/%s.json", name);
    if (!read_file(path, &json)) fail_msg("%s cannot be read", path);
    return read_text(arena, rt_buf_str(&json));
}

static page draw(rt_value *(*get)(rt_arena *, const char *), const char *name, rt_drawer *drawer, unsigned width,
                 bool screen) {
    page p = {0};
    p.view = get(&p.arena, name);
    rt_draw d = {.arena = &p.arena, .out = &p.text, .width = width, .colour = screen, .isolate = screen};
    d.notes = rt_notes_new(&p.arena, rt_value_get(p.view, RT_S("statements")));
    drawer(&d, p.view);
    return p;
}

static void assert_golden(const char *name, rt_drawer *drawer, unsigned width, bool screen) {
    char path[512];
    RT_AUTO(rt_buf) want = {0};
    RT_AUTO(page) p = draw(read_view, name, drawer, width, screen);
    snprintf(path, sizeof path, TESTS_DIR "/cli/files/draw/%s.%u%s.txt", name, width, screen ? ".screen" : "");
    if (getenv("REDTHREAD_GOLDEN") != NULL) write_file(path, rt_buf_str(&p.text));
    if (!read_file(path, &want)) fail_msg("%s is not there", path);
    if (!rt_str_eq(rt_buf_str(&p.text), rt_buf_str(&want)))
        fail_msg("%s is now (REDTHREAD_GOLDEN=write %s writes it):\n%.*s", path, "test_draw",
                 RT_FMT(rt_buf_str(&p.text)));
}

static void a_dossier_fits_a_narrow_and_a_wide_window(void **state) {
    (void)state;
    assert_golden("show", rt_draw_show, 80, false);
    assert_golden("show", rt_draw_show, 120, false);
}

static void colours_say_what_the_words_say(void **state) {
    (void)state;
    assert_golden("show", rt_draw_show, 100, true);
}

static void right_to_left_and_hostile_names_keep_their_place(void **state) {
    (void)state;
    assert_golden("rtl", rt_draw_show, 80, false);
    assert_golden("rtl", rt_draw_show, 80, true);
}

static void the_other_views_are_drawn(void **state) {
    (void)state;
    assert_golden("timeline", rt_draw_timeline, 80, false);
    assert_golden("sources", rt_draw_sources, 80, false);
    assert_golden("statement", rt_draw_statement, 80, false);
    assert_golden("stats", rt_draw_stats, 80, false);
}

/* --- properties --------------------------------------------------------------------------------------------------- */

static rt_drawer *const drawers[] = {rt_draw_show, rt_draw_timeline, rt_draw_sources, rt_draw_statement, rt_draw_stats};

static void no_line_is_wider_than_the_window(void **state) {
    (void)state;
    const char *const names[] = {"show", "rtl"};
    for (size_t i = 0; i < 2; i++)
        for (unsigned width = 39; width < 160; width += 7) {
            RT_AUTO(page) p = draw(read_view, names[i], rt_draw_show, width, false);
            rt_str rest = rt_buf_str(&p.text), line;
            while (rt_str_split(&rest, RT_S("\n"), &line))
                if (rt_text_width(line) > width) fail_msg("%s at %u: %.*s", names[i], width, RT_FMT(line));
        }
}

static void no_control_character_reaches_the_page(void **state) {
    (void)state;
    RT_AUTO(page) p = draw(read_view, "rtl", rt_draw_show, 80, false);
    for (size_t i = 0; i < p.text.len; i++) assert_true((unsigned char)p.text.at[i] >= 0x20 || p.text.at[i] == '\n');
    assert_true(rt_str_find(rt_buf_str(&p.text), RT_S("\xe2\x80\xae")) == SIZE_MAX);
    assert_true(rt_str_find(rt_buf_str(&p.text), RT_S("\xc2\x9b")) == SIZE_MAX);
}

static rt_value *given(rt_arena *arena, const char *json) { return read_text(arena, rt_str_of(json)); }

static void objects_of_other_shapes_are_drawn_without_harm(void **state) {
    (void)state;
    const char *const odd[] = {
        "{}",
        "[]",
        "null",
        "\"x\"",
        "{\"properties\":[1],\"birth\":3,\"events\":{\"a\":1},\"conflicts\":[null,{\"sides\":[1]}]}",
        "{\"events\":[1,null,{\"who\":3,\"when\":5,\"span\":[1]}],\"gaps\":[7]}",
        "{\"sources\":[null,{\"holds\":[1],\"lacks\":[2]}]}",
        "{\"statements\":{\"a\":1,\"b\":null},\"properties\":{\"name\":[{\"value\":\"x\",\"statements\":[\"a\",\"b\","
        "\"c\",1]}]}}",
        "{\"candidates\":[{\"why\":[1,{}]}],\"relations\":[[]],\"alerts\":[{}],\"links\":[1]}",
        "{\"conflicts\":[{\"sides\":[1,2,3,4,5,6,7,8,9]}],\"a\":[{\"b\":1,\"c\":2,\"d\":3,\"e\":4,\"f\":5,\"g\":6,"
        "\"h\":7}]}",
    };
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (size_t k = 0; k < sizeof drawers / sizeof *drawers; k++)
            for (unsigned width = 1; width < 100; width += 33) {
                page p = draw(given, odd[i], drawers[k], width, true);
                page_close(&p);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dossier_fits_a_narrow_and_a_wide_window),
        cmocka_unit_test(colours_say_what_the_words_say),
        cmocka_unit_test(right_to_left_and_hostile_names_keep_their_place),
        cmocka_unit_test(the_other_views_are_drawn),
        cmocka_unit_test(no_line_is_wider_than_the_window),
        cmocka_unit_test(no_control_character_reaches_the_page),
        cmocka_unit_test(objects_of_other_shapes_are_drawn_without_harm),
    };
    return cmocka_run_group_tests_name("cli/draw", tests, NULL, NULL);
}
