/* Alerts: what was found, by which rule, who says so, and who held it then. */
#include "base/pick.h"
#include "cli/draw.h"

static rt_style style_of(rt_str certainty) {
    if (rt_str_is(certainty, "broken")) return RT_ALARM;
    if (rt_str_is(certainty, "possibly")) return RT_DOUBTED;
    return rt_str_is(certainty, "kept") ? RT_AGREED : RT_LABEL;
}

static rt_str heading_of(rt_str certainty) {
    if (rt_str_is(certainty, "broken")) return RT_S("Broken");
    if (rt_str_is(certainty, "possibly")) return RT_S("Possibly broken");
    return rt_str_is(certainty, "kept") ? RT_S("Kept") : RT_S("Open: not known yet");
}

/* "Oussama Atar: no passport" */
static void draw_head(rt_draw *d, const rt_value *v) {
    rt_cell head = {0};
    const rt_value *entity = get(v, "entity");
    if (rt_value_count(entity) > 0) {
        rt_cell_entity(d, &head, style_of(text(v, "certainty")), entity);
        rt_cell_addz(d, &head, RT_LABEL, ": ");
    }
    rt_cell_add(d, &head, RT_TITLE, text(v, "caption"));
    rt_draw_cell(d, &head, 2, 4);
}

/* A label and what stands beside it, over the whole width. */
static rt_cell *add_row(rt_table *t, const char *label) {
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(t->draw, &row[0], RT_LABEL, label);
    return &row[1];
}

static void add_line(rt_table *t, const char *label, rt_style style, rt_str words) {
    if (words.len > 0) rt_cell_add(t->draw, add_row(t, label), style, words);
}

static void add_decision(rt_table *t, const char *label, const rt_value *seen) {
    if (rt_value_count(seen) == 0) return;
    add_line(t, label, RT_PLAIN,
             rt_str_printf(t->draw->arena, "%.*s, %.*s: %.*s", RT_FMT(text(seen, "by")),
                           RT_FMT(rt_str_cut(text(seen, "when"), 10)), RT_FMT(text(seen, "why"))));
}

/* What the condition says in words, with who says it. */
static void add_words(rt_table *t, const rt_value *v) {
    for (const rt_value *w = rt_value_first(get(v, "words")); w != NULL; w = w->next) {
        rt_cell *cell = add_row(t, "in words");
        rt_cell_value(t->draw, cell, RT_S("rule"), w);
        rt_cell_break(t->draw, cell);
        rt_cell_cite(t->draw, cell, w);
    }
}

static rt_value *as_cited(rt_draw *d, const rt_value *ids) {
    rt_value *v = rt_value_object(d->arena), *list = rt_value_put_list(d->arena, v, RT_S("statements"));
    for (const rt_value *id = rt_value_first(ids); id != NULL; id = id->next)
        rt_value_push_text(d->arena, list, id->text);
    return v;
}

/* Words, and under them who says so. */
static void add_cited(rt_table *t, const char *label, rt_str words, const rt_value *ids) {
    rt_cell *cell = add_row(t, label);
    rt_cell_add(t->draw, cell, RT_PLAIN, words);
    if (rt_value_count(ids) == 0) return;
    rt_cell_break(t->draw, cell);
    rt_cell_cite(t->draw, cell, as_cited(t->draw, ids));
}

static void add_doubts(rt_table *t, const rt_value *v) {
    for (const rt_value *w = rt_value_first(get(v, "doubts")); w != NULL; w = w->next)
        add_line(t, "not sure", RT_DOUBTED, w->text);
}

static bool is_of(const rt_value *held, const rt_value *of, const char *reached) {
    return rt_str_is(text(held, "reached"), reached) && rt_str_eq(text(get(held, "of"), "id"), text(of, "id"));
}

static bool is_same_holder(const rt_value *a, const rt_value *b) {
    const rt_value *x = get(a, "holder"), *y = get(b, "holder");
    return rt_str_eq(text(x, "id"), text(y, "id")) && rt_str_eq(text(x, "caption"), text(y, "caption")) &&
           rt_str_eq(text(a, "how"), text(b, "how"));
}

/* Whether the same holder stood here before, with other statements. */
static bool is_told(const rt_value *v, const rt_value *held, const rt_value *of, const char *reached) {
    for (const rt_value *h = rt_value_first(get(v, "held")); h != held; h = h->next)
        if (is_of(h, of, reached) && is_same_holder(h, held)) return true;
    return false;
}

/* Who held what is told of one entity: "Condition: no passport: Iraqi authorities (authority), CNN (passed it on)". */
static void add_holders(rt_table *t, const rt_value *v, const rt_value *of, const char *label, const char *reached) {
    rt_cell *cell = NULL;
    for (const rt_value *h = rt_value_first(get(v, "held")); h != NULL; h = h->next) {
        if (!is_of(h, of, reached) || is_told(v, h, of, reached)) continue;
        if (cell == NULL) {
            cell = add_row(t, label);
            rt_cell_entity(t->draw, cell, RT_LABEL, of);
            rt_cell_addz(t->draw, cell, RT_LABEL, ": ");
        } else
            rt_cell_addz(t->draw, cell, RT_PLAIN, ", ");
        rt_cell_entity(t->draw, cell, RT_PLAIN, get(h, "holder"));
        rt_cell_add(t->draw, cell, RT_LABEL, rt_str_printf(t->draw->arena, " (%.*s)", RT_FMT(text(h, "how"))));
    }
}

static void add_held(rt_table *t, const rt_value *v) {
    const rt_value *last = NULL;
    for (const rt_value *h = rt_value_first(get(v, "held")); h != NULL; h = h->next) {
        const rt_value *of = get(h, "of");
        if (last != NULL && rt_str_eq(text(last, "id"), text(of, "id"))) continue;
        last = of;
        add_holders(t, v, of, "held then", "certain");
        add_holders(t, v, of, "perhaps", "possible");
    }
}

static void draw_alert(rt_draw *d, const rt_value *v) {
    rt_table t = rt_table_new(d, 2, 4);
    draw_head(d, v);
    add_words(&t, v);
    if (text(v, "kind").len > 0 || rt_value_count(get(v, "words")) == 0)
        add_cited(&t, "rule", text(v, "rule"), get(v, "rule_statements"));
    add_cited(&t, "found", text(v, "explanation"), get(v, "found_statements"));
    add_doubts(&t, v);
    if (rt_value_count(get(v, "against")) > 0) add_cited(&t, "against", RT_S("denied by"), get(v, "against"));
    if (rt_value_count(get(v, "opposed_by")) > 0)
        add_cited(&t, "opposed", RT_S("set against the condition:"), get(v, "opposed_by"));
    add_held(&t, v);
    add_line(&t, "raised", RT_PLAIN, rt_str_cut(text(v, "raised"), 10));
    add_decision(&t, "seen by", get(v, "acknowledged"));
    add_decision(&t, "was seen", get(v, "was_acknowledged"));
    add_line(&t, "alert", RT_LABEL, text(v, "id"));
    rt_table_draw(&t);
}

static rt_str group_of(const rt_value *v) {
    return rt_value_count(get(v, "acknowledged")) > 0 ? RT_S("Looked at") : heading_of(text(v, "certainty"));
}

void rt_draw_alerts(rt_draw *d, const rt_value *view) {
    rt_str group = {"", 0};
    if (rt_value_count(get(view, "alerts")) == 0) rt_buf_add(d->out, RT_S("no rule finds anything\n"));
    for (const rt_value *v = rt_value_first(get(view, "alerts")); v != NULL; v = v->next) {
        if (rt_str_eq(group, group_of(v)))
            rt_buf_byte(d->out, '\n');
        else
            rt_draw_heading(d, group_of(v));
        group = group_of(v);
        draw_alert(d, v);
    }
    if (text(view, "today").len > 0) rt_buf_printf(d->out, "\nAs of %.*s.\n", RT_FMT(text(view, "today")));
    rt_draw_notes(d);
}
