#include "analysis/opposing.h"

typedef struct opposing {
    rt_facts facts;
    rt_map seen;
} opposing;

static void oppose(rt_reading *r, rt_fact *f, opposing *o) {
    if (rt_map_meet(&o->seen, f->s.e.id, r->arena)) rt_facts_add(&o->facts, f, r->arena);
}

/* A link `retracts` counts here where it took nothing out: somebody else than the speaker takes it back. */
static rt_status oppose_by_link(rt_reading *r, const rt_fact *f, const rt_fact_link *l, opposing *o, rt_error *err) {
    const bool takes_back = rt_str_is(l->kind, "retracts");
    const rt_entity *e;
    rt_fact *other;
    if (!rt_str_is(l->kind, "opposes") && !(takes_back && !l->outgoing && f->out == RT_NO)) return rt_ok;
    RT_TRY(rt_reading_fact(r, l->other, &e, &other, err));
    if (other != NULL && other->out != RT_SURELY) oppose(r, other, o);
    return rt_ok;
}

rt_status rt_opposing_of(rt_reading *r, const rt_topic *t, rt_facts *facts, rt_error *err) {
    opposing found = {0}, *o = &found;
    for (size_t i = 0; i < t->say.n; i++) rt_map_meet(&o->seen, t->say.at[i]->s.e.id, r->arena);
    for (size_t i = 0; i < t->deny.n; i++) oppose(r, t->deny.at[i], o);
    for (size_t i = 0; i < t->say.n && t->claim != NULL; i++)
        for (const rt_fact_link *l = t->say.at[i]->links; l != NULL; l = l->next)
            RT_TRY(oppose_by_link(r, t->say.at[i], l, o, err));
    *facts = found.facts;
    return rt_ok;
}
