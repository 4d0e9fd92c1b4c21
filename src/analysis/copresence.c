#include "analysis/copresence.h"

#include "base/grow.h"

typedef struct search {
    rt_meeters *m;
    const rt_entity *event;
    rt_copresences *found;
} search;

static rt_copresence *known(const search *s, const rt_entity *other) {
    for (size_t i = 0; i < s->found->n; i++)
        if (s->found->at[i].other == other) return &s->found->at[i];
    return NULL;
}

static void add(const search *s, const rt_copresence *m) {
    rt_copresence *before = known(s, m->other);
    if (before != NULL) {
        if (m->shared.certainty > before->shared.certainty) *before = *m;
        return;
    }
    s->found->at = rt_grow(s->m->r->arena, s->found->at, s->found->n, sizeof *s->found->at);
    s->found->at[s->found->n++] = *m;
}

/* The stays of an event, told once. */
static rt_stays stays_of(rt_meeters *m, const rt_entity *event) {
    const size_t i = rt_entity_set_add(&m->events, event, m->r->arena);
    if (i < m->n) return m->stays[i];
    rt_stays stays = {0};
    rt_stays_of_event(event, m->r->arena, &stays);
    m->stays = rt_grow(m->r->arena, m->stays, m->n, sizeof *m->stays);
    return m->stays[m->n++] = stays;
}

/* The stays of another event against one of this one. Whoever takes part in both meets nobody by that. */
static rt_status compare(const search *s, const rt_stay *mine, const rt_site *place, const rt_entity *other,
                         rt_error *err) {
    rt_reading *r = s->m->r;
    const rt_stays theirs = stays_of(s->m, other);
    for (size_t i = 0; i < theirs.n; i++) {
        const rt_stay *b = &theirs.at[i];
        const rt_site *there;
        const rt_shared shared = rt_stays_share(mine, b);
        if (shared.certainty == RT_IMPOSSIBLE || rt_str_eq(mine->who, b->who)) continue;
        if (rt_reading_held(r, &b->when) == RT_IMPOSSIBLE) continue;
        RT_TRY(rt_site_of(r, &s->m->sites, b->place, &there, err));
        if (there == place) add(s, &(rt_copresence){other, place, *mine, *b, shared});
    }
    return rt_ok;
}

/* By one of the names of the place. */
static rt_status meet_at(const search *s, const rt_stay *mine, const rt_site *place, rt_str name, rt_error *err) {
    rt_reading *r = s->m->r;
    if (s->found->more) return rt_ok;
    RT_TRY(rt_placed_find(s->m->placed, name, mine->when.wide.start_min, mine->when.wide.end_max, err));
    for (bool more;;) {
        const rt_entity *e;
        int64_t number;
        rt_str id;
        RT_TRY(rt_placed_next(s->m->placed, &number, &more, err));
        if (!more) return rt_ok;
        RT_TRY(rt_near_id(s->m->near, number, r->arena, &id, err));
        RT_TRY(rt_reading_entity(r, id, &e, err));
        if (e == NULL || e == s->event) continue;
        RT_TRY(compare(s, mine, place, e, err));
        if (s->found->n <= RT_COPRESENCES) continue;
        s->found->n = RT_COPRESENCES;
        s->found->more = true;
        return rt_ok;
    }
}

/* By the ids of the place, and by the names that a text may call it. */
static rt_status meet(const search *s, const rt_stay *mine, rt_error *err) {
    const rt_site *place;
    RT_TRY(rt_site_of(s->m->r, &s->m->sites, mine->place, &place, err));
    const rt_entity *e = place->entity;
    if (e == NULL) return meet_at(s, mine, place, place->text, err);
    for (size_t i = 0; i < e->members.n; i++) RT_TRY(meet_at(s, mine, place, e->members.at[i], err));
    for (size_t i = 0; i < e->claims.n; i++)
        if (rt_is_own_name(e->claims.at[i].prop)) RT_TRY(meet_at(s, mine, place, e->claims.at[i].value, err));
    return rt_ok;
}

rt_status rt_copresences_of(rt_meeters *m, const rt_entity *event, rt_copresences *copresences, rt_error *err) {
    const rt_stays mine = stays_of(m, event);
    const search s = {m, event, copresences};
    *copresences = (rt_copresences){0};
    for (size_t i = 0; i < mine.n && !copresences->more; i++)
        if (mine.at[i].narrowest && rt_reading_held(m->r, &mine.at[i].when) != RT_IMPOSSIBLE)
            RT_TRY(meet(&s, &mine.at[i], err));
    return rt_ok;
}
