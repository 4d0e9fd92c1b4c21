/* Statements of a published list (sanctions, wanted persons): what their readers share.
 *
 * A list's speaker is its publisher, stance "asserts", basis "document", said_at the list's date where it has one
 * (DESIGN.md, rule 5). A value goes out in its property's canonical form, with the list's own writing as `original`
 * where that differs. What the property's type or the schema refuses is not dropped: it becomes a note on the record's
 * subject ("birthDate: 31 Feb 1960 (reason)"), and the sink is told. */
#pragma once

#include "exchange/format.h"

/* Whom or what a statement is about. */
typedef struct rt_list_thing {
    rt_str id, schema;
} rt_list_thing;

typedef struct rt_list {
    const rt_sink *sink;
    rt_entry base;         /* what all statements of the list share */
    rt_arena *arena;       /* of the record that is being read; reset after it */
    rt_list_thing subject; /* of this record: takes the notes */
    const char *file;      /* where the record stands */
    uint64_t line, column;
    rt_raw_record raw; /* the record, where it is bad; its text empty: it does not stand by itself */
} rt_list;

rt_list rt_list_new(const rt_sink *sink, const rt_read_options *options, rt_str publisher, rt_arena *arena);

/* One statement: text as the list writes it. Nothing for an empty text. */
RT_RESULT rt_list_put(rt_list *l, const rt_list_thing *about, rt_str prop, rt_str text, rt_error *err);

/* The same where the reader rewrote it before (order of a name): original is the list's writing; lang may be empty. */
RT_RESULT rt_list_put_as(rt_list *l, const rt_list_thing *about, rt_str prop, rt_str text, rt_str original, rt_str lang,
                         rt_error *err);

/* Whether a value would be taken: for things that are nothing without it. */
bool rt_list_takes(rt_list *l, rt_str schema, rt_str prop, rt_str text);

/* A note on the record's subject, without a type to ask. */
RT_RESULT rt_list_note(rt_list *l, rt_str text, rt_error *err);

/* Tells the sink of something worth knowing, at the record's place. */
void rt_list_tell(rt_list *l, const char *format, ...) RT_PRINTF(2, 3);

/* Ends the reading of a record that is bad: RT_OK when the sink says go on. */
RT_RESULT rt_list_bad(rt_list *l, rt_status why, rt_error *err);

/* "ofac-22524" and "passport" and "EJ 1/7" give "ofac-22524-passport-EJ-1-7": an id made of content (letters, digits
 * and dashes, which is what FollowTheMoney takes as an id), in the list's arena. Empty parts are left out. */
rt_str rt_list_id(rt_list *l, rt_str owner, rt_str kind, rt_str what);
