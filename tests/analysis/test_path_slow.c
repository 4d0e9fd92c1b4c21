/* Paths against a breadth-first search over all ties of all visible entities, each read in full: random cases with
 * hidden entries, denials, retractions, judgements, days. REDTHREAD_SEED chooses one. */
#include "analysis/entity_set.h"
#include "analysis/random_case.h"
#include "analysis/tie.h"

enum { CASES = 5, LONGEST = 12, LONGER = 3, MOST = 256, FAR = 99, LEAST_MOST = 4, NO_TIE = -1 };

/* --- all ties ---------------------------------------------------------------------------------------------------- */

typedef struct all_ties {
    rt_entity_set entities;
    int support[MOST][MOST]; /* of the best tie between two; NO_TIE */
} all_ties;

static all_ties known;

static void add_entity(world *w, rt_reading *r, const char *letters, unsigned number) {
    rt_error err = {0};
    const rt_entity *e;
    OK(rt_reading_entity(r, rt_str_printf(&w->arena, "%s%u", letters, number), &e, &err));
    if (e != NULL) rt_entity_set_add(&known.entities, e, &w->arena);
}

static void read_all(world *w, rt_reading *r, bool as_nodes) {
    rt_error err = {0};
    known.entities = (rt_entity_set){0};
    for (size_t k = 0; k < KINDS; k++)
        for (unsigned i = 0; i < kinds[k].many; i++) add_entity(w, r, kinds[k].letters, i);
    assert_true(known.entities.n < MOST);
    for (size_t a = 0; a < MOST; a++)
        for (size_t b = 0; b < MOST; b++) known.support[a][b] = NO_TIE;
    for (size_t a = 0; a < known.entities.n; a++) {
        rt_ties ties;
        OK(rt_ties_of(r, known.entities.at[a], as_nodes, &ties, &err));
        for (size_t i = 0; i < ties.n; i++) {
            const size_t b = rt_entity_set_find(&known.entities, ties.at[i].other);
            if (!ties.at[i].counts || b == SIZE_MAX) continue;
            if ((int)ties.at[i].support > known.support[a][b]) known.support[a][b] = (int)ties.at[i].support;
        }
    }
}

/* How far all are from one by ties that so many assert. */
static void slow(size_t from, int least, size_t far[MOST]) {
    size_t queue[MOST], head = 0, n = 0;
    for (size_t i = 0; i < MOST; i++) far[i] = FAR;
    far[from] = 0;
    for (queue[n++] = from; head < n; head++)
        for (size_t b = 0; b < known.entities.n; b++) {
            if (known.support[queue[head]][b] < least || far[b] < FAR) continue;
            far[b] = far[queue[head]] + 1;
            queue[n++] = b;
        }
}

/* --- what is answered -------------------------------------------------------------------------------------------- */

static size_t number_of(rt_str id) {
    for (size_t i = 0; i < known.entities.n; i++)
        if (rt_str_eq(known.entities.at[i]->id, id)) return i;
    return SIZE_MAX;
}

/* The steps follow each other from the one to the other, and are as well supported as they say. */
static bool is_a_way(const rt_value *way, size_t a, size_t b) {
    const rt_value *n = rt_value_first(node(way, "nodes")), *e = rt_value_first(node(way, "edges"));
    int64_t weakest = e != NULL ? INT64_MAX : 0;
    size_t at_node = number_of(at(n, "id"));
    if (at_node != a) return false;
    for (n = n->next; e != NULL && n != NULL; e = e->next, n = n->next) {
        const size_t to = number_of(at(n, "id"));
        const int64_t support = rt_value_get_int(e, RT_S("support"));
        if (to == SIZE_MAX || known.support[at_node][to] != support) return false;
        if (support < weakest) weakest = support;
        at_node = to;
    }
    return e == NULL && n == NULL && at_node == b && rt_value_get_int(way, RT_S("support")) == weakest;
}

static bool share_a_step(const rt_value *x, const rt_value *y) {
    for (const rt_value *a = rt_value_first(node(x, "nodes")); a->next != NULL; a = a->next)
        for (const rt_value *b = rt_value_first(node(y, "nodes")); b->next != NULL; b = b->next) {
            const bool same = rt_str_eq(at(a, "id"), at(b, "id")) && rt_str_eq(at(a->next, "id"), at(b->next, "id"));
            const bool turned = rt_str_eq(at(a, "id"), at(b->next, "id")) && rt_str_eq(at(a->next, "id"), at(b, "id"));
            if (same || turned) return true;
        }
    return false;
}

static size_t best_of_support(const rt_value *o, int64_t least) {
    size_t best = FAR;
    for (const rt_value *p = rt_value_first(node(o, "paths")); p != NULL; p = p->next) {
        const size_t n = rt_value_count(rt_value_get(p, RT_S("edges")));
        if (rt_value_get_int(p, RT_S("support")) >= least && n < best) best = n;
    }
    return best;
}

static const char *wrong_with(const rt_value *o, size_t a, size_t b) {
    size_t far[MOST], shortest;
    slow(a, 0, far);
    shortest = far[b] <= LONGEST ? far[b] : FAR;
    if (best_of_support(o, 0) != shortest) return "the shortest way is another one";
    for (int least = 1; shortest > 0 && shortest != FAR && least < LEAST_MOST; least++) {
        slow(a, least, far);
        if (far[b] <= shortest + LONGER && best_of_support(o, least) > far[b])
            return "a better supported way is missing";
    }
    for (const rt_value *p = rt_value_first(node(o, "paths")); p != NULL; p = p->next) {
        if (!is_a_way(p, a, b)) return "a way is none";
        for (const rt_value *q = rt_value_first(node(o, "paths")); q != p && rt_str_is(at(p, "why"), "apart");
             q = q->next)
            if (share_a_step(p, q)) return "a way apart shares a step";
    }
    return NULL;
}

/* --- random cases ------------------------------------------------------------------------------------------------ */

static const char *const clearances[] = {"hawk,green", "clear", "hawk,kite,red", "amber"};
static const char *const asked[] = {"p", "p", "p", "o", "d", "x", "f"};
static random_case c;
static size_t presences;
static rt_supposed supposed = {.a = RT_S_INIT("p1"), .b = RT_S_INIT("p2")};

static rt_lens_spec random_lens(void) {
    rt_lens_spec spec = {.narrowed = chance(&c, 4) > 0};
    spec.clear = rt_str_of(PICK(&c, clearances));
    if (chance(&c, 4) == 0) spec.at = RT_S("2005");
    if (chance(&c, 4) == 0) spec.said_by = RT_S("2006");
    if (chance(&c, 4) == 0) spec.supposed = (rt_supposed_list){&supposed, 1};
    return spec;
}

static void ask(world *w, uint64_t seed) {
    rt_error err = {0};
    const rt_entity *a, *b;
    rt_reading r = rt_reading_new(w->lens, &w->arena);
    const rt_str from = random_id(&c, w, PICK(&c, asked)), to = random_id(&c, w, PICK(&c, asked));
    OK(rt_reading_entity(&r, from, &a, &err));
    OK(rt_reading_entity(&r, to, &b, &err));
    if (a == NULL || b == NULL) return;
    read_all(w, &r, rt_entity_is(a, "Family") || rt_entity_is(b, "Family"));
    rt_str who[] = {from, to};
    rt_str met = RT_S("presences"); /* these are searched for below */
    rt_view_args args = {.who = {who, 2}, .most = 50, .without = {&met, 1}};
    rt_value *o;
    OK(rt_view_path.run(w->lens, &args, &w->arena, &o, &err));
    const char *wrong = wrong_with(o, number_of(a->id), number_of(b->id));
    if (wrong != NULL)
        fail_msg("REDTHREAD_SEED=%llu: path %.*s %.*s through \"%.*s\", at \"%.*s\": %s: %.*s",
                 (unsigned long long)seed, RT_FMT(from), RT_FMT(to), RT_FMT(w->spec.clear), RT_FMT(w->spec.at), wrong,
                 RT_FMT(rt_str_cut(json_of(w, o), 2000)));
}

/* Whoever was with somebody, by events that are not one, is joined with them in three steps at most. */
static void ask_presence(world *w, uint64_t seed) {
    rt_error err = {0};
    rt_str who[] = {random_id(&c, w, "p"), RT_S("")};
    rt_view_args args = {.who = {who, 1}};
    rt_value *o, *p;
    if (rt_view_presence.run(w->lens, &args, &w->arena, &o, &err).code != RT_OK) return;
    for (const rt_value *v = rt_value_first(node(o, "overlaps")); v != NULL; v = v->next) {
        const bool one = rt_str_eq(at(v, "stay_a.id"), at(v, "stay_b.id"));
        if (one || node(v, "place.id") == NULL || !rt_str_is(at(v, "stay_a.schema"), "Detention") ||
            !rt_str_is(at(v, "stay_b.schema"), "Detention"))
            continue;
        who[1] = at(v, "b.id");
        args = (rt_view_args){.who = {who, 2}};
        OK(rt_view_path.run(w->lens, &args, &w->arena, &p, &err));
        if (count_at(p, "paths.0.edges") > 3 || count_at(p, "paths") == 0)
            fail_msg("REDTHREAD_SEED=%llu: %.*s was with %.*s, but no path says so", (unsigned long long)seed,
                     RT_FMT(who[0]), RT_FMT(who[1]));
        presences++;
    }
}

static void try_case(uint64_t seed) {
    rt_error err = {0};
    RT_AUTO(world) w;
    world_init(&w);
    random_case_fill(&c, &w, seed);
    world_open(&w, RT_OPEN_READ);
    for (int i = 0; i < 4; i++) {
        w.spec = random_lens();
        rt_lens_close(w.lens);
        w.lens = NULL;
        OK(rt_lens_open(w.store, &w.spec, &w.lens, &err));
        for (int k = 0; k < 12; k++) ask(&w, seed);
        for (int k = 0; k < 3; k++) ask_presence(&w, seed);
    }
}

static void paths_are_those_of_a_search_over_all_ties(void **state) {
    (void)state;
    const char *seed = getenv("REDTHREAD_SEED");
    const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;
    printf("REDTHREAD_SEED=%llu\n", (unsigned long long)first);
    for (uint64_t i = 0; i < (seed != NULL ? 1 : CASES); i++) try_case(first + i);
    assert_true(seed != NULL || presences > 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(paths_are_those_of_a_search_over_all_ties)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
