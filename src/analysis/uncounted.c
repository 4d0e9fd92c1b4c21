/* Stays that do not count: what says who was there, or where, was taken back, or is only denied. They stay on show. */
#include "analysis/happening.h"
#include "analysis/meeting.h"
#include "analysis/shape.h"
#include "base/grow.h"
#include "model/placed.h"

/* What became of what is said of one value of a property: by all claims of it. */
typedef enum mark { COUNTS, TAKEN_BACK, DENIED, UNSAID } mark;

static mark mark_of(const rt_entity *e, const rt_claim *c) {
    const rt_claims claims = rt_claims_named(e->claims, c->prop);
    mark m = UNSAID;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_str_eq(claims.at[i].value, c->value)) continue;
        if (rt_claim_affirmed(&claims.at[i])) return COUNTS;
        if (rt_claim_denied(&claims.at[i])) m = DENIED;
        if (claims.at[i].out && m == UNSAID) m = TAKEN_BACK;
    }
    return m;
}

/* Claims of one value in several stances follow no order: the first one stands for all. */
static bool is_first(const rt_entity *e, const rt_claim *c) {
    const rt_claims claims = rt_claims_named(e->claims, c->prop);
    for (size_t i = 0; &claims.at[i] != c; i++)
        if (rt_str_eq(claims.at[i].value, c->value)) return false;
    return true;
}

static void take(const rt_entity *e, const rt_claim *c, rt_facts *facts, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(e->claims, c->prop);
    for (size_t i = 0; i < claims.n; i++)
        for (size_t k = 0; k < claims.at[i].facts.n && rt_str_eq(claims.at[i].value, c->value); k++)
            rt_facts_add(facts, claims.at[i].facts.at[k], arena);
}

static bool is_place(const rt_claim *c) {
    for (size_t i = 0; i < RT_PLACE_PROPS; i++)
        if (rt_str_eq(c->prop, rt_place_props[i])) return true;
    return false;
}

/* The narrowest place that is told, those that count before those that do not. */
static const rt_claim *place_of(const rt_entity *e) {
    for (int counting = 1; counting >= 0; counting--)
        for (size_t p = 0; p < RT_PLACE_PROPS; p++) {
            const rt_claims claims = rt_claims_named(e->claims, rt_place_props[p]);
            for (size_t i = 0; i < claims.n; i++)
                if (counting == 0 || rt_claim_affirmed(&claims.at[i])) return &claims.at[i];
        }
    return NULL;
}

static rt_status put(rt_meetings *m, const rt_entity *e, const rt_claim *who, const rt_claim *place, mark why,
                     rt_value *list, rt_error *err) {
    rt_reading *r = m->r;
    const rt_dating d = rt_dating_by(e, r->arena);
    const rt_site *site = NULL;
    rt_facts facts = {0};
    rt_value *v = rt_value_push(list, rt_value_object(r->arena)), *person;
    if (place != NULL) RT_TRY(rt_site_of(r, &m->sites, place, &site, err));
    RT_TRY(rt_shape_entity(r, who->value, &person, err));
    rt_value_put(v, RT_S("id"), rt_value_text(r->arena, e->id));
    rt_value_put_text(r->arena, v, RT_S("schema"), e->schema_name);
    rt_value_put(v, RT_S("who"), person);
    rt_value_put(v, RT_S("place"), site != NULL ? rt_shape_site(site, r->arena) : rt_value_null(r->arena));
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    rt_value_put_text(r->arena, v, RT_S("mark"), why == DENIED ? RT_S("denied") : RT_S("taken back"));
    take(e, who, &facts, r->arena);
    if (place != NULL) take(e, place, &facts, r->arena);
    rt_shape_cite(r, v, facts);
    return rt_ok;
}

static bool is_wanted(const rt_meetings *m, const rt_entity *e) {
    const rt_dating d = rt_dating_by(e, m->r->arena);
    if (rt_reading_held(m->r, d.dated ? &d.when : NULL) == RT_IMPOSSIBLE) return false;
    return m->during == NULL || !d.dated || rt_allen_share(&d.when, m->during) != RT_IMPOSSIBLE;
}

/* Whether it is asked for: whose stay, and where. */
static rt_status is_asked(rt_meetings *m, const rt_claim *who, const rt_claim *place, const rt_entity *person,
                          const rt_site *within, bool *asked, rt_error *err) {
    const rt_site *site;
    *asked = person == NULL || rt_entity_has_member(person, who->value);
    if (!*asked || within == NULL) return rt_ok;
    *asked = place != NULL;
    if (place == NULL) return rt_ok;
    RT_TRY(rt_site_of(m->r, &m->sites, place, &site, err));
    if (m->wide) RT_TRY(rt_site_around(m->r, &m->sites, site, err));
    *asked = site == within || (m->wide && rt_site_is_within(site, within));
    return rt_ok;
}

rt_status rt_uncounted_put(rt_meetings *m, const rt_entity *event, const rt_entity *who, const rt_site *within,
                           rt_value *list, rt_error *err) {
    if (!rt_stay_is_event(event) || !is_wanted(m, event)) return rt_ok;
    const rt_claim *place = place_of(event);
    const mark of_place = place != NULL ? mark_of(event, place) : COUNTS;
    for (size_t i = 0; i < event->claims.n; i++) {
        const rt_claim *c = &event->claims.at[i];
        bool asked;
        if (!rt_claim_is_entity(c) || is_place(c) || !rt_stay_is_of(c->prop) || !is_first(event, c)) continue;
        const mark of_who = mark_of(event, c), why = of_who != COUNTS ? of_who : of_place;
        if (why == COUNTS || why == UNSAID) continue;
        RT_TRY(is_asked(m, c, place, who, within, &asked, err));
        if (asked) RT_TRY(put(m, event, c, place, why, list, err));
    }
    return rt_ok;
}
