#include "analysis/entity_set.h"

#include "base/grow.h"
#include "names/fold.h"

static size_t *slot_of(const rt_entity_set *set, const rt_entity *e) {
    size_t i = (size_t)rt_word_key(e->id) & (set->room - 1);
    while (set->slots[i] != 0 && set->at[set->slots[i] - 1] != e) i = (i + 1) & (set->room - 1);
    return &set->slots[i];
}

size_t rt_entity_set_find(const rt_entity_set *set, const rt_entity *e) {
    return set->room == 0 || *slot_of(set, e) == 0 ? SIZE_MAX : *slot_of(set, e) - 1;
}

static void make_room(rt_entity_set *set, rt_arena *arena) {
    if (set->room > 2 * set->n) return;
    set->room = set->room == 0 ? 64 : 2 * set->room;
    set->slots = RT_NEW_N(arena, size_t, set->room);
    for (size_t i = 0; i < set->n; i++) *slot_of(set, set->at[i]) = i + 1;
}

size_t rt_entity_set_add(rt_entity_set *set, const rt_entity *e, rt_arena *arena) {
    make_room(set, arena);
    size_t *slot = slot_of(set, e);
    if (*slot != 0) return *slot - 1;
    set->at = rt_grow(arena, set->at, set->n, sizeof(const rt_entity *));
    set->at[set->n++] = e;
    *slot = set->n;
    return set->n - 1;
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
