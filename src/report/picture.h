/* A picture as a list of marks: lines, boxes, circles, polygons, text. SVG is written from it (svg.h) and the PDF draws
 * it, so that both show the same.
 *
 * Units are points from the upper left corner. Numbers are bounded (those that are none count as 0), text is cleaned
 * (clean.h) on its way in. Everything lives in the arena; slices that are given are copied where they change. */
#pragma once

#include "base/str.h"

enum { RT_NO_COLOUR = 0x1000000 };

typedef enum rt_dash { RT_DASH_NONE, RT_DASH_LONG, RT_DASH_DOTS } rt_dash;

/* How a mark is drawn; colours are 0xRRGGBB or RT_NO_COLOUR. */
typedef struct rt_pen {
    uint32_t fill, stroke;
    double width;
    rt_dash dash;
} rt_pen;

typedef enum rt_anchor { RT_ANCHOR_START, RT_ANCHOR_MIDDLE, RT_ANCHOR_END } rt_anchor;

typedef struct rt_font {
    double size;
    uint32_t colour;
    rt_anchor anchor; /* which end of the text stands at x; of right-to-left text too, start is the left one */
    bool bold, italic;
    bool halo; /* white around the letters, so that they can be read on top of lines */
} rt_font;

typedef struct rt_point {
    double x, y;
} rt_point;

typedef enum rt_mark_kind { RT_MARK_BOX, RT_MARK_PATH, RT_MARK_CIRCLE, RT_MARK_TEXT } rt_mark_kind;

typedef struct rt_mark {
    rt_mark_kind kind;
    rt_pen pen;
    rt_font font;
    rt_point at;          /* upper left corner, centre, or the end of the baseline */
    double width, height; /* of a box */
    double radius;        /* of a circle, or of a box's corners */
    rt_point *points;     /* of a path */
    size_t n;
    bool closed, curved; /* curved: points are start, control, control, end (one cubic Bezier curve) */
    bool pairs;          /* every two points are a line of their own */
    rt_str text;
    struct rt_mark *next;
} rt_mark;

typedef struct rt_picture {
    rt_arena *arena;
    double width, height;
    rt_str title, text; /* what it shows, in a few words; and in a sentence or two for those who can't see it */
    rt_mark *first, *last;
} rt_picture;

rt_picture *rt_picture_new(rt_arena *arena, double width, double height, rt_str title, rt_str text);

void rt_picture_box(rt_picture *p, rt_point at, double width, double height, double radius, rt_pen pen);
void rt_picture_circle(rt_picture *p, rt_point centre, double radius, rt_pen pen);
void rt_picture_line(rt_picture *p, rt_point from, rt_point to, rt_pen pen);
void rt_picture_polygon(rt_picture *p, const rt_point *points, size_t n, rt_pen pen);
void rt_picture_curve(rt_picture *p, rt_point from, rt_point control, rt_point control2, rt_point to, rt_pen pen);
void rt_picture_text(rt_picture *p, rt_point at, rt_font font, rt_str text);

/* Diagonal lines within a box: what is only possible. */
void rt_picture_hatch(rt_picture *p, rt_point at, double width, double height, double step, rt_pen pen);

/* How wide text is at most: by the widths of a wide sans-serif face (DejaVu Sans), as nobody knows the reader's. */
double rt_letters_width(rt_str text, rt_font font);

/* As much of text as fits into width, with an ellipsis where something was left out. */
rt_str rt_letters_fit(rt_arena *arena, rt_str text, rt_font font, double width);
