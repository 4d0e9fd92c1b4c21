/* A document: sections of paragraphs, lists, tables and pictures, in which each sentence and each row leads to notes.
 * It knows nothing of HTML, Markdown or PDF: each writer (format.h) writes any document.
 *
 * Text is cleaned (clean.h) on its way in, so that writers only escape what their format needs. Everything lives in the
 * arena of the document. What speaks of the document itself and makes no claim ("how to read this") is framing and
 * needs no note; all else has one, and tests walk the model to see it. */
#pragma once

#include "base/value.h"
#include "report/note.h"
#include "report/picture.h"

typedef enum rt_run_style {
    RT_RUN_PLAIN,
    RT_RUN_STRONG,
    RT_RUN_SOFT,   /* steps back: who said it, kinds */
    RT_RUN_DOUBT,  /* uncertain: believed, possible */
    RT_RUN_STRUCK, /* taken back or replaced */
    RT_RUN_CODE,   /* ids */
    RT_RUN_STYLES,
} rt_run_style;

typedef struct rt_run {
    rt_str text;
    rt_run_style style;
    bool foreign; /* a name or a quote: kept apart from the direction of what stands around it */
    struct rt_run *next;
} rt_run;

typedef struct rt_sentence {
    rt_run *first, *last;
    rt_cites cites;
    bool framing;
    struct rt_sentence *next;
} rt_sentence;

/* Sentences that follow each other; in a cell of a table each stands on a line of its own. */
typedef struct rt_para {
    rt_sentence *first, *last;
} rt_para;

enum { RT_COLUMNS_MOST = 5 };

typedef struct rt_doc_row {
    rt_para cells[RT_COLUMNS_MOST];
    rt_cites cites;
    bool wide;    /* the first cell goes over all columns: a heading within the table, or a remark */
    bool framing; /* makes no claim of its own */
    struct rt_doc_row *next;
} rt_doc_row;

typedef struct rt_doc_table {
    size_t columns;
    const char *heads[RT_COLUMNS_MOST];
    unsigned shares[RT_COLUMNS_MOST]; /* of the width, in percent; notes take what is left */
    rt_doc_row *first, *last;
} rt_doc_table;

typedef enum rt_block_kind { RT_BLOCK_PARA, RT_BLOCK_TABLE, RT_BLOCK_FIGURE } rt_block_kind;

typedef struct rt_block {
    rt_block_kind kind;
    rt_para para; /* of a figure: its caption */
    rt_doc_table table;
    const rt_picture *picture;
    struct rt_block *next;
} rt_block;

typedef struct rt_section {
    const char *id, *title;
    rt_block *first, *last;
    struct rt_section *next;
} rt_section;

typedef struct rt_fact_line { /* of the head: "made for", "as of" */
    const char *label;
    rt_para text;
    struct rt_fact_line *next;
} rt_fact_line;

typedef struct rt_doc {
    rt_arena *arena;
    rt_str about; /* the id of whom or what it is about */
    rt_str title, subtitle;
    rt_str day; /* on which its reader stands (rt_lens_latest), never that of the clock; empty: none */
    rt_fact_line *head, *head_last;
    rt_section *first, *last;
    rt_notes_of notes;
} rt_doc;

rt_doc *rt_doc_new(rt_arena *arena, rt_str title, rt_str subtitle);

/* Writes the notes; to be called last. */
void rt_doc_finish(rt_doc *d);

/* --- building ---------------------------------------------------------------------------------------------------- */

rt_para *rt_doc_head(rt_doc *d, const char *label);
/* A section, which joins the document when it is added; one that stayed empty is not. */
rt_section *rt_section_new(rt_doc *d, const char *id, const char *title);
void rt_doc_add(rt_doc *d, rt_section *s);

rt_para *rt_section_para(rt_doc *d, rt_section *s);
rt_para *rt_section_figure(rt_doc *d, rt_section *s, const rt_picture *picture); /* returns its caption */

/* heads ends with NULL; shares has one for each. */
rt_doc_table *rt_section_table(rt_doc *d, rt_section *s, const char *const *heads, const unsigned *shares);
rt_doc_row *rt_table_add(rt_doc *d, rt_doc_table *t);

/* A new sentence at the end of a paragraph or a cell. */
rt_sentence *rt_say(rt_doc *d, rt_para *p);
/* One that speaks of the document and claims nothing. */
rt_sentence *rt_frame(rt_doc *d, rt_para *p, const char *text);

/* Our own words; those of a case (names, quotes: cleaned, and cut after 200 letters); all of them. */
void rt_put(rt_doc *d, rt_sentence *s, rt_run_style style, const char *text);
void rt_putf(rt_doc *d, rt_sentence *s, rt_run_style style, const char *format, ...) RT_PRINTF(4, 5);
void rt_put_name(rt_doc *d, rt_sentence *s, rt_run_style style, rt_str text);
void rt_put_whole(rt_doc *d, rt_sentence *s, rt_run_style style, rt_str text);

/* A cell of one sentence. */
rt_sentence *rt_cell_say(rt_doc *d, rt_doc_row *row, size_t column);

/* Leads to the notes of these statements (a list of ids), as the view's book tells of them. */
void rt_cite(rt_doc *d, rt_cites *cites, const rt_book *book, const rt_value *ids);
