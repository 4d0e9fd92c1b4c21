#include "base/pick.h"
#include "cli/draw.h"
#include "cli/matching.h"

static void add_side(rt_draw *d, rt_cell *cell, const rt_value *entity) {
    const rt_str id = text(entity, "id"), caption = text(entity, "caption");
    rt_cell_add(d, cell, RT_PLAIN, caption);
    if (!rt_str_eq(id, caption)) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, " %.*s", RT_FMT(id)));
}

static void line(rt_draw *d, const char *label, rt_str value) {
    rt_cell cell = {0};
    if (value.len == 0) return;
    rt_cell_add(d, &cell, RT_LABEL, rt_str_printf(d->arena, "%s ", label));
    rt_cell_add(d, &cell, RT_PLAIN, value);
    rt_draw_cell(d, &cell, 4, 4);
}

static rt_style style_of(rt_str judgement, bool counts) {
    if (!counts) return RT_RETRACTED;
    return rt_str_is(judgement, "same") ? RT_AGREED : rt_str_is(judgement, "different") ? RT_DENIAL : RT_DOUBTED;
}

/* "name "Abu Ahmad" of Oussama Atar" */
static void draw_ground(rt_draw *d, const rt_value *v) {
    const bool counts = rt_str_is(text(v, "standing"), "counts");
    rt_cell cell = {0};
    rt_cell_addz(d, &cell, RT_LABEL, "rests on ");
    rt_cell_add(
        d, &cell, counts ? RT_PLAIN : RT_RETRACTED,
        rt_str_printf(d->arena, "%.*s \"%.*s\"", RT_FMT(rt_prop_label(d, text(v, "prop"))), RT_FMT(text(v, "value"))));
    rt_cell_addz(d, &cell, RT_LABEL, " of ");
    add_side(d, &cell, rt_value_get(v, RT_S("entity")));
    rt_cell_add(d, &cell, RT_NOTE, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(v, "statement"))));
    if (!counts) rt_cell_add(d, &cell, RT_ALARM, rt_str_printf(d->arena, "  (%.*s)", RT_FMT(text(v, "standing"))));
    rt_draw_cell(d, &cell, 4, 6);
}

static void draw_grounds(rt_draw *d, const rt_value *judgement) {
    const rt_str shaken = text(judgement, "shaken");
    rt_cell cell = {0};
    for (const rt_value *v = rt_value_first(rt_value_get(judgement, RT_S("on"))); v != NULL; v = v->next)
        draw_ground(d, v);
    if (shaken.len == 0) return;
    rt_cell_addz(d, &cell, RT_ALARM,
                 rt_str_is(shaken, "certain") ? "it rests on something that no longer counts: look at it again"
                                              : "it rests on something that possibly no longer counts");
    rt_draw_cell(d, &cell, 4, 4);
}

static void draw_judgement(rt_draw *d, const rt_value *v) {
    const rt_str judgement = text(v, "judgement"), standing = text(v, "standing");
    const bool counts = rt_str_is(standing, "counts");
    rt_cell head = {0}, by = {0};
    rt_cell_add(d, &head, style_of(judgement, counts), judgement);
    rt_cell_addz(d, &head, RT_PLAIN, "  ");
    add_side(d, &head, rt_value_get(v, RT_S("a")));
    rt_cell_addz(d, &head, RT_LABEL, " and ");
    add_side(d, &head, rt_value_get(v, RT_S("b")));
    if (!counts) rt_cell_add(d, &head, RT_RETRACTED, rt_str_printf(d->arena, "  (%.*s)", RT_FMT(standing)));
    rt_draw_cell(d, &head, 2, 4);
    rt_cell_add(d, &by, RT_LABEL, rt_str_printf(d->arena, "%.*s, ", RT_FMT(rt_str_cut(text(v, "recorded_at"), 10))));
    rt_cell_add(d, &by, RT_LABEL, text(v, "recorded_by"));
    rt_cell_add(d, &by, RT_NOTE, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(v, "id"))));
    rt_draw_cell(d, &by, 4, 4);
    line(d, "why", text(v, "why"));
    draw_grounds(d, v);
    line(d, "score then", text(v, "score"));
    if (counts) rt_draw_why(d, rt_value_get(v, RT_S("explanation")), 6); /* --json has them all */
}

static void draw_entities(rt_draw *d, rt_str heading, const rt_value *list) {
    rt_draw_heading(d, heading);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell cell = {0};
        add_side(d, &cell, v);
        rt_draw_cell(d, &cell, 2, 4);
    }
}

void rt_draw_history(rt_draw *d, const rt_value *view) {
    const rt_value *members = rt_value_get(view, RT_S("members")), *judgements = rt_value_get(view, RT_S("judgements"));
    const bool as_if = rt_value_get(view, RT_S("as_if")) != NULL;
    rt_cell title = {0};
    rt_cell_add(d, &title, RT_TITLE, text(view, "caption"));
    rt_cell_add(d, &title, RT_LABEL, rt_str_printf(d->arena, "  %.*s", RT_FMT(text(view, "id"))));
    rt_draw_cell(d, &title, 0, 2);
    if (rt_value_count(members) > 1)
        draw_entities(d, as_if ? RT_S("One, as judged and as asked") : RT_S("Judged to be one"), members);
    rt_draw_heading(d, rt_value_count(judgements) > 0 ? RT_S("Judgements") : RT_S("Nothing was judged"));
    for (const rt_value *v = rt_value_first(judgements); v != NULL; v = v->next) draw_judgement(d, v);
}
