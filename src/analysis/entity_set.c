#include "analysis/entity_set.h"

#include "base/grow.h"

size_t rt_entity_set_find(const rt_entity_set *set, const rt_entity *e) { return rt_map_find(&set->ids, e->id); }

size_t rt_entity_set_add(rt_entity_set *set, const rt_entity *e, rt_arena *arena) {
    const size_t number = rt_map_add(&set->ids, e->id, arena);
    if (number < set->n) return number;
    set->at = rt_grow(arena, set->at, set->n, sizeof(const rt_entity *));
    set->at[set->n++] = e;
    return number;
}

static rt_status take_each(rt_entity_set *set, rt_reading *r, rt_cursor *c, rt_str prop, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (prop.len > 0 && !rt_str_eq(entry.e.prop, prop)) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e != NULL) rt_entity_set_add(set, e, r->arena);
    }
}

rt_status rt_entity_set_take(rt_entity_set *set, rt_reading *r, rt_cursor *c, rt_str prop, rt_error *err) {
    const rt_status s = take_each(set, r, c, prop, err);
    rt_cursor_close(c);
    return s;
}
