#include "analysis/evidence.h"

#include "base/grow.h"

static void add(rt_reading *r, rt_fact *f, bool against, rt_evidence *h) {
    if (f->out == RT_SURELY) return;
    const rt_str key = rt_str_printf(r->arena, "%c%.*s", against ? '-' : '+', RT_FMT(f->s.e.id));
    if (!rt_map_meet(&h->seen, key, r->arena)) return;
    h->at = rt_grow(r->arena, h->at, h->n, sizeof *h->at);
    h->at[h->n++] = (rt_evidence_item){f, against};
}

static rt_status add_linked(rt_reading *r, const rt_entity *hypothesis, rt_str kind, rt_str from, rt_evidence *h,
                            rt_error *err) {
    const bool against = rt_str_is(kind, "opposes");
    const rt_entity *e;
    rt_fact *f;
    if (!against && !rt_str_is(kind, "supports")) return rt_ok;
    RT_TRY(rt_reading_fact(r, from, &e, &f, err));
    if (f != NULL && e != hypothesis) add(r, f, against, h);
    return rt_ok;
}

/* Links to the hypothesis itself, by its id. */
static rt_status links_to_entity(rt_reading *r, const rt_entity *hypothesis, rt_str id, rt_evidence *h, rt_error *err) {
    rt_cursor *c;
    rt_seen_list acts;
    RT_TRY(rt_cursor_acts(r->lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, r->arena, &acts, err));
    for (size_t i = 0; i < acts.n; i++)
        if (acts.at[i].e.type == RT_LINK && rt_str_eq(acts.at[i].e.to, id))
            RT_TRY(add_linked(r, hypothesis, acts.at[i].e.link, acts.at[i].e.from, h, err));
    return rt_ok;
}

/* Links to what states it; and who denies it. */
static rt_status links_to_statements(rt_reading *r, const rt_entity *hypothesis, rt_evidence *h, rt_error *err) {
    for (size_t i = 0; i < hypothesis->facts.n; i++) {
        rt_fact *f = hypothesis->facts.at[i];
        if (rt_fact_denies(f)) add(r, f, true, h);
        for (const rt_fact_link *l = f->links; l != NULL; l = l->next)
            if (!l->outgoing) RT_TRY(add_linked(r, hypothesis, l->kind, l->other, h, err));
    }
    return rt_ok;
}

rt_status rt_evidence_of(rt_reading *r, const rt_entity *hypothesis, rt_evidence *evidence, rt_error *err) {
    *evidence = (rt_evidence){0};
    for (size_t i = 0; i < hypothesis->members.n; i++)
        RT_TRY(links_to_entity(r, hypothesis, hypothesis->members.at[i], evidence, err));
    return links_to_statements(r, hypothesis, evidence, err);
}

rt_facts rt_evidence_side(const rt_evidence *evidence, bool against, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; i < evidence->n; i++)
        if (evidence->at[i].against == against) rt_facts_add(&facts, evidence->at[i].fact, arena);
    return facts;
}
