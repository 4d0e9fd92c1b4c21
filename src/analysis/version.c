#include "analysis/version.h"

#include "base/map.h"

static const struct {
    rt_str prop;
    bool tells; /* one whose filling is told of */
} fields[RT_FIELDS] = {
    {RT_S_INIT("startDate"), true},
    {RT_S_INIT("endDate"), true},
    /* Dates that are neither start nor end, the first that is given counts. */
    {RT_S_INIT("date"), true},
    {RT_S_INIT("listingDate"), false},
    {RT_S_INIT("authoredAt"), false},
    {RT_S_INIT("publishedAt"), false},
    {RT_S_INIT("receivedAt"), false},
    /* Places. */
    {RT_S_INIT("facility"), true},
    {RT_S_INIT("endLocation"), false},
    {RT_S_INIT("startLocation"), false},
    {RT_S_INIT("location"), true},
    {RT_S_INIT("addressEntity"), false},
    {RT_S_INIT("address"), false},
    {RT_S_INIT("country"), false},
};
enum { START, END, DATES, PLACES = 7 };

bool rt_prop_is_place(rt_str prop) {
    for (size_t f = PLACES; f < RT_FIELDS; f++)
        if (rt_str_eq(prop, fields[f].prop)) return true;
    return false;
}

/* --- by all ------------------------------------------------------------------------------------------------------ */

const rt_claim *rt_claim_by(const rt_entity *e, rt_str prop) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i])) return &claims.at[i];
    return NULL;
}

static rt_str value_of(const rt_claim *c) { return c != NULL ? c->value : (rt_str){"", 0}; }

static rt_dating dating_of(const rt_claim *const said[PLACES], rt_arena *arena) {
    size_t date = DATES;
    while (date + 1 < PLACES && value_of(said[date]).len == 0) date++;
    return rt_dating_of(value_of(said[START]), value_of(said[END]), value_of(said[date]), arena);
}

rt_dating rt_dating_by(const rt_entity *e, rt_arena *arena) {
    const rt_claim *said[PLACES];
    for (size_t f = 0; f < PLACES; f++) said[f] = rt_claim_by(e, fields[f].prop);
    return dating_of(said, arena);
}

const rt_claim *rt_place_by(const rt_entity *e) {
    const rt_claim *c = NULL;
    for (size_t f = PLACES; f < RT_FIELDS && c == NULL; f++) c = rt_claim_by(e, fields[f].prop);
    return c;
}

/* --- by one source ----------------------------------------------------------------------------------------------- */

/* Gives a claim to those sources that affirm it and had none for this property yet: the best come first. */
static void say(const rt_claim *c, size_t field, const rt_map *sources, rt_versions *all) {
    for (size_t i = 0; i < c->facts.n; i++) {
        const size_t number = rt_map_find(sources, rt_fact_source(c->facts.at[i]));
        if (number < all->n && all->at[number].said[field] == NULL && rt_fact_affirms(c->facts.at[i]))
            all->at[number].said[field] = c;
    }
}

rt_versions rt_versions_of(const rt_entity *e, rt_facts facts, rt_arena *arena) {
    rt_map sources = {0};
    rt_facts_add_sources(facts, &sources, arena);
    rt_versions all = {RT_NEW_N(arena, rt_version, sources.n), sources.n};
    for (size_t i = 0; i < all.n; i++) all.at[i].source = sources.keys[i];
    for (size_t i = 0; i < facts.n; i++) {
        const size_t number = rt_map_find(&sources, rt_fact_source(facts.at[i]));
        if (number < all.n) rt_facts_add(&all.at[number].facts, facts.at[i], arena);
    }
    for (size_t f = 0; f < RT_FIELDS; f++) {
        const rt_claims claims = rt_claims_named(e->claims, fields[f].prop);
        for (size_t i = 0; i < claims.n; i++) say(&claims.at[i], f, &sources, &all);
    }
    return all;
}

rt_dating rt_version_dating(const rt_version *v, rt_arena *arena) { return dating_of(v->said, arena); }

const rt_claim *rt_version_place(const rt_version *v) {
    size_t f = PLACES;
    while (f + 1 < RT_FIELDS && v->said[f] == NULL) f++;
    return v->said[f];
}

rt_strs rt_version_silent(const rt_version *v, const rt_entity *e, rt_arena *arena) {
    rt_strs silent = {RT_NEW_N(arena, rt_str, RT_FIELDS), 0};
    for (size_t f = 0; f < RT_FIELDS; f++)
        if (fields[f].tells && v->said[f] == NULL && rt_claim_by(e, fields[f].prop) != NULL)
            silent.at[silent.n++] = fields[f].prop;
    return silent;
}
