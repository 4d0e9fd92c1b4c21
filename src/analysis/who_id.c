#include "analysis/who.h"
#include "base/grow.h"
#include "names/fold.h"

enum { MOST_TOLD = 5 };

static bool is_called(rt_arena *arena, rt_str value, rt_strs words) {
    const rt_strs its = rt_name_fold(arena, value);
    bool equal = its.n == words.n;
    for (size_t i = 0; i < words.n && equal; i++) equal = rt_str_eq(its.at[i], words.at[i]);
    return equal;
}

/* The members of an entity that bear a name. */
static void add_bearers(rt_reading *r, const rt_entity *e, rt_strs words, rt_strs *ids) {
    for (size_t i = 0; i < e->facts.n; i++) {
        const rt_entry *s = &e->facts.at[i]->s.e;
        if (rt_strs_have(*ids, s->entity) || !rt_is_own_name(s->prop) || !is_called(r->arena, s->value, words))
            continue;
        ids->at = rt_grow(r->arena, ids->at, ids->n, sizeof *ids->at);
        ids->at[ids->n++] = s->entity;
    }
}

static rt_status several(rt_str who, rt_strs ids, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    for (size_t i = 0; i < ids.n && i < MOST_TOLD; i++)
        rt_buf_printf(&text, "%s%.*s", i > 0 ? ", " : "", RT_FMT(rt_str_cut(ids.at[i], 60)));
    if (ids.n > MOST_TOLD) rt_buf_printf(&text, " and %zu more", ids.n - MOST_TOLD);
    return rt_fail(err, RT_BAD, "\"%.*s\" is the name of several: give the id that is meant (%.*s)",
                   RT_FMT(rt_str_cut(who, 200)), RT_FMT(rt_buf_str(&text)));
}

rt_status rt_who_id(rt_reading *r, rt_str who, rt_str *id, rt_error *err) {
    rt_who found;
    rt_strs ids = {0};
    RT_TRY(rt_who_find(r, who, &found, err));
    *id = who;
    if (rt_entity_has_member(found.entity, who)) return rt_ok;
    const rt_strs words = rt_name_fold(r->arena, who);
    add_bearers(r, found.entity, words, &ids);
    for (size_t i = 0; i < found.n; i++) add_bearers(r, found.others[i], words, &ids);
    if (ids.n != 1) return several(who, ids, err);
    *id = ids.at[0];
    return rt_ok;
}
