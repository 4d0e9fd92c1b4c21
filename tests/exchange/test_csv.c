#include "exchange/csv.h"

#include "exchange/reading.h"

/* The rows as text: fields in brackets, rows ended by a bar; what went wrong as "line:column message". */
static const char *read_back(rt_str text, rt_csv_options options) {
    static char out[4096];
    reading r = {0};
    rt_csv_row row;
    size_t n = 0;
    reading_give(&r, "x.csv", text);
    rt_csv *csv = rt_csv_new(r.in[0], options);
    out[0] = '\0';
    for (bool more = true; more;) {
        rt_error err = {0};
        const rt_status s = rt_csv_next(csv, &row, &more, &err);
        if (s.code != RT_OK) {
            n += (size_t)snprintf(out + n, sizeof out - n, "%d:%d %s|", (int)err.line, (int)err.column, err.message);
            more = s.code == RT_BAD;
            continue;
        }
        for (size_t i = 0; more && i < row.n; i++)
            n += (size_t)snprintf(out + n, sizeof out - n, "[%.*s]", RT_FMT(row.at[i].text));
        if (more) n += (size_t)snprintf(out + n, sizeof out - n, "|");
    }
    rt_csv_free(csv);
    reading_close(&r);
    return out;
}

#define READS(text, wanted) assert_string_equal(read_back(RT_S(text), (rt_csv_options){0}), wanted)

static void rows_and_quotes_are_read_as_the_standard_says(void **state) {
    (void)state;
    READS("a,b\r\nc,d\r\n", "[a][b]|[c][d]|");
    READS("a,\"b,\"\"c\"\"\r\nd\",e\n", "[a][b,\"c\"\nd][e]|");
    READS("a,\n,\n", "[a][]|[][]|");
    READS("\"\"\n", "[]|");
    READS("", "");
}

static void other_writings_are_taken(void **state) {
    (void)state;
    READS("\xef\xbb\xbf"
          "a,b\rc\r\r\n",
          "[a][b]|[c]|");
    READS("a \"b\" c, d \n", "[a \"b\" c][ d ]|");
    READS("\"a\" ,b", "[a][b]|");
    READS("a\n\n\nb\n\x1a", "[a]|[b]|");
    assert_string_equal(read_back(RT_S("a;b,c\n"), (rt_csv_options){.delimiter = ';'}), "[a][b,c]|");
}

static void a_bad_row_is_named_and_the_next_one_is_read(void **state) {
    (void)state;
    READS("a,\"b\"c,d\ne\n", "1:6 a quoted field goes on behind its closing quote|[e]|");
    READS("a\nb,x\xffy\nc\n", "[a]|2:4 this is not UTF-8|[c]|");
    READS("a\0b\nc\n", "1:2 a control character|[c]|");
    READS("a\n\x1a,b\nc\n", "[a]|2:1 an end-of-file mark (0x1A) that is not at the end|[c]|");
    READS("a\nb,\"c\nd", "[a]|2:3 the file ends within a quoted field that begins here|");
}

static void a_file_that_was_cut_off_can_be_refused(void **state) {
    (void)state;
    const rt_csv_options whole = {.end_of_last_line = true};
    assert_string_equal(read_back(RT_S("a,b\nc"), whole), "[a][b]|2:2 the file ends within a row|");
    assert_string_equal(read_back(RT_S("a,b\nc\n"), whole), "[a][b]|[c]|");
}

static void rows_have_limits(void **state) {
    (void)state;
    assert_string_equal(read_back(RT_S("a,b,c\n"), (rt_csv_options){.fields_most = 2}),
                        "1:5 a row has more fields than are taken|");
    assert_string_equal(read_back(RT_S("abc\n"), (rt_csv_options){.row_most = 2}),
                        "1:3 a row is longer than is taken|");
}

/* A character that is spread over two fields is none. */
static void characters_do_not_reach_over_fields(void **state) {
    (void)state;
    READS("\xd8,\xa3\n", "1:1 this is not UTF-8|");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_quotes_are_read_as_the_standard_says),
        cmocka_unit_test(other_writings_are_taken),
        cmocka_unit_test(a_bad_row_is_named_and_the_next_one_is_read),
        cmocka_unit_test(a_file_that_was_cut_off_can_be_refused),
        cmocka_unit_test(rows_have_limits),
        cmocka_unit_test(characters_do_not_reach_over_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
