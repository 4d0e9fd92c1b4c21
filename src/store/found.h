/* What full text finds, through a lens: which visible statements and documents a word stands in, and these themselves.
 * What is hidden is not counted, so nothing that is made of it (a rank, a total) tells of it. */
#pragma once

#include "store/cursor.h"

/* An entry in which a word stands. Common words stand in millions: it is kept small. */
typedef struct rt_found {
    int64_t seq;         /* its place: for comparing only, never to be shown */
    uint32_t provenance; /* 0: a document */
    union {
        uint32_t kind;   /* of a statement */
        uint32_t places; /* of a document: for rt_found_places */
    };
    uint32_t words; /* how many words it has */
    uint32_t times; /* how often this one stands in it: in a statement 1 */
    double score;   /* 0: for who ranks */
} rt_found;

typedef struct rt_found_list {
    rt_found *at;
    size_t n;
} rt_found_list;

typedef struct rt_finder rt_finder;

RT_RESULT rt_finder_open(rt_lens *lens, rt_finder **finder, rt_error *err);
void rt_finder_close(rt_finder *finder); /* NULL is fine */

/* What the lens shows in which this folded word (words/tokenizer.h) stands, or with `prefix` one that begins so; in the
 * order of the log, each entry once. The list is the caller's to change, and lives as long as the finder. Time and
 * memory are those of the word's postings, visible or not. */
RT_RESULT rt_find(rt_finder *finder, rt_str word, bool prefix, rt_found_list *found, rt_error *err);

/* Takes a list that rt_alloc gave: it lives as long as the finder. */
void rt_finder_keep(rt_finder *finder, rt_found *list);

/* Which words of the document it is, times of them, rising; not of what was found by the beginning of a word. */
RT_RESULT rt_found_places(const rt_finder *finder, const rt_found *found, rt_arena *arena, const uint32_t **places,
                          rt_error *err);

/* Of a statement: its property; empty for a document. */
rt_str rt_found_prop(const rt_finder *finder, const rt_found *found);

/* In which dataset and document a statement stands; of a document its name and its id. Valid until the next call. */
RT_RESULT rt_found_source(rt_finder *finder, const rt_found *found, rt_str *dataset, rt_str *document, rt_error *err);

/* The statement or the document itself, with its id; its texts live in the arena. */
RT_RESULT rt_found_entry(rt_finder *finder, const rt_found *found, rt_arena *arena, rt_seen_entry *entry,
                         rt_error *err);

/* The texts of a statement that were searched, in their order; n of them. */
enum { RT_FOUND_TEXTS = 3 };
size_t rt_found_texts(const rt_finder *finder, const rt_found *found, const rt_entry *e, rt_str texts[RT_FOUND_TEXTS]);

/* The text of a document that was found. */
RT_RESULT rt_found_text(rt_finder *finder, const rt_found *found, rt_buf *text, bool *there, rt_error *err);

/* The text of a document that the lens shows and whose bytes came with it; *there is false where the case has none. */
RT_RESULT rt_lens_text(rt_lens *lens, const rt_seen_entry *document, rt_buf *text, bool *there, rt_error *err);

/* Whether the case has the text of some document: for whoever enters statements, not for readers. */
RT_RESULT rt_store_has_texts(rt_store *store, bool *any, rt_error *err);

/* The text of the document that a statement calls so, by its id, its name or its SHA-256: of the first one that the
 * lens shows whose text is there; where it is known by its hash alone, another one of the same bytes serves. */
RT_RESULT rt_lens_text_called(rt_lens *lens, rt_str called, rt_arena *arena, rt_entry *document, rt_buf *text,
                              bool *there, rt_error *err);

/* The bytes of a document that the lens shows, as they were given. */
RT_RESULT rt_lens_bytes(rt_lens *lens, const rt_seen_entry *document, rt_buf *bytes, bool *there, rt_error *err);
