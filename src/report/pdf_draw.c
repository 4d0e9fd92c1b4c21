/* Pages as they were laid out, drawn. */
#include "report/pdf.h"

static void ink(cairo_t *cr, uint32_t c) {
    cairo_set_source_rgb(cr, (c >> 16 & 0xFF) / 255.0, (c >> 8 & 0xFF) / 255.0, (c & 0xFF) / 255.0);
}

/* The places of a line at which numbers lead to notes. */
static void draw_links(rt_pdf *p, cairo_t *cr, const rt_pdf_text *t, PangoLayoutLine *line, double x, double y,
                       double height) {
    const int begin = line->start_index, end = begin + line->length;
    for (size_t i = 0; i < t->n_links; i++) {
        const rt_pdf_link *l = &t->links[i];
        int *ranges, n;
        if (l->from < begin || l->to > end) continue;
        pango_layout_line_get_x_ranges(line, l->from, l->to, &ranges, &n);
        for (int k = 0; k < n; k++) {
            const double from = (double)ranges[2 * k] / PANGO_SCALE, to = (double)ranges[2 * k + 1] / PANGO_SCALE;
            const rt_str where = rt_str_printf(p->arena, "dest='%.*s' rect=[%.2f %.2f %.2f %.2f]", RT_FMT(l->dest),
                                               x + from, y, to - from, height);
            cairo_tag_begin(cr, CAIRO_TAG_LINK, where.at);
            cairo_tag_end(cr, CAIRO_TAG_LINK);
        }
        g_free(ranges);
    }
}

static void draw_lines(rt_pdf *p, cairo_t *cr, const rt_pdf_item *item) {
    double y = item->y;
    for (int i = item->from; i < item->to; i++) {
        PangoRectangle r;
        PangoLayoutLine *line = pango_layout_get_line_readonly(item->text->layout, i);
        pango_layout_line_get_extents(line, NULL, &r);
        const double height = (double)r.height / PANGO_SCALE;
        ink(cr, 0x1a1a1a);
        cairo_move_to(cr, item->x, y - (double)r.y / PANGO_SCALE);
        pango_cairo_show_layout_line(cr, line);
        draw_links(p, cr, item->text, line, item->x, y, height);
        y += height + (double)pango_layout_get_spacing(item->text->layout) / PANGO_SCALE;
    }
}

static void draw_item(rt_pdf *p, cairo_t *cr, const rt_pdf_item *i) {
    switch (i->kind) {
    case RT_PDF_LINES: draw_lines(p, cr, i); break;
    case RT_PDF_RULE:
    case RT_PDF_SHADE:
        ink(cr, i->colour);
        cairo_rectangle(cr, i->x, i->y, i->width, i->height);
        cairo_fill(cr);
        break;
    case RT_PDF_PICTURE:
        cairo_save(cr);
        cairo_translate(cr, i->x, i->y);
        rt_pdf_draw_picture(p, cr, i->picture, i->width / i->picture->width);
        cairo_restore(cr);
        break;
    case RT_PDF_OPEN: cairo_tag_begin(cr, i->tag, NULL); break;
    case RT_PDF_CLOSE: cairo_tag_end(cr, i->tag); break;
    case RT_PDF_DEST:
        cairo_tag_begin(cr, CAIRO_TAG_DEST,
                        rt_str_printf(p->arena, "name='%.*s' x=%.2f y=%.2f", RT_FMT(i->name), i->x, i->y).at);
        cairo_tag_end(cr, CAIRO_TAG_DEST);
        break;
    }
}

static void draw_small(rt_pdf *p, cairo_t *cr, rt_str words, double y, bool right) {
    const rt_pdf_text *t = rt_pdf_text_plain(p, RT_PDF_SMALL, words, 0x6a6a6a, RT_PDF_WIDTH, false);
    pango_layout_set_alignment(t->layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_ellipsize(t->layout, PANGO_ELLIPSIZE_END);
    cairo_move_to(cr, RT_PDF_LEFT, y);
    pango_cairo_show_layout(cr, t->layout);
}

void rt_pdf_draw_page(rt_pdf *p, cairo_t *cr, const rt_pdf_page *page, unsigned number) {
    for (const rt_pdf_item *i = page->first; i != NULL; i = i->next) draw_item(p, cr, i);
    if (number > 1) draw_small(p, cr, p->doc->title, 34, false);
    if (number > 1) draw_small(p, cr, RT_S("statements, not findings"), 34, true);
    draw_small(p, cr, rt_str_printf(p->arena, "%u of %u", number, p->n_pages), RT_PDF_PAGE_HEIGHT - 40, true);
}
