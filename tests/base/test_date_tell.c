#include "test.h"

#include "base/date_tell.h"
#include "base/json.h"

static rt_arena arena;
static rt_buf out;

static int teardown(void **state) {
    (void)state;
    rt_arena_close(&arena);
    rt_buf_close(&out);
    return 0;
}

static void described(const char *text, const char *want) {
    rt_value *object;
    rt_error err = {0};
    const rt_status status = rt_date_describe(rt_str_of(text), false, &arena, &object, &err);
    rt_buf_clear(&out);
    rt_json_write(&out, object);
    if (status.code != err.code) fail_msg("%s: status %d, error %d", text, status.code, err.code);
    assert_str(rt_buf_str(&out), want);
}

static void a_date_is_told_with_its_span_start_and_end(void **state) {
    (void)state;
    described("2006-07",
              "{\"text\":\"2006-07\",\"edtf\":\"2006-07\",\"level\":0,\"span\":[\"2006-07-01\",\"2006-07-31\"],"
              "\"start\":[\"2006-07-01\",\"2006-07-31\"],\"end\":[\"2006-07-01\",\"2006-07-31\"],"
              "\"uncertain\":false,\"approximate\":false}");
    described("circa 1942",
              "{\"text\":\"circa 1942\",\"edtf\":\"1942~\",\"level\":1,\"span\":[\"1942-01-01\",\"1942-12-31\"],"
              "\"start\":[\"1942-01-01\",\"1942-12-31\"],\"end\":[\"1942-01-01\",\"1942-12-31\"],"
              "\"uncertain\":false,\"approximate\":true}");
}

static void open_ends_are_dots_and_unknown_ones_null(void **state) {
    (void)state;
    described("2013/..", "{\"text\":\"2013/..\",\"edtf\":\"2013/..\",\"level\":1,\"span\":[\"2013-01-01\",\"..\"],"
                         "\"start\":[\"2013-01-01\",\"2013-12-31\"],\"end\":[\"..\",\"..\"],"
                         "\"uncertain\":false,\"approximate\":false}");
    described("/1928-01-18",
              "{\"text\":\"/1928-01-18\",\"edtf\":\"/1928-01-18\",\"level\":1,\"span\":[null,\"1928-01-18\"],"
              "\"start\":[null,null],\"end\":[\"1928-01-18\",\"1928-01-18\"],"
              "\"uncertain\":false,\"approximate\":false}");
}

static void what_is_no_date_is_told_with_the_byte_at_fault(void **state) {
    (void)state;
    described("2006-02-30", "{\"text\":\"2006-02-30\",\"error\":\"there is no such day in this month\",\"at\":8}");
    described("1942\xff", "{\"text\":\"1942\",\"error\":\"this is no UTF-8\",\"at\":4}");
    described("", "{\"text\":\"\",\"error\":\"a date is expected\",\"at\":0}");
}

static void two_dates_are_told_by_their_relations_and_shared_days(void **state) {
    (void)state;
    const struct {
        const char *a, *b, *want;
    } cases[] = {
        {"2004-02/2004-12", "2004-10", "{\"certain\":[\"contains\"],\"possible\":[\"contains\"],\"days\":[1,31]}"},
        {"2004", "31 Dec 2004",
         "{\"certain\":[],\"possible\":[\"before\",\"meets\",\"equals\",\"finished-by\"],\"days\":[0,1]}"},
        {"2013/..", "2014/..", "{\"certain\":[\"finished-by\"],\"possible\":[\"finished-by\"],\"days\":[null,null]}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rt_value *object;
        rt_error err = {0};
        OK(rt_date_against(rt_str_of(cases[i].a), rt_str_of(cases[i].b), false, &arena, &object, &err));
        rt_buf_clear(&out);
        rt_json_write(&out, object);
        assert_str(rt_buf_str(&out), cases[i].want);
    }
}

static void only_edtf_is_taken_where_only_edtf_is_asked_for(void **state) {
    (void)state;
    rt_value *object;
    FAILS(rt_date_describe(RT_S("circa 1942"), true, &arena, &object, NULL), RT_BAD);
    FAILS(rt_date_against(RT_S("1942"), RT_S(" 1942"), true, &arena, &object, NULL), RT_BAD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_told_with_its_span_start_and_end),
        cmocka_unit_test(open_ends_are_dots_and_unknown_ones_null),
        cmocka_unit_test(what_is_no_date_is_told_with_the_byte_at_fault),
        cmocka_unit_test(two_dates_are_told_by_their_relations_and_shared_days),
        cmocka_unit_test(only_edtf_is_taken_where_only_edtf_is_asked_for),
    };
    return cmocka_run_group_tests_name("base/date_tell", tests, NULL, teardown);
}
