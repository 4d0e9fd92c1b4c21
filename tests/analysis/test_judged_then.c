/* A split restores exactly what was, and a past day shows the case as it was then: every view of the table, byte for
 * byte, on random cases. REDTHREAD_SEED chooses one. */
#include "analysis/random_case.h"

#ifdef SLOW
enum { CASES = 4, PAIRS = 4 };
#else
enum { CASES = 12, PAIRS = 4 };
#endif

/* What judgements themselves are told by. */
static bool tells_of_judgements(const rt_view *view) { return view == &rt_view_history || view == &rt_view_stats; }

/* Takes out what begins so, to what ends it. */
static rt_str without(world *w, rt_str text, const char *begin, const char *end) {
    RT_AUTO(rt_buf) kept = {0};
    for (size_t at; (at = rt_str_find(text, rt_str_of(begin))) != SIZE_MAX;) {
        rt_buf_add(&kept, rt_str_cut(text, at));
        text = rt_str_from(text, at);
        text = rt_str_from(text, rt_str_find(text, rt_str_of(end)) + strlen(end));
    }
    rt_buf_add(&kept, text);
    return rt_str_copy(&w->arena, rt_buf_str(&kept));
}

/* That a pair is judged unsure is told beside a possible match, and beside a hypothesis that the two are one. */
static rt_str of_the_rest(world *w, rt_str json) {
    json = without(w, json, ",{\"feature\":\"judgement\"", "}");
    json = without(w, json, ",\"judged\":{", "}");
    return without(w, json, ",\"judged\":", "null");
}

static rt_str answer(world *w, const rt_view *view, rt_str a, rt_str b) {
    rt_str who[] = {a, b};
    const size_t n = view->least > 1 ? 2 : view->most > 0 ? 1 : 0;
    const rt_value *o = try_look(w, view, (rt_strs){who, n});
    return o != NULL ? json_of(w, o) : rt_str_printf(&w->arena, "error %d: %s", w->err.code, w->err.message);
}

typedef struct told {
    rt_str at[64];
} told;

static void ask_all(world *w, rt_str a, rt_str b, told *t) {
    for (size_t v = 0; rt_views[v] != NULL; v++) {
        assert_true(v < sizeof t->at / sizeof *t->at);
        t->at[v] = answer(w, rt_views[v], a, b);
    }
}

static void must_be_equal(const rt_view *view, uint64_t seed, rt_str one, rt_str other) {
    size_t at = 0;
    if (rt_str_eq(one, other)) return;
    while (at < one.len && at < other.len && one.at[at] == other.at[at]) at++;
    at = at < 150 ? 0 : at - 150;
    fail_msg("REDTHREAD_SEED=%llu: %s\n%.*s\n--- not\n%.*s", (unsigned long long)seed, view->name,
             RT_FMT(rt_str_cut(rt_str_from(one, at), 400)), RT_FMT(rt_str_cut(rt_str_from(other, at), 400)));
}

static rt_str person(world *w, unsigned i) { return rt_str_printf(&w->arena, "p%u", i % 6); }

/* --- a split ------------------------------------------------------------------------------------------------------ */

/* Whom no judgement names: an earlier one on the pair would be overruled, and that is no restoring. */
static bool are_judged(const random_case *c, rt_str a, rt_str b) {
    for (size_t i = 0; i < c->n; i++) {
        const rt_entry *e = &c->entries[i].e;
        if (e->type == RT_JUDGEMENT &&
            ((rt_str_eq(e->a, a) && rt_str_eq(e->b, b)) || (rt_str_eq(e->a, b) && rt_str_eq(e->b, a))))
            return true;
    }
    return false;
}

static bool merge_and_split(world *w, rt_str a, rt_str b, uint64_t seed) {
    told before, merged, after;
    bool differs = false;
    ask_all(w, a, b, &before);
    judge(w, rt_str_z(&w->arena, a), "same", rt_str_z(&w->arena, b));
    ask_all(w, a, b, &merged);
    judge(w, rt_str_z(&w->arena, b), "unsure", rt_str_z(&w->arena, a));
    ask_all(w, a, b, &after);
    for (size_t v = 0; rt_views[v] != NULL; v++) {
        if (tells_of_judgements(rt_views[v])) continue;
        must_be_equal(rt_views[v], seed, of_the_rest(w, before.at[v]), of_the_rest(w, after.at[v]));
        differs = differs || !rt_str_eq(before.at[v], merged.at[v]);
    }
    return differs;
}

static void try_splits(uint64_t seed, size_t *merges) {
    static random_case c;
    RT_AUTO(world) w;
    world_init(&w);
    random_case_fill(&c, &w, seed);
    for (int i = 0; i < PAIRS; i++) {
        const unsigned k = chance(&c, 6);
        const rt_str a = person(&w, k), b = person(&w, k + 1 + chance(&c, 5));
        if (!are_judged(&c, a, b)) *merges += merge_and_split(&w, a, b, seed);
    }
}

static void a_split_restores_every_view_byte_for_byte(void **state) {
    const char *chosen = getenv("REDTHREAD_SEED");
    size_t merges = 0;
    (void)state;
    for (uint64_t i = 0; i < (chosen != NULL ? 1 : CASES); i++)
        try_splits(chosen != NULL ? strtoull(chosen, NULL, 10) : 100 + i, &merges);
    assert_true(chosen != NULL || merges > CASES); /* what was restored had been changed */
}

/* --- a past day --------------------------------------------------------------------------------------------------- */

static void go_on(random_case *c, world *w) {
    static const char *const judgements[] = {"same", "same", "different", "unsure"};
    for (int i = 0; i < 6; i++) {
        const unsigned k = chance(c, 6);
        judge(w, rt_str_z(&w->arena, person(w, k)), PICK(c, judgements),
              rt_str_z(&w->arena, person(w, k + 1 + chance(c, 5))));
    }
    say(w, "p0 Person alias = Ali New | speaker Court");
    say(w, "p1 Person alias = Ali New | speaker Court | stance believes");
}

static void try_past(uint64_t seed, size_t *changed) {
    static random_case c;
    RT_AUTO(world) w;
    told then, replayed, now;
    world_init(&w);
    random_case_fill(&c, &w, seed);
    const rt_str a = person(&w, chance(&c, 6)), b = person(&w, chance(&c, 6));
    ask_all(&w, a, b, &then);
    go_on(&c, &w);
    ask_all(&w, a, b, &now);
    w.spec.as_of = RT_S("2020-01-31"); /* all of the random case was recorded by then, what came later today */
    ask_all(&w, a, b, &replayed);
    for (size_t v = 0; rt_views[v] != NULL; v++) {
        must_be_equal(rt_views[v], seed, then.at[v], replayed.at[v]);
        *changed += !rt_str_eq(then.at[v], now.at[v]);
    }
}

static void a_past_day_shows_every_view_as_it_was_then(void **state) {
    const char *chosen = getenv("REDTHREAD_SEED");
    size_t changed = 0;
    (void)state;
    for (uint64_t i = 0; i < (chosen != NULL ? 1 : CASES); i++)
        try_past(chosen != NULL ? strtoull(chosen, NULL, 10) : 200 + i, &changed);
    assert_true(changed > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_split_restores_every_view_byte_for_byte),
        cmocka_unit_test(a_past_day_shows_every_view_as_it_was_then),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
