#include "report/words.h"

#include "base/buf.h"
#include "base/date_english.h"

rt_str rt_scalar_text(rt_arena *arena, const rt_value *v) {
    if (v == NULL) return RT_S("");
    if (v->kind == RT_TEXT) return v->text;
    if (v->kind == RT_INT) return rt_str_printf(arena, "%lld", (long long)v->integer);
    if (v->kind == RT_REAL) return rt_str_printf(arena, "%.4g", v->real);
    if (v->kind == RT_BOOL) return v->boolean ? RT_S("yes") : RT_S("no");
    return RT_S("");
}

rt_str rt_prop_words(rt_arena *arena, rt_str prop) {
    char *at = rt_arena_alloc(arena, 2 * prop.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < prop.len; i++) {
        const char c = prop.at[i];
        const bool upper = c >= 'A' && c <= 'Z',
                   after_lower = i > 0 && rt_is_alpha(prop.at[i - 1]) && prop.at[i - 1] >= 'a';
        if (upper && after_lower) at[n++] = ' ';
        at[n++] = c == '_' ? ' ' : rt_to_lower(c);
    }
    return (rt_str){at, n};
}

const rt_prop *rt_prop_in(const rt_schema *schema, rt_str name) {
    if (schema != NULL) return rt_schema_prop(schema, name);
    for (size_t i = 0; i < rt_prop_count && name.len > 0; i++)
        if (rt_str_eq(rt_props[i].name, name)) return &rt_props[i];
    return NULL;
}

/* The first letter stays large where more large ones follow: "IMO Number". */
rt_str rt_prop_label_in(rt_arena *arena, const rt_schema *schema, rt_str name) {
    const rt_prop *prop = rt_prop_in(schema, name);
    if (prop == NULL || prop->label.len == 0) return rt_prop_words(arena, name);
    const rt_str label = rt_str_copy(arena, prop->label);
    const bool acronym = label.len > 1 && label.at[1] >= 'A' && label.at[1] <= 'Z';
    return acronym ? label : rt_str_printf(arena, "%c%.*s", rt_to_lower(label.at[0]), RT_FMT(rt_str_from(label, 1)));
}

rt_str rt_caption_words(rt_arena *arena, const rt_value *v) {
    if (v == NULL || v->kind != RT_OBJECT) return rt_scalar_text(arena, v);
    const rt_value *inner = rt_value_get(v, RT_S("entity"));
    if (inner != NULL && inner->kind == RT_OBJECT) return rt_caption_words(arena, inner);
    const rt_str caption = rt_value_get_text(v, RT_S("caption"));
    if (caption.len > 0) return caption;
    const rt_str label = rt_value_get_text(v, RT_S("label"));
    if (label.len > 0) return label;
    const rt_str value = rt_value_get_text(v, RT_S("value"));
    return value.len > 0 ? value : rt_value_get_text(v, RT_S("id"));
}

rt_str rt_topic_words(rt_arena *arena, const rt_value *topic) {
    const rt_value *means = rt_value_get(topic, RT_S("means"));
    const rt_str label = rt_value_get_text(topic, RT_S("label"));
    if (means != NULL) return rt_value_get_text(means, RT_S("caption"));
    return label.len > 0 ? label : rt_scalar_text(arena, rt_value_get(topic, RT_S("value")));
}

rt_str rt_names_joined(rt_arena *arena, const rt_value *list) {
    RT_AUTO(rt_buf) joined = {0};
    if (list == NULL || list->kind != RT_LIST) return rt_caption_words(arena, list);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (joined.len > 0) rt_buf_add(&joined, RT_S(", "));
        rt_buf_add(&joined, rt_caption_words(arena, v));
    }
    return rt_str_copy(arena, rt_buf_str(&joined));
}

rt_str rt_when_words(rt_arena *arena, const rt_value *holder) {
    const rt_str when = rt_value_get_text(holder, RT_S("when"));
    if (when.len > 0) return rt_date_words(arena, when, RT_MONTHS_SHORT);
    const rt_value *first = rt_value_first(rt_value_get(holder, RT_S("span")));
    const rt_str from = rt_scalar_text(arena, first), to = rt_scalar_text(arena, first != NULL ? first->next : NULL);
    if (from.len + to.len == 0) return RT_S("undated");
    if (rt_str_eq(from, to)) return rt_date_words(arena, from, RT_MONTHS_SHORT);
    return rt_date_words(arena, rt_str_printf(arena, "%.*s/%.*s", RT_FMT(from), RT_FMT(to)), RT_MONTHS_SHORT);
}

/* --- a value of a property --------------------------------------------------------------------------------------- */

static bool is_date(const rt_prop *prop, rt_str name) {
    if (prop != NULL) return prop->type == &rt_types[RT_TYPE_DATE];
    return rt_str_is(name, "date") || rt_str_ends(name, RT_S("Date"));
}

static rt_str label_of(const rt_prop *prop, const rt_value *v, rt_str value) {
    const rt_str label = rt_value_get_text(v, RT_S("label"));
    const bool known = label.len == 0 && prop != NULL && prop->type->caption != NULL && value.len > 0;
    return known ? prop->type->caption(value) : label;
}

rt_str rt_value_words(rt_arena *arena, const rt_schema *schema, rt_str name, const rt_value *v) {
    const rt_prop *prop = rt_prop_in(schema, name);
    const rt_value *entity = rt_value_get(v, RT_S("entity"));
    const rt_str value = rt_scalar_text(arena, rt_value_get(v, RT_S("value")));
    const rt_str label = label_of(prop, v, value);
    if (entity != NULL && entity->kind == RT_OBJECT && name.len > 0) return rt_caption_words(arena, entity);
    if (label.len > 0 && value.len <= 3 && !rt_str_eq(label, value))
        return rt_str_printf(arena, "%.*s (%.*s)", RT_FMT(label), RT_FMT(value));
    if (label.len > 0) return label;
    return is_date(prop, name) ? rt_date_words(arena, value, RT_MONTHS_LONG) : value;
}
