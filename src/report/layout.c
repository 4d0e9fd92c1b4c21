#include "report/layout.h"

#include <math.h>

enum { ROUNDS = 300, PUSHES = 400, GROWTHS = 60 };

/* Free paper around each box; and how much wider than high a page may be filled. */
static const double margin = 11, squeeze = 0.75;

typedef struct plan {
    rt_laid_box *boxes;
    size_t n;
    const rt_laid_link *links;
    size_t link_count;
    double *far; /* n * n: how far apart two should be */
    rt_arena *arena;
} plan;

static double *far_of(const plan *p, size_t a, size_t b) { return &p->far[a * p->n + b]; }

/* --- how far apart ----------------------------------------------------------------------------------------------- */

/* Half of what a box takes up, on whichever side. */
static double reach(const rt_laid_box *b) { return (b->width + b->height) / 4; }

static void measure_links(plan *p) {
    for (size_t i = 0; i < p->n * p->n; i++) p->far[i] = HUGE_VAL;
    for (size_t i = 0; i < p->n; i++) *far_of(p, i, i) = 0;
    for (size_t i = 0; i < p->link_count; i++) {
        const size_t a = p->links[i].a, b = p->links[i].b;
        const double length = reach(&p->boxes[a]) + reach(&p->boxes[b]) + p->links[i].room;
        if (a == b || length >= *far_of(p, a, b)) continue;
        *far_of(p, a, b) = *far_of(p, b, a) = length;
    }
}

/* R. W. Floyd, "Algorithm 97: Shortest Path", CACM 5(6), 1962. Those that nothing joins stand somewhat further apart
 * than the farthest. */
static void measure(plan *p) {
    double most = 100;
    measure_links(p);
    for (size_t k = 0; k < p->n; k++)
        for (size_t a = 0; a < p->n; a++)
            for (size_t b = 0; b < p->n; b++)
                *far_of(p, a, b) = fmin(*far_of(p, a, b), *far_of(p, a, k) + *far_of(p, k, b));
    for (size_t i = 0; i < p->n * p->n; i++)
        if (isfinite(p->far[i])) most = fmax(most, p->far[i]);
    for (size_t i = 0; i < p->n * p->n; i++)
        if (!isfinite(p->far[i])) p->far[i] = 1.2 * most;
}

/* --- where they begin -------------------------------------------------------------------------------------------- */

/* In rings around the first, each at its distance, in the order in which they come: by the golden angle, so that those
 * of one ring do not stand on each other. */
static void begin(plan *p) {
    const double golden = 2.399963229728653;
    for (size_t i = 0; i < p->n; i++) {
        const double r = *far_of(p, 0, i), turn = golden * (double)i;
        p->boxes[i].at = (rt_point){r * cos(turn), r * sin(turn)};
    }
}

/* --- stress ------------------------------------------------------------------------------------------------------ */

/* Where a box would stand if only its distances to the others counted, nearer ones more. */
static rt_point drawn_to(const plan *p, size_t i) {
    double x = 0, y = 0, weights = 0;
    const rt_point at = p->boxes[i].at;
    for (size_t k = 0; k < p->n; k++) {
        if (k == i) continue;
        const rt_point there = p->boxes[k].at;
        const double wanted = fmax(*far_of(p, i, k), 1), weight = 1 / (wanted * wanted);
        const double dx = at.x - there.x, dy = at.y - there.y, is = fmax(hypot(dx, dy), 0.01);
        x += weight * (there.x + wanted * dx / is);
        y += weight * (there.y + wanted * dy / is);
        weights += weight;
    }
    return weights > 0 ? (rt_point){x / weights, y / weights} : at;
}

static void relax(plan *p) {
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < p->n; i++) p->boxes[i].at = drawn_to(p, i);
}

/* --- none on top of another -------------------------------------------------------------------------------------- */

/* How far two boxes, with their margins, reach into each other; not above 0 when they do not. */
static rt_point overlap(const rt_laid_box *a, const rt_laid_box *b) {
    return (rt_point){(a->width + b->width) / 2 + 2 * margin - fabs(a->at.x - b->at.x),
                      (a->height + b->height) / 2 + 2 * margin - fabs(a->at.y - b->at.y)};
}

/* Moves both by half, the shorter way. */
static bool push(rt_laid_box *a, rt_laid_box *b) {
    const rt_point over = overlap(a, b);
    if (over.x <= 0.001 || over.y <= 0.001) return false;
    const bool sideways = over.x < over.y;
    const double by = (sideways ? over.x : over.y) / 2 + 0.01;
    double *here = sideways ? &a->at.x : &a->at.y, *there = sideways ? &b->at.x : &b->at.y;
    const double towards = *here <= *there ? 1 : -1;
    *here -= towards * by;
    *there += towards * by;
    return true;
}

static bool push_all(plan *p) {
    bool any = false;
    for (size_t a = 0; a < p->n; a++)
        for (size_t b = a + 1; b < p->n; b++) any = push(&p->boxes[a], &p->boxes[b]) || any;
    return any;
}

static void stretch(plan *p, double by) {
    for (size_t i = 0; i < p->n; i++) {
        p->boxes[i].at.x *= by;
        p->boxes[i].at.y *= by;
    }
}

/* Where pushing alone does not come to an end, all get more room. */
static void separate(plan *p) {
    for (int growth = 0; growth < GROWTHS; growth++) {
        bool any = true;
        for (int i = 0; i < PUSHES && any; i++) any = push_all(p);
        if (!any) return;
        stretch(p, 1.15);
    }
}

/* --- on the page ------------------------------------------------------------------------------------------------- */

typedef struct frame {
    double left, top, right, bottom;
} frame;

static frame frame_of(const plan *p) {
    frame f = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < p->n; i++) {
        const rt_laid_box *b = &p->boxes[i];
        f.left = fmin(f.left, b->at.x - b->width / 2);
        f.right = fmax(f.right, b->at.x + b->width / 2);
        f.top = fmin(f.top, b->at.y - b->height / 2);
        f.bottom = fmax(f.bottom, b->at.y + b->height / 2);
    }
    return f;
}

/* Pages are wide where boxes are: the longer side lies, and rows come nearer to each other than columns. */
static void lie_down(plan *p) {
    double x = 0, y = 0;
    for (size_t i = 0; i < p->n; i++) {
        x += p->boxes[i].at.x * p->boxes[i].at.x;
        y += p->boxes[i].at.y * p->boxes[i].at.y;
    }
    for (size_t i = 0; i < p->n; i++) {
        rt_point *at = &p->boxes[i].at;
        if (y > x) *at = (rt_point){at->y, at->x};
        at->y *= squeeze;
    }
}

rt_point rt_layout(rt_laid_box *boxes, size_t n, const rt_laid_link *links, size_t link_count, rt_arena *arena) {
    plan p = {boxes, n, links, link_count, RT_NEW_N(arena, double, n *n + 1), arena};
    if (n == 0) return (rt_point){0, 0};
    measure(&p);
    begin(&p);
    relax(&p);
    lie_down(&p);
    separate(&p);
    const frame f = frame_of(&p);
    for (size_t i = 0; i < n; i++) {
        boxes[i].at.x -= f.left;
        boxes[i].at.y -= f.top;
    }
    return (rt_point){f.right - f.left, f.bottom - f.top};
}
