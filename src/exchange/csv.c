#include "exchange/csv.h"

#include <stdlib.h>
#include <string.h>

enum { FIELDS_MOST = 1000, ROW_MOST = 1024 * 1024, END = -1, CPM_END = 0x1A };

struct rt_csv {
    rt_input *in;
    rt_csv_options options;
    bool begun, marked;
    rt_str chunk; /* what the input gave last */
    size_t at;    /* in chunk */
    uint64_t line, column;
    rt_buf raw;  /* the row as it stands */
    rt_buf text; /* the row's fields, each ended by a NUL so that no character reaches over two of them */
    rt_csv_field *fields;
    size_t *starts; /* of the fields in text */
    size_t n, cap;
};

rt_csv *rt_csv_new(rt_input *in, rt_csv_options options) {
    rt_csv *csv = rt_alloc(sizeof *csv);
    *csv = (rt_csv){.in = in, .options = options, .line = 1 + options.lines_before, .column = 1};
    if (csv->options.delimiter == 0) csv->options.delimiter = ',';
    if (csv->options.fields_most == 0) csv->options.fields_most = FIELDS_MOST;
    if (csv->options.row_most == 0) csv->options.row_most = ROW_MOST;
    return csv;
}

void rt_csv_free(rt_csv *csv) {
    if (csv == NULL) return;
    rt_buf_close(&csv->text);
    rt_buf_close(&csv->raw);
    free(csv->fields);
    free(csv->starts);
    free(csv);
}

static rt_status fault(rt_csv *csv, rt_code code, uint64_t line, uint64_t column, rt_error *err, const char *what) {
    const rt_status s = rt_fail(err, code, "%s", what);
    rt_error_at(err, rt_input_path(csv->in), line, column);
    return s;
}

/* The byte that comes next, or END. */
static rt_status peek(rt_csv *csv, int *c, rt_error *err) {
    if (csv->at == csv->chunk.len) {
        RT_TRY(rt_input_bytes(csv->in, &csv->chunk, err));
        csv->at = 0;
        if (!csv->begun && rt_str_starts(csv->chunk, RT_S("\xef\xbb\xbf"))) csv->at = 3;
        csv->begun = true;
    }
    *c = csv->at < csv->chunk.len ? (unsigned char)csv->chunk.at[csv->at] : END;
    return rt_ok;
}

static void take(rt_csv *csv) {
    if (csv->options.keep_raw) rt_buf_byte(&csv->raw, csv->chunk.at[csv->at]);
    csv->at++;
    csv->column++;
}

/* A line end counts once, as CR, LF or both. */
static rt_status take_line_end(rt_csv *csv, int c, rt_error *err) {
    take(csv);
    if (c == '\r') {
        RT_TRY(peek(csv, &c, err));
        if (c == '\n') take(csv);
    }
    csv->line++;
    csv->column = 1;
    return rt_ok;
}

static bool is_line_end(int c) { return c == '\n' || c == '\r'; }

static rt_status keep(rt_csv *csv, int c, rt_error *err) {
    if (csv->text.len >= csv->options.row_most)
        return fault(csv, RT_LIMIT, csv->line, csv->column, err, "a row is longer than is taken");
    rt_buf_byte(&csv->text, (char)c);
    return rt_ok;
}

/* To the line end, which ends it. */
static rt_status skip_line(rt_csv *csv, rt_error *err) {
    for (int c;; take(csv)) {
        RT_TRY(peek(csv, &c, err));
        if (c == END) return rt_ok;
        if (is_line_end(c)) return take_line_end(csv, c, err);
    }
}

/* Gives the row up, and stands at the next one. */
static rt_status bad_row(rt_csv *csv, uint64_t line, uint64_t column, rt_error *err, const char *what) {
    RT_TRY(skip_line(csv, err));
    return fault(csv, RT_BAD, line, column, err, what);
}

static rt_status new_field(rt_csv *csv, rt_error *err) {
    if (csv->n == csv->options.fields_most)
        return fault(csv, RT_LIMIT, csv->line, csv->column, err, "a row has more fields than are taken");
    if (csv->n == csv->cap) {
        csv->cap = csv->cap == 0 ? 16 : 2 * csv->cap;
        csv->fields = rt_realloc(csv->fields, csv->cap * sizeof *csv->fields);
        csv->starts = rt_realloc(csv->starts, csv->cap * sizeof *csv->starts);
    }
    csv->starts[csv->n] = csv->text.len;
    csv->fields[csv->n++] = (rt_csv_field){.line = csv->line, .column = csv->column};
    return rt_ok;
}

/* What stands up to the delimiter or the line end. */
static rt_status bare_field(rt_csv *csv, rt_error *err) {
    for (int c;; take(csv)) {
        RT_TRY(peek(csv, &c, err));
        if (c == END || is_line_end(c) || c == (unsigned char)csv->options.delimiter) return rt_ok;
        RT_TRY(keep(csv, c, err));
    }
}

static rt_status keep_line_end(rt_csv *csv, int c, rt_error *err) {
    RT_TRY(take_line_end(csv, c, err));
    return keep(csv, '\n', err);
}

/* Behind a closing quote only blanks may come before the delimiter or the line end. */
static rt_status after_quotes(rt_csv *csv, rt_error *err) {
    for (int c;; take(csv)) {
        RT_TRY(peek(csv, &c, err));
        if (c == END || is_line_end(c) || c == (unsigned char)csv->options.delimiter) return rt_ok;
        if (c != ' ' && c != '\t')
            return bad_row(csv, csv->line, csv->column, err, "a quoted field goes on behind its closing quote");
    }
}

static rt_status quoted_field(rt_csv *csv, rt_error *err) {
    const uint64_t line = csv->line, column = csv->column;
    take(csv);
    for (int c;;) {
        RT_TRY(peek(csv, &c, err));
        if (c == END)
            return fault(csv, RT_BAD, line, column, err, "the file ends within a quoted field that begins here");
        if (is_line_end(c)) {
            RT_TRY(keep_line_end(csv, c, err));
            continue;
        }
        take(csv);
        if (c == '"') {
            RT_TRY(peek(csv, &c, err));
            if (c != '"') return after_quotes(csv, err);
            take(csv);
        }
        RT_TRY(keep(csv, c, err));
    }
}

rt_str rt_csv_raw(const rt_csv *csv) { return rt_buf_str(&csv->raw); }
char rt_csv_delimiter(const rt_csv *csv) { return csv->options.delimiter; }

bool rt_csv_has_end_mark(const rt_csv *csv) { return csv->marked; }

/* Blank lines and the last 0x1A are passed over; *c is the first byte of a row or END. */
static rt_status row_start(rt_csv *csv, int *c, rt_error *err) {
    RT_TRY(peek(csv, c, err));
    while (is_line_end(*c)) {
        RT_TRY(take_line_end(csv, *c, err));
        RT_TRY(peek(csv, c, err));
    }
    rt_buf_clear(&csv->raw);
    if (*c != CPM_END) return rt_ok;
    take(csv);
    RT_TRY(peek(csv, c, err));
    csv->marked = *c == END;
    return csv->marked
               ? rt_ok
               : bad_row(csv, csv->line, csv->column - 1, err, "an end-of-file mark (0x1A) that is not at the end");
}

static rt_status end_of_row(rt_csv *csv, int c, rt_error *err) {
    if (c != END) return take_line_end(csv, c, err);
    return csv->options.end_of_last_line ? fault(csv, RT_BAD, csv->line, csv->column, err, "the file ends within a row")
                                         : rt_ok;
}

static bool is_control(unsigned char c) { return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n'); }

/* Sets the slices, and checks that they are text. */
static rt_status check(rt_csv *csv, rt_error *err) {
    for (size_t i = 0; i < csv->n; i++) {
        rt_csv_field *f = &csv->fields[i];
        const size_t end = i + 1 < csv->n ? csv->starts[i + 1] : csv->text.len;
        f->text = (rt_str){csv->text.at + csv->starts[i], end - csv->starts[i] - 1};
        size_t bad;
        if (!rt_utf8_valid(f->text, &bad))
            return fault(csv, RT_BAD, f->line, f->column + bad, err, "this is not UTF-8");
        for (size_t k = 0; k < f->text.len; k++)
            if (is_control((unsigned char)f->text.at[k]))
                return fault(csv, RT_BAD, f->line, f->column + k, err, "a control character");
    }
    return rt_ok;
}

rt_status rt_csv_next(rt_csv *csv, rt_csv_row *row, bool *more, rt_error *err) {
    int c;
    csv->n = 0;
    rt_buf_clear(&csv->text);
    rt_buf_clear(&csv->raw);
    *row = (rt_csv_row){.line = csv->line};
    *more = false;
    RT_TRY(row_start(csv, &c, err));
    if (c == END) return rt_ok;
    *more = true;
    row->line = csv->line;
    for (;;) {
        RT_TRY(peek(csv, &c, err));
        RT_TRY(new_field(csv, err));
        RT_TRY(c == '"' ? quoted_field(csv, err) : bare_field(csv, err));
        rt_buf_byte(&csv->text, '\0');
        RT_TRY(peek(csv, &c, err));
        if (c != (unsigned char)csv->options.delimiter) break;
        take(csv);
    }
    RT_TRY(end_of_row(csv, c, err));
    RT_TRY(check(csv, err));
    row->at = csv->fields;
    row->n = csv->n;
    return rt_ok;
}

const char *rt_csv_other_separator(rt_str header) {
    const rt_str line = rt_str_cut(header, rt_str_find(header, RT_S("\n")));
    if (rt_str_find(line, RT_S(",")) < line.len) return "";
    if (rt_str_find(line, RT_S(";")) < line.len) return "; fields are parted by commas here, not by semicolons";
    return rt_str_find(line, RT_S("\t")) < line.len ? "; fields are parted by commas here, not by tabs" : "";
}
