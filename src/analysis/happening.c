#include "analysis/happening.h"

#include <stdlib.h>

#include "analysis/relation.h"
#include "base/grow.h"
#include "base/map.h"
#include "model/types.h"

/* --- when -------------------------------------------------------------------------------------------------------- */

static bool in_source(const rt_claim *c, rt_str source) {
    for (size_t i = 0; i < c->facts.n; i++)
        if (rt_fact_affirms(c->facts.at[i]) && (source.len == 0 || rt_str_eq(rt_fact_source(c->facts.at[i]), source)))
            return true;
    return false;
}

/* The claim that counts for one property, of one source or (an empty one) of all: that of most sources. */
static const rt_claim *best_claim(const rt_entity *e, rt_str prop, rt_str source) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        if (in_source(&claims.at[i], source)) return &claims.at[i];
    return NULL;
}

static rt_str best_value(const rt_entity *e, rt_str prop, rt_str source) {
    const rt_claim *c = best_claim(e, prop, source);
    return c != NULL ? c->value : (rt_str){"", 0};
}

/* Dates that are neither start nor end, the first that is given counts. */
static const rt_str other_dates[] = {
    RT_S_INIT("date"),        RT_S_INIT("listingDate"), RT_S_INIT("authoredAt"),
    RT_S_INIT("publishedAt"), RT_S_INIT("receivedAt"),
};

rt_dating rt_dating_by(const rt_entity *e, rt_str source, rt_arena *arena) {
    rt_str date = {"", 0};
    for (size_t i = 0; i < sizeof other_dates / sizeof *other_dates && date.len == 0; i++)
        date = best_value(e, other_dates[i], source);
    return rt_dating_of(best_value(e, RT_S("startDate"), source), best_value(e, RT_S("endDate"), source), date, arena);
}

/* --- where ------------------------------------------------------------------------------------------------------- */

/* Properties that say where it was, best first. */
static const rt_str places[] = {
    RT_S_INIT("facility"),      RT_S_INIT("endLocation"), RT_S_INIT("startLocation"), RT_S_INIT("location"),
    RT_S_INIT("addressEntity"), RT_S_INIT("address"),     RT_S_INIT("country"),
};
enum { PLACES = sizeof places / sizeof *places };

static bool is_place(rt_str prop) {
    for (size_t i = 0; i < PLACES; i++)
        if (rt_str_eq(prop, places[i])) return true;
    return false;
}

static rt_status place_value(rt_reading *r, const rt_claim *c, rt_value **v, rt_error *err) {
    if (rt_claim_is_entity(c)) return rt_shape_entity(r, c->value, v, err);
    const rt_str label = c->known != NULL ? rt_type_caption(c->known->type, c->value) : c->value;
    *v = rt_value_text(r->arena, label);
    return rt_ok;
}

/* The best place that a source (or all) gives: an entity, a text or null. */
static rt_status where(rt_reading *r, const rt_entity *e, rt_str source, rt_value **v, rt_error *err) {
    *v = rt_value_null(r->arena);
    for (size_t i = 0; i < PLACES; i++) {
        const rt_claim *c = best_claim(e, places[i], source);
        if (c != NULL) return place_value(r, c, v, err);
    }
    return rt_ok;
}

/* --- who --------------------------------------------------------------------------------------------------------- */

/* Entities that an event names, but that take no part in it. */
static const rt_str no_parts[] = {
    RT_S_INIT("proof"),   RT_S_INIT("file"),    RT_S_INIT("release"),   RT_S_INIT("evidence"),
    RT_S_INIT("carries"), RT_S_INIT("vehicle"), RT_S_INIT("container"), RT_S_INIT("inReplyToMessage"),
};

static bool takes_part(const rt_claim *c) {
    if (!rt_claim_is_entity(c) || is_place(c->prop) || !rt_claim_affirmed(c)) return false;
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

static rt_facts of_source(rt_facts facts, rt_str source, rt_arena *arena) {
    rt_facts kept = {RT_NEW_N(arena, rt_fact *, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++)
        if (rt_str_eq(rt_fact_source(facts.at[i]), source)) kept.at[kept.n++] = facts.at[i];
    return kept;
}

static rt_status put_version(rt_reading *r, const rt_happening *h, rt_str source, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena)), *place;
    const rt_dating d = rt_dating_by(h->entity, source, r->arena);
    const rt_facts facts = of_source(h->facts, source, r->arena);
    rt_value_put_text(r->arena, v, RT_S("source"), source);
    rt_value_put_text(r->arena, v, RT_S("dataset"), facts.at[0]->s.e.dataset);
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    RT_TRY(where(r, h->entity, source, &place, err));
    rt_value_put(v, RT_S("where"), place);
    rt_shape_ids(r, v, "statements", facts);
    return rt_ok;
}

/* What the source that says most is silent on, and another fills. */
static void put_filled(rt_reading *r, const rt_happening *h, rt_strs sources, rt_value *object) {
    static const rt_str fields[] = {RT_S_INIT("startDate"), RT_S_INIT("endDate"), RT_S_INIT("date"),
                                    RT_S_INIT("facility"), RT_S_INIT("location")};
    rt_value *list = rt_value_put_list(r->arena, object, RT_S("filled"));
    rt_str most = {"", 0};
    size_t n = 0;
    for (size_t i = 0; i < sources.n; i++) {
        const size_t says = of_source(h->facts, sources.at[i], r->arena).n;
        if (says <= n) continue;
        n = says;
        most = sources.at[i];
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields && most.len > 0; i++)
        if (best_claim(h->entity, fields[i], most) == NULL && best_claim(h->entity, fields[i], (rt_str){"", 0}) != NULL)
            rt_value_push_text(r->arena, list, fields[i]);
}

static rt_status put_versions(rt_reading *r, const rt_happening *h, rt_value *object, rt_error *err) {
    const rt_strs sources = rt_facts_sources(h->facts, r->arena);
    put_filled(r, h, sources, object);
    rt_value *list = rt_value_put_list(r->arena, object, RT_S("versions"));
    for (size_t i = 0; i < sources.n && sources.n > 1; i++) RT_TRY(put_version(r, h, sources.at[i], list, err));
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
    rt_value *v = *out = rt_value_object(r->arena), *place;
    rt_value_put(v, RT_S("id"), rt_value_text(r->arena, h->entity->id));
    rt_value_put_text(r->arena, v, RT_S("schema"), h->entity->schema_name);
    rt_value_put_text(r->arena, v, RT_S("what"), h->what);
    rt_value_put_text(r->arena, v, RT_S("when"), h->dating.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&h->dating, r->arena));
    put_marks(r, h, v);
    if (h->date_claim != NULL) return put_own_date(r, h, v), rt_ok;
    RT_TRY(where(r, h->entity, (rt_str){"", 0}, &place, err));
    rt_value_put(v, RT_S("where"), place);
    RT_TRY(put_who(r, h->entity, v, err));
    rt_shape_cite(r, v, h->facts);
    return put_versions(r, h, v, err);
}

/* --- gathering --------------------------------------------------------------------------------------------------- */

/* What it is called; by its kind where it has no name of its own. */
static rt_str what_of(const rt_entity *e, rt_arena *arena) {
    const bool named = best_claim(e, RT_S("name"), (rt_str){"", 0}) != NULL;
    if (named || e->schema == NULL) return e->caption;
    if (rt_str_eq(e->caption, e->id) || rt_str_eq(e->caption, best_value(e, RT_S("startDate"), (rt_str){"", 0})))
        return e->schema->label;
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
                       .dating = rt_dating_by(n->entity, (rt_str){"", 0}, r->arena),
                       .what = what,
                       .stance = rt_facts_stance(n->naming),
                       .facts = n->entity->facts},
        all);
}

/* A relation that is dated began and ended. */
static bool is_dated_relation(rt_reading *r, const rt_entity *e) {
    if (e->schema == NULL || !e->schema->is_edge) return false;
    return rt_dating_by(e, (rt_str){"", 0}, r->arena).dated;
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
