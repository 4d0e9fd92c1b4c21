#include "analysis/grounds.h"

#include "analysis/shape.h"
#include "store/cluster.h"

rt_value *rt_shape_judgement(rt_reading *r, const rt_entry *e) {
    if (e->id.len == 0) return rt_value_null(r->arena);
    rt_value *v = rt_value_object(r->arena);
    rt_value_put_text(r->arena, v, RT_S("id"), e->id);
    rt_value_put_text(r->arena, v, RT_S("a"), e->a);
    rt_value_put_text(r->arena, v, RT_S("b"), e->b);
    rt_value_put_text(r->arena, v, RT_S("judgement"), e->judgement);
    rt_value_put_text(r->arena, v, RT_S("recorded_at"), e->recorded_at);
    rt_value_put_text(r->arena, v, RT_S("recorded_by"), e->recorded_by);
    rt_value_put_text(r->arena, v, RT_S("why"), e->why);
    return v;
}

static rt_str standing_of(const rt_fact *f) {
    return f->out == RT_SURELY    ? RT_S("taken back")
           : f->out == RT_PERHAPS ? RT_S("possibly taken back")
                                  : RT_S("counts");
}

static rt_status put_ground(rt_reading *r, rt_str id, rt_value *list, rt_sure *shaken, rt_error *err) {
    const rt_entity *e;
    rt_value *entity;
    rt_fact *f;
    RT_TRY(rt_reading_fact(r, id, &e, &f, err));
    if (f == NULL) return rt_ok;
    RT_TRY(rt_shape_entity(r, f->s.e.entity, &entity, err));
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("statement"), id);
    rt_value_put(v, RT_S("entity"), entity);
    rt_value_put_text(r->arena, v, RT_S("prop"), f->s.e.prop);
    rt_value_put_text(r->arena, v, RT_S("value"), f->s.e.value);
    rt_value_put_text(r->arena, v, RT_S("standing"), standing_of(f));
    rt_reading_cite(r, (rt_facts){&f, 1});
    if (f->out > *shaken) *shaken = f->out;
    return rt_ok;
}

rt_status rt_shape_grounds(rt_reading *r, rt_str judgement, rt_value *object, rt_sure *shaken, rt_error *err) {
    rt_strs on;
    rt_sure how = RT_NO;
    RT_TRY(rt_judged_on(r->lens, judgement, r->arena, &on, err));
    rt_value *list = rt_value_put_list(r->arena, object, RT_S("on"));
    for (size_t i = 0; i < on.n; i++) RT_TRY(put_ground(r, on.at[i], list, &how, err));
    rt_value_put_text(r->arena, object, RT_S("shaken"),
                      how == RT_SURELY    ? RT_S("certain")
                      : how == RT_PERHAPS ? RT_S("possible")
                                          : RT_S(""));
    if (shaken != NULL) *shaken = how;
    return rt_ok;
}
