#include "analysis/subject.h"

#include "analysis/birth.h"

static void add_claim(rt_gather *g, const rt_claim *c) {
    if (!rt_claim_affirmed(c) || c->out) return;
    for (size_t i = 0; i < c->sources.n; i++) rt_gather_add(g, c->prop, c->value, c->sources.at[i]);
    if (c->sources.n == 0) rt_gather_add(g, c->prop, c->value, RT_S(""));
}

/* An age on a day is a span of births. */
static void add_ages(rt_gather *g, const rt_entity *e) {
    const rt_birth b = rt_birth_of(e, g->arena);
    for (size_t i = 0; i < b.n; i++)
        if (b.by[i].from.len > 0) rt_gather_add(g, RT_S("birthDate"), b.by[i].edtf, RT_S(""));
}

rt_subject rt_entity_as_subject(const rt_entity *e, rt_arena *arena) {
    rt_gather g;
    rt_gather_begin(&g, arena, e->id, e->schema_name);
    for (size_t i = 0; i < e->claims.n; i++) add_claim(&g, &e->claims.at[i]);
    add_ages(&g, e);
    return rt_gather_end(&g);
}
