#include "report/chart_network.h"

#include <math.h>

#include "base/grow.h"
#include "base/pick.h"
#include "report/chart_boxes.h"

enum { EDGE = 10, LEGEND_ROW = 13, LEGEND_GAP = 12, KEY_MOST = 60 };

/* How boxes look: told apart by corners and lightness too. */
static const struct {
    rt_pen pen;
    double radius;
    const char *words;
} looks[RT_BOX_KINDS] = {
    [RT_BOX_PERSON] = {{0xdbe8f5, 0x1f3a5f, 1.1, RT_DASH_NONE}, 9, "person"},
    [RT_BOX_ORGANISATION] = {{0xe3e1dc, 0x3d3a35, 1.1, RT_DASH_NONE}, 0, "organisation"},
    [RT_BOX_EVENT] = {{0xfdf4df, 0xa06a00, 0.7, RT_DASH_NONE}, 3, "event"},
    [RT_BOX_PAPER] = {{0xffffff, 0x6b6b6b, 0.7, RT_DASH_NONE}, 0, "paper, hypothesis"},
    [RT_BOX_OTHER] = {{0xeef4ea, 0x4d7a3a, 0.7, RT_DASH_LONG}, 3, "other"},
};
static const rt_pen about_pen = {0x1f3a5f, 0x1f3a5f, 1.1, RT_DASH_NONE};

static const struct {
    rt_pen pen;
    const char *words;
} strokes[RT_LINK_STYLES] = {
    [RT_LINK_STATED] = {{RT_NO_COLOUR, 0x333333, 1.0, RT_DASH_NONE}, "stated"},
    [RT_LINK_DERIVED] = {{RT_NO_COLOUR, 0x0072b2, 1.0, RT_DASH_LONG}, "follows from what is stated"},
    [RT_LINK_DOUBTED] = {{RT_NO_COLOUR, 0x8a5a00, 1.1, RT_DASH_DOTS}, "suspected or believed only"},
    [RT_LINK_DENIED] = {{RT_NO_COLOUR, 0x9a9a9a, 1.0, RT_DASH_NONE}, "denied or taken back"},
};

/* Where a line is crossed out, from its beginning. */
#define CROSS_AT 0.32

static const rt_font dark = {.size = RT_BOX_FONT_SIZE, .colour = 0x1a1a1a, .anchor = RT_ANCHOR_MIDDLE};
static const rt_font on_lines = {
    .size = 7, .colour = 0x333333, .anchor = RT_ANCHOR_MIDDLE, .italic = true, .halo = true};
static const rt_font below = {.size = 7.2, .colour = 0x333333};

typedef struct area {
    double left, top, right, bottom;
} area;

/* A link as it runs: a curve with one control point, which for a straight one is its middle; and its label. */
typedef struct run {
    rt_point from, bend, to;
    rt_str label;
    rt_point label_at;
} run;

typedef struct chart {
    rt_picture *p;
    rt_chart_parts parts;
    rt_laid_box *laid;
    run *runs;   /* one for each link */
    area *taken; /* by labels */
    size_t taken_count;
    rt_strs keys; /* labels that had no room: by number */
    rt_point size;
    rt_arena *arena;
} chart;

/* --- runs -------------------------------------------------------------------------------------------------------- */

static area area_of(const rt_laid_box *b, double more) {
    return (area){b->at.x - b->width / 2 - more, b->at.y - b->height / 2 - more, b->at.x + b->width / 2 + more,
                  b->at.y + b->height / 2 + more};
}

/* Where the line from a box's centre towards a point leaves it. */
static rt_point rim(const rt_laid_box *b, rt_point towards, double more) {
    const double dx = towards.x - b->at.x, dy = towards.y - b->at.y;
    const double x = fabs(dx) > 0.001 ? (b->width / 2 + more) / fabs(dx) : HUGE_VAL;
    const double y = fabs(dy) > 0.001 ? (b->height / 2 + more) / fabs(dy) : HUGE_VAL;
    const double part = fmin(fmin(x, y), 1);
    return (rt_point){b->at.x + dx * part, b->at.y + dy * part};
}

static rt_point on_run(const run *r, double t) {
    const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return (rt_point){a * r->from.x + b * r->bend.x + c * r->to.x, a * r->from.y + b * r->bend.y + c * r->to.y};
}

/* How many links join the same two boxes, and which of them this is. */
static size_t beside(const chart *c, size_t at, size_t *which) {
    const rt_chart_link *l = &c->parts.links[at];
    size_t n = 0;
    for (size_t i = 0; i < c->parts.link_count; i++) {
        const rt_chart_link *o = &c->parts.links[i];
        if ((o->from != l->from || o->to != l->to) && (o->from != l->to || o->to != l->from)) continue;
        if (i == at) *which = n;
        n++;
    }
    return n;
}

/* Whether a run goes through a box that is none of its ends. */
static size_t crossed(const chart *c, const run *r, const rt_chart_link *l) {
    size_t n = 0;
    for (size_t i = 0; i < c->parts.box_count; i++) {
        const area a = area_of(&c->laid[i], 2);
        bool in = false;
        if (i == l->from || i == l->to) continue;
        for (int step = 1; step < 50 && !in; step++) {
            const rt_point p = on_run(r, step / 50.0);
            in = p.x > a.left && p.x < a.right && p.y > a.top && p.y < a.bottom;
        }
        n += in;
    }
    return n;
}

static run bent(const chart *c, const rt_chart_link *l, double by) {
    const rt_laid_box *a = &c->laid[l->from], *b = &c->laid[l->to];
    const double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y, length = fmax(hypot(dx, dy), 0.01);
    /* To the same side whichever way it leads, so that links between two do not fall on each other. */
    const double side = l->from < l->to ? 1 : -1;
    run r = {
        .bend = {(a->at.x + b->at.x) / 2 - side * by * dy / length, (a->at.y + b->at.y) / 2 + side * by * dx / length}};
    r.from = rim(a, r.bend, 1);
    r.to = rim(b, r.bend, 2.5);
    return r;
}

/* Straight where it can be; else with the least bend that goes round the boxes in its way. */
static run run_of(const chart *c, size_t at) {
    static const double tries[] = {0, 24, -24, 48, -48, 80, -80, 120, -120};
    const rt_chart_link *l = &c->parts.links[at];
    size_t which = 0;
    const size_t n = beside(c, at, &which);
    const double own = ((double)which - ((double)n - 1) / 2) * 26;
    run best = bent(c, l, own);
    size_t least = crossed(c, &best, l);
    for (size_t i = 1; i < sizeof tries / sizeof *tries && least > 0; i++) {
        const run r = bent(c, l, own + tries[i]);
        const size_t now = crossed(c, &r, l);
        if (now < least) best = r, least = now;
    }
    return best;
}

/* --- drawing links ----------------------------------------------------------------------------------------------- */

static void draw_head(chart *c, rt_point tip, rt_point from, uint32_t colour) {
    const double dx = tip.x - from.x, dy = tip.y - from.y, length = fmax(hypot(dx, dy), 0.01);
    const double x = dx / length, y = dy / length;
    const rt_point points[] = {
        tip, {tip.x - 6 * x - 2.6 * y, tip.y - 6 * y + 2.6 * x}, {tip.x - 6 * x + 2.6 * y, tip.y - 6 * y - 2.6 * x}};
    rt_picture_polygon(c->p, points, 3, (rt_pen){colour, RT_NO_COLOUR, 0, RT_DASH_NONE});
}

/* Crossed out. */
static void draw_cross(chart *c, rt_point at, double size) {
    const rt_pen pen = {RT_NO_COLOUR, 0x444444, 1.3, RT_DASH_NONE};
    rt_picture_line(c->p, (rt_point){at.x - size, at.y - size}, (rt_point){at.x + size, at.y + size}, pen);
    rt_picture_line(c->p, (rt_point){at.x - size, at.y + size}, (rt_point){at.x + size, at.y - size}, pen);
}

static void take(chart *c, area a) {
    c->taken = rt_grow(c->arena, c->taken, c->taken_count, sizeof *c->taken);
    c->taken[c->taken_count++] = a;
}

static void take_around(chart *c, rt_point p, double by) { take(c, (area){p.x - by, p.y - by, p.x + by, p.y + by}); }

static void draw_run(chart *c, const run *r, rt_link_style style, bool head) {
    const rt_pen pen = strokes[style].pen;
    const rt_point one = {r->from.x + (r->bend.x - r->from.x) * 2 / 3, r->from.y + (r->bend.y - r->from.y) * 2 / 3};
    const rt_point two = {r->to.x + (r->bend.x - r->to.x) * 2 / 3, r->to.y + (r->bend.y - r->to.y) * 2 / 3};
    rt_picture_curve(c->p, r->from, one, two, r->to, pen);
    if (head) draw_head(c, r->to, r->bend, pen.stroke);
    if (style == RT_LINK_DENIED) draw_cross(c, on_run(r, CROSS_AT), 3);
}

/* --- labels ------------------------------------------------------------------------------------------------------ */

static bool apart(area a, area b) {
    return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

static bool is_free(const chart *c, area a) {
    if (a.left < EDGE / 2.0 || a.top < EDGE / 2.0) return false;
    if (a.right > c->size.x + 1.5 * EDGE || a.bottom > c->size.y + 1.5 * EDGE) return false;
    for (size_t i = 0; i < c->parts.box_count; i++)
        if (!apart(a, area_of(&c->laid[i], 0.5))) return false;
    for (size_t i = 0; i < c->taken_count; i++)
        if (!apart(a, c->taken[i])) return false;
    return true;
}

/* Near the middle of its run, on it or beside it, where nothing else stands. */
static bool place_label(chart *c, const run *r, rt_str words, rt_point *at) {
    static const double along[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}, aside[] = {0, -6, 6, -11, 11};
    const double half = rt_letters_width(words, on_lines) / 2 + 1.5;
    for (size_t k = 0; k < sizeof aside / sizeof *aside; k++)
        for (size_t i = 0; i < sizeof along / sizeof *along; i++) {
            const rt_point p = on_run(r, along[i]);
            const area a = {p.x - half, p.y + aside[k] - 5, p.x + half, p.y + aside[k] + 5};
            if (!is_free(c, a)) continue;
            take(c, a);
            *at = (rt_point){p.x, p.y + aside[k] + 2.4};
            return true;
        }
    return false;
}

static rt_str joined(rt_arena *arena, rt_strs words) {
    rt_str all = words.n > 0 ? words.at[0] : (rt_str){"", 0};
    for (size_t i = 1; i < words.n; i++) all = rt_str_printf(arena, "%.*s, %.*s", RT_FMT(all), RT_FMT(words.at[i]));
    return all;
}

static rt_str number(chart *c, rt_str words) {
    size_t i = 0;
    while (i < c->keys.n && !rt_str_eq(c->keys.at[i], words)) i++;
    if (i == c->keys.n) {
        c->keys.at = rt_grow(c->arena, c->keys.at, c->keys.n, sizeof(rt_str));
        c->keys.at[c->keys.n++] = words;
    }
    return rt_str_printf(c->arena, "(%zu)", i + 1);
}

/* How a label came off. */
typedef enum fitted { AS_IT_IS, BY_NUMBER, NOT_AT_ALL } fitted;

/* What is long, or has no room on its line, gets a number there and stands below. */
static fitted label(chart *c, run *r, rt_str words) {
    const bool short_enough = rt_letters_width(words, on_lines) <= 96;
    if (words.len == 0) return AS_IT_IS;
    r->label = words;
    if (short_enough && place_label(c, r, words, &r->label_at)) return AS_IT_IS;
    r->label = number(c, words);
    r->label_at = on_run(r, 0.5);
    if (!place_label(c, r, r->label, &r->label_at)) return NOT_AT_ALL;
    return short_enough ? BY_NUMBER : AS_IT_IS;
}

/* --- drawing boxes ----------------------------------------------------------------------------------------------- */

static void draw_box(chart *c, size_t i) {
    const rt_chart_box *b = &c->parts.boxes[i];
    const area a = area_of(&c->laid[i], 0);
    rt_font font = dark;
    if (b->about) font.colour = 0xffffff, font.bold = true;
    if (b->list) font.anchor = RT_ANCHOR_START;
    rt_picture_box(c->p, (rt_point){a.left, a.top}, b->width, b->height, b->list ? 2 : looks[b->kind].radius,
                   b->about ? about_pen : looks[b->kind].pen);
    for (size_t k = 0; k < b->lines.n; k++) {
        const double y = a.top + RT_BOX_PAD + (double)(k + 1) * RT_BOX_LINE - 4;
        font.bold = b->about || (b->list && k == 0);
        rt_picture_text(c->p, (rt_point){b->list ? a.left + RT_BOX_PAD : c->laid[i].at.x, y}, font, b->lines.at[k]);
    }
}

/* --- what it means ----------------------------------------------------------------------------------------------- */

static bool has_kind(const chart *c, rt_box_kind kind) {
    for (size_t i = 0; i < c->parts.box_count; i++)
        if (c->parts.boxes[i].kind == kind && !c->parts.boxes[i].about) return true;
    return false;
}

static bool has_style(const chart *c, rt_link_style style) {
    for (size_t i = 0; i < c->parts.link_count; i++)
        if (c->parts.links[i].style == style) return true;
    return false;
}

/* Entries stand side by side as far as there is room. */
typedef struct legend {
    chart *c;
    double x, y;
} legend;

static rt_point place_entry(legend *l, double width) {
    if (l->x > EDGE && l->x + width > EDGE + l->c->size.x) {
        l->x = EDGE;
        l->y += LEGEND_ROW;
    }
    const rt_point at = {l->x, l->y};
    l->x += width + LEGEND_GAP;
    return at;
}

static void add_kind(legend *l, rt_box_kind kind) {
    const rt_str words = rt_str_of(looks[kind].words);
    const rt_point at = place_entry(l, 22 + rt_letters_width(words, below));
    rt_picture_box(l->c->p, (rt_point){at.x, at.y - 7}, 17, 9, fmin(looks[kind].radius, 4.5), looks[kind].pen);
    rt_picture_text(l->c->p, (rt_point){at.x + 22, at.y}, below, words);
}

static void add_style(legend *l, rt_link_style style) {
    const rt_str words = rt_str_of(strokes[style].words);
    const rt_point at = place_entry(l, 31 + rt_letters_width(words, below));
    const run r = {.from = {at.x, at.y - 2.5}, .bend = {at.x + 13, at.y - 2.5}, .to = {at.x + 26, at.y - 2.5}};
    draw_run(l->c, &r, style, style != RT_LINK_DENIED);
    rt_picture_text(l->c->p, (rt_point){at.x + 31, at.y}, below, words);
}

static void add_words(legend *l, rt_str words) {
    words = rt_letters_fit(l->c->arena, words, below, l->c->size.x);
    const rt_point at = place_entry(l, rt_letters_width(words, below));
    rt_picture_text(l->c->p, at, below, words);
}

static void draw_legend(chart *c) {
    legend l = {c, EDGE, c->size.y + 2 * EDGE + LEGEND_ROW};
    for (size_t i = 0; i < c->keys.n && i < KEY_MOST; i++)
        add_words(&l, rt_str_printf(c->arena, "(%zu) %.*s", i + 1, RT_FMT(c->keys.at[i])));
    if (c->keys.n > 0) l.x = EDGE, l.y += LEGEND_ROW + 2;
    for (int kind = 0; kind < RT_BOX_KINDS; kind++)
        if (has_kind(c, (rt_box_kind)kind)) add_kind(&l, (rt_box_kind)kind);
    for (int style = 0; style < RT_LINK_STYLES; style++)
        if (has_style(c, (rt_link_style)style)) add_style(&l, (rt_link_style)style);
    add_words(&l, RT_S("A \xe2\x86\x92 B, mother: B is the mother of A"));
    if (c->parts.left_out > 0)
        add_words(&l, rt_str_printf(c->arena, "%zu further ones are not drawn", c->parts.left_out));
    c->p->height = l.y + EDGE;
}

/* --- the picture ------------------------------------------------------------------------------------------------- */

static void lay(chart *c, double spread) {
    rt_laid_link *links = RT_NEW_N(c->arena, rt_laid_link, c->parts.link_count + 1);
    c->laid = RT_NEW_N(c->arena, rt_laid_box, c->parts.box_count + 1);
    for (size_t i = 0; i < c->parts.box_count; i++)
        c->laid[i] = (rt_laid_box){.width = c->parts.boxes[i].width, .height = c->parts.boxes[i].height};
    for (size_t i = 0; i < c->parts.link_count; i++) {
        const rt_chart_link *l = &c->parts.links[i];
        const double room = rt_letters_width(joined(c->arena, l->words), on_lines);
        links[i] = (rt_laid_link){l->from, l->to, spread * (48 + fmin(room, 96) / 2)};
    }
    c->size = rt_layout(c->laid, c->parts.box_count, links, c->parts.link_count, c->arena);
    for (size_t i = 0; i < c->parts.box_count; i++) {
        c->laid[i].at.x += EDGE;
        c->laid[i].at.y += EDGE;
    }
    c->size.x = fmax(c->size.x, 300); /* for what stands below */
}

/* How the labels came off, at worst. */
static fitted route(chart *c) {
    fitted worst = AS_IT_IS;
    c->taken_count = c->keys.n = 0;
    for (size_t i = 0; i < c->parts.link_count; i++) {
        c->runs[i] = run_of(c, i);
        if (c->parts.links[i].words.n > 0) take_around(c, c->runs[i].to, 5);
        if (c->parts.links[i].style == RT_LINK_DENIED) take_around(c, on_run(&c->runs[i], CROSS_AT), 4);
    }
    for (size_t i = 0; i < c->parts.link_count; i++) {
        const fitted f = label(c, &c->runs[i], joined(c->arena, c->parts.links[i].words));
        if (f > worst) worst = f;
    }
    return worst;
}

/* On more paper, as long as labels have no room; a little more, so that short ones need no number. */
static void plan(chart *c) {
    static const double spreads[] = {1, 1.2, 1.45, 1.8, 2.3};
    c->runs = RT_NEW_N(c->arena, run, c->parts.link_count + 1);
    for (size_t i = 0; i < sizeof spreads / sizeof *spreads; i++) {
        lay(c, spreads[i]);
        const fitted worst = route(c);
        if (worst == AS_IT_IS || (worst == BY_NUMBER && i >= 2)) return;
    }
}

static void draw(chart *c) {
    for (size_t i = 0; i < c->parts.link_count; i++)
        draw_run(c, &c->runs[i], c->parts.links[i].style, c->parts.links[i].words.n > 0);
    for (size_t i = 0; i < c->parts.box_count; i++) draw_box(c, i);
    for (size_t i = 0; i < c->parts.link_count; i++)
        rt_picture_text(c->p, c->runs[i].label_at, on_lines, c->runs[i].label);
    draw_legend(c);
}

const rt_picture *rt_chart_network(rt_arena *arena, const rt_value *view) {
    chart c = {.arena = arena, .parts = rt_chart_parts_of(arena, view)};
    if (c.parts.link_count == 0) return NULL;
    plan(&c);
    const rt_str name = text(get(view, "about"), "caption");
    c.p = rt_picture_new(
        arena, c.size.x + 2 * EDGE, 0, rt_str_printf(arena, "Network of %.*s", RT_FMT(name)),
        rt_str_printf(arena,
                      "%zu people and things joined by %zu ties that are recorded; a box with a heading lists several.",
                      rt_value_count(get(view, "nodes")), rt_value_count(get(view, "edges"))));
    draw(&c);
    return c.p;
}
