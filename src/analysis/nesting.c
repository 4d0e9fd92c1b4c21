#include "analysis/nesting.h"

#include "analysis/entity_set.h"
#include "base/grow.h"
#include "model/placed.h"

enum { MOST_INSIDE = 10000 };

/* --- what it is within ------------------------------------------------------------------------------------------- */

static bool has(const rt_nesting *n, const rt_site *site) {
    for (size_t i = 0; i < n->n; i++)
        if (n->at[i].site == site) return true;
    return false;
}

/* In the order of levels; of one level as they come. */
static void add(rt_reading *r, const rt_site *of, rt_wider w) {
    rt_nesting *n = of->nesting;
    if (w.site == of || has(n, w.site) || w.site->level < of->level) return;
    n->at = rt_grow(r->arena, n->at, n->n, sizeof *n->at);
    size_t i = n->n++;
    for (; i > 0 && n->at[i - 1].site->level > w.site->level; i--) n->at[i] = n->at[i - 1];
    n->at[i] = w;
}

/* A wider place, and what that is within: this rests on the statements of both. */
static rt_status add_with_wider(rt_reading *r, rt_sites *sites, const rt_site *of, rt_wider w, rt_error *err) {
    RT_TRY(rt_site_around(r, sites, w.site, err));
    add(r, of, w);
    for (size_t i = 0; i < w.site->nesting->n; i++) {
        rt_wider next = w.site->nesting->at[i];
        rt_facts facts = {0};
        for (size_t k = 0; k < w.facts.n; k++) rt_facts_add(&facts, w.facts.at[k], r->arena);
        for (size_t k = 0; k < next.facts.n; k++) rt_facts_add(&facts, next.facts.at[k], r->arena);
        next.facts = facts;
        next.sure = next.sure && w.sure;
        add(r, of, next);
    }
    return rt_ok;
}

static void around_text(rt_reading *r, rt_sites *sites, const rt_site *site) {
    const rt_place_parts parts = rt_place_parts_of(site->text, r->arena);
    if (parts.town.len > 0) add(r, site, (rt_wider){.site = rt_site_of_text(r, sites, parts.town), .sure = true});
    if (parts.country.len > 0) add(r, site, (rt_wider){.site = rt_site_of_text(r, sites, parts.country), .sure = true});
}

static rt_facts affirming(const rt_claim *c, bool *sure, rt_arena *arena) {
    rt_facts facts = {0};
    *sure = false;
    for (size_t i = 0; i < c->facts.n; i++) {
        if (!rt_fact_affirms(c->facts.at[i])) continue;
        *sure = *sure || rt_fact_asserts(c->facts.at[i]);
        rt_facts_add(&facts, c->facts.at[i], arena);
    }
    return facts;
}

static rt_str country_of(const rt_entity *e) {
    const rt_claims claims = rt_claims_named(e->claims, RT_S("country"));
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i])) return claims.at[i].value;
    return (rt_str){"", 0};
}

static rt_status next_of(rt_cursor *c, bool *any, rt_error *err) {
    rt_seen_entry entry;
    return rt_cursor_next(c, &entry, any, err);
}

/* Whether a visible statement puts anybody there. */
static rt_status is_stayed_at(rt_reading *r, const rt_entity *e, bool *stayed, rt_error *err) {
    *stayed = false;
    for (size_t i = 0; i < e->members.n && !*stayed; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_placed(r->lens, e->members.at[i], RT_DAY_OPEN_START, RT_DAY_OPEN_END, &c, err));
        const rt_status s = next_of(c, stayed, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    return rt_ok;
}

static rt_status wider_of(rt_reading *r, rt_sites *sites, const rt_site *of, const rt_claim *c, rt_error *err) {
    const rt_site *site = NULL;
    bool sure, stayed = true;
    if (!rt_place_is_within(of->entity->schema_name, c->prop) || !rt_claim_affirmed(c)) return rt_ok;
    if (rt_str_is(c->prop, "city"))
        site = rt_site_of_text(r, sites, rt_place_town(c->value, country_of(of->entity), r->arena));
    else
        RT_TRY(rt_site_of(r, sites, c, &site, err));
    if (rt_str_is(c->prop, "parent")) {
        if (site->entity != NULL) RT_TRY(is_stayed_at(r, site->entity, &stayed, err));
        if (site->entity == NULL || !stayed) return rt_ok;
    }
    const rt_facts facts = affirming(c, &sure, r->arena);
    return add_with_wider(r, sites, of, (rt_wider){site, facts, sure}, err);
}

rt_status rt_site_around(rt_reading *r, rt_sites *sites, const rt_site *site, rt_error *err) {
    rt_nesting *n = site->nesting;
    if (n->read || n->is_open) return rt_ok; /* open: a circle of places within each other */
    n->is_open = true;
    if (site->entity == NULL) around_text(r, sites, site);
    for (size_t i = 0; site->entity != NULL && i < site->entity->claims.n; i++)
        RT_TRY(wider_of(r, sites, site, &site->entity->claims.at[i], err));
    n->is_open = false;
    n->read = true;
    return rt_ok;
}

bool rt_site_is_within(const rt_site *site, const rt_site *wider) { return site == wider || has(site->nesting, wider); }

rt_wider rt_site_within(const rt_site *site, const rt_site *wider) {
    for (size_t i = 0; i < site->nesting->n; i++)
        if (site->nesting->at[i].site == wider) return site->nesting->at[i];
    return (rt_wider){.site = wider, .sure = site == wider};
}

const rt_site *rt_site_common(const rt_site *a, const rt_site *b, rt_level widest) {
    const rt_nesting *n = a->nesting;
    for (size_t i = 0; i <= n->n; i++) {
        const rt_site *s = i == 0 ? a : n->at[i - 1].site;
        if (s->level > widest) break;
        if (s == b || has(b->nesting, s)) return s;
    }
    return NULL;
}

/* --- what is within it ------------------------------------------------------------------------------------------- */

typedef struct walk {
    rt_reading *r;
    rt_sites *sites;
    const rt_site *of;
    rt_entity_set met;
} walk;

static void put_inside(walk *w, const rt_site *site) {
    rt_nesting *n = w->of->nesting;
    if (n->inside_n == MOST_INSIDE) {
        n->more = true;
        return;
    }
    n->inside = rt_grow(w->r->arena, n->inside, n->inside_n, sizeof *n->inside);
    n->inside[n->inside_n++] = site;
}

static rt_status add_named(walk *w, rt_cursor *c, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        RT_TRY(rt_reading_entity(w->r, rt_str_copy(w->r->arena, entry.e.entity), &e, err));
        if (e == NULL || !rt_site_can_be(e) || rt_entity_set_find(&w->met, e) != SIZE_MAX) continue;
        const rt_site *site = rt_site_of_entity(w->r, w->sites, e);
        RT_TRY(rt_site_around(w->r, w->sites, site, err));
        if (!has(site->nesting, w->of)) continue;
        rt_entity_set_add(&w->met, e, w->r->arena);
        put_inside(w, site);
    }
}

static rt_status add_within(walk *w, rt_str key, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_within(w->r->lens, key, &c, err));
    const rt_status s = add_named(w, c, err);
    rt_cursor_close(c);
    return s;
}

/* All that says to be within a site that is inside: by its id and its names; of a town by the bare name too. */
static rt_status add_of(walk *w, const rt_site *site, rt_error *err) {
    const rt_entity *e = site->entity;
    const size_t comma = rt_str_find(site->text, RT_S(", "));
    if (e == NULL) RT_TRY(add_within(w, site->text, err));
    if (e == NULL && comma != SIZE_MAX) return add_within(w, rt_str_cut(site->text, comma), err);
    for (size_t i = 0; e != NULL && i < e->members.n; i++) RT_TRY(add_within(w, e->members.at[i], err));
    for (size_t i = 0; e != NULL && i < e->claims.n; i++)
        if (rt_is_own_name(e->claims.at[i].prop)) RT_TRY(add_within(w, e->claims.at[i].value, err));
    return rt_ok;
}

rt_status rt_site_inside(rt_reading *r, rt_sites *sites, const rt_site *site, rt_error *err) {
    rt_nesting *n = site->nesting;
    walk w = {r, sites, site, {0}};
    if (n->inside_read) return rt_ok;
    n->inside_read = true;
    RT_TRY(rt_site_around(r, sites, site, err));
    put_inside(&w, site);
    if (site->entity != NULL) rt_entity_set_add(&w.met, site->entity, r->arena);
    for (size_t i = 0; i < n->inside_n; i++) RT_TRY(add_of(&w, n->inside[i], err));
    return rt_ok;
}
