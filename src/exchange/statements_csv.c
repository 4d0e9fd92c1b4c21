/* FollowTheMoney's statements as CSV: columns by their names, in any order; others are not read. */
#include <stdlib.h>

#include "exchange/csv.h"
#include "exchange/statements.h"

enum { COLUMNS_MOST = 200, ROW_MOST = 16 * 1024 * 1024 };

typedef struct reader {
    const char *path;
    rt_csv *csv;
    const rt_csv_row *row;
    const rt_sink *sink;
    rt_statement_reader *take;
    const rt_statement_column *of[COLUMNS_MOST]; /* of each column of the file; NULL: not read */
    size_t n;
    rt_buf header; /* as it stands in the file */
} reader;

static const rt_statement_column *column_named(rt_str name) {
    for (const rt_statement_column *c = rt_statement_columns; c->name != NULL; c++)
        if (rt_str_is(name, c->name)) return c;
    return NULL;
}

static rt_status fault(const reader *r, uint64_t line, uint64_t column, rt_error *err, const char *what) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", what);
    rt_error_at(err, r->path, line, column);
    return s;
}

static rt_status check_header(const reader *r, rt_error *err) {
    static const char *const needed[] = {"entity_id", "prop", "value"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        bool there = false;
        for (size_t k = 0; k < r->n; k++)
            there = there || (r->of[k] != NULL && rt_str_is(rt_str_of(needed[i]), r->of[k]->name));
        if (there) continue;
        const rt_status s = rt_fail(err, RT_BAD, "statements need a column \"%s\"; the header has none", needed[i]);
        rt_error_at(err, r->path, 1, 1);
        return s;
    }
    return rt_ok;
}

static rt_status read_header(reader *r, rt_error *err) {
    rt_csv_row row;
    bool more;
    RT_TRY(rt_csv_next(r->csv, &row, &more, err));
    if (!more) return fault(r, 1, 1, err, "expected a header: canonical_id, entity_id, prop, ...");
    if (row.n > COLUMNS_MOST) return fault(r, row.line, 1, err, "more columns than are taken");
    rt_buf_add(&r->header, rt_csv_raw(r->csv));
    for (r->n = 0; r->n < row.n; r->n++) r->of[r->n] = column_named(rt_str_trim(row.at[r->n].text));
    return check_header(r, err);
}

/* Where the field of this column begins in the row that is read; the row itself where it has none. */
static void place_of(const reader *r, const char *column, uint64_t *line, uint64_t *at) {
    *line = r->row->line;
    *at = 1;
    for (size_t i = 0; i < r->n && i < r->row->n; i++)
        if (r->of[i] != NULL && rt_str_is(rt_str_of(column), r->of[i]->name)) {
            *line = r->row->at[i].line;
            *at = r->row->at[i].column;
        }
}

static void tell(void *to, const char *column, const char *message) {
    const reader *r = to;
    uint64_t line, at;
    rt_error note = {0};
    place_of(r, column, &line, &at);
    (void)fault(r, line, at, &note, message).code;
    r->sink->note(r->sink->to, &note);
}

static rt_status take_row(reader *r, rt_error *err) {
    rt_statement_row row = {0};
    const char *column = "";
    rt_error wrong = {0};
    uint64_t line, at;
    if (r->row->n > r->n)
        return fault(r, r->row->line, r->row->at[r->n].column, err, "more fields than the header has columns");
    if (r->sink->record != NULL) r->sink->record(r->sink->to, r->row->line);
    for (size_t i = 0; i < r->row->n; i++)
        if (r->of[i] != NULL) *rt_statement_field(&row, r->of[i]) = r->row->at[i].text;
    const rt_status s = rt_statement_take(r->take, &row, r, tell, &column, &wrong);
    if (s.code == RT_OK) return rt_ok;
    place_of(r, column, &line, &at);
    rt_error_at(&wrong, r->path, line, at);
    *err = wrong;
    return s;
}

static rt_status bad_row(const reader *r, const rt_error *what, rt_error *err) {
    const rt_raw_record raw = {
        .form = RT_RAW_ROW, .head = rt_buf_str(&r->header), .text = rt_csv_raw(r->csv), .delimiter = ','};
    if (r->sink->raw != NULL) r->sink->raw(r->sink->to, &raw);
    return r->sink->bad_record(r->sink->to, what, err);
}

static rt_status read_rows(reader *r, rt_csv_row *row, rt_error *err) {
    bool more = true;
    r->row = row;
    for (;;) {
        rt_error wrong = {0};
        rt_status s = rt_csv_next(r->csv, row, &more, &wrong);
        if (s.code == RT_OK && !more) return rt_ok;
        if (s.code == RT_OK) s = take_row(r, &wrong);
        if (s.code == RT_BAD)
            s = bad_row(r, &wrong, err);
        else if (s.code != RT_OK)
            *err = wrong;
        RT_TRY(s);
    }
}

static rt_status read_file(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    rt_csv_row row;
    reader r = {.path = rt_input_path(in), .sink = sink};
    r.csv = rt_csv_new(in, (rt_csv_options){.row_most = ROW_MOST, .keep_raw = true});
    r.take = rt_statement_reader_new(options, sink);
    rt_status s = read_header(&r, err);
    if (s.code == RT_OK) s = read_rows(&r, &row, err);
    rt_statement_reader_free(r.take);
    rt_csv_free(r.csv);
    rt_buf_close(&r.header);
    return s;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    for (size_t i = 0; i < n; i++) RT_TRY(read_file(files[i], options, sink, err));
    return rt_ok;
}

static bool has_column(rt_str line, const char *name) {
    rt_str field;
    while (rt_str_split(&line, RT_S(","), &field)) {
        field = rt_str_trim(field);
        if (field.len > 2 && field.at[0] == '"') field = (rt_str){field.at + 1, field.len - 2};
        if (rt_str_is(field, name)) return true;
    }
    return false;
}

static bool detect(rt_str name, rt_str head) {
    const rt_str line = rt_str_cut(head, rt_str_find(head, RT_S("\n")));
    (void)name;
    return has_column(line, "entity_id") && has_column(line, "prop") && has_column(line, "value");
}

extern const rt_format rt_format_statements;
const rt_format rt_format_statements = {
    .name = "statements",
    .summary = "FollowTheMoney's statements as CSV",
    .detect = detect,
    .whole = true,
    .read = read,
    .write = rt_statements_write_csv,
};
