/* HTML in one file that is XML too, so that any parser of either reads it: no script, nothing from outside, print CSS.
 */
#include <stdio.h>
#include <string.h>

#include "report/clean.h"
#include "report/format.h"
#include "report/svg.h"

static const char css[] =
    "@page{size:A4;margin:20mm 17mm}"
    "body{font:10.5pt/1.45 'Source Sans 3','Noto Sans','DejaVu "
    "Sans',Arial,sans-serif;color:#1a1a1a;max-width:54rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
    "h1,h2{font-family:'Source Serif 4','Noto Serif','DejaVu Serif',Georgia,serif;line-height:1.2;font-weight:600}"
    "h1{font-size:2rem;margin:0}h2{font-size:1.3rem;margin:2.2rem 0 .6rem;border-bottom:1.5pt solid "
    "#8c1c13;padding-bottom:.2rem;break-after:avoid}"
    "header p{color:#555;margin:.2rem 0 1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem "
    "1rem;margin:0;border-top:.5pt solid #bbb;border-bottom:.5pt solid #bbb;padding:.6rem 0}"
    "dt{color:#555}dd{margin:0}nav ol{columns:2;padding-left:1.4rem}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:9.5pt;margin:.6rem 0 "
    "1.2rem}thead{display:table-header-group}"
    "th,td{text-align:left;vertical-align:top;padding:.28rem .5rem .28rem 0;border-bottom:.4pt solid #d5d5d5}thead "
    "th{border-bottom:1pt solid #1a1a1a;color:#555;font-weight:600}"
    "tr{break-inside:avoid}.w td{background:#f6f1ee;font-weight:600;padding-left:.4rem}td div+div{margin-top:.15rem}"
    "figure{margin:1rem 0;break-inside:avoid}figure svg{width:100%;height:auto}figcaption{font-size:9pt;color:#555}"
    ".s{color:#666}.d{font-style:italic}.x{text-decoration:line-through}.c{font-family:'DejaVu Sans "
    "Mono',monospace;font-size:.82em}"
    "sup{font-size:.72em;line-height:0}sup a,.n a{color:#8c1c13;text-decoration:none}"
    "#notes ol{list-style:none;padding:0;font-size:8.8pt}#notes li{margin:.35rem "
    "0;padding-left:2.6rem;text-indent:-2.6rem;break-inside:avoid}"
    "#notes b.k{display:inline-block;width:2.4rem;text-indent:0;color:#8c1c13}"
    "@media print{body{margin:0;max-width:none;padding:0}nav{display:none}}";

static void add(rt_buf *out, const char *text) { rt_buf_add(out, rt_str_of(text)); }

static void isolated(rt_buf *out, rt_str s, bool foreign) {
    const bool apart = foreign && rt_has_rtl(s);
    if (apart) add(out, rt_is_rtl(s) ? "<bdi dir=\"rtl\">" : "<bdi dir=\"ltr\">");
    rt_xml_escape(out, s);
    if (apart) add(out, "</bdi>");
}

static void write_run(rt_buf *out, const rt_run *r) {
    static const char *const open[RT_RUN_STYLES] = {
        "", "<strong>", "<span class=\"s\">", "<em class=\"d\">", "<s class=\"x\">", "<code class=\"c\">"};
    static const char *const close[RT_RUN_STYLES] = {"", "</strong>", "</span>", "</em>", "</s>", "</code>"};
    add(out, open[r->style]);
    isolated(out, r->text, r->foreign);
    add(out, close[r->style]);
}

static void write_cites(rt_buf *out, const rt_cites *cites, const char *tag) {
    unsigned from, to;
    if (cites->n == 0) return;
    rt_buf_printf(out, "<%s>", tag);
    for (size_t at = 0, first = 1; rt_cites_run(cites, &at, &from, &to); first = 0) {
        if (!first) add(out, ", ");
        rt_buf_printf(out, "<a href=\"#n%u\">%u</a>", from, from);
        if (to > from) rt_buf_printf(out, "\xe2\x80\x93<a href=\"#n%u\">%u</a>", to, to);
    }
    rt_buf_printf(out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

static void write_sentence(rt_buf *out, const rt_sentence *s) {
    for (const rt_run *r = s->first; r != NULL; r = r->next) write_run(out, r);
    write_cites(out, &s->cites, "sup");
}

static void write_para(rt_buf *out, const rt_para *p) {
    for (const rt_sentence *s = p->first; s != NULL; s = s->next) {
        if (s != p->first) add(out, " ");
        write_sentence(out, s);
    }
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static void write_cell(rt_buf *out, const rt_para *p) {
    const bool one = p->first == p->last;
    for (const rt_sentence *s = p->first; s != NULL; s = s->next) {
        if (!one) add(out, "<div>");
        write_sentence(out, s);
        if (!one) add(out, "</div>");
    }
}

static void write_row(rt_buf *out, const rt_doc_table *t, const rt_doc_row *row) {
    const size_t cells = row->wide ? 1 : t->columns;
    add(out, row->wide ? "<tr class=\"w\">" : "<tr>");
    for (size_t i = 0; i < cells; i++) {
        if (row->wide)
            rt_buf_printf(out, "<td colspan=\"%zu\">", t->columns);
        else
            add(out, "<td>");
        write_cell(out, &row->cells[i]);
        add(out, "</td>");
    }
    add(out, "<td class=\"n\">");
    write_cites(out, &row->cites, "span");
    add(out, "</td></tr>\n");
}

static void write_table(rt_buf *out, const rt_doc_table *t) {
    add(out, "<table>\n<colgroup>");
    for (size_t i = 0; i < t->columns; i++) rt_buf_printf(out, "<col style=\"width:%u%%\" />", t->shares[i]);
    add(out, "<col /></colgroup>\n<thead><tr>");
    for (size_t i = 0; i < t->columns; i++) rt_buf_printf(out, "<th scope=\"col\">%s</th>", t->heads[i]);
    add(out, "<th scope=\"col\">Notes</th></tr></thead>\n<tbody>\n");
    for (const rt_doc_row *r = t->first; r != NULL; r = r->next) write_row(out, t, r);
    add(out, "</tbody>\n</table>\n");
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static void write_block(rt_buf *out, const rt_block *b, const char *section, unsigned *pictures) {
    char id[80];
    switch (b->kind) {
    case RT_BLOCK_PARA:
        add(out, "<p>");
        write_para(out, &b->para);
        add(out, "</p>\n");
        break;
    case RT_BLOCK_TABLE: write_table(out, &b->table); break;
    case RT_BLOCK_FIGURE:
        snprintf(id, sizeof id, "%s%u", section, ++*pictures);
        add(out, "<figure>\n");
        rt_svg_write(out, b->picture, id);
        add(out, "<figcaption>");
        write_para(out, &b->para);
        add(out, "</figcaption>\n</figure>\n");
        break;
    }
}

static void write_section(rt_buf *out, const rt_section *s) {
    unsigned pictures = 0;
    rt_buf_printf(out, "<section id=\"%s\" aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">%s</h2>\n", s->id, s->id, s->id,
                  s->title);
    for (const rt_block *b = s->first; b != NULL; b = b->next) write_block(out, b, s->id, &pictures);
    add(out, "</section>\n");
}

static void write_notes(rt_buf *out, const rt_notes_of *notes) {
    if (notes->n == 0) return;
    add(out, "<section id=\"notes\" aria-labelledby=\"notes-h\">\n<h2 id=\"notes-h\">Notes</h2>\n<ol>\n");
    for (size_t i = 0; i < notes->n; i++) {
        rt_buf_printf(out, "<li id=\"n%zu\"><b class=\"k\">%zu</b>", i + 1, i + 1);
        write_para(out, notes->at[i]->text);
        add(out, "</li>\n");
    }
    add(out, "</ol>\n</section>\n");
}

static void write_head(rt_buf *out, const rt_doc *d) {
    add(out, "<header>\n<h1>");
    isolated(out, d->title, true);
    add(out, "</h1>\n<p>");
    isolated(out, d->subtitle, true);
    add(out, "</p>\n<dl>\n");
    for (const rt_fact_line *l = d->head; l != NULL; l = l->next) {
        rt_buf_printf(out, "<dt>%s</dt><dd>", l->label);
        write_para(out, &l->text);
        add(out, "</dd>\n");
    }
    add(out, "</dl>\n</header>\n<nav aria-label=\"Contents\">\n<ol>\n");
    for (const rt_section *s = d->first; s != NULL; s = s->next)
        rt_buf_printf(out, "<li><a href=\"#%s\">%s</a></li>\n", s->id, s->title);
    if (d->notes.n > 0) add(out, "<li><a href=\"#notes\">Notes</a></li>\n");
    add(out, "</ol>\n</nav>\n");
}

static rt_status html_write(const rt_doc *d, rt_buf *out, rt_error *err) {
    (void)err;
    add(out,
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\" "
        "/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>");
    rt_xml_escape(out, d->title);
    rt_buf_printf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n", css);
    write_head(out, d);
    add(out, "<main>\n");
    for (const rt_section *s = d->first; s != NULL; s = s->next) write_section(out, s);
    write_notes(out, &d->notes);
    add(out, "</main>\n</body>\n</html>\n");
    return rt_ok;
}

const rt_doc_format rt_doc_html = {.extension = "html", .name = "HTML", .write = html_write};
