/* A picture's marks, drawn as they are. */
#include "report/pdf.h"

static void ink(cairo_t *cr, uint32_t c) {
    cairo_set_source_rgb(cr, (c >> 16 & 0xFF) / 255.0, (c >> 8 & 0xFF) / 255.0, (c & 0xFF) / 255.0);
}

static void paint(cairo_t *cr, const rt_pen *pen) {
    static const double dashes[] = {4, 3}, dots[] = {1, 3};
    if (pen->fill <= 0xFFFFFF) {
        ink(cr, pen->fill);
        cairo_fill_preserve(cr);
    }
    if (pen->stroke <= 0xFFFFFF) {
        ink(cr, pen->stroke);
        cairo_set_line_width(cr, pen->width);
        cairo_set_dash(cr, pen->dash == RT_DASH_LONG ? dashes : dots, pen->dash == RT_DASH_NONE ? 0 : 2, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void trace_box(cairo_t *cr, const rt_mark *m) {
    const double x = m->at.x, y = m->at.y, w = m->width, h = m->height, r = m->radius, quarter = 1.5707963267948966;
    if (r <= 0) {
        cairo_rectangle(cr, x, y, w, h);
        return;
    }
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + w - r, y + r, r, -quarter, 0);
    cairo_arc(cr, x + w - r, y + h - r, r, 0, quarter);
    cairo_arc(cr, x + r, y + h - r, r, quarter, 2 * quarter);
    cairo_arc(cr, x + r, y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
}

static void trace_path(cairo_t *cr, const rt_mark *m) {
    if (m->n == 0) return;
    cairo_move_to(cr, m->points[0].x, m->points[0].y);
    if (m->curved && m->n == 4)
        cairo_curve_to(cr, m->points[1].x, m->points[1].y, m->points[2].x, m->points[2].y, m->points[3].x,
                       m->points[3].y);
    else
        for (size_t i = 1; i < m->n; i++)
            (m->pairs && i % 2 == 0 ? cairo_move_to : cairo_line_to)(cr, m->points[i].x, m->points[i].y);
    if (m->closed) cairo_close_path(cr);
}

static void draw_text(rt_pdf *p, cairo_t *cr, const rt_mark *m) {
    PangoLayout *layout = pango_layout_new(p->context);
    PangoFontDescription *face = pango_font_description_from_string("DejaVu Sans, Noto Sans, sans-serif");
    PangoRectangle r;
    pango_font_description_set_absolute_size(face, m->font.size * PANGO_SCALE);
    if (m->font.bold) pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
    if (m->font.italic) pango_font_description_set_style(face, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout, face);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_text(layout, m->text.at, (int)m->text.len);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    pango_layout_line_get_extents(line, NULL, &r);
    const double width = (double)r.width / PANGO_SCALE;
    cairo_move_to(cr,
                  m->at.x - (m->font.anchor == RT_ANCHOR_START    ? 0
                             : m->font.anchor == RT_ANCHOR_MIDDLE ? width / 2
                                                                  : width),
                  m->at.y);
    if (m->font.halo) {
        pango_cairo_layout_line_path(cr, line);
        ink(cr, 0xFFFFFF);
        cairo_set_line_width(cr, 3);
        cairo_set_dash(cr, NULL, 0, 0);
        cairo_stroke(cr);
        cairo_move_to(cr,
                      m->at.x - (m->font.anchor == RT_ANCHOR_START    ? 0
                                 : m->font.anchor == RT_ANCHOR_MIDDLE ? width / 2
                                                                      : width),
                      m->at.y);
    }
    ink(cr, m->font.colour);
    pango_cairo_show_layout_line(cr, line);
    cairo_new_path(cr);
    pango_font_description_free(face);
    g_object_unref(layout);
}

static void draw_mark(rt_pdf *p, cairo_t *cr, const rt_mark *m) {
    if (m->kind == RT_MARK_TEXT) {
        draw_text(p, cr, m);
        return;
    }
    if (m->kind == RT_MARK_BOX) trace_box(cr, m);
    if (m->kind == RT_MARK_PATH) trace_path(cr, m);
    if (m->kind == RT_MARK_CIRCLE) {
        cairo_new_sub_path(cr);
        cairo_arc(cr, m->at.x, m->at.y, m->radius, 0, 6.283185307179586);
    }
    paint(cr, &m->pen);
}

void rt_pdf_draw_picture(rt_pdf *p, cairo_t *cr, const rt_picture *picture, double scale) {
    cairo_save(cr);
    cairo_scale(cr, scale, scale);
    for (const rt_mark *m = picture->first; m != NULL; m = m->next) draw_mark(p, cr, m);
    cairo_restore(cr);
}
