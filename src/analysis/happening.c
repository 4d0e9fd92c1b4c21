#include "analysis/happening.h"

#include <stdlib.h>

#include "analysis/relation.h"
#include "base/grow.h"
#include "base/map.h"
#include "model/types.h"

/* --- where -------------------------------------------------------------------------------------------------------- */

static rt_status place_value(rt_reading *r, const rt_claim *c, rt_value **v, rt_error *err) {
    if (rt_claim_is_entity(c)) return rt_shape_entity(r, c->value, v, err);
    const rt_str label = c->known != NULL ? rt_type_caption(c->known->type, c->value) : c->value;
    *v = rt_value_text(r->arena, label);
    return rt_ok;
}

/* An entity, a text or null. */
static rt_status put_where(rt_reading *r, const rt_claim *place, rt_value *object, rt_error *err) {
    rt_value *v = rt_value_null(r->arena);
    if (place != NULL) RT_TRY(place_value(r, place, &v, err));
    rt_value_put(object, RT_S("where"), v);
    return rt_ok;
}

/* --- who --------------------------------------------------------------------------------------------------------- */

/* Entities that an event names, but that take no part in it. */
static const rt_str no_parts[] = {
    RT_S_INIT("proof"),   RT_S_INIT("file"),    RT_S_INIT("release"),   RT_S_INIT("evidence"),
    RT_S_INIT("carries"), RT_S_INIT("vehicle"), RT_S_INIT("container"), RT_S_INIT("inReplyToMessage"),
};

static bool takes_part(const rt_claim *c) {
    if (!rt_claim_is_entity(c) || rt_prop_is_place(c->prop) || !rt_claim_affirmed(c)) return false;
    for (size_t i = 0; i < sizeof no_parts / sizeof *no_parts; i++)
        if (rt_str_eq(c->prop, no_parts[i])) return false;
    return true;
}

static rt_status put_who(rt_reading *r, const rt_entity *e, rt_value *object, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, object, RT_S("who"));
    rt_map met = {0};
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        rt_value *v;
        if (!takes_part(c)) continue;
        RT_TRY(rt_shape_entity(r, c->value, &v, err));
        if (!rt_map_meet(&met, rt_value_get_text(v, RT_S("id")), r->arena)) continue;
        rt_value_put_text(r->arena, v, RT_S("role"), c->prop);
        rt_value_push(list, v);
    }
    return rt_ok;
}

/* --- versions ---------------------------------------------------------------------------------------------------- */

static rt_status put_version(rt_reading *r, const rt_version *version, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    const rt_dating d = rt_version_dating(version, r->arena);
    rt_value_put_text(r->arena, v, RT_S("source"), version->source);
    rt_value_put_text(r->arena, v, RT_S("dataset"), version->facts.at[0]->s.e.dataset);
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    RT_TRY(put_where(r, rt_version_place(version), v, err));
    rt_shape_ids(r, v, "statements", version->facts);
    return rt_ok;
}

/* What the source that says most is silent on, and another fills. */
static rt_strs filled(rt_reading *r, const rt_happening *h, rt_versions all) {
    if (all.n == 0) return (rt_strs){0};
    size_t most = 0;
    for (size_t i = 1; i < all.n; i++)
        if (all.at[i].facts.n > all.at[most].facts.n) most = i;
    return rt_version_silent(&all.at[most], h->entity, r->arena);
}

static rt_status put_versions(rt_reading *r, const rt_happening *h, rt_value *object, rt_error *err) {
    const rt_versions all = rt_versions_of(h->entity, h->facts, r->arena);
    rt_value_put(object, RT_S("filled"), rt_shape_texts(filled(r, h, all), r->arena));
    rt_value *list = rt_value_put_list(r->arena, object, RT_S("versions"));
    for (size_t i = 0; i < all.n && all.n > 1; i++) RT_TRY(put_version(r, &all.at[i], list, err));
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static void put_marks(rt_reading *r, const rt_happening *h, rt_value *v) {
    if (h->dating.start.len > 0) rt_value_put_text(r->arena, v, RT_S("start"), h->dating.start);
    if (h->dating.end.len > 0) rt_value_put_text(r->arena, v, RT_S("end"), h->dating.end);
    if (h->stance.len > 0) rt_value_put_text(r->arena, v, RT_S("stance"), h->stance);
    if (rt_facts_are_out(h->facts)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    if (rt_lens_at(r->lens) != NULL) rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(h->held));
}

static void put_own_date(rt_reading *r, const rt_happening *h, rt_value *v) {
    rt_value *who;
    rt_value_put(v, RT_S("where"), rt_value_null(r->arena));
    who = rt_value_put_list(r->arena, v, RT_S("who"));
    rt_value_push(who, rt_shape_of_entity(h->entity, r->arena));
    rt_shape_cite(r, v, h->facts);
}

rt_status rt_shape_happening(rt_reading *r, const rt_happening *h, rt_value **out, rt_error *err) {
    rt_value *v = *out = rt_value_object(r->arena);
    rt_value_put(v, RT_S("id"), rt_value_text(r->arena, h->entity->id));
    rt_value_put_text(r->arena, v, RT_S("schema"), h->entity->schema_name);
    rt_value_put_text(r->arena, v, RT_S("what"), h->what);
    rt_value_put_text(r->arena, v, RT_S("when"), h->dating.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&h->dating, r->arena));
    put_marks(r, h, v);
    if (h->date_claim != NULL) return put_own_date(r, h, v), rt_ok;
    RT_TRY(put_where(r, rt_place_by(h->entity), v, err));
    RT_TRY(put_who(r, h->entity, v, err));
    rt_shape_cite(r, v, h->facts);
    return put_versions(r, h, v, err);
}

/* --- gathering --------------------------------------------------------------------------------------------------- */

/* What it is called; by its kind where it has no name of its own. */
static rt_str what_of(const rt_entity *e, rt_arena *arena) {
    if (rt_claim_by(e, RT_S("name")) != NULL || e->schema == NULL) return e->caption;
    const rt_claim *start = rt_claim_by(e, RT_S("startDate"));
    if (rt_str_eq(e->caption, e->id) || (start != NULL && rt_str_eq(e->caption, start->value))) return e->schema->label;
    return rt_str_printf(arena, "%.*s: %.*s", RT_FMT(e->schema->label), RT_FMT(e->caption));
}

/* "Employment: guard" */
static rt_str relation_words(const rt_entity *e, rt_arena *arena) {
    return rt_str_printf(arena, "%.*s: %.*s", RT_FMT(e->schema->label), RT_FMT(rt_relation_words(e, arena)));
}

/* Met already: the same event, or what is said of the same value for the same time. */
static bool is_new(rt_reading *r, rt_happenings *all, const rt_happening *h) {
    const rt_claim *c = h->date_claim;
    const rt_str prop = c != NULL ? c->prop : (rt_str){"", 0}, value = c != NULL ? c->value : (rt_str){"", 0},
                 stance = c != NULL ? c->stance : (rt_str){"", 0}, when = c != NULL ? h->dating.edtf : (rt_str){"", 0};
    const rt_str key = rt_str_printf(r->arena, "%.*s\n%.*s\n%.*s\n%.*s\n%.*s", RT_FMT(h->entity->id), RT_FMT(prop),
                                     RT_FMT(value), RT_FMT(stance), RT_FMT(when));
    return rt_map_meet(&all->met, key, r->arena);
}

static void add(rt_reading *r, rt_happening h, rt_happenings *all) {
    h.held = rt_reading_held(r, h.dating.dated ? &h.dating.when : NULL);
    if (h.facts.n == 0) return;
    h.first = h.facts.at[0]->s.seq;
    if (h.held == RT_IMPOSSIBLE || !is_new(r, all, &h)) return;
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = h;
}

static void add_own(rt_reading *r, const rt_entity *e, const rt_claim *c, rt_str when, rt_str what, rt_facts facts,
                    rt_happenings *all) {
    const rt_str none = {"", 0};
    add(r,
        (rt_happening){.entity = e,
                       .dating = rt_dating_of(none, none, when, r->arena),
                       .what = what,
                       .stance = rt_facts_stance(facts),
                       .facts = facts,
                       .date_claim = c},
        all);
}

static bool is_of_the_record(rt_str prop) { return rt_str_is(prop, "modifiedAt") || rt_str_is(prop, "retrievedAt"); }

static void add_own_dates(rt_reading *r, const rt_entity *e, rt_happenings *all) {
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        if (!rt_claim_is_date(c) || c->known->hidden || !rt_claim_affirmed(c) || is_of_the_record(c->prop)) continue;
        add_own(r, e, c, c->value, c->known->label, c->facts, all);
    }
}

/* "Appearance: frail"; of an entity its name. */
static rt_status words_of(rt_reading *r, const rt_claim *c, rt_str *words, rt_error *err) {
    rt_str value = c->known != NULL ? rt_type_caption(c->known->type, c->value) : c->value;
    const rt_entity *e = NULL;
    if (rt_claim_is_entity(c)) RT_TRY(rt_reading_entity(r, c->value, &e, err));
    if (e != NULL) value = e->caption;
    *words = rt_str_printf(r->arena, "%.*s: %.*s", RT_FMT(c->known != NULL ? c->known->label : c->prop), RT_FMT(value));
    return rt_ok;
}

/* The times for which it is told, and by number those who tell. */
static rt_strs times_of(const rt_claim *c, rt_facts **told, rt_arena *arena) {
    rt_map times = {0};
    *told = RT_NEW_N(arena, rt_facts, c->facts.n);
    for (size_t i = 0; i < c->facts.n; i++) {
        const rt_str valid = c->facts.at[i]->s.e.valid;
        if (valid.len > 0) rt_facts_add(&(*told)[rt_map_add(&times, valid, arena)], c->facts.at[i], arena);
    }
    return (rt_strs){times.keys, times.n};
}

/* What is said to hold at some time: once for each time that is told. */
static rt_status add_dated_statements(rt_reading *r, const rt_entity *e, rt_happenings *all, rt_error *err) {
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        rt_facts *told;
        rt_str words;
        if (rt_claim_is_date(c) || (c->known != NULL && c->known->hidden)) continue;
        const rt_strs times = times_of(c, &told, r->arena);
        if (times.n > 0) RT_TRY(words_of(r, c, &words, err));
        for (size_t k = 0; k < times.n; k++) add_own(r, e, c, times.at[k], words, told[k], all);
    }
    return rt_ok;
}

static void add_event(rt_reading *r, const rt_neighbour *n, rt_str what, rt_happenings *all) {
    add(r,
        (rt_happening){.entity = n->entity,
                       .dating = rt_dating_by(n->entity, r->arena),
                       .what = what,
                       .stance = rt_facts_stance(n->naming),
                       .facts = n->entity->facts},
        all);
}

/* A relation that is dated began and ended. */
static bool is_dated_relation(rt_reading *r, const rt_entity *e) {
    if (e->schema == NULL || !e->schema->is_edge) return false;
    return rt_dating_by(e, r->arena).dated;
}

void rt_happenings_add(rt_reading *r, const rt_around *around, rt_happenings *all) {
    for (size_t i = 0; i < around->n; i++)
        if (rt_is_happening(around->at[i].entity))
            add_event(r, &around->at[i], what_of(around->at[i].entity, r->arena), all);
}

rt_status rt_happenings_add_own(rt_reading *r, const rt_entity *e, const rt_around *around, rt_happenings *all,
                                rt_error *err) {
    for (size_t i = 0; i < around->n; i++)
        if (is_dated_relation(r, around->at[i].entity))
            add_event(r, &around->at[i], relation_words(around->at[i].entity, r->arena), all);
    add_own_dates(r, e, all);
    return add_dated_statements(r, e, all, err);
}

static int by_time(const void *x, const void *y) {
    const rt_happening *a = x, *b = y;
    int c = rt_dating_cmp(&a->dating, &b->dating);
    if (c == 0) c = (a->first > b->first) - (a->first < b->first);
    if (c == 0) c = rt_str_cmp(a->entity->id, b->entity->id);
    return c != 0 ? c : rt_str_cmp(a->dating.edtf, b->dating.edtf);
}

void rt_happenings_sort(rt_happenings *all) {
    if (all->n > 1) qsort(all->at, all->n, sizeof *all->at, by_time);
}
