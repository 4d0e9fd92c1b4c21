/* What the lens lets through as FollowTheMoney's statements: entity by entity, those that are judged the same together,
 * since its tools put entities together from rows that follow each other. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "exchange/ftm_out.h"
#include "exchange/statements.h"
#include "store/cluster.h"

enum { PIECE = 256 * 1024 };

typedef struct out_row {
    rt_statement_row row;
    char id[40];
    size_t order;
    bool again; /* another row says the same */
} out_row;

typedef struct writing {
    rt_lens *lens;
    const rt_writer *writer;
    bool json;
    rt_hasher *h;
    rt_arena arena; /* of one cluster */
    rt_buf out;
    out_row *rows;
    size_t n, room;
} writing;

/* --- rows of an entity -------------------------------------------------------------------------------------------- */

static rt_statement_row row_of(writing *w, const rt_entry *e, const rt_schema *schema, const rt_ftm_said *said) {
    rt_statement_row row = {.entity_id = e->entity,
                            .prop = said->prop,
                            .prop_type = rt_statement_prop_type(schema, said->prop),
                            .schema = schema->name,
                            .value = said->value,
                            .dataset = e->dataset.len > 0 ? e->dataset : RT_S("undefined"),
                            .external = RT_S("f")};
    bool external = false;
    if (e->document.len == 0) rt_statement_origin(e->locator, &row.origin, &external);
    if (external) row.external = RT_S("t");
    if (!rt_statement_has_no_lang(row.prop_type)) row.lang = e->lang;
    row.original_value = e->original.len > 0 ? e->original : e->value;
    if (rt_str_eq(row.original_value, row.value)) row.original_value = (rt_str){"", 0};
    row.first_seen = row.last_seen = rt_statement_first_seen(&w->arena, e->said_at);
    return row;
}

static void add_row(writing *w, const rt_statement_row *row) {
    w->rows = rt_grow_own(w->rows, w->n, &w->room, sizeof *w->rows);
    out_row *r = &w->rows[w->n];
    *r = (out_row){.row = *row, .order = w->n};
    rt_statement_row_id(w->h, row, r->id);
    w->n++;
}

static void add_statement(writing *w, const rt_entry *e) {
    const rt_schema *named = rt_schema_named(e->schema);
    if (named == NULL) return; /* of a schema that this program does not know */
    const rt_schema *schema = rt_schema_ftm(named);
    rt_ftm_said said[RT_FTM_SAID_MOST] = {{RT_S("id"), e->value}};
    const size_t n = rt_entry_is_mark(e) ? 1 : rt_ftm_say(schema, e, true, &w->arena, said);
    for (size_t i = 0; i < n; i++) {
        const rt_statement_row row = row_of(w, e, schema, &said[i]);
        add_row(w, &row);
    }
}

static rt_status add_entity(writing *w, rt_str id, rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    RT_TRY(rt_cursor_about(w->lens, id, &c, err));
    rt_cursor_with_marks(c);
    RT_TRY(rt_cursor_list(c, &w->arena, &list, err));
    RT_TRY(rt_ftm_keep_outgoing(w->lens, &w->arena, &list, err));
    for (size_t i = 0; i < list.n; i++) add_statement(w, &list.at[i].e);
    return rt_ok;
}

/* --- each once ---------------------------------------------------------------------------------------------------- */

/* Of rows with one id and schema the first seen comes first; those that do not say when, last. */
static int by_id(const void *a, const void *b) {
    const out_row *x = a, *y = b;
    const int id = memcmp(x->id, y->id, sizeof x->id), schema = rt_str_cmp(x->row.schema, y->row.schema);
    if (id != 0 || schema != 0) return id != 0 ? id : schema;
    const rt_str p = x->row.first_seen, q = y->row.first_seen;
    if ((p.len == 0) != (q.len == 0)) return p.len == 0 ? 1 : -1;
    const int seen = rt_str_cmp(p, q);
    return seen != 0 ? seen : (x->order > y->order) - (x->order < y->order);
}

static int by_order(const void *a, const void *b) {
    const out_row *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

/* What several speakers of a dataset say is one statement to FollowTheMoney. */
static void each_once(writing *w) {
    if (w->n < 2) return;
    qsort(w->rows, w->n, sizeof *w->rows, by_id);
    for (size_t i = 1; i < w->n; i++)
        w->rows[i].again = memcmp(w->rows[i].id, w->rows[i - 1].id, sizeof w->rows[i].id) == 0 &&
                           rt_str_eq(w->rows[i].row.schema, w->rows[i - 1].row.schema);
    qsort(w->rows, w->n, sizeof *w->rows, by_order);
}

/* --- text --------------------------------------------------------------------------------------------------------- */

static void put_quoted(rt_buf *out, rt_str text) {
    rt_buf_byte(out, '"');
    for (const char *q; text.len > 0 && (q = memchr(text.at, '"', text.len)) != NULL;) {
        const size_t n = (size_t)(q - text.at) + 1;
        rt_buf_add(out, rt_str_cut(text, n));
        rt_buf_byte(out, '"');
        text = rt_str_from(text, n);
    }
    rt_buf_add(out, text);
    rt_buf_byte(out, '"');
}

/* As Python's csv writes with the dialect "unix", which the library uses: all in quotation marks. */
static void put_csv(rt_buf *out, rt_statement_row *row) {
    for (const rt_statement_column *c = rt_statement_columns; c->name != NULL; c++) {
        if (c > rt_statement_columns) rt_buf_byte(out, ',');
        put_quoted(out, *rt_statement_field(row, c));
    }
    rt_buf_byte(out, '\n');
}

static void put_header(rt_buf *out) {
    for (const rt_statement_column *c = rt_statement_columns; c->name != NULL; c++) {
        if (c > rt_statement_columns) rt_buf_byte(out, ',');
        put_quoted(out, rt_str_of(c->name));
    }
    rt_buf_byte(out, '\n');
}

static void put_json(rt_buf *out, rt_statement_row *row) {
    rt_json j = {.out = out};
    rt_json_open(&j, '{');
    for (const rt_statement_column *c = rt_statement_keys; c->name != NULL; c++) {
        const rt_str text = *rt_statement_field(row, c);
        rt_json_key(&j, rt_str_of(c->name));
        if (rt_str_is(rt_str_of(c->name), "external"))
            rt_buf_add(out, rt_str_is(text, "t") ? RT_S("true") : RT_S("false"));
        else if (text.len == 0)
            rt_buf_add(out, RT_S("null"));
        else
            rt_json_text(&j, text);
    }
    rt_json_close(&j, '}');
    rt_buf_byte(out, '\n');
}

/* Rows come in the order of the cluster's members, so the first is of the one whose id they all get. */
static void put_rows(writing *w) {
    const rt_str canonical = w->n > 0 ? w->rows[0].row.entity_id : (rt_str){"", 0};
    each_once(w);
    for (size_t i = 0; i < w->n; i++) {
        out_row *r = &w->rows[i];
        if (r->again) continue;
        r->row.canonical_id = canonical;
        r->row.id = (rt_str){r->id, sizeof r->id};
        if (w->json)
            put_json(&w->out, &r->row);
        else
            put_csv(&w->out, &r->row);
    }
    w->n = 0;
}

/* --- the case ----------------------------------------------------------------------------------------------------- */

/* All that are one go out where the first of them in code point order is met; their canonical id is that of the first
 * of whom anything goes out. */
static rt_status one_cluster(writing *w, rt_str entity, rt_error *err) {
    rt_strs members;
    const rt_str id = rt_str_copy(&w->arena, entity);
    RT_TRY(rt_cluster_of(w->lens, id, &w->arena, &members, err));
    if (!rt_str_eq(members.at[0], id)) return rt_ok;
    for (size_t i = 0; i < members.n; i++) RT_TRY(add_entity(w, members.at[i], err));
    put_rows(w);
    return rt_ok;
}

static rt_status each_entity(writing *w, rt_cursor *entities, rt_error *err) {
    rt_seen_entry first;
    int64_t n = 0;
    bool more;
    for (;;) {
        RT_TRY(rt_cursor_next(entities, &first, &more, err));
        if (more) RT_TRY(one_cluster(w, first.e.entity, err));
        n += more;
        rt_arena_reset(&w->arena);
        if (w->out.len < PIECE && more) continue;
        RT_TRY(w->writer->write(w->writer->to, rt_buf_str(&w->out), err));
        rt_buf_clear(&w->out);
        if (!more) return rt_ok;
        rt_writer_tell(w->writer, "entities exported", n, w->lens, first.seq);
    }
}

static rt_status write(rt_lens *lens, const rt_writer *writer, bool json, rt_error *err) {
    writing w = {.lens = lens, .writer = writer, .json = json};
    rt_cursor *entities;
    RT_TRY(rt_cursor_entities(lens, &entities, err));
    rt_cursor_with_marks(entities);
    w.h = rt_hasher_new_sha1();
    if (!json) put_header(&w.out);
    const rt_status s = each_entity(&w, entities, err);
    rt_cursor_close(entities);
    rt_hasher_free(w.h);
    rt_arena_close(&w.arena);
    rt_buf_close(&w.out);
    free(w.rows);
    return s;
}

rt_status rt_statements_write_csv(rt_lens *lens, const rt_writer *writer, rt_error *err) {
    return write(lens, writer, false, err);
}

rt_status rt_statements_write_json(rt_lens *lens, const rt_writer *writer, rt_error *err) {
    return write(lens, writer, true, err);
}
