#include "analysis/custody.h"

#include <stdlib.h>

#include "analysis/happening.h"
#include "analysis/party.h"
#include "analysis/shape.h"
#include "base/date_allen.h"
#include "base/grow.h"

/* --- the chain --------------------------------------------------------------------------------------------------- */

static const rt_claim *holder_of(const rt_entity *custody) {
    const rt_claims holders = rt_claims_named(custody->claims, RT_S("holder"));
    for (size_t i = 0; i < holders.n; i++)
        if (rt_claim_affirmed(&holders.at[i])) return &holders.at[i];
    return holders.n > 0 ? &holders.at[0] : NULL;
}

static rt_status add_held(rt_reading *r, const rt_neighbour *n, rt_chain *chain, rt_error *err) {
    rt_held h = {.custody = n->entity, .holder = holder_of(n->entity), .naming = n->naming};
    if (h.holder != NULL) RT_TRY(rt_party_of(r, h.holder->value, &h.who, err));
    h.dating = rt_dating_by(n->entity, r->arena);
    h.counts = rt_facts_affirm(n->naming) && (h.holder == NULL || rt_claim_affirmed(h.holder));
    h.held = rt_reading_held(r, h.dating.dated ? &h.dating.when : NULL) != RT_IMPOSSIBLE;
    chain->at = rt_grow(r->arena, chain->at, chain->n, sizeof *chain->at);
    chain->at[chain->n++] = h;
    return rt_ok;
}

static int by_time(const void *x, const void *y) {
    const rt_held *a = x, *b = y;
    const int c = rt_dating_cmp(&a->dating, &b->dating);
    if (c != 0) return c;
    const int64_t i = a->custody->facts.at[0]->s.seq, k = b->custody->facts.at[0]->s.seq;
    return (i > k) - (i < k);
}

rt_status rt_chain_of(rt_reading *r, const rt_around *around, rt_chain *chain, rt_error *err) {
    *chain = (rt_chain){0};
    for (size_t i = 0; i < around->n; i++)
        if (rt_entity_is(around->at[i].entity, "Custody") && rt_str_is(around->at[i].role, "item"))
            RT_TRY(add_held(r, &around->at[i], chain, err));
    if (chain->n > 1) qsort(chain->at, chain->n, sizeof *chain->at, by_time);
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

/* Who it was, as an entity; else the text alone. */
static rt_value *holder_object(const rt_held *h, rt_arena *arena) {
    if (h->who != NULL) return rt_shape_of_entity(h->who, arena);
    return h->holder != NULL ? rt_value_text(arena, h->holder->value) : rt_value_null(arena);
}

static void put_held(rt_reading *r, const rt_held *h, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    const rt_str stance = rt_facts_stance(h->naming);
    rt_value_put_text(r->arena, v, RT_S("id"), h->custody->id);
    rt_value_put(v, RT_S("holder"), holder_object(h, r->arena));
    rt_value_put_text(r->arena, v, RT_S("when"), h->dating.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&h->dating, r->arena));
    rt_value_put_text(r->arena, v, RT_S("start"), h->dating.start);
    rt_value_put_text(r->arena, v, RT_S("end"), h->dating.end);
    rt_value_put_text(r->arena, v, RT_S("stance"), stance.len > 0 ? stance : RT_S("asserts"));
    if (rt_facts_are_out(h->naming)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    rt_shape_cite(r, v, h->custody->facts);
}

static rt_value *days(int64_t least, int64_t most, rt_arena *arena) {
    rt_value *v = rt_value_list(arena);
    rt_value_push(v, least == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, least));
    rt_value_push(v, most == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, most));
    return v;
}

static rt_value *finding(rt_reading *r, bool certain, const rt_held *a, const rt_held *b, rt_value *list) {
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("certainty"), rt_certainty_name(certain ? RT_CERTAIN : RT_POSSIBLE));
    rt_value_put_text(r->arena, v, RT_S("a"), a != NULL ? a->custody->id : RT_S(""));
    rt_value_put_text(r->arena, v, RT_S("b"), b != NULL ? b->custody->id : RT_S(""));
    return v;
}

static void cite_both(rt_reading *r, rt_value *v, const rt_held *a, const rt_held *b) {
    rt_facts facts = {0};
    for (size_t i = 0; a != NULL && i < a->custody->facts.n; i++)
        rt_facts_add(&facts, a->custody->facts.at[i], r->arena);
    for (size_t i = 0; b != NULL && i < b->custody->facts.n; i++)
        rt_facts_add(&facts, b->custody->facts.at[i], r->arena);
    rt_shape_cite(r, v, facts);
}

/* Under --at only what may have been on that day is told. */
static bool may_be_asked_for(const rt_reading *r, const rt_unheld *gap) {
    const rt_when *day = rt_lens_at(r->lens);
    return day == NULL || (gap->from <= day->wide.end_max && gap->to >= day->wide.start_min);
}

static void put_gaps(rt_reading *r, const rt_held *const *dated, size_t n, rt_value *list) {
    rt_when *dates = RT_NEW_N(r->arena, rt_when, n);
    for (size_t i = 0; i < n; i++) dates[i] = dated[i]->dating.when;
    const rt_unheld_list gaps = rt_unheld_between(dates, n, r->arena);
    for (size_t i = 0; i < gaps.n; i++) {
        const rt_unheld *g = &gaps.at[i];
        if (!may_be_asked_for(r, g)) continue;
        const rt_held *a = g->after < n ? dated[g->after] : NULL, *b = g->before < n ? dated[g->before] : NULL;
        rt_value *v = finding(r, g->least > 0, a, b, list);
        rt_value_put_text(r->arena, v, RT_S("from"), rt_day_text(g->from, r->arena));
        rt_value_put_text(r->arena, v, RT_S("to"), rt_day_text(g->to, r->arena));
        rt_value_put(v, RT_S("days"), days(g->least, g->most, r->arena));
        cite_both(r, v, a, b);
    }
}

/* --- two at once ------------------------------------------------------------------------------------------------- */

static bool same_holder(const rt_held *a, const rt_held *b) {
    if (a->who != NULL || b->who != NULL) return a->who == b->who;
    if (a->holder == NULL || b->holder == NULL) return true; /* who it was nobody says: it may be the other */
    return rt_str_eq(a->holder->value, b->holder->value);
}

/* Of a, who held it earlier. The day of a transfer is both's; an end that nobody tells is the transfer. */
static void put_overlap(rt_reading *r, const rt_held *a, const rt_held *b, rt_value *list) {
    const rt_relation rel = rt_allen_relate(&a->dating.when, &b->dating.when);
    if (!a->held || !b->held || same_holder(a, b) || rel.days_max <= 1 ||
        (a->dating.when.end_unknown && rel.days_min <= 1))
        return;
    rt_value *v = finding(r, rel.days_min > 1, a, b, list);
    rt_value_put(v, RT_S("days"), days(rel.days_min, rel.days_max, r->arena));
    cite_both(r, v, a, b);
}

static rt_day last_day(const rt_held *h) { return h->dating.when.wide.end_max; }
static rt_day first_day(const rt_held *h) { return h->dating.when.wide.start_min; }

static int by_first_day(const void *x, const void *y) {
    const rt_held *const *a = x, *const *b = y;
    return (first_day(*a) > first_day(*b)) - (first_day(*a) < first_day(*b));
}

/* More people hold one thing at once only in a file made to hurt. */
enum { MOST_AT_ONCE = 64 };

/* A sweep: only with those that may not be over yet is one compared. */
static void put_overlaps(rt_reading *r, const rt_held **dated, size_t n, rt_value *list) {
    const rt_held **open = RT_NEW_N(r->arena, const rt_held *, n);
    size_t still = 0;
    if (n > 1) qsort(dated, n, sizeof *dated, by_first_day);
    for (size_t i = 0; i < n; i++) {
        size_t kept = 0;
        for (size_t k = 0; k < still; k++) {
            if (last_day(open[k]) < first_day(dated[i])) continue;
            put_overlap(r, open[k], dated[i], list);
            open[kept++] = open[k];
        }
        if (kept < MOST_AT_ONCE) open[kept++] = dated[i];
        still = kept;
    }
}

void rt_shape_chain(rt_reading *r, const rt_chain *chain, rt_value *object) {
    const rt_held **dated = RT_NEW_N(r->arena, const rt_held *, chain->n);
    size_t n = 0;
    rt_value *custody = rt_value_put_list(r->arena, object, RT_S("custody"));
    rt_value *gaps = rt_value_put_list(r->arena, object, RT_S("gaps"));
    rt_value *overlaps = rt_value_put_list(r->arena, object, RT_S("overlaps"));
    for (size_t i = 0; i < chain->n; i++) {
        if (chain->at[i].held) put_held(r, &chain->at[i], custody);
        if (chain->at[i].counts && chain->at[i].dating.dated) dated[n++] = &chain->at[i];
    }
    put_gaps(r, dated, n, gaps);
    put_overlaps(r, dated, n, overlaps);
}
