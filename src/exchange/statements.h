/* FollowTheMoney's statements: a row each, as CSV or as JSON lines (https://followthemoney.tech/docs/statements/). */
#pragma once

#include "exchange/format.h"
#include "model/schema.h"

/* A row. What is not said is empty. */
typedef struct rt_statement_row {
    rt_str canonical_id, entity_id, prop, prop_type, schema, value, dataset, origin, lang, original_value, external,
        first_seen, last_seen, id;
} rt_statement_row;

typedef struct rt_statement_column {
    const char *name;
    size_t offset; /* of its rt_str in the row */
} rt_statement_column;

enum { RT_STATEMENT_COLUMNS_MOST = 14 };

/* In the order of the library's CSV, and of its JSON (which has no prop_type); end with a NULL name. */
extern const rt_statement_column rt_statement_columns[], rt_statement_keys[];

static inline rt_str *rt_statement_field(rt_statement_row *row, const rt_statement_column *c) {
    return (rt_str *)(void *)((char *)row + c->offset);
}

/* The type of a property as FollowTheMoney calls it ("id" of `id`, which is no property); empty for one that the schema
 * does not have. */
rt_str rt_statement_prop_type(const rt_schema *schema, rt_str prop);

/* Whether values of this type have no language, whatever a statement says: then it is no part of the id. */
bool rt_statement_has_no_lang(rt_str prop_type);

/* The id that FollowTheMoney's own library (4.11) makes: SHA-1 of "DATASET.ENTITY.PROP.VALUE", with "@LANG" and ".ext"
 * behind it where there are such, as 40 hex digits. h is of SHA-1. */
void rt_statement_row_id(rt_hasher *h, const rt_statement_row *row, char hex[40]);

/* --- what a row's columns are in the case ---------------------------------------------------------------------------
 */

/* `origin` and `external` are the locator of a statement that stands in no document: where in the dataset it stands. */
rt_str rt_statement_locator(rt_arena *arena, rt_str origin, bool external);
void rt_statement_origin(rt_str locator, rt_str *origin, bool *external);

/* `first_seen` is said_at, where that is a day or a time: midnight is the day. False when it is no date. */
bool rt_statement_said_at(rt_arena *arena, rt_str first_seen, rt_str *said_at);
rt_str rt_statement_first_seen(rt_arena *arena, rt_str said_at);

/* One row of the readers' into the sink, after it was checked whole. RT_BAD: *column names the one at fault. */
typedef struct rt_statement_reader rt_statement_reader;
rt_statement_reader *rt_statement_reader_new(const rt_read_options *options, const rt_sink *sink);
void rt_statement_reader_free(rt_statement_reader *r); /* NULL is fine */

/* Tells the sink of something in a column that stops nothing. */
typedef void rt_statement_tell(void *to, const char *column, const char *message);

RT_RESULT rt_statement_take(rt_statement_reader *r, rt_statement_row *row, void *to, rt_statement_tell *tell,
                            const char **column, rt_error *err);

/* Writers of the two forms. */
RT_RESULT rt_statements_write_csv(rt_lens *lens, const rt_writer *writer, rt_error *err);
RT_RESULT rt_statements_write_json(rt_lens *lens, const rt_writer *writer, rt_error *err);
