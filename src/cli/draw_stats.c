/* Counts and other plain results, whatever their names: members as pairs, lists of objects as tables. */
#include "cli/draw.h"

static bool is_nested(const rt_value *v) {
    return v->kind == RT_OBJECT || (v->kind == RT_LIST && v->of.first != NULL && v->of.first->kind == RT_OBJECT);
}

static void add_scalar(rt_draw *d, rt_cell *cell, const rt_value *v) {
    if (v == NULL) return;
    if (v->kind == RT_LIST || v->kind == RT_OBJECT)
        rt_cell_names(d, cell, RT_PLAIN, v);
    else
        rt_cell_add(d, cell, RT_PLAIN, rt_scalar_text(d->arena, v));
}

/* Names of our own (members, schemata, properties) as words; what sources and speakers are called as it is. */
static bool is_our_own(rt_str key) {
    return key.len == 0 || rt_str_is(key, "schemata") || rt_str_is(key, "properties");
}

static void draw_pairs(rt_draw *d, const rt_value *object, unsigned indent) {
    rt_table t = rt_table_new(d, 2, indent);
    t.least[0] = 16;
    for (const rt_value *v = rt_value_first(object); v != NULL; v = v->next) {
        if (is_nested(v) || v->kind == RT_NULL) continue;
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_LABEL, is_our_own(object->key) ? rt_prop_words(d->arena, v->key) : v->key);
        add_scalar(d, &row[1], v);
    }
    rt_table_draw(&t);
}

/* A column for each member of the first object. */
static void draw_rows(rt_draw *d, const rt_value *list) {
    const rt_value *first = rt_value_first(list);
    rt_table t = rt_table_new(d, rt_value_count(first), 2);
    rt_cell *row = rt_table_row(&t);
    size_t i = 0;
    for (const rt_value *k = rt_value_first(first); k != NULL && i < t.columns; k = k->next, i++)
        rt_cell_add(d, &row[i], RT_LABEL, rt_prop_words(d->arena, k->key));
    for (const rt_value *v = first; v != NULL; v = v->next) {
        row = rt_table_row(&t);
        i = 0;
        for (const rt_value *k = rt_value_first(first); k != NULL && i < t.columns; k = k->next, i++)
            add_scalar(d, &row[i], rt_value_get(v, k->key));
    }
    rt_table_draw(&t);
}

void rt_draw_stats(rt_draw *d, const rt_value *view) {
    draw_pairs(d, view, 0);
    for (const rt_value *v = rt_value_first(view); v != NULL; v = v->next) {
        if (!is_nested(v) || rt_str_is(v->key, "statements")) continue;
        rt_draw_heading(d, rt_prop_words(d->arena, v->key));
        if (v->kind == RT_LIST)
            draw_rows(d, v);
        else
            draw_pairs(d, v, 2);
    }
}
