#include "report/withheld.h"

#include "base/buf.h"
#include "base/map.h"

/* --- what a reader gets ------------------------------------------------------------------------------------------ */

static void add_words(rt_buf *out, const rt_para *p) {
    for (const rt_sentence *s = p->first; s != NULL; s = s->next)
        for (const rt_run *r = s->first; r != NULL; r = r->next) rt_buf_add(out, r->text);
    rt_buf_byte(out, '\n');
}

static rt_str sentence_key(rt_arena *arena, const rt_sentence *s) {
    RT_AUTO(rt_buf) key = {0};
    for (const rt_run *r = s->first; r != NULL; r = r->next) rt_buf_add(&key, r->text);
    return rt_str_copy(arena, rt_buf_str(&key));
}

static rt_str row_key(rt_arena *arena, const rt_doc_row *row) {
    RT_AUTO(rt_buf) key = {0};
    for (size_t i = 0; i < RT_COLUMNS_MOST; i++) add_words(&key, &row->cells[i]);
    return rt_str_copy(arena, rt_buf_str(&key));
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

static rt_sentence *sentence_mark(rt_doc *d) {
    rt_para p = {0};
    rt_sentence *s = rt_frame(d, &p, "");
    rt_put(d, s, RT_RUN_DOUBT, "[Withheld here.]");
    return s;
}

/* Walks the owner's sentences beside the reader's: what the reader has not is marked in front of what comes next. */
static void mark_para(rt_doc *d, rt_para *p, const rt_para *full) {
    rt_map has = {0};
    for (const rt_sentence *s = p->first; s != NULL; s = s->next) rt_map_add(&has, sentence_key(d->arena, s), d->arena);
    rt_sentence **at = &p->first;
    bool marked = false;
    for (const rt_sentence *f = full->first; f != NULL; f = f->next) {
        const rt_str key = sentence_key(d->arena, f);
        if (rt_map_find(&has, key) != SIZE_MAX) {
            while (*at != NULL && !rt_str_eq(sentence_key(d->arena, *at), key)) at = &(*at)->next;
            if (*at != NULL) at = &(*at)->next;
            marked = false;
        } else if (!marked && !f->framing) {
            rt_sentence *mark = sentence_mark(d);
            mark->next = *at;
            *at = mark;
            at = &mark->next;
            marked = true;
        }
    }
    for (p->last = p->first; p->last != NULL && p->last->next != NULL;) p->last = p->last->next;
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static rt_doc_row *row_mark(rt_doc *d) {
    rt_doc_row *row = RT_NEW(d->arena, rt_doc_row);
    row->wide = row->framing = true;
    rt_put(d, rt_frame(d, &row->cells[0], ""), RT_RUN_DOUBT, "Withheld here.");
    return row;
}

static void mark_table(rt_doc *d, rt_doc_table *t, const rt_doc_table *full) {
    rt_map has = {0};
    for (const rt_doc_row *r = t->first; r != NULL; r = r->next) rt_map_add(&has, row_key(d->arena, r), d->arena);
    rt_doc_row **at = &t->first;
    bool marked = false;
    for (const rt_doc_row *f = full->first; f != NULL; f = f->next) {
        const rt_str key = row_key(d->arena, f);
        if (rt_map_find(&has, key) != SIZE_MAX) {
            while (*at != NULL && !rt_str_eq(row_key(d->arena, *at), key)) at = &(*at)->next;
            if (*at != NULL) at = &(*at)->next;
            marked = false;
        } else if (!marked) {
            rt_doc_row *mark = row_mark(d);
            mark->next = *at;
            *at = mark;
            at = &mark->next;
            marked = true;
        }
    }
}

/* --- sections ---------------------------------------------------------------------------------------------------- */

static const rt_block *block_like(const rt_section *s, const rt_block *wanted) {
    for (const rt_block *b = s->first; b != NULL; b = b->next)
        if (b->kind == wanted->kind) return b;
    return NULL;
}

/* The n-th block of a kind lies beside the n-th of that kind. */
static void mark_section(rt_doc *d, rt_section *s, const rt_section *full) {
    const rt_block *beside[3] = {0};
    for (rt_block *b = s->first; b != NULL; b = b->next) {
        const rt_block *f = beside[b->kind];
        for (f = f == NULL ? block_like(full, b) : f->next; f != NULL && f->kind != b->kind;) f = f->next;
        if (f == NULL) continue;
        beside[b->kind] = f;
        if (b->kind == RT_BLOCK_PARA) mark_para(d, &b->para, &f->para);
        if (b->kind == RT_BLOCK_TABLE) mark_table(d, &b->table, &f->table);
    }
}

static rt_section *section_named(rt_section *first, const char *id) {
    for (; first != NULL; first = first->next)
        if (rt_str_is(rt_str_of(id), first->id)) return first;
    return NULL;
}

/* A part of which the reader gets nothing. */
static rt_section *withheld_section(rt_doc *d, const rt_section *full) {
    rt_section *s = rt_section_new(d, full->id, full->title);
    rt_put(d, rt_frame(d, rt_section_para(d, s), ""), RT_RUN_DOUBT, "[This part is withheld.]");
    return s;
}

void rt_doc_mark_withheld(rt_doc *narrow, const rt_doc *full, rt_str recipient) {
    rt_section **at = &narrow->first;
    for (const rt_section *f = full->first; f != NULL; f = f->next) {
        rt_section *s = section_named(*at, f->id);
        if (s != NULL)
            mark_section(narrow, s, f);
        else {
            s = withheld_section(narrow, f);
            s->next = *at;
            *at = s;
        }
        at = &s->next;
    }
    rt_sentence *s = rt_frame(narrow, rt_doc_head(narrow, "Marks"),
                              "for the owner's eyes: says where something is withheld from a reader ");
    rt_put(narrow, s, RT_RUN_PLAIN, recipient.len > 0 ? "cleared for " : "without clearance");
    rt_put_name(narrow, s, RT_RUN_PLAIN, recipient);
    rt_put(narrow, s, RT_RUN_PLAIN, ".");
}
