#include "store/spanned.h"

enum { MOST_COLUMNS = 64 };

typedef struct row {
    rt_buf body;
    size_t ends[MOST_COLUMNS + 1];
    size_t n;
    rt_traces_met *met;
    void *to;
} row;

/* The shortest of 1, 2, 3, 4, 6 and 8 bytes, big-endian; 0 and 1 take none (sqlite.org/fileformat.html, 2.1). */
static void add_number(rt_buf *out, int64_t n) {
    static const int widths[] = {1, 2, 3, 4, 6, 8};
    size_t w = 0;
    if (n == 0 || n == 1) return;
    while (w < 5 && (n < -((int64_t)1 << (8 * widths[w] - 1)) || n >= (int64_t)1 << (8 * widths[w] - 1))) w++;
    for (int i = widths[w]; i-- > 0;) rt_buf_byte(out, (char)((uint64_t)n >> (8 * i) & 255));
}

static void add_column(row *r, sqlite3_stmt *s, int column) {
    const int type = sqlite3_column_type(s, column);
    if (r->n == MOST_COLUMNS) return;
    if (type == SQLITE_INTEGER) add_number(&r->body, sqlite3_column_int64(s, column));
    if (type == SQLITE_TEXT) rt_buf_add(&r->body, rt_sql_text(s, column));
    if (type == SQLITE_BLOB) {
        const void *at = sqlite3_column_blob(s, column);
        if (at != NULL) rt_buf_add(&r->body, (rt_str){at, (size_t)sqlite3_column_bytes(s, column)});
    }
    r->ends[r->n++] = r->body.len;
}

static void met_in_row(void *to, size_t group, size_t at, size_t len) {
    row *r = to;
    size_t column = 0;
    while (column < r->n && r->ends[column] <= at) column++;
    if (column < r->n && at + len > r->ends[column]) r->met(r->to, group, at, len);
}

/* The first column, a row's number, stands behind the others in an index. */
static void look_at_row(row *r, const rt_traces *traces, sqlite3_stmt *s) {
    const int n = sqlite3_column_count(s);
    rt_buf_clear(&r->body);
    r->n = 0;
    for (int i = sqlite3_column_type(s, 0) == SQLITE_INTEGER ? 1 : 0; i < n; i++) add_column(r, s, i);
    add_column(r, s, 0);
    rt_traces_look(traces, rt_buf_str(&r->body), met_in_row, r);
}

static rt_status look_at_table(rt_store *store, row *r, rt_str table, const rt_traces *traces, rt_error *err) {
    RT_AUTO(rt_buf) sql = {0};
    RT_AUTO(rt_sql_stmt) s = {0};
    bool more;
    rt_buf_printf(&sql, "SELECT * FROM \"%.*s\"", RT_FMT(table));
    rt_buf_byte(&sql, '\0');
    RT_TRY(rt_sql_prepare(store->db, sql.at, &s.at, err));
    for (;;) {
        RT_TRY(rt_sql_step(s.at, &more, err));
        if (!more) return rt_ok;
        look_at_row(r, traces, s.at);
    }
}

rt_status rt_rows_spanned(rt_store *store, const rt_traces *traces, rt_traces_met *met, void *to, rt_error *err) {
    RT_AUTO(rt_sql_stmt) tables = {0};
    row r = {.met = met, .to = to};
    bool more = true;
    rt_status s = rt_sql_prepare(store->db, "SELECT name FROM sqlite_schema WHERE type = 'table'", &tables.at, err);
    while (s.code == RT_OK && (s = rt_sql_step(tables.at, &more, err)).code == RT_OK && more)
        s = look_at_table(store, &r, rt_sql_text(tables.at, 0), traces, err);
    rt_buf_close(&r.body);
    return s;
}
