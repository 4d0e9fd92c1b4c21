/* Rows of CSV that are handed on as they stand. */
#include "exchange/rows.h"

#include "reading.h"

typedef struct opened {
    reading r;
    rt_rows *rows;
    rt_row *list;
    size_t n;
} opened;

static rt_status open_rows(opened *o, rt_str text, rt_error *err) {
    memset(o, 0, sizeof *o);
    reading_give(&o->r, "rows.csv", text);
    o->rows = rt_rows_new(o->r.in[0]);
    return rt_rows_next(o->rows, &o->list, &o->n, err);
}

static void close_rows(opened *o) {
    rt_rows_free(o->rows);
    reading_close(&o->r);
}

static rt_str field(opened *o, size_t row, size_t i) { return rt_row_field(o->list[row].text, i, &o->r.arena, NULL); }

static void rows_are_parted_and_left_as_they_stand(void **state) {
    (void)state;
    rt_error err = {0};
    opened o;
    OK(open_rows(&o, RT_S("a,\"b, \"\"c\"\"\nd\",\r\n\r\n\xff,\"x\"y,5\" nail\r1,2,3"), &err));
    assert_int_equal(o.n, 4);
    assert_str(o.list[0].text, "a,\"b, \"\"c\"\"\nd\",");
    assert_str(o.list[0].end, "\r\n");
    assert_int_equal(o.list[0].fields, 3);
    assert_int_equal(o.list[1].fields, 0);
    assert_int_equal(o.list[1].line, 3);
    assert_str(o.list[2].text, "\xff,\"x\"y,5\" nail");
    assert_str(o.list[2].end, "\r");
    assert_str(o.list[3].end, "");
    assert_int_equal(o.list[3].line, 5);
    OK(rt_rows_next(o.rows, &o.list, &o.n, &err));
    assert_int_equal(o.n, 0);
    close_rows(&o);
}

static void fields_come_without_their_quotes(void **state) {
    (void)state;
    rt_error err = {0};
    opened o;
    OK(open_rows(&o, RT_S("a,\"b, \"\"c\"\"\",\"\",5\" nail,\n"), &err));
    static const char *const want[] = {"a", "b, \"c\"", "", "5\" nail", "", "", ""};
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) assert_str(field(&o, 0, i), want[i]);
    close_rows(&o);
}

static void a_quote_that_the_end_cuts_is_named_with_its_place(void **state) {
    (void)state;
    rt_error err = {0};
    opened o;
    FAILS(open_rows(&o, RT_S("a,b\nc,\"d\n"), &err), RT_BAD);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.column, 3);
    close_rows(&o);
}

/* Longer than a block, with line ends in quotes, so that rows are cut by blocks in all ways. */
static void rows_that_reach_over_blocks_are_whole(void **state) {
    (void)state;
    enum { ROWS = 60000 };
    rt_buf text = {0};
    rt_error err = {0};
    opened o;
    size_t n = 0;
    for (size_t i = 0; i < ROWS; i++) rt_buf_printf(&text, "%zu,\"line\none, %zu\",end\r\n", i, i);
    OK(open_rows(&o, rt_buf_str(&text), &err));
    while (o.n > 0) {
        for (size_t i = 0; i < o.n; i++, n++) {
            char number[32];
            snprintf(number, sizeof number, "%zu", n);
            assert_str(field(&o, i, 0), number);
            assert_int_equal(o.list[i].fields, 3);
            assert_int_equal(o.list[i].line, 2 * n + 1);
            assert_str(o.list[i].end, "\r\n");
        }
        rt_arena_reset(&o.r.arena);
        OK(rt_rows_next(o.rows, &o.list, &o.n, &err));
    }
    assert_int_equal(n, ROWS);
    close_rows(&o);
    rt_buf_close(&text);
}

static void a_field_is_written_in_quotes_where_it_must_be(void **state) {
    (void)state;
    RT_AUTO(rt_buf) out = {0};
    rt_row_write_field(&out, RT_S("plain"));
    rt_buf_byte(&out, ',');
    rt_row_write_field(&out, RT_S("a \"b\", c"));
    assert_str(rt_buf_str(&out), "plain,\"a \"\"b\"\", c\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_parted_and_left_as_they_stand),
        cmocka_unit_test(fields_come_without_their_quotes),
        cmocka_unit_test(a_quote_that_the_end_cuts_is_named_with_its_place),
        cmocka_unit_test(rows_that_reach_over_blocks_are_whole),
        cmocka_unit_test(a_field_is_written_in_quotes_where_it_must_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
