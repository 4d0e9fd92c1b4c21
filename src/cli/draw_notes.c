/* Who says it: attributions beside the values, and the notes at the end. Statements that cite the same place by the
 * same speaker share one note. */
#include "cli/draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date_english.h"

typedef struct known {
    rt_str id, key;
    const rt_value *statement;
    size_t group; /* of those with the same key */
    bool cited;
} known;

typedef struct note {
    unsigned number; /* 0: not cited yet */
    const known *first;
    unsigned statements;
} note;

struct rt_notes {
    known *at;
    size_t n;
    note *groups;
    const note **cited; /* in the order of their numbers */
    unsigned n_cited;
};

/* --- the book ---------------------------------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b) { return rt_str_cmp(((const known *)a)->key, ((const known *)b)->key); }
static int by_id(const void *a, const void *b) { return rt_str_cmp(((const known *)a)->id, ((const known *)b)->id); }

static rt_str text_of(const rt_value *statement, const char *field) {
    return rt_value_get_text(statement, rt_str_of(field));
}

/* The title of the document where the view gives it, else its id. */
static rt_str document_of(const rt_value *s) {
    const rt_str title = text_of(s, "document_title");
    return title.len > 0 ? title : text_of(s, "document");
}

static rt_str key_of(rt_arena *arena, const rt_value *s) {
    static const char *const fields[] = {"speaker", "dataset", "locator", "quote"};
    RT_AUTO(rt_buf) key = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        rt_buf_add(&key, text_of(s, fields[i]));
        rt_buf_byte(&key, 0);
    }
    rt_buf_add(&key, document_of(s));
    rt_buf_byte(&key, 0);
    rt_buf_add(&key, rt_names_joined(arena, rt_value_get(s, RT_S("via"))));
    return rt_str_copy(arena, rt_buf_str(&key));
}

struct rt_notes *rt_notes_new(rt_arena *arena, const rt_value *statements) {
    struct rt_notes *notes = RT_NEW(arena, struct rt_notes);
    notes->at = RT_NEW_N(arena, known, rt_value_count(statements));
    for (const rt_value *v = rt_value_first(statements); v != NULL; v = v->next)
        notes->at[notes->n++] = (known){.id = v->key, .key = key_of(arena, v), .statement = v};
    if (notes->n > 0) qsort(notes->at, notes->n, sizeof *notes->at, by_key);
    size_t group = 0;
    for (size_t i = 0; i < notes->n; i++) {
        if (i > 0 && !rt_str_eq(notes->at[i].key, notes->at[i - 1].key)) group++;
        notes->at[i].group = group;
    }
    notes->groups = RT_NEW_N(arena, note, group + 1);
    notes->cited = RT_NEW_N(arena, const note *, group + 1);
    if (notes->n > 0) qsort(notes->at, notes->n, sizeof *notes->at, by_id);
    return notes;
}

static known *find(const struct rt_notes *notes, rt_str id) {
    const known wanted = {.id = id};
    return notes == NULL || notes->n == 0 ? NULL : bsearch(&wanted, notes->at, notes->n, sizeof *notes->at, by_id);
}

static unsigned number_of(struct rt_notes *notes, known *k) {
    note *n = &notes->groups[k->group];
    if (n->number == 0) {
        n->first = k;
        notes->cited[notes->n_cited++] = n;
        n->number = notes->n_cited;
    }
    if (!k->cited) n->statements++;
    k->cited = true;
    return n->number;
}

/* --- attributions ------------------------------------------------------------------------------------------------ */

static bool is_set(const rt_value *v) {
    return v != NULL && v->kind != RT_NULL && !(v->kind == RT_BOOL && !v->boolean);
}

/* " ·" and a part that keeps together; a no-break space is drawn as a space. */
static void dotted(rt_draw *d, rt_cell *cell, rt_str text) {
    RT_AUTO(rt_buf) to = {0};
    if (text.len == 0) return;
    rt_buf_add(&to, cell->first != NULL ? RT_S(" ·") : RT_S(""));
    for (rt_str rest = text, word; rt_str_split(&rest, RT_S(" "), &word);) {
        if (to.len > 0) rt_buf_add(&to, RT_S("\xc2\xa0"));
        rt_buf_add(&to, word);
    }
    rt_cell_add(d, cell, RT_LABEL, rt_str_copy(d->arena, rt_buf_str(&to)));
}

static rt_str grade(rt_arena *arena, const rt_value *s) {
    return rt_str_printf(arena, "%.*s%.*s", RT_FMT(text_of(s, "reliability")), RT_FMT(text_of(s, "credibility")));
}

/* "Lawyer, via Le Soir". Each name is a piece of its own, so that right-to-left ones keep their place. */
static void chain(rt_draw *d, rt_cell *cell, rt_style style, const rt_value *s) {
    const rt_value *via = rt_value_get(s, RT_S("via"));
    rt_cell_add(d, cell, style, text_of(s, "speaker"));
    if (rt_value_count(via) == 0) return;
    rt_cell_addz(d, cell, style, cell->first != NULL ? ", via " : "via ");
    rt_cell_names(d, cell, style, via);
}

/* What is only possible through the lens that was asked for: by the day of --said-by, on that of --at. */
static void doubts(rt_draw *d, rt_cell *cell, const rt_value *s) {
    if (rt_str_is(text_of(s, "said"), "possibly")) dotted(d, cell, RT_S("possibly said by then"));
    if (rt_str_is(text_of(s, "held"), "possibly")) dotted(d, cell, RT_S("possibly held then"));
    if (is_set(rt_value_get(s, RT_S("possibly_retracted_by")))) dotted(d, cell, RT_S("possibly retracted"));
    if (rt_str_is(text_of(s, "certainty"), "possible")) dotted(d, cell, RT_S("possibly"));
}

/* "Lawyer, via Le Soir (court file) · B2 · 12 Jul 2006" */
static rt_cell attribution(rt_draw *d, const rt_value *s) {
    rt_cell cell = {0};
    const rt_str dataset = text_of(s, "dataset"), valid = text_of(s, "valid");
    chain(d, &cell, RT_LABEL, s);
    const bool begun = cell.first != NULL;
    if (dataset.len > 0 && !rt_str_eq(dataset, text_of(s, "speaker"))) {
        if (begun) rt_cell_addz(d, &cell, RT_LABEL, " (");
        rt_cell_add(d, &cell, RT_LABEL, dataset);
        if (begun) rt_cell_addz(d, &cell, RT_LABEL, ")");
    }
    dotted(d, &cell, grade(d->arena, s));
    dotted(d, &cell, rt_date_words(d->arena, text_of(s, "said_at"), RT_MONTHS_SHORT));
    if (valid.len > 0)
        dotted(d, &cell,
               rt_str_printf(d->arena, "valid %.*s", RT_FMT(rt_date_words(d->arena, valid, RT_MONTHS_SHORT))));
    if (text_of(s, "left").len > 0) /* a publisher says it no more; that takes nothing back */
        dotted(d, &cell,
               rt_str_printf(d->arena, "dropped by %.*s",
                             RT_FMT(rt_date_words(d->arena, rt_str_cut(text_of(s, "left"), 10), RT_MONTHS_SHORT))));
    doubts(d, &cell, s);
    if (cell.first == NULL) rt_cell_addz(d, &cell, RT_LABEL, "nobody named");
    return cell;
}

static bool same_text(const rt_piece *a, const rt_piece *b) {
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (!rt_str_eq(a->text, b->text)) return false;
    return a == b;
}

enum { LINES_MOST = 20 }; /* of one value: who wants more asks for --json */

typedef struct cited {
    rt_cell text;
    const rt_stance_look *look;
    bool retracted;
    rt_buf marks;
} cited;

typedef struct citations {
    cited lines[LINES_MOST];
    size_t n, more;
} citations;

/* The line for this statement among those so far, or a new one; NULL when there are too many. */
static cited *line_for(citations *c, rt_cell text, const rt_stance_look *look, bool retracted) {
    for (size_t i = 0; i < c->n; i++)
        if (c->lines[i].look == look && c->lines[i].retracted == retracted &&
            same_text(c->lines[i].text.first, text.first))
            return &c->lines[i];
    if (c->n == LINES_MOST) return NULL;
    c->lines[c->n] = (cited){.text = text, .look = look, .retracted = retracted};
    return &c->lines[c->n++];
}

static void mark(rt_buf *marks, unsigned number) {
    char text[16];
    snprintf(text, sizeof text, "[%u]", number);
    if (rt_str_find(rt_buf_str(marks), rt_str_of(text)) == SIZE_MAX) rt_buf_add(marks, rt_str_of(text));
}

static void gather(rt_draw *d, const rt_value *ids, citations *c) {
    for (const rt_value *v = rt_value_first(ids); v != NULL; v = v->next) {
        known *k = v->kind == RT_TEXT ? find(d->notes, v->text) : NULL;
        if (k == NULL) continue;
        const bool retracted = is_set(rt_value_get(k->statement, RT_S("retracted_by")));
        const rt_stance_look *look = rt_stance_look_of(text_of(k->statement, "stance"));
        cited *line = line_for(c, attribution(d, k->statement), look, retracted);
        if (line != NULL)
            mark(&line->marks, number_of(d->notes, k));
        else
            c->more++;
    }
}

static void write_cited(rt_draw *d, rt_cell *cell, const cited *c) {
    rt_cell_break(d, cell);
    if (c->look != NULL) rt_cell_addz(d, cell, c->look->style, c->look->speaker_words);
    for (const rt_piece *p = c->text.first; p != NULL; p = p->next) rt_cell_add(d, cell, p->style, p->text);
    if (c->retracted) rt_cell_addz(d, cell, RT_DENIAL, " ·\xc2\xa0retracted");
    rt_cell_addz(d, cell, RT_LABEL, " ");
    rt_cell_add(d, cell, RT_NOTE, rt_str_copy(d->arena, rt_buf_str(&c->marks)));
}

void rt_cell_cite(rt_draw *d, rt_cell *cell, const rt_value *holder) {
    citations c = {0};
    gather(d, rt_value_get(holder, RT_S("statements")), &c);
    for (size_t i = 0; i < c.n; i++) {
        write_cited(d, cell, &c.lines[i]);
        rt_buf_close(&c.lines[i].marks);
    }
    if (c.more > 0) {
        rt_cell_break(d, cell);
        rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "and %zu more statements", c.more));
    }
    if (c.n == 0) rt_cell_names(d, cell, RT_LABEL, rt_value_get(holder, RT_S("sources")));
}

/* --- the list at the end ----------------------------------------------------------------------------------------- */

static void part(rt_draw *d, rt_cell *cell, const char *before, rt_str text) {
    if (text.len > 0 && cell->first != NULL) rt_cell_addz(d, cell, RT_PLAIN, before);
    rt_cell_add(d, cell, RT_PLAIN, text);
}

static void write_note(rt_draw *d, rt_table *t, const note *n) {
    const rt_value *s = n->first->statement;
    rt_cell *row = rt_table_row(t);
    rt_cell_add(d, &row[0], RT_NOTE, rt_str_printf(d->arena, "[%u]", n->number));
    chain(d, &row[1], RT_PLAIN, s);
    part(d, &row[1], ", in ", text_of(s, "dataset"));
    part(d, &row[1], ", ", document_of(s));
    part(d, &row[1], ", ", text_of(s, "locator"));
    if (text_of(s, "quote").len > 0) {
        rt_cell_break(d, &row[1]);
        rt_cell_add(d, &row[1], RT_PLAIN, rt_str_printf(d->arena, "“%.*s”", RT_FMT(text_of(s, "quote"))));
    }
    rt_cell_break(d, &row[1]);
    rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, "statement %.*s", RT_FMT(n->first->id)));
    if (n->statements > 1)
        rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, ", cited %u times", n->statements));
}

void rt_draw_notes(rt_draw *d) {
    if (d->notes == NULL || d->notes->n_cited == 0) return;
    rt_draw_heading(d, RT_S("Sources"));
    rt_table t = rt_table_new(d, 2, 2);
    for (unsigned i = 0; i < d->notes->n_cited; i++) write_note(d, &t, d->notes->cited[i]);
    rt_table_draw(&t);
}
