#include "analysis/roster.h"

#include "base/grow.h"

rt_roster_row *rt_roster_row_of(rt_roster *t, rt_str entity, rt_str handling, rt_arena *arena) {
    for (rt_probe p = rt_slots_texts(&t->table, entity, handling); rt_probe_next(&p);)
        if (rt_str_eq(t->rows[p.place].entity, entity) && rt_str_eq(t->rows[p.place].handling, handling))
            return &t->rows[p.place];
    t->rows = rt_grow(arena, t->rows, t->n, sizeof *t->rows);
    rt_roster_row *row = &t->rows[t->n];
    *row = (rt_roster_row){.entity = rt_str_copy(arena, entity),
                           .handling = handling.len > 0 ? rt_str_copy(arena, handling) : (rt_str){"", 0}};
    rt_slots_add_texts(&t->table, entity, handling, t->n++, arena);
    return row;
}
