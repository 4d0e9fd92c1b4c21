/* CommonMark with the tables and footnotes that GitHub, Pandoc and others read. Pictures are left out: what they show
 * stands in the table below each. */
#include <string.h>

#include "report/clean.h"
#include "report/format.h"

static void add(rt_buf *out, const char *text) { rt_buf_add(out, rt_str_of(text)); }

/* Whatever could be read as markup stands behind a backslash; < and & as entities, since these may begin HTML. A list
 * could only begin where a run does: "- ", "1. ". */
static void escape(rt_buf *out, rt_str s) {
    bool number = true;
    for (size_t i = 0; i < s.len; number = number && rt_is_digit(s.at[i]), i++) {
        const char c = s.at[i];
        if (c == '<' || c == '>' || c == '&') {
            add(out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            continue;
        }
        if (strchr("\\`*_[]{}#|~!$^", c) != NULL || (number && strchr(i == 0 ? "-+=" : ".)", c) != NULL))
            rt_buf_byte(out, '\\');
        rt_buf_byte(out, c);
    }
}

/* In code nothing is escaped; it holds ids, of which none has a backquote: those that do are no code. */
static bool is_code(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == '`' || s.at[i] == '|' || s.at[i] == '\\') return false;
    return true;
}

static void write_run(rt_buf *out, const rt_run *r) {
    static const char *const marks[RT_RUN_STYLES] = {"", "**", "", "*", "~~", "`"};
    const bool code = r->style == RT_RUN_CODE && is_code(r->text);
    const char *mark = r->style == RT_RUN_CODE && !code ? "" : marks[r->style];
    const bool apart = r->foreign && rt_has_rtl(r->text);
    /* markup binds only to what begins and ends with a letter: blanks stand outside */
    const rt_str inner = rt_str_trim(r->text);
    if (inner.len == 0) {
        add(out, " ");
        return;
    }
    if (r->text.at[0] == ' ') rt_buf_byte(out, ' ');
    add(out, mark);
    if (apart) rt_isolate_begin(out);
    if (code)
        rt_buf_add(out, inner);
    else
        escape(out, inner);
    if (apart) rt_isolate_end(out);
    add(out, mark);
    if (r->text.at[r->text.len - 1] == ' ') rt_buf_byte(out, ' ');
}

static void write_cites(rt_buf *out, const rt_cites *cites) {
    for (size_t i = 0; i < cites->n; i++) rt_buf_printf(out, "[^%u]", cites->at[i]);
}

static void write_para(rt_buf *out, const rt_para *p, const char *between) {
    for (const rt_sentence *s = p->first; s != NULL; s = s->next) {
        if (s != p->first) add(out, between);
        for (const rt_run *r = s->first; r != NULL; r = r->next) write_run(out, r);
        write_cites(out, &s->cites);
    }
}

static void write_row(rt_buf *out, const rt_doc_table *t, const rt_doc_row *row) {
    for (size_t i = 0; i < t->columns; i++) {
        add(out, "| ");
        if (!row->wide || i == 0) write_para(out, &row->cells[i], "<br>");
        add(out, " ");
    }
    add(out, "| ");
    write_cites(out, &row->cites);
    add(out, " |\n");
}

static void write_table(rt_buf *out, const rt_doc_table *t) {
    for (size_t i = 0; i < t->columns; i++) rt_buf_printf(out, "| %s ", t->heads[i]);
    add(out, "| Notes |\n");
    for (size_t i = 0; i <= t->columns; i++) add(out, "|---");
    add(out, "|\n");
    for (const rt_doc_row *r = t->first; r != NULL; r = r->next) write_row(out, t, r);
    add(out, "\n");
}

static void write_block(rt_buf *out, const rt_block *b) {
    switch (b->kind) {
    case RT_BLOCK_PARA:
        write_para(out, &b->para, "\n");
        add(out, "\n\n");
        break;
    case RT_BLOCK_TABLE: write_table(out, &b->table); break;
    case RT_BLOCK_FIGURE: break;
    }
}

static void write_notes(rt_buf *out, const rt_notes_of *notes) {
    if (notes->n == 0) return;
    add(out, "## Notes\n\n");
    for (size_t i = 0; i < notes->n; i++) {
        rt_buf_printf(out, "[^%zu]: ", i + 1);
        write_para(out, notes->at[i]->text, "\n    ");
        add(out, "\n");
    }
}

static rt_status markdown_write(const rt_doc *d, rt_buf *out, rt_error *err) {
    (void)err;
    add(out, "# ");
    escape(out, d->title);
    add(out, "\n\n");
    escape(out, d->subtitle);
    add(out, "\n\n");
    for (const rt_fact_line *l = d->head; l != NULL; l = l->next) {
        rt_buf_printf(out, "- **%s:** ", l->label);
        write_para(out, &l->text, " ");
        add(out, "\n");
    }
    for (const rt_section *s = d->first; s != NULL; s = s->next) {
        rt_buf_printf(out, "\n## %s\n\n", s->title);
        for (const rt_block *b = s->first; b != NULL; b = b->next) write_block(out, b);
    }
    write_notes(out, &d->notes);
    return rt_ok;
}

const rt_doc_format rt_doc_markdown = {.extension = "md", .name = "Markdown", .write = markdown_write};
