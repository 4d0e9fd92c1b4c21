#include "analysis/stay.h"

#include <string.h>

#include "base/grow.h"
#include "model/placed.h"

/* Properties that say who was there; and where somebody lives. */
static const rt_str people[] = {RT_S_INIT("detainee"),  RT_S_INIT("visitor"), RT_S_INIT("visited"),
                                RT_S_INIT("traveller"), RT_S_INIT("person"),  RT_S_INIT("involved")};
static const rt_str addresses[] = {RT_S_INIT("addressEntity"), RT_S_INIT("address")};
static const rt_str nothing = {"", 0};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* --- what a source says ------------------------------------------------------------------------------------------ */

/* Whose claims are looked at: those of one source (of none: what was stated by hand), or of all. */
typedef struct voice {
    const rt_entity *event;
    rt_str source;
    bool all;
} voice;

static bool speaks(const voice *v, const rt_fact *f) {
    return rt_fact_affirms(f) && (v->all || rt_str_eq(rt_fact_source(f), v->source));
}

static bool says(const voice *v, const rt_claim *c) {
    for (size_t i = 0; i < c->facts.n; i++)
        if (speaks(v, c->facts.at[i])) return true;
    return false;
}

/* The claim that counts for a property: that of most sources. */
static const rt_claim *said(const voice *v, rt_str prop) {
    const rt_claims claims = rt_claims_named(v->event->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        if (says(v, &claims.at[i])) return &claims.at[i];
    return NULL;
}

static bool says_any(const voice *v, const rt_str *props, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (said(v, props[i]) != NULL) return true;
    return false;
}

static bool is_dated(const voice *v) { return says_any(v, rt_day_props, RT_DAY_PROPS); }

/* What is said of it in this voice; whether some of it is asserted, and not only believed or suspected. */
static bool take_facts(const voice *v, const rt_claim *c, rt_arena *arena, rt_facts *facts) {
    bool asserted = false;
    for (size_t i = 0; c != NULL && i < c->facts.n; i++) {
        const rt_fact *f = c->facts.at[i];
        if (!speaks(v, f)) continue;
        asserted = asserted || rt_fact_asserts(f);
        rt_facts_add(facts, c->facts.at[i], arena);
    }
    return asserted;
}

/* Whether a claim of the same property and value stands before it in another stance, and is said too. */
static bool is_repeated(const voice *v, const rt_claim *c) {
    if (c->stance.len == 0 || rt_str_is(c->stance, "asserts")) return false; /* most are */
    const rt_claims claims = rt_claims_named(v->event->claims, c->prop);
    for (size_t i = 0; &claims.at[i] != c; i++)
        if (rt_str_eq(claims.at[i].value, c->value) && says(v, &claims.at[i])) return true;
    return false;
}

/* --- when -------------------------------------------------------------------------------------------------------- */

/* Some day or days between the first and the last. */
static void loosen(rt_bounds *b) {
    b->start_max = b->end_max;
    b->end_min = b->start_min;
}

static rt_when within(rt_when w) {
    rt_bounds b = {w.start_min, w.start_max, w.end_min, w.end_max};
    loosen(&b);
    loosen(&w.wide);
    w.start_max = b.start_max;
    w.end_min = b.end_min;
    return w;
}

static rt_when any_time(void) {
    const rt_bounds b = {RT_DAY_OPEN_START, RT_DAY_OPEN_END, RT_DAY_OPEN_START, RT_DAY_OPEN_END};
    return (rt_when){.start_min = b.start_min,
                     .start_max = b.start_max,
                     .end_min = b.end_min,
                     .end_max = b.end_max,
                     .wide = b,
                     .start_unknown = true,
                     .end_unknown = true};
}

static rt_str value_of(const rt_claim *c) { return c != NULL ? c->value : nothing; }

/* A journey leaves its first place on its first day, and is at its last one by its last day. */
static rt_dating dating_at(rt_str place, rt_str start, rt_str end, rt_str date, rt_arena *arena) {
    if (rt_str_is(place, "startLocation") && start.len > 0) return rt_dating_of(nothing, nothing, start, arena);
    if (rt_str_is(place, "endLocation") && start.len == 0 && end.len > 0)
        return rt_dating_of(nothing, nothing, end, arena);
    return rt_dating_of(start, end, date, arena);
}

/* For when a statement itself holds, where the source gives no dates of the event. */
static rt_str valid_of(const voice *v, const rt_claim *c) {
    for (size_t i = 0; i < c->facts.n; i++)
        if (speaks(v, c->facts.at[i]) && c->facts.at[i]->s.e.valid.len > 0) return c->facts.at[i]->s.e.valid;
    return nothing;
}

static void set_when(const voice *v, const voice *when, const rt_claim *who, rt_arena *arena, rt_stay *stay) {
    const rt_claim *start = said(when, rt_day_props[0]), *end = said(when, rt_day_props[1]),
                   *date = said(when, rt_day_props[2]);
    if (is_dated(when)) {
        stay->dating = dating_at(stay->place->prop, value_of(start), value_of(end), value_of(date), arena);
        const rt_claim *used[] = {start, end, start == NULL && end == NULL ? date : NULL};
        for (size_t i = 0; i < COUNT(used); i++)
            if (used[i] != NULL && !take_facts(when, used[i], arena, &stay->facts)) stay->sure = false;
    } else {
        const rt_str valid = valid_of(v, who).len > 0 ? valid_of(v, who) : valid_of(v, stay->place);
        stay->dating = rt_dating_of(nothing, nothing, valid, arena);
    }
    stay->when = stay->dating.dated ? stay->dating.when : any_time();
    /* Only who is held fills the time: who visits, travels or takes part is there at some time of it. */
    if (!rt_entity_is(v->event, "Detention")) stay->when = within(stay->when);
}

/* --- one version ------------------------------------------------------------------------------------------------- */

/* A release is one day's; of visits it is told how many there were. */
static int64_t most_days(const voice *v) {
    int64_t n;
    if (rt_entity_is(v->event, "Release")) return 1;
    const rt_claim *c = said(v, RT_S("count"));
    return c != NULL && rt_entity_is(v->event, "Visit") && rt_str_int(c->value, &n) && n > 0 ? n : INT64_MAX;
}

typedef struct version {
    voice own, who, where, when; /* each that of the source, or of all where it is silent */
    unsigned filled;
} version;

static void add_stay(const version *v, const rt_claim *who, const rt_claim *where, bool one_place, bool narrowest,
                     rt_arena *arena, rt_stays *stays) {
    rt_stay s = {.event = v->own.event,
                 .source = v->own.source,
                 .who = who->value,
                 .where = where->value,
                 .place = where,
                 .filled = v->filled,
                 .narrowest = narrowest,
                 .most = most_days(&v->own)};
    const bool there = take_facts(&v->who, who, arena, &s.facts), here = take_facts(&v->where, where, arena, &s.facts);
    s.sure = one_place && there && here;
    set_when(&v->own, &v->when, who, arena, &s);
    stays->at = rt_grow(arena, stays->at, stays->n, sizeof *stays->at);
    stays->at[stays->n++] = s;
}

static size_t count_said(const voice *v, rt_claims claims) {
    size_t n = 0;
    for (size_t i = 0; i < claims.n; i++) n += says(v, &claims.at[i]) && !is_repeated(v, &claims.at[i]);
    return n;
}

/* Of one person at all the places; of several places of one kind nobody says which. */
static void add_places(const version *v, const rt_claim *who, rt_arena *arena, rt_stays *stays) {
    bool narrowest = true;
    for (size_t p = 0; p < RT_PLACE_PROPS; p++) {
        const rt_claims claims = rt_claims_named(v->own.event->claims, rt_place_props[p]);
        const size_t n = count_said(&v->where, claims);
        for (size_t i = 0; i < claims.n; i++)
            if (says(&v->where, &claims.at[i]) && !is_repeated(&v->where, &claims.at[i]))
                add_stay(v, who, &claims.at[i], n == 1, narrowest, arena, stays);
        narrowest = narrowest && n == 0;
    }
}

static void add_version(const version *v, rt_arena *arena, rt_stays *stays) {
    for (size_t p = 0; p < COUNT(people); p++) {
        const rt_claims claims = rt_claims_named(v->own.event->claims, people[p]);
        for (size_t i = 0; i < claims.n; i++)
            if (rt_claim_is_entity(&claims.at[i]) && says(&v->who, &claims.at[i]) &&
                !is_repeated(&v->who, &claims.at[i]))
                add_places(v, &claims.at[i], arena, stays);
    }
}

/* --- all versions ------------------------------------------------------------------------------------------------ */

/* Every source of its statements, that of what was stated by hand (the empty one) too. */
static bool is_first_of_source(rt_facts facts, size_t i) {
    for (size_t k = 0; k < i; k++)
        if (rt_str_eq(rt_fact_source(facts.at[k]), rt_fact_source(facts.at[i]))) return false;
    return true;
}

/* The properties of one kind: who, or where. */
typedef struct kind {
    const rt_str *props;
    size_t n;
} kind;

/* Whether a version of a dated source has it: it says so itself, or is silent on all of this kind and filled. */
static bool is_in_a_dated_version(const rt_claim *c, const rt_entity *event, kind k) {
    for (size_t i = 0; i < event->facts.n; i++) {
        const voice v = {event, rt_fact_source(event->facts.at[i]), false};
        if (!is_first_of_source(event->facts, i) || !is_dated(&v)) continue;
        if (says(&v, c) || !says_any(&v, k.props, k.n)) return true;
    }
    return false;
}

/* Whether it names somebody or a place that no dated version has. */
static bool says_more(const voice *v, kind k) {
    for (size_t p = 0; p < k.n; p++) {
        const rt_claims claims = rt_claims_named(v->event->claims, k.props[p]);
        for (size_t i = 0; i < claims.n; i++)
            if (says(v, &claims.at[i]) && !is_in_a_dated_version(&claims.at[i], v->event, k)) return true;
    }
    return false;
}

static bool is_version(const voice *v) {
    return is_dated(v) || says_more(v, (kind){people, COUNT(people)}) ||
           says_more(v, (kind){rt_place_props, RT_NARROW_PLACE_PROPS});
}

static void add_source(const rt_entity *event, rt_str source, rt_arena *arena, rt_stays *stays) {
    const voice own = {event, source, false}, all = {event, nothing, true};
    version v = {own, own, own, own, 0};
    if (!is_version(&own)) return;
    if (!says_any(&own, people, COUNT(people))) v.who = all, v.filled |= RT_FILLED_WHO;
    if (!says_any(&own, rt_place_props, RT_NARROW_PLACE_PROPS) && says_any(&all, rt_place_props, RT_PLACE_PROPS))
        v.where = all, v.filled |= RT_FILLED_WHERE;
    if (!is_dated(&own) && is_dated(&all)) v.when = all, v.filled |= RT_FILLED_WHEN;
    add_version(&v, arena, stays);
}

bool rt_stay_is_of(rt_str prop) {
    for (size_t i = 0; i < COUNT(people); i++)
        if (rt_str_eq(prop, people[i])) return true;
    return false;
}

bool rt_stay_is_event(const rt_entity *e) { return rt_entity_is(e, "Event") || rt_entity_is(e, "Trip"); }

void rt_stays_of_event(const rt_entity *event, rt_arena *arena, rt_stays *stays) {
    if (!rt_stay_is_event(event)) return;
    for (size_t i = 0; i < event->facts.n; i++)
        if (is_first_of_source(event->facts, i)) add_source(event, rt_fact_source(event->facts.at[i]), arena, stays);
}

/* --- of one entity ----------------------------------------------------------------------------------------------- */

static void add_address(const rt_entity *e, const rt_claim *c, rt_fact *f, rt_arena *arena, rt_stays *stays) {
    rt_stay s = {.event = e, .source = rt_fact_source(f), .who = e->id, .where = c->value, .place = c};
    s.dating = rt_dating_of(nothing, nothing, f->s.e.valid, arena);
    if (!s.dating.dated) return;
    s.when = within(s.dating.when); /* who lives at a place need not be there on each day */
    s.most = INT64_MAX;
    s.narrowest = true;
    s.sure = rt_fact_asserts(f);
    rt_facts_add(&s.facts, f, arena);
    stays->at = rt_grow(arena, stays->at, stays->n, sizeof *stays->at);
    stays->at[stays->n++] = s;
}

void rt_stays_of_address(const rt_entity *e, rt_arena *arena, rt_stays *stays) {
    if (!rt_entity_is(e, "LegalEntity")) return;
    for (size_t p = 0; p < COUNT(addresses); p++) {
        const rt_claims claims = rt_claims_named(e->claims, addresses[p]);
        for (size_t i = 0; i < claims.n; i++)
            for (size_t k = 0; k < claims.at[i].facts.n; k++)
                if (rt_fact_affirms(claims.at[i].facts.at[k]))
                    add_address(e, &claims.at[i], claims.at[i].facts.at[k], arena, stays);
    }
}

void rt_stays_of(rt_reading *r, const rt_entity *e, const rt_around *around, rt_stays *stays) {
    rt_stays_of_address(e, r->arena, stays);
    for (size_t i = 0; i < around->n; i++) {
        rt_stays all = {0};
        rt_stays_of_event(around->at[i].entity, r->arena, &all);
        for (size_t k = 0; k < all.n; k++) {
            if (!rt_entity_has_member(e, all.at[k].who)) continue;
            stays->at = rt_grow(r->arena, stays->at, stays->n, sizeof *stays->at);
            stays->at[stays->n++] = all.at[k];
        }
    }
}

/* --- two of them ------------------------------------------------------------------------------------------------- */

static int64_t lesser(int64_t a, int64_t b) { return a < b ? a : b; }

rt_shared rt_stays_share(const rt_stay *a, const rt_stay *b) {
    rt_shared s = {.together = a->event == b->event && rt_str_eq(a->source, b->source)};
    const rt_relation rel = rt_allen_relate(&a->when, &b->when);
    const bool sure = a->sure && b->sure;
    s.certainty = s.together ? RT_CERTAIN : rt_allen_share(&a->when, &b->when);
    if (s.certainty == RT_IMPOSSIBLE) return s;
    if (!sure) s.certainty = RT_POSSIBLE;
    s.most = lesser(rel.days_max, lesser(a->most, b->most));
    s.least = lesser(rel.days_min, s.most);
    if (s.together && s.least < 1) s.least = 1;
    if (s.certainty == RT_POSSIBLE) s.least = 0;
    return s;
}
