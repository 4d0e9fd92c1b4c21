#include "analysis/reading.h"

#include <string.h>

#include "base/grow.h"

rt_reading rt_reading_new(rt_lens *lens, rt_arena *arena) { return (rt_reading){.lens = lens, .arena = arena}; }

rt_certainty rt_reading_held(const rt_reading *r, const rt_when *when) {
    const rt_when *day = rt_lens_at(r->lens);
    if (day == NULL) return RT_CERTAIN;
    return when != NULL ? rt_allen_share(when, day) : RT_POSSIBLE;
}

/* --- entities by id ---------------------------------------------------------------------------------------------- */

/* What was read of an id, NULL when nothing visible is about it; then what stands for it. */
struct rt_reading_of {
    const rt_entity *entity, *unspoken;
};

static void remember(rt_reading *r, rt_str id, const rt_entity *e) {
    const size_t known = rt_map_find(&r->ids, id);
    if (known != SIZE_MAX) {
        r->of_ids[known] = (struct rt_reading_of){.entity = e};
        return;
    }
    r->of_ids = rt_grow(r->arena, r->of_ids, r->ids.n, sizeof *r->of_ids);
    r->of_ids[r->ids.n] = (struct rt_reading_of){.entity = e};
    rt_map_put(&r->ids, id, r->arena);
}

rt_status rt_reading_entity(rt_reading *r, rt_str id, const rt_entity **e, rt_error *err) {
    const size_t known = rt_map_find(&r->ids, id);
    if (known != SIZE_MAX) return *e = r->of_ids[known].entity, rt_ok;
    RT_TRY((r->alone ? rt_entity_read_alone : rt_entity_read)(r->lens, id, r->arena, e, err));
    if (*e == NULL) remember(r, rt_str_copy(r->arena, id), NULL);
    for (size_t i = 0; *e != NULL && i < (*e)->members.n; i++) remember(r, (*e)->members.at[i], *e);
    return rt_ok;
}

static const rt_entity *unspoken_of(rt_str id, rt_arena *arena) {
    rt_entity *e = RT_NEW(arena, rt_entity);
    e->id = e->caption = id;
    e->members = (rt_strs){RT_NEW(arena, rt_str), 1};
    e->members.at[0] = id;
    return e;
}

rt_status rt_reading_named(rt_reading *r, rt_str id, const rt_entity **e, rt_error *err) {
    RT_TRY(rt_reading_entity(r, id, e, err));
    if (*e != NULL) return rt_ok;
    const size_t number = rt_map_find(&r->ids, id);
    struct rt_reading_of *of = &r->of_ids[number];
    if (of->unspoken == NULL) of->unspoken = unspoken_of(r->ids.keys[number], r->arena);
    *e = of->unspoken;
    return rt_ok;
}

/* --- statements by id -------------------------------------------------------------------------------------------- */

struct rt_reading_said {
    const rt_entity *entity;
    rt_fact *fact;
};

static bool known_fact(const rt_reading *r, rt_str id, const rt_entity **e, rt_fact **f) {
    const size_t number = rt_map_find(&r->fact_ids, id);
    if (number == SIZE_MAX) return *e = NULL, *f = NULL, false;
    *e = r->said[number].entity;
    *f = r->said[number].fact;
    return true;
}

/* All of an entity at once: who asks for one of its statements mostly asks for others. */
static void look_into(rt_reading *r, const rt_entity *e) {
    if (!rt_map_meet(&r->looked_into, e->id, r->arena)) return;
    for (size_t i = 0; i < e->facts.n; i++) {
        const rt_str id = e->facts.at[i]->s.e.id;
        if (rt_map_find(&r->fact_ids, id) != SIZE_MAX) continue;
        r->said = rt_grow(r->arena, r->said, r->fact_ids.n, sizeof *r->said);
        r->said[r->fact_ids.n] = (struct rt_reading_said){e, e->facts.at[i]};
        rt_map_put(&r->fact_ids, id, r->arena);
    }
}

rt_status rt_reading_fact(rt_reading *r, rt_str id, const rt_entity **e, rt_fact **f, rt_error *err) {
    rt_cursor *c;
    rt_seen_list found;
    if (known_fact(r, id, e, f)) return rt_ok;
    RT_TRY(rt_cursor_statement(r->lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, r->arena, &found, err));
    if (found.n == 0) return rt_ok;
    RT_TRY(rt_reading_entity(r, found.at[0].e.entity, e, err));
    if (*e == NULL) return rt_ok;
    look_into(r, *e);
    const rt_entity *unused;
    known_fact(r, id, &unused, f);
    return rt_ok;
}

/* --- statements that are named ----------------------------------------------------------------------------------- */

void rt_reading_cite(rt_reading *r, rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++) {
        if (facts.at[i]->cited) continue;
        facts.at[i]->cited = true;
        r->cited = rt_grow(r->arena, r->cited, r->cited_count, sizeof(const rt_fact *));
        r->cited[r->cited_count++] = facts.at[i];
    }
}
