#include "test.h"

#include <stdlib.h>

#include "base/date_written.h"
#include "vectors.h"

static void check_written(const rt_str *field, size_t n) {
    rt_arena arena = {0};
    rt_error err = {0};
    rt_str edtf = {"", 0};
    assert_int_equal(n, 2);
    const rt_status status = rt_written_read(field[0], &arena, &edtf, &err);
    if (field[1].at[0] == '!') {
        if (status.code != RT_BAD) fail_msg("\"%.*s\" is taken as %.*s", RT_FMT(field[0]), RT_FMT(edtf));
        if (!err.has_byte || (long)err.byte != atol(field[1].at + 1))
            fail_msg("\"%.*s\" is refused at byte %u: %s", RT_FMT(field[0]), (unsigned)err.byte, err.message);
    } else {
        if (status.code != RT_OK)
            fail_msg("\"%.*s\" is refused at byte %u: %s", RT_FMT(field[0]), (unsigned)err.byte, err.message);
        if (!rt_str_eq(edtf, field[1]))
            fail_msg("\"%.*s\" is %.*s, not %.*s", RT_FMT(field[0]), RT_FMT(edtf), RT_FMT(field[1]));
    }
    rt_arena_close(&arena);
}

static void written_dates_become_edtf_or_are_refused_at_their_word(void **state) {
    (void)state;
    for_vectors("written.txt", check_written);
}

static void a_text_of_too_many_words_is_refused(void **state) {
    (void)state;
    rt_buf text = {0};
    rt_arena arena = {0};
    rt_str edtf;
    for (int i = 0; i < 100000; i++) rt_buf_add(&text, RT_S("the "));
    rt_buf_add(&text, RT_S("1860s"));
    FAILS(rt_written_read(rt_buf_str(&text), &arena, &edtf, NULL), RT_BAD);
    rt_buf_close(&text);
    rt_arena_close(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_dates_become_edtf_or_are_refused_at_their_word),
        cmocka_unit_test(a_text_of_too_many_words_is_refused),
    };
    return cmocka_run_group_tests_name("base/date_written", tests, NULL, NULL);
}
