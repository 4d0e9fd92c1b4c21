#include "analysis/roster.h"

#include "base/fnv.h"

static rt_roster_row *slot_of(const rt_roster *t, rt_str entity, rt_str handling) {
    size_t i = rt_fnv(rt_fnv(RT_FNV_BEGIN, entity), handling) & (t->room - 1);
    while (t->rows[i].entity.len > 0 &&
           (!rt_str_eq(t->rows[i].entity, entity) || !rt_str_eq(t->rows[i].handling, handling)))
        i = (i + 1) & (t->room - 1);
    return &t->rows[i];
}

static void grow(rt_roster *t, rt_arena *arena) {
    const rt_roster old = *t;
    t->room = old.room == 0 ? 256 : 2 * old.room;
    t->rows = RT_NEW_N(arena, rt_roster_row, t->room);
    for (size_t i = 0; i < old.room; i++)
        if (old.rows[i].entity.len > 0) *slot_of(t, old.rows[i].entity, old.rows[i].handling) = old.rows[i];
}

rt_roster_row *rt_roster_row_of(rt_roster *t, rt_str entity, rt_str handling, rt_arena *arena) {
    if (2 * (t->n + 1) > t->room) grow(t, arena);
    rt_roster_row *row = slot_of(t, entity, handling);
    if (row->entity.len > 0) return row;
    *row = (rt_roster_row){.entity = rt_str_copy(arena, entity),
                           .handling = handling.len > 0 ? rt_str_copy(arena, handling) : (rt_str){"", 0}};
    t->n++;
    return row;
}
