#include "report/pdf.h"

void rt_pdf_page_new(rt_pdf *p) {
    rt_pdf_page *page = RT_NEW(p->arena, rt_pdf_page);
    *(p->last != NULL ? &p->last->next : &p->first) = page;
    p->last = page;
    p->n_pages++;
    p->y = RT_PDF_TOP;
}

double rt_pdf_room(const rt_pdf *p) { return RT_PDF_PAGE_HEIGHT - RT_PDF_BOTTOM - p->y; }

void rt_pdf_need(rt_pdf *p, double height) {
    if (rt_pdf_room(p) < height && p->y > RT_PDF_TOP) rt_pdf_page_new(p);
}

rt_pdf_item *rt_pdf_add(rt_pdf *p, rt_pdf_kind kind, double x, double y) {
    rt_pdf_item *i = RT_NEW(p->arena, rt_pdf_item);
    i->kind = kind;
    i->x = x;
    i->y = y;
    *(p->last->last != NULL ? &p->last->last->next : &p->last->first) = i;
    return p->last->last = i;
}

void rt_pdf_open(rt_pdf *p, const char *tag) { rt_pdf_add(p, RT_PDF_OPEN, 0, 0)->tag = tag; }
void rt_pdf_close(rt_pdf *p, const char *tag) { rt_pdf_add(p, RT_PDF_CLOSE, 0, 0)->tag = tag; }

void rt_pdf_lines(rt_pdf *p, const rt_pdf_text *t, int from, int to, double x, double y) {
    rt_pdf_item *i = rt_pdf_add(p, RT_PDF_LINES, x, y);
    i->text = t;
    i->from = from;
    i->to = to;
}

/* A page takes at least two lines of a text that goes on, where it has so many. */
void rt_pdf_flow(rt_pdf *p, const rt_pdf_text *t, double x, const char *tag) {
    for (int from = 0; from < t->lines;) {
        if (rt_pdf_lines_fit(t, from, rt_pdf_room(p), false) - from < 2 && t->lines - from > 1)
            rt_pdf_need(p, rt_pdf_room(p) + 1);
        const int to = rt_pdf_lines_fit(t, from, rt_pdf_room(p), p->y <= RT_PDF_TOP);
        if (to == from) {
            rt_pdf_page_new(p);
            continue;
        }
        rt_pdf_open(p, tag);
        rt_pdf_lines(p, t, from, to, x, p->y);
        rt_pdf_close(p, tag);
        p->y += rt_pdf_lines_height(t, from, to);
        from = to;
    }
}
