/* Tables over pages: rows are kept whole where they fit on one page, heads are repeated. */
#include "report/pdf.h"

enum { PAD = 3, GAP = 8, COLUMNS = RT_COLUMNS_MOST + 1 };

typedef struct grid {
    rt_pdf *p;
    const rt_doc_table *t;
    size_t n; /* columns, that of the notes among them */
    double x[COLUMNS], width[COLUMNS];
} grid;

typedef struct laid {
    const rt_pdf_text *cells[COLUMNS];
    int from[COLUMNS]; /* the line that comes next */
    bool shaded;
} laid;

static grid grid_of(rt_pdf *p, const rt_doc_table *t) {
    grid g = {.p = p, .t = t, .n = t->columns + 1};
    double x = RT_PDF_LEFT;
    for (size_t i = 0; i < g.n; i++) {
        const double left = RT_PDF_LEFT + RT_PDF_WIDTH - x;
        const double width = i < t->columns ? RT_PDF_WIDTH * t->shares[i] / 100 : left;
        g.x[i] = x;
        g.width[i] = width - (i < t->columns ? GAP : 0);
        x += width;
    }
    return g;
}

static laid lay_row(const grid *g, const rt_doc_row *row) {
    laid l = {.shaded = row->wide};
    const size_t notes = g->n - 1;
    for (size_t i = 0; i < notes; i++) {
        if (row->wide && i > 0) continue;
        const double width = row->wide ? g->x[notes] - g->x[0] - GAP : g->width[i];
        l.cells[i] = rt_pdf_text_of(g->p, RT_PDF_TABLE, &row->cells[i], width, true);
    }
    l.cells[notes] = rt_pdf_text_cites(g->p, RT_PDF_TABLE, &row->cites, g->width[notes]);
    return l;
}

static double height_of(const laid *l) {
    double most = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        const double h = l->cells[i] != NULL ? rt_pdf_lines_height(l->cells[i], l->from[i], l->cells[i]->lines) : 0;
        if (h > most) most = h;
    }
    return most + 2 * PAD;
}

static void rule(rt_pdf *p, double y, double weight, uint32_t ink) {
    rt_pdf_item *i = rt_pdf_add(p, RT_PDF_RULE, RT_PDF_LEFT, y);
    i->width = RT_PDF_WIDTH;
    i->height = weight;
    i->colour = ink;
}

static void put_head(const grid *g) {
    rt_pdf *p = g->p;
    rt_pdf_open(p, "TR");
    for (size_t i = 0; i < g->n; i++) {
        const char *head = i < g->t->columns ? g->t->heads[i] : "Notes";
        const rt_pdf_text *t = rt_pdf_text_plain(p, RT_PDF_TABLE, rt_str_of(head), 0x5c5c5c, g->width[i], true);
        rt_pdf_open(p, "TH");
        rt_pdf_lines(p, t, 0, t->lines, g->x[i], p->y + PAD);
        rt_pdf_close(p, "TH");
    }
    rt_pdf_close(p, "TR");
    p->y += 17;
    rule(p, p->y, 0.9, 0x1a1a1a);
}

/* As much of a row as fits into height; true when all of it is out. */
static bool put_slice(const grid *g, laid *l, double height) {
    rt_pdf *p = g->p;
    double most = 0;
    bool done = true;
    rt_pdf_item *shade = l->shaded ? rt_pdf_add(p, RT_PDF_SHADE, RT_PDF_LEFT, p->y) : NULL;
    rt_pdf_open(p, "TR");
    for (size_t i = 0; i < g->n; i++) {
        rt_pdf_open(p, "TD");
        const rt_pdf_text *t = l->cells[i];
        const int to = t != NULL ? rt_pdf_lines_fit(t, l->from[i], height - 2 * PAD, true) : 0;
        if (t != NULL && to > l->from[i]) {
            const double h = rt_pdf_lines_height(t, l->from[i], to);
            rt_pdf_lines(p, t, l->from[i], to, g->x[i] + (l->shaded && i == 0 ? 4 : 0), p->y + PAD);
            if (h > most) most = h;
            l->from[i] = to;
            if (to < t->lines) done = false;
        }
        rt_pdf_close(p, "TD");
    }
    rt_pdf_close(p, "TR");
    if (shade != NULL) {
        shade->width = RT_PDF_WIDTH;
        shade->height = most + 2 * PAD;
        shade->colour = 0xf4efec;
    }
    p->y += most + 2 * PAD;
    rule(p, p->y, 0.35, 0xcfcac4);
    return done;
}

static void next_page(const grid *g) {
    rt_pdf_close(g->p, "Table");
    rt_pdf_page_new(g->p);
    rt_pdf_open(g->p, "Table");
    put_head(g);
}

static void put_row(const grid *g, const rt_doc_row *row) {
    laid l = lay_row(g, row);
    const double page = RT_PDF_PAGE_HEIGHT - RT_PDF_TOP - RT_PDF_BOTTOM - 20;
    const double with_next = row->wide && row->next != NULL ? 26 : 0; /* a heading stays with what it heads */
    if (height_of(&l) + with_next > rt_pdf_room(g->p) && (height_of(&l) <= page || rt_pdf_room(g->p) < 60))
        next_page(g);
    while (!put_slice(g, &l, rt_pdf_room(g->p))) next_page(g);
}

void rt_pdf_table(rt_pdf *p, const rt_doc_table *t) {
    const grid g = grid_of(p, t);
    rt_pdf_need(p, 70);
    rt_pdf_open(p, "Table");
    put_head(&g);
    for (const rt_doc_row *r = t->first; r != NULL; r = r->next) put_row(&g, r);
    rt_pdf_close(p, "Table");
    p->y += 12;
}
