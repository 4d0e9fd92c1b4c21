/* Origins of a claim, and what each source holds of it, against slow and obvious versions on random cases. */
#include "analysis/world.h"

/* --- origins: closures over all pairs ---------------------------------------------------------------------------- */

enum { MOST = 9 };

typedef struct said {
    rt_str id;
    int speaker, quote, passage, letter, via, year; /* -1: none */
    bool witnessed, follows;                        /* follows: it has a link to another of them */
} said;

typedef struct claim {
    said at[MOST];
    size_t n;
    bool repeats[MOST][MOST];
} claim;

static int maybe(unsigned *seed, unsigned of, unsigned one_in) {
    const unsigned n = next_random(seed);
    return n % one_in == 0 ? (int)(n / one_in % of) : -1;
}

static void say_one(world *w, claim *c, unsigned *seed) {
    RT_AUTO(rt_buf) line = {0};
    said s = {.speaker = (int)(next_random(seed) % 6),
              .quote = maybe(seed, 2, 4),
              .passage = maybe(seed, 2, 4),
              .letter = maybe(seed, 2, 4),
              .via = maybe(seed, 6, 3),
              .year = maybe(seed, 3, 2)};
    s.witnessed = s.passage < 0 && next_random(seed) % 4 == 0;
    if (s.via == s.speaker) s.via = -1;
    rt_buf_printf(&line, "p Person notes = was ill | speaker s%d | dataset d%zu", s.speaker, c->n);
    if (s.quote >= 0) rt_buf_printf(&line, " | quote he was ill for years, number %d", s.quote);
    if (s.passage >= 0)
        rt_buf_printf(&line, " | basis document | locator page %d | document 0123456789abcdef0123456789abcdef",
                      s.passage);
    if (s.via >= 0) rt_buf_printf(&line, " | via s%d", s.via);
    if (s.year >= 0) rt_buf_printf(&line, " | said_at 200%d", s.year);
    if (s.witnessed) rt_buf_printf(&line, " | basis witnessed");
    s.id = say(w, rt_str_z(&w->arena, rt_str_copy(&w->arena, rt_buf_str(&line))));
    if (s.letter >= 0) {
        char carries[80];
        snprintf(carries, sizeof carries, "l%d Message carries = %.32s", s.letter, s.id.at);
        say(w, carries);
    }
    c->at[c->n++] = s;
}

static void link_some(world *w, claim *c, unsigned *seed) {
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; k < c->n; k++) {
            if (i == k || next_random(seed) % 16 != 0) continue;
            c->repeats[i][k] = c->at[i].follows = true;
            link_by(w, "repeats", c->at[i].id, c->at[k].id, "");
        }
}

static bool alike(int a, int b) { return a >= 0 && a == b; }

static bool same_mark(const said *a, const said *b) {
    return a->speaker == b->speaker || alike(a->quote, b->quote) || alike(a->passage, b->passage) ||
           alike(a->letter, b->letter);
}

/* The first that its carrier says in his own voice. */
static bool is_carrier(const claim *c, size_t k, size_t of) {
    if (c->at[of].via != c->at[k].speaker) return false;
    for (size_t i = 0; i < k; i++)
        if (c->at[i].speaker == c->at[k].speaker) return false;
    const bool before = c->at[k].year >= 0 && c->at[of].year >= 0 && c->at[k].year < c->at[of].year;
    return !c->at[k].witnessed && !before;
}

static void close_over(bool m[MOST][MOST], size_t n) {
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++) m[i][j] = m[i][j] || (m[i][k] && m[k][j]);
}

typedef struct wanted {
    int origins;
    bool circular;
} wanted;

/* Voices are what marks join; a voice follows another by a link or as its carrier; those that follow each other are
 * one; an origin follows nobody else, or witnessed it. */
static wanted by_closures(const claim *c) {
    bool one[MOST][MOST] = {0}, after[MOST][MOST] = {0}, counted[MOST] = {0};
    wanted w = {0};
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; k < c->n; k++) one[i][k] = i == k || same_mark(&c->at[i], &c->at[k]);
    close_over(one, c->n);
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; k < c->n; k++)
            if (!one[i][k] && (c->repeats[i][k] || is_carrier(c, i, k)))
                for (size_t x = 0; x < c->n; x++)
                    for (size_t y = 0; y < c->n; y++) after[x][y] = after[x][y] || (one[x][i] && one[y][k]);
    close_over(after, c->n);
    for (size_t i = 0; i < c->n; i++) {
        bool leads = false, witness = false;
        if (counted[i]) continue;
        for (size_t k = 0; k < c->n; k++) {
            const bool together = one[i][k] || (after[i][k] && after[k][i]);
            if (together && !one[i][k]) w.circular = true;
            if (together) counted[k] = true;
            if (together && c->at[k].witnessed && !c->at[k].follows) witness = true;
            if (after[i][k] && !after[k][i]) leads = true;
        }
        w.origins += !leads || witness;
    }
    return w;
}

static void origins_are_those_that_closures_over_all_pairs_give(void **state) {
    unsigned seed = 21;
    (void)state;
    for (unsigned round = 0; round < 150; round++) {
        RT_AUTO(world) w;
        claim c = {0};
        world_init(&w);
        say(&w, "p Person name = Ali Example");
        const size_t n = 2 + next_random(&seed) % (MOST - 1);
        for (size_t i = 0; i < n; i++) say_one(&w, &c, &seed);
        link_some(&w, &c, &seed);
        rt_str asked[] = {RT_S("p"), RT_S("notes")};
        const rt_value *o = look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2});
        const wanted want = by_closures(&c);
        if (number_at(o, "claims.0.origins") != want.origins || is_set(o, "claims.0.circular") != want.circular)
            fail_msg("round %u: %d origins, circular %d, not %d, %d: %.*s", round, number_at(o, "claims.0.origins"),
                     is_set(o, "claims.0.circular"), want.origins, want.circular, RT_FMT(json_of(&w, o)));
        assert_int_equal(count_at(o, "claims.0.origin_statements"), (size_t)want.origins);
        assert_int_equal(number_at(o, "claims.0.repeats"), (int)c.n - want.origins);
    }
}

/* --- one letter -------------------------------------------------------------------------------------------------- */

static void what_one_letter_carries_has_one_origin(void **state) {
    RT_AUTO(world) w;
    char line[80];
    (void)state;
    world_init(&w);
    say(&w, "p Person name = Ali Example");
    const rt_str a = say(&w, "p Person notes = was ill | speaker Police | dataset a");
    const rt_str b = say(&w, "p Person notes = was ill | speaker Court | dataset b");
    rt_str asked[] = {RT_S("p"), RT_S("notes")};
    assert_int_equal(number_at(look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2}), "claims.0.origins"), 2);
    snprintf(line, sizeof line, "l Message carries = %.32s", a.at);
    say(&w, line);
    snprintf(line, sizeof line, "l Message carries = %.32s", b.at);
    const rt_str second = say(&w, line);
    const rt_value *o = look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2});
    assert_int_equal(number_at(o, "claims.0.origins"), 1);
    assert_str(at(o, "claims.0.after.0.how"), "same letter");
    snprintf(line, sizeof line, "l Message notes = it was another");
    link_by(&w, "replaces", say(&w, line), second, "");
    assert_int_equal(number_at(look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2}), "claims.0.origins"), 2);
}

static void when_the_origin_retracts_all_who_repeated_it_are_listed(void **state) {
    RT_AUTO(world) w;
    rt_str repeats[4];
    (void)state;
    world_init(&w);
    say(&w, "p Person name = Ali Example");
    const rt_str origin = say(&w, "p Person notes = was ill | speaker Campaign | dataset a");
    for (int i = 0; i < 4; i++) {
        char line[80];
        snprintf(line, sizeof line, "p Person notes = was ill | speaker Paper %d | dataset b%d", i, i);
        repeats[i] = say(&w, line);
        link_by(&w, "repeats", repeats[i], i == 0 ? origin : repeats[i - 1], "");
    }
    rt_str asked[] = {RT_S("p"), RT_S("notes")};
    const rt_value *o = look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2});
    assert_int_equal(count_at(o, "claims.0.affected"), 0);
    say(&w, "p Person notes = was ill | speaker Campaign | dataset a | stance retracts");
    o = look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2});
    assert_str(at(o, "claims.0.standing"), "retracted");
    assert_int_equal(count_at(o, "claims.0.affected"), 4);
    for (int i = 0; i < 4; i++) assert_true(holds(&w, node(o, "claims.0.affected"), rt_str_z(&w.arena, repeats[i])));
}

static void when_it_is_refuted_all_who_repeated_it_are_listed(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_init(&w);
    say(&w, "p Person name = Ali Example");
    const rt_str origin = say(&w, "p Person notes = was ill | speaker Campaign | dataset a | credibility 5");
    const rt_str one = say(&w, "p Person notes = was ill | speaker Paper | dataset b | credibility 5");
    link_by(&w, "repeats", one, origin, "");
    say(&w, "p Person notes = was ill | speaker Doctor | dataset c | stance denies");
    rt_str asked[] = {RT_S("p"), RT_S("notes")};
    const rt_value *o = look_at(&w, &rt_view_corroboration, (rt_strs){asked, 2});
    assert_str(at(o, "claims.0.standing"), "refuted");
    assert_true(holds(&w, node(o, "claims.0.affected"), rt_str_z(&w.arena, one)));
}

/* --- holdings: each fact against each source --------------------------------------------------------------------- */

enum { SOURCES = 3, VALUES = 3 };

static const char *const props[] = {"notes", "gender"};
static const char *const values[2][VALUES] = {{"was ill", "was well", "was away"}, {"male", "female", "other"}};

typedef struct table {
    bool says[2][VALUES][SOURCES], denies[2][VALUES][SOURCES];
} table;

static bool lists(const rt_value *list, int source) {
    char name[8];
    snprintf(name, sizeof name, "d%d", source);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next)
        if (rt_str_is(v->text, name)) return true;
    return false;
}

/* A source contradicts a value that it denies; of the gender, of which there is one, also where it gives another. */
static bool contradicts(const table *t, int p, int v, int s) {
    bool other = false, told = false;
    for (int k = 0; k < VALUES; k++) {
        other = other || (p == 1 && k != v && t->says[p][k][s]);
        for (int x = 0; x < SOURCES; x++) told = told || t->says[p][v][x];
    }
    return t->denies[p][v][s] || (other && told);
}

static void check_fact(const table *t, int p, int v, const rt_value *fact, unsigned round) {
    for (int s = 0; s < SOURCES; s++) {
        const bool held = t->says[p][v][s], against = contradicts(t, p, v, s);
        if (lists(node(fact, "held_by"), s) != held || lists(node(fact, "contradicted_by"), s) != against)
            fail_msg("round %u: %s %s, source %d: held %d, contradicted %d", round, props[p], values[p][v], s, held,
                     against);
        assert_int_equal(lists(node(fact, "lacking"), s), !held && !against);
    }
}

static void what_each_source_holds_is_what_looking_at_each_gives(void **state) {
    unsigned seed = 33;
    (void)state;
    for (unsigned round = 0; round < 60; round++) {
        RT_AUTO(world) w;
        table t = {0};
        size_t facts = 0;
        world_init(&w);
        for (int s = 0; s < SOURCES; s++) {
            char line[100];
            snprintf(line, sizeof line, "p Person name = Ali Example | dataset d%d | speaker s%d", s, s);
            say(&w, line);
        }
        for (int i = 0; i < 8; i++) {
            char line[120];
            const unsigned p = next_random(&seed) % 2, v = next_random(&seed) % VALUES,
                           s = next_random(&seed) % SOURCES;
            const bool denies = next_random(&seed) % 4 == 0;
            if (t.says[p][v][s] || t.denies[p][v][s]) continue;
            (denies ? t.denies : t.says)[p][v][s] = true;
            snprintf(line, sizeof line, "p Person %s = %s | dataset d%u | speaker s%u%s", props[p], values[p][v], s, s,
                     denies ? " | stance denies" : "");
            say(&w, line);
        }
        const rt_value *o = look(&w, &rt_view_holdings, "p");
        for (const rt_value *f = rt_value_first(node(o, "facts")); f != NULL; f = f->next)
            for (int p = 0; p < 2; p++)
                for (int v = 0; v < VALUES; v++)
                    if (rt_str_is(at(f, "prop"), props[p]) && rt_str_is(at(f, "value"), values[p][v])) {
                        check_fact(&t, p, v, f, round);
                        facts++;
                    }
        assert_true(facts > 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(origins_are_those_that_closures_over_all_pairs_give),
        cmocka_unit_test(what_one_letter_carries_has_one_origin),
        cmocka_unit_test(when_the_origin_retracts_all_who_repeated_it_are_listed),
        cmocka_unit_test(when_it_is_refuted_all_who_repeated_it_are_listed),
        cmocka_unit_test(what_each_source_holds_is_what_looking_at_each_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
