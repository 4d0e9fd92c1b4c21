#include "exchange/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

enum { BLOCK = 512 * 1024 };

struct rt_rows {
    rt_input *in;
    bool ended;
    rt_buf block; /* what was read; its first `given` bytes were handed out */
    size_t given;
    uint64_t line;
    rt_row *list;
    size_t room;
};

rt_rows *rt_rows_new(rt_input *in) {
    rt_rows *r = rt_alloc(sizeof *r);
    *r = (rt_rows){.in = in, .line = 1};
    return r;
}

void rt_rows_free(rt_rows *r) {
    if (r == NULL) return;
    rt_buf_close(&r->block);
    free(r->list);
    free(r);
}

/* --- parting ------------------------------------------------------------------------------------------------------ */

/* How far a row is read. */
typedef struct scan {
    const char *at, *end;
    size_t fields;
    uint64_t lines; /* line ends within quotes */
} scan;

/* Behind the closing quote of the field whose opening one was taken; false when there is none. */
static bool to_closing_quote(scan *s) {
    while (s->at < s->end) {
        const char *quote = memchr(s->at, '"', (size_t)(s->end - s->at));
        const char *stop = quote != NULL ? quote : s->end;
        for (const char *nl = s->at; (nl = memchr(nl, '\n', (size_t)(stop - nl))) != NULL; nl++) s->lines++;
        s->at = stop;
        if (quote == NULL) return false;
        if (++s->at == s->end || *s->at != '"') return true;
        s->at++;
    }
    return false;
}

/* Behind the field at s->at, on a comma or a line end or the end; false when a quote is open there. */
static bool to_field_end(scan *s) {
    if (s->at < s->end && *s->at == '"') {
        s->at++;
        if (!to_closing_quote(s)) return false;
    }
    while (s->at < s->end && *s->at != ',' && *s->at != '\n' && *s->at != '\r') s->at++;
    return true;
}

/* To the row's end; false when it may go on behind what was read. */
static bool to_row_end(scan *s) {
    if (s->at < s->end && (*s->at == '\n' || *s->at == '\r')) return true;
    for (;; s->at++) {
        if (!to_field_end(s)) return false;
        s->fields++;
        if (s->at == s->end) return false;
        if (*s->at != ',') return true;
    }
}

/* --- blocks of rows ----------------------------------------------------------------------------------------------- */

static rt_status read_more(rt_rows *r, rt_error *err) {
    rt_str bytes;
    const size_t before = r->block.len;
    while (!r->ended && r->block.len - before < BLOCK) {
        RT_TRY(rt_input_bytes(r->in, &bytes, err));
        r->ended = bytes.len == 0;
        rt_buf_add(&r->block, bytes);
    }
    return rt_ok;
}

static rt_row *new_row(rt_rows *r, size_t n) {
    r->list = rt_grow_own(r->list, n, &r->room, sizeof *r->list);
    return &r->list[n];
}

/* Takes one row off the block; false when it may not be whole. */
static bool part_row(rt_rows *r, rt_row *row) {
    const char *begin = r->block.at + r->given;
    scan s = {.at = begin, .end = r->block.at + r->block.len};
    if (begin == s.end) return false;
    const bool whole = to_row_end(&s);
    if (!whole && !r->ended) return false;
    const char *end = s.at;
    if (whole && *end == '\r' && end + 1 == s.end && !r->ended) return false; /* LF may follow */
    if (whole) end += *end == '\r' && end + 1 < s.end && end[1] == '\n' ? 2 : 1;
    *row = (rt_row){.text = {begin, (size_t)(s.at - begin)},
                    .end = {s.at, (size_t)(end - s.at)},
                    .line = r->line,
                    .fields = s.fields};
    r->given = (size_t)(end - r->block.at);
    r->line += s.lines + whole;
    return true;
}

static rt_status fault(const rt_rows *r, rt_code code, rt_error *err, uint64_t line, size_t column, const char *what) {
    const rt_status s = rt_fail(err, code, "%s", what);
    rt_error_at(err, rt_input_path(r->in), line, column);
    return s;
}

/* The last row of a file: a quote that is open at its end. */
static rt_status check_quotes(const rt_rows *r, const rt_row *row, rt_error *err) {
    scan s = {.at = row->text.at, .end = row->text.at + row->text.len};
    while (s.at < s.end) {
        const char *begin = s.at;
        const uint64_t lines = s.lines;
        if (!to_field_end(&s))
            return fault(r, RT_BAD, err, row->line + lines, lines == 0 ? (size_t)(begin - row->text.at) + 1 : 0,
                         "the file ends within a quoted field that begins here");
        s.at++;
    }
    return rt_ok;
}

rt_status rt_rows_next(rt_rows *r, rt_row **list, size_t *n, rt_error *err) {
    *n = 0;
    if (r->given > 0) {
        memmove(r->block.at, r->block.at + r->given, r->block.len - r->given);
        r->block.len -= r->given;
        r->given = 0;
    }
    while (*n == 0) {
        if (r->block.len > RT_LINE_MOST) return fault(r, RT_LIMIT, err, r->line, 1, "a row is longer than is taken");
        RT_TRY(read_more(r, err));
        while (part_row(r, new_row(r, *n))) ++*n;
        if (r->ended) break;
    }
    *list = r->list;
    if (r->ended && *n > 0 && r->list[*n - 1].end.len == 0) return check_quotes(r, &r->list[*n - 1], err);
    return rt_ok;
}

/* --- fields ------------------------------------------------------------------------------------------------------- */

/* What stands in quotes, doubled ones made single; blanks and whatever else stands behind the closing quote go. */
static rt_str unquoted(rt_str field, rt_arena *arena) {
    const rt_str inner = rt_str_from(field, 1);
    const char *first = inner.len == 0 ? NULL : memchr(inner.at, '"', inner.len);
    if (first == NULL) return inner;
    if (first + 1 == inner.at + inner.len || first[1] != '"') return (rt_str){inner.at, (size_t)(first - inner.at)};
    char *at = rt_arena_alloc(arena, inner.len);
    size_t n = 0;
    for (size_t i = 0; i < inner.len; i++) {
        if (inner.at[i] == '"' && (++i == inner.len || inner.at[i] != '"')) break;
        at[n++] = inner.at[i];
    }
    return (rt_str){at, n};
}

rt_str rt_row_field(rt_str row, size_t i, rt_arena *arena, size_t *column) {
    scan s = {.at = row.at, .end = row.at + row.len};
    for (; i > 0 && s.at < s.end; i--) {
        if (!to_field_end(&s)) break;
        if (s.at < s.end) s.at++;
        if (s.at == s.end) break; /* an empty field behind the last comma, or nothing */
    }
    const char *begin = s.at;
    if (column != NULL) *column = (size_t)(begin - row.at) + 1;
    (void)to_field_end(&s);
    const rt_str field = {begin, (size_t)(s.at - begin)};
    return field.len > 0 && field.at[0] == '"' ? unquoted(field, arena) : field;
}

void rt_row_write_field(rt_buf *out, rt_str text) {
    bool quotes = false;
    for (size_t i = 0; i < text.len && !quotes; i++)
        quotes = text.at[i] == ',' || text.at[i] == '"' || text.at[i] == '\n' || text.at[i] == '\r';
    if (!quotes) {
        rt_buf_add(out, text);
        return;
    }
    rt_buf_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"') rt_buf_byte(out, '"');
        rt_buf_byte(out, text.at[i]);
    }
    rt_buf_byte(out, '"');
}
