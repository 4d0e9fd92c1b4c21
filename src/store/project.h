/* What is derived from the log, row by row, so that views are fast: where an entity's and a dataset's statements are,
 * ids, names, edges, dated values, stays, and which acts name an entry, an entity or a dataset. Each row leads to one
 * entry, so the lens applies to it. */
#pragma once

#include "store/postings.h"
#include "store/rows.h"
#include "store/stays.h"
#include "store/texts.h"

/* One table of postings each; project.c says which entries make which rows. */
typedef enum rt_projection {
    RT_LOOKUP,  /* first 8 bytes of an entry's id */
    RT_EDGES,   /* number of the entity that a value names */
    RT_DATED,   /* first day that a value may mean */
    RT_STAYS,   /* place and time of what puts somebody somewhere: see stays.h */
    RT_SCHEMA,  /* key of a schema: where it first stands in each run of an entity's statements */
    RT_MENTION, /* acts: key of an id or an entity that they name; of what they say but for their time */
    RT_PROJECTIONS,
} rt_projection;

/* Statements of one dataset that follow each other. */
typedef struct rt_stretch {
    bool open;
    int64_t dataset, first, last; /* key of the dataset; places in the log */
    int64_t provenance;           /* of the last one: most that follow share it */
} rt_stretch;

/* The rules of a condition in a run of its statements: whether all are found by whom they bind. */
typedef struct rt_run_rules {
    bool any, loose;
    int64_t rule, subject; /* provenances: who sees the one sees the other only when these are one; -1: none */
} rt_run_rules;

typedef struct rt_projector {
    rt_postings tables[RT_PROJECTIONS];
    sqlite3_stmt *put_run, *put_stretch;
    int64_t run_entity, run_first, run_last; /* statements of one entity that follow each other; -1: none */
    rt_stretch stretch;
    rt_run_rules rules;
    int64_t *run_schemata; /* keys of the schemata in it */
    size_t run_schema_n, run_schema_room;
    rt_staying staying;
    rt_texts texts;
    pthread_mutex_t turn; /* who has it writes with the one connection */
    sqlite3_stmt *find_entity, *make_entity;
    rt_arena arena;
    rt_store *store;
} rt_projector;

RT_RESULT rt_projector_open(rt_projector *p, rt_store *store, rt_error *err);
void rt_projector_close(rt_projector *p);

/* The rows of one more statement of the log, but for those of its texts. e->id must be set. */
RT_RESULT rt_project_statement(rt_projector *p, const rt_numbers *at, const rt_entry *e, rt_error *err);

/* The rows of one more act. */
RT_RESULT rt_project_act(rt_projector *p, int64_t seq, const rt_entry *e, rt_error *err);

/* The words of a document whose bytes the case has. */
RT_RESULT rt_project_text(rt_projector *p, int64_t seq, rt_str text, rt_error *err);

/* Puts what waits. */
RT_RESULT rt_projector_flush(rt_projector *p, rt_error *err);

/* Drops all derived rows and makes them anew from the log, in one transaction: RT_BUSY, RT_STOPPED. */
RT_RESULT rt_projections_rebuild(rt_store *store, rt_error *err);

/* The same within a transaction that was begun. */
RT_RESULT rt_projections_fill(rt_store *store, rt_error *err);

RT_RESULT rt_projections_are_current(rt_store *store, bool *current, rt_error *err);
RT_RESULT rt_projections_mark_current(sqlite3 *db, rt_error *err);

/* Keys of the postings. */
int64_t rt_id_key(rt_str hex_id); /* of the 32 hex digits of an id: its first 8 bytes */
int64_t rt_mention_key(rt_str id_or_entity);
int64_t rt_dataset_key(rt_str dataset);

/* Under which acts of a type are found that speak of a dataset: `read` that carries an edition, `absent`. An empty
 * dataset stands for all of them, and is what erasures and notes of what went out are found under. */
int64_t rt_about_dataset_key(rt_entry_type type, rt_str dataset);

/* Under which documents are found that have this name or this SHA-256. */
int64_t rt_document_key(rt_str name_or_sha256);

int64_t rt_schema_key(rt_str schema);
int64_t rt_loose_rules_key(void); /* no schema has this name */

/* Whether an act is looked for by what it says: what was read and the batches themselves never are, content has an id.
 */
bool rt_act_is_compared(rt_entry_type type);
