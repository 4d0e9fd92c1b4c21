/* Tables, with a mapping that says what their columns mean. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "exchange/csv.h"
#include "exchange/csv_dialect.h"
#include "exchange/format.h"
#include "exchange/mapped.h"
#include "model/handling.h"
#include "model/types.h"

enum { COLUMNS_MOST = 2000, ROW_MOST = 16 * 1024 * 1024, LONGEST_ID = 1024 };
#define IS_LINE (SIZE_MAX - 1) /* a column that is the number of the line */

/* A query that applies to the file. */
typedef struct bound {
    const rt_mapped_query *query;
    size_t *columns; /* of the file, by the query's */
    rt_str *cells;   /* of the row */
    rt_str *ids;     /* of the entities in the row; empty: it is not there */
} bound;

typedef struct reader {
    const char *path;
    rt_csv *csv;
    const rt_mapping *mapping;
    const rt_read_options *options;
    const rt_sink *sink;
    rt_hasher *sha1;
    rt_arena lasting, row_arena;
    bound *bound;
    size_t bound_count;
    size_t header_fields;
    rt_str header; /* as it stands in the file */
    rt_csv_row row;
    rt_entry *entries; /* of the row: all are checked before the first is added */
    size_t n;
    const bound *at; /* the query whose entries are made */
} reader;

/* --- places ----------------------------------------------------------------------------------------------------------
 */

static void place_of(const reader *r, size_t column, uint64_t *line, uint64_t *at) {
    const size_t of = column != SIZE_MAX ? r->at->columns[column] : SIZE_MAX;
    const bool there = of < r->row.n;
    *line = there ? r->row.at[of].line : r->row.line;
    *at = there ? r->row.at[of].column : 1;
}

/* A fault in the cell of one of the query's columns; SIZE_MAX: in the row as such. */
static rt_status wrong(const reader *r, size_t column, rt_error *err, const char *message) {
    uint64_t line, at;
    place_of(r, column, &line, &at);
    const rt_status s = rt_fail(err, RT_BAD, "%s", message);
    rt_error_at(err, r->path, line, at);
    return s;
}

/* --- the header ------------------------------------------------------------------------------------------------------
 */

static rt_str names_of(const rt_csv_row *header, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    for (size_t i = 0; i < header->n && out.len < 400; i++)
        rt_buf_printf(&out, "%s%.*s", i > 0 ? ", " : "", RT_FMT(rt_str_trim(header->at[i].text)));
    return rt_str_copy(arena, rt_str_cut(rt_buf_str(&out), 400));
}

static rt_status bind_column(const reader *r, const rt_csv_row *header, const rt_mapped_column *c, size_t *to,
                             rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    size_t found = 0;
    *to = IS_LINE;
    if (rt_str_is(c->name, RT_LINE_COLUMN)) return rt_ok;
    for (size_t i = 0; i < header->n; i++)
        if (rt_str_eq(rt_str_trim(header->at[i].text), c->name)) found++, *to = i;
    if (found == 1) return rt_ok;
    return rt_yaml_wrong(&r->mapping->yaml, c->node, err, "%s has %s column \"%.*s\"; its header holds: %.*s", r->path,
                         found == 0 ? "no" : "more than one", RT_FMT(rt_str_cut(c->name, 60)),
                         RT_FMT(names_of(header, &arena)));
}

static rt_status bind_query(reader *r, const rt_mapped_query *q, const rt_csv_row *header, rt_error *err) {
    bound b = {.query = q,
               .columns = RT_NEW_N(&r->lasting, size_t, q->column_count + 1),
               .cells = RT_NEW_N(&r->lasting, rt_str, q->column_count + 1),
               .ids = RT_NEW_N(&r->lasting, rt_str, q->entity_count + 1)};
    for (size_t i = 0; i < q->column_count; i++) RT_TRY(bind_column(r, header, &q->columns[i], &b.columns[i], err));
    r->bound = rt_grow(&r->lasting, r->bound, r->bound_count, sizeof b);
    r->bound[r->bound_count++] = b;
    return rt_ok;
}

static rt_status read_header(reader *r, rt_str name, rt_error *err) {
    rt_csv_row header;
    bool more;
    RT_TRY(rt_csv_next(r->csv, &header, &more, err));
    if (!more) {
        const rt_status s = rt_fail(err, RT_BAD, "expected a header with the names of the columns; the file is empty");
        rt_error_at(err, r->path, 1, 1);
        return s;
    }
    r->header_fields = header.n;
    r->header = rt_str_copy(&r->lasting, rt_csv_raw(r->csv));
    for (size_t i = 0; i < r->mapping->query_count; i++)
        if (rt_mapping_applies(r->mapping, &r->mapping->queries[i], name))
            RT_TRY(bind_query(r, &r->mapping->queries[i], &header, err));
    return rt_ok;
}

/* --- entries of a row
 * ------------------------------------------------------------------------------------------------- */

/* As FollowTheMoney reads cells: composed, without control characters. */
static rt_str cell_of(reader *r, size_t column) {
    rt_str clean;
    if (column == IS_LINE) return rt_str_printf(&r->row_arena, "%llu", (unsigned long long)r->row.line);
    if (column >= r->row.n) return (rt_str){"", 0};
    const rt_str text = rt_str_trim(r->row.at[column].text);
    return text.len > 0 && rt_type_clean(&rt_types[RT_TYPE_TEXT], text, &r->row_arena, &clean) ? clean : text;
}

static void note(const reader *r, const rt_prop *prop, const rt_mapped_value *v) {
    char message[400];
    const char *why = "";
    uint64_t line, at;
    rt_error what = {0};
    if (r->sink->note == NULL || rt_prop_takes(prop, v->text, &why)) return;
    snprintf(message, sizeof message, "\"%.*s\" is \"%.*s\", not %s; kept as text", RT_FMT(prop->name),
             RT_FMT(rt_str_cut(v->text, 60)), why);
    place_of(r, v->column, &line, &at);
    (void)rt_fail(&what, RT_BAD, "%s", message).code;
    rt_error_at(&what, r->path, line, at);
    r->sink->note(r->sink->to, &what);
}

/* What is written, in the form that the property takes; what is not understood stays as it is. */
static void set_value(reader *r, const rt_mapped_prop *p, const rt_mapped_value *v, rt_entry *e) {
    const bool date = p->prop->type == &rt_types[RT_TYPE_DATE];
    rt_str value = v->text;
    const bool read = date ? rt_mapped_date(v->text, p->source.format, &r->row_arena, &value)
                           : rt_prop_clean(p->prop, v->text, &r->row_arena, &value);
    e->value = read ? value : v->text;
    e->original = rt_str_eq(e->value, v->text) ? (rt_str){"", 0} : v->text;
    if (!read) note(r, p->prop, v);
}

static rt_status set_text(reader *r, const rt_mapped_field *f, const rt_mapped_value *v, rt_entry *e, rt_error *err) {
    rt_str text = v->text;
    const char *why = "";
    char message[300];
    const bool date = rt_str_is(rt_str_of(f->field->name), "said_at") || rt_str_is(rt_str_of(f->field->name), "valid");
    bool good = !date || rt_mapped_date(text, f->source.format, &r->row_arena, &text);
    if (!good) why = "a date";
    if (good) good = f->field->check == NULL || f->field->check(text, &why);
    if (!good) {
        snprintf(message, sizeof message, "\"%s\" takes %s, not \"%.*s\"", f->field->name, why,
                 RT_FMT(rt_str_cut(v->text, 60)));
        return wrong(r, v->column, err, message);
    }
    if (rt_str_is(rt_str_of(f->field->name), "dataset") && r->options->complete)
        return wrong(r, v->column, err,
                     "a table that is given whole (--complete) is one source; the mapping names another");
    if (rt_str_is(rt_str_of(f->field->name), "handling")) text = rt_handling_canonical(&r->row_arena, text);
    *rt_entry_text(e, f->field) = text;
    return rt_ok;
}

/* Of several values a text takes the first that says something. */
static rt_status set_field(reader *r, const rt_mapped_field *f, rt_entry *e, rt_error *err) {
    const rt_mapped_values v = rt_mapped_values_of(&f->source, r->at->cells, &r->row_arena);
    if (v.n == 0) return rt_ok;
    if (f->field->kind == RT_FIELD_TEXT) return set_text(r, f, &v.at[0], e, err);
    rt_strs *list = rt_entry_list(e, f->field);
    *list = (rt_strs){RT_NEW_N(&r->row_arena, rt_str, v.n), v.n};
    for (size_t i = 0; i < v.n; i++) list->at[i] = v.at[i].text;
    return rt_ok;
}

static rt_status set_fields(reader *r, const rt_mapped_fields *fields, rt_entry *e, rt_error *err) {
    for (size_t i = 0; i < fields->n; i++) RT_TRY(set_field(r, &fields->at[i], e, err));
    return rt_ok;
}

static rt_status put(reader *r, const rt_entry *e, size_t column, rt_error *err) {
    rt_error fault = {0};
    if (rt_entry_check(e, &fault).code != RT_OK) return wrong(r, column, err, fault.message);
    r->entries = rt_grow(&r->row_arena, r->entries, r->n, sizeof *e);
    r->entries[r->n++] = *e;
    return rt_ok;
}

static rt_status make_prop(reader *r, const rt_mapped_prop *p, const rt_entry *of, rt_error *err) {
    rt_entry e = *of;
    e.prop = p->prop->name;
    RT_TRY(set_fields(r, &p->fields, &e, err));
    if (p->entity != SIZE_MAX) {
        e.value = r->at->ids[p->entity];
        return e.value.len > 0 ? put(r, &e, SIZE_MAX, err) : rt_ok;
    }
    const rt_mapped_values v = rt_mapped_values_of(&p->source, r->at->cells, &r->row_arena);
    for (size_t i = 0; i < v.n; i++) {
        set_value(r, p, &v.at[i], &e);
        RT_TRY(put(r, &e, v.at[i].column, err));
    }
    return rt_ok;
}

static rt_status make_entity(reader *r, const rt_mapped_entity *m, rt_str id, rt_error *err) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    e.entity = id;
    e.schema = m->schema->name;
    e.stance = RT_S("asserts");
    e.dataset = r->options->dataset;
    e.handling = r->options->handling;
    RT_TRY(set_fields(r, &r->at->query->fields, &e, err));
    RT_TRY(set_fields(r, &m->fields, &e, err));
    for (size_t i = 0; i < m->prop_count; i++) RT_TRY(make_prop(r, &m->props[i], &e, err));
    return rt_ok;
}

/* --- which entities are there
 * ------------------------------------------------------------------------------------------ */

static bool lacks_required(reader *r, const bound *b, const rt_mapped_entity *m) {
    for (size_t i = 0; i < m->prop_count; i++) {
        const rt_mapped_prop *p = &m->props[i];
        if (!p->required) continue;
        if (p->entity != SIZE_MAX ? b->ids[p->entity].len == 0
                                  : rt_mapped_values_of(&p->source, b->cells, &r->row_arena).n == 0)
            return true;
    }
    return false;
}

/* Keys are made of what stands in columns: two entities may have the same without being one. */
static rt_status tell_apart(const reader *r, const bound *b, size_t i, size_t k, rt_error *err) {
    const rt_mapped_entity *x = &b->query->entities[i], *y = &b->query->entities[k];
    const rt_schema *common;
    char message[300];
    if (b->ids[i].len == 0 || !rt_str_eq(b->ids[i], b->ids[k])) return rt_ok;
    if (rt_schema_common(x->schema, y->schema, &common, NULL).code == RT_OK) return rt_ok;
    snprintf(
        message, sizeof message,
        "\"%.*s\" and \"%.*s\" have one id in this row, and one entity cannot be a %.*s and a %.*s; in the mapping, a "
        "\"key_literal\" keeps them apart",
        RT_FMT(rt_str_cut(x->name, 40)), RT_FMT(rt_str_cut(y->name, 40)), RT_FMT(x->schema->name),
        RT_FMT(y->schema->name));
    return wrong(r, y->key.column_count > 0 ? y->key.columns[0] : y->id_column, err, message);
}

/* Those that have a key and what is required; one that goes may take others with it. */
static rt_status find_entities(reader *r, const bound *b, rt_error *err) {
    const rt_mapped_query *q = b->query;
    const rt_str prefix = r->options->named ? r->options->dataset : r->mapping->dataset;
    for (size_t i = 0; i < q->entity_count; i++) {
        b->ids[i] = rt_mapped_id(&q->entities[i], prefix, b->cells, r->sha1, &r->row_arena);
        if (b->ids[i].len > LONGEST_ID)
            return wrong(r, q->entities[i].id_column, err, "this id is longer than 1024 bytes");
    }
    for (bool gone = true; gone;) {
        gone = false;
        for (size_t i = 0; i < q->entity_count; i++)
            if (b->ids[i].len > 0 && lacks_required(r, b, &q->entities[i])) {
                b->ids[i] = (rt_str){"", 0};
                gone = true;
            }
    }
    for (size_t i = 0; i < q->entity_count; i++)
        for (size_t k = 0; k < i; k++) RT_TRY(tell_apart(r, b, k, i, err));
    return rt_ok;
}

static rt_status make_query(reader *r, const bound *b, rt_error *err) {
    r->at = b;
    for (size_t i = 0; i < b->query->column_count; i++) b->cells[i] = cell_of(r, b->columns[i]);
    if (!rt_mapped_passes(b->query, b->cells)) return rt_ok;
    RT_TRY(find_entities(r, b, err));
    for (size_t i = 0; i < b->query->entity_count; i++)
        if (b->ids[i].len > 0) RT_TRY(make_entity(r, &b->query->entities[i], b->ids[i], err));
    return rt_ok;
}

/* --- rows ------------------------------------------------------------------------------------------------------------
 */

static rt_status take_row(reader *r, rt_error *err) {
    rt_arena_reset(&r->row_arena);
    r->entries = NULL;
    r->n = 0;
    if (r->row.n > r->header_fields) {
        const rt_status s = rt_fail(err, RT_BAD, "more fields than the header has columns");
        rt_error_at(err, r->path, r->row.line, r->row.at[r->header_fields].column);
        return s;
    }
    for (size_t i = 0; i < r->bound_count; i++) RT_TRY(make_query(r, &r->bound[i], err));
    if (r->sink->record != NULL) r->sink->record(r->sink->to, r->row.line);
    for (size_t i = 0; i < r->n; i++) RT_TRY(r->sink->add(r->sink->to, &r->entries[i], err));
    return rt_ok;
}

static rt_status bad_row(const reader *r, const rt_error *what, rt_error *err) {
    const rt_raw_record raw = {
        .form = RT_RAW_ROW, .head = r->header, .text = rt_csv_raw(r->csv), .delimiter = rt_csv_delimiter(r->csv)};
    if (r->sink->raw != NULL) r->sink->raw(r->sink->to, &raw);
    return r->sink->bad_record(r->sink->to, what, err);
}

static rt_status read_rows(reader *r, rt_error *err) {
    bool more = true;
    for (;;) {
        rt_error fault = {0};
        rt_status s = rt_csv_next(r->csv, &r->row, &more, &fault);
        if (s.code == RT_OK && !more) return rt_ok;
        if (s.code == RT_OK) s = take_row(r, &fault);
        if (s.code == RT_BAD)
            s = bad_row(r, &fault, err);
        else if (s.code != RT_OK)
            *err = fault;
        RT_TRY(s);
    }
}

/* --- the file
 * --------------------------------------------------------------------------------------------------------- */

static char delimiter_of(const rt_mapping *m, rt_str head) {
    RT_AUTO(rt_arena) arena = {0};
    rt_strs wanted = {NULL, 0};
    if (m->delimiter != 0) return m->delimiter;
    for (size_t i = 0; i < m->query_count; i++)
        for (size_t k = 0; k < m->queries[i].column_count; k++) {
            wanted.at = rt_grow(&arena, wanted.at, wanted.n, sizeof *wanted.at);
            wanted.at[wanted.n++] = m->queries[i].columns[k].name;
        }
    return rt_csv_delimiter_told(head, wanted.at, wanted.n);
}

/* How it was read, where nothing in it says so. */
static void tell_encoding(const reader *r, const rt_input *in) {
    bool guessed;
    rt_error what = {0};
    const char *name = rt_input_encoding(in, &guessed);
    if (!guessed || r->sink->remark == NULL) return;
    (void)rt_fail(&what, RT_BAD, "read as %s, by its letters alone; \"encoding\" in the mapping says otherwise", name)
        .code;
    rt_error_at(&what, r->path, 0, 0);
    r->sink->remark(r->sink->to, &what);
}

static rt_status read_table(reader *r, rt_input *in, rt_error *err) {
    rt_str head;
    char sep = 0;
    uint64_t lines = 0;
    RT_TRY(rt_input_decode(in, r->mapping->encoding, err));
    RT_TRY(rt_input_peek(in, 64 * 1024, &head, err));
    const size_t skip = rt_csv_sep_line(head, &sep);
    if (skip > 0) {
        rt_str line;
        bool more;
        RT_TRY(rt_input_line(in, &line, &more, err));
        lines = 1;
    }
    const char delimiter = sep != 0 && r->mapping->delimiter == 0 ? sep : delimiter_of(r->mapping, head);
    r->csv = rt_csv_new(in, (rt_csv_options){.delimiter = delimiter,
                                             .fields_most = COLUMNS_MOST,
                                             .row_most = ROW_MOST,
                                             .lines_before = lines,
                                             .keep_raw = true});
    RT_TRY(read_header(r, rt_input_stem(in), err));
    RT_TRY(read_rows(r, err));
    tell_encoding(r, in);
    return rt_ok;
}

static rt_status read_file(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    reader r = {.path = rt_input_path(in), .mapping = options->mapping, .options = options, .sink = sink};
    r.sha1 = rt_hasher_new_sha1();
    const rt_status s = read_table(&r, in, err);
    rt_csv_free(r.csv);
    rt_hasher_free(r.sha1);
    rt_arena_close(&r.lasting);
    rt_arena_close(&r.row_arena);
    return s;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    if (options->mapping == NULL)
        return rt_fail(err, RT_USAGE, "CSV needs a mapping, which says what its columns mean: --mapping MAP.yml");
    for (size_t i = 0; i < n; i++) RT_TRY(read_file(files[i], options, sink, err));
    return rt_ok;
}

extern const rt_format rt_format_csv;
const rt_format rt_format_csv = {
    .name = "csv",
    .summary = "tables, with a mapping (--mapping) that says what their columns mean",
    .list = true,
    .read = read,
};
