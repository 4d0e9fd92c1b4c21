#include "analysis/path_search.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/slots.h"

enum { MOST_READ = 20000, MOST_WAYS = 64, MOST_ATTEMPTS = 64, UNMET = -1 };

/* --- what is known of two ---------------------------------------------------------------------------------------- */

/* Two stops that a way led over: how they are joined, as it is read in full. */
typedef struct pair {
    const rt_stop *a, *b; /* in the order of their numbers */
    rt_step step;         /* from a to b; without ties: nothing that counts joins them */
    bool read, used;
} pair;

/* A way back by one hop, towards the side's end. */
typedef struct rt_step_back {
    rt_stop *to;
    struct rt_step_back *next;
} back;

typedef struct border {
    rt_stop **at;
    size_t n;
} border;

struct rt_path_search {
    rt_reading *r;
    rt_hops hops;
    const bool *without;
    rt_stop *ends[2];
    border border[2];
    int far[2];
    pair **pairs;
    size_t pair_count;
    rt_slots by_ends; /* of pairs, by the numbers of both */
    rt_ways_wanted wanted;
    bool more;
};

static rt_str bytes_of(const int64_t *number) { return (rt_str){(const char *)number, sizeof *number}; }

static pair *find_pair(const rt_path_search *s, const rt_stop *a, const rt_stop *b) {
    for (rt_probe p = rt_slots_texts(&s->by_ends, bytes_of(&a->number), bytes_of(&b->number)); rt_probe_next(&p);)
        if (s->pairs[p.place]->a == a && s->pairs[p.place]->b == b) return s->pairs[p.place];
    return NULL;
}

static const pair *known_pair(const rt_path_search *s, const rt_stop *x, const rt_stop *y) {
    return x->number < y->number ? find_pair(s, x, y) : find_pair(s, y, x);
}

static pair *pair_of(rt_path_search *s, const rt_stop *x, const rt_stop *y) {
    const bool turned = x->number > y->number;
    const rt_stop *a = turned ? y : x, *b = turned ? x : y;
    pair *known = find_pair(s, a, b);
    if (known != NULL) return known;
    pair *new = RT_NEW(s->r->arena, pair);
    *new = (pair){.a = a, .b = b};
    s->pairs = rt_grow(s->r->arena, s->pairs, s->pair_count, sizeof(pair *));
    s->pairs[s->pair_count] = new;
    rt_slots_add_texts(&s->by_ends, bytes_of(&a->number), bytes_of(&b->number), s->pair_count++, s->r->arena);
    return new;
}

/* --- reading in full --------------------------------------------------------------------------------------------- */

static rt_status read_entity(rt_path_search *s, int64_t number, const rt_entity **e, rt_error *err) {
    rt_str id;
    RT_TRY(rt_near_id(s->hops.near, number, s->r->arena, &id, err));
    return rt_reading_entity(s->r, id, e, err);
}

/* The best supported first. */
static int by_support(const void *x, const void *y) {
    const rt_tie *a = *(const rt_tie *const *)x, *b = *(const rt_tie *const *)y;
    if (a->support != b->support) return a->support > b->support ? -1 : 1;
    int c = rt_str_cmp(a->holder->id, b->holder->id);
    if (c == 0) c = rt_str_cmp(a->type, b->type);
    return c != 0 ? c : (int)b->outward - (int)a->outward;
}

static bool is_left_out(const rt_path_search *s, const rt_tie *tie) {
    const rt_schema *holder = tie->holder->schema;
    if (tie->copresence != NULL) return s->without[RT_HOP_PRESENCE];
    return s->without[rt_hop_kind_of(holder, holder != NULL ? rt_schema_prop(holder, tie->type) : NULL)];
}

/* Holders that were asked already: a hop stands once for each kind of tie. */
static bool was_asked(const rt_stop *from, size_t at) {
    for (size_t i = 0; i < at; i++)
        if (from->hops[i].to == from->hops[at].to && from->hops[i].holder == from->hops[at].holder &&
            from->hops[i].tie == NULL)
            return true;
    return false;
}

static void add_ties(const rt_path_search *s, const rt_tie *ties, size_t n, rt_step *step) {
    for (size_t k = 0; k < n; k++) {
        if (!ties[k].counts || is_left_out(s, &ties[k])) continue;
        step->ties = rt_grow(s->r->arena, step->ties, step->n, sizeof(rt_tie *));
        step->ties[step->n++] = &ties[k];
    }
}

/* The ties of two, by the holders that one of them has hops over. */
static rt_status read_ties(rt_path_search *s, const rt_stop *from, const rt_stop *to, const rt_entity *e,
                           const rt_entity *other, rt_step *step, rt_error *err) {
    for (size_t i = 0; i < from->hop_count; i++) {
        const rt_entity *holder;
        rt_ties ties = {0};
        if (from->hops[i].to != to) continue;
        if (from->hops[i].tie != NULL) add_ties(s, from->hops[i].tie, 1, step);
        if (from->hops[i].tie != NULL || was_asked(from, i)) continue;
        RT_TRY(read_entity(s, from->hops[i].holder, &holder, err));
        if (holder != NULL) RT_TRY(rt_ties_by(s->r, e, holder, other, s->hops.as_nodes, &ties, err));
        add_ties(s, ties.at, ties.n, step);
    }
    return rt_ok;
}

/* Whose hops tell of all ties between the two: that of one who was read, and whole if there is one. */
static const rt_stop *teller(const pair *p, bool turned) {
    const rt_stop *first = turned ? p->b : p->a, *second = turned ? p->a : p->b;
    if (first->read && !first->more) return first;
    if (second->read && !second->more) return second;
    return first->read ? first : second;
}

/* Told from the one whose id comes first, whichever that is here: numbers must not show. */
static rt_status read_pair(rt_path_search *s, pair *p, rt_error *err) {
    const rt_entity *a, *b;
    if (p->read) return rt_ok;
    p->read = true;
    RT_TRY(read_entity(s, p->a->number, &a, err));
    RT_TRY(read_entity(s, p->b->number, &b, err));
    p->step = (rt_step){.from = a, .to = b};
    if (a == NULL || b == NULL) return rt_ok;
    const bool turned = rt_str_cmp(b->id, a->id) < 0;
    const rt_stop *from = teller(p, turned);
    RT_TRY(read_ties(s, from, from == p->a ? p->b : p->a, turned ? b : a, turned ? a : b, &p->step, err));
    if (p->step.n > 1) qsort(p->step.ties, p->step.n, sizeof(rt_tie *), by_support);
    return rt_ok;
}

static bool holds(const pair *p, size_t least) { return p->step.n > 0 && p->step.ties[0]->support >= least; }

/* --- going on ---------------------------------------------------------------------------------------------------- */

static void reach(rt_path_search *s, rt_stop *stop, int side, border *to) {
    stop->far[side] = s->far[side];
    to->at = rt_grow(s->r->arena, to->at, to->n, sizeof(rt_stop *));
    to->at[to->n++] = stop;
}

/* What was read stays. */
static void begin(rt_path_search *s) {
    for (size_t i = 0; i < s->hops.n; i++) {
        rt_stop *stop = s->hops.all[i];
        stop->far[0] = stop->far[1] = UNMET;
        stop->back[0] = stop->back[1] = NULL;
    }
    for (int side = 0; side < 2; side++) {
        s->far[side] = 0;
        s->border[side] = (border){0};
        reach(s, s->ends[side], side, &s->border[side]);
    }
}

/* Whether a hop may be walked over, as far as is known. */
static bool is_open(const rt_path_search *s, const rt_stop *from, const rt_hop *hop) {
    if (s->without[hop->kind] || hop->most < s->wanted.least) return false;
    const pair *p = known_pair(s, from, hop->to);
    if (p == NULL) return true;
    return (!p->read || holds(p, s->wanted.least)) && !(p->used && s->wanted.apart);
}

/* Hops to one other come in any order: its last way back tells of the same one only where they follow each other. */
static void add_back(rt_path_search *s, rt_stop *from, rt_stop *to, int side) {
    for (const back *b = to->back[side]; b != NULL; b = b->next)
        if (b->to == from) return;
    back *b = RT_NEW(s->r->arena, back);
    *b = (back){from, to->back[side]};
    to->back[side] = b;
}

static rt_status expand(rt_path_search *s, rt_stop *stop, int side, border *next, rt_error *err) {
    RT_TRY(rt_hops_read(&s->hops, stop, err));
    s->more = s->more || stop->more;
    for (size_t i = 0; i < stop->hop_count; i++) {
        rt_stop *to = stop->hops[i].to;
        if (to->far[side] != UNMET && to->far[side] != s->far[side]) continue;
        if (!is_open(s, stop, &stop->hops[i])) continue;
        if (to->far[side] == UNMET) reach(s, to, side, next);
        add_back(s, stop, to, side);
    }
    return rt_ok;
}

/* One round: all of one border. Whole rounds, so that every shortest way is found. */
static rt_status go_on(rt_path_search *s, int side, rt_error *err) {
    const border now = s->border[side];
    border next = {0};
    s->far[side]++;
    for (size_t i = 0; i < now.n; i++) {
        if (s->hops.read >= MOST_READ) return s->more = true, rt_ok;
        RT_TRY(expand(s, now.at[i], side, &next, err));
    }
    s->border[side] = next;
    return rt_ok;
}

static size_t length_over(const rt_stop *met) { return (size_t)met->far[0] + (size_t)met->far[1]; }

/* Those of a border that the other side has met, on the shortest ways. Where one has more hops than are read, the other
 * side may come to it later than to others. */
static border met(rt_path_search *s, int side) {
    border both = {0};
    const rt_stop *best = NULL;
    for (size_t i = 0; i < s->border[side].n; i++) {
        rt_stop *stop = s->border[side].at[i];
        if (stop->far[1 - side] == UNMET) continue;
        if (best != NULL && length_over(stop) > length_over(best)) continue;
        if (best == NULL || length_over(stop) < length_over(best)) both = (border){0};
        best = stop;
        both.at = rt_grow(s->r->arena, both.at, both.n, sizeof(rt_stop *));
        both.at[both.n++] = stop;
    }
    return both;
}

/* --- the ways ---------------------------------------------------------------------------------------------------- */

/* Both halves of each way through a place where the sides met: back to the first end, then on to the second. */
typedef struct walk {
    rt_path_search *s;
    rt_stop **stops; /* n + 1 of them */
    size_t n;        /* steps of a whole way */
    rt_stop *met;
    size_t tried;
    bool kept_all; /* no pair turned out to be less than it promised */
    rt_ways *ways;
} walk;

static size_t weakest(const rt_step *steps, size_t n) {
    size_t support = n == 0 ? 0 : SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        if (steps[i].ties[0]->support < support) support = steps[i].ties[0]->support;
    return support;
}

static rt_step step_between(const pair *p, const rt_stop *from) {
    rt_step step = p->step;
    if (p->a == from) return step;
    step.from = p->step.to;
    step.to = p->step.from;
    return step;
}

/* Keeps the way when all of its steps hold. All are read, also behind one that does not: the next attempt knows them.
 */
static rt_status keep_way(walk *w, rt_error *err) {
    rt_path_search *s = w->s;
    rt_step *steps = RT_NEW_N(s->r->arena, rt_step, w->n + 1);
    bool kept = true;
    w->tried++;
    for (size_t i = 0; i < w->n; i++) {
        pair *p = pair_of(s, w->stops[i], w->stops[i + 1]);
        RT_TRY(read_pair(s, p, err));
        kept = kept && holds(p, s->wanted.least);
        if (kept) steps[i] = step_between(p, w->stops[i]);
    }
    w->kept_all = w->kept_all && kept;
    if (!kept) return rt_ok;
    w->ways->at = rt_grow(s->r->arena, w->ways->at, w->ways->n, sizeof *w->ways->at);
    rt_stop **stops = RT_NEW_N(s->r->arena, rt_stop *, w->n + 1);
    memcpy(stops, w->stops, (w->n + 1) * sizeof(rt_stop *));
    w->ways->at[w->ways->n++] = (rt_way){steps, w->n, weakest(steps, w->n), stops};
    return rt_ok;
}

static rt_status walk_on(walk *w, rt_stop *stop, rt_error *err) {
    w->stops[w->n - (size_t)stop->far[1]] = stop;
    if (stop->far[1] == 0) return keep_way(w, err);
    for (const back *b = stop->back[1]; b != NULL && w->tried < MOST_WAYS; b = b->next) RT_TRY(walk_on(w, b->to, err));
    return rt_ok;
}

static rt_status walk_back(walk *w, rt_stop *stop, rt_error *err) {
    w->stops[stop->far[0]] = stop;
    if (stop->far[0] == 0) return walk_on(w, w->met, err);
    for (const back *b = stop->back[0]; b != NULL && w->tried < MOST_WAYS; b = b->next)
        RT_TRY(walk_back(w, b->to, err));
    return rt_ok;
}

static rt_status collect(rt_path_search *s, const border *both, rt_ways *ways, bool *kept_all, rt_error *err) {
    const size_t n = length_over(both->at[0]);
    walk w = {.s = s, .stops = RT_NEW_N(s->r->arena, rt_stop *, n + 1), .n = n, .kept_all = true, .ways = ways};
    for (size_t i = 0; i < both->n; i++) {
        w.met = both->at[i];
        RT_TRY(walk_back(&w, both->at[i], err));
    }
    s->more = s->more || w.tried == MOST_WAYS;
    *kept_all = w.kept_all;
    return rt_ok;
}

/* --- searching --------------------------------------------------------------------------------------------------- */

rt_status rt_path_search_new(rt_meeters *m, const rt_entity *a, const rt_entity *b, const bool without[RT_HOP_KINDS],
                             rt_path_search **search, rt_error *err) {
    const rt_entity *ends[] = {a, b};
    rt_path_search *s = *search = RT_NEW(m->r->arena, rt_path_search);
    *s = (rt_path_search){.r = m->r, .hops = {.arena = m->r->arena, .r = m->r, .near = m->near}, .without = without};
    if (!without[RT_HOP_PRESENCE]) s->hops.meeters = m;
    for (int side = 0; side < 2; side++) {
        int64_t number;
        s->hops.as_nodes = s->hops.as_nodes || (ends[side]->schema != NULL && ends[side]->schema->is_edge);
        RT_TRY(rt_near_number(m->near, ends[side]->id, &number, err));
        RT_TRY(rt_hops_stop(&s->hops, number, &s->ends[side], err));
    }
    return rt_ok;
}

/* Goes on until the sides meet; both->n is 0 when they do not. */
static rt_status search(rt_path_search *s, border *both, rt_error *err) {
    begin(s);
    *both = met(s, 0);
    while (both->n == 0) {
        const int side = s->border[0].n <= s->border[1].n ? 0 : 1;
        if (s->border[side].n == 0 || s->hops.read >= MOST_READ ||
            (size_t)s->far[0] + (size_t)s->far[1] >= s->wanted.longest)
            return rt_ok;
        RT_TRY(go_on(s, side, err));
        *both = met(s, side);
    }
    return rt_ok;
}

rt_status rt_path_search_run(rt_path_search *s, rt_ways_wanted wanted, rt_ways *ways, rt_error *err) {
    s->wanted = wanted;
    *ways = (rt_ways){0};
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        border both;
        bool kept_all;
        RT_TRY(search(s, &both, err));
        if (both.n == 0) return rt_ok;
        RT_TRY(collect(s, &both, ways, &kept_all, err));
        if (ways->n > 0 || kept_all) return rt_ok;
    }
    return s->more = true, rt_ok;
}

void rt_path_search_use(rt_path_search *s, const rt_way *way) {
    for (size_t i = 0; i < way->n; i++) pair_of(s, way->stops[i], way->stops[i + 1])->used = true;
}

bool rt_path_search_more(const rt_path_search *s) { return s->more; }
