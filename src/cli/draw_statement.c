/* One statement, every field that it has. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static void entity_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    rt_cell_entity(d, cell, RT_PLAIN, v);
    const rt_str id = rt_value_get_text(v, RT_S("id"));
    if (id.len > 0) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(id)));
}

static void date_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    const rt_str edtf = rt_scalar_text(d->arena, v), words = rt_date_words(d->arena, edtf, RT_MONTHS_LONG);
    rt_cell_add(d, cell, RT_PLAIN, words);
    if (!rt_str_eq(words, edtf)) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(edtf)));
}

static void quote_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    rt_cell_add(d, cell, RT_PLAIN, rt_str_printf(d->arena, "“%.*s”", RT_FMT(rt_scalar_text(d->arena, v))));
}

static void stance_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    const rt_str s = rt_scalar_text(d->arena, v);
    const bool asserts = rt_str_is(s, "asserts"), denies = rt_str_is(s, "denies");
    rt_cell_add(d, cell, asserts ? RT_PLAIN : denies ? RT_DENIAL : RT_DOUBTED, s);
}

/* The Admiralty grades in the words of AJP-2.1. */
typedef struct grade {
    const char *code, *words;
} grade;

static const grade grades[] = {
    {"A", "completely reliable"},
    {"B", "usually reliable"},
    {"C", "fairly reliable"},
    {"D", "not usually reliable"},
    {"E", "unreliable"},
    {"F", "reliability cannot be judged"},
    {"1", "confirmed by other sources"},
    {"2", "probably true"},
    {"3", "possibly true"},
    {"4", "doubtful"},
    {"5", "improbable"},
    {"6", "truth cannot be judged"},
};

static void grade_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    const rt_str code = rt_scalar_text(d->arena, v);
    rt_cell_add(d, cell, RT_PLAIN, code);
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (rt_str_is(code, grades[i].code))
            rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "  %s", grades[i].words));
}

static void plain_value(rt_draw *d, rt_cell *cell, const rt_value *v) {
    if (v->kind == RT_LIST)
        rt_cell_names(d, cell, RT_PLAIN, v);
    else
        rt_cell_add(d, cell, RT_PLAIN, rt_scalar_text(d->arena, v));
}

typedef struct field {
    const char *name;
    void (*add)(rt_draw *d, rt_cell *cell, const rt_value *v);
} field;

static const field fields[] = {
    {"entity", entity_value}, {"quote", quote_value},       {"stance", stance_value},     {"said_at", date_value},
    {"valid", date_value},    {"reliability", grade_value}, {"credibility", grade_value},
};

static void add_field(rt_draw *d, rt_cell *cell, const rt_value *v) {
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (rt_str_is(v->key, fields[i].name)) {
            fields[i].add(d, cell, v);
            return;
        }
    plain_value(d, cell, v);
}

static bool is_empty(const rt_value *v) {
    return v->kind == RT_NULL || ((v->kind == RT_LIST || v->kind == RT_OBJECT) && v->of.count == 0);
}

static void draw_links(rt_draw *d, const rt_value *links) {
    if (rt_value_count(links) == 0) return;
    rt_draw_heading(d, RT_S("Links"));
    rt_table t = rt_table_new(d, 3, 2);
    for (const rt_value *v = rt_value_first(links); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_LABEL, rt_value_get_text(v, RT_S("type")));
        rt_cell_entity(d, &row[1], RT_PLAIN, rt_value_get(v, RT_S("to")));
        rt_cell_entity(d, &row[1], RT_LABEL, rt_value_get(v, RT_S("from")));
        rt_cell_cite(d, &row[2], v);
    }
    rt_table_draw(&t);
}

static void draw_judgements(rt_draw *d, const rt_value *list) {
    if (rt_value_count(list) == 0) return;
    rt_draw_heading(d, RT_S("Judgements that rest on it"));
    rt_table t = rt_table_new(d, 3, 2);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        const rt_str day = rt_str_cut(rt_value_get_text(v, RT_S("recorded_at")), 10),
                     by = rt_value_get_text(v, RT_S("recorded_by"));
        const bool counts = rt_str_is(rt_value_get_text(v, RT_S("standing")), "counts");
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], counts ? RT_PLAIN : RT_RETRACTED, rt_value_get_text(v, RT_S("judgement")));
        entity_value(d, &row[1], rt_value_get(v, RT_S("a")));
        rt_cell_addz(d, &row[1], RT_LABEL, " and ");
        entity_value(d, &row[1], rt_value_get(v, RT_S("b")));
        rt_cell_add(d, &row[2], RT_LABEL, rt_str_printf(d->arena, "%.*s, %.*s", RT_FMT(day), RT_FMT(by)));
        if (!counts) rt_cell_addz(d, &row[2], RT_RETRACTED, " (overruled)");
    }
    rt_table_draw(&t);
}

/* On one line; blanks at either end stay, since what follows goes on behind them. */
static rt_str squeezed(rt_draw *d, rt_str s) {
    const rt_str inner = rt_str_squeeze(d->arena, s);
    if (inner.len == 0) return inner;
    return rt_str_printf(d->arena, "%s%.*s%s", rt_is_blank(s.at[0]) ? " " : "", RT_FMT(inner),
                         rt_is_blank(s.at[s.len - 1]) ? " " : "");
}

static void draw_context(rt_draw *d, const rt_value *context) {
    if (context == NULL || context->kind != RT_OBJECT) return;
    const rt_value *document = get(context, "document");
    const rt_str title = text(document, "title");
    rt_cell words = {0};
    rt_draw_heading(
        d, rt_str_printf(d->arena, "Where it stands: %.*s", RT_FMT(title.len > 0 ? title : text(document, "name"))));
    rt_cell_add(d, &words, RT_LABEL, squeezed(d, text(context, "before")));
    rt_cell_add(d, &words, RT_PLAIN, squeezed(d, text(context, "text")));
    rt_cell_add(d, &words, RT_LABEL, squeezed(d, text(context, "after")));
    rt_draw_cell(d, &words, 2, 2);
}

static void draw_missing_quote(rt_draw *d, const rt_value *view) {
    const rt_value *found = get(view, "quote_found");
    if (found == NULL || found->kind != RT_BOOL || found->boolean) return;
    rt_draw_heading(d, RT_S("The quote is not found in the document's text"));
}

static bool has_own_part(rt_str key) {
    return rt_str_is(key, "context") || rt_str_is(key, "quote_found") || rt_str_is(key, "links") ||
           rt_str_is(key, "statements") || rt_str_is(key, "judgements") || rt_str_is(key, "as_if");
}

void rt_draw_statement(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_new(d, 2, 0);
    for (const rt_value *v = rt_value_first(view); v != NULL; v = v->next) {
        if (is_empty(v) || has_own_part(v->key)) continue;
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_LABEL, rt_prop_words(d->arena, v->key));
        add_field(d, &row[1], v);
    }
    rt_table_draw(&t);
    draw_missing_quote(d, view);
    draw_context(d, rt_value_get(view, RT_S("context")));
    draw_links(d, rt_value_get(view, RT_S("links")));
    draw_judgements(d, rt_value_get(view, RT_S("judgements")));
}
