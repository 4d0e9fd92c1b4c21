/* Who held the statements of an alert at that time: by the ways in which things reach people (channel.h). */
#include "analysis/alert.h"
#include "analysis/channel.h"
#include "analysis/shape.h"
#include "base/grow.h"

/* A holder, the best way in which something had come to them, and what. */
typedef struct holding {
    rt_channel channel;
    rt_certainty reached;
    rt_facts facts;
} holding;

typedef struct holdings {
    holding *at;
    size_t n;
} holdings;

static bool is_same_way(const rt_channel *a, const rt_channel *b) {
    return a->holder == b->holder && rt_str_eq(a->name, b->name) && rt_str_eq(a->how, b->how) &&
           a->through == b->through && rt_str_eq(a->since.edtf, b->since.edtf) && a->since.first == b->since.first &&
           a->since.last == b->since.last;
}

static void add(holdings *all, const rt_channel *c, rt_certainty reached, rt_fact *f, rt_arena *arena) {
    size_t i = 0;
    while (i < all->n && (all->at[i].reached != reached || !is_same_way(&all->at[i].channel, c))) i++;
    if (i == all->n) {
        all->at = rt_grow(arena, all->at, all->n, sizeof *all->at);
        all->at[all->n++] = (holding){*c, reached, {0}};
    }
    rt_facts_add(&all->at[i].facts, f, arena);
}

static rt_certainty reached_by(const rt_channel *c, const rt_when *when) {
    return when != NULL ? rt_channel_by(c, when) : c->reached;
}

static bool is_same_holder(const rt_channel *a, const rt_channel *b) {
    return a->holder != NULL || b->holder != NULL ? a->holder == b->holder : rt_str_eq(a->name, b->name);
}

/* Of each holder the surest way; of ways that are as sure the one that comes first. */
static void add_best(holdings *all, const rt_channels *ways, rt_certainty known, rt_fact *f, const rt_when *when,
                     rt_arena *arena) {
    for (size_t i = 0; i < ways->n; i++) {
        rt_certainty c = reached_by(&ways->at[i], when);
        bool best = true;
        if (known < c) c = known;
        for (size_t k = 0; k < ways->n && best; k++) {
            rt_certainty other = reached_by(&ways->at[k], when);
            if (known < other) other = known;
            best = !is_same_holder(&ways->at[i], &ways->at[k]) || other < c || (other == c && k >= i);
        }
        if (best && c != RT_IMPOSSIBLE) add(all, &ways->at[i], c, f, arena);
    }
}

static rt_status find(rt_reading *r, const rt_entity *of, rt_facts facts, const rt_when *when, holdings *all,
                      rt_error *err) {
    rt_channels parties = {0};
    rt_carried carried = {0};
    RT_TRY(rt_channels_of_entity(r, of, &parties, err));
    for (size_t i = 0; i < facts.n; i++) {
        rt_channels spoken = {0};
        RT_TRY(rt_channels_of_fact(r, facts.at[i], &carried, &spoken, err));
        add_best(all, &spoken, RT_CERTAIN, facts.at[i], when, r->arena);
        add_best(all, &parties, rt_known_to_parties(&facts.at[i]->s.e), facts.at[i], when, r->arena);
    }
    return rt_ok;
}

rt_status rt_alert_held(rt_reading *r, const rt_entity *of, rt_facts facts, const rt_when *when, rt_value *list,
                        rt_error *err) {
    holdings all = {0};
    RT_TRY(find(r, of, facts, when, &all, err));
    for (size_t i = 0; i < all.n; i++) {
        rt_value *v = rt_value_push(list, rt_value_object(r->arena));
        rt_shape_channel(&all.at[i].channel, all.at[i].reached, v, r->arena);
        rt_value_put(v, RT_S("of"), rt_shape_of_entity(of, r->arena));
        rt_shape_ids(r, v, "statements", all.at[i].facts);
    }
    return rt_ok;
}
