#include "report/picture.h"

#include <math.h>
#include <unicode/uchar.h>

#include "report/clean.h"

enum { FARTHEST = 100000 };

static double bounded(double x) {
    if (!isfinite(x)) return 0;
    return x > FARTHEST ? FARTHEST : x < -FARTHEST ? -FARTHEST : x;
}

static rt_point place(rt_point p) { return (rt_point){bounded(p.x), bounded(p.y)}; }
static double extent(double x) { return fabs(bounded(x)); }

rt_picture *rt_picture_new(rt_arena *arena, double width, double height, rt_str title, rt_str text) {
    rt_picture *p = RT_NEW(arena, rt_picture);
    *p = (rt_picture){.arena = arena,
                      .width = extent(width),
                      .height = extent(height),
                      .title = rt_clean_line(arena, title),
                      .text = rt_clean_line(arena, text)};
    return p;
}

static rt_mark *add(rt_picture *p, rt_mark_kind kind, rt_pen pen) {
    rt_mark *m = RT_NEW(p->arena, rt_mark);
    m->kind = kind;
    m->pen = pen;
    m->pen.width = extent(pen.width);
    *(p->last != NULL ? &p->last->next : &p->first) = m;
    return p->last = m;
}

void rt_picture_box(rt_picture *p, rt_point at, double width, double height, double radius, rt_pen pen) {
    rt_mark *m = add(p, RT_MARK_BOX, pen);
    m->at = place(at);
    m->width = extent(width);
    m->height = extent(height);
    m->radius = fmin(extent(radius), fmin(m->width, m->height) / 2);
}

void rt_picture_circle(rt_picture *p, rt_point centre, double radius, rt_pen pen) {
    rt_mark *m = add(p, RT_MARK_CIRCLE, pen);
    m->at = place(centre);
    m->radius = extent(radius);
}

static rt_mark *path(rt_picture *p, const rt_point *points, size_t n, rt_pen pen) {
    rt_mark *m = add(p, RT_MARK_PATH, pen);
    m->points = RT_NEW_N(p->arena, rt_point, n);
    for (size_t i = 0; i < n; i++) m->points[i] = place(points[i]);
    m->n = n;
    return m;
}

void rt_picture_line(rt_picture *p, rt_point from, rt_point to, rt_pen pen) {
    path(p, (rt_point[]){from, to}, 2, pen)->pen.fill = RT_NO_COLOUR;
}

void rt_picture_polygon(rt_picture *p, const rt_point *points, size_t n, rt_pen pen) {
    path(p, points, n, pen)->closed = true;
}

void rt_picture_curve(rt_picture *p, rt_point from, rt_point control, rt_point control2, rt_point to, rt_pen pen) {
    rt_mark *m = path(p, (rt_point[]){from, control, control2, to}, 4, pen);
    m->curved = true;
    m->pen.fill = RT_NO_COLOUR;
}

void rt_picture_text(rt_picture *p, rt_point at, rt_font font, rt_str text) {
    if (text.len == 0) return;
    rt_mark *m = add(p, RT_MARK_TEXT, (rt_pen){RT_NO_COLOUR, RT_NO_COLOUR, 0, RT_DASH_NONE});
    m->at = place(at);
    m->font = font;
    m->font.size = extent(font.size);
    m->text = rt_clean_line(p->arena, text);
}

/* Lines x + y = c, cut at the edges of the box. */
void rt_picture_hatch(rt_picture *p, rt_point at, double width, double height, double step, rt_pen pen) {
    at = place(at);
    width = extent(width);
    height = extent(height);
    step = fmax(extent(step), 0.5);
    rt_mark *m = path(p, NULL, 0, pen);
    m->pen.fill = RT_NO_COLOUR;
    m->pairs = true;
    m->points = RT_NEW_N(p->arena, rt_point, 2 * (size_t)ceil((width + height) / step));
    for (size_t i = 1; (double)i * step < width + height; i++) {
        const double c = (double)i * step;
        m->points[m->n++] = (rt_point){at.x + fmin(c, width), at.y + fmax(0, c - width)};
        m->points[m->n++] = (rt_point){at.x + fmax(0, c - height), at.y + fmin(c, height)};
    }
}

/* --- how wide text is -------------------------------------------------------------------------------------------- */

/* Advance widths of ' ' to '~' in DejaVu Sans, in thousandths of the size. */
static const uint16_t ascii[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838,
};
enum { OTHER = 690, WIDE = 1000, BOLD_PERCENT = 113 };

static unsigned thousandths(uint32_t c) {
    if (c >= ' ' && c <= '~') return ascii[c - ' '];
    const int8_t category = u_charType((UChar32)c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int east = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return east == U_EA_WIDE || east == U_EA_FULLWIDTH || c >= 0x1F000 ? WIDE : OTHER;
}

static double width_of(uint32_t c, rt_font font) {
    return thousandths(c) * font.size / 1000 * (font.bold ? BOLD_PERCENT / 100.0 : 1);
}

double rt_letters_width(rt_str text, rt_font font) {
    double sum = 0;
    for (size_t at = 0; at < text.len;) sum += width_of(rt_utf8_next(text, &at), font);
    return sum;
}

rt_str rt_letters_fit(rt_arena *arena, rt_str text, rt_font font, double width) {
    const double room = width - width_of(0x2026, font);
    size_t keep = 0;
    double sum = 0;
    for (size_t at = 0; at < text.len && sum <= width;) {
        const double w = width_of(rt_utf8_next(text, &at), font);
        sum += w;
        if (sum <= room) keep = at;
    }
    if (sum <= width) return text;
    return rt_str_printf(arena, "%.*s\xe2\x80\xa6", RT_FMT(rt_str_trim(rt_str_cut(text, keep))));
}
