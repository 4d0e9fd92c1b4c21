/* What each source holds on an entity, and what it lacks that others hold: its properties, and the events and relations
 * around it. */
#include "analysis/around.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

/* Something that a source may hold: a claim, or what stands around the entity. */
typedef struct holding {
    const rt_claim *claim;      /* NULL: */
    const rt_entity *neighbour; /* an event, a relation */
    rt_facts facts;
    bool affirmed; /* it counts for what others lack */
} holding;

typedef struct holdings {
    holding *at;
    size_t n;
    rt_facts facts; /* of all */
} holdings;

static void add(rt_reading *r, holdings *all, holding h) {
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

static rt_facts of_source(rt_reading *r, rt_facts facts, rt_str source) {
    rt_facts kept = {RT_NEW_N(r->arena, rt_fact *, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++)
        if (rt_str_eq(rt_fact_source(facts.at[i]), source)) kept.at[kept.n++] = facts.at[i];
    return kept;
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

/* Who denies a value does not lack it. */
static bool speaks_of(const holdings *all, const holding *h, rt_str source) {
    for (size_t i = 0; i < all->n; i++) {
        const holding *o = &all->at[i];
        const bool same = h->claim != NULL && o->claim != NULL && rt_str_eq(h->claim->prop, o->claim->prop) &&
                          rt_str_eq(h->claim->value, o->claim->value);
        for (size_t k = 0; (same || o == h) && k < o->facts.n; k++)
            if (rt_str_eq(rt_fact_source(o->facts.at[k]), source)) return true;
    }
    return false;
}

static bool is_listed(const holdings *all, size_t i) {
    for (size_t k = 0; k < i; k++) {
        const holding *a = &all->at[k], *b = &all->at[i];
        if (a->affirmed && a->claim != NULL && b->claim != NULL && rt_str_eq(a->claim->prop, b->claim->prop) &&
            rt_str_eq(a->claim->value, b->claim->value))
            return true;
    }
    return false;
}

static rt_status put_contents(rt_reading *r, const holdings *all, rt_str source, rt_value *v, rt_error *err) {
    rt_value *holds = rt_value_put_list(r->arena, v, RT_S("holds")),
             *lacks = rt_value_put_list(r->arena, v, RT_S("lacks"));
    for (size_t i = 0; i < all->n; i++) {
        const holding *h = &all->at[i];
        const rt_facts facts = of_source(r, h->facts, source);
        if (facts.n > 0)
            RT_TRY(put_held(r, h, facts, holds, err));
        else if (h->affirmed && !is_listed(all, i) && !speaks_of(all, h, source))
            RT_TRY(put_lacked(r, h, lacks, err));
    }
    return rt_ok;
}

/* Who speaks in it, in the order of the log. */
static rt_strs speakers_of(rt_reading *r, rt_facts facts) {
    rt_strs speakers = {RT_NEW_N(r->arena, rt_str, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++) {
        const rt_str s = facts.at[i]->s.e.speaker;
        if (s.len > 0 && !rt_strs_have(speakers, s)) speakers.at[speakers.n++] = s;
    }
    return speakers;
}

static rt_status put_source(rt_reading *r, const holdings *all, rt_str source, rt_value *list, rt_error *err) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    const rt_facts facts = of_source(r, all->facts, source);
    rt_entry document;
    bool found = false;
    if (source.len > 0) RT_TRY(rt_lens_document(r->lens, source, r->arena, &document, &found, err));
    rt_value_put_text(r->arena, v, RT_S("source"), source);
    const rt_str title = !found ? (rt_str){"", 0} : document.title.len > 0 ? document.title : document.name;
    rt_value_put_text(r->arena, v, RT_S("title"), source.len > 0 ? title : RT_S("stated by hand"));
    rt_value_put_text(r->arena, v, RT_S("dataset"), facts.at[0]->s.e.dataset);
    rt_value_put(v, RT_S("speakers"), rt_shape_texts(speakers_of(r, facts), r->arena));
    return put_contents(r, all, source, v, err);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static bool has_handmade(rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++)
        if (rt_fact_source(facts.at[i]).len == 0) return true;
    return false;
}

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
    const rt_strs sources = rt_facts_sources(all.facts, arena);
    for (size_t i = 0; i < sources.n; i++) RT_TRY(put_source(&r, &all, sources.at[i], list, err));
    if (has_handmade(all.facts)) RT_TRY(put_source(&r, &all, (rt_str){"", 0}, list, err));
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
