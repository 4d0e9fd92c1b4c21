/* Every view, asked as of a batch or a day, gives the object that it gave then: that of a case which ends there. Random
 * cases; REDTHREAD_SEED chooses one. A view that comes to the table is asked too. */
#include "analysis/random_question.h"
#include "store/log.h"

/* --- what is asked ------------------------------------------------------------------------------------------------ */

#ifdef SLOW
enum { CASES = 1 };
#else
enum { CASES = 3 };
#endif
enum { QUESTIONS = 6, MOST_BATCHES = 200 };

static const char *const clearances[] = {"", "hawk,green", "hawk,kite,red"};

typedef struct trial {
    random_case c;
    world all, then;
    uint64_t seed;
    rt_str batches[MOST_BATCHES]; /* ids */
    size_t ends[MOST_BATCHES], n; /* how many entries stood in the case after each */
} trial;

/* --- answers ------------------------------------------------------------------------------------------------------ */

static void look_through(world *w, const rt_lens_spec *spec) {
    rt_error err = {0};
    rt_lens_close(w->lens);
    w->lens = NULL;
    OK(rt_lens_open(w->store, spec, &w->lens, &err));
}

/* The object as JSON, or the error. */
static rt_str told(world *w, const rt_view *view, const rt_view_args *args) {
    rt_error err = {0};
    rt_value *o;
    const rt_status s = view->run(w->lens, args, &w->arena, &o, &err);
    return s.code == RT_OK ? json_of(w, o) : rt_str_printf(&w->arena, "error %d: %s", s.code, err.message);
}

/* --- a case in batches, and one that ended before ---------------------------------------------------------------- */

/* The id of the batch that was committed last. */
static rt_str last_batch(world *w) {
    rt_error err = {0};
    rt_log log = {0};
    rt_log_item item;
    int64_t size;
    rt_str id = {"", 0};
    world_open(w, RT_OPEN_READ);
    OK(rt_log_size(w->store, &size, &err));
    OK(rt_log_open(&log, w->store, 0, size, &err));
    for (bool more = true; more;) {
        OK(rt_log_next(&log, &item, &more, &err));
        if (more && item.kind == RT_LOG_ACT && rt_str_find(item.line, RT_S("\"type\":\"batch\"")) != SIZE_MAX)
            id = rt_str_copy(&w->arena,
                             rt_str_cut(rt_str_from(item.line, rt_str_find(item.line, RT_S("\"id\":\"")) + 6), 32));
    }
    rt_log_close(&log);
    return id;
}

static void end_batch(trial *t, size_t end) {
    world_commit(&t->all);
    const rt_str id = last_batch(&t->all);
    if (t->n > 0 && rt_str_eq(id, t->batches[t->n - 1])) return;
    assert_true(t->n < MOST_BATCHES);
    t->batches[t->n] = id;
    t->ends[t->n++] = end;
}

/* The entries again, in batches of which the ends are known. */
static void fill(trial *t) {
    char id[32];
    for (size_t i = 0; i < t->c.n; i++) {
        world_add(&t->all, &t->c.entries[i].e, id);
        if (i + 1 == t->c.n || chance(&t->c, 60) == 0) end_batch(t, i + 1);
    }
}

static void fill_then(trial *t, size_t end, const char *day) {
    char id[32];
    for (size_t i = 0; i < end; i++) {
        const rt_entry *e = &t->c.entries[i].e;
        if (day != NULL && rt_str_cmp(rt_str_cut(e->recorded_at, 10), rt_str_of(day)) > 0) continue;
        world_add(&t->then, e, id);
        if (chance(&t->c, 50) == 0) world_commit(&t->then);
    }
    world_commit(&t->then);
    world_open(&t->then, RT_OPEN_READ);
}

/* --- asking both ------------------------------------------------------------------------------------------------- */

static void compare(trial *t, const rt_view *view, const rt_view_args *args, rt_str as_of) {
    const rt_str now = told(&t->all, view, args), then = told(&t->then, view, args);
    size_t at = 0;
    if (rt_str_eq(now, then)) return;
    while (at < now.len && at < then.len && now.at[at] == then.at[at]) at++;
    const size_t from = at < 200 ? 0 : at - 200;
    fail_msg("REDTHREAD_SEED=%llu: %s \"%.*s\" as of %.*s\n%.*s\n--- and the case as it was then\n%.*s",
             (unsigned long long)t->seed, view->name, RT_FMT(args->who.n > 0 ? args->who.at[0] : RT_S("")),
             RT_FMT(as_of), RT_FMT(rt_str_cut(rt_str_from(now, from), 500)),
             RT_FMT(rt_str_cut(rt_str_from(then, from), 500)));
}

static void ask_all(trial *t, rt_str as_of, size_t end, const char *day) {
    world_init(&t->then);
    fill_then(t, end, day);
    rt_lens_spec then = {.narrowed = chance(&t->c, 3) > 0, .clear = rt_str_of(PICK(&t->c, clearances))}, now = then;
    now.as_of = as_of;
    look_through(&t->all, &now);
    look_through(&t->then, &then);
    for (size_t v = 0; rt_views[v] != NULL; v++)
        for (int i = 0; i < QUESTIONS; i++) {
            /* As a batch left it, a frozen page is not looked at again: restored entries say another day. */
            if (day == NULL && rt_views[v] == &rt_view_vettings) continue;
            const rt_view_args asked = random_question(&t->c, &t->all, rt_views[v]);
            compare(t, rt_views[v], &asked, as_of);
        }
    world_close(&t->then);
}

static void try_case(uint64_t seed) {
    static trial t;
    world scratch;
    memset(&t, 0, sizeof t);
    t.seed = seed;
    world_init(&scratch);
    world_init(&t.all);
    random_case_fill(&t.c, &scratch, seed);
    fill(&t);
    world_open(&t.all, RT_OPEN_READ);
    for (unsigned k = 1; k <= 3; k++) {
        const size_t b = t.n * k / 4;
        ask_all(&t, t.batches[b], t.ends[b], NULL);
    }
    ask_all(&t, RT_S("2020-01-02"), t.c.n, "2020-01-02");
    world_close(&t.all);
    world_close(&scratch);
}

static void every_view_as_of_a_batch_or_a_day_is_what_it_was_then(void **state) {
    (void)state;
    const char *seed = getenv("REDTHREAD_SEED");
    const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;
    for (uint64_t i = 0; i < (seed != NULL ? 1 : CASES); i++) try_case(first + i);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_view_as_of_a_batch_or_a_day_is_what_it_was_then),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
