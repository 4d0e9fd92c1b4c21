#include "analysis/erased_since.h"

#include "analysis/shape.h"
#include "base/grow.h"

/* Seen by clearance alone; and, where `then` is given, not as of then. */
static rt_status read_erasures(rt_cursor *c, rt_lens *then, rt_arena *arena, rt_seen_list *list, rt_error *err) {
    rt_seen_entry e;
    for (bool more;;) {
        bool seen;
        RT_TRY(rt_cursor_next(c, &e, &more, err));
        if (!more) return rt_ok;
        RT_TRY(rt_lens_sees_entry(then, e.e.id, &seen, err));
        if (seen) continue;
        list->at = rt_grow(arena, list->at, list->n, sizeof *list->at);
        list->at[list->n++] = rt_seen_entry_keep(arena, &e);
    }
}

static rt_status between(rt_lens *now, rt_lens *then, rt_arena *arena, rt_seen_list *list, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_erasures(now, &c, err));
    const rt_status s = read_erasures(c, then, arena, list, err);
    rt_cursor_close(c);
    return s;
}

rt_status rt_erased_since(rt_lens *lens, rt_arena *arena, rt_seen_list *erasures, rt_error *err) {
    const rt_lens_spec *asked = rt_lens_asked(lens);
    rt_lens_spec by_clearance = {.narrowed = asked->narrowed, .clear = asked->clear};
    rt_lens *now = NULL, *then = NULL;
    *erasures = (rt_seen_list){0};
    if (asked->as_of.len == 0) return rt_ok;
    rt_status s = rt_lens_open(rt_lens_store(lens), &by_clearance, &now, err);
    by_clearance.as_of = asked->as_of;
    if (s.code == RT_OK) s = rt_lens_open(rt_lens_store(lens), &by_clearance, &then, err);
    if (s.code == RT_OK) s = between(now, then, arena, erasures, err);
    rt_lens_close(then);
    rt_lens_close(now);
    return s;
}

void rt_erasure_put(const rt_entry *erasure, rt_arena *arena, rt_value *row) {
    const rt_entry e = rt_entry_copy(arena, erasure);
    rt_value_put_text(arena, row, RT_S("authority"), e.authority);
    rt_value_put(row, RT_S("entries"), rt_value_int(arena, (int64_t)e.commitments.n));
    rt_value_put(row, RT_S("types"), rt_shape_texts(e.types, arena));
    rt_value_put(row, RT_S("datasets"), rt_shape_texts(e.datasets, arena));
}

rt_status rt_erased_since_put(rt_lens *lens, rt_arena *arena, rt_value *object, rt_error *err) {
    rt_seen_list erasures;
    RT_TRY(rt_erased_since(lens, arena, &erasures, err));
    if (erasures.n == 0) return rt_ok;
    rt_value *list = rt_value_put_list(arena, object, RT_S("erased_since"));
    for (size_t i = 0; i < erasures.n; i++) {
        const rt_entry *e = &erasures.at[i].e;
        rt_value *row = rt_value_push(list, rt_value_object(arena));
        rt_value_put_text(arena, row, RT_S("id"), e->id);
        rt_value_put_text(arena, row, RT_S("recorded_at"), e->recorded_at);
        rt_value_put_text(arena, row, RT_S("recorded_by"), e->recorded_by);
        rt_value_put_text(arena, row, RT_S("why"), e->why);
        rt_erasure_put(e, arena, row);
    }
    return rt_ok;
}
