/* The dossier: everything on one entity, each line with its statements. */
#include "analysis/alert.h"
#include "analysis/believed.h"
#include "analysis/birth.h"
#include "analysis/candidate.h"
#include "analysis/conflict.h"
#include "analysis/happening.h"
#include "analysis/listing.h"
#include "analysis/meant.h"
#include "analysis/relation.h"
#include "analysis/view.h"
#include "names/why.h"

static void put_head(rt_reading *r, const rt_entity *e, rt_value *o) {
    rt_value_put(o, RT_S("id"), rt_value_text(r->arena, e->id));
    rt_value_put(o, RT_S("caption"), rt_value_text(r->arena, e->caption));
    rt_value_put_text(r->arena, o, RT_S("schema"), e->schema_name);
    if (e->members.n > 1) rt_value_put(o, RT_S("members"), rt_shape_texts(e->members, r->arena));
}

/* Whatever else it is called, affirmed by somebody; each name once. */
static void put_aliases(rt_reading *r, const rt_entity *e, rt_value *o) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("aliases"));
    rt_map names = {0};
    rt_map_meet(&names, e->caption, r->arena);
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        if (!rt_is_own_name(c->prop) || !rt_claim_affirmed(c)) continue;
        if (rt_map_meet(&names, c->value, r->arena)) rt_value_push_text(r->arena, list, c->value);
    }
}

static rt_status put_properties(rt_reading *r, const rt_entity *e, rt_value *o, rt_error *err) {
    rt_value *properties = rt_value_put_object(r->arena, o, RT_S("properties")), *values = NULL;
    for (size_t i = 0; i < e->claims.n; i++) {
        rt_value *v;
        if (i == 0 || !rt_str_eq(e->claims.at[i].prop, e->claims.at[i - 1].prop))
            values = rt_value_put_list(r->arena, properties, e->claims.at[i].prop);
        RT_TRY(rt_shape_claim(r, &e->claims.at[i], &v, err));
        rt_value_push(values, v);
    }
    return rt_ok;
}

static void put_birth_date(rt_reading *r, const rt_birth_date *d, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("edtf"), d->edtf);
    rt_value_put_text(r->arena, v, RT_S("how"), d->how);
    if (d->from.len > 0) rt_value_put_text(r->arena, v, RT_S("age"), d->from);
    rt_shape_cite(r, v, d->facts);
}

static void put_birth(rt_reading *r, const rt_entity *e, rt_value *o) {
    const rt_birth b = rt_birth_of(e, r->arena);
    rt_value *v = rt_value_put_object(r->arena, o, RT_S("birth"));
    rt_value_put(v, RT_S("span"), b.known ? rt_days_span(b.first, b.last, r->arena) : rt_value_null(r->arena));
    rt_value *by = rt_value_put_list(r->arena, v, RT_S("by")),
             *disagree = rt_value_put_list(r->arena, v, RT_S("disagree"));
    for (size_t i = 0; i < b.n; i++) {
        put_birth_date(r, &b.by[i], by);
        if (b.by[i].disagrees) put_birth_date(r, &b.by[i], disagree);
    }
}

static rt_status put_events(rt_reading *r, const rt_around *around, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, RT_S("events")), *v;
    rt_happenings all = {0};
    rt_happenings_add(r, around, &all);
    rt_happenings_sort(&all);
    for (size_t i = 0; i < all.n; i++) {
        RT_TRY(rt_shape_happening(r, &all.at[i], &v, err));
        rt_value_push(list, v);
    }
    return rt_ok;
}

/* Its own, and those of what stands around it; the heaviest first. */
static rt_status put_conflicts(rt_reading *r, const rt_entity *e, const rt_around *around, rt_value *o, rt_error *err) {
    rt_conflict_list list = {.values = rt_value_put_list(r->arena, o, RT_S("conflicts"))};
    RT_TRY(rt_conflicts_around(r, e, around, &list, err));
    rt_conflicts_rank(list.values, r->arena);
    return rt_ok;
}

/* What rules say of it: what is broken, possibly broken, or open. */
static rt_status put_alerts(rt_reading *r, const rt_entity *e, rt_value *o, rt_error *err) {
    rt_watches watches = {0};
    RT_TRY(rt_watches_on(r, e, &watches, err));
    const rt_touches look = rt_touches_all(&watches, e, r->arena);
    return rt_alerts_put(r, &watches, &look, false, rt_value_put_list(r->arena, o, RT_S("alerts")), err);
}

/* Nobody bears the name that was asked for: whose name was taken for it, and how likely it is. */
static void put_like(rt_reading *r, rt_str asked, const rt_who *who, rt_value *o) {
    rt_value *v = rt_value_put_object(r->arena, o, RT_S("asked"));
    rt_value_put_text(r->arena, v, RT_S("name"), asked);
    rt_value_put_text(r->arena, v, RT_S("like"), who->like);
    rt_value_put(v, RT_S("score"), rt_value_real(r->arena, rt_four_decimals(who->score)));
}

static rt_status put_all(rt_reading *r, const rt_entity *e, rt_value *o, rt_error *err) {
    rt_around around;
    put_head(r, e, o);
    put_aliases(r, e, o);
    RT_TRY(put_properties(r, e, o, err));
    put_birth(r, e, o);
    RT_TRY(rt_around_read(r, e, &around, err));
    RT_TRY(rt_shape_relations(r, e, &around, rt_value_put_list(r->arena, o, RT_S("relations")), err));
    RT_TRY(put_events(r, &around, o, err));
    RT_TRY(put_conflicts(r, e, &around, o, err));
    RT_TRY(put_alerts(r, e, o, err));
    RT_TRY(rt_shape_left(r, e, rt_value_put_list(r->arena, o, RT_S("left")), err));
    RT_TRY(rt_shape_identity(r, e, &around, rt_value_put_list(r->arena, o, RT_S("identity")), err));
    RT_TRY(rt_shape_candidates(r, e, rt_value_put_list(r->arena, o, RT_S("candidates")), err));
    if (around.more) rt_value_put(o, RT_S("more"), rt_value_bool(r->arena, true));
    return rt_ok;
}

static rt_status show_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who;
    *object = rt_value_object(arena);
    RT_TRY(rt_who_find_like(&r, args->who.at[0], &who, err));
    RT_TRY(put_all(&r, who.entity, *object, err));
    if (who.like.len > 0) put_like(&r, args->who.at[0], &who, *object);
    rt_also_put(&who, arena, *object);
    RT_TRY(rt_shape_cited(&r, *object, err));
    return rt_ok;
}

const rt_view rt_view_show = {
    .name = "show",
    .summary = "everything on one person, each line with its source",
    .least = 1,
    .most = 1,
    .run = show_run,
};
