/* Any bytes are CSV of queries, each row a subject whose texts are UTF-8, or an error with file and line; and rows that
 * are handed on are the very bytes, whatever they are. */
#include "exchange/rows.h"
#include "exchange/subjects.h"
#include "list.h"

static rt_status take(void *to, const rt_subject *s, rt_error *err) {
    size_t *n = to;
    (void)err;
    for (size_t i = 0; i < s->names.n; i++) must(s->names.at[i].len > 0 && rt_utf8_valid(s->names.at[i], NULL));
    for (size_t i = 0; i < s->trait_count; i++) must(rt_utf8_valid(s->traits[i].value, NULL));
    must(s->names.n <= RT_GATHER_MOST && s->trait_count <= RT_GATHER_MOST);
    ++*n;
    return rt_ok;
}

static void read_queries(rt_str text) {
    size_t n = 0;
    rt_input *in = list_file("q.csv", text);
    if (in == NULL) return;
    const rt_subjects_options options = {.to = &n, .take = take, .keep_going = text.len > 0 && (text.at[0] & 1) != 0};
    rt_error err = {0};
    if (rt_subjects_csv(in, &options, &err).code != RT_OK) must(err.message[0] != '\0' && err.file[0] != '\0');
    rt_input_close(in);
}

/* Fields lie within their row, and none comes behind the last. */
static void check_row(const rt_row *row) {
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i <= row->fields && i < 64; i++) {
        size_t column;
        const rt_str field = rt_row_field(row->text, i, &arena, &column);
        must(field.len <= row->text.len && column <= row->text.len + 1);
        must(i < row->fields || field.len == 0);
    }
}

/* The rows and their ends, one after the other, are the file; a header keeps it from being taken for a packed one. */
static void read_rows(rt_str text) {
    RT_AUTO(rt_buf) given = {0};
    RT_AUTO(rt_buf) all = {0};
    rt_buf_add(&given, RT_S("name1,name2\n"));
    rt_buf_add(&given, text);
    rt_input *in = list_file("r.csv", rt_buf_str(&given));
    must(in != NULL);
    rt_rows *rows = rt_rows_new(in);
    rt_row *list;
    size_t n;
    rt_error err = {0};
    rt_status s;
    while ((s = rt_rows_next(rows, &list, &n, &err)).code == RT_OK && n > 0)
        for (size_t i = 0; i < n; i++) {
            check_row(&list[i]);
            rt_buf_add(&all, list[i].text);
            rt_buf_add(&all, list[i].end);
        }
    must(s.code == RT_OK ? rt_str_eq(rt_buf_str(&all), rt_buf_str(&given)) : err.line > 0);
    rt_rows_free(rows);
    rt_input_close(in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const rt_str text = {(const char *)data, size};
    read_queries(text);
    read_rows(text);
    return 0;
}
