#include "analysis/carrier.h"

static bool names(const rt_entity *e, rt_str prop, rt_str id) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        if (rt_str_eq(claims.at[i].value, id) && rt_claim_affirmed(&claims.at[i])) return true;
    return false;
}

static rt_status add_each(rt_reading *r, rt_cursor *c, rt_str id, rt_str prop, rt_entity_set *carriers, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (!rt_str_eq(entry.e.prop, prop)) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e != NULL && names(e, prop, id)) rt_entity_set_add(carriers, e, r->arena);
    }
}

rt_status rt_carriers_of(rt_reading *r, rt_str id, const char *prop, rt_entity_set *carriers, rt_error *err) {
    rt_cursor *c;
    *carriers = (rt_entity_set){0};
    if (id.len == 0) return rt_ok;
    RT_TRY(rt_cursor_naming(r->lens, id, &c, err));
    const rt_status s = add_each(r, c, id, rt_str_of(prop), carriers, err);
    rt_cursor_close(c);
    return s;
}
