#include "report/chart_timeline.h"

#include "base/date_english.h"
#include "base/grow.h"
#include "base/pick.h"
#include "report/extent.h"
#include "report/words.h"

enum { WIDTH = 520, LABELS = 205, EDGE = 6, ROW = 15, BAR = 8, HEAD = 20, FOOT = 8, PEOPLE_MOST = 6, TICKS_MOST = 16 };

static const rt_pen core = {0x1f3a5f, 0x1f3a5f, 0.6, RT_DASH_NONE};
static const rt_pen frame = {0xffffff, 0x6f86a6, 0.6, RT_DASH_LONG};
static const rt_pen hatch = {RT_NO_COLOUR, 0x6f86a6, 0.6, RT_DASH_NONE};
static const rt_pen stripe = {0xf5f3f0, RT_NO_COLOUR, 0, RT_DASH_NONE};
static const rt_pen band = {0xf6e3df, RT_NO_COLOUR, 0, RT_DASH_NONE};
static const rt_pen grid = {RT_NO_COLOUR, 0xd2cfca, 0.5, RT_DASH_NONE};
static const rt_font label = {.size = 7.6, .colour = 0x1a1a1a};
static const rt_font small = {.size = 6.8, .colour = 0x666666, .anchor = RT_ANCHOR_MIDDLE};
/* Apart for those who don't tell red from green (Okabe and Ito). */
static const uint32_t people[PEOPLE_MOST] = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9};

typedef struct row {
    const rt_value *event;
    rt_extent extent;
} row;

typedef struct chart {
    rt_picture *p;
    const rt_value *view;
    row *rows;
    size_t n;
    rt_day first, last; /* of the axis */
    double left, right, top, bottom;
} chart;

static size_t gather(rt_arena *arena, const rt_value *view, row **rows) {
    size_t n = 0;
    row r;
    for (const rt_value *e = rt_value_first(get(view, "events")); e != NULL; e = e->next) {
        if (!rt_extent_of(e, &r.extent)) continue;
        r.event = e;
        if (rows != NULL) *rows = rt_grow(arena, *rows, n, sizeof r), (*rows)[n] = r;
        n++;
    }
    return n;
}

size_t rt_chart_dated(const rt_value *view) { return gather(NULL, view, NULL); }

static double x_of(const chart *c, rt_day day) {
    if (day <= c->first) return c->left;
    if (day >= c->last) return c->right;
    return c->left + (double)(day - c->first) / (double)(c->last - c->first) * (c->right - c->left);
}

/* --- the axis ---------------------------------------------------------------------------------------------------- */

/* From the first day of a year to the last of one; a year more where something goes on beyond. */
static void set_axis(chart *c, const row *all, size_t n) {
    int64_t year, end;
    int month, day;
    bool before = false, beyond = false;
    c->first = all[0].extent.first;
    c->last = all[0].extent.last;
    for (size_t i = 0; i < n; i++) {
        const rt_extent *x = &all[i].extent;
        if (x->first < c->first) c->first = x->first;
        if (x->last > c->last) c->last = x->last;
        before |= x->open_start || x->unknown_start;
        beyond |= x->open_end || x->unknown_end;
    }
    rt_day_parts(c->first, &year, &month, &day);
    rt_day_parts(c->last, &end, &month, &day);
    c->first = rt_day_of(before ? year - 1 : year, 1, 1);
    c->last = rt_day_of(beyond ? end + 2 : end + 1, 1, 1);
}

/* 1, 2, 5, 10, ... years between ticks. */
static int64_t tick_step(int64_t years) {
    static const int64_t factors[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < 3; i++)
            if (years / (factors[i] * power) <= TICKS_MOST || power > RT_YEAR_MAX / 100) return factors[i] * power;
}

static int64_t year_of(rt_day d) {
    int64_t year;
    int month, day;
    rt_day_parts(d, &year, &month, &day);
    return year;
}

/* A year by itself stands in the middle of its room, one of several at its own line. */
static void tick(chart *c, int64_t year, int64_t step) {
    const double x = x_of(c, rt_day_of(year, 1, 1)), room = x_of(c, rt_day_of(year + step, 1, 1)) - x;
    const double middle = step == 1 ? x + room / 2 : x;
    const rt_str words = rt_str_printf(c->p->arena, "%lld", (long long)year);
    const double half = rt_letters_width(words, small) / 2;
    rt_picture_line(c->p, (rt_point){x, c->top}, (rt_point){x, c->bottom}, grid);
    if (2 * half < room && middle + half <= WIDTH) rt_picture_text(c->p, (rt_point){middle, c->top - 6}, small, words);
}

static void draw_axis(chart *c) {
    const int64_t begin = year_of(c->first), end = year_of(c->last), step = tick_step(end - begin);
    const int64_t over = ((begin % step) + step) % step;
    for (int64_t y = over == 0 ? begin : begin - over + step; y < end; y += step) tick(c, y, step);
    rt_picture_line(c->p, (rt_point){c->left, c->top}, (rt_point){c->right, c->top}, grid);
    rt_picture_line(c->p, (rt_point){c->right, c->top}, (rt_point){c->right, c->bottom}, grid);
}

static bool day_of(rt_str text, rt_day *day) {
    rt_when w;
    if (text.len == 0 || rt_edtf_read(text, &w, NULL).code != RT_OK) return false;
    *day = w.start_min;
    return true;
}

static void draw_gaps(chart *c) {
    rt_day from, to;
    for (const rt_value *g = rt_value_first(get(c->view, "gaps")); g != NULL; g = g->next) {
        if (!day_of(text(g, "from"), &from) || !day_of(text(g, "to"), &to)) continue;
        const double x = x_of(c, from), room = x_of(c, to) - x;
        rt_picture_box(c->p, (rt_point){x, c->top}, room, c->bottom - c->top, 0, band);
        const rt_str words = rt_letters_fit(c->p->arena, RT_S("nothing known"), small, room);
        if (words.len > 8) rt_picture_text(c->p, (rt_point){x + room / 2, c->bottom + FOOT}, small, words);
    }
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* A tip that points to where it goes on. */
static void tip(chart *c, double x, double y, double towards) {
    const rt_point points[] = {{x, y}, {x + towards, y + BAR / 2.0}, {x, y + BAR}};
    rt_picture_polygon(c->p, points, 3, (rt_pen){0x6f86a6, RT_NO_COLOUR, 0, RT_DASH_NONE});
}

/* What nobody bounds: a thin line to the edge of the picture. */
static void draw_beyond(chart *c, double from, double to, double y) {
    const rt_pen thin = {RT_NO_COLOUR, 0x6f86a6, 0.9, RT_DASH_DOTS};
    if (to > from) rt_picture_line(c->p, (rt_point){from, y + BAR / 2.0}, (rt_point){to, y + BAR / 2.0}, thin);
}

static void draw_possible(chart *c, const rt_extent *x, double y, double from, double to) {
    rt_picture_box(c->p, (rt_point){from, y}, to - from, BAR, 0, frame);
    rt_picture_hatch(c->p, (rt_point){from, y}, to - from, BAR, 3.2, hatch);
    if (x->unknown_start || x->open_start) draw_beyond(c, c->left, from, y);
    if (x->unknown_end || x->open_end) draw_beyond(c, to, c->right, y);
    if (x->open_end) tip(c, c->right, y, 5);
    if (x->open_start) tip(c, c->left, y, -5);
}

static void draw_bar(chart *c, const rt_extent *x, double y) {
    const double least = 3, from = x_of(c, x->first), to = x_of(c, x->last + 1);
    draw_possible(c, x, y, from, to - from < least ? from + least : to);
    if (x->core_first > x->core_last) return;
    const double begin = x_of(c, x->core_first), end = x_of(c, x->core_last + 1);
    rt_picture_box(c->p, (rt_point){begin, y}, end - begin < least ? least : end - begin, BAR, 0, core);
}

/* Which of those whom the timeline is about took part: a dot each. */
static double draw_people(chart *c, const rt_value *event, double y) {
    double x = EDGE;
    const rt_value *about = get(c->view, "about");
    if (rt_value_count(about) < 2) return x;
    size_t i = 0;
    for (const rt_value *a = rt_value_first(about); a != NULL && i < PEOPLE_MOST; a = a->next, i++) {
        for (const rt_value *w = rt_value_first(get(event, "who")); w != NULL; w = w->next)
            if (rt_str_eq(text(w, "id"), text(a, "id")))
                rt_picture_circle(c->p, (rt_point){x + 3, y}, 2.5, (rt_pen){people[i], RT_NO_COLOUR, 0, RT_DASH_NONE});
        x += 7;
    }
    return x + 2;
}

/* What is said of it, with what makes it less than asserted. */
static rt_str words_of(rt_arena *arena, const rt_value *e) {
    const rt_str what = text(e, "what").len > 0 ? text(e, "what") : text(e, "schema"), stance = text(e, "stance");
    if (is_set(e, "retracted")) return rt_str_printf(arena, "taken back: %.*s", RT_FMT(what));
    if (rt_str_is(stance, "denies")) return rt_str_printf(arena, "denied: %.*s", RT_FMT(what));
    if (rt_str_is(stance, "believes")) return rt_str_printf(arena, "believed: %.*s", RT_FMT(what));
    if (rt_str_is(stance, "suspects")) return rt_str_printf(arena, "suspected: %.*s", RT_FMT(what));
    return what;
}

static void draw_row(chart *c, size_t i) {
    const double y = c->top + (double)i * ROW, x = draw_people(c, c->rows[i].event, y + ROW / 2.0);
    rt_font font = label;
    font.italic = text(c->rows[i].event, "stance").len > 0 || is_set(c->rows[i].event, "retracted");
    const rt_str words = rt_letters_fit(c->p->arena, words_of(c->p->arena, c->rows[i].event), font, c->left - x - 6);
    rt_picture_text(c->p, (rt_point){x, y + ROW - 4.6}, font, words);
    draw_bar(c, &c->rows[i].extent, y + (ROW - BAR) / 2.0);
}

static void draw_stripes(chart *c) {
    for (size_t i = 0; i < c->n; i += 2)
        rt_picture_box(c->p, (rt_point){0, c->top + (double)i * ROW}, WIDTH, ROW, 0, stripe);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static void draw_legend(chart *c) {
    double x = EDGE;
    size_t i = 0;
    rt_font font = label;
    if (rt_value_count(get(c->view, "about")) < 2) return;
    for (const rt_value *a = rt_value_first(get(c->view, "about")); a != NULL && i < PEOPLE_MOST; a = a->next, i++) {
        const rt_str name = rt_letters_fit(c->p->arena, text(a, "caption"), font, 150);
        rt_picture_circle(c->p, (rt_point){x + 3, 5}, 2.5, (rt_pen){people[i], RT_NO_COLOUR, 0, RT_DASH_NONE});
        rt_picture_text(c->p, (rt_point){x + 9, 8}, font, name);
        x += rt_letters_width(name, font) + 20;
    }
}

static rt_str described(rt_arena *arena, const chart *c) {
    return rt_str_printf(arena, "%zu events from %lld to %lld, a row each in the order of time.", c->n,
                         (long long)year_of(c->first), (long long)year_of(c->last - 1));
}

const rt_picture *rt_chart_timeline(rt_arena *arena, const rt_value *view, size_t first, size_t most) {
    chart c = {.view = view, .left = LABELS, .right = WIDTH - 12};
    row *all = NULL;
    const size_t n = gather(arena, view, &all);
    if (first >= n || most == 0) return NULL;
    set_axis(&c, all, n);
    c.rows = all + first;
    c.n = n - first < most ? n - first : most;
    c.top = HEAD + (rt_value_count(get(view, "about")) > 1 ? 8 : 0);
    c.bottom = c.top + (double)c.n * ROW;
    const rt_str title = rt_str_printf(arena, "Timeline of %.*s", RT_FMT(rt_names_joined(arena, get(view, "about"))));
    c.p = rt_picture_new(arena, WIDTH, c.bottom + FOOT + 4, title, described(arena, &c));
    draw_stripes(&c);
    draw_gaps(&c);
    draw_axis(&c);
    draw_legend(&c);
    for (size_t i = 0; i < c.n; i++) draw_row(&c, i);
    return c.p;
}
