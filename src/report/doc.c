#include "report/doc.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/buf.h"
#include "report/clean.h"

enum { NAME_MOST = 200 };

rt_doc *rt_doc_new(rt_arena *arena, rt_str title, rt_str subtitle) {
    rt_doc *d = RT_NEW(arena, rt_doc);
    d->arena = arena;
    d->title = rt_clean_brief(arena, title, NAME_MOST);
    d->subtitle = rt_clean_brief(arena, subtitle, NAME_MOST);
    return d;
}

rt_para *rt_doc_head(rt_doc *d, const char *label) {
    rt_fact_line *line = RT_NEW(d->arena, rt_fact_line);
    line->label = label;
    *(d->head_last != NULL ? &d->head_last->next : &d->head) = line;
    d->head_last = line;
    return &line->text;
}

rt_section *rt_section_new(rt_doc *d, const char *id, const char *title) {
    rt_section *s = RT_NEW(d->arena, rt_section);
    s->id = id;
    s->title = title;
    return s;
}

void rt_doc_add(rt_doc *d, rt_section *s) {
    if (s->first == NULL) return;
    *(d->last != NULL ? &d->last->next : &d->first) = s;
    d->last = s;
}

static rt_block *block(rt_doc *d, rt_section *s, rt_block_kind kind) {
    rt_block *b = RT_NEW(d->arena, rt_block);
    b->kind = kind;
    *(s->last != NULL ? &s->last->next : &s->first) = b;
    return s->last = b;
}

rt_para *rt_section_para(rt_doc *d, rt_section *s) { return &block(d, s, RT_BLOCK_PARA)->para; }

rt_para *rt_section_figure(rt_doc *d, rt_section *s, const rt_picture *picture) {
    rt_block *b = block(d, s, RT_BLOCK_FIGURE);
    b->picture = picture;
    return &b->para;
}

rt_doc_table *rt_section_table(rt_doc *d, rt_section *s, const char *const *heads, const unsigned *shares) {
    rt_doc_table *t = &block(d, s, RT_BLOCK_TABLE)->table;
    for (; t->columns < RT_COLUMNS_MOST && heads[t->columns] != NULL; t->columns++) {
        t->heads[t->columns] = heads[t->columns];
        t->shares[t->columns] = shares[t->columns];
    }
    return t;
}

rt_doc_row *rt_table_add(rt_doc *d, rt_doc_table *t) {
    rt_doc_row *r = RT_NEW(d->arena, rt_doc_row);
    *(t->last != NULL ? &t->last->next : &t->first) = r;
    return t->last = r;
}

rt_sentence *rt_say(rt_doc *d, rt_para *p) {
    rt_sentence *s = RT_NEW(d->arena, rt_sentence);
    *(p->last != NULL ? &p->last->next : &p->first) = s;
    return p->last = s;
}

rt_sentence *rt_frame(rt_doc *d, rt_para *p, const char *text) {
    rt_sentence *s = rt_say(d, p);
    s->framing = true;
    rt_put(d, s, RT_RUN_PLAIN, text);
    return s;
}

rt_sentence *rt_cell_say(rt_doc *d, rt_doc_row *row, size_t column) { return rt_say(d, &row->cells[column]); }

static void put(rt_doc *d, rt_sentence *s, rt_run_style style, rt_str text, bool foreign) {
    if (text.len == 0) return;
    rt_run *r = RT_NEW(d->arena, rt_run);
    *r = (rt_run){.text = text, .style = style, .foreign = foreign};
    *(s->last != NULL ? &s->last->next : &s->first) = r;
    s->last = r;
}

void rt_put(rt_doc *d, rt_sentence *s, rt_run_style style, const char *text) {
    put(d, s, style, rt_str_of(text), false);
}

void rt_putf(rt_doc *d, rt_sentence *s, rt_run_style style, const char *format, ...) {
    char words[512];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    put(d, s, style, rt_clean_line(d->arena, rt_str_copy(d->arena, rt_str_of(words))), false);
}

void rt_put_name(rt_doc *d, rt_sentence *s, rt_run_style style, rt_str text) {
    put(d, s, style, rt_clean_brief(d->arena, text, NAME_MOST), true);
}

void rt_put_whole(rt_doc *d, rt_sentence *s, rt_run_style style, rt_str text) {
    put(d, s, style, rt_clean_line(d->arena, text), true);
}

void rt_cite(rt_doc *d, rt_cites *cites, const rt_book *book, const rt_value *ids) {
    const rt_value *first = rt_value_first(ids);
    for (const rt_value *v = first; v != NULL; v = v->next) {
        const rt_value *s = v->kind == RT_TEXT ? rt_book_find(book, v->text) : NULL;
        if (s != NULL) rt_cites_add(cites, d->arena, rt_note_number(&d->notes, d->arena, s, s->key, first->text));
    }
}
