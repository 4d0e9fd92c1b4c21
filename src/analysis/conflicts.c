/* What contradicts what: on one entity and what stands around it, or in the whole case. */
#include "analysis/conflict_sides.h"
#include "analysis/view.h"
#include "analysis/who.h"

static rt_status of_one(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    rt_around around;
    RT_TRY(rt_around_read(r, e, &around, err));
    return rt_conflicts_around(r, e, &around, list, err);
}

/* --- the whole case ---------------------------------------------------------------------------------------------- */

static bool is_bodily(const rt_entry *naming) {
    const rt_schema *s = rt_schema_named(naming->schema);
    for (const rt_bodily *b = rt_bodily_parts; b->of != NULL && s != NULL; b++)
        if (rt_schema_is(s, b->of) && rt_str_is(naming->prop, b->role)) return true;
    return false;
}

static rt_status any_bodily(rt_cursor *c, bool *does, rt_error *err) {
    for (bool more = true; more && !*does;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        *does = more && is_bodily(&entry.e);
    }
    return rt_ok;
}

/* Whether what names it is worth reading: of most it is not. */
static rt_status takes_part(rt_reading *r, const rt_entity *e, bool *does, rt_error *err) {
    *does = false;
    for (size_t i = 0; i < e->members.n && !*does; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_naming(r->lens, e->members.at[i], &c, err));
        const rt_status s = any_bodily(c, does, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    return rt_ok;
}

/* An entity of the case by itself, and what stands between it and its events; events themselves come in their turn. */
static rt_status of_itself(rt_reading *r, const rt_entity *e, rt_conflict_list *list, rt_error *err) {
    rt_around around;
    bool does;
    RT_TRY(rt_conflicts_add(r, e, list, err));
    if (!rt_entity_is(e, "LegalEntity")) return rt_ok;
    RT_TRY(takes_part(r, e, &does, err));
    if (!does) return rt_ok;
    RT_TRY(rt_around_read(r, e, &around, err));
    RT_TRY(rt_conflicts_of_life(r, e, &around, list, err));
    RT_TRY(rt_conflicts_of_places(r, e, &around, list, err));
    return rt_conflicts_of_exclusion(r, e, &around, list, err);
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

static void move_all(rt_value *from, const rt_entity *e, rt_conflict_list *to) {
    for (rt_value *v = from->of.first, *next; v != NULL; v = next) {
        next = v->next;
        v->next = NULL;
        if (!is_told_elsewhere(v, e)) rt_value_push(to->values, v);
    }
}

/* What is read for one entity is there for the next ones, which are most often its events: up to as many bytes. */
enum { MOST_KEPT = 64 << 20 };

typedef struct walk {
    rt_reading *r, own; /* of the answer; and what is read only to look */
    rt_arena scratch;
} walk;

/* Looks without keeping first: most have no contradiction. */
static rt_status of_next(walk *w, rt_str id, rt_conflict_list *list, rt_error *err) {
    rt_conflict_list found = {.values = rt_value_list(&w->scratch)};
    const rt_entity *e;
    RT_TRY(rt_reading_entity(&w->own, id, &e, err));
    if (e == NULL || !is_first_of(e, id)) return rt_ok;
    RT_TRY(of_itself(&w->own, e, &found, err));
    if (rt_value_count(found.values) == 0) return rt_ok;
    RT_TRY(rt_reading_entity(w->r, rt_str_copy(w->r->arena, id), &e, err));
    found = (rt_conflict_list){.values = rt_value_list(w->r->arena)};
    RT_TRY(of_itself(w->r, e, &found, err));
    move_all(found.values, e, list);
    return rt_ok;
}

static void forget(walk *w) {
    rt_arena_reset(&w->scratch);
    w->own = rt_reading_new(w->r->lens, &w->scratch);
}

static rt_status of_each(walk *w, rt_cursor *c, rt_conflict_list *list, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (w->scratch.used > MOST_KEPT) forget(w);
        RT_TRY(of_next(w, rt_str_copy(&w->scratch, entry.e.entity), list, err));
    }
}

static rt_status of_all(rt_reading *r, rt_conflict_list *list, rt_error *err) {
    rt_cursor *c;
    walk w = {.r = r};
    RT_TRY(rt_cursor_entities(r->lens, &c, err));
    forget(&w);
    const rt_status s = of_each(&w, c, list, err);
    rt_cursor_close(c);
    rt_arena_close(&w.scratch);
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
    rt_conflict_list list = {.values = rt_value_put_list(arena, o, RT_S("conflicts"))};
    RT_TRY(who.entity != NULL ? of_one(&r, who.entity, &list, err) : of_all(&r, &list, err));
    rt_conflicts_rank(list.values, arena);
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_conflicts = {
    .name = "conflicts",
    .summary = "which statements cannot both hold, by which rule, how surely",
    .least = 0,
    .most = 1,
    .run = conflicts_run,
};
