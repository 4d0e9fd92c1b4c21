/* A channel as views tell of it. */
#include "analysis/channel.h"
#include "analysis/shape.h"

static rt_value *day_or_null(rt_day day, rt_arena *arena) {
    const bool known = day != RT_DAY_OPEN_START && day != RT_DAY_OPEN_END;
    return known ? rt_value_text(arena, rt_day_text(day, arena)) : rt_value_null(arena);
}

static void put_since(const rt_since *since, rt_value *v, rt_arena *arena) {
    const bool known = since->first != RT_DAY_OPEN_START || since->last != RT_DAY_OPEN_END;
    rt_value_put_text(arena, v, RT_S("since"), since->edtf);
    rt_value *span = rt_value_put(v, RT_S("span"), known ? rt_value_list(arena) : rt_value_null(arena));
    if (!known) return;
    rt_value_push(span, day_or_null(since->first, arena));
    rt_value_push(span, day_or_null(since->last, arena));
}

static rt_value *entity_or_null(const rt_entity *e, rt_arena *arena) {
    return e != NULL ? rt_shape_of_entity(e, arena) : rt_value_null(arena);
}

/* Where no one entity bears the name, the name alone. */
static rt_value *holder_object(const rt_channel *c, rt_arena *arena) {
    if (c->holder != NULL) return rt_shape_of_entity(c->holder, arena);
    rt_value *v = rt_value_object(arena);
    rt_value_put(v, RT_S("id"), rt_value_null(arena));
    rt_value_put(v, RT_S("caption"), rt_value_text(arena, c->name));
    rt_value_put(v, RT_S("schema"), rt_value_null(arena));
    return v;
}

void rt_shape_channel(const rt_channel *c, rt_certainty reached, rt_value *v, rt_arena *arena) {
    rt_value_put(v, RT_S("holder"), holder_object(c, arena));
    put_since(&c->since, v, arena);
    rt_value_put_text(arena, v, RT_S("reached"), rt_certainty_name(reached));
    rt_value_put_text(arena, v, RT_S("how"), c->how);
    rt_value_put(v, RT_S("through"), entity_or_null(c->through, arena));
}
