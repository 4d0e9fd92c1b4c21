#include "base/grow.h"
#include "report/clean.h"
#include "report/pdf.h"

/* --- building a text --------------------------------------------------------------------------------------------- */

typedef struct build {
    rt_pdf *p;
    rt_buf text;
    PangoAttrList *attrs;
    rt_pdf_text *made;
} build;

static void style(build *b, size_t from, PangoAttribute *a) {
    a->start_index = (guint)from;
    a->end_index = (guint)b->text.len;
    pango_attr_list_insert(b->attrs, a);
}

static void colour(build *b, size_t from, uint32_t c) {
    style(b, from,
          pango_attr_foreground_new((guint16)((c >> 16 & 0xFF) * 257), (guint16)((c >> 8 & 0xFF) * 257),
                                    (guint16)((c & 0xFF) * 257)));
}

static void add_run(build *b, const rt_run *r) {
    const size_t from = b->text.len;
    const bool apart = r->foreign && rt_has_rtl(r->text);
    if (apart) rt_isolate_begin(&b->text);
    rt_buf_add(&b->text, r->text);
    if (apart) rt_isolate_end(&b->text);
    switch (r->style) {
    case RT_RUN_STRONG: style(b, from, pango_attr_weight_new(PANGO_WEIGHT_BOLD)); break;
    case RT_RUN_SOFT: colour(b, from, 0x5c5c5c); break;
    case RT_RUN_DOUBT: style(b, from, pango_attr_style_new(PANGO_STYLE_ITALIC)); break;
    case RT_RUN_STRUCK: style(b, from, pango_attr_strikethrough_new(TRUE)); break;
    case RT_RUN_CODE:
        style(b, from, pango_attr_family_new("DejaVu Sans Mono, monospace"));
        style(b, from, pango_attr_scale_new(0.82));
        break;
    case RT_RUN_PLAIN:
    case RT_RUN_STYLES: break;
    }
}

static void add_link(build *b, rt_str words, rt_str dest) {
    rt_pdf_text *t = b->made;
    const size_t from = b->text.len;
    rt_buf_add(&b->text, words);
    t->links = rt_grow(b->p->arena, t->links, t->n_links, sizeof *t->links);
    t->links[t->n_links++] = (rt_pdf_link){dest, (int)from, (int)b->text.len};
}

static void add_number(build *b, unsigned note) {
    const rt_str dest = rt_str_printf(b->p->arena, "n%u", note);
    add_link(b, rt_str_from(dest, 1), dest);
}

static void add_cites(build *b, const rt_cites *cites, bool raised) {
    const size_t begin = b->text.len;
    unsigned from, to;
    for (size_t at = 0; rt_cites_run(cites, &at, &from, &to);) {
        if (b->text.len > begin) rt_buf_add(&b->text, RT_S(", "));
        add_number(b, from);
        if (to == from) continue;
        rt_buf_add(&b->text, RT_S("\xe2\x80\x93"));
        add_number(b, to);
    }
    if (b->text.len == begin) return;
    colour(b, begin, 0x8c1c13);
    if (!raised) return;
    style(b, begin, pango_attr_rise_new(3 * PANGO_SCALE));
    style(b, begin, pango_attr_scale_new(0.72));
}

static void add_sentence(build *b, const rt_sentence *s) {
    for (const rt_run *r = s->first; r != NULL; r = r->next) add_run(b, r);
    add_cites(b, &s->cites, true);
}

static build begin(rt_pdf *p) {
    build b = {.p = p, .attrs = pango_attr_list_new(), .made = RT_NEW(p->arena, rt_pdf_text)};
    b.made->next = p->texts;
    return b;
}

static rt_pdf_text *finish(build *b, rt_pdf_face face, double width) {
    rt_pdf_text *t = b->made;
    t->layout = pango_layout_new(b->p->context);
    pango_layout_set_font_description(t->layout, b->p->faces[face]);
    pango_layout_set_auto_dir(t->layout, FALSE);
    pango_layout_set_wrap(t->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(t->layout, (int)(width * PANGO_SCALE));
    pango_layout_set_spacing(t->layout, (int)(face == RT_PDF_BODY ? 2.2 * PANGO_SCALE : 0.8 * PANGO_SCALE));
    pango_layout_set_text(t->layout, b->text.len > 0 ? b->text.at : "", (int)b->text.len);
    pango_layout_set_attributes(t->layout, b->attrs);
    t->lines = pango_layout_get_line_count(t->layout);
    pango_attr_list_unref(b->attrs);
    rt_buf_close(&b->text);
    return b->p->texts = t;
}

rt_pdf_text *rt_pdf_text_of(rt_pdf *p, rt_pdf_face face, const rt_para *para, double width, bool a_line_each) {
    build b = begin(p);
    for (const rt_sentence *s = para->first; s != NULL; s = s->next) {
        if (s != para->first) rt_buf_byte(&b.text, a_line_each ? '\n' : ' ');
        add_sentence(&b, s);
    }
    return finish(&b, face, width);
}

rt_pdf_text *rt_pdf_text_cites(rt_pdf *p, rt_pdf_face face, const rt_cites *cites, double width) {
    build b = begin(p);
    add_cites(&b, cites, false);
    return finish(&b, face, width);
}

rt_pdf_text *rt_pdf_text_plain(rt_pdf *p, rt_pdf_face face, rt_str words, uint32_t ink, double width, bool bold) {
    build b = begin(p);
    rt_buf_add(&b.text, words);
    colour(&b, 0, ink);
    if (bold) style(&b, 0, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    return finish(&b, face, width);
}

rt_pdf_text *rt_pdf_text_link(rt_pdf *p, rt_pdf_face face, rt_str words, rt_str dest, double width) {
    build b = begin(p);
    add_link(&b, words, dest);
    return finish(&b, face, width);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static double line_height(const rt_pdf_text *t, int i) {
    PangoRectangle r;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(t->layout, i), NULL, &r);
    return (double)(r.height + pango_layout_get_spacing(t->layout)) / PANGO_SCALE;
}

double rt_pdf_lines_width(const rt_pdf_text *t) {
    PangoRectangle r;
    pango_layout_get_extents(t->layout, NULL, &r);
    return (double)r.width / PANGO_SCALE;
}

double rt_pdf_lines_height(const rt_pdf_text *t, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) sum += line_height(t, i);
    return sum;
}

int rt_pdf_lines_fit(const rt_pdf_text *t, int from, double height, bool force) {
    int to = from;
    for (double sum = 0; to < t->lines; to++) {
        sum += line_height(t, to);
        if (sum > height) break;
    }
    return to == from && force && from < t->lines ? from + 1 : to;
}
