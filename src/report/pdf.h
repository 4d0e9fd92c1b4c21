/* The inside of the module that writes PDF by Pango and Cairo. It is a file of its own (redthread-pdf.so), loaded when
 * a PDF is asked for (pdf_load.c), so that neither the library nor the program that starts a hundred times an hour
 * links what only it needs.
 *
 * First all is laid out into pages of items, then drawn: so pages know how many there are. Units are points. */
#pragma once

#include <pango/pangocairo.h>

#include "base/buf.h"
#include "report/format.h"

/* The one function that the module gives away. */
__attribute__((visibility("default"))) rt_doc_write rt_pdf_write;

enum {
    RT_PDF_LEFT = 52,
    RT_PDF_TOP = 62,
    RT_PDF_BOTTOM = 60, /* margins */
};
#define RT_PDF_PAGE_WIDTH 595.28 /* A4 */
#define RT_PDF_PAGE_HEIGHT 841.89
#define RT_PDF_WIDTH (RT_PDF_PAGE_WIDTH - 2 * RT_PDF_LEFT)

typedef enum rt_pdf_face {
    RT_PDF_TITLE,
    RT_PDF_HEADING,
    RT_PDF_BODY,
    RT_PDF_TABLE,
    RT_PDF_SMALL,
    RT_PDF_FACES
} rt_pdf_face;

/* Which bytes of a text lead to a destination. */
typedef struct rt_pdf_link {
    rt_str dest;
    int from, to;
} rt_pdf_link;

typedef struct rt_pdf_text {
    PangoLayout *layout;
    rt_pdf_link *links;
    size_t n_links;
    int lines;
    struct rt_pdf_text *next; /* of all that are to be given back */
} rt_pdf_text;

typedef enum rt_pdf_kind {
    RT_PDF_LINES,
    RT_PDF_RULE,
    RT_PDF_SHADE,
    RT_PDF_PICTURE,
    RT_PDF_OPEN,
    RT_PDF_CLOSE,
    RT_PDF_DEST
} rt_pdf_kind;

/* What stands on a page. OPEN and CLOSE hold a tag of the document's structure ("H2", "TR"). */
typedef struct rt_pdf_item {
    rt_pdf_kind kind;
    double x, y, width, height;
    const rt_pdf_text *text;
    int from, to; /* lines of the text */
    const rt_picture *picture;
    uint32_t colour;
    const char *tag;
    rt_str name; /* of a destination */
    struct rt_pdf_item *next;
} rt_pdf_item;

typedef struct rt_pdf_page {
    rt_pdf_item *first, *last;
    struct rt_pdf_page *next;
} rt_pdf_page;

typedef struct rt_pdf_entry { /* of the contents */
    const char *title, *id;
    unsigned page;
    struct rt_pdf_entry *next;
} rt_pdf_entry;

typedef struct rt_pdf {
    rt_arena *arena;
    const rt_doc *doc;
    PangoContext *context;
    PangoFontDescription *faces[RT_PDF_FACES];
    rt_pdf_text *texts;
    rt_pdf_page *first, *last;
    unsigned n_pages;
    double y;          /* where the next thing stands on the last page */
    double contents_y; /* where the contents stand on the first one */
    rt_pdf_entry *entries, *last_entry;
} rt_pdf;

/* --- text (pdf_text.c) ------------------------------------------------------------------------------------------- */

/* Sentences one behind the other, or a line each, with their notes. */
rt_pdf_text *rt_pdf_text_of(rt_pdf *p, rt_pdf_face face, const rt_para *para, double width, bool a_line_each);
rt_pdf_text *rt_pdf_text_cites(rt_pdf *p, rt_pdf_face face, const rt_cites *cites, double width);
rt_pdf_text *rt_pdf_text_plain(rt_pdf *p, rt_pdf_face face, rt_str words, uint32_t ink, double width, bool bold);

/* Words that lead to a section. */
rt_pdf_text *rt_pdf_text_link(rt_pdf *p, rt_pdf_face face, rt_str words, rt_str dest, double width);

/* The width of its widest line, and the height of some of its lines. */
double rt_pdf_lines_width(const rt_pdf_text *t);
double rt_pdf_lines_height(const rt_pdf_text *t, int from, int to);
/* How many lines from `from` on fit into height: at least one if `force`. */
int rt_pdf_lines_fit(const rt_pdf_text *t, int from, double height, bool force);

/* --- pages (pdf_flow.c) ------------------------------------------------------------------------------------------ */

void rt_pdf_page_new(rt_pdf *p);
double rt_pdf_room(const rt_pdf *p);        /* what is left of the page */
void rt_pdf_need(rt_pdf *p, double height); /* begins a page when less is left */
rt_pdf_item *rt_pdf_add(rt_pdf *p, rt_pdf_kind kind, double x, double y);
void rt_pdf_open(rt_pdf *p, const char *tag);
void rt_pdf_close(rt_pdf *p, const char *tag);
void rt_pdf_lines(rt_pdf *p, const rt_pdf_text *t, int from, int to, double x, double y);
/* A text over as many pages as it takes, under a tag. */
void rt_pdf_flow(rt_pdf *p, const rt_pdf_text *t, double x, const char *tag);
void rt_pdf_table(rt_pdf *p, const rt_doc_table *t); /* pdf_table.c */

/* --- drawing (pdf_draw.c, pdf_picture.c) ------------------------------------------------------------------------- */

void rt_pdf_draw_page(rt_pdf *p, cairo_t *cr, const rt_pdf_page *page, unsigned number);
void rt_pdf_draw_picture(rt_pdf *p, cairo_t *cr, const rt_picture *picture, double scale);
