#include "analysis/meant.h"

#include "analysis/shape.h"

enum { MOST_TOLD = 20 };

/* Whether more than one id bears the name: what most names are not, so nobody is read in full for it. */
static rt_status is_shared(rt_lens *lens, rt_str name, rt_arena *arena, bool *shared, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry entry;
    rt_str first = {"", 0};
    bool more = true;
    *shared = false;
    RT_TRY(rt_cursor_name(lens, name, &c, err));
    rt_status s = rt_cursor_next(c, &entry, &more, err);
    while (s.code == RT_OK && more && !*shared) {
        if (first.len == 0)
            first = rt_str_copy(arena, entry.e.entity);
        else
            *shared = !rt_str_eq(entry.e.entity, first);
        s = rt_cursor_next(c, &entry, &more, err);
    }
    rt_cursor_close(c);
    return s;
}

static void put_others(rt_arena *arena, const rt_who *who, size_t most, const char *key, rt_value *v) {
    rt_value *others = rt_value_put_list(arena, v, rt_str_of(key));
    for (size_t i = 0; i < most; i++) rt_value_push(others, rt_shape_of_entity(who->others[i], arena));
}

void rt_also_put(const rt_who *who, rt_arena *arena, rt_value *object) {
    put_others(arena, who, who->n, "also", object);
}

static void put_one(rt_arena *arena, rt_str asked, const rt_who *who, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    const size_t told = who->n < MOST_TOLD ? who->n : MOST_TOLD;
    rt_value_put_text(arena, v, RT_S("asked"), asked);
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(who->entity, arena));
    put_others(arena, who, told, "others", v);
    rt_value_put(v, RT_S("more"), rt_value_int(arena, (int64_t)(who->n - told)));
}

rt_status rt_meant_put(rt_lens *lens, rt_strs asked, rt_arena *arena, rt_value *object, rt_error *err) {
    rt_value *list = NULL;
    for (size_t i = 0; i < asked.n; i++) {
        rt_reading r = rt_reading_new(lens, arena);
        rt_who who;
        bool is_id, shared;
        RT_TRY(rt_lens_sees_entity(lens, asked.at[i], &is_id, err));
        if (is_id) continue;
        RT_TRY(is_shared(lens, asked.at[i], arena, &shared, err));
        if (!shared) continue;
        RT_TRY(rt_who_exactly(&r, asked.at[i], &who, err));
        if (who.entity == NULL || who.n == 0) continue;
        if (list == NULL) list = rt_value_put_list(arena, object, RT_S("meant"));
        put_one(arena, asked.at[i], &who, list);
    }
    return rt_ok;
}
