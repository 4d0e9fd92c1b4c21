/* What each source holds on an entity, and what it lacks that others hold: its properties, and the events and relations
 * around it. */
#include "analysis/around.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"
#include "base/map.h"

/* Something that a source may hold: a claim, or what stands around the entity. */
typedef struct holding {
    const rt_claim *claim;      /* NULL: */
    const rt_entity *neighbour; /* an event, a relation */
    rt_facts facts;
    bool affirmed; /* it counts for what others lack */
    size_t thing;  /* the same for all that is said of one value, and of one neighbour */
    bool first;    /* of those of its thing that are affirmed */
} holding;

typedef struct holdings {
    holding *at;
    size_t n;
    rt_facts facts; /* of all */
    rt_map things, affirmed;
} holdings;

static void add(rt_reading *r, holdings *all, holding h) {
    const rt_str thing = h.claim != NULL
                             ? rt_str_printf(r->arena, "%.*s\n%.*s", RT_FMT(h.claim->prop), RT_FMT(h.claim->value))
                             : rt_str_printf(r->arena, "\n%zu", all->n);
    h.thing = rt_map_add(&all->things, thing, r->arena);
    h.first = h.affirmed && rt_map_meet(&all->affirmed, thing, r->arena);
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = h;
    for (size_t i = 0; i < h.facts.n; i++) rt_facts_add(&all->facts, h.facts.at[i], r->arena);
}

static rt_status gather(rt_reading *r, const rt_entity *e, holdings *all, rt_error *err) {
    rt_around around;
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        add(r, all, (holding){.claim = c, .facts = c->facts, .affirmed = rt_claim_affirmed(c)});
    }
    RT_TRY(rt_around_read(r, e, &around, err));
    for (size_t i = 0; i < around.n; i++) {
        const rt_neighbour *n = &around.at[i];
        const rt_str stance = rt_facts_stance(n->naming);
        const bool affirmed = !rt_facts_are_out(n->naming) && !rt_str_is(stance, "denies");
        add(r, all, (holding){.neighbour = n->entity, .facts = n->entity->facts, .affirmed = affirmed});
    }
    return rt_ok;
}

/* --- one source -------------------------------------------------------------------------------------------------- */

/* What it says of a holding. */
typedef struct held {
    const holding *holding;
    rt_facts facts;
} held;

typedef struct source {
    rt_str name;
    rt_facts facts;
    held *at; /* in the order of the holdings */
    size_t n;
} source;

static void take(rt_reading *r, source *s, const holding *h, rt_fact *f) {
    if (s->n == 0 || s->at[s->n - 1].holding != h) {
        s->at = rt_grow(r->arena, s->at, s->n, sizeof *s->at);
        s->at[s->n++] = (held){.holding = h};
    }
    rt_facts_add(&s->at[s->n - 1].facts, f, r->arena);
}

/* All sources in the order of the log; what is stated by hand, which has no name, comes last. */
static source *sources_of(rt_reading *r, const holdings *all, size_t *n) {
    rt_map names = {0};
    rt_facts_add_sources(all->facts, &names, r->arena);
    source *sources = RT_NEW_N(r->arena, source, names.n + 1);
    for (size_t i = 0; i < names.n; i++) sources[i].name = names.keys[i];
    for (size_t i = 0; i < all->facts.n; i++) {
        const size_t number = rt_map_find(&names, rt_fact_source(all->facts.at[i]));
        rt_facts_add(&sources[number < names.n ? number : names.n].facts, all->facts.at[i], r->arena);
    }
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->at[i].facts.n; k++) {
            const size_t number = rt_map_find(&names, rt_fact_source(all->at[i].facts.at[k]));
            take(r, &sources[number < names.n ? number : names.n], &all->at[i], all->at[i].facts.at[k]);
        }
    *n = names.n + (sources[names.n].n > 0);
    return sources;
}

static rt_status put_what(rt_reading *r, const holding *h, rt_value *v, rt_error *err) {
    if (h->claim != NULL) {
        rt_value_put_text(r->arena, v, RT_S("prop"), h->claim->prop);
        RT_TRY(rt_shape_value(r, v, h->claim, err));
        if (!rt_str_is(h->claim->stance, "asserts")) rt_value_put_text(r->arena, v, RT_S("stance"), h->claim->stance);
        return rt_ok;
    }
    rt_value_put_text(r->arena, v, RT_S("prop"), h->neighbour->schema_name);
    rt_value_put(v, RT_S("value"), rt_value_text(r->arena, h->neighbour->caption));
    rt_value_put(v, RT_S("entity"), rt_shape_of_entity(h->neighbour, r->arena));
    return rt_ok;
}

static rt_status put_held(rt_reading *r, const holding *h, rt_facts facts, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    RT_TRY(put_what(r, h, v, err));
    rt_shape_ids(r, v, "statements", facts);
    if (rt_facts_are_out(facts)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    return rt_ok;
}

static rt_status put_lacked(rt_reading *r, const holding *h, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    RT_TRY(put_what(r, h, v, err));
    rt_value_put(v, RT_S("held_by"), rt_shape_texts(rt_facts_sources(h->facts, r->arena), r->arena));
    return rt_ok;
}

/* The things of which it speaks: who denies a value does not lack it. */
static bool *things_of(rt_reading *r, const holdings *all, const source *s) {
    bool *things = RT_NEW_N(r->arena, bool, all->things.n);
    for (size_t i = 0; i < s->n; i++) things[s->at[i].holding->thing] = true;
    return things;
}

static rt_status put_contents(rt_reading *r, const holdings *all, const source *s, rt_value *v, rt_error *err) {
    rt_value *holds = rt_value_put_list(r->arena, v, RT_S("holds")),
             *lacks = rt_value_put_list(r->arena, v, RT_S("lacks"));
    const bool *things = things_of(r, all, s);
    for (size_t i = 0; i < s->n; i++) RT_TRY(put_held(r, s->at[i].holding, s->at[i].facts, holds, err));
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].first && !things[all->at[i].thing]) RT_TRY(put_lacked(r, &all->at[i], lacks, err));
    return rt_ok;
}

/* Who speaks in it, in the order of the log. */
static rt_strs speakers_of(rt_reading *r, rt_facts facts) {
    rt_map speakers = {0};
    for (size_t i = 0; i < facts.n; i++) {
        const rt_str s = facts.at[i]->s.e.speaker;
        if (s.len > 0) rt_map_add(&speakers, s, r->arena);
    }
    return (rt_strs){speakers.keys, speakers.n};
}

static rt_status put_source(rt_reading *r, const holdings *all, const source *s, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_entry document;
    bool found = false;
    if (s->name.len > 0) RT_TRY(rt_lens_document(r->lens, s->name, r->arena, &document, &found, err));
    rt_value_put_text(r->arena, v, RT_S("source"), s->name);
    const rt_str title = !found ? (rt_str){"", 0} : document.title.len > 0 ? document.title : document.name;
    rt_value_put_text(r->arena, v, RT_S("title"), s->name.len > 0 ? title : RT_S("stated by hand"));
    rt_value_put_text(r->arena, v, RT_S("dataset"), s->facts.at[0]->s.e.dataset);
    rt_value_put(v, RT_S("speakers"), rt_shape_texts(speakers_of(r, s->facts), r->arena));
    return put_contents(r, all, s, v, err);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static rt_status sources_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_who who;
    holdings all = {0};
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(rt_who_find(&r, args->who.at[0], &who, err));
    RT_TRY(gather(&r, who.entity, &all, err));
    rt_value_put(o, RT_S("about"), rt_shape_of_entity(who.entity, arena));
    rt_value *list = rt_value_put_list(arena, o, RT_S("sources"));
    rt_facts_sort(all.facts);
    size_t n;
    const source *sources = sources_of(&r, &all, &n);
    for (size_t i = 0; i < n; i++) RT_TRY(put_source(&r, &all, &sources[i], list, err));
    RT_TRY(rt_shape_cited(&r, o, err));
    return rt_ok;
}

const rt_view rt_view_sources = {
    .name = "sources",
    .summary = "what each source holds on a person, and what it lacks",
    .least = 1,
    .most = 1,
    .run = sources_run,
};
