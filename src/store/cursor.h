/* Reading through a lens: statements of an entity, statements that name it, names, acts, everything in order. */
#pragma once

#include "store/lens.h"

typedef enum rt_sure { RT_NO, RT_PERHAPS, RT_SURELY } rt_sure;

/* A statement as the lens shows it. */
typedef struct rt_seen_entry {
    rt_entry e;    /* with its id */
    rt_str source; /* of a statement, its document, else its dataset: as rt_lens_source gives it */
    int64_t seq;   /* its place: for comparing only, never to be shown */
    rt_sure said;  /* RT_PERHAPS: possibly said by the day that --said-by asks for */
    rt_sure held;  /* RT_PERHAPS: possibly held on the day that --at asks for */
} rt_seen_entry;

typedef struct rt_cursor rt_cursor;

/* Statements about an entity, in the order of the log. */
RT_RESULT rt_cursor_about(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err);

/* Statements whose value names an entity (a Family's `person`, a Detention's `facility`). */
RT_RESULT rt_cursor_naming(rt_lens *lens, rt_str entity, rt_cursor **c, rt_error *err);

/* Statements of names that fold to the same words as this name, whatever their order. For names that share a word, or
 * that sound alike: store/bearers.h. */
RT_RESULT rt_cursor_name(rt_lens *lens, rt_str name, rt_cursor **c, rt_error *err);

/* Statements that put somebody at a place, given by its id or as a text, on any of these days or on days that no one
 * statement tells: what comes may be of another time or (keys may collide) another place, what fits is among it. */
RT_RESULT rt_cursor_placed(rt_lens *lens, rt_str place, int64_t first_day, int64_t last_day, rt_cursor **c,
                           rt_error *err);

/* Statements that say that something is within a place: its address, town, country, parent. The place is given by its
 * id, as a text, as a town ("Brussels, be") or as a country's code. Keys may collide: compare what comes. */
RT_RESULT rt_cursor_within(rt_lens *lens, rt_str place, rt_cursor **c, rt_error *err);

/* Statements of entities of which some statement is of this very schema (not of one that extends it), visible or not:
 * what comes may be of another schema, what fits is among it. An entity's statements come in one or several runs. */
RT_RESULT rt_cursor_schema(rt_lens *lens, rt_str schema, rt_cursor **c, rt_error *err);

/* Statements of the conditions whose rules are not found by whom they bind alone: those that bind nobody that every
 * reader of the rule sees, and those that speak of others. What comes may be found by that all the same. */
RT_RESULT rt_cursor_loose_rules(rt_lens *lens, rt_cursor **c, rt_error *err);

/* The statement with this id, if any. */
RT_RESULT rt_cursor_statement(rt_lens *lens, rt_str id, rt_cursor **c, rt_error *err);

/* All entries but `batch` and `read`, in the order of the log: what `export` prints. */
RT_RESULT rt_cursor_all(rt_lens *lens, rt_cursor **c, rt_error *err);

/* All statements in the order of the log. */
RT_RESULT rt_cursor_statements(rt_lens *lens, rt_cursor **c, rt_error *err);

/* One statement for each entity, its first visible one: the entities, in an order that tells nothing of what is hidden.
 */
RT_RESULT rt_cursor_entities(rt_lens *lens, rt_cursor **c, rt_error *err);

/* Lets this cursor also give FollowTheMoney's rows `id` (model/entry.h), which only rt_cursor_all and
 * rt_cursor_statement give unasked: no view knows of them. */
void rt_cursor_with_marks(rt_cursor *c);

/* Acts (links, judgements, decisions, absences from a list) that name an entry by its id, or an entity. An act is seen
 * when all that it names is. */
RT_RESULT rt_cursor_acts(rt_lens *lens, rt_str id_or_entity, rt_cursor **c, rt_error *err);

/* Statements of a dataset, in the order of the log. */
RT_RESULT rt_cursor_dataset(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err);

/* Entries `read` of a dataset, or of all (empty), that carry an edition: the list was given whole; and what was no
 * longer in an edition (`absent`). Both in the order of the log. */
RT_RESULT rt_cursor_editions(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err);
RT_RESULT rt_cursor_absent(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err);

/* Erasures, and notes of what went out, in the order of the log. */
RT_RESULT rt_cursor_erasures(rt_lens *lens, rt_cursor **c, rt_error *err);
RT_RESULT rt_cursor_sent(rt_lens *lens, rt_cursor **c, rt_error *err);

/* Documents of this name, or with this SHA-256 (hex), in the order of the log. */
RT_RESULT rt_cursor_documents(rt_lens *lens, rt_str name_or_sha256, rt_cursor **c, rt_error *err);

/* All acts in the order of the log; the act with this id, if any. */
RT_RESULT rt_cursor_every_act(rt_lens *lens, rt_cursor **c, rt_error *err);
RT_RESULT rt_cursor_act(rt_lens *lens, rt_str id, rt_cursor **c, rt_error *err);

/* The next entry; *more is false at the end. Its texts are valid until the next call: rt_seen_entry_keep copies them.
 */
RT_RESULT rt_cursor_next(rt_cursor *c, rt_seen_entry *entry, bool *more, rt_error *err);
void rt_cursor_close(rt_cursor *c); /* NULL is fine */

/* A copy that lives in the arena. */
rt_seen_entry rt_seen_entry_keep(rt_arena *arena, const rt_seen_entry *entry);

/* The next entry, kept in the arena; what it shares with the one kept before is kept once. The arena must not be reset
 * while the cursor is open. */
RT_RESULT rt_cursor_next_kept(rt_cursor *c, rt_arena *arena, rt_seen_entry *entry, bool *more, rt_error *err);

/* All that a cursor gives, kept in the arena; closes the cursor. For what is bounded: one entity, one name. */
typedef struct rt_seen_list {
    rt_seen_entry *at;
    size_t n;
} rt_seen_list;
RT_RESULT rt_cursor_list(rt_cursor *c, rt_arena *arena, rt_seen_list *list, rt_error *err);

/* Rule of reading 2. Whether a statement that the lens shows no longer counts because of a link that it shows: its own
 * speaker took it back, or an entry replaces it. It stays on show all the same. */
RT_RESULT rt_lens_taken_out(rt_lens *lens, const rt_entry *statement, bool *taken_out, rt_error *err);

/* The same without a link: whether `taker`, of stance `retracts`, takes back what the same speaker said of the same
 * value, and was not surely said before it. Where the dates do not tell, what entered the case later is later. */
bool rt_takes_back(const rt_seen_entry *taker, const rt_seen_entry *statement);
