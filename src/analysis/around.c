#include "analysis/around.h"

#include "base/grow.h"

enum { MOST_AROUND = 4096 };

/* --- who names it ------------------------------------------------------------------------------------------------ */

static bool is_met(const rt_around *around, const rt_entity *e) {
    for (size_t i = around->n; i-- > 0;)
        if (around->at[i].entity == e) return true;
    return false;
}

static rt_facts naming_facts(const rt_entity *neighbour, const rt_entity *e, rt_arena *arena) {
    rt_facts naming = {0};
    for (size_t i = 0; i < neighbour->claims.n; i++) {
        const rt_claim *c = &neighbour->claims.at[i];
        if (!rt_claim_is_entity(c) || !rt_entity_has_member(e, c->value)) continue;
        for (size_t k = 0; k < c->facts.n; k++) rt_facts_add(&naming, c->facts.at[k], arena);
    }
    return naming;
}

static rt_status add_neighbour(rt_reading *r, const rt_entity *e, const rt_entry *naming, rt_around *around,
                               rt_error *err) {
    const rt_entity *n;
    RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, naming->entity), &n, err));
    if (n == NULL || n == e || is_met(around, n)) return rt_ok;
    around->at = rt_grow(r->arena, around->at, around->n, sizeof *around->at);
    around->at[around->n++] = (rt_neighbour){n, rt_str_copy(r->arena, naming->prop), naming_facts(n, e, r->arena)};
    return rt_ok;
}

static bool passes(rt_around_filter *wanted, rt_str schema) {
    if (wanted == NULL) return true;
    const rt_schema *s = rt_schema_named(schema);
    return s != NULL && wanted(s);
}

static rt_status add_all(rt_reading *r, const rt_entity *e, rt_around_filter *wanted, rt_cursor *c, rt_around *around,
                         rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (!passes(wanted, entry.e.schema)) continue;
        around->more = around->n == MOST_AROUND;
        if (around->more) return r->more = true, rt_ok;
        RT_TRY(add_neighbour(r, e, &entry.e, around, err));
    }
}

rt_status rt_around_read_only(rt_reading *r, const rt_entity *e, rt_around_filter *wanted, rt_around *around,
                              rt_error *err) {
    *around = (rt_around){0};
    for (size_t i = 0; i < e->members.n; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_naming(r->lens, e->members.at[i], &c, err));
        const rt_status s = add_all(r, e, wanted, c, around, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    return rt_ok;
}

rt_status rt_around_read(rt_reading *r, const rt_entity *e, rt_around *around, rt_error *err) {
    return rt_around_read_only(r, e, NULL, around, err);
}

/* --- what it is -------------------------------------------------------------------------------------------------- */

static bool has_date(const rt_entity *e) {
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        const bool of_the_record = rt_str_is(c->prop, "modifiedAt") || rt_str_is(c->prop, "retrievedAt");
        if (c->known != NULL && !c->known->hidden && rt_claim_is_date(c) && !of_the_record) return true;
    }
    return false;
}

bool rt_is_happening(const rt_entity *e) {
    if (e->schema == NULL || e->schema->is_edge) return false;
    if (rt_schema_is(e->schema, "Event") || rt_schema_is(e->schema, "Message")) return true;
    if (rt_schema_is(e->schema, "LegalEntity") || rt_schema_is(e->schema, "Asset")) return false;
    return has_date(e);
}

rt_str rt_facts_stance(rt_facts facts) {
    rt_str stance = {"", 0};
    for (size_t i = 0; i < facts.n; i++) {
        if (facts.at[i]->out == RT_SURELY) continue;
        const rt_str s = facts.at[i]->s.e.stance;
        if (s.len == 0 || rt_str_is(s, "asserts")) return (rt_str){"", 0};
        /* One that suspects it is more than one that denies it: whoever denies stands beside, as a contradiction. */
        if (stance.len == 0 || rt_str_is(stance, "denies")) stance = s;
    }
    return stance;
}

bool rt_facts_are_out(rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++)
        if (facts.at[i]->out != RT_SURELY) return false;
    return facts.n > 0;
}
