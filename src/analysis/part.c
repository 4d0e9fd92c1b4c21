#include "analysis/part.h"

#include "analysis/conflict_sides.h"
#include "analysis/happening.h"

static const char *const telling[] = {"startDate", "endDate", "date", "facility", "location"};

static const rt_bodily *part_named(const rt_neighbour *n) {
    for (const rt_bodily *b = rt_bodily_parts; b->of != NULL; b++)
        if (rt_entity_is(n->entity, b->of) && rt_str_is(n->role, b->role)) return b;
    return NULL;
}

static const rt_claim *first_affirmed(const rt_entity *e, const char *prop) {
    const rt_affirmed a = rt_conflict_affirmed(e, prop);
    return a.n > 0 ? a.at[0] : NULL;
}

static rt_facts telling_facts(const rt_neighbour *n, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; i < n->naming.n; i++)
        if (rt_fact_affirms(n->naming.at[i])) rt_facts_add(&facts, n->naming.at[i], arena);
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        const rt_affirmed a = rt_conflict_affirmed(n->entity, telling[i]);
        for (size_t k = 0; k < a.n; k++)
            for (size_t m = 0; m < a.at[k]->facts.n; m++)
                if (rt_fact_affirms(a.at[k]->facts.at[m])) rt_facts_add(&facts, a.at[k]->facts.at[m], arena);
    }
    return facts;
}

bool rt_part_of(const rt_neighbour *n, rt_arena *arena, rt_part *part) {
    const rt_bodily *b = part_named(n);
    if (b == NULL || !rt_facts_affirm(n->naming)) return false;
    *part =
        (rt_part){.event = n->entity, .stays = b->stays, .leaves = b->leaves, .dating = rt_dating_by(n->entity, arena)};
    if (!part->dating.dated) return false;
    part->place = first_affirmed(n->entity, "facility");
    part->facts = telling_facts(n, arena);
    return true;
}

static rt_str span_words(const rt_dating *d, rt_arena *arena) {
    if (d->edtf.len > 0) return d->edtf;
    return rt_str_printf(arena, "%.*s/%.*s", RT_FMT(d->start), RT_FMT(d->end));
}

void rt_part_side(rt_reading *r, const rt_part *part, rt_value *sides) {
    rt_value *v = rt_value_push(sides, rt_value_object(r->arena));
    const rt_entity *e = part->event;
    const rt_str when = span_words(&part->dating, r->arena);
    rt_value_put(v, RT_S("value"), rt_value_text(r->arena, when));
    const rt_str kind = e->schema != NULL ? e->schema->label : e->schema_name;
    rt_value_put_text(r->arena, v, RT_S("label"),
                      rt_str_printf(r->arena, "%.*s (%.*s): %.*s", RT_FMT(e->caption), RT_FMT(kind), RT_FMT(when)));
    rt_value_put(v, RT_S("about"), rt_shape_of_entity(e, r->arena));
    rt_conflict_cite(r, v, part->facts);
}
