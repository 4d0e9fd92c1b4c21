#include "exchange/entity.h"

#include "base/json.h"
#include "names/gather.h"

static rt_str as_text(rt_arena *arena, const rt_value *v) {
    if (v->kind == RT_TEXT) return v->text;
    if (v->kind != RT_INT && v->kind != RT_REAL) return (rt_str){"", 0};
    rt_buf digits = {0};
    rt_json_write(&digits, v);
    const rt_str text = rt_str_copy(arena, rt_buf_str(&digits));
    rt_buf_close(&digits);
    return text;
}

static void add_values(rt_gather *g, const rt_value *p) {
    const rt_str nobody = {"", 0};
    if (p->kind != RT_LIST) rt_gather_add(g, p->key, as_text(g->arena, p), nobody);
    if (p->kind != RT_LIST) return;
    for (const rt_value *v = p->of.first; v != NULL; v = v->next)
        rt_gather_add(g, p->key, as_text(g->arena, v), nobody);
}

rt_status rt_entity_subject(const rt_value *entity, rt_arena *arena, rt_subject *subject, rt_error *err) {
    const rt_value *properties = rt_value_get(entity, RT_S("properties"));
    if (properties == NULL || properties->kind != RT_OBJECT)
        return rt_fail(err, RT_BAD, "an entity needs \"properties\", an object of lists");
    rt_gather g;
    rt_gather_begin(&g, arena, rt_value_get_text(entity, RT_S("id")), rt_value_get_text(entity, RT_S("schema")));
    for (const rt_value *p = properties->of.first; p != NULL; p = p->next) add_values(&g, p);
    if (g.name_count == 0) rt_gather_add(&g, RT_S("name"), rt_value_get_text(entity, RT_S("caption")), (rt_str){"", 0});
    *subject = rt_gather_end(&g);
    return rt_ok;
}
