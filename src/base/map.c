#include "base/map.h"

#include "base/grow.h"

/* So few are found as fast by going through, and most maps never get more. */
enum { FEW = 8 };

size_t rt_map_find(const rt_map *m, rt_str key) {
    if (m->n <= FEW) {
        size_t i = 0;
        while (i < m->n && !rt_str_eq(m->keys[i], key)) i++;
        return i < m->n ? i : SIZE_MAX;
    }
    for (rt_probe p = rt_slots_text(&m->slots, key); rt_probe_next(&p);)
        if (rt_str_eq(m->keys[p.place], key)) return p.place;
    return SIZE_MAX;
}

void rt_map_put(rt_map *m, rt_str key, rt_arena *arena) {
    m->keys = rt_grow(arena, m->keys, m->n, sizeof *m->keys);
    m->keys[m->n++] = key;
    if (m->n <= FEW) return;
    for (size_t i = m->slots.n; i < m->n; i++) rt_slots_add_text(&m->slots, m->keys[i], i, arena);
}

size_t rt_map_add(rt_map *m, rt_str key, rt_arena *arena) {
    const size_t known = rt_map_find(m, key);
    if (known != SIZE_MAX) return known;
    rt_map_put(m, key, arena);
    return m->n - 1;
}

bool rt_map_meet(rt_map *m, rt_str key, rt_arena *arena) {
    if (rt_map_find(m, key) != SIZE_MAX) return false;
    rt_map_put(m, rt_str_copy(arena, key), arena);
    return true;
}
