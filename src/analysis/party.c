#include "analysis/party.h"

#include "analysis/entity_set.h"

/* --- one --------------------------------------------------------------------------------------------------------- */

static rt_status only_bearer(rt_reading *r, rt_cursor *c, const rt_entity **only, rt_error *err) {
    enum { MOST = 100 };
    for (size_t i = 0; i < MOST; i++) {
        rt_seen_entry entry;
        const rt_entity *e;
        bool more;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (!rt_is_own_name(entry.e.prop)) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e == NULL || e == *only) continue;
        if (*only != NULL) return *only = NULL, rt_ok;
        *only = e;
    }
    return rt_ok;
}

rt_status rt_party_of(rt_reading *r, rt_str text, const rt_entity **e, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_reading_entity(r, text, e, err));
    if (*e != NULL) return rt_ok;
    RT_TRY(rt_cursor_name(r->lens, text, &c, err));
    const rt_status s = only_bearer(r, c, e, err);
    rt_cursor_close(c);
    return s;
}

/* --- all of a kind ----------------------------------------------------------------------------------------------- */

static bool is_one_of(rt_str name, const char *const *schemata, size_t n) {
    const rt_schema *schema = rt_schema_named(name);
    for (size_t i = 0; schema != NULL && i < n; i++)
        if (rt_schema_is(schema, schemata[i])) return true;
    return false;
}

static rt_status add_each(rt_reading *r, rt_cursor *c, const char *const *schemata, size_t n, rt_entity_set *found,
                          rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (!is_one_of(entry.e.schema, schemata, n)) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e != NULL) rt_entity_set_add(found, e, r->arena);
    }
}

rt_status rt_parties_of_schema(rt_reading *r, const char *const *schemata, size_t n, rt_entity_set *found,
                               rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_entities(r->lens, &c, err));
    const rt_status s = add_each(r, c, schemata, n, found, err);
    rt_cursor_close(c);
    return s;
}

/* --- by a text --------------------------------------------------------------------------------------------------- */

static rt_status add_naming(rt_reading *r, rt_cursor *c, const char *const *props, size_t n, rt_entity_set *found,
                            rt_error *err) {
    rt_seen_list list;
    RT_TRY(rt_cursor_list(c, r->arena, &list, err));
    for (size_t i = 0; i < list.n; i++) {
        const rt_entity *e;
        bool wanted = false;
        for (size_t k = 0; k < n; k++) wanted = wanted || rt_str_is(list.at[i].e.prop, props[k]);
        if (!wanted) continue;
        RT_TRY(rt_reading_entity(r, list.at[i].e.entity, &e, err));
        if (e != NULL) rt_entity_set_add(found, e, r->arena);
    }
    return rt_ok;
}

rt_status rt_parties_by_name(rt_reading *r, const rt_entity *who, const char *const *props, size_t n,
                             rt_entity_set *found, rt_error *err) {
    for (size_t i = 0; i < who->claims.n; i++) {
        const rt_claim *c = &who->claims.at[i];
        rt_cursor *names, *naming;
        if (!rt_is_own_name(c->prop) || !rt_claim_affirmed(c)) continue;
        RT_TRY(rt_cursor_name(r->lens, c->value, &names, err)); /* where names stand as names */
        RT_TRY(add_naming(r, names, props, n, found, err));
        RT_TRY(rt_cursor_naming(r->lens, c->value, &naming, err)); /* and where an entity is asked for */
        RT_TRY(add_naming(r, naming, props, n, found, err));
    }
    return rt_ok;
}
