/* Who says it: attributions beside the values, and the notes at the end. Statements that cite the same place by the
 * same speaker share one note. */
#include "cli/draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/date_words.h"

typedef struct known {
    rt_str id, key;
    const rt_value *statement;
    size_t group; /* of those with the same key */
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

static rt_str key_of(rt_arena *arena, const rt_value *s) {
    static const char *const fields[] = {"speaker", "dataset", "document", "locator", "quote"};
    RT_AUTO(rt_buf) key = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        rt_buf_add(&key, text_of(s, fields[i]));
        rt_buf_byte(&key, 0);
    }
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

static const known *find(const struct rt_notes *notes, rt_str id) {
    const known wanted = {.id = id};
    return notes == NULL || notes->n == 0 ? NULL : bsearch(&wanted, notes->at, notes->n, sizeof *notes->at, by_id);
}

static unsigned number_of(struct rt_notes *notes, const known *k) {
    note *n = &notes->groups[k->group];
    if (n->number == 0) {
        n->first = k;
        notes->cited[notes->n_cited++] = n;
        n->number = notes->n_cited;
    }
    n->statements++;
    return n->number;
}

/* --- attributions ------------------------------------------------------------------------------------------------ */

static bool is_set(const rt_value *v) {
    return v != NULL && v->kind != RT_NULL && !(v->kind == RT_BOOL && !v->boolean);
}

static void part(rt_buf *to, const char *before, rt_str text) {
    if (text.len == 0) return;
    if (to->len > 0) rt_buf_add(to, rt_str_of(before));
    rt_buf_add(to, text);
}

/* "Lawyer, via Le Soir (court file) · B2 · 12 Jul 2006" */
static rt_str attribution(rt_arena *arena, const rt_value *s) {
    RT_AUTO(rt_buf) to = {0};
    const rt_str speaker = text_of(s, "speaker"), dataset = text_of(s, "dataset"), valid = text_of(s, "valid");
    const rt_str reliability = text_of(s, "reliability"), credibility = text_of(s, "credibility");
    rt_buf_add(&to, speaker.len > 0 ? speaker : dataset.len > 0 ? RT_S("") : RT_S("nobody named"));
    part(&to, ", via ", rt_names_joined(arena, rt_value_get(s, RT_S("via"))));
    if (dataset.len > 0 && !rt_str_eq(dataset, speaker))
        rt_buf_printf(&to, speaker.len > 0 ? " (%.*s)" : "%.*s", RT_FMT(dataset));
    if (reliability.len + credibility.len > 0)
        rt_buf_printf(&to, " · %.*s%.*s", RT_FMT(reliability.len > 0 ? reliability : RT_S("-")),
                      RT_FMT(credibility.len > 0 ? credibility : RT_S("-")));
    part(&to, " · ", rt_date_words(arena, text_of(s, "said_at"), RT_MONTHS_SHORT));
    if (valid.len > 0) part(&to, ", of ", rt_date_words(arena, valid, RT_MONTHS_SHORT));
    if (rt_str_is(text_of(s, "certainty"), "possible")) part(&to, ", ", RT_S("possibly"));
    return rt_str_copy(arena, rt_buf_str(&to));
}

typedef struct cited {
    rt_str text;
    const rt_stance_look *look;
    bool retracted;
    rt_buf marks;
} cited;

/* The line for this statement among those so far, or a new one. */
static cited *line_for(cited *lines, size_t *n, rt_str text, const rt_stance_look *look, bool retracted) {
    for (size_t i = 0; i < *n; i++)
        if (lines[i].look == look && lines[i].retracted == retracted && rt_str_eq(lines[i].text, text))
            return &lines[i];
    lines[*n] = (cited){.text = text, .look = look, .retracted = retracted};
    return &lines[(*n)++];
}

static void mark(rt_buf *marks, unsigned number) {
    char text[16];
    snprintf(text, sizeof text, "[%u]", number);
    if (rt_str_find(rt_buf_str(marks), rt_str_of(text)) == SIZE_MAX) rt_buf_add(marks, rt_str_of(text));
}

static size_t gather(rt_draw *d, const rt_value *ids, cited *lines) {
    size_t n = 0;
    for (const rt_value *v = rt_value_first(ids); v != NULL; v = v->next) {
        const known *k = v->kind == RT_TEXT ? find(d->notes, v->text) : NULL;
        if (k == NULL) continue;
        const bool retracted = is_set(rt_value_get(k->statement, RT_S("retracted_by")));
        const rt_str text = attribution(d->arena, k->statement);
        mark(&line_for(lines, &n, text, rt_stance_look_of(text_of(k->statement, "stance")), retracted)->marks,
             number_of(d->notes, k));
    }
    return n;
}

static void write_cited(rt_draw *d, rt_cell *cell, const cited *c) {
    rt_cell_break(d, cell);
    if (c->look != NULL) rt_cell_addz(d, cell, c->look->style, c->look->speaker_words);
    rt_cell_add(d, cell, RT_LABEL, c->text);
    if (c->retracted) rt_cell_addz(d, cell, RT_DENIAL, " · retracted");
    rt_cell_add(d, cell, RT_LABEL, RT_S(" "));
    rt_cell_add(d, cell, RT_NOTE, rt_str_copy(d->arena, rt_buf_str(&c->marks)));
}

void rt_cell_cite(rt_draw *d, rt_cell *cell, const rt_value *holder) {
    const rt_value *ids = rt_value_get(holder, RT_S("statements"));
    cited *lines = RT_NEW_N(d->arena, cited, rt_value_count(ids));
    const size_t n = gather(d, ids, lines);
    for (size_t i = 0; i < n; i++) {
        write_cited(d, cell, &lines[i]);
        rt_buf_close(&lines[i].marks);
    }
    if (n == 0) rt_cell_add(d, cell, RT_LABEL, rt_names_joined(d->arena, rt_value_get(holder, RT_S("sources"))));
}

/* --- the list at the end ----------------------------------------------------------------------------------------- */

static void write_note(rt_draw *d, rt_table *t, const note *n) {
    const rt_value *s = n->first->statement;
    rt_cell *row = rt_table_row(t);
    RT_AUTO(rt_buf) where = {0};
    part(&where, "", text_of(s, "speaker"));
    part(&where, ", via ", rt_names_joined(d->arena, rt_value_get(s, RT_S("via"))));
    part(&where, ", in ", text_of(s, "dataset"));
    part(&where, ", ", text_of(s, "document"));
    part(&where, ", ", text_of(s, "locator"));
    rt_cell_add(d, &row[0], RT_NOTE, rt_str_printf(d->arena, "[%u]", n->number));
    rt_cell_add(d, &row[1], RT_PLAIN, rt_str_copy(d->arena, rt_buf_str(&where)));
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
