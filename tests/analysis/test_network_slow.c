/* The ties of a network against all ties of all its entities, each read in full: random cases. */
#include "analysis/entity_set.h"
#include "analysis/random_case.h"
#include "analysis/tie.h"

enum { CASES = 4 };

static random_case c;

static size_t edges_like(const rt_value *o, const rt_entity *from, const rt_tie *tie) {
    size_t n = 0;
    for (const rt_value *e = rt_value_first(node(o, "edges")); e != NULL; e = e->next)
        n += count_at(e, "derived") == 0 && rt_str_eq(at(e, "from"), from->id) &&
             rt_str_eq(at(e, "to"), tie->other->id) && rt_str_eq(at(e, "type"), tie->type) &&
             (tie->relation == NULL || rt_str_eq(at(e, "relation"), tie->relation->id));
    return n;
}

static size_t stated(const rt_value *o) {
    size_t n = 0;
    for (const rt_value *e = rt_value_first(node(o, "edges")); e != NULL; e = e->next) n += count_at(e, "derived") == 0;
    return n;
}

static void compare(world *w, uint64_t seed) {
    rt_error err = {0};
    rt_reading r = rt_reading_new(w->lens, &w->arena);
    rt_str who = random_id(&c, w, "p");
    rt_view_args args = {.who = {&who, 1}, .depth = 1 + chance(&c, 2), .relations = chance(&c, 3) == 0};
    rt_value *o;
    rt_entity_set nodes = {0};
    size_t n = 0;
    if (rt_view_network.run(w->lens, &args, &w->arena, &o, &err).code != RT_OK) return;
    for (const rt_value *v = rt_value_first(node(o, "nodes")); v != NULL; v = v->next) {
        const rt_entity *e;
        OK(rt_reading_entity(&r, at(v, "id"), &e, &err));
        rt_entity_set_add(&nodes, e, &w->arena);
    }
    for (size_t i = 0; i < nodes.n; i++) {
        rt_ties ties;
        OK(rt_ties_of(&r, nodes.at[i], false, &ties, &err));
        for (size_t k = 0; k < ties.n; k++) {
            const rt_tie *tie = &ties.at[k];
            if (!tie->outward || rt_entity_set_find(&nodes, tie->other) == SIZE_MAX) continue;
            if (args.relations && tie->relation == NULL) continue;
            n++;
            if (edges_like(o, nodes.at[i], tie) != 1)
                fail_msg("REDTHREAD_SEED=%llu: network %.*s, depth %zu: %.*s -> %.*s (%.*s) stands %zu times",
                         (unsigned long long)seed, RT_FMT(who), args.depth, RT_FMT(nodes.at[i]->id),
                         RT_FMT(tie->other->id), RT_FMT(tie->type), edges_like(o, nodes.at[i], tie));
        }
    }
    if (n != stated(o)) fail_msg("REDTHREAD_SEED=%llu: %zu ties, not %zu", (unsigned long long)seed, stated(o), n);
}

static void try_case(uint64_t seed) {
    static const char *const clearances[] = {"hawk,green", "clear", "hawk,kite,red", "amber"};
    rt_error err = {0};
    RT_AUTO(world) w;
    world_init(&w);
    random_case_fill(&c, &w, seed);
    world_open(&w, RT_OPEN_READ);
    for (int i = 0; i < 4; i++) {
        w.spec = (rt_lens_spec){.narrowed = chance(&c, 4) > 0, .clear = rt_str_of(PICK(&c, clearances))};
        if (chance(&c, 4) == 0) w.spec.at = RT_S("2005");
        rt_lens_close(w.lens);
        w.lens = NULL;
        OK(rt_lens_open(w.store, &w.spec, &w.lens, &err));
        for (int k = 0; k < 6; k++) compare(&w, seed);
    }
}

static void a_network_holds_all_ties_between_its_entities_once(void **state) {
    (void)state;
    const char *seed = getenv("REDTHREAD_SEED");
    const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;
    printf("REDTHREAD_SEED=%llu\n", (unsigned long long)first);
    for (uint64_t i = 0; i < (seed != NULL ? 1 : CASES); i++) try_case(first + i);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_network_holds_all_ties_between_its_entities_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
