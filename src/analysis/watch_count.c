/* count: so many events, or as many as they say (Visit.count), must not be reached. What surely counts is at least the
 * number, what possibly counts at most: an event of which one source says 20 and another 15 is 15 to 20; one that names
 * two facilities is at each of them once at least.
 *
 * Within a period: certain when the days of some such period surely hold enough events as a whole, possible when they
 * may touch enough. Both are the greatest weight under a point of a line of intervals: O(n log n). */
#include <stdlib.h>

#include "analysis/watch_kind.h"
#include "base/grow.h"
#include "base/map.h"

typedef struct counted {
    const rt_rule_hit *hit;
    rt_str group; /* the value of `per`; empty: all together */
    int64_t least, most;
    rt_day first, last; /* the days on which it may have been */
} counted;

typedef struct counting {
    rt_watching *w;
    counted *at;
    size_t n;
} counting;

/* --- how many one event is ------------------------------------------------------------------------------------------
 */

static rt_str whole_number(rt_str text) {
    const size_t dot = rt_str_find(text, RT_S("."));
    return dot == SIZE_MAX ? text : rt_str_cut(text, dot);
}

/* What its `count` says; 1 where nobody does. */
static void numbers_of(const rt_rule_hit *hit, int64_t *least, int64_t *most, rt_rule_basis *basis, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(hit->event->claims, RT_S("count"));
    int64_t n;
    bool told = false;
    *least = *most = 1;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i]) || !rt_str_int(whole_number(claims.at[i].value), &n) || n < 0 ||
            n > 1000000000)
            continue;
        const bool sure = rt_rule_support(hit->event, &claims.at[i], basis, arena) == RT_CERTAIN;
        if (!told || n < *least) *least = n;
        if (!told || n > *most) *most = n;
        if (!sure && *least > 1) *least = 1;
        told = true;
        rt_rule_needs(basis, claims.at[i].facts, arena);
    }
    if (*least != *most)
        rt_rule_doubt(basis,
                      rt_str_printf(arena, "%.*s is said to be %lld to %lld", RT_FMT(hit->event->caption),
                                    (long long)*least, (long long)*most),
                      arena);
}

/* --- the events in groups -------------------------------------------------------------------------------------------
 */

static void days_of(const rt_rule_hit *hit, rt_day *first, rt_day *last) {
    *first = hit->datings.n > 0 ? RT_DAY_OPEN_END : RT_DAY_OPEN_START;
    *last = hit->datings.n > 0 ? RT_DAY_OPEN_START : RT_DAY_OPEN_END;
    for (size_t i = 0; i < hit->datings.n; i++) {
        const rt_when *w = &hit->datings.at[i].dating.when;
        if (w->wide.start_min < *first) *first = w->wide.start_min;
        if (w->wide.end_max > *last) *last = w->wide.end_max;
    }
}

static bool is_doubted(const rt_rule_hit *hit) {
    for (size_t i = 0; i < hit->datings.n; i++)
        if (hit->datings.at[i].dating.when.uncertain) return true;
    return false;
}

static void add_counted(counting *c, counted one) {
    days_of(one.hit, &one.first, &one.last);
    c->at = rt_grow(c->w->r->arena, c->at, c->n, sizeof one);
    c->at[c->n++] = one;
}

/* The values of a property that name one thing have one name: the id of the entity. */
static rt_status group_name(rt_reading *r, const rt_claim *claim, rt_str *name, rt_error *err) {
    const rt_entity *e;
    *name = claim->value;
    if (!rt_claim_is_entity(claim)) return rt_ok;
    RT_TRY(rt_rule_entity(r, claim->value, &e, err));
    *name = e->id;
    return rt_ok;
}

static size_t affirmed_values(const rt_entity *e, const rt_prop *prop) {
    const rt_claims claims = rt_claims_named(e->claims, prop->name);
    size_t n = 0;
    for (size_t i = 0; i < claims.n; i++) {
        bool before = false;
        for (size_t k = 0; k < i; k++)
            before = before || (rt_str_eq(claims.at[k].value, claims.at[i].value) && rt_claim_affirmed(&claims.at[k]));
        n += rt_claim_affirmed(&claims.at[i]) && !before ? 1 : 0;
    }
    return n;
}

/* At each of its values an event was once at least; of what is left each may have all. */
static rt_status add_groups(counting *c, const rt_rule_hit *hit, int64_t least, int64_t most, rt_error *err) {
    const rt_prop *per = c->w->watch->rule->per;
    const rt_claims claims = rt_claims_named(hit->event->claims, per->name);
    const int64_t values = (int64_t)affirmed_values(hit->event, per);
    for (size_t i = 0; i < claims.n; i++) {
        rt_rule_basis unused = {0};
        counted one = {.hit = hit, .least = least, .most = most};
        const rt_certainty sure = rt_rule_support(hit->event, &claims.at[i], &unused, c->w->r->arena);
        if (sure == RT_IMPOSSIBLE) continue;
        if (values > 1) one.least = least > 0 ? 1 : 0;
        if (values > 1 && most >= values) one.most = most - values + 1;
        if (sure != RT_CERTAIN) one.least = 0;
        RT_TRY(group_name(c->w->r, &claims.at[i], &one.group, err));
        add_counted(c, one);
    }
    return rt_ok;
}

static rt_status add_hit(counting *c, const rt_rule_hit *hit, rt_rule_basis *basis, rt_error *err) {
    int64_t least, most;
    numbers_of(hit, &least, &most, basis, c->w->r->arena);
    if (hit->certainty != RT_CERTAIN || c->w->watch->sure != RT_CERTAIN) least = 0;
    if (c->w->watch->rule->per != NULL) return add_groups(c, hit, least, most, err);
    add_counted(c, (counted){.hit = hit, .least = least, .most = most});
    return rt_ok;
}

/* --- within a period ------------------------------------------------------------------------------------------------
 */

/* Weight that begins, or ends behind, a day. */
typedef struct edge {
    rt_day day;
    int64_t weight;
} edge;

static int by_day(const void *x, const void *y) {
    const edge *a = x, *b = y;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->weight < b->weight) - (a->weight > b->weight); /* what begins comes before what ends there */
}

static int64_t greatest(edge *edges, size_t n) {
    int64_t sum = 0, most = 0;
    if (n > 1) qsort(edges, n, sizeof *edges, by_day);
    for (size_t i = 0; i < n; i++) {
        sum += edges[i].weight;
        if (sum > most) most = sum;
    }
    return most;
}

static bool is_open(rt_day day) { return day == RT_DAY_OPEN_START || day == RT_DAY_OPEN_END; }

/* The first day of a period whose last day is this one: the latest that there is. */
static rt_day first_of_period(rt_day last, rt_rule_period window) {
    return is_open(last) ? last : rt_rule_day_after(last, window, -1) + 1;
}

/* Of the periods, given by their first day, those that surely hold the event whole: from the first that reaches its
 * last day to its first day. Those that may touch it: from the first that reaches its first day to its last day. */
static void add_edges(const counted *one, rt_rule_period window, edge *sure, size_t *sure_n, edge *maybe,
                      size_t *maybe_n) {
    const rt_day whole = first_of_period(one->last, window), touch = first_of_period(one->first, window);
    if (one->least > 0 && !is_open(one->first) && !is_open(one->last) && whole <= one->first && !is_doubted(one->hit)) {
        sure[(*sure_n)++] = (edge){whole, one->least};
        sure[(*sure_n)++] = (edge){one->first, -one->least};
    }
    if (one->most == 0) return;
    maybe[(*maybe_n)++] = (edge){touch, one->most};
    maybe[(*maybe_n)++] = (edge){one->last, -one->most};
}

static void count_in_period(const counted *at, size_t n, rt_rule_period window, rt_arena *arena, int64_t *least,
                            int64_t *most) {
    edge *sure = RT_NEW_N(arena, edge, 2 * n + 1), *maybe = RT_NEW_N(arena, edge, 2 * n + 1);
    size_t sure_n = 0, maybe_n = 0;
    for (size_t i = 0; i < n; i++) add_edges(&at[i], window, sure, &sure_n, maybe, &maybe_n);
    *least = greatest(sure, sure_n);
    *most = greatest(maybe, maybe_n);
}

static void count_group(const rt_rule *rule, const counted *at, size_t n, rt_arena *arena, int64_t *least,
                        int64_t *most) {
    *least = *most = 0;
    if (rule->window.n > 0) {
        count_in_period(at, n, rule->window, arena, least, most);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        *least += at[i].least;
        *most += at[i].most;
    }
}

/* --- across ----------------------------------------------------------------------------------------------------------
 */

/* How many values of a property the events have: those of events that surely count, and of all. */
static rt_status values_across(const counting *c, const counted *at, size_t n, int64_t *least, int64_t *most,
                               rt_rule_basis *basis, rt_error *err) {
    rt_map sure = {0}, all = {0};
    rt_arena *arena = c->w->r->arena;
    for (size_t i = 0; i < n; i++) {
        const rt_claims claims = rt_claims_named(at[i].hit->event->claims, c->w->watch->rule->across_prop->name);
        for (size_t k = 0; k < claims.n; k++) {
            rt_str name;
            const rt_certainty said = rt_rule_support(at[i].hit->event, &claims.at[k], basis, arena);
            if (said == RT_IMPOSSIBLE) continue;
            RT_TRY(group_name(c->w->r, &claims.at[k], &name, err));
            rt_rule_needs(basis, claims.at[k].facts, arena);
            rt_map_add(&all, name, arena);
            if (said == RT_CERTAIN && at[i].least > 0) rt_map_add(&sure, name, arena);
        }
    }
    *least = (int64_t)sure.n;
    *most = (int64_t)all.n;
    return rt_ok;
}

/* --- the outcome -----------------------------------------------------------------------------------------------------
 */

static rt_str number_words(int64_t least, int64_t most, rt_arena *arena) {
    return least == most ? rt_str_printf(arena, "%lld", (long long)least)
                         : rt_str_printf(arena, "%lld to %lld", (long long)least, (long long)most);
}

static void explain(const counting *c, rt_alert *a, rt_str group, const int64_t n[2], const int64_t across[2]) {
    const rt_rule *rule = c->w->watch->rule;
    rt_arena *arena = c->w->r->arena;
    RT_AUTO(rt_buf) out = {0};
    rt_buf_printf(&out, "%.*s counted", RT_FMT(number_words(n[0], n[1], arena)));
    if (rule->across > 0)
        rt_buf_printf(&out, ", with %.*s different (%.*s)", RT_FMT(number_words(across[0], across[1], arena)),
                      RT_FMT(rule->across_prop->label));
    if (group.len > 0) rt_buf_printf(&out, ", at %.*s", RT_FMT(group));
    if (rule->window.n > 0) {
        rt_buf_add(&out, RT_S(", within "));
        rt_rule_print_period(&out, rule->window);
    }
    rt_buf_printf(&out, "; the rule asks from %lld on", (long long)rule->least);
    if (rule->across > 0) rt_buf_printf(&out, ", across %lld", (long long)rule->across);
    a->explanation = rt_str_copy(arena, rt_buf_str(&out));
}

static rt_outcome outcome_of(const counting *c, const int64_t n[2], const int64_t across[2]) {
    const rt_rule *rule = c->w->watch->rule;
    if (n[0] >= rule->least && across[0] >= rule->across) return RT_OUTCOME_BROKEN;
    if (n[1] >= rule->least && across[1] >= rule->across) return RT_OUTCOME_POSSIBLY;
    return rt_watching_is_over(c->w) == RT_CERTAIN ? RT_OUTCOME_KEPT : RT_OUTCOME_OPEN;
}

static void lay_down(const counting *c, rt_alert *a, const counted *at, size_t n) {
    for (size_t i = 0; i < n; i++) {
        rt_rule_basis_add(&a->basis, &at[i].hit->basis, c->w->r->arena);
        if (at[i].hit->datings.n == 0) continue;
        const rt_when *w = &at[i].hit->datings.at[0].dating.when;
        if (!a->dated || w->end_max > a->when.end_max) a->when = *w;
        a->dated = true;
    }
    if (n == 1) a->event = at[0].hit->event;
}

static rt_status group_caption(const counting *c, rt_str *group, rt_error *err) {
    const rt_entity *e;
    if (group->len == 0) return rt_ok;
    RT_TRY(rt_rule_entity(c->w->r, *group, &e, err));
    *group = e->caption;
    return rt_ok;
}

static rt_status add_group(const counting *c, const counted *at, size_t n, const rt_rule_basis *numbers,
                           rt_alerts *alerts, bool *told, rt_error *err) {
    rt_alert a = {.watch = c->w->watch, .subject = c->w->subject, .since = RT_DAY_OPEN_START};
    int64_t counts[2], across[2] = {0, 0};
    a.matched = n > 0 ? at[0].group : RT_S("");
    count_group(c->w->watch->rule, at, n, c->w->r->arena, &counts[0], &counts[1]);
    if (c->w->watch->rule->across > 0) RT_TRY(values_across(c, at, n, &across[0], &across[1], &a.basis, err));
    a.outcome = outcome_of(c, counts, across);
    if (a.outcome < RT_OUTCOME_POSSIBLY && (*told || rt_watch_is_for_all(c->w->watch))) return rt_ok;
    rt_str group = a.matched;
    RT_TRY(group_caption(c, &group, err));
    lay_down(c, &a, at, n);
    rt_rule_basis_add(&a.basis, numbers, c->w->r->arena);
    explain(c, &a, group, counts, across);
    rt_alert_add(alerts, &a, c->w->r->arena);
    *told = true;
    return rt_ok;
}

static int by_group(const void *x, const void *y) {
    const counted *a = x, *b = y;
    const int c = rt_str_cmp(a->group, b->group);
    return c != 0 ? c : rt_str_cmp(a->hit->event->id, b->hit->event->id);
}

static rt_status add_all(counting *c, const rt_rule_basis *numbers, rt_alerts *alerts, rt_error *err) {
    bool told = false;
    if (c->n > 1) qsort(c->at, c->n, sizeof *c->at, by_group);
    for (size_t i = 0, n; i < c->n; i += n) {
        for (n = 1; i + n < c->n && rt_str_eq(c->at[i].group, c->at[i + n].group);) n++;
        RT_TRY(add_group(c, &c->at[i], n, numbers, alerts, &told, err));
    }
    if (c->n > 0) return rt_ok;
    return add_group(c, NULL, 0, numbers, alerts, &told, err);
}

static rt_status find(rt_watching *w, rt_alerts *alerts, rt_error *err) {
    rt_rule_hits hits = {0};
    rt_rule_basis numbers = {0};
    counting c = {.w = w};
    RT_TRY(rt_watching_hits(w, &hits, err));
    for (size_t i = 0; i < hits.n; i++)
        if (hits.at[i].certainty != RT_IMPOSSIBLE) RT_TRY(add_hit(&c, &hits.at[i], &numbers, err));
    return add_all(&c, &numbers, alerts, err);
}

static const rt_rule_pattern *everybody(const rt_rule *rule) { return &rule->pattern; }

extern const rt_watch_kind rt_watch_count;
const rt_watch_kind rt_watch_count = {.rule = &rt_rule_count, .find = find, .everybody = everybody};
