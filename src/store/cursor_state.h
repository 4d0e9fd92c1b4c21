/* A cursor's inside: cursor_open.c says what each kind reads, cursor.c steps. Private to these two and to bearers.c. */
#pragma once

#include "store/bearers.h"
#include "store/keep.h"
#include "store/project.h"
#include "store/sight.h"
#include "store/since.h"

/* What tells which rows a cursor gives: its queries themselves; or places, of which its one query gets each. */
typedef enum rt_cursor_by { RT_BY_QUERY, RT_BY_PLACE, RT_BY_NAME, RT_BY_ID } rt_cursor_by;

struct rt_cursor {
    rt_lens *lens;
    rt_rows rows; /* its own: what it gave stays valid while others read */
    sqlite3_stmt *statements, *acts;
    rt_cursor_by by;
    rt_key_rows keyed; /* the places of a name, or of an id */
    rt_places chosen;  /* or these; not owned */
    bool statement_left, act_left, begun;
    sqlite3_stmt *given;
    int64_t last_statement, last_act; /* places that were given last */
    char hex[32];
    rt_arena arena; /* of one act */
    rt_arena lasting;
    rt_keeper keeper;
    rt_str named;  /* acts: what they must name; statements (and acts, where by_id): the id that it must have */
    rt_str entity; /* about: the one that all statements are of */
    rt_strs words; /* a whole name: the folded words that it must have, and no others */
    bool whole_name;
    rt_str dataset;           /* only what is of this dataset; empty: any */
    const rt_entry_type *act; /* the only type of act; NULL: any but batch and read */
    const rt_since *since;    /* only what entered since then; NULL: ever */
    uint8_t *met;             /* entities: a bit for each that was given */
    size_t met_room;
    bool one_an_entity;
    bool marks;       /* FollowTheMoney's rows `id` come too */
    const char *kind; /* the text of its query, by which it is found when it is idle */
    rt_cursor *next_idle;
};

/* A cursor over these queries (NULL: none), a closed one where there is one of that kind. A kind is known by the text
 * of its first query, which must be a constant. */
RT_RESULT rt_cursor_open(rt_lens *lens, const char *statements, const char *acts, rt_cursor **out, rt_error *err);
void rt_cursor_free(rt_cursor *c);

/* RT_CORRUPT: places do not rise. */
RT_RESULT rt_out_of_order(rt_error *err);

/* The next place of a name of which the provenance, which `rows` reads, is let through. */
RT_RESULT rt_bearer_next(rt_lens *lens, rt_rows *rows, rt_key_rows *names, int64_t *place, bool *more, rt_error *err);

/* Those who go through the whole case are rare, and not kept when they are closed. */
extern const char rt_all_statements[];
