/* Every view, through every lens, tells a reader nothing of what they may not see: a case with hidden entries and one
 * that never had them give the same objects, byte for byte, and the same errors. Random cases; REDTHREAD_SEED chooses
 * one. When a view is added, the generator (random_case.h) must make something that it shows, or the second test fails.
 */
#include "analysis/random_question.h"

enum { ENOUGH = 5 }; /* so many that each view says something in one of them */
#ifdef SLOW
enum { CASES = 2 };
#else
enum { CASES = ENOUGH };
#endif
enum { LENSES = 4, MOST_FIELDS = 320, VIEWS = 64 };

static const char *const clearances[] = {"hawk,green", "clear", "", "kite,amber", "hawk,kite,amber", "hawk"};

/* --- what the reader may see -------------------------------------------------------------------------------------- */

static void fill_seen(random_case *c, world *w, rt_str clear) {
    char id[32];
    for (size_t i = 0; i < c->n; i++) {
        rt_entry e = c->entries[i].e;
        if (!shows(all_of(c), clear, &e)) continue;
        add_made(w, &e, id);
        if (chance(c, 30) == 0) world_commit(w);
    }
    world_commit(w);
}

/* --- what is asked ------------------------------------------------------------------------------------------------ */

/* As if two were one, or apart, of those who are there for the reader. */
static rt_supposed_list random_supposed(random_case *c, world *w, const char *clearance) {
    rt_supposed *at = RT_NEW(&w->arena, rt_supposed);
    const rt_str a = random_id(c, w, "p"), b = random_id(c, w, "p"), clear = rt_str_of(clearance);
    *at = (rt_supposed){.a = a, .b = b, .apart = chance(c, 3) == 0};
    return (rt_supposed_list){at, !rt_str_eq(a, b) && shows_entity(all_of(c), clear, a) &&
                                      shows_entity(all_of(c), clear, b)};
}

static rt_lens_spec random_lens(random_case *c, world *w, const char *clearance) {
    static const char *const days[] = {"2004-06-01", "2005", "2003-12-31"};
    rt_lens_spec spec = {.narrowed = true, .clear = rt_str_of(clearance)};
    if (chance(c, 4) == 0) return spec.supposed = random_supposed(c, w, clearance), spec;
    if (chance(c, 4) == 0) spec.said_by = rt_str_of(PICK(c, days));
    if (chance(c, 4) == 0) spec.at = rt_str_of(PICK(c, days));
    if (chance(c, 4) == 0) spec.as_of = rt_str_of(PICK(c, days_of_recording));
    if (chance(c, 4) != 0) return spec;
    spec.sources = (rt_strs){RT_NEW_N(&w->arena, rt_str, 2), 2};
    spec.sources.at[0] = RT_S("file-a");
    spec.sources.at[1] = c->entries[0].e.id;
    return spec;
}

/* --- what is answered --------------------------------------------------------------------------------------------- */

/* The lists of each view's object, and whether they ever held something. */
typedef struct field {
    const rt_view *view;
    char name[40];
    bool filled;
} field;

typedef struct tally {
    field fields[MOST_FIELDS];
    size_t n;
    bool depends[VIEWS]; /* by view: what is hidden would have changed an answer */
} tally;

static void count_field(tally *t, const rt_view *view, const rt_value *v) {
    size_t i = 0;
    while (i < t->n && (t->fields[i].view != view || !rt_str_is(v->key, t->fields[i].name))) i++;
    if (i == t->n) {
        assert_true(t->n < MOST_FIELDS);
        t->fields[t->n++] = (field){.view = view};
        snprintf(t->fields[i].name, sizeof t->fields[i].name, "%.*s", RT_FMT(v->key));
    }
    t->fields[i].filled = t->fields[i].filled || rt_value_count(v) > 0;
}

static rt_str answer(world *w, const rt_view *view, const rt_view_args *args, tally *t) {
    rt_error err = {0};
    rt_value *o;
    const rt_status s = rt_view_look(view, w->lens, args, &w->arena, &o, &err);
    if (s.code != RT_OK) return rt_str_printf(&w->arena, "error %d: %s", s.code, err.message);
    for (const rt_value *v = rt_value_first(o); t != NULL && v != NULL; v = v->next)
        if (v->kind == RT_LIST && !rt_str_is(v->key, "as_if")) count_field(t, view, v);
    return json_of(w, o);
}

/* --- one world and the other -------------------------------------------------------------------------------------- */

typedef struct trial {
    random_case c;
    world all, seen;
    uint64_t seed;
} trial;

static void look_through(world *w, const rt_lens_spec *spec) {
    rt_error err = {0};
    rt_lens_close(w->lens);
    w->lens = NULL;
    OK(rt_lens_open(w->store, spec, &w->lens, &err));
}

static void tell_difference(const trial *t, const rt_view *view, const rt_view_args *args, const rt_lens_spec *spec,
                            rt_str one, rt_str other) {
    RT_AUTO(rt_buf) asked = {0};
    size_t at = 0;
    while (at < one.len && at < other.len && one.at[at] == other.at[at]) at++;
    const size_t from = at < 200 ? 0 : at - 200;
    for (size_t i = 0; i < args->who.n; i++) rt_buf_printf(&asked, " \"%.*s\"", RT_FMT(args->who.at[i]));
    fail_msg(
        "REDTHREAD_SEED=%llu: %s%.*s (depth %zu, on \"%.*s\"), clear \"%.*s\", said by \"%.*s\", at \"%.*s\", as of "
        "\"%.*s\", %zu sources: with hidden entries\n%.*s\n--- and without\n%.*s",
        (unsigned long long)t->seed, view->name, RT_FMT(rt_buf_str(&asked)), args->depth, RT_FMT(args->on),
        RT_FMT(spec->clear), RT_FMT(spec->said_by), RT_FMT(spec->at), RT_FMT(spec->as_of), spec->sources.n,
        RT_FMT(rt_str_cut(rt_str_from(one, from), 500)), RT_FMT(rt_str_cut(rt_str_from(other, from), 500)));
}

enum { QUESTIONS = 12 };

/* All views through one lens; then some of the questions with nothing hidden. */
static void ask(trial *t, const rt_lens_spec *spec, tally *count) {
    const rt_lens_spec owner = {0};
    for (size_t v = 0; rt_views[v] != NULL; v++) {
        rt_view_args asked[QUESTIONS];
        rt_str told[QUESTIONS];
        look_through(&t->all, spec);
        look_through(&t->seen, spec);
        for (int i = 0; i < QUESTIONS; i++) {
            asked[i] = random_question(&t->c, &t->all, rt_views[v]);
            told[i] = answer(&t->all, rt_views[v], &asked[i], count);
            const rt_str other = answer(&t->seen, rt_views[v], &asked[i], NULL);
            if (!rt_str_eq(told[i], other)) tell_difference(t, rt_views[v], &asked[i], spec, told[i], other);
        }
        assert_true(v < VIEWS);
        if (count->depends[v]) continue;
        look_through(&t->all, &owner);
        for (int i = 0; i < QUESTIONS && !count->depends[v]; i++)
            count->depends[v] = !rt_str_eq(told[i], answer(&t->all, rt_views[v], &asked[i], NULL));
    }
}

static void try_case(uint64_t seed, tally *count) {
    static trial t;
    t.seed = seed;
    world_init(&t.all);
    world_init(&t.seen);
    random_case_fill(&t.c, &t.all, seed);
    const char *clearance = PICK(&t.c, clearances);
    fill_seen(&t.c, &t.seen, rt_str_of(clearance));
    world_open(&t.all, RT_OPEN_READ);
    world_open(&t.seen, RT_OPEN_READ);
    rt_lens_spec spec = {.narrowed = true, .clear = rt_str_of(clearance)};
    for (int i = 0; i < LENSES; i++) {
        ask(&t, &spec, count);
        spec = random_lens(&t.c, &t.all, clearance);
    }
    world_close(&t.all);
    world_close(&t.seen);
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

static tally counted;
static bool chosen;

static void what_is_hidden_changes_no_byte_of_any_view(void **state) {
    (void)state;
    const char *seed = getenv("REDTHREAD_SEED");
    const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;
    chosen = seed != NULL;
    printf("REDTHREAD_SEED=%llu\n", (unsigned long long)first);
    for (uint64_t i = 0; i < (seed != NULL ? 1 : CASES); i++) try_case(first + i, &counted);
}

/* What was compared above was worth comparing. */
static void every_view_says_something_in_the_random_cases(void **state) {
    bool whole = true;
    (void)state;
    if (chosen || (int)CASES < (int)ENOUGH) skip();
    for (size_t v = 0; rt_views[v] != NULL; v++)
        if (!counted.depends[v]) {
            print_error("what is hidden never mattered to `%s`\n", rt_views[v]->name);
            whole = false;
        }
    for (size_t i = 0; i < counted.n; i++)
        if (!counted.fields[i].filled) {
            print_error("`%s` of the view `%s` was always empty\n", counted.fields[i].name,
                        counted.fields[i].view->name);
            whole = false;
        }
    if (!whole)
        fail_msg("add to `kinds` of tests/analysis/random_case.h what this view reads, or ask for it in "
                 "random_question");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hidden_changes_no_byte_of_any_view),
        cmocka_unit_test(every_view_says_something_in_the_random_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
