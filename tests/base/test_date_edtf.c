#include "test.h"

#include <stdlib.h>

#include "base/date.h"
#include "vectors.h"

static void check_valid(const rt_str *field, size_t n) {
    rt_error err = {0};
    rt_when when, again;
    rt_buf printed = {0}, twice = {0};
    const rt_str want = n > 2 ? field[2] : field[1];
    const rt_status status = rt_edtf_read(field[1], &when, &err);
    if (status.code != RT_OK)
        fail_msg("\"%.*s\" is refused at %u: %s", RT_FMT(field[1]), (unsigned)err.byte, err.message);
    if (when.level != field[0].at[0] - '0') fail_msg("\"%.*s\" is of level %d", RT_FMT(field[1]), when.level);
    OK(rt_edtf_print(field[1], &printed, &err));
    if (!rt_str_eq(rt_buf_str(&printed), want))
        fail_msg("\"%.*s\" prints as \"%.*s\"", RT_FMT(field[1]), RT_FMT(rt_buf_str(&printed)));
    OK(rt_edtf_read(want, &again, &err));
    OK(rt_edtf_print(want, &twice, &err));
    assert_true(rt_str_eq(rt_buf_str(&twice), want));
    assert_int_equal(when.start_min, again.start_min);
    assert_int_equal(when.end_max, again.end_max);
    rt_buf_close(&printed);
    rt_buf_close(&twice);
}

static void what_libraries_agree_on_is_taken_and_printed_back(void **state) {
    (void)state;
    for_vectors("valid.txt", check_valid);
}

static void check_invalid(const rt_str *field, size_t n) {
    rt_error err = {0};
    rt_when when;
    assert_true(n > 1);
    if (rt_edtf_read(field[1], &when, &err).code != RT_BAD) fail_msg("\"%.*s\" is taken", RT_FMT(field[1]));
    if (!err.has_byte || (long)err.byte != atol(field[0].at))
        fail_msg("\"%.*s\" is refused at byte %u: %s", RT_FMT(field[1]), (unsigned)err.byte, err.message);
}

static void what_libraries_agree_to_refuse_is_refused_at_its_byte(void **state) {
    (void)state;
    for_vectors("invalid.txt", check_invalid);
}

static void a_valid_date_with_anything_around_it_is_refused(void **state) {
    (void)state;
    static const char *const around[] = {"%.*s ", " %.*s", "%.*sx", "x%.*s", "%.*s\n", "%.*s,"};
    const rt_str text = RT_S("1985-04-12");
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        char with[32];
        rt_when when;
        const int n = snprintf(with, sizeof with, around[i], RT_FMT(text));
        FAILS(rt_edtf_read((rt_str){with, (size_t)n}, &when, NULL), RT_BAD);
    }
    rt_when when;
    FAILS(rt_edtf_read((rt_str){"1985\0-04", 8}, &when, NULL), RT_BAD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_libraries_agree_on_is_taken_and_printed_back),
        cmocka_unit_test(what_libraries_agree_to_refuse_is_refused_at_its_byte),
        cmocka_unit_test(a_valid_date_with_anything_around_it_is_refused),
    };
    return cmocka_run_group_tests_name("base/date_edtf", tests, NULL, NULL);
}
