#include "analysis/path_search.h"

#include "base/grow.h"
#include "names/fold.h"

enum { MOST_READ = 20000, MOST_WAYS = 64, UNMET = -1 };

/* A way back by one step, towards the side's end. */
typedef struct back {
    struct visit *to;
    rt_step step;
    struct back *next;
} back;

/* An entity that was met, and how far it is from either end. */
typedef struct visit {
    const rt_entity *entity;
    int far[2];
    back *back[2];
    rt_ties ties;
    bool read;
} visit;

typedef struct border {
    visit **at;
    size_t n;
} border;

struct rt_path_search {
    rt_reading *r;
    visit **slots; /* a hash table by id */
    size_t room, n, read;
    const rt_entity *ends[2];
    border border[2];
    int far[2];
    bool as_nodes, more;
};

/* --- who was met ------------------------------------------------------------------------------------------------- */

static visit **slot_of(const rt_path_search *s, rt_str id) {
    size_t i = (size_t)rt_word_key(id) & (s->room - 1);
    while (s->slots[i] != NULL && !rt_str_eq(s->slots[i]->entity->id, id)) i = (i + 1) & (s->room - 1);
    return &s->slots[i];
}

static void make_room(rt_path_search *s) {
    visit **before = s->slots;
    const size_t room = s->room;
    if (room > 2 * s->n) return;
    s->room = room == 0 ? 256 : 2 * room;
    s->slots = RT_NEW_N(s->r->arena, visit *, s->room);
    for (size_t i = 0; i < room; i++)
        if (before[i] != NULL) *slot_of(s, before[i]->entity->id) = before[i];
}

static visit *visit_of(rt_path_search *s, const rt_entity *e) {
    make_room(s);
    visit **slot = slot_of(s, e->id);
    if (*slot != NULL) return *slot;
    *slot = RT_NEW(s->r->arena, visit);
    **slot = (visit){.entity = e, .far = {UNMET, UNMET}};
    s->n++;
    return *slot;
}

static void reach(rt_path_search *s, visit *v, int side, border *to) {
    v->far[side] = s->far[side];
    to->at = rt_grow(s->r->arena, to->at, to->n, sizeof(visit *));
    to->at[to->n++] = v;
}

/* What was read stays. */
static void begin(rt_path_search *s) {
    for (size_t i = 0; i < s->room; i++) {
        if (s->slots[i] == NULL) continue;
        s->slots[i]->far[0] = s->slots[i]->far[1] = UNMET;
        s->slots[i]->back[0] = s->slots[i]->back[1] = NULL;
    }
    for (int side = 0; side < 2; side++) {
        s->far[side] = 0;
        s->border[side] = (border){0};
        reach(s, visit_of(s, s->ends[side]), side, &s->border[side]);
    }
}

/* --- going on ---------------------------------------------------------------------------------------------------- */

static rt_status read_ties(rt_path_search *s, visit *v, rt_error *err) {
    if (v->read) return rt_ok;
    v->read = true;
    s->read++;
    RT_TRY(rt_ties_of(s->r, v->entity, s->as_nodes, &v->ties, err));
    s->more = s->more || v->ties.more;
    return rt_ok;
}

/* The step gets one more tie; the best supported comes first, of equals the one that was met first. */
static void add_tie(rt_step *step, const rt_tie *tie, rt_arena *arena) {
    step->ties = rt_grow(arena, step->ties, step->n, sizeof(rt_tie *));
    step->ties[step->n++] = tie;
    if (tie->support <= step->ties[0]->support) return;
    step->ties[step->n - 1] = step->ties[0];
    step->ties[0] = tie;
}

/* Ties of one entity come in a row, but those to one other need not. */
static void add_back(rt_path_search *s, visit *from, visit *to, int side, const rt_tie *tie) {
    back *b = to->back[side];
    while (b != NULL && b->to != from) b = b->next;
    if (b == NULL) {
        b = RT_NEW(s->r->arena, back);
        const bool forward = side == 0;
        *b = (back){.to = from, .next = to->back[side]};
        b->step.from = forward ? from->entity : to->entity;
        b->step.to = forward ? to->entity : from->entity;
        to->back[side] = b;
    }
    add_tie(&b->step, tie, s->r->arena);
}

static rt_status expand(rt_path_search *s, visit *v, int side, size_t least, border *next, rt_error *err) {
    RT_TRY(read_ties(s, v, err));
    for (size_t i = 0; i < v->ties.n; i++) {
        const rt_tie *tie = &v->ties.at[i];
        if (!tie->counts || tie->support < least) continue;
        visit *to = visit_of(s, tie->other);
        if (to->far[side] == UNMET) reach(s, to, side, next);
        if (to->far[side] == s->far[side]) add_back(s, v, to, side, tie);
    }
    return rt_ok;
}

/* One round: all of one border. Whole rounds, so that every shortest way is found. */
static rt_status go_on(rt_path_search *s, int side, size_t least, rt_error *err) {
    const border now = s->border[side];
    border next = {0};
    s->far[side]++;
    for (size_t i = 0; i < now.n; i++) {
        if (s->read >= MOST_READ) return s->more = true, rt_ok;
        RT_TRY(expand(s, now.at[i], side, least, &next, err));
    }
    s->border[side] = next;
    return rt_ok;
}

/* Those of a border that the other side has met. */
static border met(rt_path_search *s, int side) {
    border both = {0};
    for (size_t i = 0; i < s->border[side].n; i++) {
        visit *v = s->border[side].at[i];
        if (v->far[1 - side] == UNMET) continue;
        both.at = rt_grow(s->r->arena, both.at, both.n, sizeof(visit *));
        both.at[both.n++] = v;
    }
    return both;
}

/* --- the ways ---------------------------------------------------------------------------------------------------- */

static size_t weakest(const rt_step *steps, size_t n) {
    size_t support = n == 0 ? 0 : SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        if (steps[i].ties[0]->support < support) support = steps[i].ties[0]->support;
    return support;
}

static void keep_way(rt_path_search *s, const rt_step *steps, size_t n, rt_ways *ways) {
    ways->at = rt_grow(s->r->arena, ways->at, ways->n, sizeof *ways->at);
    rt_way *w = &ways->at[ways->n++];
    *w = (rt_way){RT_NEW_N(s->r->arena, rt_step, n + 1), n, weakest(steps, n)};
    for (size_t i = 0; i < n; i++) w->steps[i] = steps[i];
}

/* Both halves of each way through a place where the sides met: back to the first end, then on to the second. */
typedef struct walk {
    rt_path_search *s;
    rt_step *steps;
    size_t n; /* of a whole way */
    visit *met;
    rt_ways *ways;
} walk;

static void walk_on(walk *w, visit *v) {
    if (v->far[1] == 0) {
        keep_way(w->s, w->steps, w->n, w->ways);
        return;
    }
    for (const back *b = v->back[1]; b != NULL && w->ways->n < MOST_WAYS; b = b->next) {
        w->steps[w->n - (size_t)v->far[1]] = b->step;
        walk_on(w, b->to);
    }
}

static void walk_back(walk *w, visit *v) {
    if (v->far[0] == 0) {
        walk_on(w, w->met);
        return;
    }
    for (const back *b = v->back[0]; b != NULL && w->ways->n < MOST_WAYS; b = b->next) {
        w->steps[v->far[0] - 1] = b->step;
        walk_back(w, b->to);
    }
}

static void collect(rt_path_search *s, const border *both, rt_ways *ways) {
    const size_t n = (size_t)s->far[0] + (size_t)s->far[1];
    walk w = {.s = s, .steps = RT_NEW_N(s->r->arena, rt_step, n + 1), .n = n, .ways = ways};
    for (size_t i = 0; i < both->n; i++) {
        w.met = both->at[i];
        walk_back(&w, both->at[i]);
    }
    s->more = s->more || ways->n == MOST_WAYS;
}

/* --- searching --------------------------------------------------------------------------------------------------- */

rt_path_search *rt_path_search_new(rt_reading *r, const rt_entity *a, const rt_entity *b) {
    rt_path_search *s = RT_NEW(r->arena, rt_path_search);
    *s = (rt_path_search){.r = r, .ends = {a, b}};
    for (int side = 0; side < 2; side++)
        s->as_nodes = s->as_nodes || (s->ends[side]->schema != NULL && s->ends[side]->schema->is_edge);
    return s;
}

rt_status rt_path_search_run(rt_path_search *s, size_t least, size_t longest, rt_ways *ways, rt_error *err) {
    *ways = (rt_ways){0};
    begin(s);
    border both = met(s, 0);
    while (both.n == 0) {
        const int side = s->border[0].n <= s->border[1].n ? 0 : 1;
        if (s->border[side].n == 0 || s->read >= MOST_READ || (size_t)s->far[0] + (size_t)s->far[1] >= longest)
            return rt_ok;
        RT_TRY(go_on(s, side, least, err));
        both = met(s, side);
    }
    collect(s, &both, ways);
    return rt_ok;
}

bool rt_path_search_more(const rt_path_search *s) { return s->more; }
