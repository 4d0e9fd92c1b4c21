/* Rows of FollowTheMoney's statements as entries of the case.
 *
 * A row whose canonical id is another's says that its tools judged the two the same: that is a judgement. A canonical
 * id may be a name of its own ("NK-..."), of which nothing else is said, so all who share one are also judged the same
 * as the first of them. These firsts are all that is remembered. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/map.h"
#include "exchange/statements.h"
#include "model/types.h"

enum { LONGEST_ID = 1024, MOST_CANONICAL = 1 << 20 };

struct rt_statement_reader {
    const rt_read_options *options;
    const rt_sink *sink;
    rt_hasher *h;
    rt_arena lasting, row;
    rt_map canonical; /* ids */
    rt_str *firsts;   /* with the same numbers: the first entity of each */
    rt_buf last;      /* entity and canonical id of the last judgement: rows of an entity come together */
};

rt_statement_reader *rt_statement_reader_new(const rt_read_options *options, const rt_sink *sink) {
    rt_statement_reader *r = rt_alloc(sizeof *r);
    *r = (rt_statement_reader){.options = options, .sink = sink, .h = rt_hasher_new_sha1()};
    return r;
}

void rt_statement_reader_free(rt_statement_reader *r) {
    if (r == NULL) return;
    rt_hasher_free(r->h);
    rt_arena_close(&r->lasting);
    rt_arena_close(&r->row);
    rt_buf_close(&r->last);
    free(r);
}

/* --- canonical ids ---------------------------------------------------------------------------------------------------
 */

/* The first entity that was met with this canonical id, which may be this one. */
static rt_status first_of(rt_statement_reader *r, rt_str id, rt_str entity, rt_str *first, rt_error *err) {
    const size_t known = rt_map_find(&r->canonical, id);
    if (known != SIZE_MAX) return *first = r->firsts[known], rt_ok;
    if (r->canonical.n == MOST_CANONICAL)
        return rt_fail(err, RT_LIMIT, "more than %d canonical ids that are not the entity's own", (int)MOST_CANONICAL);
    r->firsts = rt_grow(&r->lasting, r->firsts, r->canonical.n, sizeof *r->firsts);
    *first = r->firsts[r->canonical.n] = rt_str_copy(&r->lasting, entity);
    rt_map_put(&r->canonical, rt_str_copy(&r->lasting, id), &r->lasting);
    return rt_ok;
}

static rt_status judge(rt_statement_reader *r, const rt_statement_row *row, rt_str other, rt_error *err) {
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    e.a = row->entity_id;
    e.b = other;
    e.judgement = RT_S("same");
    e.why =
        rt_str_printf(&r->row, "both are %.*s to those who gave %.*s", RT_FMT(row->canonical_id), RT_FMT(row->dataset));
    e.handling = r->options->handling;
    return r->sink->add(r->sink->to, &e, err);
}

static bool is_last(rt_statement_reader *r, const rt_statement_row *row) {
    const rt_str last = rt_buf_str(&r->last);
    const bool same = last.len == row->entity_id.len + 1 + row->canonical_id.len &&
                      rt_str_starts(last, row->entity_id) && rt_str_ends(last, row->canonical_id);
    if (same) return true;
    rt_buf_clear(&r->last);
    rt_buf_add(&r->last, row->entity_id);
    rt_buf_byte(&r->last, ' ');
    rt_buf_add(&r->last, row->canonical_id);
    return false;
}

static rt_status judge_canonical(rt_statement_reader *r, const rt_statement_row *row, rt_error *err) {
    rt_str first;
    if (row->canonical_id.len == 0 || rt_str_eq(row->canonical_id, row->entity_id) || is_last(r, row)) return rt_ok;
    RT_TRY(first_of(r, row->canonical_id, row->entity_id, &first, err));
    RT_TRY(judge(r, row, row->canonical_id, err));
    return rt_str_eq(first, row->entity_id) ? rt_ok : judge(r, row, first, err);
}

/* --- checks ----------------------------------------------------------------------------------------------------------
 */

static rt_status wrong(const char **column, const char *name, rt_error *err, const char *message) {
    *column = name;
    return rt_fail(err, RT_BAD, "%s", message);
}

static rt_status check_id(rt_str id, const char *name, const char **column, rt_error *err) {
    if (id.len <= LONGEST_ID) return rt_ok;
    *column = name;
    return rt_fail(err, RT_BAD, "\"%s\" is longer than %d bytes", name, LONGEST_ID);
}

/* The packed form has "Person:name" in place of two columns. */
static void part_prop(rt_statement_row *row) {
    const size_t colon = rt_str_find(row->prop, RT_S(":"));
    if (row->schema.len > 0 || colon == SIZE_MAX) return;
    row->schema = rt_str_cut(row->prop, colon);
    row->prop = rt_str_from(row->prop, colon + 1);
}

static rt_status check_prop(rt_statement_row *row, const char **column, rt_error *err) {
    const rt_schema *schema = rt_schema_named(row->schema);
    *column = "schema";
    if (row->schema.len == 0) return rt_fail(err, RT_BAD, "a statement needs a schema");
    if (schema == NULL) return rt_fail(err, RT_BAD, "there is no schema \"%.*s\"", RT_FMT(row->schema));
    row->schema = schema->name;
    row->prop_type = rt_statement_prop_type(schema, row->prop);
    const rt_prop *prop = rt_schema_prop(schema, row->prop);
    *column = "prop";
    if (row->prop_type.len > 0 && (prop == NULL || !prop->stub)) return rt_ok;
    return rt_fail(err, RT_BAD, "a %.*s has no property \"%.*s\" that can be given", RT_FMT(row->schema),
                   RT_FMT(row->prop));
}

static bool is_bool(rt_str text) {
    static const char *const words[] = {"", "t", "f", "true", "false", "1", "0", "yes", "no", "y", "n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (rt_str_eq_nocase(text, rt_str_of(words[i]))) return true;
    return false;
}

static rt_status check(rt_statement_reader *r, rt_statement_row *row, const char **column, rt_error *err) {
    rt_str origin;
    bool external;
    if (row->entity_id.len == 0) return wrong(column, "entity_id", err, "a statement needs an \"entity_id\"");
    if (row->prop.len == 0) return wrong(column, "prop", err, "a statement needs a \"prop\"");
    RT_TRY(check_id(row->entity_id, "entity_id", column, err));
    RT_TRY(check_id(row->canonical_id, "canonical_id", column, err));
    part_prop(row);
    RT_TRY(check_prop(row, column, err));
    if (!is_bool(row->external)) return wrong(column, "external", err, "\"external\" takes t or f");
    rt_statement_origin(row->origin, &origin, &external);
    if (external)
        return wrong(column, "origin", err, "an \"origin\" that begins with \"[external]\" cannot be kept apart");
    if (row->dataset.len == 0) row->dataset = r->options->dataset;
    return rt_ok;
}

/* --- a row
 * ------------------------------------------------------------------------------------------------------------ */

static void tell_id(rt_statement_reader *r, const rt_statement_row *row, void *to, rt_statement_tell *tell) {
    char id[40], message[300];
    if (row->id.len == 0) return;
    rt_statement_row_id(r->h, row, id);
    if (rt_str_eq(row->id, (rt_str){id, sizeof id})) return;
    snprintf(message, sizeof message,
             "the id is %.*s, where FollowTheMoney makes %.40s of this row; that one will go out",
             RT_FMT(rt_str_cut(row->id, 100)), id);
    tell(to, "id", message);
}

static void tell_refused(const rt_statement_row *row, void *to, rt_statement_tell *tell) {
    char message[400];
    const char *why;
    const rt_prop *prop = rt_schema_prop(rt_schema_named(row->schema), row->prop);
    if (prop == NULL || rt_prop_takes(prop, row->value, &why)) return;
    snprintf(message, sizeof message, "\"%.*s\" is \"%.*s\", not %s; kept as text", RT_FMT(row->prop),
             RT_FMT(rt_str_cut(row->value, 60)), row->value.len > 0 ? why : "");
    tell(to, "value", message);
}

static rt_status add_statement(rt_statement_reader *r, const rt_statement_row *row, rt_str said_at, rt_error *err) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    const bool external = row->external.len > 0 && strchr("tTyY1", row->external.at[0]) != NULL;
    e.entity = row->entity_id;
    e.schema = row->schema;
    e.prop = row->prop;
    e.value = row->value;
    e.lang = row->lang;
    if (!rt_str_eq(row->original_value, row->value)) e.original = row->original_value;
    e.dataset = row->dataset;
    e.locator = rt_statement_locator(&r->row, row->origin, external);
    e.said_at = said_at;
    e.stance = RT_S("asserts");
    e.handling = r->options->handling;
    RT_TRY(rt_entry_check(&e, err));
    return r->sink->add(r->sink->to, &e, err);
}

rt_status rt_statement_take(rt_statement_reader *r, rt_statement_row *row, void *to, rt_statement_tell *tell,
                            const char **column, rt_error *err) {
    rt_str said_at;
    rt_arena_reset(&r->row);
    *column = "entity_id";
    RT_TRY(check(r, row, column, err));
    if (!rt_statement_said_at(&r->row, row->first_seen, &said_at))
        return wrong(column, "first_seen", err, "\"first_seen\" takes a day or a time, like 2026-11-20T10:00:00");
    if (row->value.len == 0) return rt_ok; /* says nothing */
    if (r->sink->note != NULL) tell_id(r, row, to, tell);
    if (r->sink->note != NULL) tell_refused(row, to, tell);
    *column = "value";
    RT_TRY(add_statement(r, row, said_at, err));
    return judge_canonical(r, row, err);
}
