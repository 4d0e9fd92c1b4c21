/* compare --csv: rows go through as they stand, with a column more. */
#include <stdlib.h>

#include "base/json.h"
#include "base/parallel.h"
#include "cli/compare.h"
#include "exchange/csv.h"
#include "exchange/rows.h"

enum { PIECE = 256 };

typedef enum column { SCHEMA, NAME1, NAME2, COLUMNS } column;

typedef struct stream {
    const rt_compare *c;
    const char *path;
    size_t at[COLUMNS]; /* where the columns stand; SIZE_MAX: not there */
    size_t fields;      /* of each row */
    rt_row *rows;
    size_t n;
    rt_buf *out; /* a piece's rows */
    size_t out_room;
    rt_arena arenas[RT_THREADS_MOST];
} stream;

/* --- the header --------------------------------------------------------------------------------------------------- */

static rt_str header_field(rt_str row, size_t i, rt_arena *arena) {
    rt_str name = rt_row_field(row, i, arena, NULL);
    if (i == 0 && rt_str_starts(name, RT_S("\xef\xbb\xbf"))) name = rt_str_from(name, 3);
    return rt_str_trim(name);
}

static rt_status read_header(stream *s, const rt_row *row, rt_error *err) {
    static const char *const names[COLUMNS] = {"schema", "name1", "name2"};
    s->fields = row->fields;
    for (size_t k = 0; k < COLUMNS; k++) {
        s->at[k] = SIZE_MAX;
        for (size_t i = 0; i < row->fields && s->at[k] == SIZE_MAX; i++)
            if (rt_str_eq_nocase(header_field(row->text, i, &s->arenas[0]), rt_str_of(names[k]))) s->at[k] = i;
        if (s->at[k] != SIZE_MAX || k == SCHEMA) continue;
        const rt_status bad =
            rt_fail(err, RT_BAD, "the header has no column \"%s\"%s", names[k], rt_csv_other_separator(row->text));
        rt_error_at(err, s->path, row->line, 1);
        return bad;
    }
    rt_out(s->c->ctx->out, row->text);
    rt_out(s->c->ctx->out, s->c->why ? RT_S(",score,why") : RT_S(",score"));
    rt_out(s->c->ctx->out, row->end.len > 0 ? row->end : RT_S("\n"));
    return rt_ok;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static rt_ready *ready(rt_arena *arena, rt_str schema, rt_str *name) {
    rt_subject *s = RT_NEW(arena, rt_subject);
    rt_ready *r = RT_NEW(arena, rt_ready);
    *s = (rt_subject){.id = RT_S(""), .schema = schema, .caption = *name, .names = {name, 1}};
    rt_ready_make(arena, s, r);
    return r;
}

static rt_str cell(const stream *s, rt_arena *arena, const rt_row *row, column k) {
    return s->at[k] == SIZE_MAX ? (rt_str){"", 0} : rt_row_field(row->text, s->at[k], arena, NULL);
}

/* What was measured, to train by, and what it gave: {"features": {name: figure}, "parts": [{feature, score, detail}]}.
 * The features are those of the two names (src/names/weights.h) that are not 0. */
static void write_why(rt_buf *out, rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    RT_AUTO(rt_buf) json = {0};
    rt_match match;
    rt_pair pair;
    rt_value *v = rt_value_object(arena), *features = rt_value_put_object(arena, v, RT_S("features"));
    rt_pair_names(&a->names[0], &b->names[0], &pair);
    for (size_t i = 0; i < RT_PAIR_FEATURE_COUNT; i++)
        if (pair.features[i] != 0)
            rt_value_put(features, rt_str_of(rt_pair_feature_names[i]),
                         rt_value_real(arena, rt_four_decimals((double)pair.features[i])));
    rt_match_subjects(arena, a, b, &match);
    rt_value_put(v, RT_S("parts"), rt_why_value(arena, &match));
    rt_json_write(&json, v);
    rt_buf_byte(out, ',');
    rt_row_write_field(out, rt_buf_str(&json));
}

/* A score with its four decimals: cheaper than printf, and this is done a million times. */
static void write_score(rt_buf *out, double score) {
    const unsigned n = (unsigned)(score * 10000 + 0.5);
    const char digits[] = {',',
                           (char)('0' + n / 10000),
                           '.',
                           (char)('0' + n / 1000 % 10),
                           (char)('0' + n / 100 % 10),
                           (char)('0' + n / 10 % 10),
                           (char)('0' + n % 10)};
    rt_buf_add(out, (rt_str){digits, sizeof digits});
}

static void compare_row(const stream *s, rt_arena *arena, const rt_row *row, rt_buf *out) {
    rt_str schema = cell(s, arena, row, SCHEMA), name1 = cell(s, arena, row, NAME1), name2 = cell(s, arena, row, NAME2);
    if (schema.len == 0) schema = s->c->schema;
    const rt_ready *a = ready(arena, schema, &name1), *b = ready(arena, schema, &name2);
    rt_buf_add(out, row->text);
    write_score(out, rt_match_score(arena, a, b));
    if (s->c->why) write_why(out, arena, a, b);
    rt_buf_add(out, row->end.len > 0 ? row->end : RT_S("\n"));
}

static void compare_piece(void *with, size_t i, unsigned worker) {
    stream *s = with;
    const size_t end = (i + 1) * PIECE < s->n ? (i + 1) * PIECE : s->n;
    for (size_t k = i * PIECE; k < end; k++) {
        if (s->rows[k].fields == 0) {
            rt_buf_add(&s->out[i], s->rows[k].end);
            continue;
        }
        compare_row(s, &s->arenas[worker], &s->rows[k], &s->out[i]);
        rt_arena_reset(&s->arenas[worker]);
    }
}

/* --- blocks of rows ----------------------------------------------------------------------------------------------- */

static void make_room(stream *s, size_t pieces) {
    if (pieces <= s->out_room) return;
    s->out = rt_realloc(s->out, pieces * sizeof *s->out);
    for (size_t i = s->out_room; i < pieces; i++) s->out[i] = (rt_buf){0};
    s->out_room = pieces;
}

static void compare_rows(stream *s) {
    const size_t pieces = (s->n + PIECE - 1) / PIECE;
    make_room(s, pieces);
    rt_parallel(s->c->how.threads, pieces, compare_piece, s);
    for (size_t i = 0; i < pieces; i++) {
        rt_out(s->c->ctx->out, rt_buf_str(&s->out[i]));
        rt_buf_clear(&s->out[i]);
    }
}

/* The rows before one that has not as many fields as the header are compared before it is named. */
static rt_status take_rows(stream *s, rt_row *rows, size_t n, rt_error *err) {
    s->rows = rows;
    for (s->n = 0; s->n < n && (rows[s->n].fields == s->fields || rows[s->n].fields == 0);) s->n++;
    compare_rows(s);
    if (s->n == n) return rt_ok;
    const rt_row *row = &rows[s->n];
    const rt_status bad = rt_fail(err, RT_BAD, "this row has %zu field%s, the header %zu", row->fields,
                                  row->fields == 1 ? "" : "s", s->fields);
    rt_error_at(err, s->path, row->line, 1);
    return bad;
}

static rt_status empty(const stream *s, rt_error *err) {
    const rt_status bad = rt_fail(err, RT_BAD, "expected a header with columns name1 and name2");
    rt_error_at(err, s->path, 1, 1);
    return bad;
}

static rt_status compare_all(stream *s, rt_rows *rows, rt_error *err) {
    rt_row *list;
    size_t n;
    bool header = true;
    for (;;) {
        RT_TRY(rt_rows_next(rows, &list, &n, err));
        if (n == 0) return header ? empty(s, err) : rt_ok;
        if (header) RT_TRY(read_header(s, list, err));
        RT_TRY(take_rows(s, list + header, n - header, err));
        header = false;
        if (rt_output_failed(s->c->ctx->out)) return rt_ok;
    }
}

rt_status rt_compare_csv(const rt_compare *c, rt_error *err) {
    rt_input *in;
    stream *s = RT_NEW(c->ctx->arena, stream);
    s->c = c;
    RT_TRY(rt_input_stdin(&in, err));
    s->path = rt_input_path(in);
    rt_rows *rows = rt_rows_new(in);
    const rt_status status = compare_all(s, rows, err);
    for (size_t i = 0; i < RT_THREADS_MOST; i++) rt_arena_close(&s->arenas[i]);
    for (size_t i = 0; i < s->out_room; i++) rt_buf_close(&s->out[i]);
    free(s->out);
    rt_rows_free(rows);
    rt_input_close(in);
    return status;
}
