#include "report/svg.h"

#include <math.h>

#include "report/clean.h"

/* At most two decimals, none where they are 0: the same in every locale. */
static void number(rt_buf *out, double x) {
    const long long hundredths = llround(x * 100);
    const unsigned long long n = (unsigned long long)(hundredths < 0 ? -hundredths : hundredths);
    if (hundredths < 0) rt_buf_byte(out, '-');
    rt_buf_printf(out, "%llu", n / 100);
    if (n % 100 == 0) return;
    rt_buf_printf(out, n % 10 == 0 ? ".%llu" : ".%02llu", n % 10 == 0 ? n % 100 / 10 : n % 100);
}

static void attribute(rt_buf *out, const char *name, double x) {
    rt_buf_printf(out, " %s=\"", name);
    number(out, x);
    rt_buf_byte(out, '"');
}

static void colour(rt_buf *out, const char *name, uint32_t c) {
    if (c > 0xFFFFFF)
        rt_buf_printf(out, " %s=\"none\"", name);
    else
        rt_buf_printf(out, " %s=\"#%06x\"", name, (unsigned)c);
}

static void pen(rt_buf *out, const rt_pen *p) {
    colour(out, "fill", p->fill);
    if (p->stroke > 0xFFFFFF) return;
    colour(out, "stroke", p->stroke);
    attribute(out, "stroke-width", p->width);
    if (p->dash == RT_DASH_LONG) rt_buf_add(out, RT_S(" stroke-dasharray=\"4 3\""));
    if (p->dash == RT_DASH_DOTS) rt_buf_add(out, RT_S(" stroke-dasharray=\"1 3\""));
}

static void box(rt_buf *out, const rt_mark *m) {
    rt_buf_add(out, RT_S("<rect"));
    attribute(out, "x", m->at.x);
    attribute(out, "y", m->at.y);
    attribute(out, "width", m->width);
    attribute(out, "height", m->height);
    if (m->radius > 0) attribute(out, "rx", m->radius);
    pen(out, &m->pen);
    rt_buf_add(out, RT_S("/>\n"));
}

static void circle(rt_buf *out, const rt_mark *m) {
    rt_buf_add(out, RT_S("<circle"));
    attribute(out, "cx", m->at.x);
    attribute(out, "cy", m->at.y);
    attribute(out, "r", m->radius);
    pen(out, &m->pen);
    rt_buf_add(out, RT_S("/>\n"));
}

static rt_str command(const rt_mark *m, size_t i) {
    if (i == 0 || (m->pairs && i % 2 == 0)) return RT_S("M");
    if (m->curved) return i == 1 ? RT_S("C") : RT_S(" ");
    return RT_S("L");
}

static void path(rt_buf *out, const rt_mark *m) {
    rt_buf_add(out, RT_S("<path d=\""));
    for (size_t i = 0; i < m->n; i++) {
        rt_buf_add(out, command(m, i));
        number(out, m->points[i].x);
        rt_buf_byte(out, ' ');
        number(out, m->points[i].y);
    }
    rt_buf_add(out, m->closed ? RT_S("Z\"") : RT_S("\""));
    pen(out, &m->pen);
    rt_buf_add(out, RT_S("/>\n"));
}

static void text(rt_buf *out, const rt_mark *m) {
    static const char *const anchors[] = {"start", "middle", "end"};
    rt_buf_add(out, RT_S("<text"));
    attribute(out, "x", m->at.x);
    attribute(out, "y", m->at.y);
    attribute(out, "font-size", m->font.size);
    if (m->font.anchor != RT_ANCHOR_START) rt_buf_printf(out, " text-anchor=\"%s\"", anchors[m->font.anchor]);
    if (m->font.bold) rt_buf_add(out, RT_S(" font-weight=\"bold\""));
    if (m->font.italic) rt_buf_add(out, RT_S(" font-style=\"italic\""));
    colour(out, "fill", m->font.colour);
    if (m->font.halo)
        rt_buf_add(out,
                   RT_S(" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""));
    rt_buf_byte(out, '>');
    rt_xml_escape(out, m->text);
    rt_buf_add(out, RT_S("</text>\n"));
}

static void (*const writers[])(rt_buf *out, const rt_mark *m) = {
    [RT_MARK_BOX] = box, [RT_MARK_PATH] = path, [RT_MARK_CIRCLE] = circle, [RT_MARK_TEXT] = text};

static void head(rt_buf *out, const rt_picture *p, const char *id) {
    rt_buf_add(out, RT_S("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "));
    number(out, p->width);
    rt_buf_byte(out, ' ');
    number(out, p->height);
    rt_buf_byte(out, '"');
    attribute(out, "width", p->width);
    attribute(out, "height", p->height);
    rt_buf_printf(out, " role=\"img\" aria-labelledby=\"%s-title %s-text\"", id, id);
    rt_buf_add(out, RT_S(" font-family=\"'DejaVu Sans', Verdana, Arial, sans-serif\">\n"));
    rt_buf_printf(out, "<title id=\"%s-title\">", id);
    rt_xml_escape(out, p->title);
    rt_buf_printf(out, "</title>\n<desc id=\"%s-text\">", id);
    rt_xml_escape(out, p->text);
    rt_buf_add(out, RT_S("</desc>\n"));
}

void rt_svg_write(rt_buf *out, const rt_picture *p, const char *id) {
    head(out, p, id);
    for (const rt_mark *m = p->first; m != NULL; m = m->next) writers[m->kind](out, m);
    rt_buf_add(out, RT_S("</svg>\n"));
}

void rt_svg_file(rt_buf *out, const rt_picture *p) {
    rt_buf_add(out, RT_S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    rt_svg_write(out, p, "picture");
}
