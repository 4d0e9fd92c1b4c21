/* Rows of the log as entries. Private to src/store: what reads through a lens is cursor.h. */
#pragma once

#include "base/slots.h"
#include "store/case.h"
#include "store/provenance.h"

/* What a query for rt_rows_statement selects, first. */
#define RT_STATEMENT_COLUMNS "seq, entity, kind, provenance, value, lang, original, locator, quote, salt, seal"
enum {
    RT_COL_SEQ,
    RT_COL_ENTITY,
    RT_COL_KIND,
    RT_COL_PROVENANCE,
    RT_COL_VALUE,
    RT_COL_LANG,
    RT_COL_ORIGINAL,
    RT_COL_LOCATOR,
    RT_COL_QUOTE,
    RT_COL_SALT,
    RT_COL_SEAL
};

/* One by its place. */
#define RT_STATEMENT_AT "SELECT " RT_STATEMENT_COLUMNS " FROM statement WHERE seq = ?1"

/* The columns where another table is joined. */
#define RT_STATEMENT_OF                                                                                                \
    "statement.seq, statement.entity, kind, provenance, value, lang, original, locator, quote, salt, seal"

/* What a query for acts selects, first. */
#define RT_ACT_COLUMNS "seq, line, salt, seal"
#define RT_ACT_OF "act.seq, line, salt, seal"
#define RT_ACT_AT "SELECT " RT_ACT_COLUMNS " FROM act WHERE seq = ?1"
enum { RT_ACT_SEQ, RT_ACT_LINE, RT_ACT_SALT, RT_ACT_SEAL };

typedef struct rt_rows {
    rt_store *store;
    rt_json_reader *reader;
    rt_arena arena;              /* of the provenances */
    struct rt_rows_known *known; /* the provenances that were read: few of many */
    size_t known_n;
    rt_slots numbers; /* of these */
    sqlite3_stmt *find_provenance, *find_entity;
    int64_t entity_id; /* the last one read */
    rt_buf entity_name;
} rt_rows;

RT_RESULT rt_rows_open(rt_rows *rows, rt_store *store, rt_error *err);
void rt_rows_close(rt_rows *rows);

/* The provenance of this number; RT_CORRUPT when there is none. Valid until the next call for another. */
RT_RESULT rt_rows_provenance(rt_rows *rows, int64_t id, const rt_provenance **p, rt_error *err);

/* The entity's name; RT_CORRUPT when there is none. Valid until the next call for another. */
RT_RESULT rt_rows_entity(rt_rows *rows, int64_t id, rt_str *name, rt_error *err);

/* Saves looking a name up that is known. */
void rt_rows_know_entity(rt_rows *rows, int64_t id, rt_str name);

/* The statement in the current row of a query over RT_STATEMENT_COLUMNS, without its id. Valid until the next step. */
RT_RESULT rt_rows_statement(rt_rows *rows, sqlite3_stmt *row, rt_entry *e, rt_error *err);

/* The act whose line this is. */
RT_RESULT rt_rows_act(rt_rows *rows, rt_str line, rt_arena *arena, rt_entry *e, rt_error *err);

/* Fills in the id of an entry that was read without; hex is where it will live. */
void rt_rows_id(rt_rows *rows, rt_entry *e, char hex[32]);
