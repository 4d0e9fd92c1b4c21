#include "test.h"

#include "model/entry.h"
#include "model/handling.h"

typedef struct fixture {
    rt_json_reader *reader;
    rt_arena arena;
    rt_buf out;
} fixture;

static int setup(void **state) {
    static fixture f;
    f = (fixture){.reader = rt_json_reader_new()};
    *state = &f;
    return 0;
}

static int teardown(void **state) {
    fixture *f = *state;
    rt_json_reader_free(f->reader);
    rt_arena_close(&f->arena);
    rt_buf_close(&f->out);
    return 0;
}

static rt_status read_entry(fixture *f, const char *line, rt_entry *e, rt_error *err) {
    rt_value *v;
    RT_TRY(rt_json_read(f->reader, rt_str_of(line), &f->arena, &v, err));
    return rt_entry_read(v, rt_str_of(line), &f->arena, e, err);
}

static void fields_stand_in_order(void **state) {
    (void)state;
    for (size_t i = 1; i < rt_field_count; i++) assert_true(strcmp(rt_fields[i - 1].name, rt_fields[i].name) < 0);
    for (size_t i = 0; i < rt_field_count; i++)
        assert_ptr_equal(rt_field_named(rt_str_of(rt_fields[i].name)), &rt_fields[i]);
}

static void a_line_in_canonical_form_comes_back_as_it_was(void **state) {
    fixture *f = *state;
    rt_error err = {0};
    rt_entry e;
    const char *line =
        "{\"entity\":\"x\",\"prop\":\"name\",\"said_at\":\"2001\",\"schema\":\"Person\",\"stance\":\"denies\","
        "\"type\":\"statement\",\"value\":\"Early \\\"Name\\\"\",\"via\":[\"A Clerk\",\"B\"]}";
    OK(read_entry(f, line, &e, &err));
    rt_entry_line(&f->out, &e, RT_LINE_WHOLE);
    assert_str(rt_buf_str(&f->out), line);
}

static void what_an_entry_does_not_take_is_refused_with_its_column(void **state) {
    fixture *f = *state;
    const struct {
        const char *line;
        unsigned column;
    } wrong[] = {
        {"[]", 1},
        {"{\"type\":\"statment\"}", 9},
        {"{\"type\":\"link\",\"value\":\"x\"}", 16},
        {"{\"type\":\"statement\",\"entity\":\"\"}", 21},
        {"{\"type\":\"statement\",\"entity\":\"x\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":\"v\",\"stance\":"
         "\"shouts\"}",
         78},
        {"{\"type\":\"statement\",\"entity\":\"x\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":\"v\",\"id\":"
         "\"00000000000000000000000000000000\"}",
         78},
        {"{\"type\":\"document\",\"sha256\":\"12\"}", 20},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rt_error err = {0};
        rt_entry e;
        FAILS(read_entry(f, wrong[i].line, &e, &err), RT_BAD);
        if (err.column != wrong[i].column)
            fail_msg("%s: column %u: %s", wrong[i].line, (unsigned)err.column, err.message);
    }
}

static void the_id_of_content_leaves_the_recording_out_and_that_of_an_act_does_not(void **state) {
    fixture *f = *state;
    rt_hasher *h = rt_hasher_new();
    rt_entry e = rt_entry_new(RT_LINK);
    e.link = RT_S("opposes"), e.from = e.to = RT_S("00000000000000000000000000000000");
    for (int act = 0; act < 2; act++) {
        char first[32], second[32];
        if (act) e.type = RT_JUDGEMENT, e.judgement = RT_S("same"), e.a = RT_S("x"), e.b = RT_S("y");
        e.recorded_at = RT_S("2026-11-25T10:00:00.000000Z");
        rt_entry_id(&e, h, &f->out, first, NULL);
        e.recorded_at = RT_S("2026-11-25T10:00:00.000001Z");
        rt_entry_id(&e, h, &f->out, second, NULL);
        assert_int_equal(memcmp(first, second, 32) != 0, act);
    }
    rt_hasher_free(h);
}

static void a_reader_needs_all_compartments_and_the_label(void **state) {
    (void)state;
    const struct {
        const char *handling, *clearance;
        bool seen;
    } cases[] = {
        {"", "", true},
        {"hawk,amber", "clear", false},
        {"hawk,amber", "hawk,green", false},
        {"hawk,amber", "amber", false},
        {"hawk,amber", "hawk,amber", true},
        {"hawk,amber", "crow,hawk,red", true},
        {"hawk", "hawk", true},
        {"clear", "", true},
        {"amber+strict", "amber", false},
        {"hawk,crow", "hawk", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (rt_handling_seen(rt_str_of(cases[i].handling), rt_str_of(cases[i].clearance)) != cases[i].seen)
            fail_msg("%s read with %s", cases[i].handling, cases[i].clearance);
}

static void handling_is_checked_and_put_in_order(void **state) {
    fixture *f = *state;
    const char *why;
    assert_true(rt_is_handling(RT_S("hawk,amber+strict"), &why) && rt_is_handling(RT_S("red"), &why));
    assert_false(rt_is_handling(RT_S("red,amber"), &why) || rt_is_handling(RT_S("Hawk"), &why) ||
                 rt_is_handling(RT_S("a,,b"), &why) || rt_is_handling(RT_S(""), &why));
    assert_str(rt_handling_canonical(&f->arena, RT_S("amber,hawk,crow,hawk")), "crow,hawk,amber");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_stand_in_order),
        cmocka_unit_test_setup_teardown(a_line_in_canonical_form_comes_back_as_it_was, setup, teardown),
        cmocka_unit_test_setup_teardown(what_an_entry_does_not_take_is_refused_with_its_column, setup, teardown),
        cmocka_unit_test_setup_teardown(the_id_of_content_leaves_the_recording_out_and_that_of_an_act_does_not, setup,
                                        teardown),
        cmocka_unit_test(a_reader_needs_all_compartments_and_the_label),
        cmocka_unit_test_setup_teardown(handling_is_checked_and_put_in_order, setup, teardown),
    };
    return cmocka_run_group_tests_name("model/entry", tests, NULL, NULL);
}
