#include "resolve/owed.h"

#include "base/grow.h"
#include "model/handling.h"
#include "store/cursor.h"

/* Handlings of what is known of an entity: none is seen by all who see another. */
typedef struct lowest {
    rt_str *at;
    size_t n;
} lowest;

static void add(lowest *l, rt_str handling, rt_arena *arena) {
    size_t kept = 0;
    for (size_t i = 0; i < l->n; i++)
        if (rt_handling_seen(l->at[i], handling)) return;
    for (size_t i = 0; i < l->n; i++)
        if (!rt_handling_seen(handling, l->at[i])) l->at[kept++] = l->at[i];
    l->n = kept;
    l->at = rt_grow(arena, l->at, l->n, sizeof *l->at);
    l->at[l->n++] = rt_handling_canonical(arena, handling);
}

static bool is_seen_by_all(const lowest *l) { return l->n == 1 && l->at[0].len == 0; }

static rt_status gather(rt_cursor *c, lowest *l, rt_arena *arena, rt_error *err) {
    for (bool more; !is_seen_by_all(l);) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) break;
        add(l, entry.e.handling, arena);
    }
    return rt_ok;
}

static rt_status several(rt_str id, const lowest *l, rt_error *err) {
    return rt_fail(err, RT_BAD,
                   "%.*s is seen under %.*s, or under %.*s: say with --handling for whose eyes the judgement is",
                   RT_FMT(rt_str_cut(id, 60)), RT_FMT(rt_str_cut(l->at[0], 60)), RT_FMT(rt_str_cut(l->at[1], 60)));
}

static rt_status owe(rt_lens *lens, rt_str id, rt_arena *arena, rt_str *handling, rt_error *err) {
    rt_cursor *c;
    lowest l = {0};
    RT_TRY(rt_cursor_about(lens, id, &c, err));
    const rt_status s = gather(c, &l, arena, err);
    rt_cursor_close(c);
    RT_TRY(s);
    for (size_t i = 0; i < l.n; i++)
        if (rt_handling_seen(l.at[i], *handling)) return rt_ok;
    if (l.n > 1) return several(id, &l, err);
    if (l.n == 1) *handling = rt_handling_joined(arena, *handling, l.at[0]);
    return rt_ok;
}

rt_status rt_judgement_owed(rt_lens *lens, rt_str a, rt_str b, rt_str asked, rt_arena *arena, rt_str *handling,
                            rt_error *err) {
    *handling = asked;
    RT_TRY(owe(lens, a, arena, handling, err));
    return owe(lens, b, arena, handling, err);
}
