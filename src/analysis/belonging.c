#include "analysis/belonging.h"

#include "base/date_allen.h"
#include "base/grow.h"

enum { MOST_STEPS = 4, MOST = 2000 };

/* Ties that lead from an institution to what belongs to it, and what that is to it. */
typedef struct belongs {
    const char *type; /* the relation's schema, or the property by which one names the institution */
    bool relation;    /* of the two */
    bool outward;     /* the institution stands at the relation's source: it owns */
    bool part;        /* its parts and people are looked at too */
    const char *as;
} belongs;

static const belongs kinds[] = {
    {"parent", false, false, true, "part"},
    {"organization", false, false, true, "post"},
    {"Ownership", true, true, false, "subsidiary"},
    {"Employment", true, false, false, "employee"},
    {"Directorship", true, false, false, "director"},
    {"Membership", true, false, false, "member"},
    {"Occupancy", true, false, false, "holder of the post"},
};

static const belongs *kind_of(const rt_tie *t) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const belongs *k = &kinds[i];
        if (k->relation != (t->relation != NULL) || k->outward != t->outward) continue;
        if (k->relation ? rt_entity_is(t->relation, k->type) : rt_str_is(t->type, k->type)) return k;
    }
    return NULL;
}

/* --- time -------------------------------------------------------------------------------------------------------- */

static rt_day later(rt_day a, rt_day b) { return a > b ? a : b; }
static rt_day earlier(rt_day a, rt_day b) { return a < b ? a : b; }

/* For as long as both held. A beginning that nobody tells sets no bound. */
static void narrow(rt_belonging *b, const rt_dating *d) {
    if (!d->dated) return;
    const rt_bounds w = rt_allen_bounds(&d->when);
    if (!d->when.start_unknown) b->period.start_min = later(b->period.start_min, w.start_min);
    if (!d->when.start_unknown) b->period.start_max = later(b->period.start_max, w.start_max);
    b->period.end_min = earlier(b->period.end_min, d->when.end_unknown ? w.start_min : w.end_min);
    b->period.end_max = earlier(b->period.end_max, d->when.end_unknown ? RT_DAY_OPEN_END : w.end_max);
    b->dated = true;
    b->uncertain = b->uncertain || d->when.uncertain;
}

/* --- gathering --------------------------------------------------------------------------------------------------- */

static void keep(rt_reading *r, rt_belonging b, rt_belongings *all) {
    const size_t number = rt_entity_set_find(&all->set, b.who);
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    b.next = SIZE_MAX;
    if (number != SIZE_MAX) {
        b.next = all->first[number];
        all->first[number] = all->n;
    } else {
        rt_entity_set_add(&all->set, b.who, r->arena);
        all->first = rt_grow(r->arena, all->first, all->set.n - 1, sizeof *all->first);
        all->first[all->set.n - 1] = all->n;
    }
    all->at[all->n++] = b;
}

static void add_tie(rt_reading *r, const rt_tie *t, const rt_belonging *from, rt_belongings *all) {
    const belongs *k = kind_of(t);
    rt_belonging b = *from;
    rt_facts facts = {0};
    if (k == NULL || !t->counts) return;
    const rt_dating d = rt_tie_dating(t, r->arena);
    for (size_t i = 0; i < from->facts.n; i++) rt_facts_add(&facts, from->facts.at[i], r->arena);
    for (size_t i = 0; i < t->facts.n; i++)
        if (rt_fact_affirms(t->facts.at[i])) rt_facts_add(&facts, t->facts.at[i], r->arena);
    b.who = t->other;
    b.as = rt_str_of(k->as);
    b.is_part = from->is_part && k->part;
    b.facts = facts;
    narrow(&b, &d);
    keep(r, b, all);
}

/* What belongs to one of them; to people nothing does. */
static rt_status add_of(rt_reading *r, const rt_belonging *from, rt_belongings *all, rt_error *err) {
    rt_ties ties;
    RT_TRY(rt_ties_of(r, from->who, false, &ties, err));
    all->more = all->more || ties.more;
    for (size_t i = 0; i < ties.n; i++) {
        all->more = all->more || all->n == MOST;
        if (all->n < MOST) add_tie(r, &ties.at[i], from, all);
    }
    return rt_ok;
}

rt_status rt_belongings_of(rt_reading *r, const rt_entity *e, rt_belongings *all, rt_error *err) {
    const rt_bounds ever = {RT_DAY_OPEN_START, RT_DAY_OPEN_START, RT_DAY_OPEN_END, RT_DAY_OPEN_END};
    const rt_belonging itself = {.who = e, .is_part = true, .period = ever, .next = SIZE_MAX};
    rt_entity_set asked = {0};
    *all = (rt_belongings){0};
    RT_TRY(add_of(r, &itself, all, err));
    rt_entity_set_add(&asked, e, r->arena);
    size_t from = 0, end = all->n;
    for (int step = 1; step < MOST_STEPS; step++, from = end, end = all->n)
        for (size_t i = from; i < end; i++) {
            const rt_belonging b = all->at[i];
            if (!b.is_part || rt_entity_set_find(&asked, b.who) != SIZE_MAX) continue;
            rt_entity_set_add(&asked, b.who, r->arena);
            RT_TRY(add_of(r, &b, all, err));
        }
    return rt_ok;
}

const rt_belonging *rt_belongings_find(const rt_belongings *all, const rt_entity *e) {
    const size_t number = rt_entity_set_find(&all->set, e);
    return number != SIZE_MAX ? &all->at[all->first[number]] : NULL;
}
