#include "base/date_written.h"
#include "exchange/csv.h"
#include "exchange/subjects.h"
#include "model/types.h"

enum { COLUMNS_MOST = 200, ROW_MOST = 16 * 1024 * 1024 };

/* Columns that go by another name than their property. */
static const struct {
    const char *column, *prop;
} columns[] = {{"birth_date", "birthDate"}, {"id_number", "idNumber"}, {"caption", "name"}};

typedef struct reader {
    rt_csv *csv;
    const char *path;
    const rt_subjects_options *options;
    rt_str props[COLUMNS_MOST]; /* of each column; empty: not read */
    size_t n;
    rt_arena lasting, row;
} reader;

/* --- the header --------------------------------------------------------------------------------------------------- */

static rt_str prop_of(rt_str column) {
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (rt_str_eq_nocase(column, rt_str_of(columns[i].column))) return rt_str_of(columns[i].prop);
    static const rt_str own[] = {RT_S_INIT("id"),          RT_S_INIT("schema"), RT_S_INIT("name"),   RT_S_INIT("alias"),
                                 RT_S_INIT("nationality"), RT_S_INIT("gender"), RT_S_INIT("address")};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (rt_str_eq_nocase(column, own[i])) return own[i];
    return rt_prop_names(column) || rt_trait_counts(column) ? column : (rt_str){"", 0};
}

static rt_status fault(const reader *r, uint64_t line, uint64_t column, rt_error *err, const char *what) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", what);
    rt_error_at(err, r->path, line, column);
    return s;
}

/* Whoever wrote "DOB" above a column believes that it is compared. */
static void tell_unread(const reader *r, const rt_csv_row *row) {
    RT_AUTO(rt_buf) names = {0};
    rt_error what = {0};
    size_t n = 0, first = 0;
    for (size_t i = 0; i < row->n; i++) {
        const rt_str column = rt_str_trim(row->at[i].text);
        if (r->props[i].len > 0 || column.len == 0) continue;
        if (n++ == 0) first = i;
        rt_buf_printf(&names, "%s%.*s", n > 1 ? ", " : "", RT_FMT(column));
    }
    if (n == 0 || r->options->unread == NULL) return;
    (void)rt_fail(&what, RT_BAD, "%s not compared: %.*s", n == 1 ? "a column that is" : "columns that are",
                  RT_FMT(rt_str_cut(rt_buf_str(&names), 200)))
        .code;
    rt_error_at(&what, r->path, row->line, row->at[first].column);
    r->options->unread(r->options->to, &what);
}

static rt_status read_header(reader *r, rt_error *err) {
    rt_csv_row row;
    bool more, named = false;
    RT_TRY(rt_csv_next(r->csv, &row, &more, err));
    if (!more) return fault(r, 1, 1, err, "expected a header with a column \"name\"");
    if (row.n > COLUMNS_MOST) return fault(r, row.line, 1, err, "more columns than are taken");
    for (r->n = 0; r->n < row.n; r->n++) {
        const rt_str prop = prop_of(rt_str_trim(row.at[r->n].text));
        r->props[r->n] = rt_str_copy(&r->lasting, prop);
        named = named || rt_str_is(prop, "name");
    }
    if (named) return tell_unread(r, &row), rt_ok;
    const rt_status s = rt_fail(err, RT_BAD, "the header has no column \"name\"%s",
                                row.n == 1 ? rt_csv_other_separator(row.at[0].text) : "");
    rt_error_at(err, r->path, row.line, 1);
    return s;
}

bool rt_is_subjects_csv(rt_str head) {
    rt_str line = rt_str_cut(head, rt_str_find(head, RT_S("\n"))), field;
    if (rt_str_starts(line, RT_S("\xef\xbb\xbf"))) line = rt_str_from(line, 3);
    while (rt_str_split(&line, RT_S(","), &field)) {
        field = rt_str_trim(field);
        if (field.len > 2 && field.at[0] == '"') field = (rt_str){field.at + 1, field.len - 2};
        if (rt_str_eq_nocase(field, RT_S("name"))) return true;
    }
    return false;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* The property of a column as this schema has it; a query without a schema, or of one that is not known, is a person's
 * or an organisation's. */
static const rt_prop *known_prop(rt_str schema, rt_str prop) {
    const rt_schema *s = rt_schema_named(schema);
    const rt_prop *p = s != NULL ? rt_schema_prop(s, prop) : NULL;
    if (p == NULL) p = rt_schema_prop(rt_schema_named(RT_S("Person")), prop);
    if (p == NULL) p = rt_schema_prop(rt_schema_named(RT_S("Company")), prop);
    return p;
}

/* False when the text means nothing to the property: it is kept as it stands. */
static bool as_written(const rt_prop *prop, rt_str text, rt_arena *arena, rt_str *value) {
    rt_error unused = {0};
    *value = text;
    if (prop == NULL || prop->type == &rt_types[RT_TYPE_NAME]) return true;
    const bool read = prop->type == &rt_types[RT_TYPE_DATE] ? rt_written_read(text, arena, value, &unused).code == RT_OK
                                                            : rt_prop_clean(prop, text, arena, value);
    if (!read) *value = text;
    return read;
}

rt_str rt_subjects_add_written(rt_gather *g, rt_str prop, rt_str cell) {
    const rt_prop *known = known_prop(g->schema, prop);
    rt_str text, value, meaningless = {"", 0};
    while (rt_str_split(&cell, RT_S(";"), &text)) {
        text = rt_str_trim(text);
        if (text.len == 0) continue;
        if (!as_written(known, text, g->arena, &value) && meaningless.len == 0) meaningless = text;
        rt_gather_add(g, prop, value, (rt_str){"", 0});
    }
    return meaningless;
}

static void add_cell(const reader *r, rt_gather *g, const rt_csv_row *row, size_t i) {
    const rt_str meaningless = rt_subjects_add_written(g, r->props[i], row->at[i].text);
    rt_error what = {0};
    if (meaningless.len == 0 || r->options->note == NULL) return;
    (void)rt_fail(&what, RT_BAD, "\"%.*s\" means nothing as %.*s; it is not compared",
                  RT_FMT(rt_str_cut(meaningless, 200)), RT_FMT(r->props[i]))
        .code;
    rt_error_at(&what, r->path, row->line, row->at[i].column);
    r->options->note(r->options->to, &what);
}

static rt_str cell_of(const reader *r, const rt_csv_row *row, const char *prop) {
    for (size_t i = 0; i < r->n && i < row->n; i++)
        if (rt_str_is(r->props[i], prop)) return rt_str_trim(row->at[i].text);
    return (rt_str){"", 0};
}

static rt_status take_row(reader *r, const rt_csv_row *row, rt_error *err) {
    rt_gather g;
    if (row->n > r->n) return fault(r, row->line, row->at[r->n].column, err, "more fields than the header has columns");
    rt_arena_reset(&r->row);
    rt_gather_begin(&g, &r->row, cell_of(r, row, "id"), cell_of(r, row, "schema"));
    for (size_t i = 0; i < row->n; i++)
        if (r->props[i].len > 0) add_cell(r, &g, row, i);
    const rt_subject subject = rt_gather_end(&g);
    return r->options->take(r->options->to, &subject, err);
}

static rt_status read_rows(reader *r, rt_error *err) {
    rt_csv_row row;
    bool more = true;
    for (;;) {
        rt_error wrong = {0};
        rt_status s = rt_csv_next(r->csv, &row, &more, &wrong);
        if (s.code == RT_OK && !more) return rt_ok;
        if (s.code == RT_OK) s = take_row(r, &row, &wrong);
        if (s.code == RT_BAD && r->options->keep_going) {
            if (r->options->bad != NULL) r->options->bad(r->options->to, &wrong);
            continue;
        }
        if (s.code != RT_OK) return *err = wrong, s;
    }
}

rt_status rt_subjects_csv(rt_input *in, const rt_subjects_options *options, rt_error *err) {
    reader r = {.path = rt_input_path(in), .options = options};
    r.csv = rt_csv_new(in, (rt_csv_options){.row_most = ROW_MOST});
    rt_status s = read_header(&r, err);
    if (s.code == RT_OK) s = read_rows(&r, err);
    rt_csv_free(r.csv);
    rt_arena_close(&r.lasting);
    rt_arena_close(&r.row);
    return s;
}
