/* What contradicts what: on one entity and what stands around it, or in the whole case. */
#include "analysis/conflict_sides.h"
#include "analysis/view.h"
#include "analysis/who.h"

static rt_status of_one(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_around around;
    RT_TRY(rt_around_read(r, e, &around, err));
    return rt_conflicts_around(r, e, &around, list, err);
}

/* --- the whole case ---------------------------------------------------------------------------------------------- */

/* An entity of the case by itself, and what stands between it and its events; events themselves come in their turn. */
static rt_status of_itself(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_around around;
    RT_TRY(rt_conflicts_add(r, e, list, err));
    if (!rt_entity_is(e, "LegalEntity")) return rt_ok;
    RT_TRY(rt_around_read(r, e, &around, err));
    RT_TRY(rt_conflicts_of_life(r, e, &around, list, err));
    return rt_conflicts_of_places(r, e, &around, list, err);
}

/* Whether of the ids that are one entity this is the first that a visible statement is about: each is looked at once.
 */
static bool is_first_of(const rt_entity *e, rt_str id) {
    for (size_t i = 0; i < e->facts.n; i++)
        if (rt_str_cmp(e->facts.at[i]->s.e.entity, id) < 0) return false;
    return true;
}

/* What opposes across two entities is found at both: it is told at the one with the smaller id. */
static bool is_told_elsewhere(const rt_value *conflict, const rt_entity *e) {
    if (!rt_str_is(rt_value_get_text(conflict, RT_S("rule")), "opposed")) return false;
    for (const rt_value *s = rt_value_first(rt_value_get(conflict, RT_S("sides"))); s != NULL; s = s->next)
        if (rt_str_cmp(rt_value_get_text(rt_value_get(s, RT_S("about")), RT_S("id")), e->id) < 0) return true;
    return false;
}

static void move_all(rt_value *from, const rt_entity *e, rt_value *to) {
    for (rt_value *v = from->of.first, *next; v != NULL; v = next) {
        next = v->next;
        v->next = NULL;
        if (!is_told_elsewhere(v, e)) rt_value_push(to, v);
    }
}

/* Reads an entity into an arena of its own first: most have no contradiction, and nothing is kept of them. */
static rt_status of_next(rt_reading *r, rt_str id, rt_arena *scratch, rt_value *list, rt_error *err) {
    rt_reading own = rt_reading_new(r->lens, scratch);
    rt_value *found = rt_value_list(scratch);
    const rt_entity *e;
    RT_TRY(rt_reading_entity(&own, id, &e, err));
    if (e == NULL || !is_first_of(e, id)) return rt_ok;
    RT_TRY(of_itself(&own, e, found, err));
    if (rt_value_count(found) == 0) return rt_ok;
    RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, id), &e, err));
    found = rt_value_list(r->arena);
    RT_TRY(of_itself(r, e, found, err));
    move_all(found, e, list);
    return rt_ok;
}

static rt_status of_each(rt_reading *r, rt_cursor *c, rt_value *list, rt_error *err) {
    RT_AUTO(rt_arena) scratch = {0};
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        rt_arena_reset(&scratch);
        RT_TRY(of_next(r, rt_str_copy(&scratch, entry.e.entity), &scratch, list, err));
    }
}

static rt_status of_all(rt_reading *r, rt_value *list, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_entities(r->lens, &c, err));
    const rt_status s = of_each(r, c, list, err);
    rt_cursor_close(c);
    return s;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

static rt_status conflicts_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                               rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who = {0};
    rt_value *o = *object = rt_value_object(arena);
    if (args->who.n > 0) RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    rt_value_put(o, RT_S("about"), who.entity != NULL ? rt_shape_of_entity(who.entity, arena) : rt_value_null(arena));
    rt_value *list = rt_value_put_list(arena, o, RT_S("conflicts"));
    RT_TRY(who.entity != NULL ? of_one(&r, who.entity, list, err) : of_all(&r, list, err));
    rt_conflicts_rank(list, arena);
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_conflicts = {
    .name = "conflicts",
    .summary = "which statements cannot both hold, by which rule, how surely",
    .least = 0,
    .most = 1,
    .run = conflicts_run,
};
