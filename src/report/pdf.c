#include "report/pdf.h"

#include <cairo-pdf.h>

/* --- laying out -------------------------------------------------------------------------------------------------- */

static void put_text(rt_pdf *p, rt_pdf_face face, rt_str words, uint32_t ink, bool bold, const char *tag) {
    rt_pdf_flow(p, rt_pdf_text_plain(p, face, words, ink, RT_PDF_WIDTH, bold), RT_PDF_LEFT, tag);
}

static void put_rule(rt_pdf *p, double weight, uint32_t ink) {
    rt_pdf_item *i = rt_pdf_add(p, RT_PDF_RULE, RT_PDF_LEFT, p->y);
    i->width = RT_PDF_WIDTH;
    i->height = weight;
    i->colour = ink;
}

static void put_head(rt_pdf *p) {
    enum { LABEL = 74 };
    put_text(p, RT_PDF_TITLE, p->doc->title, 0x1a1a1a, true, "H1");
    put_text(p, RT_PDF_BODY, p->doc->subtitle, 0x5c5c5c, false, "P");
    p->y += 8;
    put_rule(p, 0.5, 0xb0aaa4);
    p->y += 8;
    for (const rt_fact_line *l = p->doc->head; l != NULL; l = l->next) {
        const rt_pdf_text *label = rt_pdf_text_plain(p, RT_PDF_BODY, rt_str_of(l->label), 0x5c5c5c, LABEL, false);
        const rt_pdf_text *text = rt_pdf_text_of(p, RT_PDF_BODY, &l->text, RT_PDF_WIDTH - LABEL, false);
        rt_pdf_need(p, rt_pdf_lines_height(text, 0, text->lines));
        rt_pdf_open(p, "P");
        rt_pdf_lines(p, label, 0, 1, RT_PDF_LEFT, p->y);
        rt_pdf_close(p, "P");
        rt_pdf_flow(p, text, RT_PDF_LEFT + LABEL, "P");
        p->y += 3;
    }
    p->y += 5;
    put_rule(p, 0.5, 0xb0aaa4);
    p->y += 6;
}

static void put_entry(rt_pdf *p, const char *id, const char *title) {
    rt_pdf_entry *e = RT_NEW(p->arena, rt_pdf_entry);
    *e = (rt_pdf_entry){title, id, p->n_pages, NULL};
    *(p->last_entry != NULL ? &p->last_entry->next : &p->entries) = e;
    p->last_entry = e;
}

static void put_heading(rt_pdf *p, const char *id, const char *title, double with) {
    p->y += 14;
    rt_pdf_need(p, 34 + with);
    rt_pdf_item *dest = rt_pdf_add(p, RT_PDF_DEST, RT_PDF_LEFT, p->y);
    dest->name = rt_str_of(id);
    put_text(p, RT_PDF_HEADING, rt_str_of(title), 0x1a1a1a, true, "H2");
    put_rule(p, 1.1, 0x8c1c13);
    p->y += 8;
    put_entry(p, id, title);
}

/* --- contents: their place is kept on the first page, and filled when it is known where everything stands -------- */

enum { CONTENTS_LINE = 13 };

static size_t contents_rows(const rt_pdf *p) {
    size_t n = p->doc->notes.n > 0 ? 1 : 0;
    for (const rt_section *s = p->doc->first; s != NULL; s = s->next) n++;
    return (n + 1) / 2;
}

static void keep_contents(rt_pdf *p) {
    p->contents_y = p->y;
    p->y += (double)contents_rows(p) * CONTENTS_LINE;
}

static void put_contents(rt_pdf *p) {
    rt_pdf_page *last = p->last;
    const size_t rows = contents_rows(p);
    const double width = (RT_PDF_WIDTH - 30) / 2;
    size_t i = 0;
    if (rows == 0) return;
    p->last = p->first;
    for (const rt_pdf_entry *e = p->entries; e != NULL; e = e->next, i++) {
        const double x = RT_PDF_LEFT + (i < rows ? 0 : width + 30),
                     y = p->contents_y + (double)(i % rows) * CONTENTS_LINE;
        const rt_pdf_text *title = rt_pdf_text_link(p, RT_PDF_BODY, rt_str_of(e->title), rt_str_of(e->id), width - 24);
        const rt_pdf_text *page =
            rt_pdf_text_plain(p, RT_PDF_BODY, rt_str_printf(p->arena, "%u", e->page), 0x5c5c5c, 24, false);
        const double edge = x + width - rt_pdf_lines_width(page);
        rt_pdf_open(p, "TOCI");
        rt_pdf_lines(p, title, 0, 1, x, y);
        rt_pdf_lines(p, page, 0, 1, edge, y);
        rt_pdf_close(p, "TOCI");
    }
    p->last = last;
}

/* --- blocks ------------------------------------------------------------------------------------------------------ */

static double figure_scale(const rt_picture *picture, double below) {
    const double most = RT_PDF_PAGE_HEIGHT - RT_PDF_TOP - RT_PDF_BOTTOM - below, wide = RT_PDF_WIDTH / picture->width;
    return picture->height * wide > most ? most / picture->height : wide;
}

/* How much of a block must stand on one page with its heading. */
static double least_of(const rt_block *b) {
    enum { CAPTION = 44 };
    return b->kind == RT_BLOCK_FIGURE ? b->picture->height * figure_scale(b->picture, 2 * CAPTION) + CAPTION : 66;
}

static void put_figure(rt_pdf *p, const rt_block *b) {
    const rt_pdf_text *caption = rt_pdf_text_of(p, RT_PDF_SMALL, &b->para, RT_PDF_WIDTH, false);
    const double below = rt_pdf_lines_height(caption, 0, caption->lines) + 10;
    const double scale = figure_scale(b->picture, below + 44);
    rt_pdf_need(p, b->picture->height * scale + below);
    rt_pdf_open(p, "Figure");
    rt_pdf_item *i = rt_pdf_add(p, RT_PDF_PICTURE, RT_PDF_LEFT, p->y);
    i->picture = b->picture;
    i->width = b->picture->width * scale;
    rt_pdf_close(p, "Figure");
    p->y += b->picture->height * scale + 3;
    rt_pdf_flow(p, caption, RT_PDF_LEFT, "Caption");
    p->y += 7;
}

static void put_block(rt_pdf *p, const rt_block *b) {
    switch (b->kind) {
    case RT_BLOCK_PARA:
        rt_pdf_flow(p, rt_pdf_text_of(p, RT_PDF_BODY, &b->para, RT_PDF_WIDTH, false), RT_PDF_LEFT, "P");
        p->y += 6;
        break;
    case RT_BLOCK_TABLE: rt_pdf_table(p, &b->table); break;
    case RT_BLOCK_FIGURE: put_figure(p, b); break;
    }
}

static void put_notes(rt_pdf *p) {
    enum { NUMBER = 28 };
    const rt_notes_of *notes = &p->doc->notes;
    if (notes->n == 0) return;
    put_heading(p, "notes", "Notes", 60);
    for (size_t i = 0; i < notes->n; i++) {
        const rt_pdf_text *number =
            rt_pdf_text_plain(p, RT_PDF_SMALL, rt_str_printf(p->arena, "%zu", i + 1), 0x8c1c13, NUMBER, true);
        const rt_pdf_text *text = rt_pdf_text_of(p, RT_PDF_SMALL, notes->at[i]->text, RT_PDF_WIDTH - NUMBER, false);
        const double height = rt_pdf_lines_height(text, 0, text->lines);
        rt_pdf_need(p, height < 120 ? height : 40);
        rt_pdf_add(p, RT_PDF_DEST, RT_PDF_LEFT, p->y)->name = rt_str_printf(p->arena, "n%zu", i + 1);
        rt_pdf_open(p, "Note");
        rt_pdf_lines(p, number, 0, 1, RT_PDF_LEFT, p->y);
        rt_pdf_close(p, "Note");
        rt_pdf_flow(p, text, RT_PDF_LEFT + NUMBER, "Note");
        p->y += 4;
    }
}

static void lay_out(rt_pdf *p) {
    rt_pdf_page_new(p);
    rt_pdf_open(p, "Document");
    put_head(p);
    keep_contents(p);
    for (const rt_section *s = p->doc->first; s != NULL; s = s->next) {
        put_heading(p, s->id, s->title, least_of(s->first));
        for (const rt_block *b = s->first; b != NULL; b = b->next) put_block(p, b);
    }
    put_notes(p);
    put_contents(p);
    rt_pdf_close(p, "Document");
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

static cairo_status_t take(void *to, const unsigned char *bytes, unsigned n) {
    rt_buf_add(to, (rt_str){(const char *)bytes, n});
    return CAIRO_STATUS_SUCCESS;
}

/* No clock goes into the file: without a day of its own, that from which computers count. */
static void set_metadata(cairo_surface_t *s, const rt_pdf *p) {
    const rt_str day = p->doc->day.len > 0 ? p->doc->day : RT_S("1970-01-01");
    const char *time = rt_str_printf(p->arena, "%.*sT00:00:00Z", RT_FMT(day)).at;
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, rt_str_z(p->arena, p->doc->title));
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_SUBJECT, "Statements, not findings");
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "redthread");
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, time);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static void add_outline(cairo_surface_t *s, const rt_pdf *p) {
    for (const rt_pdf_entry *e = p->entries; e != NULL; e = e->next)
        cairo_pdf_surface_add_outline(s, CAIRO_PDF_OUTLINE_ROOT, e->title,
                                      rt_str_printf(p->arena, "dest='%s'", e->id).at, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static rt_status draw(rt_pdf *p, cairo_surface_t *s, cairo_t *cr, rt_error *err) {
    unsigned number = 0;
    set_metadata(s, p);
    for (const rt_pdf_page *page = p->first; page != NULL; page = page->next) {
        rt_pdf_draw_page(p, cr, page, ++number);
        cairo_show_page(cr);
    }
    add_outline(s, p);
    cairo_surface_finish(s);
    const cairo_status_t status = cairo_status(cr) != CAIRO_STATUS_SUCCESS ? cairo_status(cr) : cairo_surface_status(s);
    if (status == CAIRO_STATUS_SUCCESS) return rt_ok;
    return rt_fail(err, RT_IO, "the PDF cannot be written: %s", cairo_status_to_string(status));
}

static void set_faces(rt_pdf *p) {
    static const char *const faces[RT_PDF_FACES] = {
        [RT_PDF_TITLE] = "DejaVu Serif Condensed, Noto Serif, serif 22",
        [RT_PDF_HEADING] = "DejaVu Serif Condensed, Noto Serif, serif 13",
        [RT_PDF_BODY] = "DejaVu Sans Condensed, Noto Sans, sans-serif 9.2",
        [RT_PDF_TABLE] = "DejaVu Sans Condensed, Noto Sans, sans-serif 8",
        [RT_PDF_SMALL] = "DejaVu Sans Condensed, Noto Sans, sans-serif 7.2",
    };
    for (size_t i = 0; i < RT_PDF_FACES; i++) p->faces[i] = pango_font_description_from_string(faces[i]);
}

static void give_back(rt_pdf *p) {
    for (const rt_pdf_text *t = p->texts; t != NULL; t = t->next) g_object_unref(t->layout);
    for (size_t i = 0; i < RT_PDF_FACES; i++) pango_font_description_free(p->faces[i]);
    g_object_unref(p->context);
}

/* Letters stand where their widths put them, not on the grid of a screen. */
static void set_context(PangoContext *context) {
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

rt_status rt_pdf_write(const rt_doc *d, rt_buf *out, rt_error *err) {
    cairo_surface_t *s = cairo_pdf_surface_create_for_stream(take, out, RT_PDF_PAGE_WIDTH, RT_PDF_PAGE_HEIGHT);
    cairo_t *cr = cairo_create(s);
    rt_pdf p = {.arena = d->arena, .doc = d, .context = pango_cairo_create_context(cr)};
    set_context(p.context);
    set_faces(&p);
    lay_out(&p);
    const rt_status status = draw(&p, s, cr, err);
    give_back(&p);
    cairo_destroy(cr);
    cairo_surface_destroy(s);
    return status;
}
