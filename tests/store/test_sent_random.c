/* Who holds what would be erased, held against what really went: random cases, random lenses. REDTHREAD_SEED chooses
 * one. */
#include "store/sending_case.h"

enum { ROUNDS = 15, STEPS = 30, NOTES = 12 };

typedef struct gone_out {
    rt_seen_list entries; /* all that the lens let through when it went */
} gone_out;

static unsigned seed;
static unsigned chance(unsigned below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 10) % below;
}
#define PICK(list) (list)[chance(sizeof(list) / sizeof *(list))]

static void add_random(test_case *c, unsigned number, unsigned made) {
    static const char *const handlings[] = {"", "; handling=hawk", "; handling=green", "; handling=red"};
    static const char *const dates[] = {"", "; said_at=2004; valid=2004", "; said_at=2006; valid=2005/2007"};
    static const char *const datasets[] = {"", "; dataset=un", "; dataset=ofac"};
    static const char *const times[] = {"", "; recorded_by=X; recorded_at=2020-01-02T00:00:00.000000Z"};
    char line[256];
    if (made > 2 && chance(3) == 0)
        snprintf(line, sizeof line, "link; link=replaces; from=@e%u; to=@e%u%s%s; as=e%u", chance(made), chance(made),
                 PICK(handlings), PICK(times), number);
    else if (made > 2 && chance(4) == 0)
        snprintf(line, sizeof line, "judgement; a=p%u; b=p%u; judgement=same; why=w%u%s; as=e%u", chance(4), chance(4),
                 number, PICK(handlings), number);
    else
        snprintf(line, sizeof line, "p%u Person.notes v%u%s%s%s%s; as=e%u", chance(4), number, PICK(handlings),
                 PICK(dates), PICK(datasets), PICK(times), number);
    case_add(c, line);
}

static rt_lens_spec random_lens(rt_str *source) {
    rt_lens_spec spec = {.narrowed = chance(3) > 0};
    if (spec.narrowed)
        spec.clear = rt_str_of(((const char *const[]){"green", "hawk,amber", "hawk,red", ""})[chance(4)]);
    if (chance(4) == 0) spec.said_by = RT_S("2005");
    if (chance(4) == 0) spec.at = RT_S("2006");
    if (chance(4) == 0) spec.as_of = RT_S("2020-01-03");
    if (chance(4) == 0) *source = RT_S("un"), spec.sources = (rt_strs){source, 1};
    return spec;
}

static gone_out go_out_at_random(test_case *c, unsigned number) {
    rt_error err = {0};
    rt_cursor *cursor;
    rt_str source;
    char name[16];
    const rt_lens_spec spec = random_lens(&source);
    snprintf(name, sizeof name, "w%u", number);
    case_look(c, spec);
    OK(rt_cursor_all(c->lens, &cursor, &err));
    const gone_out out = {case_list(c, cursor)};
    went(c, "jsonl", spec, name);
    return out;
}

static int64_t held(const gone_out *out, const rt_gone_list *gone) {
    int64_t n = 0;
    for (size_t i = 0; i < gone->n; i++)
        for (size_t k = 0; k < out->entries.n; k++) n += rt_str_eq(gone->at[i].e.id, out->entries.at[k].e.id);
    return n;
}

/* What is told of one entry: exactly what went while nothing was erased, and never less. */
static void compare(test_case *c, const char *name, const gone_out *outs, unsigned n, bool exactly) {
    rt_gone_list gone;
    const rt_holder_list list = holders_of(c, name, &gone);
    size_t at = 0;
    for (unsigned i = 0; i < n; i++) {
        char who[16];
        const int64_t expected = held(&outs[i], &gone);
        snprintf(who, sizeof who, "w%u", i);
        const bool told = at < list.n && rt_str_is(list.at[at].sent.who, who);
        const int64_t certain = told ? list.at[at].certain : 0, possible = told ? list.at[at].possible : 0;
        at += told;
        if (certain + possible < expected || (exactly && certain + possible != expected))
            fail_msg("%s in %s: %lld and perhaps %lld, not %lld", name, who, (long long)certain, (long long)possible,
                     (long long)expected);
    }
    assert_int_equal(at, list.n);
}

static void one_round(bool erasing) {
    test_case c;
    gone_out outs[NOTES];
    unsigned n = 0;
    char name[16];
    case_make(&c);
    for (unsigned i = 0; i < STEPS; i++) {
        add_random(&c, i, i);
        if (i > 4 && n < NOTES && chance(3) == 0) {
            outs[n] = go_out_at_random(&c, n);
            n++;
        }
    }
    for (unsigned i = 0; i < STEPS; i++) {
        snprintf(name, sizeof name, "e%u", i);
        if (strstr(log_of(&c), rt_str_z(&c.arena, case_id(&c, name))) == NULL) continue; /* erased already */
        compare(&c, name, outs, n, !erasing);
        if (erasing && chance(4) == 0) (void)erase(&c, name);
    }
    case_close(&c);
}

static void who_holds_it_is_told_as_it_went(void **state) {
    (void)state;
    const char *chosen = getenv("REDTHREAD_SEED");
    for (unsigned i = 1; i <= ROUNDS; i++) {
        seed = chosen != NULL ? (unsigned)strtoul(chosen, NULL, 10) : i;
        printf("REDTHREAD_SEED=%u\n", seed);
        one_round(false);
        if (i % 5 == 0) one_round(true);
        if (chosen != NULL) break;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_holds_it_is_told_as_it_went),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
