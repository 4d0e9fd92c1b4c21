/* The vetting log: what was decided, on what, and without knowing what. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static void claim_rows(rt_draw *d, rt_table *t, const rt_value *vetting, const char *key, const char *label,
                       const char *prop) {
    const rt_value *list = get(vetting, key);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        if (v == rt_value_first(list)) rt_cell_addz(d, &row[0], RT_LABEL, label);
        rt_cell_value(d, &row[1], rt_str_of(prop), v);
        rt_cell_cite(d, &row[2], v);
    }
}

static void decision_rows(rt_draw *d, rt_table *t, const rt_value *vetting) {
    claim_rows(d, t, vetting, "decision", "decision", "decision");
    if (rt_value_count(get(vetting, "decision")) == 0) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, "decision");
        rt_cell_addz(d, &row[1], RT_DOUBTED, "none is told");
    }
    claim_rows(d, t, vetting, "decided_by", "decided by", "decidedBy");
    for (const rt_value *v = rt_value_first(get(vetting, "decisions")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        if (text(v, "why").len == 0) continue;
        rt_cell_addz(d, &row[0], RT_LABEL, "why");
        rt_cell_add(d, &row[1], RT_PLAIN, text(v, "why"));
    }
}

/* --- what was frozen -----------------------------------------------------------------------------------------------
 */

static void add_count(rt_draw *d, rt_cell *cell, const rt_value *list, const char *words) {
    if (rt_value_count(list) == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_ALARM, rt_str_printf(d->arena, "%zu %s: ", rt_value_count(list), words));
    rt_cell_names(d, cell, RT_LABEL, list);
}

static void check_row(rt_draw *d, rt_table *t, const rt_value *frozen) {
    const rt_str check = text(frozen, "check");
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "evidence");
    if (rt_str_is(check, "intact"))
        rt_cell_addz(d, &row[1], RT_AGREED, "intact: the same lens gives the same page as the case was then");
    if (rt_str_is(check, "not checked"))
        rt_cell_addz(d, &row[1], RT_DOUBTED, "not checked: this lens cannot look at it as it was");
    if (!rt_str_is(check, "differs")) return;
    rt_cell_addz(d, &row[1], RT_ALARM, "differs from what the same lens gives as the case was then");
    add_count(d, &row[1], get(frozen, "missing"), "statements were shown and are not there");
    add_count(d, &row[1], get(frozen, "added"), "statements were not shown and are there");
    if (rt_value_count(get(frozen, "missing")) + rt_value_count(get(frozen, "added")) > 0) return;
    rt_cell_break(d, &row[1]);
    rt_cell_addz(d, &row[1], RT_ALARM, "the statements are the same, the hash does not fit; shown by ");
    rt_cell_add(d, &row[1], RT_ALARM, text(frozen, "program"));
}

static void frozen_rows(rt_draw *d, rt_table *t, const rt_value *frozen) {
    if (frozen->kind != RT_OBJECT) {
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, "evidence");
        rt_cell_addz(d, &row[1], RT_LABEL, "nothing was frozen: the sources only tell of it");
        return;
    }
    rt_cell *row = rt_table_row(t);
    const rt_str n = rt_scalar_text(d->arena, get(frozen, "shown")), clearance = text(frozen, "clearance");
    rt_cell_addz(d, &row[0], RT_LABEL, "shown");
    rt_cell_add(d, &row[1], RT_PLAIN,
                rt_str_printf(d->arena, "%.*s %s, of \"%.*s\"", RT_FMT(n),
                              rt_str_is(n, "1") ? "statement" : "statements", RT_FMT(text(frozen, "asked"))));
    if (clearance.len > 0) {
        rt_cell_break(d, &row[1]);
        rt_cell_add(d, &row[1], RT_LABEL, rt_str_printf(d->arena, "read with clearance %.*s", RT_FMT(clearance)));
    }
    check_row(d, t, frozen);
}

/* --- without knowing -----------------------------------------------------------------------------------------------
 */

static rt_str day_of(const rt_value *v) { return rt_str_cut(text(v, "recorded_at"), 10); }

/* "recorded 28 Nov 2026 by B. Clerk", "Andre Jacob had it, since 2006". */
static rt_str why_words(rt_draw *d, const rt_value *v) {
    const rt_str how = text(v, "how"), by = text(v, "recorded_by");
    const rt_str day = rt_date_words(d->arena, day_of(v), RT_MONTHS_SHORT);
    if (rt_str_is(how, "later") && is_set(v, "before_decision"))
        return rt_str_printf(d->arena, "recorded on %.*s by %.*s, before the decision", RT_FMT(day), RT_FMT(by));
    if (rt_str_is(how, "later")) return rt_str_printf(d->arena, "recorded on %.*s by %.*s", RT_FMT(day), RT_FMT(by));
    if (rt_str_is(how, "hidden"))
        return rt_str_printf(d->arena, "recorded on %.*s by %.*s, and hidden from who asked", RT_FMT(day), RT_FMT(by));
    if (rt_str_is(how, "elsewhere"))
        return rt_str_printf(d->arena, "recorded on %.*s by %.*s, and not counted as theirs then", RT_FMT(day),
                             RT_FMT(by));
    if (rt_str_is(how, "untold")) return rt_str_printf(d->arena, "recorded on %.*s by %.*s", RT_FMT(day), RT_FMT(by));
    const rt_str since = text(v, "since"), holder = text(get(v, "holder"), "caption");
    const char *had = rt_str_is(text(v, "reached"), "possible") ? "possibly had by" : "had by";
    if (since.len == 0) return rt_str_printf(d->arena, "%s %.*s", had, RT_FMT(holder));
    return rt_str_printf(d->arena, "%s %.*s, since %.*s", had, RT_FMT(holder),
                         RT_FMT(rt_date_words(d->arena, since, RT_MONTHS_SHORT)));
}

static bool same_group(rt_draw *d, const rt_value *a, const rt_value *b) {
    return rt_str_eq(text(get(a, "about"), "id"), text(get(b, "about"), "id")) &&
           rt_str_eq(why_words(d, a), why_words(d, b));
}

/* What is told of one entity and has one reason stands together. */
static const rt_value *draw_group(rt_draw *d, const rt_value *first) {
    rt_table t = rt_table_of_statements(d, 6);
    const rt_value *v = first;
    const rt_schema *page = d->schema;
    rt_cell head = {0};
    d->schema = rt_schema_named(text(get(first, "about"), "schema"));
    rt_cell_entity(d, &head, RT_TITLE, get(first, "about"));
    rt_cell_addz(d, &head, RT_LABEL, "  ");
    rt_cell_add(d, &head, RT_LABEL, why_words(d, first));
    rt_draw_cell(d, &head, 4, 6);
    for (; v != NULL && same_group(d, first, v); v = v->next) rt_table_told(&t, v);
    rt_table_draw(&t);
    d->schema = page;
    return v;
}

static void draw_unknown(rt_draw *d, const rt_value *vetting) {
    const rt_value *unknown = get(vetting, "unknown");
    const bool decided = rt_value_count(get(vetting, "decision")) > 0, told = get(vetting, "frozen")->kind != RT_OBJECT;
    rt_cell head = {0};
    if (rt_value_count(unknown) == 0) return;
    rt_cell_addz(d, &head, RT_ALARM, decided ? "decided without knowing" : "not shown");
    rt_cell_add(d, &head, RT_LABEL,
                rt_str_printf(d->arena, rt_value_count(unknown) == 1 ? " %zu statement" : " %zu statements",
                              rt_value_count(unknown)));
    if (told) rt_cell_addz(d, &head, RT_LABEL, " that existed and had not reached who decided, as far as is told");
    rt_draw_cell(d, &head, 2, 4);
    for (const rt_value *v = rt_value_first(unknown); v != NULL;) v = draw_group(d, v);
}

static void draw_had(rt_draw *d, const rt_value *vetting) {
    const rt_value *had = get(vetting, "had");
    rt_cell head = {0};
    if (rt_value_count(had) == 0) return;
    rt_cell_addz(d, &head, RT_LABEL, "had reached who decided, or possibly had");
    rt_draw_cell(d, &head, 2, 4);
    for (const rt_value *v = rt_value_first(had); v != NULL;) v = draw_group(d, v);
}

/* --- the page ------------------------------------------------------------------------------------------------------
 */

static void draw_vetting(rt_draw *d, const rt_value *v) {
    rt_table t = rt_table_of_statements(d, 2);
    rt_cell head = {0};
    d->schema = rt_schema_named(text(v, "schema"));
    rt_cell_add(d, &head, RT_TITLE, text(v, "caption"));
    rt_cell_addz(d, &head, RT_LABEL, "  ");
    rt_cell_add(d, &head, RT_LABEL, text(v, "id"));
    rt_cell_addz(d, &head, RT_LABEL, ", ");
    rt_cell_add(d, &head, RT_LABEL, rt_when_words(d->arena, v));
    rt_draw_cell(d, &head, 0, 2);
    claim_rows(d, &t, v, "subject", "subject", "subject");
    claim_rows(d, &t, v, "purpose", "purpose", "purpose");
    claim_rows(d, &t, v, "authority", "checked by", "authority");
    claim_rows(d, &t, v, "query", "asked", "query");
    claim_rows(d, &t, v, "answer", "answer", "answer");
    decision_rows(d, &t, v);
    frozen_rows(d, &t, get(v, "frozen"));
    rt_table_draw(&t);
    draw_had(d, v);
    draw_unknown(d, v);
}

void rt_draw_vettings(rt_draw *d, const rt_value *view) {
    const rt_value *list = get(view, "vettings");
    if (rt_value_count(list) == 0) rt_buf_add(d->out, RT_S("nobody was checked\n"));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (v != rt_value_first(list)) rt_buf_byte(d->out, '\n');
        draw_vetting(d, v);
    }
    rt_draw_notes(d);
}
