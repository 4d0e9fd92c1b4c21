/* FollowTheMoney's statements as JSON lines. */
#include "exchange/records.h"
#include "exchange/statements.h"

typedef struct reader {
    const char *path;
    rt_statement_reader *take;
} reader;

/* Texts; null, and no such key, say nothing; `external` is a flag. */
static rt_status field_of(const rt_record *r, const rt_statement_column *c, rt_str *text, rt_error *err) {
    const rt_value *v = rt_value_get(r->value, rt_str_of(c->name));
    *text = (rt_str){"", 0};
    if (v == NULL || v->kind == RT_NULL) return rt_ok;
    if (v->kind == RT_TEXT) return *text = v->text, rt_ok;
    if (v->kind == RT_BOOL && rt_str_is(rt_str_of(c->name), "external"))
        return *text = v->boolean ? RT_S("t") : RT_S("f"), rt_ok;
    return rt_record_wrong(r, rt_str_of(c->name), err, "\"%s\" takes a text", c->name);
}

static void tell(void *to, const char *column, const char *message) {
    const rt_record *r = to;
    rt_record_note(r, ((const reader *)r->self)->path, rt_str_of(column), "%s", message);
}

static rt_status take(rt_record *r, rt_error *err) {
    const reader *self = r->self;
    rt_statement_row row = {0};
    const char *column = "";
    rt_error wrong = {0};
    if (r->value->kind != RT_OBJECT) return rt_record_wrong(r, RT_S(""), err, "expected a statement as a JSON object");
    for (const rt_statement_column *c = rt_statement_columns; c->name != NULL; c++)
        RT_TRY(field_of(r, c, rt_statement_field(&row, c), err));
    const rt_status s = rt_statement_take(self->take, &row, r, tell, &column, &wrong);
    if (s.code == RT_BAD) return rt_record_wrong(r, rt_str_of(column), err, "%s", wrong.message);
    if (s.code != RT_OK) *err = wrong;
    return s;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    for (size_t i = 0; i < n; i++) {
        reader self = {rt_input_path(files[i]), rt_statement_reader_new(options, sink)};
        const rt_status s = rt_records_read(files[i], options, sink, take, &self, err);
        rt_statement_reader_free(self.take);
        RT_TRY(s);
    }
    return rt_ok;
}

/* As keys: within a text each quotation mark has a backslash before it. */
static bool detect(rt_str name, rt_str head) {
    const rt_str begin = rt_str_trim(head), line = rt_str_cut(begin, rt_str_find(begin, RT_S("\n")));
    (void)name;
    return rt_str_starts(line, RT_S("{")) && rt_str_find(line, RT_S("\"entity_id\"")) != SIZE_MAX &&
           rt_str_find(line, RT_S("\"prop\"")) != SIZE_MAX && rt_str_find(line, RT_S("\"schema\"")) != SIZE_MAX;
}

extern const rt_format rt_format_statements_jsonl;
const rt_format rt_format_statements_jsonl = {
    .name = "statements-jsonl",
    .summary = "FollowTheMoney's statements, a JSON object a line",
    .detect = detect,
    .whole = true,
    .read = read,
    .write = rt_statements_write_json,
};
