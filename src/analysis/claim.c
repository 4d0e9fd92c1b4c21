#include "analysis/claim.h"

#include <stdlib.h>
#include <string.h>

#include "model/types.h"

bool rt_claim_affirmed(const rt_claim *c) { return rt_facts_affirm(c->facts); }

bool rt_claim_denied(const rt_claim *c) {
    for (size_t i = 0; i < c->facts.n; i++)
        if (rt_fact_denies(c->facts.at[i])) return true;
    return false;
}

bool rt_claim_is_entity(const rt_claim *c) { return c->known != NULL && c->known->type == &rt_types[RT_TYPE_ENTITY]; }
bool rt_claim_is_date(const rt_claim *c) { return c->known != NULL && c->known->type == &rt_types[RT_TYPE_DATE]; }

/* --- grouping ---------------------------------------------------------------------------------------------------- */

/* What nobody gave a stance was asserted. */
static rt_str stance_of(const rt_fact *f) { return f->s.e.stance.len > 0 ? f->s.e.stance : RT_S("asserts"); }

static int by_claim(const void *x, const void *y) {
    const rt_fact *a = *(rt_fact *const *)x, *b = *(rt_fact *const *)y;
    int c = rt_str_cmp(a->s.e.prop, b->s.e.prop);
    if (c == 0) c = rt_str_cmp(a->s.e.value, b->s.e.value);
    if (c == 0) c = rt_str_cmp(stance_of(a), stance_of(b));
    return c != 0 ? c : (a->s.seq > b->s.seq) - (a->s.seq < b->s.seq);
}

static bool same_claim(const rt_fact *a, const rt_fact *b) {
    return rt_str_eq(a->s.e.prop, b->s.e.prop) && rt_str_eq(a->s.e.value, b->s.e.value) &&
           rt_str_eq(stance_of(a), stance_of(b));
}

static int by_weight(const void *x, const void *y) {
    const rt_claim *a = x, *b = y;
    const int c = rt_str_cmp(a->prop, b->prop);
    if (c != 0) return c;
    if (a->sources.n != b->sources.n) return a->sources.n > b->sources.n ? -1 : 1;
    const int64_t first = a->facts.at[0]->s.seq, second = b->facts.at[0]->s.seq;
    return first != second ? (first > second) - (first < second) : rt_str_cmp(a->value, b->value);
}

static rt_claim claim_of(rt_facts facts, const rt_schema *schema, rt_arena *arena) {
    const rt_entry *e = &facts.at[0]->s.e;
    rt_claim c = {.prop = e->prop, .value = e->value, .stance = stance_of(facts.at[0]), .facts = facts, .out = true};
    const rt_schema *own = rt_schema_named(e->schema);
    c.known = own != NULL ? rt_schema_prop(own, e->prop) : NULL;
    if (c.known == NULL && schema != NULL) c.known = rt_schema_prop(schema, e->prop);
    c.sources = rt_facts_sources(facts, arena);
    for (size_t i = 0; i < facts.n; i++) c.out = c.out && facts.at[i]->out == RT_SURELY;
    return c;
}

rt_claims rt_claims_of(rt_facts facts, const rt_schema *schema, rt_arena *arena) {
    rt_claims claims = {RT_NEW_N(arena, rt_claim, facts.n), 0};
    rt_facts sorted = {RT_NEW_N(arena, rt_fact *, facts.n), facts.n};
    if (facts.n == 0) return claims;
    memcpy(sorted.at, facts.at, facts.n * sizeof(rt_fact *));
    qsort(sorted.at, sorted.n, sizeof(rt_fact *), by_claim);
    for (size_t from = 0, to = 0; from < sorted.n; from = to) {
        while (to < sorted.n && same_claim(sorted.at[from], sorted.at[to])) to++;
        claims.at[claims.n++] = claim_of((rt_facts){sorted.at + from, to - from}, schema, arena);
    }
    qsort(claims.at, claims.n, sizeof *claims.at, by_weight);
    return claims;
}

rt_claims rt_claims_named(rt_claims claims, rt_str prop) {
    size_t low = 0, high = claims.n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (rt_str_cmp(claims.at[middle].prop, prop) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (high < claims.n && rt_str_eq(claims.at[high].prop, prop)) high++;
    return (rt_claims){claims.at + low, high - low};
}
