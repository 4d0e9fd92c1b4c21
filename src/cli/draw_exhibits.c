/* Exhibits as a tree of what lay in what, each with who held it and whose it is said to have been. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static const char *label_of_attribution(const rt_value *a) {
    if (rt_str_is(text(a, "how"), "bears the name")) return "bears the name";
    return rt_str_is(text(a, "how"), "supposed") ? "supposed to be of" : "attributed to";
}

/* Rows of claims under a label of their own. */
static void claim_rows(rt_draw *d, rt_table *t, const rt_value *thing, const char *key, const char *label,
                       const char *prop) {
    const rt_value *list = get(thing, key);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        if (v == rt_value_first(list)) rt_cell_addz(d, &row[0], RT_LABEL, label);
        rt_cell_value(d, &row[1], rt_str_of(prop), v);
        rt_cell_cite(d, &row[2], v);
    }
}

static void evidence(rt_draw *d, rt_cell *cell, const rt_value *a) {
    const size_t pro = rt_value_count(get(a, "for")), contra = rt_value_count(get(a, "against"));
    if (pro + contra == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "statements for it: %zu, against it: %zu", pro, contra));
}

static void attribution_rows(rt_draw *d, rt_table *t, const rt_value *thing) {
    for (const rt_value *a = rt_value_first(get(thing, "attributions")); a != NULL; a = a->next) {
        const rt_stance_look *look = rt_stance_look_of(text(a, "stance"));
        const bool gone = is_set(a, "retracted");
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, label_of_attribution(a));
        if (look != NULL) rt_cell_addz(d, &row[1], look->style, look->value_words);
        if (gone) rt_cell_addz(d, &row[1], RT_LABEL, "taken back: ");
        rt_cell_entity(d, &row[1], gone ? RT_RETRACTED : look != NULL ? look->style : RT_PLAIN, get(a, "to"));
        evidence(d, &row[1], a);
        rt_cell_cite(d, &row[2], a);
    }
}

/* What the attributions come to, where they do not name one. */
static void standing_row(rt_draw *d, rt_table *t, const rt_value *thing) {
    static const struct {
        const char *standing, *words;
        rt_style style;
    } known[] = {
        {"several", "attributed to more than one", RT_ALARM},
        {"unclear", "attributed in words only: no one person is named", RT_DOUBTED},
        {"named", "bears a name; nobody says whose it was", RT_DOUBTED},
        {"unattributed", "attributed to nobody", RT_DOUBTED},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!rt_str_is(text(thing, "standing"), known[i].standing)) continue;
        if (!rt_str_is(text(thing, "schema"), "Exhibit") && rt_value_count(get(thing, "attributions")) == 0) continue;
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, "whose it was");
        rt_cell_addz(d, &row[1], known[i].style, known[i].words);
    }
}

static void photo_rows(rt_draw *d, rt_table *t, const rt_value *thing) {
    for (const rt_value *p = rt_value_first(get(thing, "photos")); p != NULL; p = p->next) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, "photo");
        rt_cell_entity(d, &row[1], RT_PLAIN, p);
        if (text(p, "hash").len > 0) {
            rt_cell_break(d, &row[1]);
            rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, "SHA-256 %.*s", RT_FMT(text(p, "hash"))));
        }
        rt_cell_cite(d, &row[2], p);
    }
}

/* --- who held it ------------------------------------------------------------------------------------------------- */

static void holder(rt_draw *d, rt_cell *cell, const rt_value *held) {
    const rt_value *who = get(held, "holder");
    const rt_stance_look *look = rt_stance_look_of(text(held, "stance"));
    const bool gone = is_set(held, "retracted");
    const rt_style style = gone ? RT_RETRACTED : look != NULL ? look->style : RT_PLAIN;
    if (look != NULL) rt_cell_addz(d, cell, look->style, look->value_words);
    if (gone) rt_cell_addz(d, cell, RT_LABEL, "taken back: ");
    if (who->kind == RT_NULL) rt_cell_addz(d, cell, RT_DOUBTED, "who is not told");
    if (who->kind == RT_TEXT) rt_cell_add(d, cell, style, who->text);
    if (who->kind == RT_OBJECT) rt_cell_entity(d, cell, style, who);
    rt_cell_addz(d, cell, RT_LABEL, ", ");
    rt_cell_add(d, cell, RT_LABEL, rt_stay_words(d, held));
}

static void gap_row(rt_draw *d, rt_table *t, const rt_value *gap) {
    const bool certain = rt_str_is(text(gap, "certainty"), "certain");
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], certain ? RT_ALARM : RT_DOUBTED, certain ? "gap" : "possible gap");
    rt_cell_add(d, &row[1], certain ? RT_ALARM : RT_DOUBTED,
                rt_str_printf(d->arena, "nobody is said to have held it: %.*s between %.*s and %.*s",
                              RT_FMT(rt_days_words(d, get(gap, "days"))),
                              RT_FMT(rt_date_words(d->arena, text(gap, "from"), RT_MONTHS_SHORT)),
                              RT_FMT(rt_date_words(d->arena, text(gap, "to"), RT_MONTHS_SHORT))));
}

static const rt_value *custody_of(const rt_value *thing, rt_str id) {
    for (const rt_value *h = rt_value_first(get(thing, "custody")); h != NULL; h = h->next)
        if (rt_str_eq(text(h, "id"), id)) return h;
    return NULL;
}

static void overlap_row(rt_draw *d, rt_table *t, const rt_value *thing, const rt_value *overlap) {
    const bool certain = rt_str_is(text(overlap, "certainty"), "certain");
    const rt_value *a = custody_of(thing, text(overlap, "a")), *b = custody_of(thing, text(overlap, "b"));
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], certain ? RT_ALARM : RT_DOUBTED, certain ? "held by two" : "perhaps by two");
    if (a == NULL || b == NULL) return;
    holder(d, &row[1], a);
    rt_cell_break(d, &row[1]);
    holder(d, &row[1], b);
    rt_cell_break(d, &row[1]);
    rt_cell_add(d, &row[1], RT_LABEL, rt_days_words(d, get(overlap, "days")));
}

static void custody_rows(rt_draw *d, rt_table *t, const rt_value *thing) {
    for (const rt_value *h = rt_value_first(get(thing, "custody")); h != NULL; h = h->next) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, "held by");
        holder(d, &row[1], h);
        rt_cell_cite(d, &row[2], h);
    }
    for (const rt_value *g = rt_value_first(get(thing, "gaps")); g != NULL; g = g->next) gap_row(d, t, g);
    for (const rt_value *o = rt_value_first(get(thing, "overlaps")); o != NULL; o = o->next)
        overlap_row(d, t, thing, o);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static unsigned indent_of(const rt_value *thing) {
    const int64_t depth = integer(thing, "depth");
    return depth > 8 ? 16 : (unsigned)(2 * depth);
}

static void head(rt_draw *d, const rt_value *thing) {
    rt_cell cell = {0};
    rt_cell_add(d, &cell, RT_TITLE, text(thing, "caption"));
    rt_cell_addz(d, &cell, RT_LABEL, "  ");
    rt_cell_add(d, &cell, RT_LABEL, text(thing, "schema"));
    rt_cell_addz(d, &cell, RT_LABEL, " ");
    rt_cell_add(d, &cell, RT_LABEL, text(thing, "id"));
    if (text(thing, "when").len > 0) {
        rt_cell_addz(d, &cell, RT_LABEL, ", ");
        rt_cell_add(d, &cell, RT_LABEL, rt_when_words(d->arena, thing));
    }
    rt_draw_cell(d, &cell, indent_of(thing), indent_of(thing) + 2);
}

static void draw_thing(rt_draw *d, const rt_value *thing) {
    rt_table t = rt_table_of_statements(d, indent_of(thing) + 2);
    head(d, thing);
    claim_rows(d, &t, thing, "within", "lay in", "container");
    claim_rows(d, &t, thing, "seals", "seal", "seal");
    claim_rows(d, &t, thing, "found_with", "found with", "foundWith");
    claim_rows(d, &t, thing, "amounts", "amount", "amount");
    claim_rows(d, &t, thing, "hashes", "SHA-256", "contentHash");
    attribution_rows(d, &t, thing);
    standing_row(d, &t, thing);
    photo_rows(d, &t, thing);
    custody_rows(d, &t, thing);
    claim_rows(d, &t, thing, "summary", "summary", "summary");
    claim_rows(d, &t, thing, "description", "description", "description");
    claim_rows(d, &t, thing, "notes", "notes", "notes");
    rt_table_draw(&t);
}

static void list_names(rt_draw *d, const rt_value *list, const char *words) {
    rt_cell cell = {0};
    if (rt_value_count(list) == 0) return;
    rt_buf_byte(d->out, '\n');
    rt_cell_addz(d, &cell, RT_LABEL, words);
    rt_cell_names(d, &cell, RT_PLAIN, list);
    rt_draw_cell(d, &cell, 0, 2);
}

void rt_draw_exhibits(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "exhibits");
    if (rt_value_count(list) == 0) rt_buf_add(d->out, RT_S("nothing was found\n"));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (v != rt_value_first(list)) rt_buf_byte(d->out, '\n');
        draw_thing(d, v);
    }
    list_names(d, get(view, "unattributed"), "Attributed to nobody: ");
    list_names(d, get(view, "several"), "Attributed to more than one: ");
    rt_draw_notes(d);
}
