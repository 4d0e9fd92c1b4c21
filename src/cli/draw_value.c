#include "cli/draw.h"

void rt_cell_entity(rt_draw *d, rt_cell *cell, rt_style style, const rt_value *entity) {
    rt_cell_add(d, cell, style, rt_caption_words(d->arena, entity));
}

void rt_cell_names(rt_draw *d, rt_cell *cell, rt_style style, const rt_value *list) {
    if (list == NULL || list->kind != RT_LIST) {
        rt_cell_entity(d, cell, style, list);
        return;
    }
    for (const rt_value *v = list->of.first; v != NULL; v = v->next) {
        if (v != list->of.first) rt_cell_addz(d, cell, style, ", ");
        rt_cell_entity(d, cell, style, v);
    }
}

/* --- a value of a property --------------------------------------------------------------------------------------- */

static const rt_stance_look looks[] = {
    {"denies", "denied: ", "denied by ", RT_DENIAL},
    {"suspects", "suspected: ", "suspected by ", RT_DOUBTED},
    {"believes", "believed: ", "believed by ", RT_DOUBTED},
    {"retracts", "retracted: ", "taken back by ", RT_RETRACTED},
};

static const rt_stance_look asserted = {"asserts", "", "", RT_PLAIN};

const rt_stance_look *rt_stance_look_of(rt_str stance) {
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (rt_str_is(stance, looks[i].stance)) return &looks[i];
    return NULL;
}

static const rt_stance_look *look_of_value(const rt_value *v) {
    const bool gone = rt_value_get_bool(v, RT_S("retracted"));
    const rt_stance_look *l = rt_stance_look_of(gone ? RT_S("retracts") : rt_value_get_text(v, RT_S("stance")));
    return l != NULL ? l : &asserted;
}

void rt_cell_value(rt_draw *d, rt_cell *cell, rt_str prop, const rt_value *v) {
    if (v == NULL || v->kind != RT_OBJECT) {
        rt_cell_add(d, cell, RT_PLAIN, rt_scalar_text(d->arena, v));
        return;
    }
    const rt_stance_look *l = look_of_value(v);
    const rt_str refused = rt_value_get_text(v, RT_S("refused"));
    if (rt_str_is(rt_value_get_text(v, RT_S("certainty")), "possible")) rt_cell_addz(d, cell, RT_DOUBTED, "possibly: ");
    /* the word itself is not struck through */
    rt_cell_addz(d, cell, l->style == RT_RETRACTED ? RT_LABEL : l->style, l->value_words);
    rt_cell_add(d, cell, l->style, rt_value_words(d->arena, d->schema, prop, v));
    if (refused.len == 0) return;
    rt_cell_break(d, cell);
    rt_cell_add(d, cell, RT_DOUBTED, rt_str_printf(d->arena, "kept as text: %.*s", RT_FMT(refused)));
}
