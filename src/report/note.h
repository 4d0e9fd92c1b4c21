/* Notes: who said it, through whom, where, when, on what basis, how it is graded. One note is one voice at one place;
 * statements that share all of this share the note, which names each of them. Where nobody tells the place (a list's
 * entry has no page), those share a note that were first cited together. */
#pragma once

#include "base/map.h"
#include "base/value.h"

/* The member `statements` of a view's object, to be found by id. */
typedef struct rt_book {
    const rt_value **at; /* in the order of ids */
    size_t n;
} rt_book;

rt_book rt_book_of(rt_arena *arena, const rt_value *view);

/* The statement with this id, or NULL. */
const rt_value *rt_book_find(const rt_book *book, rt_str id);

typedef struct rt_note_of {
    unsigned number;           /* from 1, in the order in which they are first cited */
    const rt_value *statement; /* {speaker, via[], stance, ...} as the view has it */
    rt_strs ids;
    struct rt_para *text; /* what it says, once the document is finished (rt_doc_finish) */
} rt_note_of;

/* Numbers of notes, each once, rising. */
typedef struct rt_cites {
    unsigned *at;
    size_t n;
} rt_cites;

typedef struct rt_notes_of {
    rt_note_of **at; /* by number */
    size_t n;
    rt_map keys; /* with the same numbers */
    rt_map ids;  /* of statements */
    unsigned *of_ids;
} rt_notes_of;

/* The number of the note of this statement, made if there is none yet; `with` is the first id of those that are cited
 * together. */
unsigned rt_note_number(rt_notes_of *notes, rt_arena *arena, const rt_value *statement, rt_str id, rt_str with);

void rt_cites_add(rt_cites *cites, rt_arena *arena, unsigned number);

/* Takes the next run of numbers off: false when none is left. *at begins at 0. Two that follow each other are two runs,
 * three or more are one. */
bool rt_cites_run(const rt_cites *cites, size_t *at, unsigned *from, unsigned *to);
