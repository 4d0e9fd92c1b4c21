#include "analysis/carrier.h"

static bool names(const rt_entity *e, rt_str prop, rt_str id) {
    const rt_claims claims = rt_claims_named(e->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        if (rt_str_eq(claims.at[i].value, id) && rt_claim_affirmed(&claims.at[i])) return true;
    return false;
}

rt_status rt_carriers_of(rt_reading *r, rt_str id, const char *prop, rt_entity_set *carriers, rt_error *err) {
    rt_cursor *c;
    rt_entity_set found = {0};
    *carriers = (rt_entity_set){0};
    if (id.len == 0) return rt_ok;
    RT_TRY(rt_cursor_naming(r->lens, id, &c, err));
    RT_TRY(rt_entity_set_take(&found, r, c, rt_str_of(prop), err));
    for (size_t i = 0; i < found.n; i++)
        if (names(found.at[i], rt_str_of(prop), id)) rt_entity_set_add(carriers, found.at[i], r->arena);
    return rt_ok;
}
