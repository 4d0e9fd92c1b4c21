#include "test.h"

#include "base/json.h"

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

static void what_is_read_is_written_again(void **state) {
    fixture *f = *state;
    rt_error err = {0};
    rt_value *v;
    const char *text =
        "{\"a\":[1,-2,true,false,null],\"b\":{\"c\":\"\xc3\xa9 \\u0001\\b\\t\\n\\f\\r\\\"\\\\/\"},\"x\":0.5}";
    OK(rt_json_read(f->reader, rt_str_of(text), &f->arena, &v, &err));
    rt_json_write(&f->out, v);
    assert_str(rt_buf_str(&f->out), text);
}

static void what_is_not_json_is_refused_with_its_column(void **state) {
    fixture *f = *state;
    const struct {
        const char *text;
        unsigned column;
    } wrong[] = {
        {"", 1},      {"{\"a\":}", 6},          {"{\"a\" 1}", 6},     {"[1,]", 4},
        {"[1 2]", 4}, {"{\"a\":1", 7},          {"\"\\ud800\"", 8},   {"01", 2},
        {"1 x", 3},   {"{\"a\":1,\"a\":2}", 2}, {"[\"\\u0000\"]", 3}, {"\"\xff\"", 2},
        {"nul", 1},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rt_error err = {0};
        rt_value *v;
        FAILS(rt_json_read(f->reader, rt_str_of(wrong[i].text), &f->arena, &v, &err), RT_BAD);
        if (err.column != wrong[i].column)
            fail_msg("%s: column %u: %s", wrong[i].text, (unsigned)err.column, err.message);
    }
}

static void deep_nesting_is_refused(void **state) {
    fixture *f = *state;
    rt_error err = {0};
    rt_value *v;
    rt_buf deep = {0};
    for (int i = 0; i < 100000; i++) rt_buf_byte(&deep, '[');
    FAILS(rt_json_read(f->reader, rt_buf_str(&deep), &f->arena, &v, &err), RT_BAD);
    rt_buf_close(&deep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_read_is_written_again, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_json_is_refused_with_its_column, setup, teardown),
        cmocka_unit_test_setup_teardown(deep_nesting_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests_name("base/json", tests, NULL, NULL);
}
