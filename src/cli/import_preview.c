#include "cli/import_preview.h"

#include "base/pick.h"

enum { MOST_ROWS = 10, MOST_ENTRIES = 200, LONG_ID = 20, ID_SHOWN = 10 };

rt_preview rt_preview_new(rt_arena *arena) { return (rt_preview){.arena = arena, .rows = rt_value_list(arena)}; }

static bool goes_on(const rt_preview *p, rt_str file, uint64_t line) {
    return p->row != NULL && integer(p->row, "line") == (int64_t)line && rt_str_eq(text(p->row, "file"), file);
}

/* The entry as its line has it, without what the case gives. */
static rt_value *object_of(rt_arena *arena, const rt_entry *e) {
    rt_value *v = rt_value_object(arena);
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        rt_entry *from = (rt_entry *)(uintptr_t)e;
        if (!(f->of & 1U << e->type)) continue;
        if (f->kind == RT_FIELD_TYPE) {
            rt_value_put_text(arena, v, RT_S("type"), rt_entry_type_name(e->type));
        } else if (f->kind == RT_FIELD_TEXT && rt_entry_text(from, f)->len > 0) {
            rt_value_put_text(arena, v, rt_str_of(f->name), rt_str_copy(arena, *rt_entry_text(from, f)));
        } else if (f->kind == RT_FIELD_LIST && rt_entry_list(from, f)->n > 0) {
            rt_value *list = rt_value_put_list(arena, v, rt_str_of(f->name));
            for (size_t k = 0; k < rt_entry_list(from, f)->n; k++)
                rt_value_push_text(arena, list, rt_str_copy(arena, rt_entry_list(from, f)->at[k]));
        }
    }
    return v;
}

void rt_preview_add(rt_preview *p, rt_str file, uint64_t line, const rt_entry *e) {
    if (p->n == MOST_ENTRIES) return;
    if (!goes_on(p, file, line)) {
        if (rt_value_count(p->rows) == MOST_ROWS) return;
        p->row = rt_value_push(p->rows, rt_value_object(p->arena));
        rt_value_put_text(p->arena, p->row, RT_S("file"), rt_str_copy(p->arena, file));
        rt_value_put(p->row, RT_S("line"), rt_value_int(p->arena, (int64_t)line));
        rt_value_put_list(p->arena, p->row, RT_S("entries"));
    }
    rt_value_push((rt_value *)(uintptr_t)get(p->row, "entries"), object_of(p->arena, e));
    p->n++;
}

/* --- for people ------------------------------------------------------------------------------------------------------
 */

/* Who says it, when, for whose eyes: what is given beside the value, on one line. */
static rt_str beside(rt_draw *d, const rt_value *e) {
    static const char *const fields[] = {"stance",      "speaker", "via",     "said_at", "document",
                                         "locator",     "quote",   "basis",   "valid",   "reliability",
                                         "credibility", "lang",    "handling"};
    RT_AUTO(rt_buf) out = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const rt_value *v = get(e, fields[i]);
        if (v == NULL || (i == 0 && rt_str_is(v->text, "asserts"))) continue;
        rt_buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", fields[i]);
        for (const rt_value *c = v->kind == RT_LIST ? rt_value_first(v) : v; c != NULL;
             c = v->kind == RT_LIST ? c->next : NULL)
            rt_buf_printf(&out, " %.*s", RT_FMT(c->text));
    }
    return rt_str_copy(d->arena, rt_buf_str(&out));
}

/* Ids that are made of a key are long, and alike in nothing. */
static rt_str short_id(rt_draw *d, rt_str id) {
    return id.len <= LONG_ID ? id : rt_str_printf(d->arena, "%.*s...", RT_FMT(rt_str_cut(id, ID_SHOWN)));
}

static bool names_one(const rt_value *entries, rt_str id) {
    for (const rt_value *e = rt_value_first(entries); e != NULL; e = e->next)
        if (rt_str_eq(text(e, "entity"), id)) return true;
    return false;
}

static void add_statement(rt_draw *d, rt_table *t, const rt_value *entries, const rt_value *e, rt_str said) {
    rt_cell *row = rt_table_row(t);
    const rt_str value = text(e, "value"), written = text(e, "original"), own = beside(d, e);
    rt_cell_add(d, &row[0], RT_LABEL, text(e, "schema"));
    rt_cell_add(d, &row[1], RT_NOTE, short_id(d, text(e, "entity")));
    rt_cell_add(d, &row[2], RT_LABEL, text(e, "prop"));
    rt_cell_add(d, &row[3], RT_PLAIN, names_one(entries, value) ? short_id(d, value) : value);
    if (written.len > 0) rt_cell_add(d, &row[3], RT_LABEL, rt_str_printf(d->arena, " (%.*s)", RT_FMT(written)));
    if (!rt_str_eq(own, said)) rt_cell_add(d, &row[4], RT_LABEL, own.len > 0 ? own : RT_S("says nothing of that"));
}

static void add_act(rt_draw *d, rt_table *t, const rt_value *e) {
    RT_AUTO(rt_buf) json = {0};
    rt_cell *row = rt_table_row(t);
    rt_json_write(&json, e);
    rt_cell_add(d, &row[0], RT_LABEL, text(e, "type"));
    rt_cell_add(d, &row[3], RT_PLAIN, rt_str_copy(d->arena, rt_buf_str(&json)));
}

/* What is said beside the first value is told once; values of which something else is said tell it themselves. */
static void draw_row(rt_draw *d, const rt_value *r) {
    rt_table t = rt_table_new(d, 5, 2);
    rt_cell line = {0};
    const rt_value *entries = get(r, "entries"), *first = rt_value_first(entries);
    const long long number = (long long)integer(r, "line");
    const rt_str said = first != NULL ? beside(d, first) : (rt_str){"", 0};
    rt_draw_heading(d, number > 0 ? rt_str_printf(d->arena, "%.*s, line %lld", RT_FMT(text(r, "file")), number)
                                  : text(r, "file"));
    rt_cell_add(d, &line, RT_LABEL, said);
    if (said.len > 0) rt_draw_cell(d, &line, 2, 2);
    for (const rt_value *e = first; e != NULL; e = e->next)
        if (rt_str_is(text(e, "type"), "statement"))
            add_statement(d, &t, entries, e, said);
        else
            add_act(d, &t, e);
    rt_table_draw(&t);
}

void rt_draw_preview(rt_draw *d, const rt_value *view) {
    for (const rt_value *r = rt_value_first(get(view, "rows")); r != NULL; r = r->next) draw_row(d, r);
}
